"""Whole addresses are those of the settings: behind a proxy that ends TLS, what the request says is not what one sees."""

from __future__ import annotations

import io
import re
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from flask import Flask
from werkzeug.test import TestResponse

from tests.web.checked import CheckedClient
from tests.web.journeys import Visitor

PUBLIC = "https://guide.example"


class ProxyClient(CheckedClient):
    """What the site gets from a proxy that passes the name on, and not the scheme."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        return super().open(*args, base_url="http://guide.example", **kwargs)


@pytest.fixture
def visitor(public_app: Flask) -> Visitor:
    client = ProxyClient(public_app, public_app.response_class)
    return Visitor(client)


@pytest.fixture
def with_result(visitor: Visitor) -> Visitor:
    visitor.play(["logement"], {})
    return visitor


def test_the_square_on_paper_leads_to_the_https_address(with_result: Visitor) -> None:
    """Its fragment holds the answers: on plain http, whoever stands in between could read them by their own script."""
    document = with_result.client.get("/fr/resultats/liste.pdf").data
    images = [leaf.render(scale=3).to_pil() for leaf in pypdfium2.PdfDocument(io.BytesIO(document))]
    [square] = [found for image in images for found in zxingcpp.read_barcodes(image)]
    assert re.fullmatch(rf"{PUBLIC}/fr/reprendre#[0-9A-Z-]+", square.text)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_is_printed_or_sent_names_the_https_address(with_result: Visitor, lang: str) -> None:
    for path in ("resultats", "resultats/imprimer"):
        page = with_result.client.get(f"/{lang}/{path}").text
        assert f"{PUBLIC}/{lang}/reprendre" in page
        assert "http://guide" not in page


@pytest.mark.parametrize("path", ["/fr/", "/fr/aides/apa-domicile", "/robots.txt", "/sitemap.xml"])
def test_what_search_engines_read_names_the_https_address(visitor: Visitor, path: str) -> None:
    page = visitor.client.get(path).text
    assert f"{PUBLIC}/" in page
    assert "http://guide" not in page


@pytest.mark.parametrize(
    ("path", "there"), [("/fr", "/fr/"), ("/", "/fr/"), ("/fr/resultats/", None), ("/fr?q=a", "/fr/?q=a")]
)
def test_one_is_sent_on_by_the_path_alone(visitor: Visitor, path: str, there: str | None) -> None:
    assert visitor.client.get(path).headers.get("Location") == there
