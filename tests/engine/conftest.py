"""The small catalogue, and copies of the real content to be damaged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.content.catalogue import Catalogue
from engine.content.catalogue_loader import load_catalogue
from engine.content.problems import ContentError
from tests.copies import copy_of_content
from tests.engine import small

Faults = Callable[[], list[str]]


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return small.load(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the real content for the whole session, so that nobody's edit changes it half way."""
    return copy_of_content(tmp_path_factory.mktemp("sound") / "questionnaires")


@pytest.fixture
def content(sound: Path, tmp_path: Path) -> Path:
    """A copy of the real content that a test may damage."""
    return copy_of_content(tmp_path / "questionnaires", sound)


@pytest.fixture
def faults(content: Path) -> Faults:
    """Loads the damaged copy; what is wrong with it, as its author reads it."""

    def load() -> list[str]:
        with pytest.raises(ContentError) as error:
            load_catalogue(content)
        return str(error.value).splitlines()

    return load
