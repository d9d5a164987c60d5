"""The French keys under which content files write the fields of the shapes."""

from __future__ import annotations

from functools import cache

import msgspec

KeyPath = tuple[str | int, ...]


def french_key(shape: type[msgspec.Struct], name: str) -> str:
    """The key under which content files write a struct's field."""
    return french_keys(shape)[name]


@cache
def french_keys(shape: type[msgspec.Struct]) -> dict[str, str]:
    """For each field of a struct, the key under which content files write it."""
    return {info.name: info.encode_name for info in msgspec.structs.fields(shape)}
