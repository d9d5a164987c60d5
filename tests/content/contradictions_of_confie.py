"""The contradictions about a child entrusted to a relative, a delegation of parental authority, a meeting place."""

from __future__ import annotations

from engine.content.answers import Written
from tests.content.contradictions import Place

DELEGATE: dict[str, Written] = {
    "demande_enfance": ["autre-enfant"], "decision_autre_enfant": "jaf", "lien_enfant": "famille", "commune": "74010",
}  # fmt: skip
HEARING: dict[str, Written] = {
    "demande_enfance": ["mesure"], "etape_mesure": ["droits"], "sujet_autorite": ["delegation"],
    "date_jugement": "pas-encore", "commune": "74010",
}  # fmt: skip
CHILDREN_JUDGE: dict[str, Written] = {
    "demande_enfance": ["voir-enfant"], "decision_visite": "juge-enfants", "commune": "74010",
}  # fmt: skip

OF_CHILDREN_IN_CARE = [
    Place(
        12, "indemnité : un degré de parenté, ou aucun", "tiers-digne-confiance-indemnite",
        ((10131, 10131), (10172, 10172), (10186, 10186), (10188, 10188), (10210, 10210)),
        (("tiers-digne-confiance-indemnite", DELEGATE),),
    ),
    Place(
        12, "suivi jusqu’au 4e degré, ou au-delà", "tiers-digne-confiance-accompagnement",
        ((10131, 10131), (10172, 10172), (10186, 10186), (10210, 10210)),
        (("tiers-digne-confiance-accompagnement", DELEGATE),),
    ),
    Place(
        13, "délégation à un tiers, ou au seul Département", "delegation-autorite-parentale",
        ((8593, 8593), (8649, 8649), (8609, 8611), (10151, 10151), (10250, 10250)),
        (("delegation-autorite-parentale", HEARING),),
    ),
    Place(
        13, "indemnité d’une délégation à un particulier", "tiers-digne-confiance-indemnite",
        ((8593, 8593), (8649, 8649), (8609, 8611), (10151, 10151), (10250, 10250)),
        (("tiers-digne-confiance-indemnite", DELEGATE),),
    ),
    Place(
        19, "espace de rencontre : le juge aux affaires familiales seul, ou d’autres", "espace-rencontre",
        ((19, 24), (9, 9), (37, 37), (47, 47)),
        (("espace-rencontre", CHILDREN_JUDGE), ("espace-rencontre-juge-enfants", CHILDREN_JUDGE),
         ("espace-rencontre-service", {**CHILDREN_JUDGE, "decision_visite": "service"})),
    ),
    Place(19, "un parent, ou aussi un proche", "espace-rencontre", ((21, 21), (23, 23))),
]  # fmt: skip
