"""Sensitive answers stay off paper until the person ticks them in, for one sheet, and no address ever names one."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from engine.rules.truth import Answers
from tests.load.weights import visitor
from tests.paper.documents import squeezed, text_of
from tests.web.forms import read_forms
from tests.web.page import parse
from tests.web.words import words_of
from web.paper.answers import private

ALL_TOLD: Answers = {
    "danger": frozenset({"violences"}), "pour_qui": "moi", "demande_logement": frozenset({"impaye-loyer"}),
    "commune": "74010", "nationalite": "autre", "titre_sejour": "non",
}  # fmt: skip
SECRET = ["Danger maintenant", "Oui : des violences", "Titre de séjour", "Nationalité", "en situation régulière"]
PAPERS = ["resultats/imprimer", "resultats/liste.pdf"]


@pytest.fixture
def person(app: Flask) -> FlaskClient:
    return visitor(app, ("logement",), ALL_TOLD)


def read(person: FlaskClient, path: str) -> str:
    """The words of a paper, squeezed; the form around a printed page is not on paper."""
    answer = person.get(f"/fr/{path}")
    assert answer.status_code == 200
    if answer.mimetype == "application/pdf":
        return squeezed(text_of(answer.data))
    [sheet] = [item for item in parse(answer.text).iter("div") if item.get("class") == "sheet"]
    return squeezed(words_of(sheet))


@pytest.mark.parametrize("path", PAPERS)
def test_none_is_there_by_default(person: FlaskClient, path: str) -> None:
    said = read(person, path)
    assert [words for words in SECRET if squeezed(words) in said] == []
    assert "Annecy" in said


@pytest.mark.parametrize("path", PAPERS)
def test_all_are_there_once_ticked_in_and_gone_the_next_time(person: FlaskClient, path: str) -> None:
    said = read(person, f"{path}?tout=oui")
    assert squeezed("Danger maintenant : Oui : des violences") in said
    assert squeezed("Titre de séjour : Non") in said
    assert squeezed("Titre de séjour") not in read(person, path)


def test_the_box_stands_on_the_print_page_unticked(person: FlaskClient) -> None:
    page = parse(person.get("/fr/resultats/imprimer").text)
    [box] = [item for item in page.iter("input") if item.get("name") == "tout"]
    assert box.get("checked") is None
    assert box.get("autocomplete") == "off"
    ticked = parse(person.get("/fr/resultats/imprimer?tout=oui").text)
    [box] = [item for item in ticked.iter("input") if item.get("name") == "tout"]
    assert box.get("checked") is not None
    leads = [item.get("formaction") for item in ticked.iter("button") if item.get("formaction")]
    assert leads == ["/fr/resultats/liste.pdf"]


def test_whoever_told_nothing_sensitive_is_not_asked(app: Flask) -> None:
    person = visitor(app, ("logement",), {"danger": None, "pour_qui": "moi"})
    assert "tout" not in {
        name for form in read_forms(parse(person.get("/fr/resultats/imprimer").text)) for name in form.data
    }


def test_the_desk_prints_none(app: Flask) -> None:
    sent = {"besoins": "logement", "danger": "violences", "demande_logement": "impaye-loyer", "commune": "Annecy",
            "nationalite": "autre", "titre_sejour": "non"}  # fmt: skip
    page = parse(app.test_client().post("/fr/poste-accueil", data=sent).text)
    [code] = [item.get("value") for item in page.iter("input") if item.get("name") == "code"]
    said = squeezed(text_of(app.test_client().post("/fr/poste-accueil/feuille.pdf", data={"code": code}).data))
    assert "Annecy" in said
    assert [words for words in SECRET if squeezed(words) in said] == []


def test_what_is_private(app: Flask) -> None:
    known = app.extensions["catalogue"]
    assert {"danger", "titre_sejour", "nationalite", "ressources_mensuelles", "gir"} <= private(known)
    assert {"commune", "pour_qui", "age"}.isdisjoint(private(known))
