"""What is known of the cited texts without holding their sentences: enough to prove a citation, a figure, a copy.

`questionnaires/textes/` holds it; `python -m tools.source_texts` makes it from the texts.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from engine.content.figures import contacts, figures, in_letters
from engine.content.problems import ContentError, Problem
from engine.content.sections import FOLDER, Range, Sections, load_sections
from engine.content.strict_yaml import load_bytes, load_table
from engine.content.word_runs import HashedRuns

INDEX, TEXTS, RUNS = "index.csv", "textes.csv", "suites.bin"
INDEX_COLUMNS = ("fichier", "octets", "sha256")
TEXT_COLUMNS = ("texte", "fichier", "lignes", "sha256")
LINE_COLUMNS = ("ligne", "empreinte", "chiffres", "contacts")
_MARKUP = str.maketrans({"’": "'", "*": "", "#": "", "_": "", "\\": ""})


class Line(NamedTuple):
    """A line that is not blank: its print, its figures, and the prints of the contacts on it."""

    print: str
    figures: frozenset[str]
    contacts: frozenset[str]


@dataclass(frozen=True)
class SourceText:
    """One edition of a cited text. Lines are counted from 1, and both ends of a range are in it."""

    id: str
    file: str
    line_count: int
    sha256: str  # of the whole file
    lines: Mapping[int, Line]  # blank ones are not there
    sections: Sections

    def has(self, first: int, last: int) -> bool:
        """Whether the text is long enough for these lines, the first not after the last."""
        return 1 <= first <= last <= self.line_count

    def is_blank(self, first: int, last: int) -> bool:
        """Whether there is nothing to read in these lines."""
        return not any(number in self.lines for number in range(first, last + 1))

    def figures(self, ranges: str) -> set[str]:
        """Figures, in digits or in letters, of lines written as in a citation: `580, 590-592`."""
        return {figure for line in self._lines(ranges) for figure in line.figures}

    def prints(self, contact: str, ranges: str) -> bool:
        """Whether a phone number (its digits alone), a postcode or an e-mail address stands in these lines."""
        mark = fingerprint(contact.lower())
        return any(mark in line.contacts or contact in line.figures for line in self._lines(ranges))

    def _lines(self, ranges: str) -> Iterator[Line]:
        for first, last in line_ranges(ranges):
            yield from (self.lines[number] for number in range(first, last + 1) if number in self.lines)


@dataclass(frozen=True)
class SourceTexts:
    """All cited texts by id, and the runs of words found in any of them."""

    texts: Mapping[str, SourceText]
    runs: HashedRuns


def line_ranges(lines: str) -> list[Range]:
    """`580, 590-592` → [(580, 580), (590, 592)].

    Raises:
        ValueError: something else than line numbers is written there.
    """
    found = []
    for part in lines.split(", "):
        first, _, last = part.partition("-")
        found.append((int(first), int(last or first)))
    return found


def fingerprint(text: str) -> str:
    """Eight hexadecimal digits that change with the text: one chance in 4 billion that another has the same."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def describe(text: str) -> Line | None:
    """What is kept of a line; nothing of a blank one. Bold, headings and spacing do not change its print."""
    if not text.strip():
        return None
    plain = " ".join(unicodedata.normalize("NFKC", text).translate(_MARKUP).split())
    return Line(
        fingerprint(plain),
        frozenset(figures(text) | in_letters(text)),
        frozenset(map(fingerprint, contacts(text))),
    )


def load_source_texts(root: Path) -> SourceTexts:
    """Read `root/textes`, `root` being the folder of the content.

    Raises:
        ContentError: a file is missing, is not as the tool left it, or has another shape.
    """
    folder = root / FOLDER
    index = load_table(folder, INDEX, INDEX_COLUMNS)
    altered = _altered(folder, index)
    if altered:
        raise ContentError(altered)
    sections = load_sections(root)
    texts = {
        row["texte"]: SourceText(
            id=row["texte"],
            file=row["fichier"],
            line_count=int(row["lignes"]),
            sha256=row["sha256"],
            lines=_lines(folder, f"{row['texte']}.csv"),
            sections=sections.get(row["texte"], Sections({})),
        )
        for row in load_table(folder, TEXTS, TEXT_COLUMNS)
    }
    return SourceTexts(texts, HashedRuns(load_bytes(folder, RUNS)))


def _altered(folder: Path, index: list[dict[str, str]]) -> list[Problem]:
    return [
        Problem(f"{FOLDER}/{row['fichier']}", 1, "le fichier n’est plus celui que l’outil a écrit. Refaites-le.")
        for row in index
        if hashlib.sha256(load_bytes(folder, row["fichier"])).hexdigest() != row["sha256"]
    ]


def _lines(folder: Path, name: str) -> dict[int, Line]:
    return {
        int(row["ligne"]): Line(
            row["empreinte"], frozenset(row["chiffres"].split()), frozenset(row["contacts"].split())
        )
        for row in load_table(folder, name, LINE_COLUMNS)
    }
