"""Copies of the real content, to change or to leave as they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from tests.copies import copy_of_content
from tests.tools.commands import files, run, site


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the real content that a command may change."""
    return copy_of_content(tmp_path / "questionnaires")


@pytest.fixture(scope="session")
def still(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy that no test may change."""
    return copy_of_content(tmp_path_factory.mktemp("still") / "questionnaires")


@pytest.fixture(scope="session")
def app(still: Path) -> Flask:
    return site(still)


@pytest.fixture
def refused(app: Flask, still: Path, tmp_path: Path) -> Callable[..., list[str]]:
    """Tries to import these bytes; what is said of them, once it is sure that nothing has changed."""

    def attempt(data: bytes, *options: str) -> list[str]:
        file = tmp_path / "essai"
        file.write_bytes(data)
        before = files(still)
        result = run(app, "importer", file, *options)
        assert result.exit_code == 1
        assert files(still) == before
        first, *said = result.output.splitlines()
        assert first == "Error: fichier refusé, rien n’a changé."
        return said

    return attempt
