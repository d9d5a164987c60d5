"""`oui` and `non` of content files as true and false, wherever a shape wants a truth.

Every scalar is text when it comes from a file, and `avec: {locataire: oui}` must stay one: the shape decides.
"""

from __future__ import annotations

from functools import cache
from typing import Any, get_args, get_origin

import msgspec

from engine.content.french_keys import KeyPath
from engine.content.problems import nearest

_TRUTHS = {"oui": True, "non": False}


class NotATruthError(ValueError):
    """Neither `oui` nor `non` stands at `path`; the message is in French."""

    def __init__(self, written: object, path: KeyPath) -> None:
        super().__init__(f"« {written} » n’est pas possible ici. {nearest(str(written), _TRUTHS)}")
        self.path = path


def with_truths(tree: Any, shape: Any, path: KeyPath = ()) -> Any:
    """The tree of a file of this shape, its truths read.

    Raises:
        NotATruthError: something else stands where a truth is wanted.
    """
    if shape is bool:
        if not isinstance(tree, str) or tree not in _TRUTHS:
            raise NotATruthError(tree, path)
        return _TRUTHS[tree]
    if isinstance(tree, list):
        inner = next((get_args(kind)[0] for kind in _kinds(shape) if get_origin(kind) is tuple), None)
        return [with_truths(item, inner, (*path, index)) for index, item in enumerate(tree)] if inner else tree
    if isinstance(tree, dict) and get_origin(shape) is dict:
        inner = get_args(shape)[1]
        return {key: with_truths(value, inner, (*path, key)) for key, value in tree.items()}
    if isinstance(tree, dict):
        fields = _fields_of(shape)
        return {
            key: with_truths(value, fields[key], (*path, key)) if key in fields else value
            for key, value in tree.items()
        }
    return tree


def _kinds(shape: Any) -> tuple[Any, ...]:
    """The types of a union, or the type itself."""
    return (shape,) if get_origin(shape) in (tuple, dict) else get_args(shape) or (shape,)


def _fields_of(shape: Any) -> dict[str, Any]:
    """The fields of the one struct that may stand here, by their key."""
    for kind in _kinds(shape):
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            return _fields(kind)
    return {}


@cache
def _fields(struct: type[msgspec.Struct]) -> dict[str, Any]:
    """Those fields that are a truth, or may hold one further in."""
    return {
        field.encode_name: field.type
        for field in msgspec.structs.fields(struct)
        if field.type is bool or any(map(_is_deep, _kinds(field.type)))
    }


def _is_deep(kind: Any) -> bool:
    if get_origin(kind) is tuple:
        return any(map(_is_deep, _kinds(get_args(kind)[0])))
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)
