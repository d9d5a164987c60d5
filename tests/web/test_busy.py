"""The page of whoever comes when all places are taken."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from tests.load.server import HOST, twin
from web.busy import RETRY_AFTER, busy_answers
from web.words.i18n import LANGUAGES


@pytest.fixture(scope="module")
def app() -> Flask:
    return twin()


@pytest.fixture(scope="module")
def said(app: Flask) -> dict[str, tuple[str, str]]:
    """Head and body, by language."""
    answers = {lang: answer.decode().split("\r\n\r\n", 1) for lang, answer in busy_answers(app).items()}
    return {lang: (head, body) for lang, (head, body) in answers.items()}


def test_each_language_has_its_page(said: dict[str, tuple[str, str]]) -> None:
    assert set(said) == set(LANGUAGES)
    assert "Trop de monde en ce moment" in said["fr"][1]
    assert "Too many people" in said["en"][1]
    assert '<html lang="en"' in said["en"][1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_says_when_to_come_again_and_carries_the_headers_of_every_page(
    app: Flask, said: dict[str, tuple[str, str]], lang: str
) -> None:
    head, body = said[lang]
    lines = dict(line.split(": ", 1) for line in head.split("\r\n")[1:])
    assert head.startswith("HTTP/1.1 503 ")
    assert lines["Retry-After"] == str(RETRY_AFTER)
    assert lines["Content-Length"] == str(len(body.encode()))
    page = app.test_client().get(f"/{lang}/mentions-legales", base_url=f"https://{HOST}")
    for name in ("Content-Security-Policy", "Strict-Transport-Security", "Cache-Control", "Referrer-Policy"):
        assert lines[name] == page.headers[name]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_the_same_for_everyone(said: dict[str, tuple[str, str]], lang: str) -> None:
    head, body = said[lang]
    assert "Set-Cookie" not in head
    assert "csrf_token" not in body


@pytest.mark.parametrize("lang", LANGUAGES)
def test_whoever_is_in_danger_reads_whom_to_call(app: Flask, said: dict[str, tuple[str, str]], lang: str) -> None:
    numbers = set(re.findall(r'href="tel:(\d+)"', said[lang][1]))
    assert {
        item.written.number.replace(" ", "") for item in app.extensions["catalogue"].emergencies.values()
    } <= numbers
