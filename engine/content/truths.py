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
    """The tree of a file of this shape, its truths read. What can hold none is not looked through.

    Raises:
        NotATruthError: something else stands where a truth is wanted.
    """
    if shape is bool:
        if not isinstance(tree, str) or tree not in _TRUTHS:
            raise NotATruthError(tree, path)
        return _TRUTHS[tree]
    if isinstance(tree, list):
        inner = _item(shape)
        return [with_truths(item, inner, (*path, index)) for index, item in enumerate(tree)] if inner else tree
    if isinstance(tree, dict):
        inside = dict.fromkeys(tree, get_args(shape)[1]) if get_origin(shape) is dict else _inside(shape)
        for key, kind in inside.items():
            if key in tree:
                tree[key] = with_truths(tree[key], kind, (*path, key))
    return tree


@cache
def _item(shape: Any) -> Any:
    """The shape of what a list of this shape holds, if that may hold a truth."""
    items = (get_args(kind)[0] for kind in _kinds(shape) if get_origin(kind) is tuple)
    return next(filter(_holds_truth, items), None)


@cache
def _inside(shape: Any) -> dict[str, Any]:
    """The keys of the one struct that may stand here whose value may hold a truth, each with its shape."""
    struct = next(filter(_is_struct, _kinds(shape)), None)
    fields = msgspec.structs.fields(struct) if struct else ()
    return {field.encode_name: field.type for field in fields if _holds_truth(field.type)}


def _holds_truth(shape: Any, around: tuple[Any, ...] = ()) -> bool:
    """Whether it is a truth, or may hold one further in: an aid, inside an aid, was looked at when it came first."""
    if shape is bool:
        return True
    for kind in _kinds(shape):
        if get_origin(kind) is tuple:
            further = get_args(kind)[:1]
        elif _is_struct(kind) and kind not in around:
            further, around = tuple(field.type for field in msgspec.structs.fields(kind)), (*around, kind)
        else:
            continue
        if any(_holds_truth(item, around) for item in further):
            return True
    return False


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _kinds(shape: Any) -> tuple[Any, ...]:
    """The types of a union, or the type itself."""
    return (shape,) if get_origin(shape) in (tuple, dict) else get_args(shape) or (shape,)
