"""What a text said of another person may write of that person, whoever it is: filled in when the text is said."""

# « {proche} » is who it is (« votre mère »), « {il} » the pronoun, « {lui} » that of « chez lui » or « lui-même »,
# « {e} » the ending of a feminine word; « {mon_proche} » is who it is in one’s own mouth (« ma mère »).
PERSON_WORDS = ("proche", "Proche", "il", "Il", "lui", "e", "mon_proche")
