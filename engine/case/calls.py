"""One call, one card: of the aids that the same call asks for, the first stands for all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from engine.case.planned import Planned


def one_card_a_call(planned: Iterable[Planned]) -> list[Planned]:
    """The same, in the same order; those of a call that came up already stand along with its first."""
    found: dict[tuple[bool, str], Planned] = {}
    for item in planned:
        call = item.aid.written.same_call
        key = (True, call) if call else (False, item.aid.id)
        first = found.get(key)
        found[key] = replace(first, along=(*first.along, item.card)) if first else item
    return list(found.values())
