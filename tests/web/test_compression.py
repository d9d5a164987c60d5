"""Words that someone puts into an address tell nothing, by the length of the page, of what the cookie holds."""

from __future__ import annotations

import gzip

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.forms import read_forms
from tests.web.journeys import Visitor
from tests.web.page import parse

# Where a word of the address comes back: in the field, in the switch of languages, in the address of the form.
REFLECTING = (
    "/fr/aides?q=", "/fr/pieces?q=", "/fr/services?q=", "/fr/services/mairie-ccas?commune=", "/fr/questions/danger?depuis=",
    "/fr/resultats?q=", "/fr/reponses?commune=", "/fr/urgence?q=", "/fr/?besoins=", "/fr/une-page?besoins=logement&q=",
    "/fr/resultats/imprimer?depuis=", "/fr/mentions-legales?q=",
)  # fmt: skip
PACKED = {"Accept-Encoding": "br, gzip"}
# The number that the first line of every page names to whoever told of violence, and numbers that it does not.
TOLD, OTHERS = "tel:17z", ("tel:53z", "tel:82z", "tel:94z")  # a letter after it, so that a search finds nothing


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A plain browser, in the middle of the questions, that told of violence."""
    visitor = Visitor(app.test_client())
    visitor.begin(["enfance"])
    visitor.answer("violences")
    plain = FlaskClient(app, app.response_class)
    cookie = visitor.client.get_cookie("guide")
    assert cookie
    plain.set_cookie("guide", cookie.value)
    return plain


def length(response: TestResponse) -> int:
    return int(response.headers["Content-Length"])


@pytest.mark.parametrize("address", REFLECTING)
def test_a_guess_in_the_address_changes_no_length(client: FlaskClient, address: str) -> None:
    """A right guess is as long as a wrong one: nothing is packed, so that nothing said twice is shorter."""
    lengths = {length(client.get(address + guess, headers=PACKED)) for guess in (TOLD, *OTHERS)}
    assert len(lengths) == 1
    assert "Content-Encoding" not in client.get(address + TOLD, headers=PACKED).headers


def test_packed_the_same_guess_would_tell(client: FlaskClient) -> None:
    """Why: as soon as such a page is packed, the right guess is the shortest."""
    packed = {guess: len(gzip.compress(client.get(f"/fr/aides?q={guess}").data)) for guess in (TOLD, *OTHERS)}
    assert packed[TOLD] < min(packed[guess] for guess in OTHERS)


@pytest.mark.parametrize("address", ["/fr/une-page?besoins=enfance", "/fr/poste-accueil"])
def test_a_form_of_another_site_changes_no_length_either(client: FlaskClient, address: str) -> None:
    for guess in (TOLD, *OTHERS):
        answer = client.post(address, data={"besoins": "enfance", "commune": guess}, headers=PACKED)
        assert "Content-Encoding" not in answer.headers


@pytest.mark.parametrize("address", ["/fr/", "/fr/resultats", "/fr/questions/danger", "/fr/aides", "/fr/urgence"])
def test_a_page_asked_for_without_any_word_is_packed(client: FlaskClient, address: str) -> None:
    assert client.get(address, headers=PACKED).headers["Content-Encoding"] == "br"


def test_whoever_has_no_cookie_has_nothing_to_be_guessed(app: Flask) -> None:
    client = FlaskClient(app, app.response_class)
    assert client.get("/fr/aides?q=loyer", headers=PACKED).headers["Content-Encoding"] == "br"


def test_a_page_that_reflects_words_holds_no_token_of_a_visit_packed(app: Flask) -> None:
    """A visit that has only begun has its form token to lose."""
    client = FlaskClient(app, app.response_class)
    client.get("/fr/")
    page = client.get("/fr/?besoins=logement", headers=PACKED)
    assert "Content-Encoding" not in page.headers
    assert [form for form in read_forms(parse(page.text)) if "csrf_token" in form.data]
