"""A content file that is not written as it should be stops the loading, and its author is told where and why.

Each test adds one faulty file to a copy of the real content, or damages one.
"""

import re
from pathlib import Path

import pytest

from engine.content.catalogue_loader import load_catalogue
from tests.engine.conftest import Faults
from tests.engine.essay import AID, CONDITION


def test_the_copy_itself_is_sound(content: Path, faults: Faults) -> None:
    (content / "aides/essai.yaml").write_text(AID + CONDITION, "utf-8")
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        faults()


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (AID + "nom: Encore\n", 7, "la clé « nom » est écrite deux fois."),
        (AID + "guichet:\n\tdeposer: mairie-ccas\n", 8, "une tabulation ; mettez des espaces à la place."),
        (
            AID + "montants: []\n",
            7,
            "la clé « montants » n’existe pas ici. Vouliez-vous écrire « montant » ?",
        ),
        (
            AID + CONDITION.replace("origine", "orijine"),
            10,
            "la clé « orijine » n’existe pas ici. Vouliez-vous écrire « origine » ?",
        ),
        (
            AID + CONDITION.replace("national", "nationale"),
            10,
            "« nationale » n’est pas possible ici. Vouliez-vous écrire « national » ?",
        ),
        (AID.replace("nature: aide", "nature: aides"), 4, "« aides » n’est pas possible ici. Vouliez-vous écrire « aide » ?"),
        (AID.replace("nom: Essai\n", ""), 1, "il manque la clé « nom »."),
        (AID + CONDITION.replace("    origine: national\n", ""), 8, "il manque la clé « origine »."),
        (AID.replace("nom: Essai", 'nom: ""'), 2, "le texte est vide."),
        (
            AID.replace("id: essai", "id: Essai raté"),
            1,
            "ce mot n’a pas la bonne forme (minuscules sans accent, chiffres et tirets, ou numéros de lignes).",
        ),
        (
            AID.replace('"12, 34-56"', "12, 34"),
            6,
            'mettez les numéros de lignes entre guillemets : lignes: "12, 34-56".',
        ),
        (
            AID.replace('"12, 34-56"', '"12 et 34"'),
            6,
            "ce mot n’a pas la bonne forme (minuscules sans accent, chiffres et tirets, ou numéros de lignes).",
        ),
        (AID.replace("Un essai.", "Un essai : le premier."), 3, "un texte qui contient « : » doit être entre guillemets droits."),
        ("", 1, "le fichier est vide."),
        ("# Rien encore.\n", 1, "le fichier est vide."),
        (AID + "? [a, b]\n: c\n", 7, "une clé doit être un mot."),
    ],
)  # fmt: skip
def test_a_faulty_aid(content: Path, faults: Faults, text: str, line: int, message: str) -> None:
    (content / "aides/essai.yaml").write_text(text, "utf-8")
    assert faults() == [f"aides/essai.yaml, ligne {line} : {message}"]


def test_all_that_is_misspelt_or_missing_in_one_file_is_told_at_once(content: Path, faults: Faults) -> None:
    second = CONDITION.partition("\n")[2].replace("    origine: national\n", "")
    text = AID.replace("nom: Essai\n", "") + CONDITION.replace("origine", "orijine") + second + "montants: []\n"
    (content / "aides/essai.yaml").write_text(text, "utf-8")
    told = [fault.partition(" : ")[2] for fault in faults()]
    assert told == [
        "il manque la clé « nom ».",
        "la clé « orijine » n’existe pas ici. Vouliez-vous écrire « origine » ?",
        "il manque la clé « origine ».",
        "la clé « montants » n’existe pas ici. Vouliez-vous écrire « montant » ?",
    ]


def test_a_list_where_one_thing_is_expected(content: Path, faults: Faults) -> None:
    (content / "aides/essai.yaml").write_text("- id: essai\n", "utf-8")
    (fault,) = faults()
    assert fault.startswith("aides/essai.yaml, ligne 1 : la valeur n’a pas la bonne forme")


def test_a_file_that_is_not_utf8(content: Path, faults: Faults) -> None:
    (content / "aides/essai.yaml").write_bytes("nom: été".encode("latin-1"))
    assert faults() == ["aides/essai.yaml, ligne 1 : le fichier n’est pas en UTF-8."]


@pytest.mark.parametrize("name", ["besoins.yaml", "guichets.yaml", "communes.csv"])
def test_a_missing_file(content: Path, faults: Faults, name: str) -> None:
    (content / name).unlink()
    assert faults() == [f"{name}, ligne 1 : le fichier manque."]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("74999;Essai;74000", "3 cases au lieu de 7."),
        ("74999;Essai;74000;;10;;;", "8 cases au lieu de 7."),
        ("74999;Essai;74000;;dix;;", "« dix » n’est pas un nombre entier."),
        ("74010;Annecy bis;74000;;10;;", "la commune « 74010 » est écrite deux fois."),
    ],
)
def test_a_faulty_row_of_the_table_of_communes(content: Path, faults: Faults, row: str, message: str) -> None:
    table = content / "communes.csv"
    rows = [*table.read_text("utf-8").splitlines(), row]
    table.write_text("\n".join(rows), "utf-8")
    assert faults() == [f"communes.csv, ligne {len(rows)} : {message}"]


def test_the_header_of_the_table_of_communes(content: Path, faults: Faults) -> None:
    table = content / "communes.csv"
    table.write_text(table.read_text("utf-8").replace("insee;", "INSEE;", 1), "utf-8")
    header = "insee;nom;codes_postaux;epci;population;territoire;pms"
    assert faults() == [f"communes.csv, ligne 1 : l’en-tête attendu est « {header} »."]


def test_all_faults_are_told_at_once_in_file_order(content: Path, faults: Faults) -> None:
    (content / "aides/b.yaml").write_text("", "utf-8")
    (content / "aides/a.yaml").write_text(AID.replace("nature: aide", "nature: aides"), "utf-8")
    assert [fault.partition(",")[0] for fault in faults()] == ["aides/a.yaml", "aides/b.yaml"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("74999;Essai;lieu;http;", "la commune « 74999 » n’existe pas. Un code ne se devine pas"),
        ("74010;Essai;hameau;http;", "la sorte « hameau » n’existe pas."),
        ("74010;;lieu;http;", "il faut un nom, et une source qui donne sa commune."),
        ("74010;Essai;lieu;;", "il faut un nom, et une source qui donne sa commune."),
        ("74010;Essai;fusionnee;http;7401", "« 7401 » n’est pas un code INSEE : cinq signes, comme 74011."),
        ("74010;Essai;fusionnee;http;74042", "« 74042 » est une commune d’aujourd’hui."),
        ("74010;Essai;lieu;http", "4 cases au lieu de 5."),
    ],
)
def test_a_faulty_row_of_the_table_of_former_places(content: Path, faults: Faults, row: str, message: str) -> None:
    table = content / "communes-anciennes.csv"
    rows = [*table.read_text("utf-8").splitlines(), row]
    table.write_text("\n".join(rows) + "\n", "utf-8")
    (said,) = faults()
    assert said.startswith(f"communes-anciennes.csv, ligne {len(rows)} : {message}")


def test_content_without_a_table_of_former_places(content: Path) -> None:
    (content / "communes-anciennes.csv").unlink()
    assert load_catalogue(content).former_places == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "questions/1-commun.yaml",
            "texte: Pour moi ou mon foyer}",
            "texte: Pour moi ou mon foyer, avec_commune: oui}",
            "« avec_commune » ne se dit que dans une question « commune ».",
        ),
        (
            "questions/5-lieu.yaml",
            "  court: Commune\n",
            '  court: Commune\n  douteux_des: "3"\n',
            "« douteux_des » ne se dit que d’un nombre ou d’un montant.",
        ),
    ],
)
def test_a_key_where_it_means_nothing(
    content: Path, faults: Faults, file: str, old: str, new: str, message: str
) -> None:
    path = content / file
    text = path.read_text("utf-8").replace(old, new, 1)
    path.write_text(text, "utf-8")
    key = re.search(r"avec_commune|douteux_des", new)[0]
    line = next(number for number, written in enumerate(text.split("\n"), start=1) if key in written)
    assert faults() == [f"{file}, ligne {line} : {message}"]
