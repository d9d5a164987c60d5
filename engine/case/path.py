"""Where someone stands in the interview. What may still be asked is looked for only as far as someone wants to know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Protocol

from engine.rules.prospects import View
from engine.rules.truth import Value


class Walk(Protocol):
    """A walk on which every answer that counts is used. Each further step passes over a question, the next one first.

    `because_of` names the aids that hang on a question taken or passed over, when it is asked; `at_least` is a lower
    bound on how many are left, from the first step on. `wanted` counts those that will surely come, if no more answers
    do.
    """

    taken: dict[str, Value | None]
    view: View
    skipped: list[str]
    at_least: int

    @property
    def wanted(self) -> int: ...

    def because_of(self, fact: str) -> tuple[str, ...]: ...

    def step(self) -> bool:
        """Go on; false once nothing is left to ask."""


class Path:
    """`asked` are the questions answered, in order; `answers` their answers, the obsolete ones dropped."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self.asked = tuple(walk.taken)
        self.answers = walk.taken

    @property
    def view(self) -> View:
        """What all these answers make of the comparisons that rules are made of."""
        return self._walk.view

    @property
    def next(self) -> str | None:
        """The question to ask now, or nothing when all is settled."""
        return next(self._ahead(), None)

    @property
    def pending(self) -> tuple[str, ...]:
        """The questions that may still be asked, the next one first."""
        return tuple(self._ahead())

    @property
    def at_least(self) -> int:
        """How many are left, at least."""
        return self._walk.at_least if self.next else 0

    @property
    def at_most(self) -> int:
        """How many are left, at most."""
        return len(self.pending)

    @property
    def because(self) -> Mapping[str, tuple[str, ...]]:
        """For each question asked or pending, the aids that hang on it when it is asked."""
        return {fact: self._walk.because_of(fact) for fact in (*self.asked, *self.pending)}

    def leads_to(self, fact: str) -> bool:
        """Whether a question was asked, or may still be."""
        return fact in self.answers or fact in self._ahead()

    def why(self, fact: str) -> tuple[str, ...]:
        """The aids that hang on a question to which it leads."""
        return self._walk.because_of(fact) if self.leads_to(fact) else ()

    def left(self, most: int) -> tuple[int, int] | None:
        """How many questions are left, at least and at most, unless they may be more than `most`."""
        if len(self._walk.skipped) + self._walk.wanted > most:
            return None
        ahead = list(islice(self._ahead(), most + 1))
        return (self.at_least, len(ahead)) if len(ahead) <= most else None

    def _ahead(self) -> Iterator[str]:
        place = 0
        while place < len(self._walk.skipped) or self._walk.step():
            yield self._walk.skipped[place]
            place += 1
