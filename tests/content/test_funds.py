"""docs/fonds.md is up to date, and names each hole that the texts leave between the four funds."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.case.assessment import Verdict
from engine.content.catalogue import Catalogue
from tools import funds

PAGE = Path(__file__).parents[2] / "docs" / "fonds.md"
YES, PERHAPS, NO = Verdict.LIKELY, Verdict.TO_CHECK, Verdict.UNLIKELY


def test_the_page_is_what_the_command_writes(catalogue: Catalogue) -> None:
    assert PAGE.read_text(encoding="utf-8") == funds.page(catalogue), (
        "refaites-la : .venv/bin/flask --app app catalogue fonds > docs/fonds.md"
    )


@pytest.mark.parametrize(
    ("situation", "age", "allowance", "youth", "social", "work"),
    [
        ("Seul avec un enfant", 40, YES, NO, PERHAPS, NO),
        ("En couple, avec un enfant", 40, YES, NO, NO, NO),
        ("Seul, au lycée ou en études", 20, YES, NO, NO, NO),
        ("Seul, au lycée ou en études", 21, PERHAPS, NO, PERHAPS, NO),
        ("Seul, au lycée ou en études", 22, NO, NO, YES, NO),
        ("Seul, suivi, sans famille, sans logement stable", 22, NO, YES, PERHAPS, NO),
        ("Seul, suivi, sans famille, sans logement stable", 24, NO, PERHAPS, PERHAPS, NO),
        ("Seul, sans enfant", 24, NO, PERHAPS, PERHAPS, NO),
        ("Seul, sans enfant", 25, NO, NO, YES, NO),
        ("En couple, sans enfant", 21, PERHAPS, PERHAPS, PERHAPS, NO),
        ("En couple, sans enfant", 25, NO, NO, PERHAPS, NO),
        ("En couple, sans enfant", 26, NO, NO, YES, NO),
        ("Seul, au RSA, une formation commence", 20, PERHAPS, PERHAPS, NO, YES),
        ("Seul, à l’ASS, une formation commence", 24, NO, PERHAPS, PERHAPS, NO),
        ("Seul, à l’ASS, une formation commence", 25, NO, NO, YES, PERHAPS),
        ("Seul, à l’ASS, une formation commence", 26, NO, NO, YES, YES),
    ],
)
def test_who_falls_where(
    catalogue: Catalogue, situation: str, age: int, allowance: Verdict, youth: Verdict, social: Verdict, work: Verdict
) -> None:
    assert tuple(funds.verdicts(catalogue, situation, age).values()) == (allowance, youth, social, work)


def test_nobody_falls_out_of_all_four(catalogue: Catalogue) -> None:
    for title in funds.SITUATIONS:
        for age in funds.AGES:
            assert {YES, PERHAPS} & set(funds.verdicts(catalogue, title, age).values()), (title, age)


def test_the_holes_are_named(catalogue: Catalogue) -> None:
    told = dict(funds.holes(catalogue))
    assert "24 ans" in told["Seul, sans enfant"]
    assert told["Seul, au lycée ou en études"] == "21 ans"
    assert "25 ans" in told["En couple, sans enfant"]
    assert "Seul avec un enfant" not in told
