"""What is left of a condition once some answers are known."""

from __future__ import annotations

import pytest

from engine.rules.conditions import parse
from engine.rules.partial import what_is_left
from engine.rules.truth import Answers

SOUGHT: Answers = {"argent": frozenset()}


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ('argent has "dettes"', False),
        ('not argent has "dettes"', True),
        ('toit has "loyer"', 'toit has "loyer"'),
        ('toit has "loyer" and not argent has "dettes"', 'toit has "loyer"'),
        ('toit has "loyer" and argent has "dettes"', False),
        ('argent has "dettes" or toit has "loyer" or age < 18', 'toit has "loyer" or age < 18'),
        ('not (argent has "dettes" or age < 18)', "not age < 18"),
        ("age < bareme.majorite", "age < bareme.majorite"),
    ],
)
def test_only_what_is_not_known_is_left(written: str, left: str | bool) -> None:
    assert what_is_left(parse(written), SOUGHT) == (parse(left) if isinstance(left, str) else left)


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ('toit has ["loyer", "eau"]', True),
        ('toit has ["loyer", "eau", "autre"]', True),
        ('toit has "loyer"', 'toit has "loyer"'),
        ('toit has ["loyer", "eau"] and age < 18', "age < 18"),
        ('toit has ["loyer", "eau"] or age < 18', True),
        ('not (toit has ["loyer", "eau"] and not argent has "dettes")', False),
    ],
)
def test_of_a_sure_question_one_answer_is_given(written: str, left: str | bool) -> None:
    found = what_is_left(parse(written), SOUGHT, {"toit": frozenset({"loyer", "eau"})})
    assert found == (parse(left) if isinstance(left, str) else left)
