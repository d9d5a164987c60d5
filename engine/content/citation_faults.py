"""Citations that point nowhere: lines that run backwards, beyond the end of their text, or out of their fiche."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

import msgspec

from engine.content.content_folder import Placed
from engine.content.french_keys import KeyPath, french_keys
from engine.content.problems import Problem
from engine.content.section_faults import section_faults
from engine.content.sections import Sections
from engine.content.shapes.base import Source
from engine.content.shapes.cited_texts import CitedText


def citation_faults(
    place: Placed[Any], texts: Mapping[str, CitedText], sections: Mapping[str, Sections] | None
) -> list[Problem]:
    """What is wrong with the lines cited anywhere in a struct; fiches are looked at where their bounds are known."""
    found: list[Problem] = []
    for path, source, full in _citations(place.item, Source(), ()):
        astray = list(_line_faults(source.lines or "", texts.get(full.cited_text or "")))
        found += [place.problem(fault, *path, "lignes") for fault in astray]
        if sections is not None and not astray:
            faults = section_faults(source, full, sections.get(full.cited_text or ""))
            found += [place.problem(fault, *path, key) for key, fault in faults]
    return found


def _citations(item: Any, around: Source, path: KeyPath) -> Iterator[tuple[KeyPath, Source, Source]]:
    """Each citation inside, as it is written, and completed by those of the structs around it."""
    if isinstance(item, tuple):
        for index, part in enumerate(item):
            yield from _citations(part, around, (*path, index))
    elif isinstance(item, Source):
        yield path, item, item.within(around)
    elif isinstance(item, msgspec.Struct):
        own = getattr(item, "source", None)
        around = own.within(around) if own else around
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


def _line_faults(lines: str, text: CitedText | None) -> Iterator[str]:
    """The first fault of the lines alone, if any."""
    for part in lines.split(", ") if lines else ():
        first, _, last = part.partition("-")
        start, end = int(first), int(last or first)
        if start < 1 or end < start:
            yield f"les lignes « {part} » ne se suivent pas."
            return
        if text is not None and text.last_line is not None and end > text.last_line:
            yield f"la ligne {end} n’existe pas : « {text.id} » finit à la ligne {text.last_line}."
            return
