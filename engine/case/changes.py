"""What would move a verdict: another answer, one that is missing, or a birthday."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from engine.case.assessment import assess
from engine.case.result import Result
from engine.content.entries import AidEntry
from engine.rules.conditions import And, Compare, Expr, Not, Or
from engine.rules.rule import Rule

# Years: a birthday further away changes nothing that one does today.
NEAR = 5
_YEAR = 12  # months


@dataclass
class Change:
    """A question whose answer would move the verdict of these aids; `known` tells that it was answered."""

    fact: str
    known: bool
    aids: list[AidEntry] = field(default_factory=list)


@dataclass
class Birthday:
    """An age that would move the verdict of these aids; `within` so many months, where that is known."""

    age: int
    within: int | None
    aids: list[AidEntry] = field(default_factory=list)


def changes(result: Result) -> list[Change]:
    """An answer given, behind a "no"; one not known, behind what is open."""
    found: dict[str, Change] = {}
    answers = result.case.answers
    unknown = [fact for fact in result.case.path.asked if answers[fact] is None]
    for card in (*result.likely, *result.to_check) if unknown else ():
        for condition in card.assessment.open:
            for fact in unknown:
                if fact in condition.rule.facts:
                    _moves(found, fact, False, card.aid)
    for card in result.unlikely:
        for fact in result.changeable(card.assessment):
            _moves(found, fact, answers[fact] is not None, card.aid)
    return list(found.values())


def birthdays(result: Result) -> list[Birthday]:
    """The nearest age at which each aid that is open or unlikely would meet what it does not meet today."""
    found: dict[int, Birthday] = {}
    fact = result.case.catalogue.age_question
    age = result.case.answers.get(fact) if fact else None
    if fact is None or not isinstance(age, int):
        return []
    for card in (*result.to_check, *result.unlikely):
        for condition in (*card.assessment.open, *card.assessment.unmet):
            if fact not in condition.rule.facts:
                continue
            reached = (then for then in _ages_of(condition.rule, fact) if age < then <= age + NEAR)
            for then in reached:
                answers = {**result.case.answers, fact: then}
                met = condition.rule.test(answers, result.case.amounts) is True
                if met and assess(card.aid, answers, result.case.amounts).possible:
                    birthday = found.setdefault(then, Birthday(then, _within(result, then, age)))
                    if card.aid not in birthday.aids:
                        birthday.aids.append(card.aid)
                    break
    return [found[then] for then in sorted(found)]


def _within(result: Result, then: int, age: int) -> int | None:
    """In how many months at most, where an answer or the age itself tells that it is near."""
    question, months = result.case.catalogue.soon.get(then, ("", 0))
    if result.case.answers.get(question) is True:
        return months
    return _YEAR if then == age + 1 else None


@lru_cache(maxsize=2048)
def _ages_of(rule: Rule, fact: str) -> list[int]:
    """The same for a rule, in order: it is of the content, and always says the same."""
    return sorted(_ages(rule.expression, fact))


def _ages(expression: Expr, fact: str) -> Iterator[int]:
    """The ages from which something holds, in a condition."""
    match expression:
        case Compare(fact=asked, operator=">=" | "<", value=Decimal() as value) if asked == fact:
            yield int(value)
        case Compare(fact=asked, operator=">" | "<=", value=Decimal() as value) if asked == fact:
            yield int(value) + 1
        case Not(item=item):
            yield from _ages(item, fact)
        case And(items=items) | Or(items=items):
            for item in items:
                yield from _ages(item, fact)
        case _:
            return


def _moves(found: dict[str, Change], fact: str, known: bool, aid: AidEntry) -> None:
    change = found.setdefault(fact, Change(fact, known))
    if aid not in change.aids:
        change.aids.append(aid)
