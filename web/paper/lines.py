"""What a sheet can say, line by line, each with what it is worth to this person: the least useful go first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import inf
from typing import Any

from web.paper.heights import LINE, form_height

STAYS = inf
DETAIL = 45  # what is worth less only explains, or will hardly help


@dataclass(frozen=True, eq=False)
class Line:
    """A line of a part of the sheet, in its forms from the fullest to the shortest.

    `worths` tells of each form what it is worth beside the next one, and of the last beside nothing; never less than
    the one before.
    """

    part: str
    forms: tuple[Any, ...]
    worths: tuple[float, ...]


class Lines:
    """The lines of a sheet, and the cuts that make it shorter; the first `light` ones take details alone."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = tuple(lines)
        losses = [(worth, -place) for place, line in enumerate(self._lines) for worth in line.worths if worth < STAYS]
        self._cut = [-place for _, place in sorted(losses)]
        self.light = sum(worth < DETAIL for worth, _ in losses)

    def __len__(self) -> int:
        """How many cuts can be made."""
        return len(self._cut)

    def heights(self) -> list[float]:
        """About how many points its lines take after each number of cuts."""
        forms = [[form_height(form) for form in line.forms] for line in self._lines]
        done, losing = [0] * len(self._lines), set[str]()
        found = [sum(each[0] for each in forms)]
        for place in self._cut:
            gone, *after = forms[place][done[place] :]
            done[place] += 1
            left = found[-1] - gone + (after[0] if after else 0)
            if not after and self._lines[place].part not in losing:
                losing.add(self._lines[place].part)
                left += LINE  # which says how many are left out
            found.append(left)
        return found

    def kept(self, cuts: int) -> dict[str, list[Any]]:
        """What each part still says after so many cuts."""
        done = Counter(self._cut[:cuts])
        kept: dict[str, list[Any]] = {line.part: [] for line in self._lines}
        for place, line in enumerate(self._lines):
            kept[line.part] += line.forms[done[place] : done[place] + 1]
        return kept

    def left_out(self, cuts: int) -> Counter[str]:
        """How many lines of each part are gone."""
        done = Counter(self._cut[:cuts])
        return Counter(line.part for place, line in enumerate(self._lines) if done[place] == len(line.forms))
