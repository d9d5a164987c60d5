"""The contradictions on births in secret, children handed over and pupils of the State."""

from __future__ import annotations

from engine.content.answers import Written
from tests.content.contradictions import Place

HANDED: dict[str, Written] = {"demande_enfance": ["adoption"], "sujet_adoption": "confie"}
FATHER: dict[str, Written] = {"demande_enfance": ["adoption"], "sujet_adoption": "pere"}

OF_NAISSANCE = [
    Place(
        11, "deux mois depuis la remise, ou depuis le procès-verbal", "reprise-enfant-remis",
        ((9615, 9615), (9653, 9653), (9786, 9786)),
        (("reprise-enfant-remis", {**HANDED, "signature_pv": "de-2-a-6-mois"}),),
    ),
    Place(
        11, "les deux mois, dits à qui accouchera en secret", "accouchement-secret",
        ((9615, 9615), (9653, 9653), (9786, 9786)),
    ),
    Place(
        11, "six mois pour l’autre parent, définitif après deux", "reprise-enfant-remis",
        ((9790, 9790), (9665, 9665), (9776, 9776)),
        (("reprise-enfant-remis", {**FATHER, "signature_pv": "de-2-a-6-mois"}),),
    ),
    Place(
        11, "le père, entre deux et six mois", "filiation-pere-naissance-secrete",
        ((9790, 9790), (9665, 9665), (9776, 9776)),
        (("filiation-pere-naissance-secrete", {**FATHER, "signature_pv": "de-2-a-6-mois"}),),
    ),
    Place(11, "pupille provisoire, puis définitif", "pupille-etat", ((9776, 9776), (9790, 9790), (9665, 9665))),
]  # fmt: skip
