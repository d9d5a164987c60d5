"""Replays the examples that aids carry, and says of each that does not hold what was expected and what came out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine.case.assessment import Assessment, Verdict, assess
from engine.content.answers import read_answers
from engine.content.catalogue import Catalogue
from engine.content.entries import AidEntry, ConditionEntry
from engine.content.problems import Problem
from engine.content.shapes.aids import Example
from engine.rules.conditions import AmountRef, Compare, leaves
from engine.rules.truth import Amounts, Answers

_TITLE = 60


@dataclass(frozen=True, eq=False)
class Played:
    """An example of an aid, replayed: its place among the aid's examples, its answers, and what comes out."""

    aid: AidEntry
    index: int
    example: Example
    answers: Answers
    amounts: Amounts
    found: Assessment

    def problem(self, message: str) -> Problem:
        """What is wrong with it, where it is written."""
        title = self.example.title or f"n° {self.index + 1}"
        return self.aid.place.problem(f"exemple « {title} » : {message}", "exemples", self.index)


def replay(catalogue: Catalogue) -> Iterator[Played]:
    """Every example of every aid and sub-form.

    One without a date is replayed without amounts: what it says must hold on any day.
    """
    for aid in catalogue.aids.values():
        for index, example in enumerate(aid.written.examples):
            answers = read_answers(catalogue, example.answers)
            said = [name for name, need in catalogue.needs.items() if need.demand in answers]
            if catalogue.demands[aid.id] & answers.keys():
                answers = {**catalogue.nothing_sought(said), **answers}
            amounts = (
                catalogue.amounts_at(date.fromisoformat(example.day))
                if example.day
                else dict.fromkeys(catalogue.amounts)
            )
            yield Played(aid, index, example, answers, amounts, assess(aid, answers, amounts))


def faults_of_examples(catalogue: Catalogue) -> list[Problem]:
    """The examples that do not hold, each said so that the author finds the condition."""
    return [played.problem(fault) for played in replay(catalogue) if (fault := _fault(played))]


def _fault(played: Played) -> str | None:
    example, found = played.example, played.found
    if found.verdict != example.expected:
        return f"attendu {example.expected}, trouvé {found.verdict}{_reason(played)}."
    if Verdict(example.expected) is not Verdict.UNLIKELY:
        return "« car » ne va qu’avec « peu-probable » : retirez-le." if example.because else None
    if example.because is None:
        return f"il manque « car »{_reason(played)}."
    named = played.aid.conditions_called(example.because)
    if not any(condition in named for condition in found.unmet):
        return f"attendu {example.expected} à cause de « {_short(example.because)} »{_reason(played)}."
    return None


def _reason(played: Played) -> str:
    """Which condition decides, or leaves the matter open."""
    found = played.found
    if found.deciding:
        return f" ; ce qui décide : {_said(found.deciding)}"
    if found.verdict == Verdict.TO_CHECK and found.open:
        dated = "" if played.example.day or not any(map(_on_amounts, found.open)) else " ; mettez une « date »"
        return f" ; reste ouvert : {', '.join(map(_said, found.open))}{dated}"
    return ""


def _said(condition: ConditionEntry) -> str:
    return f"« {condition.written.id or _short(condition.written.text)} »"


def _on_amounts(condition: ConditionEntry) -> bool:
    compared = (leaf.value for leaf in leaves(condition.rule.expression) if isinstance(leaf, Compare))
    return any(isinstance(value, AmountRef) for value in compared)


def _short(text: str) -> str:
    return text if len(text) <= _TITLE else f"{text[: _TITLE - 1]}…"
