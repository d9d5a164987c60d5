"""What the session holds: the chosen needs and the answers, read and written in one place."""

from __future__ import annotations

from collections.abc import Iterable

from flask import session

from engine.case.case import Case
from engine.content.answers import AnswerError, read_answer, write_answers
from engine.rules.truth import Value
from web.current import catalogue, today

_NEEDS, _ANSWERS = "b", "r"


class NoCaseError(Exception):
    """A page of the journey was asked for without answers: an old link, a closed browser, a refused cookie."""


def load_case() -> Case | None:
    """The case in the session. Answers that the content no longer admits are left out, the others kept."""
    known = catalogue()
    needs = tuple(need for need in session.get(_NEEDS, ()) if need in known.open_needs)
    if not needs:
        return None
    answers: dict[str, Value | None] = {}
    for fact, written in session.get(_ANSWERS, {}).items():
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
    """Keep the needs and the answers that count."""
    session[_NEEDS] = list(case.needs)
    session[_ANSWERS] = write_answers(case.answers)


def start(needs: Iterable[str]) -> None:
    """Begin, or go on, with these needs; answers already given are kept where they still count."""
    known = catalogue()
    wanted = set(needs)
    previous = load_case()
    chosen = tuple(need for need in known.open_needs if need in wanted)
    save_case(Case(known, chosen, previous.given if previous else {}, today()))


def forget() -> None:
    """Drop everything."""
    session.clear()
