"""The national directory of public services: who is taken in, under which role, for which communes."""

import json
from pathlib import Path

import pytest

from engine.case.directory import Precision, office_for
from engine.content.catalogue import Catalogue
from engine.content.catalogue_loader import load_catalogue
from tests.tools.commands import beside, files, run, site
from tests.tools.dila_samples import as_the_api, service, written, zones
from tools import dila_file


def imported(content: Path, data: bytes, *options: object) -> tuple[Catalogue, str]:
    file = content.parent / "2026-11-30-data.gouv_local.json"
    file.write_bytes(data)
    result = run(site(content), "importer", file, *options)
    assert result.exit_code == 0, result.output
    return load_catalogue(content, beside(content)), result.output


@pytest.mark.parametrize("written_as", ["file", "list", "api"])
def test_a_service_is_kept_whole(content: Path, written_as: str) -> None:
    item = service(1, "mission_locale", "74010")
    data = {
        "file": written(item),
        "list": json.dumps([item], indent=1).encode(),
        "api": json.dumps([as_the_api(item)]).encode(),
    }[written_as]
    before = files(content)
    catalogue, said = imported(content, data)
    assert files(content) == before
    office = catalogue.offices["dila-00000000-0000-4000-8000-000000000001"]
    assert catalogue.roles["mission-locale"].offices[-1] == office.id
    assert (office.name, office.address) == ("Service mission_locale d’essai 1", "Maison de l’Essai, 1 rue de l’Essai")
    assert (office.postcode, office.town, office.phone) == ("74000", "Essai", "04 50 99 00 00")
    assert (office.email, office.web) == ("contact@exemple.invalid", "https://exemple.invalid/")
    assert office.hours == "Du lundi au vendredi, 8\u00a0h\u00a030 – 12\u00a0h et 13\u00a0h\u00a030 – 17\u00a0h"
    assert (office.access, office.access_note) == ("accessible", "Rampe à l’entrée.")
    assert office.point is not None
    assert (office.point.latitude, office.point.longitude) == ("45.89925", "6.12938")
    assert (office.verified, office.told) == ("2026-01-02", "2026-01-02")
    assert "Sans le zip des communes (--communes)" in said


def test_the_zip_says_which_service_is_for_which_commune(content: Path, tmp_path: Path) -> None:
    """That of another Département is taken too, when it is for a commune of ours; one commune may have several."""
    data = written(
        service(1, "caf", "74010"), service(2, "caf", "74010"), service(3, "ta", "38185"), service(4, "caf", "73065")
    )
    zip_file = zones(
        tmp_path / "communes.zip", c74042={"caf": [1, 2], "ta": [3]}, c74010={"caf": [1]}, c73065={"caf": [4]}
    )
    catalogue, said = imported(content, data, "--communes", zip_file, "--garder")
    found = {
        (role, place): [int(office.id[-2:]) for office in office_for(catalogue, role, place).offices]
        for role, place in (("caf", "74042"), ("caf", "74010"), ("tribunal-administratif", "74042"))
    }
    assert found == {("caf", "74042"): [1, 2], ("caf", "74010"): [1], ("tribunal-administratif", "74042"): [3]}
    assert office_for(catalogue, "caf", "74042").precision is Precision.SERVES
    assert "1 services hors de la Haute-Savoie, laissés." in said
    assert "Sans le zip" not in said


def test_the_mairie_and_the_ccas_of_a_commune_come_in_the_place_of_ours(content: Path) -> None:
    delegated = service(3, "mairie", "74010", ancien_code_pivot="mairie-74010-02")
    old = service(4, "mairie", "74011")
    data = written(service(1, "mairie", "74010"), service(2, "ccas", "74010"), delegated, old)
    catalogue, said = imported(content, data)
    ids = [office.id[-2:] for office in office_for(catalogue, "mairie-ccas", "74010").offices]
    assert ids == ["01", "02"]
    assert [office.id for office in office_for(catalogue, "mairie-ccas", "74042").offices] == ["mairie-74042"]
    assert "2 mairies de communes déléguées, laissées." in said


def test_a_kind_without_a_role_is_named_and_never_lost_in_silence(content: Path) -> None:
    data = written(
        service(1, "caf", "74010"), service(2, "gendarmerie", "74010"), service(3, "nouveau_type", "74042"),
        service(4, "gendarmerie", "74042"),
    )  # fmt: skip
    assert "types sans rôle dans ce guide : gendarmerie (2), nouveau_type (1)." in imported(content, data)[1]


def test_an_e_mail_of_a_person_is_not_kept(content: Path) -> None:
    item = service(1, "caf", "74010", adresse_courriel=["jeanne.exemple@exemple.invalid", "accueil@exemple.invalid"])
    catalogue, said = imported(content, written(item))
    assert catalogue.offices["dila-00000000-0000-4000-8000-000000000001"].email == "accueil@exemple.invalid"
    assert "« jeanne.exemple@exemple.invalid » est peut-être celle d’une personne." in said


def test_another_import_of_the_directory_replaces_all_of_it(content: Path) -> None:
    imported(content, written(service(1, "caf", "74010"), service(2, "mairie", "74010")))
    catalogue, _ = imported(content, written(service(3, "cpam", "74010")))
    assert [office for office in catalogue.offices if office.startswith("dila-")] == [
        "dila-00000000-0000-4000-8000-000000000003"
    ]
    assert catalogue.town_halls["74010"].id == "mairie-74010"


def test_what_was_taken_in_is_reported_with_its_dates(content: Path, tmp_path: Path) -> None:
    zip_file = zones(tmp_path / "communes.zip", c74042={"caf": [1]}, c74010={"caf": [1]})
    imported(content, written(service(1, "caf", "74010")), "--communes", zip_file)
    said = run(site(content), "verifier").output
    assert f"Importé dans {beside(content)} : 1 guichets" in said
    assert "Annuaire de l’administration, caf : 1, fiches du 2026-01-02 au 2026-01-02" in said
    assert "communes suivies : 2 sur 279" in said


def test_a_long_file_is_read_piece_by_piece(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the place where a piece ends."""
    file = tmp_path / "long.json"
    file.write_bytes(written(*(service(number, "caf", "74010") for number in range(5))))
    for size in (700, 1013, 4096):
        monkeypatch.setattr(dila_file, "_CHUNK", size)
        assert [item["id"][-1] for item in dila_file.services_in(file)] == list("01234")


def test_nothing_is_left_behind_when_the_writing_stops(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imported(content, written(service(1, "caf", "74010")))
    before = files(beside(content))
    file = content.parent / "autre.json"
    file.write_bytes(written(service(2, "cpam", "74010")))
    app = site(content)

    def full(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert run(app, "importer", file).exit_code != 0
    assert files(beside(content)) == before
