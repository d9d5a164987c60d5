"""What has been worked out for an aid in one state of its rules, kept for the next person in the same state.

A state says which comparisons are true, false or out of reach, and nothing else: neither what was answered nor by whom.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

from engine.content.catalogue import Catalogue

State = tuple[str, int, int, int, int]
T = TypeVar("T")

# Some 10 MB at most; a state takes about 700 bytes.
MOST_STATES = 15_000
# The one that is served, the one that is about to be, and some to spare.
MOST_CATALOGUES = 4


class Memory(dict[State, T]):
    """Results by state. Once full it starts anew, so that it stays small however long the site runs."""

    def keep(self, state: State, found: T) -> T:
        """The result, kept."""
        if len(self) >= MOST_STATES:
            self.clear()
        self[state] = found
        return found


class Memories(Generic[T]):
    """A memory for each of the last few catalogues: what one of them says is never told of another."""

    def __init__(self) -> None:
        self.of: Callable[[Catalogue], Memory[T]] = lru_cache(MOST_CATALOGUES)(lambda _: Memory())
