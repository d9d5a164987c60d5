"""Any bytes in the cookie, the form or the address: never an error of the site.

Where what is drawn decides between several right answers, each of them is let pass: the client of these tests refuses
a broken site and a broken page by itself.
"""

from urllib.parse import quote_from_bytes

import pytest
from flask import Flask
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.content.catalogue import Catalogue
from tests.web.forms import main_form
from tests.web.journeys import Visitor
from tests.web.page import parse

effort = pytest.mark.parametrize("examples", [6, pytest.param(500, marks=pytest.mark.long)])
less_effort = pytest.mark.parametrize("examples", [2, pytest.param(500, marks=pytest.mark.long)])  # of a heavy page
# What they answer to someone without answers.
SHOWN = {
    "/": 302,
    "/fr/": 200,
    "/fr/logement": 200,
    "/fr/questions/danger": 410,
    "/fr/reponses": 410,
    "/fr/resultats": 410,
}
ADDRESSES = st.sampled_from(list(SHOWN))
READ = (200, 302, 308, 404, 410)
SENT = {
    "/": {405}, "/fr/": {303, 422}, "/fr/logement": {303}, "/fr/questions/danger": {410}, "/fr/reponses": {404},
    "/fr/resultats": {404},
}  # fmt: skip
KINDS = st.sampled_from(
    [
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=nothing",
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "application/json",
        "text/plain",
        "",
    ]
)


@effort
def test_in_the_cookie(app: Flask, examples: int) -> None:
    client = app.test_client(use_cookies=False)

    @settings(max_examples=examples)
    @given(st.binary(max_size=300), ADDRESSES)
    def send(content: bytes, address: str) -> None:
        for name in ("guide=", "guide=gAAAA", ""):
            cookie = name + content.decode("latin-1")
            answer = client.get(address, environ_overrides={"HTTP_COOKIE": cookie})
            assert answer.status_code == SHOWN[address]

    send()


@effort
def test_in_the_address(app: Flask, examples: int) -> None:
    starts = st.sampled_from(["/", "/fr/", "/fr/aides/", "/fr/questions/", ""])

    @settings(max_examples=examples)
    @given(st.binary(max_size=60), st.binary(max_size=60), starts)
    @example(b"/", b"\r", "/fr/")
    @example(b"/\0", b"", "/")
    def send(path: bytes, search: bytes, start: str) -> None:
        client = app.test_client()
        client.get("/fr/")
        raw = {"PATH_INFO": start + path.decode("latin-1"), "QUERY_STRING": search.decode("latin-1")}
        assert client.get("/fr/", environ_overrides=raw).status_code in READ
        address = f"{start}{quote_from_bytes(path)}?q={quote_from_bytes(search)}"
        strange = (400,) if address.startswith("//") else ()  # it names a host, which is seldom ours
        assert client.get(address).status_code in (*READ, *strange)

    send()


@effort
def test_in_the_form(app: Flask, examples: int) -> None:
    """With a good token in the header, so that the body is read to the end."""

    @settings(max_examples=examples)
    @given(st.binary(max_size=300), KINDS, ADDRESSES)
    def send(body: bytes, kind: str, address: str) -> None:
        client = app.test_client()
        headers = {"X-CSRFToken": str(main_form(parse(client.get("/fr/").text)).data["csrf_token"])}
        for start in (
            b"",
            b"besoins=logement&answer=",
            b'--x\r\nContent-Disposition: form-data; name="answer"\r\n\r\n',
        ):
            response = client.post(address, data=start + body, content_type=kind, headers=headers)
            assert response.status_code in SENT[address]

    send()


@less_effort
@pytest.mark.parametrize("fact", ["danger", "age", "commune", "aides_percues", "ressources_mensuelles"])
def test_in_the_fields_of_a_question(app: Flask, catalogue: Catalogue, fact: str, examples: int) -> None:
    visitor = Visitor(app.test_client())
    form = visitor.reach(fact, catalogue.open_needs).form

    @settings(max_examples=examples)
    @given(st.lists(st.text(max_size=40), max_size=3), st.text(max_size=10))
    def send(written: list[str], picked: str) -> None:
        sent = {**form.data, "answer": written, "pick": picked, "unknown": picked}
        assert visitor.client.post(f"/fr/questions/{fact}", data=sent).status_code in (303, 422)
        both = "/fr/une-page?besoins=logement&besoins=autonomie"
        assert visitor.client.post(both, data={fact: written}).status_code in (200, 422)

    send()


@effort
def test_in_a_search(app: Flask, examples: int) -> None:
    client = app.test_client()

    @settings(max_examples=examples)
    @given(st.text(max_size=80))
    def search(words: str) -> None:
        for address in ("/fr/aides", "/en/pieces", "/fr/services"):
            assert client.get(address, query_string={"q": words}).status_code == 200
        assert client.get("/fr/services/mairie-ccas", query_string={"commune": words}).status_code == 200

    search()
