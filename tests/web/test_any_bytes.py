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

EXAMPLES = settings(max_examples=60)
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


@EXAMPLES
@given(st.binary(max_size=300), ADDRESSES)
def test_in_the_cookie(app: Flask, content: bytes, address: str) -> None:
    client = app.test_client(use_cookies=False)
    for name in ("guide=", "guide=gAAAA", ""):
        cookie = name + content.decode("latin-1")
        assert client.get(address, environ_overrides={"HTTP_COOKIE": cookie}).status_code == SHOWN[address]


@EXAMPLES
@given(
    st.binary(max_size=60), st.binary(max_size=60), st.sampled_from(["/", "/fr/", "/fr/aides/", "/fr/questions/", ""])
)
@example(b"/", b"\r", "/fr/")
@example(b"/\0", b"", "/")
def test_in_the_address(app: Flask, path: bytes, search: bytes, start: str) -> None:
    client = app.test_client()
    client.get("/fr/")
    raw = {"PATH_INFO": start + path.decode("latin-1"), "QUERY_STRING": search.decode("latin-1")}
    assert client.get("/fr/", environ_overrides=raw).status_code in READ
    address = f"{start}{quote_from_bytes(path)}?q={quote_from_bytes(search)}"
    strange = (400,) if address.startswith("//") else ()  # it names a host, which is seldom ours
    assert client.get(address).status_code in (*READ, *strange)


@EXAMPLES
@given(st.binary(max_size=300), KINDS, ADDRESSES)
def test_in_the_form(app: Flask, body: bytes, kind: str, address: str) -> None:
    """With a good token in the header, so that the body is read to the end."""
    client = app.test_client()
    token = main_form(parse(client.get("/fr/").text)).data["csrf_token"]
    for start in (b"", b"besoins=logement&answer=", b'--x\r\nContent-Disposition: form-data; name="answer"\r\n\r\n'):
        response = client.post(address, data=start + body, content_type=kind, headers={"X-CSRFToken": str(token)})
        assert response.status_code in SENT[address]


@pytest.mark.parametrize("fact", ["danger", "age", "commune", "aides_percues", "ressources_mensuelles"])
def test_in_the_fields_of_a_question(app: Flask, catalogue: Catalogue, fact: str) -> None:
    visitor = Visitor(app.test_client())
    form = visitor.reach(fact, catalogue.open_needs).form

    @EXAMPLES
    @given(st.lists(st.text(max_size=40), max_size=3), st.text(max_size=10))
    def send(written: list[str], picked: str) -> None:
        sent = {**form.data, "answer": written, "pick": picked, "unknown": picked}
        assert visitor.client.post(f"/fr/questions/{fact}", data=sent).status_code in (303, 422)
        both = "/fr/une-page?besoins=logement&besoins=autonomie"
        assert visitor.client.post(both, data={fact: written}).status_code in (200, 422)

    send()


@EXAMPLES
@given(st.text(max_size=80))
def test_in_a_search(app: Flask, words: str) -> None:
    client = app.test_client()
    for address in ("/fr/aides", "/en/pieces", "/fr/services"):
        assert client.get(address, query_string={"q": words}).status_code == 200
    assert client.get("/fr/services/mairie-ccas", query_string={"commune": words}).status_code == 200
