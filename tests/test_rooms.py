"""Arrows between the rooms point inwards only, as pyproject.toml says; one forbidden arrow is enough to be told."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

FORBIDDEN = [
    ("engine/rules/truth.py", "from engine.content.catalogue import Catalogue"),
    ("engine/content/catalogue.py", "from engine.case.case import Case"),
    ("engine/case/case.py", "from web.current import catalogue"),
    ("engine/case/directory.py", "from flask import request"),
    ("web/words/wording.py", "from web.pages.forms import explain"),
    ("web/paper/sheet.py", "from web.pages.render import page"),
    ("web/current.py", "from web.session import load_case"),
    ("web/pages/desk.py", "from tools.data_inclusion import to_office"),
    ("tools/catalogue_commands.py", "from web.session import load_case"),
]

each_arrow = pytest.mark.parametrize(
    ("module", "arrow"), FORBIDDEN, ids=[f"{module} {arrow}" for module, arrow in FORBIDDEN]
)


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    """What the contracts say of the rooms of this folder."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    return subprocess.run(
        [*command, "--no-cache", "--no-logo"], cwd=folder, capture_output=True, text=True, check=False
    )


def copy(target: Path) -> Path:
    """A copy of the rooms, to plant an arrow in."""
    for room in ("engine", "web", "tools"):
        shutil.copytree(ROOT / room, target / room, ignore=shutil.ignore_patterns("__pycache__"))
    return Path(shutil.copy(ROOT / "pyproject.toml", target)).parent


@pytest.fixture
def house(tmp_path: Path) -> Path:
    return copy(tmp_path)


def plant(house: Path, module: str, arrow: str) -> None:
    file = house / module
    file.write_text(f"{file.read_text('utf-8')}\n{arrow}\n", "utf-8")


def name(module: str, arrow: str) -> str:
    """How an arrow is told."""
    return f"{module.removesuffix('.py').replace('/', '.')} -> {arrow.split()[1]}"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    """What is said of all forbidden arrows, planted at once: a look at the rooms takes a second."""
    house = copy(tmp_path_factory.mktemp("house"))
    for module, arrow in FORBIDDEN:
        plant(house, module, arrow)
    return checked(house)


def test_every_arrow_points_inwards(house: Path) -> None:
    found = checked(house)
    assert found.returncode == 0, found.stdout
    assert "0 broken" in found.stdout


@each_arrow
def test_a_forbidden_arrow_is_told(told: subprocess.CompletedProcess[str], module: str, arrow: str) -> None:
    assert told.returncode == 1
    assert name(module, arrow) in told.stdout


@pytest.mark.long
@each_arrow
def test_one_of_them_is_enough(house: Path, module: str, arrow: str) -> None:
    plant(house, module, arrow)
    found = checked(house)
    assert found.returncode == 1
    assert name(module, arrow) in found.stdout


@pytest.mark.parametrize("room", ["engine/outils", pytest.param("web/outils", marks=pytest.mark.long)])
def test_a_room_that_no_contract_knows_is_told(house: Path, room: str) -> None:
    (house / room).mkdir()
    (house / room / "__init__.py").touch()
    assert checked(house).returncode == 1
