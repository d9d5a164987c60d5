"""docs/couverture.md is up to date, and names what is missing and what is out."""

from __future__ import annotations

from pathlib import Path

from engine.content.catalogue import Catalogue
from tests.content.shared import CONTENT
from tools import coverage

PAGE = Path(__file__).parents[2] / "docs" / "couverture.md"


def test_the_page_is_what_the_command_writes(catalogue: Catalogue) -> None:
    assert PAGE.read_text(encoding="utf-8") == coverage.page(catalogue, coverage.rows(CONTENT)), (
        "refaites-la : .venv/bin/flask --app app catalogue couverture > docs/couverture.md"
    )


def test_nothing_that_the_texts_hold_is_missing(catalogue: Catalogue) -> None:
    table = coverage.rows(CONTENT)
    assert coverage.missing(catalogue, table) == []
    assert {row["id"] for row in table} >= set(coverage.OUT)
    assert set(coverage.OUT).isdisjoint(catalogue.aids)


def test_an_entry_without_a_file_is_told(catalogue: Catalogue) -> None:
    row = {
        "id": "aide-inventee",
        "besoin": "logement",
        "forme": "aide",
        "parent": "",
        "nom": "Rien | rien",
        "source": "",
    }
    assert coverage.missing(catalogue, [row]) == ["aide-inventee"]
    assert "| `aide-inventee` | Rien / rien | **manque** |" in coverage.page(catalogue, [row])


def test_a_file_is_named_for_an_aid_a_form_of_an_aid_and_shared_rules(catalogue: Catalogue) -> None:
    found = {row["id"]: coverage.place(catalogue, row) for row in coverage.rows(CONTENT)}
    assert found["aed"] == "aides/enfance/aed.yaml"
    assert found["espace-rencontre-jaf-visite"] == "aides/enfance/espace-rencontre.yaml"
    assert found["fsl-socle"] == "regles/fsl-socle.yaml"
