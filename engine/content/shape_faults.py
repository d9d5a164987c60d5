"""Every fault of a tree that does not have its shape: msgspec alone stops at the first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from engine.content.french_keys import KeyPath
from engine.content.yaml_messages import members, missing, shape_message


def shape_faults(tree: Any, shape: Any) -> Iterator[tuple[KeyPath, str]]:
    """(path in the file, French message) of each; struct by struct, and one for whatever else is wrong in one value."""
    structs = [kind for kind in members(shape) if isinstance(kind, type) and issubclass(kind, msgspec.Struct)]
    if len(structs) != 1 or not isinstance(tree, dict):
        yield from _first(tree, shape)
        return
    fields = {field.encode_name: field for field in msgspec.structs.fields(structs[0])}
    unknown = [fault for key in tree.keys() - fields.keys() for fault in _first({key: tree[key]}, structs[0])]
    yield from unknown
    for key, field in fields.items():
        if key in tree:
            yield from (((key, *path), message) for path, message in shape_faults(tree[key], field.type))
        elif field.required and not any(f"« {key} »" in message for _, message in unknown):  # a slip is told once
            yield (), missing(key)


def _first(tree: Any, shape: Any) -> Iterator[tuple[KeyPath, str]]:
    try:
        msgspec.convert(tree, shape, strict=False)
    except msgspec.ValidationError as error:
        yield shape_message(str(error), shape)
