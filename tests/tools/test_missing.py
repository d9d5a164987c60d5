"""What the directory lacks, as the person who keeps it is told."""

from pathlib import Path

import pytest
from flask import Flask

from engine.content.catalogue import Catalogue
from tests.tools.commands import run, site


def test_verify_counts_what_is_missing(app: Flask) -> None:
    result = run(app, "verifier", "--date", "2026-11-25")
    assert result.exit_code == 0
    lines = [line.strip() for line in result.output.splitlines()]
    catalogue: Catalogue = app.extensions["catalogue"]
    without = sum(not commune.territory for commune in catalogue.communes.values())
    assert f"sans territoire : {without}" in lines
    assert "sans pôle médico-social : 279" in lines
    assert "et 267 autres" in result.output
    assert f"sans lieu certain pour « apa-territoire » : {without}" in lines
    nowhere = next(index for index, line in enumerate(lines) if line.startswith("sans adresse ni téléphone"))
    assert "pms-rumilly" in " ".join(lines[nowhere:]).split("sans adresse :")[0]
    assert "pms-evian" in " ".join(lines).split("sans téléphone :")[1]


@pytest.mark.parametrize(("day", "old"), [("2025-07-24", False), ("2025-07-25", True)])
def test_an_office_is_old_after_two_years(app: Flask, day: str, old: bool) -> None:
    """The one of Évian was read on 24 July 2023."""
    said = run(app, "verifier", "--date", day).output
    listed = said.partition("vérifiés avant le")[2].partition("sans adresse ni téléphone")[0]
    assert ("pms-evian" in listed) is old


def test_verify_follows_an_import(content: Path, tmp_path: Path) -> None:
    """Eight communes have a pôle of their own; a ninth is linked to one elsewhere."""
    assert "sans lieu certain pour « pole-medico-social » : 271" in run(site(content), "verifier").output
    (tmp_path / "liens.csv").write_text("insee;id\n74001;pms-rumilly\n", "utf-8")
    assert run(site(content), "importer", tmp_path / "liens.csv").exit_code == 0
    said = run(site(content), "verifier").output
    assert "sans pôle médico-social : 278" in said
    assert "sans lieu certain pour « pole-medico-social » : 270" in said
