"""Our directory, for others: in the national format, by its own schema."""

import json
from pathlib import Path

import msgspec
from data_inclusion.schema.v1 import Service, Structure
from flask import Flask

from engine.content.catalogue import Catalogue
from tests.tools.commands import NATIONAL, run, site, taken_in
from tools.data_inclusion import from_office


def test_all_that_is_exported_is_of_the_national_format(app: Flask) -> None:
    result = run(app, "exporter")
    assert result.exit_code == 0
    tree = json.loads(result.output)
    catalogue: Catalogue = app.extensions["catalogue"]
    assert len(tree["structures"]) == len(catalogue.offices)
    assert len(tree["services"]) == sum(len(role.offices) for role in catalogue.roles.values())
    strict = {"ignore_warnings": False}
    structures = [Structure.model_validate(item, context=strict) for item in tree["structures"]]
    services = [Service.model_validate(item, context=strict) for item in tree["services"]]
    known = {item.id for item in structures}
    assert len(known) == len(structures)
    assert len({item.id for item in services}) == len(services)
    assert {item.structure_id for item in services} <= known
    for model, item in zip(structures + services, tree["structures"] + tree["services"], strict=True):
        assert set(item) <= set(type(model).model_fields), "a field that the format does not have"


def test_an_office_is_exported_with_its_place_and_telephone(app: Flask) -> None:
    found = {item["id"]: item for item in json.loads(run(app, "exporter").output)["structures"]}
    assert found["guide-haute-savoie--pms-evian"] == {
        "source": "guide-haute-savoie",
        "id": "guide-haute-savoie--pms-evian",
        "nom": "Pôle médico-social d’Évian-les-Bains",
        "date_maj": "2023-07-24",
        "commune": "Évian-les-Bains",
        "code_postal": "74500",
        "code_insee": "74119",
        "adresse": "26, avenue des Sources",
    }
    assert found["guide-haute-savoie--departement-standard"]["telephone"] == "+33450335000"
    assert found["guide-haute-savoie--samu-15"]["telephone"] == "15"
    assert "code_insee" not in found["guide-haute-savoie--unapei"]


def test_a_commune_is_coded_only_where_its_whole_name_is_written(app: Flask) -> None:
    catalogue: Catalogue = app.extensions["catalogue"]
    office = catalogue.offices["pms-evian"]
    assert "code_insee" in from_office(office, catalogue)
    assert "code_insee" not in from_office(msgspec.structs.replace(office, town="Évian"), catalogue)


def test_what_came_from_there_does_not_go_back(content: Path, tmp_path: Path) -> None:
    taken_in(content, [NATIONAL])
    file = tmp_path / "annuaire.json"
    assert run(site(content), "exporter", file).exit_code == 0
    assert "dora" not in file.read_text("utf-8")


def test_what_we_export_can_be_imported(app: Flask, content: Path) -> None:
    structures = json.loads(run(app, "exporter").output)["structures"]
    ours = [item for item in structures if "--pms-" in item["id"] and "code_postal" in item]
    catalogue, _ = taken_in(content, ours)
    for item in ours:
        name = item["id"].partition("--")[2]
        before, after = catalogue.offices[name], catalogue.offices[f"guide-haute-savoie-{name}"]
        assert (after.name, after.address, after.town) == (before.name, before.address, before.town)
        assert (after.phone, after.verified) == (before.phone, before.verified)
