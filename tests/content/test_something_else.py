"""« Autre chose »: the guide says that it has no answer, asks nothing more but the place, and names who listens."""

from __future__ import annotations

import pytest

from engine.case.assessment import Verdict
from engine.case.case import Case
from engine.case.result import Result
from engine.content.catalogue import Catalogue
from tests.content.conftest import DAY
from tests.content.sheets import Sheet
from tests.web.needs import CHOICES, NEEDS

each_need = pytest.mark.parametrize("need", NEEDS)


def something_else(catalogue: Catalogue, *needs: str, **more: object) -> Case:
    demands = {catalogue.needs[need].demand: frozenset({"autre"}) for need in needs}
    sheet: Sheet = {"danger": frozenset({"non"}), "pour_qui": "moi", **demands, **more}  # type: ignore[dict-item]
    return Case(catalogue, needs, sheet, DAY)


@each_need
def test_nothing_more_is_asked_but_the_place(catalogue: Catalogue, need: str) -> None:
    assert something_else(catalogue, need).path.pending == ("commune",)
    assert something_else(catalogue, need, commune="74010").path.pending == ()
    assert something_else(catalogue, need, commune=None).path.pending == ()


@pytest.mark.parametrize("needs", CHOICES, ids="+".join)
def test_no_aid_is_called_possible(catalogue: Catalogue, needs: list[str]) -> None:
    case = something_else(catalogue, *needs, commune="74042")
    assert {item.verdict for item in case.assessments} == {Verdict.NOT_CONCERNED}
    assert [need.id for need in Result(case).outside] == needs
    [stop] = case.checklist.stops
    assert (stop.referral.role.id, stop.aids) == ("pole-medico-social", [])
    assert stop.referral.phones != ()


@each_need
def test_what_is_not_covered_is_said(catalogue: Catalogue, need: str) -> None:
    told = catalogue.needs[need]
    assert len(told.not_covered) >= 2
    assert set(told.not_covered).isdisjoint(told.covers)


@each_need
def test_not_knowing_is_something_else(catalogue: Catalogue, need: str) -> None:
    demand = catalogue.needs[need].demand
    assert demand is not None
    question = catalogue.questions[demand].written
    assert question.dont_know.text == "Je ne sais pas"
    assert question.options[-1].id == "autre"
    case = Case(catalogue, (need,), {"danger": frozenset({"non"}), "pour_qui": "moi", demand: None}, DAY)
    assert Result(case).outside == []
    assert Result(case).unsought != []


def test_another_need_that_is_known_keeps_its_aids(catalogue: Catalogue) -> None:
    case = something_else(catalogue, "enfance", commune="74010")
    both = Case(
        catalogue, ("logement", "enfance"),
        {**case.given, "demande_logement": frozenset({"impaye-loyer"})}, DAY,
    )  # fmt: skip
    assert any(item.possible for item in both.assessments)
    assert [need.id for need in Result(both).outside] == ["enfance"]
