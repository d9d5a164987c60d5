"""Where each fiche of a cited text begins and ends: enough to tell which one holds a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from engine.content.problems import ContentError, Problem
from engine.content.strict_yaml import load_table

FOLDER, SECTIONS = "textes", "fiches.csv"
SECTION_COLUMNS = ("texte", "fiche", "debut", "fin")

Range = tuple[int, int]


class Part(NamedTuple):
    """Lines of one fiche, both ends in it."""

    section: str
    first: int
    last: int


@dataclass(frozen=True)
class Sections:
    """The fiches of one text: « 1/1-9 », the fiche 1-9 of the Livre 1 → where it stands."""

    bounds: Mapping[str, tuple[Range, ...]]

    def hold(self, section: str, first: int, last: int) -> bool:
        """Whether these lines stand in one of the fiches named, as in `1/1-2, 1/annexe`."""
        bounds = (bound for name in names(section) for bound in self.bounds.get(name, ()))
        return any(start <= first and last <= end for start, end in bounds)

    def parts(self, first: int, last: int) -> list[Part]:
        """These lines cut where a fiche ends, in their order; lines between two fiches are left out."""
        found = [
            Part(name, max(first, start), min(last, end))
            for name, bounds in self.bounds.items()
            for start, end in bounds
            if first <= end and start <= last
        ]
        return sorted(found, key=lambda part: part.first)


def names(section: str) -> list[str]:
    """`1/1-2, 1/annexe` → [`1/1-2`, `1/annexe`]."""
    return section.split(", ")


def load_sections(root: Path) -> dict[str, Sections]:
    """By text, the fiches of `root/textes/fiches.csv`; a text that is not divided so is not there.

    Raises:
        ContentError: the file is missing, or has another shape.
    """
    name = f"{FOLDER}/{SECTIONS}"
    found: dict[str, dict[str, tuple[Range, ...]]] = {}
    for number, row in enumerate(load_table(root, name, SECTION_COLUMNS), start=2):
        if not (row["debut"].isdecimal() and row["fin"].isdecimal()):
            raise ContentError([Problem(name, number, "« debut » et « fin » sont des numéros de ligne.")])
        known = found.setdefault(row["texte"], {})
        known[row["fiche"]] = (*known.get(row["fiche"], ()), (int(row["debut"]), int(row["fin"])))
    return {text: Sections(bounds) for text, bounds in found.items()}
