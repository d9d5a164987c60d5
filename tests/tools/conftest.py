"""Slim copies of the real content, to change or to leave as they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from tests.copies import slim_copy
from tests.tools.commands import beside, files, run, site

# Imports these bytes with these options: the files that come of it, and what is said.
Taken = Callable[[bytes, list[str]], tuple[dict[str, str], str]]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the real content that a command may change."""
    return slim_copy(tmp_path / "questionnaires")


@pytest.fixture(scope="session")
def still(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy that no test may change."""
    return slim_copy(tmp_path_factory.mktemp("still") / "questionnaires")


@pytest.fixture(scope="session")
def app(still: Path) -> Flask:
    return site(still)


@pytest.fixture
def refused(app: Flask, still: Path, tmp_path: Path) -> Callable[..., list[str]]:
    """Tries to import these bytes; what is said of them, once it is sure that nothing has changed."""

    def attempt(data: bytes, *options: str) -> list[str]:
        file = tmp_path / "essai"
        file.write_bytes(data)
        before = files(still.parent)
        result = run(app, "importer", file, *options)
        assert result.exit_code == 1, result.output
        assert files(still.parent) == before
        first, *said = result.output.splitlines()
        assert first == "Error: fichier refusé, rien n’a changé."
        return said

    return attempt


@pytest.fixture
def attempt(app: Flask, still: Path, tmp_path: Path) -> Taken:
    """Imports these bytes: the files that come of it, taken away afterwards, and what is said."""

    def take(data: bytes, options: list[str]) -> tuple[dict[str, str], str]:
        file = tmp_path / "essai"
        file.write_bytes(data)
        content = files(still)
        result = run(app, "importer", file, *options)
        assert result.exit_code == 0, result.output
        assert files(still) == content
        made = {name: text.decode() for name, text in files(beside(still)).items()}
        for name in made:
            (beside(still) / name).unlink()
        beside(still).rmdir()
        return made, result.output

    return take


def named(cases: list[tuple[object, ...]]) -> list[str]:
    return [str(case[0]) for case in cases]
