"""The security headers, on everything that the site answers."""

import gzip
import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.checked import CheckedClient
from tests.web.page import problems_in_page
from web.headers import EXIT_URL

YEAR = 31_536_000
EXPECTED = {
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ANSWERS = {
    "a page": ("GET", "/fr/", 200),
    "a redirect": ("GET", "/", 302),
    "a missing slash": ("GET", "/fr", 308),
    "not found": ("GET", "/fr/inconnu", 404),
    "not allowed": ("PUT", "/fr/", 405),
    "gone": ("GET", "/fr/resultats", 410),
    "a form without token": ("POST", "/fr/", 403),
    "too large": ("POST", "/fr/", 413),
    "options": ("OPTIONS", "/fr/", 200),
    "head": ("HEAD", "/fr/", 200),
    "health": ("GET", "/healthz", 200),
    "no such static file": ("GET", "/static/none.css", 404),
    "a form sent to a static file": ("POST", "/static/style.css", 405),
    "a method that a static file does not know": ("DELETE", "/static/code.js", 405),
    "a method that nobody knows": ("FROB", "/fr/", 405),
}


FRAMED = {"X-Frame-Options": "SAMEORIGIN"}


def check(response: TestResponse, *, framed: bool = False) -> None:
    for name, value in {**EXPECTED, **(FRAMED if framed else {})}.items():
        assert response.headers.getlist(name) == [value]
    [policies] = response.headers.getlist("Content-Security-Policy")
    policy = dict(part.split(" ", 1) for part in policies.split("; "))
    assert policy.pop("default-src") == policy.pop("base-uri") == "'none'"
    assert policy.pop("frame-ancestors") == ("'self'" if framed else "'none'")
    assert policy.pop("form-action") == f"'self' {EXIT_URL}"
    assert set(policy.values()) == {"'self'"}
    for power in ("camera", "geolocation", "microphone", "payment"):
        assert f"{power}=()" in response.headers["Permissions-Policy"]
    assert "Server" not in response.headers
    assert "Access-Control-Allow-Origin" not in response.headers


@pytest.mark.parametrize(("method", "path", "status"), ANSWERS.values(), ids=ANSWERS)
@pytest.mark.parametrize("public", [False, True], ids=["local", "public"])
def test_every_answer_has_them(
    app: Flask, public_app: Flask, public: bool, method: str, path: str, status: int
) -> None:
    client = (public_app if public else app).test_client()
    response = client.open(path, method=method, data="x" * 70_000 if status == 413 else None)
    assert response.status_code == status
    check(response)
    assert response.headers["Cache-Control"] == "no-store"
    secure = response.headers.get("Strict-Transport-Security")
    assert secure == (f"max-age={YEAR}; includeSubDomains" if public else None)


def test_the_paper_of_the_desk_alone_stands_in_a_frame_and_only_in_ours(client: CheckedClient) -> None:
    for path in ("/fr/poste-accueil", "/fr/poste-accueil/feuille.pdf"):
        response = client.post(path, data={"besoins": "autonomie"})
        assert response.status_code == 200
        check(response, framed=path.endswith(".pdf"))


def test_another_host_gets_them_too(client: CheckedClient) -> None:
    response = client.get("/fr/", headers={"Host": "evil.example"})
    assert response.status_code == 400
    check(response)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_error_of_ours_has_them_and_is_a_page(make_app: Callable[..., Flask], lang: str) -> None:
    site = make_app()

    @site.get(f"/{lang}/panne")
    def broken() -> str:
        raise RuntimeError

    response = FlaskClient(site, site.response_class).get(f"/{lang}/panne")
    assert response.status_code == 500
    check(response)
    assert response.headers["Cache-Control"] == "no-store"
    assert problems_in_page(response.text, lang) == []


def test_an_error_that_no_page_survives_is_still_an_answer(make_app: Callable[..., Flask]) -> None:
    """What breaks may be what every page needs, the error page included."""
    site = make_app()
    site.jinja_env.globals["asset"] = lambda name: 1 / 0
    response = FlaskClient(site, site.response_class).get("/fr/")
    assert response.status_code == 500
    assert response.mimetype == "text/plain"
    check(response)


def test_a_page_travels_compressed(app: Flask) -> None:
    client = FlaskClient(app, app.response_class)
    response = client.get("/fr/aides", headers={"Accept-Encoding": "gzip"})
    check(response)
    assert response.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in response.headers["Vary"]
    assert gzip.decompress(response.data) == client.get("/fr/aides").data


def test_static_files_are_kept_for_ever_under_a_name_of_their_content(app: Flask) -> None:
    client = FlaskClient(app, app.response_class)
    html = client.get("/fr/").text
    addresses = re.findall(r'(?:href|src)="(/static/[^"]+)"', html)
    assert addresses
    for address in addresses:
        assert re.search(r"\?v=[0-9a-f]{10}$", address)
        with client.get(address, buffered=True) as response:
            assert response.status_code == 200
            check(response)
            assert "immutable" in response.headers["Cache-Control"]
            assert int(re.search(r"max-age=(\d+)", response.headers["Cache-Control"])[1]) >= YEAR
            assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("encoding", ["gzip", "br, gzip", "identity", ""])
def test_static_files_of_every_encoding(app: Flask, encoding: str) -> None:
    client = FlaskClient(app, app.response_class)
    with client.get("/static/style.css", headers={"Accept-Encoding": encoding}, buffered=True) as response:
        assert response.status_code == 200
        assert response.mimetype == "text/css"
        check(response)


def test_a_part_of_a_static_file_that_is_not_there(app: Flask) -> None:
    response = FlaskClient(app, app.response_class).get("/static/style.css", headers={"Range": "bytes=9999999-"})
    assert response.status_code == 416
    check(response)


def test_a_static_file_that_has_not_changed(app: Flask) -> None:
    client = FlaskClient(app, app.response_class)
    with client.get("/static/style.css", buffered=True) as first:
        again = client.get("/static/style.css", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    check(again)


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd"]
)
def test_static_files_are_only_those_of_their_folder(client: CheckedClient, path: str) -> None:
    assert client.get(path, follow_redirects=True).status_code == 404
