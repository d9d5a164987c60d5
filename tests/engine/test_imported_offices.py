"""What is taken in from national files: read as strictly as our own, and found under its role, for its communes."""

from pathlib import Path

import pytest

from engine.case.directory import Precision, office_for
from engine.content.catalogue_loader import load_catalogue
from engine.content.imported_directory import LINKS, OFFICES
from engine.content.problems import ContentError
from tests.engine.conftest import Faults

FILE = """- texte: data-inclusion
  roles: [pole-medico-social]
  guichets:
    - id: dora-pms-annecy
      nom: Pôle médico-social d’Annecy
      fiabilite: sure
      verifie_le: "2026-01-31"
      source: {texte: data-inclusion}
"""
HEADER = "insee;territoire;pms\n"
# What the national directory says of a tribunal, of a CCAS and of a mairie.
SERVING = """- texte: annuaire-dila
  roles: [mdph, juge-des-enfants]
  guichets:
    - id: dila-1
      nom: Un service
      telephone: 04 50 11 11 11
      fiabilite: sure
      verifie_le: "2026-01-31"
      source: {texte: annuaire-dila}
      dessert: "74010 74042"
- texte: annuaire-dila
  roles: [mairie-ccas]
  mairies: oui
  guichets:
    - {id: dila-2, nom: Mairie d’Annecy, telephone: 04 50 22 22 22, fiabilite: sure, verifie_le: "2026-01-31", source: {texte: annuaire-dila}, dessert: "74010"}
- texte: annuaire-dila
  roles: [mairie-ccas]
  guichets:
    - {id: dila-3, nom: CCAS d’Annecy, telephone: 04 50 33 33 33, fiabilite: sure, verifie_le: "2026-01-31", source: {texte: annuaire-dila}, dessert: "74010"}
"""


def imported(folder: Path, **files: str) -> Path:
    """A folder of what was taken in: `offices` and `links`."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / {"offices": OFFICES, "links": LINKS}[name]).write_text(text, "utf-8")
    return folder


def said(content: Path, folder: Path) -> list[str]:
    with pytest.raises(ContentError) as error:
        load_catalogue(content, folder)
    return str(error.value).splitlines()


@pytest.mark.parametrize("there", [True, False])
def test_none_where_nothing_was_imported(content: Path, tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "annuaire"
    if there:
        folder.mkdir()
    assert load_catalogue(content, folder).roles == load_catalogue(content).roles


def test_they_hold_their_role_after_our_own(content: Path, tmp_path: Path) -> None:
    own = load_catalogue(content).roles["pole-medico-social"].offices
    catalogue = load_catalogue(content, imported(tmp_path / "annuaire", offices=FILE))
    assert catalogue.roles["pole-medico-social"].offices == (*own, "dora-pms-annecy")
    assert catalogue.offices["dora-pms-annecy"].name == "Pôle médico-social d’Annecy"
    assert "dora-pms-annecy" not in catalogue.roles["apa-territoire"].offices


def test_a_commune_can_be_linked_to_one(content: Path, tmp_path: Path) -> None:
    folder = imported(tmp_path / "annuaire", offices=FILE, links=f"{HEADER}74010;;dora-pms-annecy\n")
    found = office_for(load_catalogue(content, folder), "pole-medico-social", "74010")
    assert [office.id for office in found.offices] == ["dora-pms-annecy"]
    assert found.precision is Precision.PMS


def test_a_commune_can_be_given_its_territory(content: Path, tmp_path: Path) -> None:
    catalogue = load_catalogue(content, imported(tmp_path / "annuaire", links=f"{HEADER}74001;chablais;\n"))
    found = office_for(catalogue, "apa-territoire", "74001")
    assert ([office.id for office in found.offices], found.precision) == (["apa-chablais"], Precision.TERRITORY)


@pytest.mark.parametrize(
    ("role", "place", "offices", "precision"),
    [
        ("mdph", "74010", ["dila-1"], Precision.SERVES),
        ("juge-des-enfants", "74042", ["dila-1"], Precision.SERVES),
        ("mairie-ccas", "74010", ["dila-2", "dila-3"], Precision.COMMUNE),
        ("mairie-ccas", "74042", ["mairie-74042"], Precision.COMMUNE),
    ],
)
def test_the_one_that_serves_the_commune_is_given_alone(
    content: Path, tmp_path: Path, role: str, place: str, offices: list[str], precision: Precision
) -> None:
    found = office_for(load_catalogue(content, imported(tmp_path / "annuaire", offices=SERVING)), role, place)
    assert ([office.id for office in found.offices], found.precision) == (offices, precision)


def test_one_that_serves_other_communes_changes_nothing_here(content: Path, tmp_path: Path) -> None:
    catalogue = load_catalogue(content, imported(tmp_path / "annuaire", offices=SERVING))
    assert office_for(catalogue, "mdph", "74001").precision is Precision.DEPARTMENT


def test_several_that_serve_a_commune_are_all_shown(content: Path, tmp_path: Path) -> None:
    both = SERVING.replace("roles: [mairie-ccas]\n  guichets", "roles: [mdph]\n  guichets")
    catalogue = load_catalogue(content, imported(tmp_path / "annuaire", offices=both))
    assert [office.id for office in office_for(catalogue, "mdph", "74010").offices] == ["dila-1", "dila-3"]


def test_an_older_list_never_comes_above_what_was_read_later(content: Path, tmp_path: Path) -> None:
    """The number of the MDPH was read in September 2019."""
    older = SERVING.replace("2026-01-31", "2018-01-31")
    found = office_for(load_catalogue(content, imported(tmp_path / "annuaire", offices=older)), "mdph", "74010")
    assert [office.id for office in found.offices][:2] == ["mdph74", "dila-1"]


@pytest.mark.parametrize(
    ("right", "wrong", "line", "message"),
    [
        ("[pole-medico-social]", "[pole-medico-sociale]", 2, "le rôle « pole-medico-sociale » n’existe pas. Vouliez-vous écrire « pole-medico-social » ?"),
        ("fiabilite: sure", "fiabilite: sur", 6, "« sur » n’est pas possible ici. Vouliez-vous écrire « sure » ?"),
        ("nom:", "nomm:", 5, "la clé « nomm » n’existe pas ici. Vouliez-vous écrire « nom » ?"),
        ("2026-01-31", "2026-02-31", 7, "« 2026-02-31 » n’est pas une date."),
        ("source: {texte: data-inclusion}", "source: {texte: data-inclusio}", 8, "le texte « data-inclusio » n’existe pas. Vouliez-vous écrire « data-inclusion » ?"),
        ("- texte: data-inclusion", "- texte: data-inclusio", 1, "le texte « data-inclusio » n’existe pas. Vouliez-vous écrire « data-inclusion » ?"),
        ("fiabilite: sure", "fiabilite: sure\n      telephone: 0450335000/0612345678", 7, "« 0450335000/0612345678 » ne se compose pas : écrivez un seul numéro, comme 04 50 00 00 00."),
        ("fiabilite: sure", 'fiabilite: sure\n      dessert: "74011"', 7, "« 74011 » est un ancien code (Annecy-le-Vieux). C’est aujourd’hui Annecy, code « 74010 »."),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(
    content: Path, tmp_path: Path, right: str, wrong: str, line: int, message: str
) -> None:
    folder = imported(tmp_path / "annuaire", offices=FILE.replace(right, wrong))
    assert f"{OFFICES}, ligne {line} : {message}" in said(content, folder)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("74999;;pms-evian", "la commune « 74999 » n’existe pas. Un code ne se devine pas : cherchez-le dans communes.csv."),
        ("74010;chablay;", "le territoire « chablay » n’existe pas. Vouliez-vous écrire « chablais » ?"),
        ("74010;;pms-evain", "le guichet « pms-evain » n’existe pas. Vouliez-vous écrire « pms-evian » ?"),
        ("74010;chablais", "2 cases au lieu de 3."),
        ("74001;chablais;", "la commune « 74001 » est écrite deux fois."),
    ],
)  # fmt: skip
def test_a_faulty_link_is_told_with_its_line(content: Path, tmp_path: Path, row: str, message: str) -> None:
    folder = imported(tmp_path / "annuaire", links=f"{HEADER}74001;chablais;\n{row}\n")
    assert said(content, folder) == [f"{LINKS}, ligne 3 : {message}"]


def test_an_id_of_ours_is_taken(content: Path, tmp_path: Path) -> None:
    folder = imported(tmp_path / "annuaire", offices=FILE.replace("dora-pms-annecy", "pms-evian"))
    (fault,) = said(content, folder)
    assert fault.startswith(f"{OFFICES}, ligne 4 : « pms-evian » existe déjà dans guichets.yaml, ligne ")


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
