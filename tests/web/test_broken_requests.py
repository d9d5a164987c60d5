"""A request that breaks off, or holds what no page can show: 400 or the page itself, never an error of the site."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from tests.web.checked import CheckedClient
from tests.web.journeys import Visitor

CONTROLS = "\x00\x01\x08\x0b\x1b\x7f\x85\x9f"
SHOWN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|&#0?0?[0-8];|&#x0?[0-8];")
FORMS = ("/fr/", "/fr/logement", "/fr/situations", "/fr/questions/danger", "/fr/reprendre", "/fr/effacer")
OPEN_FORMS = ("/fr/une-page?besoins=logement", "/fr/poste-accueil", "/fr/quitter")


class ChunkError(Exception):
    """As gunicorn has one, and no other server the same."""


class Broken:
    """A body whose next part is not what the line said."""

    def read(self, size: int | None = -1) -> bytes:
        raise ChunkError

    readline = read


BROKEN_LINE = {"wsgi.input": Broken(), "wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"}


@pytest.mark.parametrize("address", [*FORMS, *OPEN_FORMS[:2]])
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_a_body_that_breaks_off_is_the_senders_fault(client: CheckedClient, address: str, kind: str) -> None:
    client.get("/fr/")
    response = client.post(address, environ_overrides={**BROKEN_LINE, "CONTENT_TYPE": kind})
    assert response.status_code == 400
    assert "n’a pas compris" in response.text


def test_even_then_one_can_leave(client: CheckedClient) -> None:
    assert client.post("/fr/quitter", environ_overrides=BROKEN_LINE).status_code == 303


@pytest.mark.parametrize("place", ["code", "age", "commune"])
def test_control_characters_typed_are_not_shown_again(client: CheckedClient, place: str) -> None:
    visitor = Visitor(client)
    if place == "code":
        form, field = visitor.go("/fr/reprendre").form, "code"
    else:
        form, field = visitor.reach(place, ["autonomie"]).form, "answer"
    page = visitor.send({**form.data, field: f"a{CONTROLS}b"})
    assert page.status == 422
    assert not SHOWN.search(page.response.text)
    assert page.form.data[field] == "ab"


@pytest.mark.parametrize("address", OPEN_FORMS[:2])
def test_control_characters_in_many_answers_are_not_shown_again(client: CheckedClient, address: str) -> None:
    sent = {"besoins": "logement", "commune": f"Anne{CONTROLS}", f"age{CONTROLS}": "7"}
    response = client.post(address, data=sent)
    assert response.status_code == 422
    assert "Anne" in response.text
    assert not SHOWN.search(response.text)


@pytest.mark.parametrize(
    "address",
    [
        "/fr/aides?q=", "/fr/pieces?q=", "/fr/services?q=", "/fr/services/mairie-ccas?commune=", "/fr/?depuis=",
        "/fr/une-page?besoins=logement&q=", "/fr/questions/danger?depuis=",
    ],
)  # fmt: skip
@pytest.mark.parametrize("sign", ["%00", "%01", "%1b", "%7f", "%c2%85"])
def test_control_characters_in_an_address_are_not_shown_again(app: Flask, address: str, sign: str) -> None:
    visitor = Visitor(app.test_client())
    visitor.begin(["logement"])
    page = visitor.client.get(f"{address}a{sign}b")
    assert page.status_code == 200
    assert not SHOWN.search(page.text)
