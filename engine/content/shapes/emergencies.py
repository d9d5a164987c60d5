"""The shape of emergency numbers."""

from __future__ import annotations

from engine.content.shapes.base import FactName, Identifier, Prose, Source, Struct, Text


class Emergency(
    Struct,
    frozen=True,
    kw_only=True,
    rename={
        "number": "numero",
        "name": "nom",
        "purpose": "pour",
        "free": "gratuit",
        "when": "si",
        "doubt": "doute",
        "before_all": "avant_tout",
    },
):
    """An emergency number, and the danger that puts it forward.

    `doubt` names the question whose « je ne suis pas sûr » puts it forward too; `before_all` says to whom it is shown
    before all other numbers.
    """

    id: Identifier
    number: Text
    name: Prose
    purpose: Prose
    free: Prose | None = None
    source: Source
    when: Text | None = None
    doubt: FactName | None = None
    before_all: Text | None = None
