"""A sheet that is far too long is not laid out to be counted: none that might fit is passed over."""

import pytest
from flask import Flask, g

from engine.case.plan import Plan
from tests.content.people import personas, play
from web.paper.pdf import MOST_PAGES, SHEET, TOO_MANY, compile_pdf, letters, pages
from web.paper.sheet import FOLDED, Sheet
from web.words.wording import Wording

A_LITTLE = 800  # letters: further above the bound, nothing fits


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_is_passed_over_would_take_more_pages(app: Flask, lang: str) -> None:
    known = app.extensions["catalogue"]
    tried = 0
    with app.test_request_context(f"/{lang}/"):
        g.lang = lang
        for persona in personas():
            case = play(known, persona).case
            sheet = Sheet(Plan(case), Wording.of(case))
            for data in map(sheet.data, range(FOLDED)):
                if TOO_MANY < letters(data) < TOO_MANY + A_LITTLE:
                    assert pages(compile_pdf(SHEET, data)) > MOST_PAGES, persona.name
                    tried += 1
    assert tried >= 3
