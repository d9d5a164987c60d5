"""Forty tables, as people and spreadsheets make them: what `annuaire importer` does with each.

A good one is taken, and what was read otherwise than written is told; a bad one is refused whole, with the reason.
"""

from collections.abc import Callable

import pytest

from tests.tools.conftest import Taken, named

EVIAN = {"rattachements.csv": "insee;territoire;pms\n74119;;pms-evian\n"}
BOTH = {"rattachements.csv": "insee;territoire;pms\n74042;;pms-bonneville\n74119;;pms-evian\n"}
CHABLAIS = {"rattachements.csv": "insee;territoire;pms\n74119;chablais;\n"}
KEEP = "--garder"

# The name of the file, what it holds, the options; the table that comes of it, and what is said.
GOOD_TABLES = [
    ("as in the guide", b"insee;id\n74119;pms-evian\n", [], EVIAN, "1 communes sur 279 ont leur pôle médico-social."),
    ("a mark first", b"\xef\xbb\xbfinsee;id\n74119;pms-evian\n", [], EVIAN, "1 communes lues."),
    ("lines of Windows", b"insee;id\r\n74119;pms-evian\r\n", [], EVIAN, "1 communes lues."),
    ("lines of an old Mac", b"insee;id\r74119;pms-evian\r", [], EVIAN, "1 communes lues."),
    ("no end of line", b"insee;id\n74119;pms-evian", [], EVIAN, "1 communes lues."),
    ("commas", b"insee,id\n74119,pms-evian\n", [], EVIAN, "la virgule sépare les colonnes."),
    ("tabs", b"insee\tid\n74119\tpms-evian\n", [], EVIAN, "la tabulation sépare les colonnes."),
    ("the line of Excel", b"sep=;\r\ninsee;id\r\n74119;pms-evian\r\n", [], EVIAN, "1 communes lues."),
    ("that line with commas", b"sep=,\ninsee,id\n74119,pms-evian\n", [], EVIAN, "1 communes lues."),
    ("capitals in the header", b"INSEE;Id\n74119;pms-evian\n", [], EVIAN, "1 communes lues."),
    ("another name of a column", b"Code INSEE ; Identifiant\n74119;pms-evian\n", [], EVIAN, "1 communes lues."),
    ("columns the other way round", b"id;insee\npms-evian;74119\n", [], EVIAN, "1 communes lues."),
    ("a third column", "insee;id;nom\n74119;pms-evian;Évian\n".encode(), [], EVIAN, "colonnes non lues : nom."),
    ("a column between", "insee;nom;id\n74119;Évian;pms-evian\n".encode(), [], EVIAN, "colonnes non lues : nom."),
    ("empty cells at the end", b"insee;id;;\n74119;pms-evian;;\n", [], EVIAN, "1 communes lues."),
    ("empty lines", b"\n;;\ninsee;id\n\n74119;pms-evian\n;\n\n", [], EVIAN, "lignes vides sautées : 3."),
    ("spaces and quotes", b'insee ; id\n 74 119 ;"pms-evian"\n', [], EVIAN, "1 communes lues."),
    ("letters of Windows", "insee;id;nom\n74119;pms-evian;Évian\n".encode("cp1252"), [], EVIAN, "lu en Windows-1252, comme l’écrit Excel."),
    ("Unicode text of Excel", "insee\tid\r\n74119\tpms-evian\r\n".encode("utf-16"), [], EVIAN, "lu en UTF-16"),
    ("territories by name", b"insee;territoire\n74119;CHABLAIS\n", [], CHABLAIS, "1 communes lues."),
    ("both at once", b"insee;territoire;id\n74119;chablais;pms-evian\n", [], {"rattachements.csv": "insee;territoire;pms\n74119;chablais;pms-evian\n"}, "1 communes lues."),
    ("the good lines", b"insee;id\n74119;pms-evian\n74011;pms-evian\n74010;pms-evain\n74042;pms-bonneville\n", [KEEP], BOTH, "Laissé : essai, ligne 3 : « 74011 » est un ancien code (Annecy-le-Vieux)."),
    ("the good lines of France", b"insee;id\n01004;pms-evian\n74119;pms-evian\n", [KEEP], EVIAN, "Laissé : essai, ligne 2 : la commune « 01004 » n’existe pas."),
]  # fmt: skip

# What is refused whole: all that is said of it.
BAD_TABLES = [
    ("a commune of the past", b"insee;id\n74011;pms-evian\n", ["ligne 2 : « 74011 » est un ancien code (Annecy-le-Vieux). C’est aujourd’hui Annecy, code « 74010 »."]),
    ("a code of nowhere", b"insee;id\n74010;pms-evian\n74999;pms-evian\n", ["ligne 3 : la commune « 74999 » n’existe pas. Un code ne se devine pas : cherchez-le dans communes.csv."]),
    ("a name or a postcode", b"insee;id\nannecy;pms-evian\n74400;pms-evian\n", ["ligne 2 : la commune « annecy » n’existe pas. Annecy a le code « 74010 ».", "ligne 3 : la commune « 74400 » n’existe pas. Chamonix-Mont-Blanc a le code « 74056 »."]),
    ("a slip in an office", b"insee;id\n74010;pms-evain\n", ["ligne 2 : le pôle médico-social « pms-evain » n’existe pas. Vouliez-vous écrire « pms-evian » ?"]),
    ("an office of another kind", b"insee;id\n74010;apa-chablais\n", ["ligne 2 : le pôle médico-social « apa-chablais » n’existe pas. Vouliez-vous écrire « pms-chamonix » ?"]),
    ("a slip in a territory", b"insee;territoire\n74010;chablay\n", ["ligne 2 : le territoire « chablay » n’existe pas. Vouliez-vous écrire « chablais » ?"]),
    ("a commune twice", b"insee;id\n74010;pms-evian\n74042;pms-evian\n\n74010;pms-rumilly\n", ["ligne 5 : la commune « 74010 » est écrite deux fois."]),
    ("no header", b"74010;pms-evian\n", ["ligne 1 : il manque l’en-tête : la première ligne doit nommer les colonnes : « insee;id » ou « insee;territoire »."]),
    ("other columns", b"commune;pole\n74010;pms-evian\n", ["ligne 1 : la première ligne doit nommer les colonnes : « insee;id » ou « insee;territoire ». Vous avez « commune », « pole »."]),
    ("a column twice", b"insee;id;ID\n74010;pms-evian;pms-evian\n", ["ligne 1 : la colonne « id » est écrite deux fois."]),
    ("a short row", b"insee;id\n74010\n", ["ligne 2 : 1 cases au lieu de 2."]),
    ("an empty cell", b"insee;id\n74010;\n", ["ligne 2 : la case « id » est vide."]),
    ("a header alone", b"insee;id\n", ["ligne 1 : le fichier ne contient aucune commune."]),
    ("nothing", b"", ["ligne 1 : la première ligne doit nommer les colonnes : « insee;id » ou « insee;territoire ». Vous avez une ligne vide."]),
    ("a workbook", b"PK\x03\x04\x14\x00xl/worksheets/sheet1.xml", ["ligne 1 : c’est un classeur (.xlsx ou .ods), même si son nom finit par .csv. Dans le tableur : Fichier, Enregistrer sous, « CSV UTF-8 »."]),
    ("an old workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ["ligne 1 : c’est un classeur Excel (.xls), même si son nom finit par .csv. Dans le tableur : Fichier, Enregistrer sous, « CSV UTF-8 »."]),
    ("the zip alone", b"PK\x03\x04\x14\x00communes/74010.json", ["ligne 1 : c’est un zip. Celui des communes de la DILA se donne avec --communes, à côté de son JSON."]),
    ("an archive", b"BZh91AY", ["ligne 1 : c’est une archive. Décompressez-la, puis donnez le fichier JSON qu’elle contient."]),
    ("a PDF", b"%PDF-1.7", ["ligne 1 : c’est un PDF."]),
    ("no letters known", b"insee;id\n74010;pms-\x81vian\n", ["ligne 1 : le fichier n’est pas en UTF-8. Dans le tableur : Fichier, Enregistrer sous, « CSV UTF-8 »."]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "options", "made", "said"), GOOD_TABLES, ids=named(GOOD_TABLES))
def test_a_table_is_read_whatever_a_spreadsheet_made_of_it(
    attempt: Taken,
    name: str,
    data: bytes,
    options: list[str],
    made: dict[str, str],
    said: str,
) -> None:
    found, output = attempt(data, options)
    assert found == made, name
    assert said in output


@pytest.mark.parametrize(("name", "data", "said"), BAD_TABLES, ids=named(BAD_TABLES))
def test_a_table_is_refused_whole_with_the_reason(
    refused: Callable[..., list[str]], name: str, data: bytes, said: list[str]
) -> None:
    assert refused(data) == [f"essai, {fault}" for fault in said], name


def test_nothing_good_in_it_is_refused_even_when_the_good_lines_are_asked_for(
    refused: Callable[..., list[str]],
) -> None:
    assert refused(b"insee;id\n74999;pms-evian\n", KEEP) == [
        "essai, ligne 2 : la commune « 74999 » n’existe pas. Un code ne se devine pas : cherchez-le dans communes.csv."
    ]


def test_very_many_faults_are_counted(refused: Callable[..., list[str]]) -> None:
    said = refused(b"insee;id\n" + b"74999;pms-evian\n" * 1000)
    assert (len(said), said[-1]) == (41, "… et 960 autres.")
