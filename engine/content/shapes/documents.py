"""The shape of a document to gather."""

from __future__ import annotations

from engine.content.shapes.base import Identifier, Prose, Source, Struct


class Document(
    Struct,
    frozen=True,
    kw_only=True,
    rename={
        "name": "nom",
        "instead": "remplace_par",
        "max_age": "age_maximum",
        "where": "ou_obtenir",
        "rejected": "refuse_si",
    },
):
    """A document to gather."""

    id: Identifier
    name: Prose
    detail: Prose | None = None
    instead: tuple[Prose, ...] = ()
    max_age: Prose | None = None
    where: Prose | None = None
    rejected: Prose | None = None
    source: Source = Source()
