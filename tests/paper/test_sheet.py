"""What a sheet says: the papers, the offices and the reasons, and what it leaves out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
from flask import Flask, g

from engine.case.case import Case
from engine.case.checklist import Stop
from engine.case.plan import Plan
from tests.content.conftest import DAY
from tests.content.people import personas, play
from tests.sampled import Swept
from web.paper.places import MOST_PLACES
from web.paper.sheet import sheet_data
from web.words.needed import needed
from web.words.wording import Wording

PEOPLE = {persona.name: persona for persona in personas()}
SIMONE = next(name for name in PEOPLE if name.startswith("Simone, 88 ans"))
ODETTE = next(name for name in PEOPLE if name.startswith("Odette, 72 ans"))
ALL = 300  # cuts, more than any sheet takes


def case_of(app: Flask, name: str) -> Case:
    catalogue, persona = app.extensions["catalogue"], PEOPLE[name]
    return Case(catalogue, persona.needs, play(catalogue, persona).steps[-1].answers, DAY)


def said(app: Flask, case: Case, cuts: int = 0, *, everything: bool = False) -> dict[str, Any]:
    with app.test_request_context("/fr/"):
        g.lang = "fr"
        return sheet_data(case, Wording.of(case), cuts, everything=everything)


def in_words(app: Flask, condition: str) -> str:
    with app.test_request_context("/fr/"):
        g.lang = "fr"
        return needed(condition)


def all_offices(sheet: dict[str, Any]) -> list[dict[str, Any]]:
    return [*sheet["place"], *sheet["offices"]]


def stops_of(case: Case) -> list[Stop]:
    """The offices as the plan names them: the one of the first step, then the others."""
    plan = Plan(case)
    return [*([plan.place] if plan.place else []), *plan.more_places]


def test_papers_are_those_of_the_first_step_surely_asked_for_or_only_maybe(app: Flask) -> None:
    case = case_of(app, SIMONE)
    sheet, plan = said(app, case), Plan(case)
    names = [[item["name"] for item in sheet[part]] for part in ("papers", "documents", "maybe")]
    assert names == [
        [item.document.name for item in plan.papers],
        [item.document.name for item in plan.more_papers if item.certain],
        [item.document.name for item in plan.more_papers if not item.certain],
    ]
    assert all(names)


def test_what_is_left_out_is_counted(app: Flask) -> None:
    case = case_of(app, SIMONE)
    maybe = [item for item in case.checklist.documents if not item.certain]
    sheet = said(app, case, ALL)
    assert sheet["maybe"] == []
    assert sheet["more"]["maybe"] == f"Et {len(maybe)} de plus, sur le site."
    assert said(app, case)["more"] == {}


def test_the_mairie_is_that_of_the_commune(app: Flask) -> None:
    case = case_of(app, SIMONE)
    stops = zip(stops_of(case), all_offices(said(app, case)), strict=True)
    [[place]] = [told["places"] for stop, told in stops if stop.referral.precision == "commune"]
    assert place.replace("\u00a0", " ") == "Mairie d’Annecy, 04 50 33 88 88, relevé en septembre 2019, à vérifier"


def test_a_no_says_why(app: Flask) -> None:
    case = case_of(app, ODETTE)
    refused = [item for item in case.assessments if item.verdict == "peu-probable" and not item.aid.parent]
    shown = [item["why"] for item in said(app, case, everything=True)["unlikely"]]
    assert len(refused) >= 1
    assert sorted(shown) == sorted(in_words(app, item.unmet[0].written.text) for item in refused)


def test_where_one_hands_in_a_file_is_named_longer_than_where_one_only_asks(app: Flask) -> None:
    case = case_of(app, SIMONE)
    stops = stops_of(case)[1:]
    submit = {stop.referral.role.name: stop.submit for stop in stops if not stop.welcome}
    assert {True, False} == set(submit.values())
    gone: list[str] = []
    for cuts in range(ALL):
        sheet = said(app, case, cuts)
        shown = {item["name"] for item in sheet["offices"] if item.get("places")}
        gone += [name for name in submit if name not in shown and name not in gone]
    assert len(gone) == len(submit)
    assert not submit[gone[0]]


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
    [places] = [stop["places"] for stop in all_offices(sheet) if stop["name"] == role.name]
    assert len(places) == MOST_PLACES + 1
    assert places[-1] == "2 autres adresses sur le site."


def test_someone_to_ask_is_named_where_the_office_itself_is_not_known(app: Flask, swept: Swept) -> None:
    asked = 0
    for name in swept(PEOPLE, most=40):
        case = case_of(app, name).discreet
        for stop, told in zip(stops_of(case), all_offices(said(app, case)), strict=True):
            referral = stop.referral
            unknown = referral.precision == "incomplet" or not referral.offices
            if unknown and referral.fallback and referral.fallback.offices:
                asked += 1
                assert any(place.startswith("Pour le trouver, demandez ici\u00a0: ") for place in told["places"])
    assert asked >= 3


def test_an_office_whose_address_is_told_is_not_to_be_found_but_called(app: Flask, swept: Swept) -> None:
    located = 0
    for name in swept(PEOPLE, most=40):
        case = case_of(app, name).discreet
        for stop, told in zip(stops_of(case), all_offices(said(app, case)), strict=True):
            if stop.referral.located and stop.referral.fallback:
                located += 1
                assert any(place.startswith("Pour l’appeler, demandez ici\u00a0: ") for place in told["places"])
                assert not any(place.startswith("Pour le trouver") for place in told["places"])
    assert located >= 3
