"""The real content, loaded once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask

from engine.content.catalogue import Catalogue
from engine.content.catalogue_loader import load_catalogue
from engine.content.source_texts import SourceTexts, load_source_texts
from tests.content.shared import CONTENT
from web.words import i18n

DAY = date(2026, 11, 25)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(CONTENT)


@pytest.fixture(scope="session")
def source_texts() -> SourceTexts:
    """What is known of the cited texts, without their sentences."""
    return load_source_texts(CONTENT)


@pytest.fixture
def in_french() -> Iterator[None]:
    """Words as a French page says them."""
    app = Flask(__name__)
    i18n.set_up(app)
    with app.app_context():
        yield
