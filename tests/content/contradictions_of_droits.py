"""The contradictions of a family's rights, where the texts speak of an emergency."""

from __future__ import annotations

from tests.content.contradictions import Place

# A right hangs on no condition, so nobody stands on its edge: the agent reads both sides.
OF_RIGHTS = [
    Place(17, "cinq jours, pour un accord impossible ou aussi refusé", "droit-accord-parental",
          ((5487, 5487), (8101, 8101))),
    Place(17, "avis écrit sur le lieu, ou accord au bout de 4 semaines", "mineur-confie-ase",
          ((5489, 5491), (8440, 8440))),
]  # fmt: skip
