"""The real content, loaded once."""

from __future__ import annotations

from datetime import date

import pytest

from engine.content.catalogue import Catalogue
from engine.content.catalogue_loader import load_catalogue
from tests.content.shared import CONTENT, SHARED

DAY = date(2026, 11, 25)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(CONTENT)


@pytest.fixture(scope="session")
def seeds(catalogue: Catalogue) -> dict[str, list[str]]:
    """The lines of each cited text, by its id; for checks that are skipped where these texts are missing."""
    return {
        text.id: (SHARED / "seeds" / text.file).read_text("utf-8").split("\n")
        for text in catalogue.cited_texts.values()
        if text.file
    }
