"""The texts inside a piece of content, and who reads them: said once, by `Prose` and `AgentText` in the shapes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, cast

import msgspec
from msgspec import inspect

from engine.content.french_keys import KeyPath, french_keys


class Said(NamedTuple):
    """A text, its place in the file, and its context: the name of the struct it stands in."""

    place: KeyPath
    context: str
    text: str
    for_agents: bool


def prose(value: Any, place: KeyPath = ()) -> Iterator[Said]:
    """Every text that a person reads inside `value`, in the order of the shapes."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from prose(item, (*place, index))
    elif isinstance(value, msgspec.Struct):
        readers = _readers(type(value))
        for name, key in french_keys(type(value)).items():
            held, here = getattr(value, name), (*place, key)
            if name not in readers:
                yield from prose(held, here)
                continue
            context, for_agents = type(value).__name__, readers[name] == "agent"
            if isinstance(held, str):
                yield Said(here, context, held, for_agents)
            else:
                yield from (Said((*here, index), context, text, for_agents) for index, text in enumerate(held or ()))


def resident_prose(value: Any) -> Iterator[tuple[str, str]]:
    """Context and text of what a resident may read inside `value`: what a language has to translate."""
    return ((said.context, said.text) for said in prose(value) if not said.for_agents)


@cache
def _readers(shape: type[msgspec.Struct]) -> Mapping[str, str]:
    """The fields that hold texts, and who reads each."""
    described = cast(inspect.StructType, inspect.type_info(shape))
    found = ((item.name, _reader(item.type)) for item in described.fields)
    return {name: reader for name, reader in found if reader}


def _reader(kind: inspect.Type) -> str | None:
    match kind:
        case inspect.Metadata(extra=extra) if extra and "prose" in extra:
            return str(extra["prose"])
        case inspect.UnionType(types=types):
            return next(filter(None, map(_reader, types)), None)
        case inspect.VarTupleType(item_type=item):
            return _reader(item)
    return None
