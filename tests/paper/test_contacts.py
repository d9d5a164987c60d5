"""How to reach someone, on the sheet and in the PDF: a number is never cut, and an old contact says that it is old."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from flask import Flask, g

from engine.case.case import Case
from engine.content.catalogue import Catalogue
from engine.content.shapes.base import Source
from engine.content.shapes.offices import Office, Reading
from tests.content.conftest import DAY
from tests.content.people import Persona, personas, play
from tests.load.weights import visitor
from tests.paper.conftest import Sheet
from tests.paper.documents import LANGS, bare_sheet, bold_of, squeezed, text_of
from tests.sampled import Swept
from tests.web.page import parse
from tests.web.words import words_of
from web.paper.contacts import contact
from web.paper.pdf import SHEET, compile_pdf
from web.paper.sheet import sheet_data
from web.words.wording import Wording

PHONE = "04 50 33 50 00"
WIDEST = 90  # letters of a line
SPACED = re.compile(r"\d{2} \d{2} \d{2}")  # with spaces that a line end can take
OLD = {"fr": "à vérifier", "en": "to be checked"}
READ = {"fr": "relevé en juillet 2023", "en": "as of July 2023"}
LISTED = {"fr": "relevé en septembre 2019", "en": "as of September 2019"}
PEOPLE = {persona.name: persona for persona in personas()}

each_language = pytest.mark.parametrize("lang", LANGS)


def office(**changed: Any) -> Office:
    """An office that an old text names."""
    written: dict[str, Any] = {
        "id": "essai", "name": "Essai", "address": "1, rue du Lac", "postcode": "74000", "town": "Annecy",
        "phone": PHONE, "reliability": "ancienne", "verified": "2023-07-24", "source": Source(),
    }  # fmt: skip
    return Office(**{**written, **changed})


def told(app: Flask, lang: str, one: Office) -> str:
    with app.test_request_context(f"/{lang}/"):
        g.lang = lang
        return contact(one)


def data_of(app: Flask, persona: Persona, lang: str) -> dict[str, Any]:
    catalogue = app.extensions["catalogue"]
    case = Case(catalogue, persona.needs, play(catalogue, persona).steps[-1].answers, DAY)
    with app.test_request_context(f"/{lang}/"):
        g.lang = lang
        return sheet_data(case, Wording.of(case))


def old_offices(app: Flask, name: str) -> list[Office]:
    """Those of someone's offices that only an old text gives, and that the sheet has room for."""
    catalogue = app.extensions["catalogue"]
    stops = play(catalogue, PEOPLE[name]).case.checklist.stops
    return [item for stop in stops for item in stop.referral.offices[:1] if item.reliability == "ancienne"]


def test_a_short_number_that_the_name_tells_is_not_told_again(app: Flask) -> None:
    national = office(name="Allô Essai, 119", address=None, postcode=None, town=None, phone="119", reliability="sure")
    assert told(app, "fr", national) == "Allô Essai, 119"


@each_language
def test_an_old_contact_says_so_and_a_sure_one_does_not(app: Flask, lang: str) -> None:
    number = PHONE.replace(" ", "\u00a0")
    place = f"Essai, 1, rue du Lac, 74000 Annecy, {number}"
    assert told(app, lang, office()) == f"{place}, {READ[lang]}, {OLD[lang]}"
    listed = office(reliability="sure", reading=Reading(cited_text="liste", date="2019-09"))
    assert told(app, lang, listed) == f"{place}, {LISTED[lang]}, {OLD[lang]}"
    undated = office(reliability="sure", reading=Reading(cited_text="liste"))
    assert told(app, lang, undated) == f"{place}, {OLD[lang]}"
    assert told(app, lang, office(reliability="sure")) == place
    bare = office(reliability="nom-seul", address=None, postcode=None, town=None, phone=None)
    assert told(app, lang, bare) == "Essai"


@each_language
def test_no_number_of_a_sheet_can_be_cut(app: Flask, lang: str, swept: Swept) -> None:
    """Of any office, whoever the sheet is for."""
    sheets = [data_of(app, persona, lang) for persona in swept(PEOPLE.values())]
    lines = [place for sheet in sheets for stop in [*sheet["place"], *sheet["offices"]] for place in stop["places"]]
    assert len([line for line in lines if SPACED.search(line.replace("\u00a0", " "))]) >= 20
    assert [line for line in lines if SPACED.search(line)] == []


def test_the_numbers_of_an_emergency_are_whole_too(app: Flask) -> None:
    """Here every number to call first has ten figures."""
    known: Catalogue = app.extensions["catalogue"]
    longer = {
        name: replace(item, written=msgspec.structs.replace(item.written, number=PHONE))
        for name, item in known.emergencies.items()
    }
    case = Case(replace(known, emergencies=longer), ("logement",), {"danger": frozenset({"violences"})}, DAY)
    with app.test_request_context("/fr/"):
        g.lang = "fr"
        numbers = {item["number"] for item in sheet_data(case, Wording.of(case))["emergencies"]}
    assert numbers == {PHONE.replace(" ", "\u00a0")}


@each_language
def test_the_pdf_never_cuts_a_number_wherever_it_falls(app: Flask, lang: str) -> None:
    """As many offices as letters on a line, each with a longer name: one at least would be cut."""
    places = [told(app, lang, office(name="L" + "e" * length)) for length in range(WIDEST)]
    data = bare_sheet("Mot")
    stop = {"name": "Rôle", "french": None, "ask": "Demandez.", "words": "", "serves": "", "places": places}
    data["offices"] = [stop]
    with app.app_context():
        lines = text_of(compile_pdf(SHEET, data)).replace("\u00a0", " ").splitlines()
    assert sum(PHONE in line for line in lines) == WIDEST


def test_the_number_to_dial_stands_out(app: Flask) -> None:
    """In bold, wherever it stands in a place; and nothing else of that place."""
    data = bare_sheet("Mot")
    data["offices"] = [{
        "name": "Rôle", "french": None, "ask": "Demandez.", "words": "", "serves": "",
        "places": [told(app, "fr", office(name="Maison")), "Sans numéro, 74000 Annecy"],
    }]  # fmt: skip
    with app.app_context():
        bold = squeezed(bold_of(compile_pdf(SHEET, data)))
    assert squeezed(PHONE) in bold
    assert "Maison" not in bold
    assert "Annecy" not in bold


@each_language
def test_the_sheet_and_the_pdf_say_which_contacts_are_old(app: Flask, pdf_of: Sheet, lang: str) -> None:
    name = next(name for name in PEOPLE if old_offices(app, name))
    persona, catalogue = PEOPLE[name], app.extensions["catalogue"]
    browser = visitor(app, persona.needs, play(catalogue, persona).steps[-1].answers)
    page = words_of(parse(browser.get(f"/{lang}/resultats/imprimer").text).find("body"))
    printed = text_of(pdf_of(name, lang))
    for item in old_offices(app, name):
        line = told(app, lang, item)
        assert line.endswith(f", {OLD[lang]}")
        assert line.replace("\u00a0", " ") in page.replace("\u00a0", " ")
        assert re.sub(r"\s", "", line) in re.sub(r"\s", "", printed)
