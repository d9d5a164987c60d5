"""Where each fiche of a règlement begins and ends: its table of contents, matched with the headings of its pages.

The pages carry no number: the nth heading of a Livre is the nth fiche that the table of contents gives to this Livre.
The annexes of a Livre are one (`1/annexe`), and so is each deliberation of the same collection (`CD-2023-0067`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_BOOK_LISTED = re.compile(r"## Livre (\d)\b")
_SHEET_LISTED = re.compile(r"Fiche (\d+-\d+)\s+(.+)")
_TITLE = re.compile(r"# RÈGLEMENT DÉPARTEMENTAL D.AIDE SOCIALE")
_BOOK = re.compile(r"RDAS .+ - Livre (\d)\s*$")
_HEADING = re.compile(r"# (?!\*)(.+)")  # in bold, it is the title of the whole Livre
_MINUTES = re.compile(r"\*\*Extrait des Procès-Verbaux")
_DELIBERATION = re.compile(r"\*\*n° (CD-\d{4}-\d{4})\*\*\s*$")

Start = tuple[int, str]  # first line, name; without a name, it only ends what stands before


class Bounds(NamedTuple):
    """First and last line of a fiche, counted from 1, both in it."""

    section: str
    first: int
    last: int


class MismatchError(ValueError):
    """The headings are not those that the table of contents announces."""


def section_bounds(lines: Sequence[str]) -> list[Bounds]:
    """The fiches of a text, in the order of its lines; none where it is not divided so.

    Raises:
        MismatchError: a Livre has more or fewer headings than fiches, or one that no word ties to its fiche.
    """
    starts = sorted([*_deliberations(lines), *_sections(lines)])
    return [
        Bounds(name, first, max(number for number in range(first, following) if lines[number - 1].strip()))
        for (first, name), (following, _) in pairwise([*starts, (len(lines) + 1, "")])
        if name
    ]


def _deliberations(lines: Sequence[str]) -> Iterator[Start]:
    """Each begins at the « Extrait des procès-verbaux » above its number."""
    start = 0
    for number, line in enumerate(lines, 1):
        if _MINUTES.match(line):
            start = number
        elif start and (match := _DELIBERATION.match(line)):
            yield start, match[1]
            start = 0


def _sections(lines: Sequence[str]) -> Iterator[Start]:
    """The title of the règlement, then fiches and annexes: a Livre named a second time begins its annexes."""
    books = [(number, match[1]) for number, line in enumerate(lines, 1) if (match := _BOOK.match(line))]
    if not books:
        return
    listed = dict(_listed(lines[: books[0][0]]))
    yield from ((number, "") for number, line in enumerate(lines[: books[0][0]], 1) if _TITLE.match(line))
    seen = set[str]()
    for (first, book), (following, _) in pairwise([*books, (len(lines) + 1, "")]):
        yield first, f"{book}/annexe" if book in seen else ""
        if book not in seen:
            headings = [number for number in range(first, following) if _HEADING.match(lines[number - 1])]
            yield from _matched(lines, book, listed.get(book, []), headings)
        seen.add(book)


def _listed(lines: Sequence[str]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The table of contents: for each Livre, number and title of its fiches."""
    sections: list[tuple[str, str]] = []
    for line in lines:
        if match := _BOOK_LISTED.match(line):
            sections = []
            yield match[1], sections
        elif match := _SHEET_LISTED.match(line):
            sections.append((match[1], match[2]))


def _matched(lines: Sequence[str], book: str, sections: list[tuple[str, str]], headings: list[int]) -> Iterator[Start]:
    if len(sections) != len(headings):
        raise MismatchError(f"Livre {book} : {len(sections)} fiches au sommaire, {len(headings)} titres dans le texte.")
    for (section, title), number in zip(sections, headings, strict=True):
        if not _beginnings(title) & _beginnings(lines[number - 1]):
            raise MismatchError(f"Livre {book}, fiche {section} : « {title} » n’est pas le titre de la ligne {number}.")
        yield number, f"{book}/{section}"


def _beginnings(text: str) -> set[str]:
    """Of the words long enough to mean something: singular or plural, « travailleur » is the same."""
    return {word[:5] for word in re.findall(r"\w{4,}", text.casefold().replace("é", "e"))}
