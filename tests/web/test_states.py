"""What nobody asks for is never « Probable » nor « Possible », on any surface: a judge decides it, or it is a right."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import pytest
from flask.testing import FlaskClient

from engine.case.case import Case
from engine.case.code import write_code
from engine.content.answers import read_answers
from engine.content.catalogue import Catalogue
from tests.content.conftest import DAY
from tests.content.people import Persona, personas, play
from tests.paper.documents import squeezed, text_of
from tests.web.page import parse
from tests.web.test_code import enter
from tests.web.words import words_of
from web.words.states import unasked

PEOPLE = {persona.name: persona for persona in personas()}
WORDS = {
    "Claire, 36 ans, une éducatrice vient chez elle depuis le jugement": "Un juge décide",
    "Mehdi, 41 ans, convoqué chez le juge des enfants": "Votre droit",
    "Inès, à qui l’on demande de signer pour son fils": "Un droit",
}
FIRST_TITLE = {**dict.fromkeys(WORDS, "Ce qu’il faut savoir"), next(iter(WORDS)): "Un juge décide"}
LIKELY = re.compile(r"\b(Probable|Possible)\b(?! :)")


@pytest.fixture(params=WORDS)
def persona(request: pytest.FixtureRequest) -> Persona:
    return PEOPLE[request.param]


def code_of(catalogue: Catalogue, persona: Persona) -> str:
    return write_code(catalogue, persona.needs, play(catalogue, persona).case.answers)


def cards(tree: Element, catalogue: Catalogue) -> dict[str, str]:
    """What each card says of what nobody asks for, by its aid."""
    told = {item.get("id", "").removeprefix("aide-"): words_of(item) for item in tree.iter("article")}
    return {name: words for name, words in told.items() if name in catalogue.aids and unasked(catalogue.aids[name])}


def test_the_result_and_the_page_of_the_aid(client: FlaskClient, catalogue: Catalogue, persona: Persona) -> None:
    page = enter(client, code_of(catalogue, persona))
    assert "Commencez par demander" not in words_of(page.tree)
    [first] = [item.get("id", "") for item in page.tree.iter("article") if "top" in item.get("class", "")]
    told = cards(page.tree, catalogue)
    assert WORDS[persona.name] in told[first]
    assert {name for name, words in told.items() if LIKELY.search(words)} == set()
    own = client.get(f"/fr/resultats/{first}").get_data(as_text=True)
    assert WORDS[persona.name] in own


def test_the_sheet_and_the_pdf(client: FlaskClient, catalogue: Catalogue, persona: Persona) -> None:
    enter(client, code_of(catalogue, persona))
    sheet = client.get("/fr/resultats/imprimer").get_data(as_text=True)
    assert WORDS[persona.name] in sheet
    assert "Ce qu’il faut demander" not in sheet
    said = squeezed(text_of(client.get("/fr/resultats/liste.pdf").data))
    assert squeezed(WORDS[persona.name]) in said
    assert squeezed(f"1. {FIRST_TITLE[persona.name]}") in said
    assert squeezed("Probable") not in said


def test_the_desk(client: FlaskClient, catalogue: Catalogue, persona: Persona) -> None:
    given = {fact: answer for fact, answer in persona.sheet.items() if fact != "commune"}
    said = client.post("/fr/poste-accueil", data={"besoins": list(persona.needs), **given}).get_data(as_text=True)
    told = cards(parse(said), catalogue)
    assert any(WORDS[persona.name] in words for words in told.values())
    assert {name for name, words in told.items() if LIKELY.search(words)} == set()
    assert re.search(rf"Probables\s:\s0\..*À savoir\s:\s{len(told)}\.", said)


def test_an_aid_keeps_its_own_words(client: FlaskClient, catalogue: Catalogue) -> None:
    sheet = {"danger": ["non"], "pour_qui": "moi", "demande_enfance": ["education"], "age": "41", "mesure_juge": "non",
             "enfants_a_charge": "de-3-a-17-ans", "ages_enfants": ["de-6-a-10"],
             "difficultes_famille": ["education"], "commune": "74010"}  # fmt: skip
    case = Case(catalogue, ["enfance"], read_answers(catalogue, sheet), DAY)
    page = enter(client, write_code(catalogue, case.needs, case.answers))
    assert "Probable" in words_of(page.tree)
