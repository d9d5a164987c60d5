"""What a condition may still become, and which open facts could take it there."""

from decimal import Decimal
from itertools import product
from typing import NamedTuple

import pytest

from engine.rules.conditions import facts, parse
from engine.rules.prospects import Bits, View, compile_prospect
from engine.rules.rule import make_rule, together
from engine.rules.truth import Answers, Truth, compile_test

QUESTIONS = ("a", "b", "c", "age", "revenus")
BITS = Bits(QUESTIONS)


class Seen(NamedTuple):
    """A prospect, its questions by name."""

    value: Truth
    can_hold: bool
    can_fail: bool
    to_hold: str = ""
    to_fail: str = ""


def names(bits: int) -> str:
    return " ".join(name for name, bit in BITS.questions.items() if bits & bit)


def stand(answers: Answers, skipped: str = "", closed: str = "", amount: Decimal | None = None) -> View:
    view = View.blank(BITS, {"plafond": amount})
    for fact in answers:
        view.answer(fact, answers)
    for fact in skipped.split():
        view.skip(fact)
    for fact in closed.split():
        view.close(fact)
    return view


def look(
    text: str,
    answers: Answers | None = None,
    *,
    skipped: str = "",
    closed: str = "",
    amount: Decimal | None = None,
) -> Seen:
    found = compile_prospect(parse(text), BITS)(stand(answers or {}, skipped, closed, amount))
    return Seen(found.value, found.can_hold, found.can_fail, names(found.to_hold), names(found.to_fail))


def reach(found: Seen) -> tuple[bool, bool]:
    return found.can_hold, found.can_fail


@pytest.mark.parametrize(
    ("text", "can_hold", "can_fail", "to_hold", "to_fail"),
    [
        ("a", True, True, "a", "a"),
        ("not a", True, True, "a", "a"),
        ("a and b", True, True, "a b", "a b"),
        ("a or b", True, True, "a b", "a b"),
        ("inconnu", False, False, "", ""),
        ("not inconnu", False, False, "", ""),
        ("a or inconnu", True, False, "a", ""),
        ("a and inconnu", False, True, "", "a"),
        ("(a and inconnu) or b", True, True, "b", "a b"),
        ("a or (b and inconnu)", True, True, "a", "a b"),
        ("not (a and inconnu)", True, False, "a", ""),
    ],
)
def test_with_everything_open(text: str, can_hold: bool, can_fail: bool, to_hold: str, to_fail: str) -> None:
    assert look(text) == Seen(None, can_hold, can_fail, to_hold, to_fail)


@pytest.mark.parametrize(
    ("text", "answers", "value"),
    [
        ("a and b", {"a": False}, False),
        ("a or b", {"a": True}, True),
        ("a and b", {"a": True, "b": True}, True),
        ("not a", {"a": True}, False),
        ("age >= 60", {"age": 60}, True),
    ],
)
def test_what_is_settled_asks_nothing(text: str, answers: Answers, value: bool) -> None:
    assert look(text, answers) == Seen(value, value, not value)


def test_an_answer_leaves_only_the_rest_open() -> None:
    assert look("a and b", {"a": True}) == Seen(None, True, True, "b", "b")
    assert look("a or b", {"a": False}) == Seen(None, True, True, "b", "b")


def test_not_known_is_stuck_and_asks_nothing() -> None:
    assert look("a", {"a": None}) == Seen(None, False, False)
    assert look("a and b", {"a": None}) == Seen(None, False, True, "", "b")
    assert look("a or b", {"a": None}) == Seen(None, True, False, "b", "")


def test_a_closed_question_is_stuck_too() -> None:
    assert look("a", closed="a") == Seen(None, False, False)
    assert look("a or b", closed="a") == Seen(None, True, False, "b", "")


def test_a_question_passed_over_may_go_either_way_but_is_not_asked_again() -> None:
    assert look("a", skipped="a") == Seen(None, True, True)
    assert look("a and b", skipped="a") == Seen(None, True, True, "b", "b")


def test_an_amount_out_of_force_is_stuck() -> None:
    assert reach(look("revenus <= bareme.plafond")) == (False, False)
    assert reach(look("revenus <= bareme.plafond", amount=Decimal(1000))) == (True, True)


@pytest.mark.parametrize(
    "text", ["a and (b or not c)", "not (a or b) and inconnu", "(a and inconnu) or b", "a or b or c"]
)
def test_prospects_agree_with_every_completion(text: str) -> None:
    """What can never be reached by answering is not promised; what can is."""
    used = sorted(set(facts(parse(text))))
    test = compile_test(parse(text))
    for given in product((True, False, None, "open"), repeat=len(used)):
        answers = {name: value for name, value in zip(used, given, strict=True) if value != "open"}
        still_open = [name for name in used if name not in answers]
        ends = {
            test({**answers, **dict(zip(still_open, rest, strict=True))}, {})
            for rest in product((True, False), repeat=len(still_open))
        }
        found = look(text, answers)
        assert reach(found) == (True in ends, False in ends)
        assert {*found.to_hold.split(), *found.to_fail.split()} <= set(still_open)


def test_conditions_that_must_hold_together() -> None:
    """An aid's conditions: together they are worth their conjunction, and none at all is a yes."""
    view = stand({"a": True})
    rules = [make_rule(text, parse(text), BITS) for text in ("a", "b", "c or inconnu")]
    assert together(rules)(view) == compile_prospect(parse("a and b and (c or inconnu)"), BITS)(view)
    assert together(())(view).value is True


def test_what_was_seen_of_a_part_goes_with_the_answer_that_changes_it() -> None:
    """The same view, looked at before and after: nothing of the first look is left where it no longer holds."""
    view, rule = stand({}), compile_prospect(parse("c and (a or b)"), BITS)
    assert names(rule(view).to_hold) == "a b c"
    before = view.copy()
    view.answer("a", {"a": True})
    assert names(rule(view).to_hold) == "c"
    assert names(rule(before).to_hold) == "a b c"
    before.close("b")
    assert names(rule(before).to_hold) == "a c"
