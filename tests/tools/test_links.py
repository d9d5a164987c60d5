"""A table links communes to their pôle médico-social and their territory, whatever a spreadsheet made of it; `test_directory_files.py` has what is refused."""

from pathlib import Path

from engine.case.directory import Precision, office_for
from engine.content.catalogue_loader import load_catalogue
from tests.tools.commands import beside, files, run, site


def test_a_table_links_communes_and_leaves_the_others(content: Path, tmp_path: Path) -> None:
    before = files(content)
    for given in ("insee;id\n74042;pms-bonneville\n74010;pms-rumilly\n", "\ufeffinsee;id\r\n74042;pms-evian\r\n"):
        (tmp_path / "liens.csv").write_bytes(given.encode())
        result = run(site(content), "importer", tmp_path / "liens.csv")
        assert result.exit_code == 0, result.output
        assert "2 communes sur 279 ont leur pôle médico-social." in result.output
    assert files(content) == before, "an upgrade would meet what was taken in"
    written = "insee;territoire;pms\n74010;;pms-rumilly\n74042;;pms-evian\n"
    assert files(beside(content)) == {"rattachements.csv": written.encode()}
    found = office_for(load_catalogue(content, beside(content)), "pole-medico-social", "74010")
    assert found.precision is Precision.PMS
    assert [office.id for office in found.offices] == ["pms-rumilly"]


def test_a_table_gives_communes_their_territory_and_keeps_their_pole(content: Path, tmp_path: Path) -> None:
    for given in ("insee;id\n74001;pms-evian\n", "insee;territoire\n74001;Chablais\n74002;bassin-annecien\n"):
        (tmp_path / "liens.csv").write_text(given, "utf-8")
        result = run(site(content), "importer", tmp_path / "liens.csv")
        assert result.exit_code == 0, result.output
    kept = files(beside(content))["rattachements.csv"].decode().splitlines()
    assert kept[1:] == ["74001;chablais;pms-evian", "74002;bassin-annecien;"]
    found = office_for(load_catalogue(content, beside(content)), "apa-territoire", "74002")
    assert [office.id for office in found.offices] == ["apa-bassin-annecien"]
