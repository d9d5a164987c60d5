"""The words of the offices that a page holds, each with one sentence that explains it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from engine.content.catalogue import Catalogue
from engine.content.communes import plain
from web.words import i18n
from web.words.wording import Wording

_DRAWN = re.compile(r"<(?:script|style|svg)\b.*?</(?:script|style|svg)>", re.DOTALL)
_READ = re.compile(r">\s*([^<\s][^<]*)")


class Explained(NamedTuple):
    """A word and what it means, in the language of the page."""

    word: str
    meaning: str


class Glossary:
    """Finds words in a page, given each with the ways in which it is written; a capital may begin any of them."""

    def __init__(self, words: Iterable[tuple[Explained, Iterable[str]]]) -> None:
        self._of: dict[str, Explained] = {}
        for word, forms in words:
            for form in forms:
                self._of.setdefault(form, word)
                self._of.setdefault(form[0].upper() + form[1:], word)
        self._order = {word: rank for rank, word in enumerate(sorted(set(self._of.values()), key=_by_letter))}
        self._pattern = re.compile(_whole_words(self._of))

    def found_in(self, html: str) -> list[Explained]:
        """The words that one reads there, each once, in the order of the alphabet. Tags say nothing."""
        if not self._of:
            return []
        text = " ".join(_READ.findall(_DRAWN.sub("<>", f">{html}")))
        forms = set(self._pattern.findall(text))
        return sorted({self._of[" ".join(form.split())] for form in forms}, key=self._order.__getitem__)


def words_in(html: str, wording: Wording) -> list[Explained]:
    """What to explain at the end of a page."""
    return _glossary(wording.catalogue, i18n.current_language()).found_in(html)


@lru_cache(maxsize=32)
def _glossary(catalogue: Catalogue, language: str) -> Glossary:
    """That of a language, which is the one of the request."""
    return Glossary(
        (
            Explained(i18n.say(term, "word", {}), i18n.say(term, "explanation", {})),
            (i18n.say(term, "word", {}), *i18n.say_each(term, "forms", {})),
        )
        for term in catalogue.terms.values()
    )


def _by_letter(word: Explained) -> str:
    return plain(word.word)


def _whole_words(forms: Iterable[str]) -> str:
    """A pattern that begins with letters only, so that a search runs past all others; what stands before comes next.

    Where a form has a space, a line of the page may end.
    """
    endings = defaultdict(list)
    for form in sorted(forms, key=len, reverse=True):
        endings[form[0]].append(re.escape(form[1:]).replace(r"\ ", r"\s+"))
    groups = (rf"{re.escape(first)}(?<!\w.)(?:{'|'.join(rest)})" for first, rest in endings.items())
    return rf"(?:{'|'.join(groups)})(?!\w)"
