"""Which groups of a long list of answers are folded, so that the button under it is within two screens of a telephone.

Nobody measures a page here: how many lines each text takes is guessed from its length, at 360 × 740.
"""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from engine.content.shapes.questions import Option, Question
from web.words import i18n
from web.words.wording import Wording

_ROOM = 42  # lines of 25 px, from the title to the button
_TITLE, _HINT, _BOX = 19, 31, 27  # signs a line
_TALL = 1.5  # lines that one line of the title takes
_HEADING, _FOLDED = 1.3, 4  # lines of the title of a group; of a group that is folded
_GLIMPSE = 44  # signs


class Group(NamedTuple):
    """Answers under one heading. `glimpse` says a few of them while it is folded."""

    heading: str | None
    options: list[Option]
    open: bool
    glimpse: str


def fold(wording: Wording, question: Question) -> list[Group]:
    """The groups of a list that is too long to stand open: the first ones are open while there is room.

    None where all of it fits.
    """
    if not any(option.group for option in question.options):
        return []
    groups = wording.grouped_options(question)
    heights = [_height(wording, options) + (_HEADING if name else 0) for name, options in groups]
    room = _ROOM - _around(wording, question) - sum(heights)
    if room >= 0:
        return []
    room += sum(height - _FOLDED for height, (name, _) in zip(heights, groups, strict=True) if name)
    folded = []
    for height, (name, options) in zip(heights, groups, strict=True):
        if name:
            room -= height - _FOLDED
        folded.append(Group(name, options, room >= 0 or len(options) == 1, _glimpse(wording, options)))
    return folded


def _around(wording: Wording, question: Question) -> float:
    """The title, and « je ne sais pas »."""
    title = _TALL * _lines(wording.say(question), _TITLE) + _lines(wording.say(question, "help"), _HINT)
    unknown = question.dont_know
    return title + 1 + _lines(wording.say(unknown), _BOX) + _lines(wording.say(unknown, "who"), _BOX)


def _height(wording: Wording, options: list[Option]) -> int:
    said = ((wording.say(option), wording.say(option, "help")) for option in options)
    return sum(1 + _lines(text, _BOX) + _lines(help_, _BOX) for text, help_ in said)


def _lines(text: str, signs: int) -> int:
    return ceil(len(text) / signs)


def _glimpse(wording: Wording, options: list[Option]) -> str:
    """What the content says of the group, else the first answers that stand in a line or two."""
    if told := next((option for option in options if option.glimpse), None):
        return wording.say(told, "glimpse")
    said = [wording.say(option) for option in options]
    shown = 1
    while shown < len(said) and len(i18n.semicolon().join(said[: shown + 1])) <= _GLIMPSE:
        shown += 1
    return i18n.semicolon().join(said[:shown]) + ("…" if shown < len(said) else "")
