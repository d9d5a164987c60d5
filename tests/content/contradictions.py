"""A place where the texts contradict themselves, and what an agent reads of it."""

from __future__ import annotations

from typing import NamedTuple

from engine.content.answers import Written
from engine.content.catalogue import Catalogue
from engine.content.shapes.aids import AgentNote
from engine.content.source_texts import line_ranges

Lines = tuple[int, int]


class Place(NamedTuple):
    """A contradiction: where it bites, what each side is written on, and people who stand right on it."""

    number: int
    what: str
    owner: str  # an aid, or a shared rule
    sides: tuple[Lines, ...]
    cases: tuple[tuple[str, dict[str, Written]], ...] = ()


def notes_of(catalogue: Catalogue, owner: str) -> tuple[AgentNote, ...]:
    """What an aid tells the agent, or a rule that several aids share."""
    return catalogue.rules[owner].agent_notes if owner in catalogue.rules else catalogue.aids[owner].agent_notes


def cites(note: AgentNote, side: Lines) -> bool:
    first, last = side
    return any(
        start <= last and first <= end for source in note.sources for start, end in line_ranges(source.lines or "0")
    )
