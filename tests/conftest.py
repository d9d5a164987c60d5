"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from hypothesis import settings

from engine.content import catalogue_loader, content_folder
from engine.content.strict_yaml import ReadFile, load_yaml
from tests.known import Templates, once
from tests.sampled import Swept

# Before any test, and the site itself, takes it from there.
catalogue_loader.load_catalogue = once(catalogue_loader.load_catalogue)
Flask.jinja_options = {"bytecode_cache": Templates()}

# What this machine has taken in from national files is no part of what is tested.
os.environ["GUIDE_ANNUAIRE"] = str(Path(__file__).parent / "nothing-imported")

LONG = 30 * 60  # seconds; other tests have those of pyproject.toml

# A time limit per example measures the machine, not the code.
settings.register_profile("guide", deadline=None)
settings.load_profile("guide")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A proof over very many cases may take its time, and no more."""
    for item in items:
        if item.get_closest_marker("long") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(LONG))


@pytest.fixture(params=["a part", pytest.param("the whole", marks=pytest.mark.long)])
def swept(request: pytest.FixtureRequest) -> Swept:
    """For a test that goes through many things: `for aid in swept(catalogue.aids.values())`.

    In `make test` it gives a part of fixed size, in `make prove` the whole.
    """
    return Swept(whole=request.param == "the whole")


@pytest.fixture(scope="session", autouse=True)
def files_read_once() -> Iterator[None]:
    """A damaged copy of the content differs from the real one by a file or two: the others are read once a process.

    A file is the same when its name and every character of it are.
    """
    known: dict[tuple[str, Any, bytes], ReadFile[Any]] = {}

    def load(root: Path, name: str, shape: Any) -> ReadFile[Any]:
        if not (root / name).exists():
            return load_yaml(root, name, shape)
        key = name, shape, (root / name).read_bytes()
        if key not in known:
            known[key] = load_yaml(root, name, shape)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(content_folder, "load_yaml", load)
        yield
