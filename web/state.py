"""What the session holds: the chosen needs and the answers, read and written in one place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from flask import current_app, request, session

from engine.answers import AnswerError, read_answer, write_answers
from engine.assessment import Assessment
from engine.catalogue import Catalogue
from engine.checklist import Checklist, checklist, emergencies
from engine.compiled import CompiledEmergency
from engine.interview import Path, assess_path, walk
from engine.truth import Amounts, Answers, Value

_NEEDS, _ANSWERS = "b", "r"


def catalogue() -> Catalogue:
    """The content this site serves."""
    return current_app.extensions["catalogue"]


def today() -> date:
    """The day in Haute-Savoie; on one's own machine `?date=2026-01-31` looks at another day."""
    if current_app.config["GUIDE_LOCAL"] and (asked := request.args.get("date")):
        try:
            return date.fromisoformat(asked)
        except ValueError:
            pass
    return local_day()


def local_day() -> date:
    """The day in Haute-Savoie."""
    return datetime.now(ZoneInfo("Europe/Paris")).date()


@dataclass
class Case:
    """The needs and answers of one person, on one day, with all that follows from them."""

    needs: tuple[str, ...]
    given: Answers = field(default_factory=dict)
    day: date = field(default_factory=today)

    @cached_property
    def path(self) -> Path:
        return walk(catalogue(), self.needs, self.given, self.day)

    @property
    def answers(self) -> Answers:
        """The answers that count."""
        return self.path.answers

    @cached_property
    def amounts(self) -> Amounts:
        return catalogue().amounts_at(self.day)

    @cached_property
    def assessments(self) -> list[Assessment]:
        return assess_path(catalogue(), self.needs, self.path, self.day)

    @cached_property
    def checklist(self) -> Checklist:
        return checklist(catalogue(), self.assessments, self.answers, self.amounts)

    @property
    def for_other(self) -> bool:
        """Whether the person answers for someone they help."""
        return self.answers.get("pour_qui") == "proche"

    @cached_property
    def emergencies(self) -> tuple[CompiledEmergency, ...]:
        """Numbers to call first, where an answer revealed immediate danger."""
        return emergencies(catalogue(), self.answers, self.amounts)

    def with_answer(self, fact: str, value: Value | None) -> Case:
        """The same case with one answer added or changed."""
        return Case(self.needs, {**self.given, fact: value}, self.day)


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
    return Case(needs, answers)


def save_case(case: Case) -> None:
    """Keep the needs and the answers that count."""
    session[_NEEDS] = list(case.needs)
    session[_ANSWERS] = write_answers(case.answers)


def start(needs: Iterable[str]) -> Case:
    """Begin, or go on, with these needs; answers already given are kept where they still count."""
    known = catalogue()
    wanted = set(needs)
    previous = load_case()
    case = Case(tuple(need for need in known.open_needs if need in wanted), previous.given if previous else {})
    save_case(case)
    return case


def forget() -> None:
    """Drop everything."""
    session.clear()
