"""The shape of emergency numbers."""

from __future__ import annotations

from engine.content.shapes.base import Identifier, Prose, Source, Struct, Text


class Emergency(
    Struct,
    frozen=True,
    kw_only=True,
    rename={"number": "numero", "name": "nom", "purpose": "pour", "free": "gratuit", "when": "si"},
):
    """An emergency number, and the danger that puts it first."""

    id: Identifier
    number: Text
    name: Prose
    purpose: Prose
    free: Prose | None = None
    source: Source
    when: Text | None = None
