"""An aid whose very name tells a secret stays off paper and out of the calendar, until the person ticks it in."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from engine.rules.truth import Answers
from tests.load.weights import visitor
from tests.paper.documents import squeezed, text_of
from tests.paper.test_sensitive import PAPERS, read
from tests.web.page import parse
from tests.web.words import words_of

HERE: Answers = {"danger": frozenset({"non"}), "pour_qui": "moi", "commune": "74010"}
SECRETS: dict[str, Answers] = {
    "a birth in secret": {"demande_enfance": frozenset({"grossesse"}), "souhait_grossesse": "secret"},
    "a pregnancy": {"demande_enfance": frozenset({"grossesse"}), "souhait_grossesse": "suivi"},
    "not sure yet": {"demande_enfance": frozenset({"grossesse"}), "souhait_grossesse": "pas-encore"},
    "to take a baby back": {
        "demande_enfance": frozenset({"adoption"}), "sujet_adoption": "confie", "signature_pv": "moins-de-2-mois",
    },
    "a father": {
        "demande_enfance": frozenset({"adoption"}), "sujet_adoption": "pere", "signature_pv": "moins-de-2-mois",
        "lettre_pupille": "plus-de-30-jours",
    },
}  # fmt: skip
# Among what is told: help at home, which has a deadline of its own.
DATED = {"a birth in secret", "a pregnancy", "not sure yet"}
TELLING = ("secret", "accouch", "grossesse", "enceinte", "naissance", "bébé", "sage-femme", "sousX", "CNAOP")


def person(app: Flask, secret: str) -> FlaskClient:
    return visitor(app, ("enfance",), {**HERE, **SECRETS[secret]})


def told(text: str) -> list[str]:
    return [word for word in TELLING if word in text]


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("path", PAPERS)
def test_no_paper_tells_it_by_default(app: Flask, secret: str, path: str) -> None:
    said = read(person(app, secret), path)
    assert told(said) == []
    assert "Annecy" in said, "someone to talk to is still named"


@pytest.mark.parametrize("secret", SECRETS)
def test_it_is_printed_once_ticked_in(app: Flask, secret: str) -> None:
    visiting = person(app, secret)
    assert "Imprimer aussi" in words_of(parse(visiting.get("/fr/resultats/imprimer").text))
    assert told(read(visiting, "resultats/liste.pdf?tout=oui"))
    assert told(read(visiting, "resultats/liste.pdf")) == []


@pytest.mark.parametrize("secret", SECRETS)
def test_no_calendar_holds_it(app: Flask, secret: str) -> None:
    visiting = person(app, secret)
    page, file = visiting.get("/fr/resultats").text, visiting.get("/fr/resultats/agenda.ics").data.decode()
    assert told(page), "the screen says it, to whoever asked"
    assert ("agenda.ics" in page) == (secret in DATED)
    assert told(file.replace("\r\n ", "")) == []


def test_the_desk_prints_none(app: Flask) -> None:
    sent = {"besoins": "enfance", "danger": "non", "demande_enfance": "grossesse", "souhait_grossesse": "secret",
            "commune": "Annecy"}  # fmt: skip
    page = parse(app.test_client().post("/fr/poste-accueil", data=sent).text)
    [code] = [item.get("value") for item in page.iter("input") if item.get("name") == "code"]
    answer = app.test_client().post("/fr/poste-accueil/feuille.pdf", data={"code": code})
    assert answer.mimetype == "application/pdf"
    assert told(squeezed(text_of(answer.data))) == []


def test_a_relative_keeps_the_date_of_the_court_without_a_name(app: Flask) -> None:
    answers: Answers = {
        **HERE, "demande_enfance": frozenset({"adoption"}), "sujet_adoption": "famille",
        "lettre_pupille": "moins-de-30-jours",
    }  # fmt: skip
    visiting = visitor(app, ("enfance",), answers)
    assert "agenda.ics" in visiting.get("/fr/resultats").text
    file = visiting.get("/fr/resultats/agenda.ics").data.decode().replace("\r\n ", "")
    assert "Trente jours" in file
    assert told(file) == []
