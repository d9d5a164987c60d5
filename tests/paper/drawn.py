"""Sixty made-up results in each language, as the paper has them: each laid out once for all tests."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import NamedTuple

import pytest
from flask import Flask, g

from engine.case.case import Case
from engine.case.plan import Plan
from tests.content.conftest import DAY
from tests.content.sheets import possible
from web.paper.pdf import fitted
from web.paper.sheet import Sheet
from web.words.wording import Wording

DRAWS = 60
# How a sheet is cut hangs on the length of its words, not on the language.
each_language = pytest.mark.parametrize("lang", ["fr", pytest.param("en", marks=pytest.mark.long)])
NOT_KNOWN = 0.25


class Laid(NamedTuple):
    """A sheet, the cuts that it takes, and its PDF."""

    sheet: Sheet
    cuts: int
    pdf: bytes


@cache
def drawn(app: Flask) -> list[Case]:
    """Random people: one need, two or all three, and a quarter of the answers not known."""
    random, catalogue = Random(8), app.extensions["catalogue"]
    cases = []
    for number in range(DRAWS):
        needs = tuple(random.sample(catalogue.open_needs, 1 + number % len(catalogue.open_needs)))
        answers = {
            fact: None if random.random() < NOT_KNOWN else random.choice(possible(catalogue, fact))
            for fact in catalogue.questions
        }
        cases.append(Case(catalogue, needs, answers, DAY))
    return cases


@cache
def laid_out(app: Flask, lang: str) -> list[Laid]:
    """What each of them takes away."""
    with app.test_request_context(f"/{lang}/"):
        g.lang = lang
        sheets = [Sheet(Plan(case), Wording.of(case)) for case in drawn(app)]
        return [Laid(sheet, *fitted(sheet)) for sheet in sheets]
