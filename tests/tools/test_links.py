"""A table « insee;id » links communes to their pôle médico-social, or is refused whole."""

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.case.directory import Precision, office_for
from engine.content.catalogue_loader import load_catalogue
from tests.tools.commands import files, run, site


def test_a_table_links_communes_and_leaves_the_others(content: Path, tmp_path: Path) -> None:
    before = files(content)
    for given in ("insee;id\n74010;pms-rumilly\n74042;pms-bonneville\n", "\ufeffinsee;id\r\n74042;pms-evian\r\n"):
        (tmp_path / "liens.csv").write_bytes(given.encode())
        result = run(site(content), "importer", tmp_path / "liens.csv")
        assert result.exit_code == 0, result.output
        assert "2 communes sur 279 ont leur pôle médico-social." in result.output
    after = files(content)
    assert {name for name in before | after if before.get(name) != after.get(name)} == {"communes.csv"}
    old, new = before["communes.csv"].decode().split("\n"), after["communes.csv"].decode().split("\n")
    changed = [line for line, was in zip(new, old, strict=True) if line != was]
    assert [(line[:5], line.rpartition(";")[2]) for line in changed] == [
        ("74010", "pms-rumilly"),
        ("74042", "pms-evian"),
    ]
    found = office_for(load_catalogue(content), "pole-medico-social", "74010")
    assert found.precision is Precision.PMS
    assert [office.id for office in found.offices] == ["pms-rumilly"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"insee;id\n74010;pms-evian\n74999;pms-evian\n", ["ligne 3 : la commune « 74999 » n’existe pas. Vouliez-vous écrire « 74299 » ?"]),
        (b"insee;id\nannecy;pms-evian\n74400;pms-evian\n", ["ligne 2 : la commune « annecy » n’existe pas. Annecy a le code « 74010 ».", "ligne 3 : la commune « 74400 » n’existe pas. Chamonix-Mont-Blanc a le code « 74056 »."]),
        (b"insee;id\n74010;pms-evain\n", ["ligne 2 : le pôle médico-social « pms-evain » n’existe pas. Vouliez-vous écrire « pms-evian » ?"]),
        (b"insee;id\n74010;apa-chablais\n", ["ligne 2 : le pôle médico-social « apa-chablais » n’existe pas. Vouliez-vous écrire « pms-chamonix » ?"]),
        (b"insee;id\n74010;pms-evian\n74042;pms-evian\n74010;pms-rumilly\n", ["ligne 4 : la commune « 74010 » est écrite deux fois."]),
        (b"INSEE;id\n74010;pms-evian\n", ["ligne 1 : l’en-tête attendu est « insee;id »."]),
        (b"insee,id\n74010,pms-evian\n", ["ligne 1 : l’en-tête attendu est « insee;id »."]),
        (b"insee;id\n74010\n", ["ligne 2 : 1 cases au lieu de 2."]),
        (b"insee;id\n", ["ligne 1 : le fichier ne contient aucune commune."]),
        (b"", ["ligne 1 : l’en-tête attendu est « insee;id »."]),
        ("insee;id\n74010;pms-évian\n".encode("latin-1"), ["ligne 1 : le fichier n’est pas en UTF-8."]),
    ],
)  # fmt: skip
def test_a_faulty_table_is_refused_whole(refused: Callable[..., list[str]], data: bytes, said: list[str]) -> None:
    assert refused(data) == [f"essai, {fault}" for fault in said]
