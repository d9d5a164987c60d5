"""Content that no font of the paper draws is refused with file and line, and never reaches a PDF."""

from pathlib import Path

import pytest

from engine.content.drawable import ALLOWED, SUBSTITUTE, drawn, undrawable
from tests.engine.conftest import Faults
from tests.engine.essay import AID, CONDITION

STRANGE = {
    "emoji": ("\U0001f600", "U+1F600 (GRINNING FACE)"),
    "private use": ("\ue000", "U+E000 (sans nom)"),
    "C1 control": ("\x9f", "U+009F (sans nom)"),
    "next line": ("\x85", "U+0085 (sans nom)"),
    "NUL": ("\0", "U+0000 (sans nom)"),
    "byte order mark": ("\ufeff", "U+FEFF (ZERO WIDTH NO-BREAK SPACE)"),
    "another script": ("漢", "U+6F22 (CJK UNIFIED IDEOGRAPH-6F22)"),
}  # fmt: skip
each = pytest.mark.parametrize(("character", "name"), STRANGE.values(), ids=STRANGE)


def said(name: str) -> str:
    return f"le caractère {name} ne s’imprime pas. Retirez-le, ou écrivez-le autrement."


@each
def test_in_an_aid(content: Path, faults: Faults, character: str, name: str) -> None:
    (content / "aides/essai.yaml").write_text(AID.replace("Un essai.", f"Un essai{character}.") + CONDITION, "utf-8")
    assert faults() == [f"aides/essai.yaml, ligne 3 : {said(name)}"]


@each
def test_written_as_an_escape(content: Path, faults: Faults, character: str, name: str) -> None:
    escaped = f'"Un essai\\U{ord(character):08x}."'
    (content / "aides/essai.yaml").write_text(AID.replace("Un essai.", escaped) + CONDITION, "utf-8")
    assert faults() == [f"aides/essai.yaml, ligne 3 : {said(name)}"]


@each
def test_in_a_table(content: Path, faults: Faults, character: str, name: str) -> None:
    table = content / "communes.csv"
    table.write_text(table.read_text("utf-8").replace(";Annecy;", f";Annecy{character};", 1), "utf-8")
    line = next(n for n, row in enumerate(table.read_text("utf-8").split("\n"), 1) if ";Annecy" in row)
    assert faults() == [f"communes.csv, ligne {line} : {said(name)}"]


def test_each_is_told_once_a_line() -> None:
    face = "\U0001f600"
    assert list(undrawable(f"a{face}{face}\nb\n{face}\ue000")) == [(1, face), (3, face), (3, "\ue000")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Maison de l’Été", "Maison de l’Été"),
        ("Maison \U0001f600", f"Maison {SUBSTITUTE}"),
        ("\ue000", SUBSTITUTE),
        ("a\x9fb", f"a{SUBSTITUTE}b"),
        ("a\0b", f"a{SUBSTITUTE}b"),
        ("o\ufb03ce", "office"),
        ("１２", "12"),
        ("a\x85b", "a b"),
    ],
)
def test_what_an_import_shows_instead(text: str, shown: str) -> None:
    assert drawn(text) == shown
    assert set(shown) <= ALLOWED
