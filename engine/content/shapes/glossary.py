"""The shape of a word of the offices, explained once for every page that holds it."""

from __future__ import annotations

from engine.content.shapes.base import Identifier, Prose, Struct


class Term(Struct, frozen=True, kw_only=True, rename={"word": "mot", "forms": "formes", "explanation": "explication"}):
    """A word as one reads it, the other ways in which it is written, and one sentence that says what it is."""

    id: Identifier
    word: Prose
    forms: tuple[Prose, ...] = ()
    explanation: Prose

    @property
    def written(self) -> tuple[str, ...]:
        """Every way in which it is written."""
        return (self.word, *self.forms)
