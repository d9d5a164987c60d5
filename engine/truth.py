"""What a condition is worth: true, false or unknown (Kleene), and what could still settle it.

Two unknowns are kept apart. A fact that is absent has *not been asked*; a fact whose value is `None`
was *asked and is not known*, and is never asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple

from engine.conditions import AmountRef, And, Compare, Expr, Flag, Never, Not, Or

Value = bool | int | Decimal | str | frozenset[str]
Answers = Mapping[str, Value | None]
Amounts = Mapping[str, Decimal | None]
Truth = bool | None
Test = Callable[[Answers, Amounts], Truth]

_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "==": lambda left, right: left == right,
    "!=": lambda left, right: left != right,
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
    "in": lambda left, right: left in right,
    "has": lambda left, right: right in left,
}


def leaf_truth(leaf: Flag | Compare, answers: Answers, amounts: Amounts) -> Truth:
    """What one flag or comparison is worth; unknown when its fact or its amount is."""
    left = answers.get(leaf.fact)
    if isinstance(leaf, Flag):
        return left  # type: ignore[return-value]  # the catalogue refuses a flag that is not yes-or-no
    right: object = amounts.get(leaf.value.name) if isinstance(leaf.value, AmountRef) else leaf.value
    return None if left is None or right is None else _COMPARISONS[leaf.operator](left, right)


def compile_test(expression: Expr) -> Test:
    """A function (answers, amounts) → true, false or unknown."""
    match expression:
        case Flag() | Compare():
            return partial(leaf_truth, expression)
        case Not(item=item):
            inner = compile_test(item)
            return lambda answers, amounts: None if (value := inner(answers, amounts)) is None else not value
        case And(items=items):
            return _first(tuple(map(compile_test, items)), decisive=False)
        case Or(items=items):
            return _first(tuple(map(compile_test, items)), decisive=True)
        case Never():
            return lambda answers, amounts: None


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


class View(NamedTuple):
    """Where an interview stands.

    `answers` are those taken so far; `skipped` are questions passed over for now, whose answers could still
    go either way; `closed` tells those that will never be asked (their own condition is false or stuck).
    """

    answers: Answers
    amounts: Amounts
    skipped: Set[str]
    closed: Callable[[str], bool]


class Prospect(NamedTuple):
    """What a condition is worth now, what it may become, and the open facts that could take it there."""

    value: Truth
    can_hold: bool
    can_fail: bool
    to_hold: frozenset[str] = frozenset()
    to_fail: frozenset[str] = frozenset()


_NONE: frozenset[str] = frozenset()
_HOLDS = Prospect(True, True, False)
_FAILS = Prospect(False, False, True)
_STUCK = Prospect(None, False, False)
_EITHER = Prospect(None, True, True)


def prospect(expression: Expr, view: View) -> Prospect:
    """What `expression` may still become once the questions that are open in `view` are answered."""
    match expression:
        case Flag() | Compare():
            return _leaf(expression, view)
        case Not(item=item):
            return _turn(prospect(item, view))
        case And(items=items):
            return conjunction([prospect(item, view) for item in items])
        case Or(items=items):
            return _turn(conjunction([_turn(prospect(item, view)) for item in items]))
        case Never():
            return _STUCK


def conjunction(items: list[Prospect]) -> Prospect:
    """All must hold; one that fails is enough to fail."""
    if any(item.value is False for item in items):
        return _FAILS
    if all(item.value for item in items):
        return _HOLDS
    can_hold = all(item.can_hold for item in items)
    return Prospect(
        value=None,
        can_hold=can_hold,
        can_fail=any(item.can_fail for item in items),
        to_hold=_NONE.union(*(item.to_hold for item in items)) if can_hold else _NONE,
        to_fail=_NONE.union(*(item.to_fail for item in items)),
    )


def _turn(item: Prospect) -> Prospect:
    value = None if item.value is None else not item.value
    return Prospect(value, item.can_fail, item.can_hold, item.to_fail, item.to_hold)


def _leaf(leaf: Flag | Compare, view: View) -> Prospect:
    fact = leaf.fact
    if fact in view.answers:
        value = leaf_truth(leaf, view.answers, view.amounts)
        return _STUCK if value is None else _HOLDS if value else _FAILS
    if isinstance(leaf, Compare) and isinstance(leaf.value, AmountRef) and view.amounts.get(leaf.value.name) is None:
        return _STUCK
    if fact in view.skipped:
        return _EITHER
    if view.closed(fact):
        return _STUCK
    only = frozenset((fact,))
    return Prospect(None, True, True, only, only)
