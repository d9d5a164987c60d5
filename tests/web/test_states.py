"""What nobody asks for is never « Probable » nor « Possible », on any surface: a judge decides it, or it is a right."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from engine.case.case import Case
from engine.case.code import write_code
from engine.content.answers import read_answers
from engine.content.catalogue import Catalogue
from tests.content.conftest import DAY
from tests.content.people import Persona, personas, play
from tests.paper.documents import squeezed, text_of
from tests.web.test_code import enter
from tests.web.words import words_of

PEOPLE = {persona.name: persona for persona in personas()}
WORDS = {
    "Claire, 36 ans, une éducatrice vient chez elle depuis le jugement": "Un juge décide",
    "Odile, lettre de refus du Département la semaine dernière": "Votre droit",
    "Inès, à qui l’on demande de signer pour son fils": "Un droit",
}
LIKELY = re.compile(r"\b(Probable|Possible)\b(?! :)")


@pytest.fixture(params=WORDS)
def persona(request: pytest.FixtureRequest) -> Persona:
    return PEOPLE[request.param]


def code_of(catalogue: Catalogue, persona: Persona) -> str:
    return write_code(catalogue, persona.needs, play(catalogue, persona).case.answers)


def sound(said: str, persona: Persona) -> None:
    assert WORDS[persona.name] in said
    assert not LIKELY.search(said)
    assert "Commencez par demander" not in said


def test_the_result_and_the_page_of_the_aid(client: FlaskClient, catalogue: Catalogue, persona: Persona) -> None:
    page = enter(client, code_of(catalogue, persona))
    sound(words_of(page.tree.find("body").find("main")), persona)
    [first] = [item for item in page.tree.iter("article") if "top" in item.get("class", "")]
    own = client.get(f"/fr/resultats/{first.get('id')}").get_data(as_text=True)
    assert WORDS[persona.name] in own


def test_the_sheet_and_the_pdf(client: FlaskClient, catalogue: Catalogue, persona: Persona) -> None:
    enter(client, code_of(catalogue, persona))
    sheet = client.get("/fr/resultats/imprimer").get_data(as_text=True)
    assert WORDS[persona.name] in sheet
    assert "Ce qu’il faut demander" not in sheet
    said = squeezed(text_of(client.get("/fr/resultats/liste.pdf").data))
    assert squeezed(WORDS[persona.name]) in said
    assert squeezed("Ce qu’il faut savoir") in said
    assert squeezed("Probable") not in said


def test_the_desk(client: FlaskClient, catalogue: Catalogue, persona: Persona) -> None:
    given = {fact: answer for fact, answer in persona.sheet.items() if fact != "commune"}
    said = client.post("/fr/poste-accueil", data={"besoins": list(persona.needs), **given}).get_data(as_text=True)
    assert WORDS[persona.name] in said
    assert re.search(r"Probables\s:\s0\. À vérifier\s:\s0\.", said)
    assert re.search(r"À savoir\s:\s[1-9]", said)


def test_an_aid_keeps_its_own_words(client: FlaskClient, catalogue: Catalogue) -> None:
    sheet = {"danger": ["non"], "pour_qui": "moi", "demande_enfance": ["education"], "age": "41", "mesure_juge": "non",
             "enfants_a_charge": "de-3-a-17-ans", "commune": "74010"}  # fmt: skip
    case = Case(catalogue, ["enfance"], read_answers(catalogue, sheet), DAY)
    page = enter(client, write_code(catalogue, case.needs, case.answers))
    assert "Probable" in words_of(page.tree)
