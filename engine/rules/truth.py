"""What a condition is worth: true, false or unknown (Kleene).

Two unknowns are kept apart. A fact that is absent has *not been asked*; a fact whose value is `None`
was *asked and is not known*, and is never asked again.
"""

from __future__ import annotations

import operator as op
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, cast

from engine.rules.conditions import AmountRef, And, Compare, Expr, Flag, Never, Not, Or

Value = bool | int | Decimal | str | frozenset[str]
Answers = Mapping[str, Value | None]
Amounts = Mapping[str, Decimal | None]
Truth = bool | None
Test = Callable[[Answers, Amounts], Truth]

Comparison = Callable[[Any, Any], bool]

COMPARISONS: dict[str, Comparison] = {
    "==": op.eq,
    "!=": op.ne,
    "<": op.lt,
    "<=": op.le,
    ">": op.gt,
    ">=": op.ge,
    "in": lambda left, right: left in right,
    "has": lambda left, right: right in left if isinstance(right, str) else not left.isdisjoint(right),
}


def compile_test(expression: Expr) -> Test:
    """A function (answers, amounts) → true, false or unknown."""
    match expression:
        case Flag(fact=fact):
            # The catalogue refuses a flag that is not a yes-or-no question.
            return lambda answers, amounts: cast(Truth, answers.get(fact))
        case Compare(fact=fact, operator=operator, value=AmountRef(name=name)):
            return _against_amount(fact, COMPARISONS[operator], name)
        case Compare(fact=fact, operator=operator, value=value):
            return _against_literal(fact, COMPARISONS[operator], value)
        case Not(item=item):
            inner = compile_test(item)
            return lambda answers, amounts: None if (value := inner(answers, amounts)) is None else not value
        case And(items=items):
            return _first(tuple(map(compile_test, items)), decisive=False)
        case Or(items=items):
            return _first(tuple(map(compile_test, items)), decisive=True)
        case Never():
            return lambda answers, amounts: None


def _against_literal(fact: str, compare: Comparison, right: object) -> Test:
    def test(answers: Answers, amounts: Amounts) -> Truth:
        left = answers.get(fact)
        return None if left is None else compare(left, right)

    return test


def _against_amount(fact: str, compare: Comparison, name: str) -> Test:
    def test(answers: Answers, amounts: Amounts) -> Truth:
        left, right = answers.get(fact), amounts.get(name)
        return None if left is None or right is None else compare(left, right)

    return test


def _first(tests: tuple[Test, ...], *, decisive: bool) -> Test:
    """And (`decisive` is false) or Or (true): one test with the decisive value is enough, else unknown wins."""

    def run(answers: Answers, amounts: Amounts) -> Truth:
        result: Truth = not decisive
        for test in tests:
            value = test(answers, amounts)
            if value is decisive:
                return decisive
            if value is None:
                result = None
        return result

    return run
