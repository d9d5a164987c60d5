"""The shape of the texts that rules come from."""

from __future__ import annotations

from engine.content.shapes.base import Identifier, Struct, Text


class CitedText(
    Struct,
    frozen=True,
    kw_only=True,
    rename={
        "name": "nom",
        "short": "court",
        "file": "fichier",
        "status": "statut",
        "link": "lien",
        "last_line": "derniere_ligne",
    },
):
    """A text the rules come from; no citation may point beyond its last line, where that is known."""

    id: Identifier
    name: Text
    date: Text | None = None
    short: Text | None = None
    file: Text | None = None
    status: Text | None = None
    link: Text | None = None
    last_line: int | None = None
