"""The PDF of any made-up person, made once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from flask import Flask

from tests.content.people import personas, play
from tests.load.weights import site, visitor

Sheet = Callable[[str, str], bytes]


@pytest.fixture(scope="session")
def app() -> Flask:
    return site()


@pytest.fixture(scope="session")
def pdf_of(app: Flask) -> Sheet:
    """`pdf_of(name, lang)`: what this person takes away."""
    people = {persona.name: persona for persona in personas()}

    @cache
    def make(name: str, lang: str) -> bytes:
        persona = people[name]
        answers = play(app.extensions["catalogue"], persona).steps[-1].answers
        page = visitor(app, persona.needs, answers).get(f"/{lang}/resultats/liste.pdf")
        assert page.status_code == 200
        assert page.mimetype == "application/pdf"
        return page.data

    return make
