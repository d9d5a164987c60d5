"""Where one stands between the first question and the result, in a few words."""

from __future__ import annotations

from engine.case.path import Path
from engine.content.entries import QuestionEntry
from web.words.i18n import gettext

# A longer or vaguer count frightens more than it tells.
_MOST, _WIDEST = 6, 4


def stages(item: QuestionEntry) -> list[tuple[str, bool]]:
    """The stages of the interview, each with whether this question is in it: files 1 and 2, 3, then all others."""
    current = 2 if item.part is None else {1: 0, 2: 0, 3: 1}.get(item.part, 2)
    names = (gettext("Besoin"), gettext("Personne"), gettext("Situation"), gettext("Résultat"))
    return [(name, index == current) for index, name in enumerate(names)]


def left(path: Path) -> tuple[int, int] | None:
    """How many questions are left, at least and at most, where that is few and nearly sure."""
    found = path.left(_MOST)
    return found if found and found[1] - found[0] <= _WIDEST else None
