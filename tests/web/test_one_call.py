"""Several aids, one call: one card that names the others, on every page and on paper."""

from __future__ import annotations

import pytest
from cryptography.fernet import Fernet
from flask import Flask

from app import create_app
from engine.rules.truth import Answers
from tests.load.weights import visitor
from tests.paper.documents import squeezed, text_of
from tests.web.page import parse
from tests.web.words import words_of
from web.settings import LOOPBACK_HOSTS, Settings

NIGHTS: Answers = {
    "danger": frozenset({"non"}), "pour_qui": "moi", "age": 36, "commune": "74010", "mesure_juge": False,
    "demande_enfance": frozenset({"aide-maison"}), "ages_enfants": frozenset({"de-3-a-5"}),
    "difficultes_famille": frozenset({"quotidien", "nuits"}),
}  # fmt: skip
ALSO = "Le même appel peut donner aussi"
LEADS, FOLLOWS = "Aide à la maison et nuits", "Aide à la maison (TISF)"


@pytest.fixture(scope="module")
def site() -> Flask:
    return create_app(Settings(local=True, keys=(Fernet.generate_key(),), hosts=LOOPBACK_HOSTS))


def test_the_result_has_one_card_that_leads_to_the_others(site: Flask) -> None:
    page = parse(visitor(site, ("enfance",), NIGHTS).get("/fr/resultats").text)
    titles = [words_of(title) for title in page.iter("h3")]
    assert LEADS in titles
    assert FOLLOWS not in titles
    (link,) = [link for link in page.iter("a") if words_of(link) == FOLLOWS]
    assert str(link.get("href")).endswith("/resultats/tisf")
    assert words_of(page).count(ALSO) == 1


@pytest.mark.parametrize("path", ["resultats/imprimer", "resultats/liste.pdf"])
def test_so_has_the_paper(site: Flask, path: str) -> None:
    answer = visitor(site, ("enfance",), NIGHTS).get(f"/fr/{path}")
    told = squeezed(text_of(answer.data) if answer.mimetype == "application/pdf" else words_of(parse(answer.text)))
    assert squeezed(f"{ALSO}\u00a0: {FOLLOWS}.") in told


def test_at_the_desk_the_others_open_from_the_same_line(site: Flask) -> None:
    form = {
        "besoins": "enfance", "danger": "non", "pour_qui": "moi", "age": "36", "demande_enfance": "aide-maison",
        "ages_enfants": "de-3-a-5", "difficultes_famille": ["quotidien", "nuits"], "commune": "74010",
    }  # fmt: skip
    page = parse(site.test_client().post("/fr/poste-accueil", data=form).text)
    (line,) = [card for card in page.iter("article") if str(card.get("id", "")).startswith("aide-aide")]
    assert [button.get("value") for button in line.iter("button")] == ["aide-domicile-hebergement", "tisf"]
    read = parse(site.test_client().post("/fr/poste-accueil", data={**form, "vue.aide": "tisf"}).text)
    assert FOLLOWS in words_of(next(item for item in read.iter("section") if item.get("aria-labelledby") == "texte"))
