"""What `make test` takes of a sweep that grows with the catalogue: a part of fixed size, the same one each time.

One rule for all. The part holds one thing at least of each kind, then others, up to `MOST`. Which ones hangs on all that
each of them says: whatever is changed is drawn anew, so that the parts of many changes go round the catalogue. `make
prove` takes the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from hashlib import blake2b
from typing import Any, TypeVar

import pytest

from engine.content.entries import AidEntry

T = TypeVar("T")
Kinds = Callable[[Any], Iterable[Hashable]]

MOST = 16


def kinds_of(thing: object) -> Iterable[Hashable]:
    """What a page or a paper tells apart: of an aid its needs and its nature; of a person their needs."""
    if isinstance(thing, AidEntry):
        written = thing.written
        return *thing.needs, written.nature, "variant" if thing.parent else "whole"
    return getattr(thing, "needs", ())


def words_of(thing: object) -> object:
    """All that it says, as it is written."""
    return getattr(thing, "written", thing)


def part(
    things: Iterable[T], kinds: Kinds = kinds_of, most: int = MOST, by: Callable[[T], object] = words_of
) -> list[T]:
    """At most so many of them, in their order; which ones is drawn `by` what they say.

    None at all is a fault of whoever names them.
    """
    whole = _all(things)
    drawn = sorted(range(len(whole)), key=lambda index: _lot(by(whole[index])))
    left = {kind for thing in whole for kind in kinds(thing)}
    first = []
    for index in drawn:
        if left & set(kinds(whole[index])):
            first.append(index)
            left -= set(kinds(whole[index]))
    if len(first) > most:
        raise ValueError(f"{len(first)} kinds do not fit in a part of {most}: tell fewer of them apart")
    chosen = dict.fromkeys([*first, *drawn])
    return [whole[index] for index in sorted(list(chosen)[:most])]


def _all(things: Iterable[T]) -> list[T]:
    whole = list(things)
    if not whole:
        raise ValueError("a sweep over nothing proves nothing")
    return whole


def _lot(words: object) -> bytes:
    said = repr(words)
    if " at 0x" in said:
        raise ValueError(f"it says nothing of itself that could be drawn by: {said}")
    return blake2b(said.encode(), digest_size=8).digest()


class Swept:
    """How a test goes through many things: `for aid in swept(catalogue.aids.values())`. See the fixture of that name."""

    def __init__(self, whole: bool) -> None:
        self.whole = whole

    def __call__(
        self, things: Iterable[T], kinds: Kinds = kinds_of, most: int = MOST, by: Callable[[T], object] = words_of
    ) -> list[T]:
        return _all(things) if self.whole else part(things, kinds, most, by)


WHOLE = Swept(whole=True)


def cases(
    things: Iterable[T],
    ids: Iterable[str] | None = None,
    kinds: Kinds = kinds_of,
    most: int = MOST,
    by: Callable[[T], object] = words_of,
) -> list[Any]:
    """The same for `parametrize`: one case a thing, named by `ids` or by itself; those outside the part are long."""
    whole = _all(things)
    names = list(map(str, whole)) if ids is None else list(ids)
    here = {id(thing) for thing in part(whole, kinds, most, by)}
    return [
        pytest.param(thing, id=name, marks=[] if id(thing) in here else [pytest.mark.long])
        for thing, name in zip(whole, names, strict=True)
    ]
