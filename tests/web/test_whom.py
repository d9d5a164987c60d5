"""For whom one asks: a child, a family one knows; each question says so, and absurd answers are not offered."""

from __future__ import annotations

import pytest
from flask import Flask, g
from flask.testing import FlaskClient

from engine.case.case import Case
from engine.content.catalogue import Catalogue
from tests.content.conftest import DAY
from tests.web.journeys import Page, Visitor
from tests.web.words import words_of
from web.words.relation import relation_of
from web.words.whose import whose
from web.words.wording import Wording

DESK = "/fr/poste-accueil"
WHOM = {"moi", "mere", "pere", "conjoint", "mon-enfant", "proche", "enfant-connu"}


@pytest.fixture
def visitor(client: FlaskClient) -> Visitor:
    return Visitor(client)


def ticked(page: Page, name: str) -> set[str | None]:
    """What can be ticked under a name."""
    return {item.get("value") for item in page.tree.iter("input") if item.get("name") == name}


@pytest.mark.parametrize(
    ("whom", "told"),
    [
        ("mon-enfant", "Dans quelle commune vit votre enfant\u00a0?"),
        ("enfant-connu", "Dans quelle commune vit l’enfant, ou la famille\u00a0?"),
        ("mere", "Dans quelle commune vit votre mère\u00a0?"),
        ("conjoint", "Dans quelle commune vit votre conjoint\u00a0?"),
        ("proche", "Dans quelle commune vit la personne que vous aidez\u00a0?"),
        ("moi", "Dans quelle commune habitez-vous\u00a0?"),
    ],
)
def test_the_commune_asked_for_is_that_of_whom_it_is_about(visitor: Visitor, whom: str, told: str) -> None:
    page = visitor.reach("commune", ["enfance"], {"pour_qui": whom, "demande_enfance": ["sante-enfant"]})
    assert page.heading == told


@pytest.mark.parametrize(
    ("whom", "lang", "told"),
    [
        ("mere", "fr", "De quoi votre mère a-t-elle besoin\u00a0?"),
        ("pere", "fr", "De quoi votre père a-t-il besoin\u00a0?"),
        ("conjoint", "fr", "De quoi votre conjoint a-t-il besoin\u00a0?"),
        ("mon-enfant", "fr", "De quoi votre enfant a-t-il besoin\u00a0?"),
        ("enfant-connu", "fr", "De quoi cet enfant a-t-il besoin\u00a0?"),
        ("proche", "fr", "De quoi la personne que vous aidez a-t-elle besoin\u00a0?"),
        ("mere", "en", "What does your mother need?"),
        ("proche", "en", "What does the person you help need?"),
    ],
)
def test_a_question_names_the_person_as_one_would(client: FlaskClient, whom: str, lang: str, told: str) -> None:
    page = Visitor(client, lang).reach("demande_autonomie", ["autonomie"], {"pour_qui": whom})
    assert page.heading == told


def test_a_sentence_begins_with_the_person_and_agrees(app: Flask, catalogue: Catalogue) -> None:
    with app.test_request_context("/fr/"):
        said = {
            whom: relation_of(catalogue, {"pour_qui": whom}).fill("{Proche} est-{il} émancipé{e} ? {Il} part.")
            for whom in ("mere", "pere", "proche")
        }
    assert said == {
        "mere": "Votre mère est-elle émancipée ? Elle part.",
        "pere": "Votre père est-il émancipé ? Il part.",
        "proche": "La personne que vous aidez est-elle émancipée ? Elle part.",
    }


@pytest.mark.parametrize(
    ("whom", "told"),
    [("mere", "Pour votre mère"), ("enfant-connu", "Pour cet enfant"), ("proche", "Pour la personne que vous aidez"), ("moi", "Pour vous")],
)  # fmt: skip
def test_the_result_says_whom_it_is_for_without_the_words_of_the_answer(
    app: Flask, catalogue: Catalogue, whom: str, told: str
) -> None:
    case = Case(catalogue, ("autonomie",), {"danger": frozenset({"non"}), "pour_qui": whom, "age": 84}, DAY)
    with app.test_request_context("/fr/"):
        assert whose(case, Wording.of(case))[0] == told


def test_a_child_of_8_is_offered_no_aid_of_grown_ups(visitor: Visitor) -> None:
    child = {"pour_qui": "mon-enfant", "age": "8", "demande_autonomie": ["handicap"]}
    assert not {"travail", "enfant"} & ticked(visitor.reach("besoins_handicap", ["autonomie"], child), "answer")


@pytest.mark.parametrize("address", [DESK, "/fr/une-page?besoins=enfance"])
def test_the_desk_and_the_one_page_form_ask_for_whom(client: FlaskClient, address: str) -> None:
    page = Page(client.post(address, data={"besoins": ["enfance"]}) if address == DESK else client.get(address))
    assert ticked(page, "pour_qui") == {*WHOM, "nsp"}


@pytest.mark.parametrize(
    ("whom", "told"),
    [(None, "la personne que vous aidez"), ("moi", "Avez-vous des enfants à charge"), ("mon-enfant", "votre enfant")],
)
def test_the_desk_speaks_of_whoever_it_is_for(client: FlaskClient, whom: str | None, told: str) -> None:
    data: dict[str, object] = {"besoins": ["enfance"], "demande_enfance": ["argent"]}
    page = Page(client.post(DESK, data=data | ({"pour_qui": whom} if whom else {})))
    asked = next(item for item in page.tree.iter("div") if item.get("id") == "questions")
    assert told in words_of(asked).replace("\u00a0", " ")


def test_the_desk_offers_no_absurd_answer(client: FlaskClient, catalogue: Catalogue) -> None:
    data = {"besoins": ["autonomie"], "demande_autonomie": ["handicap"], "age": "8"}
    every = {option.id for option in catalogue.questions["besoins_handicap"].written.options} | {"nsp"}
    assert ticked(Page(client.post(DESK, data=data)), "besoins_handicap") == every - {"travail", "enfant"}
    assert ticked(Page(client.post(DESK, data={**data, "age": "nsp"})), "besoins_handicap") == every


def test_a_delay_of_the_service_stands_in_its_time_and_does_not_press(visitor: Visitor) -> None:
    page = visitor.play(
        ["enfance"], {"danger": "non", "pour_qui": "enfant-connu", "demande_enfance": ["enfant-danger"]}
    )
    [line] = [item for item in page.tree.iter("ol") if item.get("class") == "time"]
    assert [words_of(item.find("strong")) for item in line.findall("li")] == ["En demandant"]
    assert "Urgent" not in words_of(page.tree)


HOME = "{Proche} vit chez {lui}, pas en établissement."


@pytest.mark.parametrize(
    ("whom", "lang", "told"),
    [
        ("mere", "fr", "Votre mère vit chez elle, pas en établissement."),
        ("pere", "fr", "Votre père vit chez lui, pas en établissement."),
        ("conjoint", "fr", "Votre conjoint vit chez lui, pas en établissement."),
        ("proche", "fr", "La personne vit chez elle, pas en établissement."),
        ("enfant-connu", "fr", "La personne vit chez elle, pas en établissement."),
        ("pere", "en", "Your father lives in their own home, not in a care home (établissement)."),
        ("proche", "en", "The person lives in their own home, not in a care home (établissement)."),
    ],
)
def test_an_aid_names_the_person_where_one_knows_who(
    app: Flask, catalogue: Catalogue, whom: str, lang: str, told: str
) -> None:
    conditions = [item.written for aid in catalogue.aids.values() for item in aid.own_conditions]
    condition = next(item for item in conditions if item.other_text == HOME)
    case = Case(catalogue, ("autonomie",), {"pour_qui": whom}, DAY)
    with app.test_request_context(f"/{lang}/"):
        g.lang = lang
        assert Wording.of(case).say(condition) == told
