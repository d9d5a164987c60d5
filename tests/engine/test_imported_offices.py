"""Offices taken in from a national directory: read as strictly as our own, and found under their role."""

from pathlib import Path

import pytest

from engine.case.directory import Precision, office_for
from engine.content.catalogue_loader import IMPORTED_OFFICES, load_catalogue
from tests.engine.conftest import Faults

FILE = """- role: pole-medico-social
  guichets:
    - id: dora-pms-annecy
      nom: Pôle médico-social d’Annecy
      fiabilite: sure
      verifie_le: "2026-01-31"
      source: {texte: data-inclusion}
"""


def test_none_where_nothing_was_imported(content: Path) -> None:
    assert not (content / IMPORTED_OFFICES).exists()
    assert not any(office.startswith("dora-") for office in load_catalogue(content).roles["pole-medico-social"].offices)


def test_they_hold_their_role_after_our_own(content: Path) -> None:
    own = load_catalogue(content).roles["pole-medico-social"].offices
    (content / IMPORTED_OFFICES).write_text(FILE, "utf-8")
    catalogue = load_catalogue(content)
    assert catalogue.roles["pole-medico-social"].offices == (*own, "dora-pms-annecy")
    assert catalogue.offices["dora-pms-annecy"].name == "Pôle médico-social d’Annecy"
    assert "dora-pms-annecy" not in catalogue.roles["apa-territoire"].offices


def test_a_commune_can_be_linked_to_one(content: Path) -> None:
    (content / IMPORTED_OFFICES).write_text(FILE, "utf-8")
    link(content, "74010", "dora-pms-annecy")
    found = office_for(load_catalogue(content), "pole-medico-social", "74010")
    assert [office.id for office in found.offices] == ["dora-pms-annecy"]
    assert found.precision is Precision.PMS


@pytest.mark.parametrize(
    ("right", "wrong", "line", "message"),
    [
        ("role: pole-medico-social", "role: pole-medico-sociale", 1, "le rôle « pole-medico-sociale » n’existe pas. Vouliez-vous écrire « pole-medico-social » ?"),
        ("fiabilite: sure", "fiabilite: sur", 5, "« sur » n’est pas possible ici. Vouliez-vous écrire « sure » ?"),
        ("nom:", "nomm:", 4, "la clé « nomm » n’existe pas ici. Vouliez-vous écrire « nom » ?"),
        ("2026-01-31", "2026-02-31", 6, "« 2026-02-31 » n’est pas une date."),
        ("texte: data-inclusion", "texte: data-inclusio", 7, "le texte « data-inclusio » n’existe pas. Vouliez-vous écrire « data-inclusion » ?"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(
    content: Path, faults: Faults, right: str, wrong: str, line: int, message: str
) -> None:
    (content / IMPORTED_OFFICES).write_text(FILE.replace(right, wrong), "utf-8")
    assert f"{IMPORTED_OFFICES}, ligne {line} : {message}" in faults()


def test_an_id_of_ours_is_taken(content: Path, faults: Faults) -> None:
    (content / IMPORTED_OFFICES).write_text(FILE.replace("dora-pms-annecy", "pms-evian"), "utf-8")
    (fault,) = faults()
    assert fault.startswith(f"{IMPORTED_OFFICES}, ligne 3 : « pms-evian » existe déjà dans guichets.yaml, ligne ")


def test_the_table_of_communes_names_offices_that_exist(content: Path, faults: Faults) -> None:
    line = link(content, "74010", "pms-rumily")
    assert faults() == [
        f"communes.csv, ligne {line} : le guichet « pms-rumily » n’existe pas. Vouliez-vous écrire « pms-rumilly » ?"
    ]


def test_the_mark_that_spreadsheets_put_first_is_no_fault(content: Path) -> None:
    table = content / "communes.csv"
    table.write_text(table.read_text("utf-8"), "utf-8-sig")
    assert "74010" in load_catalogue(content).communes


def link(content: Path, insee: str, office: str) -> int:
    """Write the office of a commune in the table; the line it stands on."""
    table = content / "communes.csv"
    rows = table.read_text("utf-8").splitlines()
    (index,) = [index for index, row in enumerate(rows) if row.startswith(f"{insee};")]
    rows[index] = rows[index].rpartition(";")[0] + f";{office}"
    table.write_text("\n".join(rows) + "\n", "utf-8")
    return index + 1
