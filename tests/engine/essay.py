"""A small aid to add to a copy of the content, and to write wrongly."""

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


def with_line(added: str) -> str:
    """The aid with one line more, its seventh."""
    return f"{AID}{added}\n"
