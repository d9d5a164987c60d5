"""The real content, loaded once."""

from __future__ import annotations

from datetime import date

import pytest

from engine.content.catalogue import Catalogue
from engine.content.catalogue_loader import load_catalogue
from engine.content.source_texts import SourceTexts, load_source_texts
from tests.content.shared import CONTENT

DAY = date(2026, 11, 25)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(CONTENT)


@pytest.fixture(scope="session")
def source_texts() -> SourceTexts:
    """What is known of the cited texts, without their sentences."""
    return load_source_texts(CONTENT)
