"""Which aids cannot go together: written in one of the two, read in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from engine.content.shapes.aids import Aid, Exclusion
from engine.content.shapes.base import Source


class Side(NamedTuple):
    """An exclusion as one of the two aids sees it; `second` when it gives way while the other is open."""

    exclusion: Exclusion
    second: bool


def both_ways(aids: Iterable[Aid]) -> dict[str, tuple[Side, ...]]:
    """Every aid's exclusions by its id: those it writes, then those that others write of it and it does not.

    Where neither of two yields, both come second.
    """
    own: dict[str, list[Exclusion]] = {}
    mirrored: list[tuple[str, Exclusion]] = []
    for aid, source in _all(aids, Source()):
        own[aid.id] = [replace(item, source=item.source.within(source)) for item in aid.exclusions]
        mirrored += [
            (item.other, replace(item, other=aid.id, yields=False)) for item in own[aid.id] if item.other is not None
        ]
    yielding = {(name, item.other) for name, items in own.items() for item in items if item.yields}
    for name, item in mirrored:
        if item.other not in {known.other for known in own.setdefault(name, [])}:
            own[name].append(item)
    return {
        name: tuple(Side(item, (item.other, name) not in yielding) for item in items) for name, items in own.items()
    }


def held_tests(aids: Iterable[Aid]) -> Mapping[str, str]:
    """How one tells that each aid is already received, by its id; a variant is told as its parent is."""
    found: dict[str, str] = {}
    for aid, _ in _all(aids, Source()):
        if aid.held:
            found[aid.id] = aid.held.test
        for variant in aid.variants:
            if aid.id in found:
                found[variant.id] = found[aid.id]
    return found


def _all(aids: Iterable[Aid], around: Source) -> Iterator[tuple[Aid, Source]]:
    """Aids and their variants, parents first, each with its whole citation."""
    for aid in aids:
        source = aid.source.within(around)
        yield aid, source
        yield from _all(aid.variants, source)
