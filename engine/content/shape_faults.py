"""Every fault of a tree that does not have its shape: msgspec alone stops at the first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import msgspec

from engine.content.french_keys import KeyPath
from engine.content.yaml_messages import members, missing, shape_message

Fault = tuple[KeyPath, str]


def shape_faults(tree: Any, shape: Any) -> list[Fault]:
    """(path in the file, French message) of each: none where the tree has its shape.

    What may be of several shapes is one value, and tells its first fault alone.
    """
    kinds = members(shape)
    structs = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, msgspec.Struct)]
    lists = [get_args(kind)[0] for kind in kinds if get_args(kind)[1:] == (...,)]
    found: list[Fault] = []
    if isinstance(tree, dict) and len(structs) == 1:
        found = list(_in_struct(tree, structs[0]))
    elif isinstance(tree, list) and len(lists) == 1:
        found = [fault for index, item in enumerate(tree) for fault in _below(index, item, lists[0])]
    return found or _first(tree, shape)


def _in_struct(tree: dict[str, Any], struct: type[msgspec.Struct]) -> Iterator[Fault]:
    fields = {field.encode_name: field for field in msgspec.structs.fields(struct)}
    unknown = [fault for key in tree if key not in fields for fault in _first({key: tree[key]}, struct)]
    yield from unknown
    for key, field in fields.items():
        if key in tree:
            yield from _below(key, tree[key], field.type)
        elif field.required and not any(f"« {key} »" in message for _, message in unknown):  # a slip is told once
            yield (), missing(key)


def _below(step: str | int, tree: Any, shape: Any) -> Iterator[Fault]:
    for path, message in shape_faults(tree, shape):
        yield (step, *path), message


def _first(tree: Any, shape: Any) -> list[Fault]:
    try:
        msgspec.convert(tree, shape, strict=False)
    except msgspec.ValidationError as error:
        return [shape_message(str(error), shape)]
    return []
