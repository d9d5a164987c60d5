"""How many people came to the desk today, by need: numbers in memory, never an answer nor a time, gone at restart."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from multiprocessing import Lock, RawArray


class DayCounts:
    """Made before the processes of an instance are born, it is shared by them all."""

    def __init__(self, needs: Iterable[str]) -> None:
        self._needs = tuple(needs)
        self._cells = RawArray("q", 1 + len(self._needs))  # the day, then a number for each need
        self._lock = Lock()

    def add(self, day: date, needs: Iterable[str]) -> None:
        """One more person for each of these needs; a new day begins at zero."""
        with self._lock:
            self._turn_to(day)
            for need in needs:
                if need in self._needs:
                    self._cells[1 + self._needs.index(need)] += 1

    def of(self, day: date) -> dict[str, int]:
        """Those of this day, by need."""
        with self._lock:
            self._turn_to(day)
            return dict(zip(self._needs, self._cells[1:], strict=True))

    def _turn_to(self, day: date) -> None:
        if self._cells[0] != day.toordinal():
            self._cells[:] = [day.toordinal()] + [0] * len(self._needs)
