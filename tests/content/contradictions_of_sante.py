"""The contradictions on a refusal of care."""

from __future__ import annotations

from engine.content.answers import Written
from tests.content.contradictions import Place

REFUSED: dict[str, Written] = {"demande_sante": ["refus"], "soin_urgent": "non", "pratique_refus": ["rendez-vous"]}
OWNER = "refus-soins-discriminatoire"

OF_HEALTH = [
    Place(
        18, "la preuve à la charge du patient, ou du médecin", OWNER, ((33, 33), (48, 48)),
        ((OWNER, {**REFUSED, "soignant": "departement", "motif_soins": "nsp"}),
         (OWNER, {**REFUSED, "soignant": "departement", "motif_soins": "aucune"})),
    ),
    Place(
        18, "conciliation avec un ordre, sanction pour tous", OWNER, ((116, 121), (153, 153)),
        ((OWNER, {**REFUSED, "soignant": "autre", "motif_soins": "c2s"}),),
    ),
    Place(18, "la contraception d’urgence refusée, une proposition de loi", OWNER, ((8, 8), (152, 152))),
    Place(18, "la même, dite à qui cherche une contraception", "contraception-gratuite", ((8, 8), (152, 152))),
]  # fmt: skip
