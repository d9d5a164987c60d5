"""What a condition is worth: three-valued tables, and comparisons of each kind."""

from decimal import Decimal
from itertools import product

import pytest

from engine.rules.conditions import parse
from engine.rules.truth import Truth, compile_test

VALUES: tuple[Truth, ...] = (True, None, False)


def worth(text: str, amounts: dict[str, Decimal | None] | None = None, **answers: object) -> Truth:
    return compile_test(parse(text))(answers, amounts or {})  # type: ignore[arg-type]


@pytest.mark.parametrize(("a", "expected"), [(True, False), (None, None), (False, True)])
def test_not(a: Truth, expected: Truth) -> None:
    assert worth("not a", a=a) is expected


@pytest.mark.parametrize(
    ("a", "b", "both", "either"),
    [
        (True, True, True, True),
        (True, None, None, True),
        (True, False, False, True),
        (None, True, None, True),
        (None, None, None, None),
        (None, False, False, None),
        (False, True, False, True),
        (False, None, False, None),
        (False, False, False, False),
    ],
)
def test_and_or(a: Truth, b: Truth, both: Truth, either: Truth) -> None:
    assert worth("a and b", a=a, b=b) is both
    assert worth("a or b", a=a, b=b) is either


@pytest.mark.parametrize(("a", "b"), list(product(VALUES, repeat=2)))
def test_de_morgan_holds_with_unknowns(a: Truth, b: Truth) -> None:
    assert worth("not (a and b)", a=a, b=b) is worth("not a or not b", a=a, b=b)
    assert worth("not (a or b)", a=a, b=b) is worth("not a and not b", a=a, b=b)


@pytest.mark.parametrize(("a", "alone", "or_true", "and_false"), [(True, None, True, None), (False, None, None, False)])
def test_inconnu_is_never_settled_by_itself(a: bool, alone: Truth, or_true: Truth, and_false: Truth) -> None:
    assert worth("inconnu", a=a) is alone
    assert worth("a or inconnu", a=a) is or_true
    assert worth("a and inconnu", a=a) is and_false
    assert worth("not inconnu", a=a) is None


@pytest.mark.parametrize(
    ("text", "age", "expected"),
    [
        ("age >= 60", 60, True),
        ("age >= 60", 59, False),
        ("age > 60", 60, False),
        ("age < 60", 59, True),
        ("age <= 60", 60, True),
        ("age == 0", 0, True),
        ("age != 0", 0, False),
    ],
)
def test_numbers(text: str, age: int, expected: Truth) -> None:
    assert worth(text, age=age) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('gir == "1"', True),
        ('gir != "1"', False),
        ('gir in ["1", "2"]', True),
        ('gir in ["12"]', False),
        ('souhait has "toit"', True),
        ('souhait has "to"', False),
        ('not souhait has "argent"', True),
    ],
)
def test_options_are_compared_whole(text: str, expected: Truth) -> None:
    assert worth(text, gir="1", souhait=frozenset({"toit", "carte"})) is expected


@pytest.mark.parametrize("text", ["a", "age >= 60", 'gir != "1"', 'gir in ["1"]', 'souhait has "toit"'])
def test_not_asked_and_not_known_are_both_unknown(text: str) -> None:
    assert worth(text) is None
    assert worth(text, a=None, age=None, gir=None, souhait=None) is None


@pytest.mark.parametrize(
    ("revenus", "plafond", "expected"),
    [
        (Decimal("1000"), Decimal("1000"), True),
        (Decimal("1000.01"), Decimal("1000"), False),
        (Decimal("0"), Decimal("1000"), True),
        (Decimal("900"), None, None),
        (None, Decimal("1000"), None),
    ],
)
def test_an_amount_that_is_not_known_makes_a_comparison_unknown(
    revenus: Decimal | None, plafond: Decimal | None, expected: Truth
) -> None:
    assert worth("revenus <= bareme.plafond", {"plafond": plafond}, revenus=revenus) is expected
