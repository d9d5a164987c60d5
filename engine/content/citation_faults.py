"""Citations that point nowhere: lines that run backwards, or beyond the end of the text they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

import msgspec

from engine.content.content_folder import Placed
from engine.content.french_keys import KeyPath, french_keys
from engine.content.problems import Problem
from engine.content.shapes.base import Source
from engine.content.shapes.cited_texts import CitedText


def citation_faults(place: Placed[Any], texts: Mapping[str, CitedText]) -> list[Problem]:
    """What is wrong with the lines cited anywhere in a struct."""
    return [
        place.problem(fault, *path, "lignes")
        for path, source, text in _citations(place.item, None, ())
        if (fault := _fault(source.lines or "", texts.get(text or "")))
    ]


def _citations(item: Any, around: str | None, path: KeyPath) -> Iterator[tuple[KeyPath, Source, str | None]]:
    """Each citation inside, and the text it is of: that of the struct around it, unless it names another."""
    if isinstance(item, tuple):
        for index, part in enumerate(item):
            yield from _citations(part, around, (*path, index))
    elif isinstance(item, Source):
        if item.lines:
            yield path, item, item.cited_text or around
    elif isinstance(item, msgspec.Struct):
        own = getattr(item, "source", None)
        around = (own.cited_text if own else None) or around
        for name, key in _may_cite(type(item)).items():
            yield from _citations(getattr(item, name), around, (*path, key))


@cache
def _may_cite(shape: type[msgspec.Struct]) -> dict[str, str]:
    """Fields that are not plain text, with their French keys."""
    keys = french_keys(shape)
    fields = msgspec.structs.fields(shape)
    return {field.name: keys[field.name] for field in fields if _holds_struct(field.type)}


def _holds_struct(kind: Any) -> bool:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return True
    return any(map(_holds_struct, get_args(kind)))


def _fault(lines: str, text: CitedText | None) -> str | None:
    for part in lines.split(", ") if lines else ():
        first, _, last = part.partition("-")
        start, end = int(first), int(last or first)
        if start < 1 or end < start:
            return f"les lignes « {part} » ne se suivent pas."
        if text is not None and text.last_line is not None and end > text.last_line:
            return f"la ligne {end} n’existe pas : « {text.id} » finit à la ligne {text.last_line}."
    return None
