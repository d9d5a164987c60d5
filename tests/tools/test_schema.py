"""The schemas that editors read: fresh, true of today's content, and strict where the site is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from app import HERE
from engine.content.file_shapes import FILE_SHAPES
from tests.sampled import cases
from tests.tools.schemas import faults
from tools.schema import FOLDER, main, schemas

CONTENT = HERE / "questionnaires"
FILES = [
    (name.removesuffix(".yaml"), file)
    for name in FILE_SHAPES
    for file in ([CONTENT / name] if name.endswith(".yaml") else sorted((CONTENT / name).rglob("*.yaml")))
    if file.exists()
]
SCHEMA_OF = {str(file.relative_to(CONTENT)): name for name, file in FILES}
AID = {"id": "essai", "nom": "Essai", "en_bref": "Un essai.", "source": {"texte": "loi", "lignes": 12}}


class _AsEditorsDo(yaml.CSafeLoader):
    """YAML 1.2: only numbers are not text; `oui`, dates and `NO` are."""


_AsEditorsDo.yaml_implicit_resolvers = {
    first: [(tag, shape) for tag, shape in found if tag.endswith((":int", ":float"))]
    for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def told(name: str, tree: Any) -> list[str]:
    schema = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return list(faults(tree, schema, schema["$defs"]))


def test_they_are_those_that_make_schema_writes(tmp_path: Path) -> None:
    main(tmp_path)
    written = {file.name: file.read_text("utf-8") for file in tmp_path.iterdir()}
    kept = {file.name: file.read_text("utf-8") for file in FOLDER.iterdir()}
    assert kept == written == schemas(), "les schémas ne sont plus à jour : lancez « make schema »"


@pytest.mark.parametrize(
    "file",
    cases(
        SCHEMA_OF, kinds=lambda file: [SCHEMA_OF[file]], most=32, by=lambda file: (CONTENT / file).read_text("utf-8")
    ),
)
def test_the_content_is_as_they_say(file: str) -> None:
    assert told(SCHEMA_OF[file], yaml.load((CONTENT / file).read_text("utf-8"), _AsEditorsDo)) == []  # noqa: S506


def test_every_content_file_has_one() -> None:
    assert {file for _, file in FILES} == set(CONTENT.rglob("*.yaml"))


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"en_bret": "Un essai."}, " : en_bret n’existe pas"),
        ({"nature": "prestation"}, ".nature : 'prestation' n’est pas dans"),
        ({"id": "Essai"}, ".id : 'Essai' n’a pas la forme voulue"),
        ({"nom": ""}, ".nom : '' n’a pas la forme voulue"),
        ({"conditions": [{"texte": "T", "si": "age > 1", "source": {}}]}, ".conditions[0] : il manque origine"),
        ({"delais": [{"texte": "T", "qui": "vous", "urgent": "vrai"}]}, ".delais[0].urgent : 'vrai' n’est pas dans ['oui', 'non']"),
        ({"delais": [{"texte": "T", "qui": "vous", "urgent": True}]}, ".delais[0].urgent : True n’est pas dans ['oui', 'non']"),
        ({"source": {"lignes": "12 à 14"}}, ".source.lignes : '12 à 14' n’a pas la forme voulue"),
    ],
)  # fmt: skip
def test_they_refuse_what_the_site_refuses(wrong: dict[str, Any], fault: str) -> None:
    assert told("aides", AID) == []
    assert told("aides", {**AID, "delais": [{"texte": "T", "qui": "vous", "urgent": "oui"}]}) == []
    (found,) = told("aides", {**AID, **wrong})
    assert found.startswith(fault)
