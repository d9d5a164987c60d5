"""The contradiction of the five days of shelter: an agreement that cannot be given, or one that is refused."""

from __future__ import annotations

from tests.content.contradictions import Place

OF_DANGER = [
    Place(17, "5 jours\u00a0: accord impossible, ou refusé", "accueil-urgence", ((5487, 5487), (8101, 8101))),
    Place(17, "5 jours\u00a0: accord impossible, ou refusé", "information-preoccupante", ((5487, 5487), (8101, 8101))),
    Place(17, "5 jours\u00a0: accord impossible, ou refusé", "ase-socle", ((5487, 5487), (8101, 8101))),
]
