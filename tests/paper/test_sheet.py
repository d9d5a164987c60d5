"""What a sheet says, level by level: the fuller it is, the less, and never less than what presses."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import pytest
from flask import Flask, g

from engine.case.case import Case
from engine.case.checklist import Stop
from engine.case.plan import Plan
from tests.content.conftest import DAY
from tests.content.people import personas, play
from web.paper.sheet import LEAST, MOST_PLACES, sheet_data
from web.words.needed import needed
from web.words.wording import Wording

PEOPLE = {persona.name.partition(",")[0]: persona for persona in personas()}
SIMONE = "Simone"


def case_of(app: Flask, name: str) -> Case:
    catalogue, persona = app.extensions["catalogue"], PEOPLE[name]
    return Case(catalogue, persona.needs, play(catalogue, persona).steps[-1].answers, DAY)


def said(app: Flask, case: Case, level: int = 0, *, everything: bool = False) -> dict[str, Any]:
    with app.test_request_context("/fr/"):
        g.lang = "fr"
        return sheet_data(case, Wording.of(case), level, everything=everything)


def in_words(app: Flask, condition: str) -> str:
    with app.test_request_context("/fr/"):
        g.lang = "fr"
        return needed(condition)


def stops_of(case: Case) -> list[Stop]:
    """The offices as the plan names them: the one of the first step, then the others."""
    plan = Plan(case)
    return [*([plan.place] if plan.place else []), *plan.more_places]


def test_papers_are_surely_asked_for_or_only_maybe(app: Flask) -> None:
    case = case_of(app, SIMONE)
    sheet, plan = said(app, case), Plan(case)
    papers = [*plan.papers, *plan.more_papers]
    assert [item["name"] for item in sheet["documents"]] == [item.document.name for item in papers if item.certain]
    assert [item["name"] for item in sheet["maybe"]] == [item.document.name for item in papers if not item.certain]
    assert [item["name"] for item in sheet["documents"]][: len(plan.papers)] == [
        item.document.name for item in plan.papers
    ]
    assert len(sheet["documents"]) >= 3
    assert len(sheet["maybe"]) >= 1


def test_deadlines_that_press_stay_to_the_end(app: Flask) -> None:
    case = case_of(app, SIMONE)
    urgent = [clock.deadline.written.text for clock in case.checklist.clocks if clock.urgent]
    assert len(urgent) >= 1
    assert len(said(app, case)["clocks"]) == len(case.checklist.clocks) > len(urgent)
    assert [clock["text"] for clock in said(app, case, LEAST)["clocks"]] == urgent


def test_uncertain_papers_become_one_line_then_a_number(app: Flask) -> None:
    case = case_of(app, SIMONE)
    maybe = [item.document.name for item in case.checklist.documents if not item.certain]
    assert said(app, case, LEAST - 2)["maybe_text"] is None
    assert said(app, case, LEAST - 1)["maybe_text"] == " · ".join(maybe)
    assert (
        said(app, case, LEAST)["maybe_text"]
        == f"{len(maybe)} papiers, selon la situation\u00a0: la liste est sur le site."
    )


def test_the_mairie_is_that_of_the_commune(app: Flask) -> None:
    case = case_of(app, SIMONE)
    stops = zip(stops_of(case), said(app, case)["offices"], strict=True)
    [[place]] = [told["places"] for stop, told in stops if stop.referral.precision == "commune"]
    assert place.replace("\u00a0", " ") == "Mairie d’Annecy, 04 50 33 88 88, relevé en septembre 2019, à vérifier"


def test_a_no_says_why_as_long_as_there_is_room(app: Flask) -> None:
    case = case_of(app, "Odette")
    refused = [item for item in case.assessments if item.verdict == "peu-probable" and not item.aid.parent]
    shown = [item["why"] for item in said(app, case, everything=True)["verdicts"] if item["verdict"] == "Peu probable"]
    assert len(refused) >= 1
    assert sorted(shown) == sorted(in_words(app, item.unmet[0].written.text) for item in refused)


@pytest.mark.parametrize("level", range(LEAST + 1))
def test_where_a_file_is_handed_in_is_always_named(app: Flask, level: int) -> None:
    case = case_of(app, SIMONE)
    stops = zip(stops_of(case), said(app, case, level)["offices"], strict=True)
    here = [(stop.submit, bool(told["places"])) for stop, told in stops if stop.referral.offices and not stop.welcome]
    assert (True, True) in here
    assert (True, False) not in here
    assert len(here) >= 2
    assert ((False, True) in here) is (level < 4 and any(not submit for submit, _ in here))


def test_many_addresses_are_cut_and_counted(app: Flask) -> None:
    """Here one service has two offices more than there is room for."""
    case = case_of(app, SIMONE)
    role = case.checklist.stops[0].referral.role
    known = case.catalogue
    offices = [office.id for office in known.offices.values() if office.reliability == "sure"][: MOST_PLACES + 2]
    assert len(offices) == MOST_PLACES + 2
    crowded = msgspec.structs.replace(role, level="departement", offices=tuple(offices))
    catalogue = replace(known, roles={**known.roles, role.id: crowded})
    sheet = said(app, Case(catalogue, case.needs, case.given, DAY))
    [places] = [stop["places"] for stop in sheet["offices"] if stop["name"] == role.name]
    assert len(places) == MOST_PLACES + 1
    assert places[-1] == "2 autres adresses sur le site."


def test_someone_to_ask_is_named_where_the_office_itself_is_not_known(app: Flask) -> None:
    asked = 0
    for name in PEOPLE:
        case = case_of(app, name)
        for stop, told in zip(stops_of(case), said(app, case)["offices"], strict=True):
            referral = stop.referral
            unknown = referral.precision == "incomplet" or not referral.offices
            if unknown and referral.fallback and referral.fallback.offices:
                asked += 1
                assert any(place.startswith("Pour le trouver, demandez ici\u00a0: ") for place in told["places"])
    assert asked >= 3
