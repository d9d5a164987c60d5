"""The contradictions of the RSA and of the housing fund (FSL)."""

from __future__ import annotations

from engine.content.answers import Written
from tests.content.contradictions import Place

RSA: dict[str, Written] = {
    "demande_budget": ["revenu"], "revenus": ["rien"], "age": "40", "activites": ["sans-emploi"],
    "enfants_a_charge": "aucun", "enceinte": "non", "en_couple": "non", "ressources_mensuelles": "0",
    "nationalite": "francaise", "commune": "74010",
}  # fmt: skip
STUDENT: dict[str, Written] = {**RSA, "activites": ["etudiant"], "ressources_mensuelles": "500"}
PENSION: dict[str, Written] = {
    "demande_budget": ["rsa-decision"], "sujet_rsa": ["pension"], "age": "26", "enceinte": "non", "en_couple": "oui",
    "enfants_a_charge": "de-3-a-17-ans",
}  # fmt: skip
MOVING_IN: dict[str, Written] = {
    "demande_logement": ["entrer"], "logement_entree": "location", "bail_debut": "pas-de-bail",
    "garant_logement": "aucun", "fsl_deja_recu": ["aucune"], "nationalite": "francaise", "commune": "hors-74",
}  # fmt: skip
RENT: dict[str, Written] = {
    "demande_logement": ["impaye-loyer"], "occupation_logement": "locataire", "commune": "74010",
}  # fmt: skip

OF_THE_RSA = [
    Place(
        8, "25 ans tout juste, pour le RSA", "rsa-socle", ((13152, 13152), (13153, 13153)),
        (("rsa", {**RSA, "age": "25", "travail_3_ans": "non"}),),
    ),
    Place(
        8, "500 € de salaire tout juste, pendant des études", "rsa-socle", ((13965, 13965), (13966, 13966)),
        (("rsa", {**STUDENT, "salaire_etudiant": "500"}),
         ("rsa-derogation-etudiant", {**STUDENT, "salaire_etudiant": "500"})),
    ),
    Place(9, "habiter déjà ici, ou venir y habiter", "fsl-socle", ((3773, 3773), (3819, 3819)),
          (("fsl-cautionnement", MOVING_IN), ("fsl-acces-aide-financiere", MOVING_IN))),
    Place(9, "garantie de 36 mois, ou de 12 à 36", "fsl-cautionnement-mise-en-jeu", ((3852, 3852), (3960, 3960))),
    Place(9, "annexes absentes, dette de loyer", "fsl-impaye-loyer", ((3901, 3903),), (("fsl-impaye-loyer", RENT),)),
    Place(9, "dette de loyer d’un logement déjà quitté", "fsl-impaye-loyer", ((3930, 3942), (4007, 4007), (4058, 4058))),
    Place(
        10, "pension non réclamée : quatre suites écrites", "rsa-dispense-pension-alimentaire",
        ((13104, 13104), (13121, 13121), (13133, 13133), (13422, 13422)),
    ),
    Place(
        10, "moins de 30 ans : tous, ou sans charge de famille", "rsa-dispense-pension-alimentaire",
        ((13104, 13104), (13410, 13410)),
        (("rsa-dispense-pension-alimentaire", PENSION),),
    ),
    Place(10, "barème des sanctions absent", "rsa-accompagnement", ((13057, 13057),)),
    Place(10, "deux sommes pour la plainte", "rsa", ((14092, 14092), (14094, 14094))),
]  # fmt: skip
