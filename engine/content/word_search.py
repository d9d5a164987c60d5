"""Finding things by the words people type: whole words and beginnings of words, never a piece of another one.

Accents, plurals and doubled letters do not count; a slip of the pen is forgiven where nothing fits as it is typed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

from engine.content.communes import pen_slips, plain

T = TypeVar("T")

# Fewer letters begin too many words.
BEGINNING = 4
# Fewer letters are too near too many words.
FORGIVEN = 5
# Words that link others, or ask what every aid is asked: they say nothing of which one is meant.
_LINKS = """
a an and any at au aux avec avoir ce ces combien comment d dans de demande demander des dossier du elle en est et faire
for get help her his how i il j je l la le les leur ma mes mon montant montants my n of on ou par pas plus pour qu quand
que quel quelle qui quoi s sa se ses si son sur the to un une vos votre vous y
"""
_EMPTY = frozenset(_LINKS.split())
_DOUBLED = re.compile(r"(\D)\1")
_PLURAL = re.compile(r"(?<!e)aux$")


@dataclass(frozen=True)
class Query:
    """What was typed."""

    typed: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words that say something; all of them, if none does."""
        typed = tuple(dict.fromkeys(plain(self.typed).split()))
        return tuple(word for word in typed if word not in _EMPTY) or typed

    def find(self, items: Iterable[tuple[T, str]]) -> list[T]:
        """Of things and their words, those that hold most of what was typed: all of it, wherever one does."""
        known = [(item, frozenset(plain(text).split())) for item, text in items]
        if not self.words:
            return [item for item, _ in known]
        held = Counter[int]()
        for typed in self.words:
            fits = [index for index, (_, words) in enumerate(known) if any(_fits(word, typed) for word in words)]
            held.update(
                fits
                or (index for index, (_, words) in enumerate(known) if any(_is_near(word, typed) for word in words))
            )
        most = max(held.values(), default=0)
        return [item for index, (item, _) in enumerate(known) if held[index] == most > 0]

    def names(self, phrases: Iterable[str], *, nearly: bool = False) -> bool:
        """Whether every word of one of these phrases was typed; `nearly`, with a slip at most in each."""
        fits = _is_near if nearly else _fits
        return any(
            all(any(fits(word, typed) for typed in self.words) for word in Query(item).words) for item in phrases
        )


def _fits(word: str, typed: str) -> bool:
    return _bare(word) == _bare(typed) or (len(typed) >= BEGINNING and word.startswith(typed))


def _is_near(word: str, typed: str) -> bool:
    if min(len(word), len(typed)) < FORGIVEN or abs(len(word) - len(typed)) > 1:
        return False
    return pen_slips(word, typed) <= 1


@lru_cache(maxsize=8192)
def _bare(word: str) -> str:
    """A word without what one hardly hears: « girre » and « GIR », « travaux » and « travail » nearly, become one."""
    if len(word) < BEGINNING:
        return word
    single = _DOUBLED.sub(r"\1", _PLURAL.sub("al", word))
    return re.sub(r"e?[sx]?$", "", single)
