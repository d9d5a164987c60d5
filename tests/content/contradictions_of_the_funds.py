"""Ages between the four funds: the eighth contradiction."""

from __future__ import annotations

from engine.content.answers import Written
from tests.content.contradictions import Place

HUNGRY: dict[str, Written] = {
    "pour_qui": "moi", "demande_budget": ["manger"], "reste_a_manger": "rien", "commune": "74010",
    "nationalite": "francaise", "enfants_a_charge": "aucun", "enceinte": "non", "situation_sans_enfant": "aucune",
}  # fmt: skip
ALONE: dict[str, Written] = {**HUNGRY, "en_couple": "non"}
COUPLE: dict[str, Written] = {**HUNGRY, "en_couple": "oui"}
ALL_THREE = ["suivi", "sans-famille", "errance"]
LICENCE: dict[str, Written] = {
    **ALONE, "demande_budget": ["depense"], "depense": ["permis"], "action_insertion": "en-cours",
}  # fmt: skip

OF_THE_FUNDS = [
    Place(
        8, "les trois points du FAJ, dont l’errance", "faj", ((4665, 4669),),
        (
            ("faj", {**ALONE, "age": "20", "situation_jeune": ["suivi", "sans-famille"]}),
            ("faj", {**ALONE, "age": "20", "situation_jeune": ["errance"]}),
            ("faj", {**ALONE, "age": "20", "situation_jeune": ["aucune"]}),
        ),
    ),
    Place(
        8, "le FAJ entre 24 et 25 ans", "faj", ((4661, 4661), (4663, 4663)),
        (("faj", {**ALONE, "age": "24", "situation_jeune": ALL_THREE}),),
    ),
    Place(
        8, "de 24 à 25 ans sans RSA", "faj", ((4663, 4663), (4883, 4885), (4798, 4799)),
        (
            ("faj", {**ALONE, "age": "24", "situation_jeune": ["aucune"]}),
            ("fdasf", {**ALONE, "age": "24", "situation_jeune": ["aucune"]}),
        ),
    ),
    Place(
        8, "le FDPI à 25 ans juste", "fdpi", ((4883, 4885),),
        (("fdpi", {**LICENCE, "age": "25", "revenus": ["ass"]}),),
    ),
    Place(
        8, "couple sans enfant de 21 à 25 ans", "fdasf", ((4799, 4799), (4663, 4663)),
        (
            ("fdasf", {**COUPLE, "age": "21", "situation_jeune": ["aucune"]}),
            ("fdasf", {**COUPLE, "age": "24", "situation_jeune": ["aucune"]}),
            ("fdasf", {**COUPLE, "age": "25"}),
        ),
    ),
    Place(
        8, "couple d’étudiants", "fdasf", ((4798, 4799), (4570, 4570), (4661, 4669)),
        (("fdasf", {**COUPLE, "age": "23", "situation_jeune": ["etudes"]}),),
    ),
    Place(
        8, "étudiant de 21 ans", "allocation-mensuelle", ((4570, 4570), (4798, 4798)),
        (
            ("allocation-mensuelle", {**ALONE, "age": "21", "situation_jeune": ["etudes"]}),
            ("fdasf", {**ALONE, "age": "21", "situation_jeune": ["etudes"]}),
        ),
    ),
    Place(8, "étudiant de 21 ans, vu du FDASF", "fdasf", ((4570, 4570), (4798, 4798))),
    Place(
        8, "« 16 ans » en exemple d’émancipation", "allocation-mensuelle",
        ((4571, 4572), (6254, 6255), (5445, 5445)),
        (("allocation-mensuelle", {"pour_qui": "moi", "demande_enfance": ["argent"], "age": "16", "emancipe": "non"}),),
    ),
]  # fmt: skip
