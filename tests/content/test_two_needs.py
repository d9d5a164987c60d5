"""An aid of two needs: in the need that was not chosen, nothing is looked for, and its demand is asked of nobody."""

from __future__ import annotations

import pytest

from engine.case.assessment import Verdict
from engine.case.case import Case
from engine.content.answers import Written, read_answers
from engine.content.catalogue import Catalogue
from tests.content.conftest import DAY

SHARED = "allocation-mensuelle"
HERE: dict[str, Written] = {"danger": "non", "pour_qui": "moi"}


def verdict(catalogue: Catalogue, needs: tuple[str, ...], **sheet: Written) -> Verdict:
    case = Case(catalogue, needs, read_answers(catalogue, {**HERE, **sheet}), DAY)
    return next(item.verdict for item in case.assessments if item.aid.id == SHARED)


@pytest.mark.parametrize(("need", "other"), [("enfance", "demande_budget"), ("budget", "demande_enfance")])
def test_the_demand_of_the_other_need_is_not_asked(catalogue: Catalogue, need: str, other: str) -> None:
    assert other not in Case(catalogue, (need,), {}, DAY).path.pending


def test_whoever_looks_for_it_by_neither_door_is_not_told_of_it(catalogue: Catalogue) -> None:
    assert verdict(catalogue, ("enfance",), demande_enfance=["sante-enfant"]) is Verdict.NOT_CONCERNED
    assert verdict(catalogue, ("budget",), demande_budget=["gerer"]) is Verdict.NOT_CONCERNED


def test_either_door_leads_to_it(catalogue: Catalogue) -> None:
    assert verdict(catalogue, ("enfance",), demande_enfance=["argent"]) is Verdict.TO_CHECK
    assert verdict(catalogue, ("budget",), demande_budget=["manger"]) is Verdict.TO_CHECK
    both = verdict(catalogue, ("enfance", "budget"), demande_enfance=["sante-enfant"], demande_budget=["manger"])
    assert both is Verdict.TO_CHECK
