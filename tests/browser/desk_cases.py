"""Eight people at the desk: what the agent hears, question by question, and the keys that write it down.

In `keys` each sign is a key and ⏎ is Enter; blanks only part one question from the next.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class DeskCase:
    """`answers` are what the form holds in the end."""

    need: str
    keys: str
    answers: dict[str, list[str]]

    @property
    def pressed(self) -> list[str]:
        """One after the other."""
        return ["Enter" if key == "⏎" else key for key in self.keys if key != " "]


CASES = {
    "help at home": DeskCase(
        "autonomie",
        "3⏎ 1 2 1⏎ 84⏎ a Thonon-les-Bains⏎ 13⏎ 1 1400⏎ 2",
        {
            "danger": ["non"], "pour_qui": ["mere"], "demande_autonomie": ["aide-domicile"], "age": ["84"],
            "aides_percues": ["aucune"], "commune": ["Thonon-les-Bains"],
            "difficultes_quotidien": ["se-laver", "se-deplacer"], "nationalite": ["francaise"],
            "ressources_mensuelles": ["1400"], "en_couple": ["non"],
        },
    ),
    "care home": DeskCase(
        "autonomie",
        "3⏎ 1 3 6⏎ 88⏎ 1⏎ 3 1 1 Annecy⏎ 2 1",
        {
            "danger": ["non"], "pour_qui": ["pere"], "demande_autonomie": ["etablissement"], "age": ["88"],
            "aides_percues": ["apa"], "lieu_de_vie": ["ehpad"], "domicile_avant": ["haute-savoie"],
            "entree_lieu": ["moins-de-2-mois"], "commune": ["Annecy"], "frais_sejour": ["trop-chers-habilite"],
            "nationalite": ["francaise"],
        },
    ),
    "handicap": DeskCase(
        "autonomie",
        "3⏎ 1 1 23⏎ 45⏎ 3⏎ 16⏎ Cluses⏎ 2 1",
        {
            "danger": ["non"], "pour_qui": ["moi"], "demande_autonomie": ["handicap", "carte"], "age": ["45"],
            "aides_percues": ["aah"], "besoins_handicap": ["gestes", "materiel"], "commune": ["Cluses"],
            "difficultes_gestes": ["tres-difficile-deux"], "nationalite": ["francaise"],
        },
    ),
    "contest": DeskCase(
        "autonomie",
        "3⏎ 1 1 9⏎ 1 2 5 Annecy⏎",
        {
            "danger": ["non"], "pour_qui": ["moi"], "demande_autonomie": ["contester"],
            "reception_decision": ["moins-de-2-mois"], "type_decision": ["aide-sociale"],
            "changement_decision": ["rien"], "commune": ["Annecy"],
        },
    ),
    "summoned for the rent": DeskCase(
        "logement",
        "1⏎ 1 1 15⏎ 1 ⏎ 1⏎ Annemasse⏎ 1",
        {
            "danger": ["non"], "pour_qui": ["moi"], "demande_logement": ["impaye-loyer", "assignation"],
            "garant_logement": ["aucun"], "difficultes_logement": ["budget"], "commune": ["Annemasse"],
            "nationalite": ["francaise"],
        },
    ),
    "a new flat": DeskCase(
        "logement",
        "1⏎ 1 1 7⏎ 1 2 1 7 5 Sallanches⏎ 2",
        {
            "danger": ["non"], "pour_qui": ["moi"], "demande_logement": ["entrer"], "logement_entree": ["location"],
            "bail_debut": ["pas-commence"], "garant_logement": ["aucun"], "fsl_deja_recu": ["aucune"],
            "difficultes_logement": ["aucune"], "commune": ["Sallanches"], "nationalite": ["europeenne"],
        },
    ),
    "energy bills": DeskCase(
        "logement",
        "1⏎ 1 2 23⏎ 1⏎ 1⏎ 7 Bonneville⏎",
        {
            "danger": ["non"], "pour_qui": ["mere"], "demande_logement": ["impaye-energie", "impaye-eau"],
            "factures_energie": ["actuelle"], "factures_eau": ["actuelle"], "fsl_deja_recu": ["aucune"],
            "commune": ["Bonneville"],
        },
    ),
    "no roof": DeskCase(
        "logement",
        "1⏎ 5⏎ 1 68⏎ Annecy⏎ 3 2",
        {
            "danger": ["sans-toit"], "pour_qui": ["moi"], "demande_logement": ["chercher", "sans-toit"],
            "commune": ["Annecy"], "nationalite": ["autre"], "titre_sejour": ["recepisse"],
        },
    ),
}  # fmt: skip
