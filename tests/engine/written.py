"""An aid and a condition as an author writes them, to be damaged."""

AID = """id: essai
nom: Essai
en_bref: Un essai.
nature: aide
besoins: [logement]
source: {texte: rdas-2023, lignes: "12, 34-56"}
"""
CONDITION = """conditions:
  - texte: Vous avez 60 ans.
    si: age >= 60
    origine: national
    source: {lignes: 12}
"""
