"""The table of mairies: each fault with its line, and a table that is not there is no fault."""

from pathlib import Path

import pytest

from engine.content.catalogue_loader import TOWN_HALLS, load_catalogue
from tests.engine.conftest import Faults

SOUND = "74999;Mairie d’Essai;04 50 00 00 00;accueil@essai.fr;annuaire-administration;2019-09"


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("74999", "74010", "la mairie de « 74010 » est écrite deux fois."),
        ("Mairie d’Essai", "", "il manque le nom de la mairie."),
        ("04 50 00 00 00", "0450000000", "« 0450000000 » n’est pas un numéro écrit comme 04 50 00 00 00."),
        ("04 50 00 00 00", "", "«  » n’est pas un numéro écrit comme 04 50 00 00 00."),
        ("accueil@essai.fr", "essai.fr", "« essai.fr » n’est pas une adresse électronique."),
        ("annuaire-administration", "annuaire-administratio", "le texte « annuaire-administratio » n’existe pas. Vouliez-vous écrire « annuaire-administration » ?"),
        ("2019-09", "2019-13", "« 2019-13 » n’est pas un mois écrit comme 2019-09."),
        ("2019-09", "", "«  » n’est pas un mois écrit comme 2019-09."),
    ],
)  # fmt: skip
def test_a_faulty_row(content: Path, faults: Faults, right: str, wrong: str, message: str) -> None:
    communes, table = content / "communes.csv", content / TOWN_HALLS
    communes.write_text(communes.read_text("utf-8") + "74999;Essai;74000;;10;;\n", "utf-8")
    rows = [*table.read_text("utf-8").splitlines(), SOUND.replace(right, wrong, 1)]
    table.write_text("\n".join(rows), "utf-8")
    assert faults() == [f"{TOWN_HALLS}, ligne {len(rows)} : {message}"]


def test_a_commune_that_does_not_exist(content: Path, faults: Faults) -> None:
    table = content / TOWN_HALLS
    rows = [*table.read_text("utf-8").splitlines(), SOUND]
    table.write_text("\n".join(rows), "utf-8")
    [fault] = faults()
    assert fault.startswith(f"{TOWN_HALLS}, ligne {len(rows)} : la commune « 74999 » n’existe pas.")


def test_another_header(content: Path, faults: Faults) -> None:
    table = content / TOWN_HALLS
    table.write_text(table.read_text("utf-8").replace("insee;nom", "insee;name", 1), "utf-8")
    assert faults() == [f"{TOWN_HALLS}, ligne 1 : l’en-tête attendu est « insee;nom;telephone;courriel;source;date »."]


def test_a_guide_without_the_table_names_the_mairie_by_its_commune(content: Path) -> None:
    (content / TOWN_HALLS).unlink()
    assert load_catalogue(content).town_halls == {}
