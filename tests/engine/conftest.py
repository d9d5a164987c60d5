"""The small catalogue, and slim copies of the real content to be damaged."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from engine.content.catalogue import Catalogue
from engine.content.catalogue_loader import load_catalogue
from engine.content.problems import ContentError
from tests.copies import copy_of_content, slim_copy
from tests.engine import small

Faults = Callable[[], list[str]]
# `told_of(aid, row)`: what is wrong with the aid that `aid` writes from this row of the table of the test.
ToldOf = Callable[[Callable[[str], str], str], list[str]]


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return small.load(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the real content for the whole session, so that nobody's edit changes it half way.

    Its aids are slim.
    """
    return slim_copy(tmp_path_factory.mktemp("sound") / "questionnaires")


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


@pytest.fixture(scope="session")
def tables(sound: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[tuple[str, ...]], list[list[str]]]:
    """What is wrong with each of these aids, loaded at once and told apart by their files."""

    @cache
    def load(texts: tuple[str, ...]) -> list[list[str]]:
        return _told(copy_of_content(tmp_path_factory.mktemp("table") / "questionnaires", sound), texts)

    return load


@pytest.fixture
def told_of(request: pytest.FixtureRequest, tables: Callable[[tuple[str, ...]], list[list[str]]]) -> ToldOf:
    """For a table of aids written wrongly: the whole table is loaded at once, as a loading tells all that is wrong."""
    rows = [row[0] if isinstance(row, tuple) else row for row in request.node.get_closest_marker("parametrize").args[1]]

    def look(aid: Callable[[str], str], row: str) -> list[str]:
        return tables(tuple(map(aid, rows)))[rows.index(row)]

    return look


def _told(content: Path, texts: tuple[str, ...]) -> list[list[str]]:
    """What is told of each, as if it were alone: in `aides/essai.yaml`, of the aid « essai »."""
    for number, text in enumerate(texts):
        own = re.sub(r"\bessai\b", f"essai-n{number}", text)
        (content / f"aides/essai-n{number}.yaml").write_text(own, "utf-8")
    told: list[list[str]] = [[] for _ in texts]
    try:
        load_catalogue(content)
    except ContentError as error:
        for line in str(error).splitlines():
            number = re.match(r"aides/essai-n(\d+)\.yaml", line)
            assert number, line
            told[int(number[1])].append(re.sub(r"\bessai-n\d+\b", "essai", line))
    return told
