"""An aid in its turn: when it comes up, what is asked for before it, and what the same call may give besides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from engine.case.result import Card
from engine.content.entries import AidEntry


class Turn(StrEnum):
    """When an aid comes up: first, beside the first, if another is refused, once another is settled."""

    FIRST = "d-abord"
    ALSO = "aussi"
    FALLBACK = "si-c-est-non"
    NEXT = "ensuite"


@dataclass(frozen=True, eq=False)
class Planned:
    """An aid in its turn. `others` are those that are asked for before it.

    `along` are those that the same call may give: they have no card of their own.
    """

    card: Card
    turn: Turn
    others: tuple[AidEntry, ...] = ()
    along: tuple[Card, ...] = ()

    @property
    def aid(self) -> AidEntry:
        """The aid itself."""
        return self.card.aid

    @property
    def aids(self) -> tuple[AidEntry, ...]:
        """The aid, then those of the same call."""
        return self.aid, *(card.aid for card in self.along)
