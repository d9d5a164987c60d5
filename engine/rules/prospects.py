"""What a condition may still become, and which open questions could take it there.

The interview asks this of every undecided aid at every step, so conditions are compiled to closures and sets of
questions are integers: each question has one bit (`Masks`), and a union is a single `|`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from engine.rules.conditions import AmountRef, And, Compare, Expr, Flag, Never, Not, Or
from engine.rules.truth import Amounts, Answers, Truth, compile_test

Masks = Mapping[str, int]


class Prospect(NamedTuple):
    """A condition's value now, what it may become, and the bits of the open questions that could take it there."""

    value: Truth
    can_hold: bool
    can_fail: bool
    to_hold: int = 0
    to_fail: int = 0


@dataclass(slots=True, eq=False)
class View:
    """Where an interview stands.

    `answers` are those taken so far; `skipped` are questions passed over for now, whose answers could still
    go either way; `closed` tells those that will never be asked (their own condition is false or out of reach).
    `seen` remembers the prospect of each rule by its text: many aids share a rule. Whoever moves the interview on
    takes out of it the rules that hang on the question answered.
    """

    answers: Answers
    amounts: Amounts
    skipped: Mapping[str, None]
    closed: Callable[[str], bool]
    seen: dict[str, Prospect] = field(default_factory=dict)


Look = Callable[[View], Prospect]

HOLDS = Prospect(True, True, False)
FAILS = Prospect(False, False, True)
STUCK = Prospect(None, False, False)
EITHER = Prospect(None, True, True)


def compile_prospect(expression: Expr, masks: Masks, *, negated: bool = False) -> Look:
    """A function view → prospect; of the opposite when `negated`. Negations sink to the leaves once, here."""
    match expression:
        case Flag() | Compare():
            return _leaf(expression, masks, negated=negated)
        case Not(item=item):
            return compile_prospect(item, masks, negated=not negated)
        case And(items=items) | Or(items=items):
            looks = tuple(compile_prospect(item, masks, negated=negated) for item in items)
            return _any(looks) if isinstance(expression, Or) is not negated else _all(looks)
        case Never():
            return lambda view: STUCK


def _all(looks: tuple[Look, ...]) -> Look:
    """All must hold; one that fails is enough to fail."""

    def look(view: View) -> Prospect:
        settled = can_hold = True
        can_fail = False
        to_hold = to_fail = 0
        for inner in looks:
            value, holds, fails, hold, fail = inner(view)
            if value is False:
                return FAILS
            if value is None:
                settled = False
                can_hold = can_hold and holds
                can_fail = can_fail or fails
                to_hold |= hold
                to_fail |= fail
        return HOLDS if settled else Prospect(None, can_hold, can_fail, to_hold if can_hold else 0, to_fail)

    return look


def _any(looks: tuple[Look, ...]) -> Look:
    """One that holds is enough to hold; all must fail to fail."""

    def look(view: View) -> Prospect:
        settled = can_fail = True
        can_hold = False
        to_hold = to_fail = 0
        for inner in looks:
            value, holds, fails, hold, fail = inner(view)
            if value is True:
                return HOLDS
            if value is None:
                settled = False
                can_fail = can_fail and fails
                can_hold = can_hold or holds
                to_hold |= hold
                to_fail |= fail
        return FAILS if settled else Prospect(None, can_hold, can_fail, to_hold, to_fail if can_fail else 0)

    return look


def all_of(looks: tuple[Look, ...]) -> Look:
    """The prospect of several conditions that must hold together; without any, it holds."""
    return looks[0] if len(looks) == 1 else _all(looks)


def _leaf(leaf: Flag | Compare, masks: Masks, *, negated: bool) -> Look:
    fact, test = leaf.fact, compile_test(leaf)
    amount = leaf.value.name if isinstance(leaf, Compare) and isinstance(leaf.value, AmountRef) else None
    asked = Prospect(None, True, True, masks[fact], masks[fact])
    outcome = {None: STUCK, not negated: HOLDS, negated: FAILS}

    def look(view: View) -> Prospect:
        if fact in view.answers:
            return outcome[test(view.answers, view.amounts)]
        if amount is not None and view.amounts.get(amount) is None:
            return STUCK
        if fact in view.skipped:
            return EITHER
        return STUCK if view.closed(fact) else asked

    return look


def remembered(text: str, look: Look) -> Look:
    """The same function, which looks once for all the aids that share the rule written so."""

    def recall(view: View) -> Prospect:
        found = view.seen.get(text)
        if found is None:
            found = view.seen[text] = look(view)
        return found

    return recall
