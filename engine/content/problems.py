"""What is wrong in a content file, said so that its author can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: `file` relative to the content folder, `line` from 1, `message` in French."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}, ligne {self.line} : {self.message}"


class ContentError(Exception):
    """The content cannot be used. Holds every problem found, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def nearest(word: str, valid: Iterable[str]) -> str:
    """A French hint naming the closest valid spelling, or a few valid ones when none is close."""
    known = sorted(set(valid))
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    if close:
        return f"Vouliez-vous écrire « {close[0]} » ?"
    shown = ", ".join(known[:12]) + (", …" if len(known) > 12 else "")
    return f"Valeurs possibles : {shown or 'aucune'}."
