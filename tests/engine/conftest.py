"""The small catalogue, and copies of the real content to be damaged."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.content.catalogue import Catalogue
from engine.content.catalogue_loader import load_catalogue
from engine.content.problems import ContentError
from tests.engine import small

CONTENT = Path(__file__).parents[2] / "questionnaires"

Faults = Callable[[], list[str]]


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return small.load(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the real content for the whole session, so that nobody's edit changes it half way."""
    return shutil.copytree(CONTENT, tmp_path_factory.mktemp("sound") / "questionnaires")


@pytest.fixture
def content(sound: Path, tmp_path: Path) -> Path:
    """A copy of the real content that a test may damage."""
    return shutil.copytree(sound, tmp_path / "questionnaires")


@pytest.fixture
def faults(content: Path) -> Faults:
    """Loads the damaged copy; what is wrong with it, as its author reads it."""

    def load() -> list[str]:
        with pytest.raises(ContentError) as error:
            load_catalogue(content)
        return str(error.value).splitlines()

    return load
