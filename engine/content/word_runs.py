"""Runs of words, and the hashed set that knows those of the source texts without holding a word of them."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby
from re import findall

RUN = 8  # as many words in a row, figures apart, are a copy
Run = tuple[str, ...]

# A run is the first 40 bits of its SHA-256. The first 16 say in which of the drawers it lies, the other 24 are in it.
_DRAWERS = 1 << 16
_DRAWER_BYTES, _REST_BYTES = 2, 3
_HASHES = 1 << 8 * (_DRAWER_BYTES + _REST_BYTES)


def words(text: str) -> list[str]:
    """The words of a text: small letters, no accent, no sign; « l’aide » is one, `l'aide`."""
    bare = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return findall(r"[a-z0-9]+(?:['-][a-z0-9]+)*", "".join(c for c in bare if not unicodedata.combining(c)))


def runs(text: str) -> Iterator[Run]:
    """Every run of `RUN` words without a figure."""
    found = words(text)
    for start in range(len(found) - RUN + 1):
        run = tuple(found[start : start + RUN])
        if not any(character.isdigit() for word in run for character in word):
            yield run


class HashedRuns:
    """A set of runs that can be asked « is this one of yours? », and never says which it holds.

    `run in hashed` is always true for a run put in, and true by chance, for another, as often as `odds` says.
    """

    def __init__(self, packed: bytes) -> None:
        """Take what `pack` gave.

        Raises:
            ValueError: these bytes were not made by `pack`.
        """
        self._starts = [0, *accumulate(packed[:_DRAWERS])]
        self._rests = packed[_DRAWERS:]
        if len(packed) < _DRAWERS or len(self._rests) != self._starts[-1] * _REST_BYTES:
            raise ValueError("the drawers do not hold as many runs as they say")

    def __len__(self) -> int:
        return self._starts[-1]

    def __contains__(self, run: Run) -> bool:
        drawer, rest = _hash(run)
        first, last = self._starts[drawer], self._starts[drawer + 1]
        return any(self._rests[at : at + _REST_BYTES] == rest for at in _places(first, last))

    @property
    def odds(self) -> float:
        """Chance that a run of other words is taken for one of these, between 0 and 1."""
        return len(self) / _HASHES


def pack(found: Iterable[Run]) -> bytes:
    """How many runs each drawer holds, one byte a drawer; then the runs, three bytes each, in order.

    Raises:
        ValueError: a drawer would hold more than 255 runs.
    """
    hashes = sorted({_hash(run) for run in found})
    held = dict.fromkeys(range(_DRAWERS), 0)
    held.update((drawer, len(list(same))) for drawer, same in groupby(hashes, key=lambda pair: pair[0]))
    return bytes(held.values()) + b"".join(rest for _, rest in hashes)


def _places(first: int, last: int) -> range:
    return range(first * _REST_BYTES, last * _REST_BYTES, _REST_BYTES)


def _hash(run: Run) -> tuple[int, bytes]:
    digest = hashlib.sha256(" ".join(run).encode()).digest()
    return int.from_bytes(digest[:_DRAWER_BYTES]), digest[_DRAWER_BYTES : _DRAWER_BYTES + _REST_BYTES]
