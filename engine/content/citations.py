"""Every citation of the content, completed by those around it, with who cites."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from engine.content.catalogue import Catalogue
from engine.content.shapes.base import Source


def citations(catalogue: Catalogue) -> Iterator[tuple[str, Source]]:
    """Who cites, and the full citation, for everything that is cited."""
    for aid in catalogue.aids.values():
        parent = catalogue.aids[aid.parent].source if aid.parent else Source()
        yield from _cited(aid.id, aid.written, parent)
    for rules in catalogue.rules.values():
        yield from _cited(rules.id, rules, Source())
    for name, item in (*catalogue.documents.items(), *catalogue.offices.items()):
        yield from _cited(name, item, Source())
    for emergency in catalogue.emergencies.values():
        yield from _cited(emergency.written.id, emergency.written, Source())
    for route in catalogue.routes:
        yield from _cited(route.written.id, route.written, Source())


def _cited(who: str, item: Any, base: Source) -> Iterator[tuple[str, Source]]:
    """Citations written inside one struct; what a citation leaves out is that of the struct around it."""
    if isinstance(item, Source):
        yield who, item.within(base)
    elif isinstance(item, msgspec.Struct):
        own = getattr(item, "source", None)
        here = own.within(base) if own else base
        if own and own != Source():
            yield who, here
        for name in item.__struct_fields__:
            if name not in ("source", "variants"):  # variants are aids of their own
                yield from _cited(who, getattr(item, name), here)
    elif isinstance(item, tuple):
        for part in item:
            yield from _cited(who, part, base)
