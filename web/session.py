"""What the session holds: the chosen needs and the answers, read and written in one place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from flask import request, session

from engine.case.case import Case
from engine.content.answers import AnswerError, read_answer, write_answers
from engine.rules.truth import Answers, Value
from web.cookie import ANSWERS, GuideSession
from web.current import catalogue, today

# A field of every form made for a browser that had sent its cookie: without it, nobody can tell refused from erased.
CAME = "revenu"
_NEEDS = "b"


class NoCaseError(Exception):
    """A page of the journey was asked for without answers: `why_lost` says why there are none."""


def load_case() -> Case | None:
    """The case in the session. Answers that the content no longer admits are left out, the others kept."""
    known = catalogue()
    needs = tuple(need for need in session.get(_NEEDS, ()) if need in known.open_needs)
    if not needs:
        return None
    answers: dict[str, Value | None] = {}
    for fact, written in session.get(ANSWERS, {}).items():
        try:
            answers[fact] = read_answer(known, fact, written)
        except AnswerError:
            continue
    return Case(known, needs, answers, today())


def current_case() -> Case:
    """The case of this request.

    Raises:
        NoCaseError: there is none.
    """
    case = load_case()
    if case is None:
        raise NoCaseError
    return case


def save_case(case: Case) -> None:
    """Keep the needs and all that was answered.

    What no longer counts is kept aside too, so that changing one's mind twice loses nothing; the case never uses it.
    """
    session[_NEEDS] = list(case.needs)
    session[ANSWERS] = write_answers(case.given)


def start(needs: Iterable[str]) -> None:
    """Begin, or go on, with these needs; answers already given are kept, and count where they still do."""
    known = catalogue()
    wanted = set(needs)
    previous = load_case()
    chosen = tuple(need for need in known.open_needs if need in wanted)
    save_case(Case(known, chosen, previous.given if previous else {}, today()))


def start_with(needs: Iterable[str], answers: Answers) -> None:
    """Begin anew with these needs and answers: what was answered before may be of someone else."""
    known = catalogue()
    wanted = set(needs)
    save_case(Case(known, tuple(need for need in known.open_needs if need in wanted), answers, today()))


def erase() -> None:
    """Drop everything, the cookie included. Its trace tells which visit is over, so that nothing brings it back."""
    cast(GuideSession, session).erase()


def kept_unread() -> bool:
    """Whether the browser has a cookie that cannot be read here: what it holds is still there."""
    return cast(GuideSession, session).lost == "unreadable"


def why_lost() -> str:
    """Why there is no case.

    `erased`, `expired`, `damaged`, `unreadable` for now, `gone` with its cookie, or `none` was ever there.
    """
    found = cast(GuideSession, session)
    if _NEEDS in found:  # needs that the content has no more
        return "damaged"
    if found.lost in ("unreadable", "damaged"):
        return found.lost
    if _NEEDS in found.held:
        return "expired"
    if found.erased:
        return "erased"
    return "gone" if not found.came and CAME in request.form else "none"
