"""The shape of a named condition."""

from __future__ import annotations

from engine.content.shapes.base import FactName, Struct, Text


class Definition(Struct, frozen=True, kw_only=True, rename={"test": "si", "text": "texte"}):
    """A condition written once and used by its name; `text` says to authors what it means."""

    id: FactName
    test: Text
    text: Text
