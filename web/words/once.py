"""Texts of several aids, said together: no sentence twice."""

from __future__ import annotations

import re
from collections.abc import Iterable

_END = re.compile("(?<=[.!?]) ")


def once(texts: Iterable[str]) -> list[str]:
    """The texts in their order, each without the sentences that one before it has said; none that has none left."""
    told = dict[str, None]()
    kept = []
    for text in texts:
        new = [sentence for sentence in _END.split(text) if sentence not in told]
        told |= dict.fromkeys(new)
        kept.append(" ".join(dict.fromkeys(new)))
    return list(filter(None, kept))
