"""The rules of the house: which room may know which, and how big a file may be."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MADE_BY_TOOLS = {".venv", ".git", "instance", "node_modules", "__pycache__"}
LARGEST_MODULE = 12_288  # bytes; above that nobody reads it whole
READS_OR_WRITES = {
    "open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob", "listdir",
}  # fmt: skip


def files_of_the_project() -> list[Path]:
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        names = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
        files = [ROOT / name for name in names if name]
    except (OSError, subprocess.CalledProcessError):  # an archive, not a checkout
        files = [path for path in ROOT.rglob("*") if not MADE_BY_TOOLS & set(path.relative_to(ROOT).parts)]
    return sorted(path for path in files if path.is_file())


FILES = files_of_the_project()
MODULES = [path for path in FILES if path.suffix == ".py"]


def modules_of(room: str) -> list[Path]:
    return [path for path in MODULES if path.is_relative_to(ROOT / room)]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(module: Path) -> Iterator[str]:
    """The first word of each import, relative ones counting as the module's own room."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0] if node.level == 0 else module.parent.name


def calls(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield getattr(node.func, "attr", getattr(node.func, "id", ""))


@pytest.mark.parametrize("module", modules_of("engine"), ids=name)
def test_the_engine_knows_nothing_of_the_web(module: Path) -> None:
    allowed = {"engine", "msgspec", "yaml", *sys.stdlib_module_names}
    assert set(imports(module)) <= allowed


@pytest.mark.parametrize("module", modules_of("web"), ids=name)
def test_the_web_does_not_know_the_front_door(module: Path) -> None:
    assert not {"app", "tests", "tools"} & set(imports(module))


@pytest.mark.parametrize("module", modules_of("tools"), ids=name)
def test_the_tools_know_only_the_engine(module: Path) -> None:
    assert not {"app", "tests", "web"} & set(imports(module))


@pytest.mark.parametrize("module", modules_of("engine"), ids=name)
def test_the_engine_touches_files_in_one_place_only(module: Path) -> None:
    assert bool(READS_OR_WRITES & set(calls(module))) is (module.name == "strict_yaml.py")


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_module_says_what_it_is_for_and_can_be_read_whole(module: Path) -> None:
    text = module.read_text("utf-8")
    assert not text.strip() or ast.get_docstring(ast.parse(text)), "say in the first line what it is for"
    assert module.stat().st_size <= LARGEST_MODULE


def test_what_we_know_holds_no_code() -> None:
    assert not modules_of("questionnaires")


def test_yaml_holds_no_tab() -> None:
    yaml = [path for path in FILES if path.suffix in {".yaml", ".yml"}]
    assert [name(path) for path in yaml if b"\t" in path.read_bytes()] == []
