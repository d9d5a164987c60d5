"""A sheet that is far too long is not laid out to be counted: none that might fit is passed over."""

from collections.abc import Iterator
from typing import Any

from flask import Flask, g

from engine.case.plan import Plan
from tests.content.people import personas, play
from web.paper.pdf import MOST_PAGES, SHEET, TOO_MANY, compile_pdf, letters, pages
from web.paper.sheet import FOLDED, Sheet
from web.words.wording import Wording

A_LITTLE = 800  # letters: further above the bound, nothing fits


def just_above(app: Flask, lang: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Sheets of the people of the tests a little above the bound."""
    with app.test_request_context(f"/{lang}/"):
        g.lang = lang
        for persona in personas():
            case = play(app.extensions["catalogue"], persona).case
            sheet = Sheet(Plan(case), Wording.of(case))
            for data in map(sheet.data, range(FOLDED)):
                if TOO_MANY < letters(data) < TOO_MANY + A_LITTLE:
                    yield persona.name, data


def test_what_is_passed_over_would_take_more_pages(app: Flask) -> None:
    tried = 0
    for lang in ("fr", "en"):
        for name, data in just_above(app, lang):
            assert pages(compile_pdf(SHEET, data)) > MOST_PAGES, name
            tried += 1
    assert tried >= 3
