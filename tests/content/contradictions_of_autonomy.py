"""The contradictions that touch help at home, disability and homes for the aged."""

from __future__ import annotations

from engine.content.answers import Written
from tests.content.contradictions import Place

HOME: dict[str, Written] = {"demande_autonomie": ["aide-domicile"], "nationalite": "francaise", "commune": "74010"}
OLDER: dict[str, Written] = {**HOME, "gir": "5", "en_couple": "non"}
DISABLED: dict[str, Written] = {
    **HOME, "age": "45", "taux_incapacite": "80-ou-plus", "en_couple": "non", "ressources_mensuelles": "900",
    "aides_percues": ["aah"],
}  # fmt: skip
BOTH: dict[str, Written] = {"demande_autonomie": ["aide-domicile", "handicap"]}
PCH: dict[str, Written] = {
    "demande_autonomie": ["handicap"], "besoins_handicap": ["gestes"], "difficultes_gestes": "impossible",
    "age": "45", "nationalite": "francaise", "commune": "74010", "aides_percues": ["aucune"],
}  # fmt: skip
CARE_HOME: dict[str, Written] = {
    "demande_autonomie": ["etablissement"], "age": "80", "lieu_de_vie": "ehpad",
    "frais_sejour": "trop-chers-habilite", "nationalite": "francaise", "commune": "74010", "gir": "2",
}  # fmt: skip
FOSTER: dict[str, Written] = {
    "demande_autonomie": ["famille-accueil"], "projet_accueil": ["famille"], "lieu_de_vie": "famille-accueil",
    "accueil_payable": "non", "nationalite": "francaise", "commune": "74010",
}  # fmt: skip

OF_AUTONOMY = [
    Place(
        1, "PCH avec l’aide-ménagère", "aide-menagere-ph",
        ((2575, 2575), (3043, 3045), (12499, 12504)),
        (("aide-menagere-ph", {**DISABLED, "aides_percues": ["aah", "pch"]}),),
    ),
    Place(1, "PCH avec l’aide-ménagère d’une personne âgée", "aide-menagere-pa", ((2575, 2575), (3043, 3045))),
    Place(1, "PCH avec l’aide-ménagère en résidence autonomie", "ash-ph-residence-autonomie", ((3597, 3597), (2575, 2575))),
    Place(
        2, "âge de l’aide-ménagère : 60 ou 65 ans", "aide-menagere-pa",
        ((1565, 1567), (1580, 1580), (12473, 12473)),
        (("aide-menagere-pa", {**OLDER, "age": "60", "ressources_mensuelles": "900"}),
         ("aide-menagere-pa", {**OLDER, "age": "64", "ressources_mensuelles": "900"})),
    ),
    Place(
        2, "plafond de l’aide-ménagère : ASPA, ou ASPA et 25 %", "aide-menagere-pa",
        ((1566, 1566), (1582, 1582), (12480, 12480)),
        (("aide-menagere-pa", {**OLDER, "age": "72", "ressources_mensuelles": "1200"}),),
    ),
    Place(2, "heures : 30 et 48, ou 18", "aide-menagere-pa", ((1599, 1599), (12481, 12481))),
    Place(
        2, "plafond de l’aide-ménagère avec un handicap : AAH, ou AAH et 25 %", "aide-menagere-ph",
        ((2537, 2537), (12495, 12495)),
        (("aide-menagere-ph", {**DISABLED, "ressources_mensuelles": "1200"}),),
    ),
    Place(
        3, "ce que vaut le silence entre ACTP et PCH", "actp",
        ((2815, 2815), (2826, 2826), (2834, 2834), (2999, 2999)),
        (("pch", {**PCH, "aides_percues": ["actp"]}),),
    ),
    Place(3, "quand choisir entre ACTP et PCH", "actp", ((2811, 2811), (2994, 2994))),
    Place(3, "choix entre ACTP et PCH, vu de la PCH", "pch", ((2826, 2826), (2999, 2999))),
    Place(
        4, "famille d’une personne handicapée en accueil familial", "ash-accueil-familial-ph",
        ((846, 846), (1331, 1331), (1333, 1333), (12033, 12033)),
    ),
    Place(
        4, "reprise après un accueil familial, avec un handicap", "ash-accueil-familial-ph",
        ((1508, 1516), (12280, 12280)),
    ),
    Place(
        5, "Européens et aide sociale", "aide-sociale",
        ((506, 506), (509, 509)),
        (("aide-menagere-pa", {**OLDER, "age": "72", "ressources_mensuelles": "900", "nationalite": "europeenne"}),
         ("ash-pa", {**CARE_HOME, "nationalite": "europeenne"})),
    ),
    Place(
        5, "Européens et APA", "apa", ((2093, 2093), (12822, 12822)),
        (("apa-domicile", {**OLDER, "age": "72", "gir": "2", "nationalite": "europeenne"}),),
    ),
    Place(6, "début de l’aide à l’hébergement", "ash-pa", ((616, 616), (1676, 1676))),
    Place(6, "début de l’APA", "apa-etablissement", ((2186, 2186), (2188, 2188))),
    Place(6, "début de l’APA pour un court séjour", "hebergement-temporaire-apa", ((2007, 2007), (2009, 2009))),
    Place(
        7, "personne handicapée après 60 ou 65 ans, aide-ménagère", "aide-menagere-ph",
        ((2528, 2534), (2552, 2558)),
        (("aide-menagere-ph", {**DISABLED, **BOTH, "age": "65"}), ("aide-menagere-ph", {**DISABLED, **BOTH, "age": "66"})),
    ),
    Place(
        7, "personne handicapée après 60 ou 65 ans, en maison de retraite", "ash-ph-ehpad",
        ((2629, 2637), (12286, 12286)),
    ),
    Place(20, "cour administrative d’appel nommée à Paris", "recours-rapo", ((818, 823),)),
]  # fmt: skip
