"""data·inclusion structures become offices of a role, or their file is refused whole."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from data_inclusion.schema.v1 import Structure
from flask import Flask
from pydantic import ValidationError

from engine.content.answers import read_answers
from tests.load.weights import visitor
from tests.paper.documents import squeezed, text_of
from tests.tools.commands import NATIONAL, OTHER, beside, files, run, site, taken_in, written


def test_our_examples_are_of_the_national_format() -> None:
    for item in (NATIONAL, OTHER):
        Structure.model_validate(item)


@pytest.mark.parametrize("tree", [[NATIONAL, OTHER], {"structures": [NATIONAL, OTHER], "services": []}])
def test_structures_become_offices_of_the_role(content: Path, tree: object) -> None:
    before = files(content)
    catalogue, said = taken_in(content, tree)
    assert "Rôle « pole-medico-social » : 2 guichets ajoutés, 0 repris, 0 retirés." in said
    assert catalogue.roles["pole-medico-social"].offices[-2:] == ("dora-pms-annecy-ete-12", "dora-2")
    office = catalogue.offices["dora-pms-annecy-ete-12"]
    assert (office.name, office.address) == ("Pôle médico-social d’Annecy", "1 rue de l’Essai, Bâtiment B")
    assert (office.postcode, office.town) == ("74000", "Annecy")
    assert (office.phone, office.email, office.web) == ("04 50 00 00 00", "pms@example.org", "https://www.example.org/")
    assert (office.verified, office.source.cited_text, office.reliability) == ("2026-01-31", "data-inclusion", "sure")
    assert office.territory is None
    assert catalogue.offices["dora-2"].reliability == "nom-seul", "there is nothing to reach it by"
    assert files(content) == before, "an upgrade would meet what was taken in"
    assert set(files(beside(content))) == {"guichets-importes.yaml"}


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\U0001f600", "U+1F600 (GRINNING FACE)"),
        ("\ue123", "U+E123 (sans nom)"),
        ("\x9f", "U+009F (sans nom)"),
        ("\0", "U+0000 (sans nom)"),
        ("\ufeff", "U+FEFF (ZERO WIDTH NO-BREAK SPACE)"),
        ("\ud83d", "U+D83D (sans nom)"),
    ],
)
def test_what_paper_cannot_draw_is_shown_as_a_substitute_and_told(content: Path, character: str, name: str) -> None:
    """One such name made every PDF of its commune an error of the site."""
    catalogue, said = taken_in(content, [{**NATIONAL, "nom": f"Pôle {character} d'Annecy"}])
    assert f"national.json, structure 1, « nom » : le caractère {name} ne s’imprime pas." in said
    assert catalogue.offices["dora-pms-annecy-ete-12"].name == "Pôle □ d’Annecy"
    links = content.parent / "liens.csv"
    links.write_text("insee;id\n74010;dora-pms-annecy-ete-12\n", "utf-8")
    assert run(site(content), "importer", links).exit_code == 0
    app = site(content)
    written = {"danger": "non", "demande_enfance": ["argent"], "enfants_a_charge": "moins-de-3-ans", "commune": "74010"}
    answers = read_answers(app.extensions["catalogue"], written)
    page = visitor(app, ("enfance",), answers).get("/fr/resultats/liste.pdf")
    assert page.status_code == 200
    assert "Pôle□d’Annecy" in squeezed(text_of(page.data))


def test_another_import_replaces_those_of_its_role_only(content: Path) -> None:
    taken_in(content, [NATIONAL, OTHER])
    taken_in(content, [{**OTHER, "id": "dora--3"}], "--role", "apa-territoire")
    catalogue, said = taken_in(content, [{**NATIONAL, "nom": "Pôle d’Annecy"}, {**OTHER, "id": "dora--4"}])
    assert "1 guichets ajoutés, 1 repris, 1 retirés." in said
    assert catalogue.roles["pole-medico-social"].offices[-2:] == ("dora-pms-annecy-ete-12", "dora-4")
    assert catalogue.offices["dora-pms-annecy-ete-12"].name == "Pôle d’Annecy"
    assert catalogue.roles["apa-territoire"].offices[-1] == "dora-3"


def test_an_office_that_a_commune_needs_is_not_lost(content: Path, tmp_path: Path) -> None:
    taken_in(content, [NATIONAL])
    (tmp_path / "liens.csv").write_text("insee;id\n74010;dora-pms-annecy-ete-12\n", "utf-8")
    assert run(site(content), "importer", tmp_path / "liens.csv").exit_code == 0
    before = files(beside(content))
    (tmp_path / "autre.json").write_bytes(written([OTHER]))
    result = run(site(content), "importer", tmp_path / "autre.json")
    assert result.exit_code == 1
    assert "rattachements.csv, ligne 2 : le guichet « dora-pms-annecy-ete-12 » n’existe pas." in result.output
    assert files(beside(content)) == before


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'[{"source": "dora",\n "id": "1"', "ligne 2 : le JSON n’est pas lisible, colonne 11. Il manque peut-être une virgule ou un guillemet."),
        ('[{"nom": "Été"}]'.encode("latin-1"), "ligne 1 : le fichier n’est pas en UTF-8."),
        (b"[]", "ligne 1 : le fichier ne contient aucune structure."),
        (b'{"structure": []}', "ligne 1 : il manque la liste « structures ». Vous avez écrit « structure »."),
        (b'{"services": []}', "ligne 1 : il manque la liste « structures »."),
        (b'["PMS"]', "structure 1 : une structure s’écrit entre accolades."),
    ],
)  # fmt: skip
def test_a_file_without_structures_is_refused(refused: Callable[..., list[str]], data: bytes, said: str) -> None:
    assert refused(data) == [f"essai, {said}"]


# Faults that the national format knows too: a structure with one of them does not pass its schema.
ILL_FORMED = [
    ({"nom": None}, "il manque « nom »."),
    ({"nom": None, "noms": "Pôle"}, "il manque « nom ». Vous avez écrit « noms »."),
    ({"nom": "PM"}, "« nom » doit être un texte de 3 à 150 caractères."),
    ({"nom": 12}, "« nom » doit être un texte de 3 à 150 caractères."),
    ({"source": None}, "il manque « source »."),
    ({"id": None}, "il manque « id »."),
    ({"date_maj": None}, "il manque « date_maj »."),
    ({"date_maj": "31/01/2026"}, "« date_maj » doit être une date, comme 2026-01-31."),
    ({"code_postal": "7400"}, "« code_postal » doit être cinq chiffres entre guillemets."),
    ({"code_postal": 74000}, "« code_postal » doit être cinq chiffres entre guillemets."),
    ({"code_insee": "740"}, "« code_insee » doit être un code de cinq caractères entre guillemets."),
    ({"courriel": "pms chez example.org"}, "« courriel » doit être une adresse électronique."),
    ({"site_web": "javascript:alert(1)"}, "« site_web » doit être une adresse qui commence par http:// ou https://."),
    ({"telephone": 450000000}, "« telephone » doit être un texte."),
]
# Faults of a structure that is well formed, or told once it has a name.
OUT_OF_PLACE = [
    ({"code_insee": "73065"}, "elle n’est pas en Haute-Savoie (« 73065 »)."),
    ({"code_insee": None, "code_postal": "73000"}, "elle n’est pas en Haute-Savoie (« 73000 »)."),
    ({"code_insee": None, "code_postal": ""}, "il faut « code_insee » ou « code_postal », pour savoir où elle est."),
    ({"code_insee": "74999"}, "la commune « 74999 » n’existe pas. Un code ne se devine pas : cherchez-le dans communes.csv."),
    ({"code_insee": "74399"}, "la commune « 74399 » n’existe pas. Un code ne se devine pas : cherchez-le dans communes.csv."),
    ({"telephone": "0450335000/0612345678"}, "« telephone » : « 0450335000/0612345678 » a plusieurs numéros. Gardez-en un seul."),
    ({"date_maj": "2099-01-01"}, "« date_maj » est dans le futur ou avant l’an 2000 (2099-01-01)."),
    ({"date_maj": "1999-12-31"}, "« date_maj » est dans le futur ou avant l’an 2000 (1999-12-31)."),
    ({"source": "pms", "id": "evian"}, "l’identifiant « pms-evian » est déjà pris."),
    ({"id": OTHER["id"]}, "l’identifiant « dora-2 » est déjà pris."),
]  # fmt: skip


@pytest.mark.parametrize(("change", "said"), ILL_FORMED)
def test_an_ill_formed_structure_is_refused(
    refused: Callable[..., list[str]], change: dict[str, Any], said: str
) -> None:
    item = {key: value for key, value in {**NATIONAL, **change}.items() if value is not None}
    with pytest.raises(ValidationError):
        Structure.model_validate(item)
    assert refused(written([OTHER, item])) == [f"essai, structure 2 : {said}"]


@pytest.mark.parametrize(("change", "said"), OUT_OF_PLACE)
def test_a_structure_that_is_not_ours_is_refused(
    refused: Callable[..., list[str]], change: dict[str, Any], said: str
) -> None:
    assert refused(written([OTHER, {**NATIONAL, **change}])) == [
        f"essai, structure 2 (Pôle médico-social d'Annecy) : {said}"
    ]


def test_a_service_is_not_a_structure(refused: Callable[..., list[str]]) -> None:
    (said,) = refused(written([{**NATIONAL, "structure_id": "dora--1"}]))
    assert said == "essai, structure 1 : c’est un service. Donnez le fichier des structures."


def test_all_faults_are_told_at_once(refused: Callable[..., list[str]]) -> None:
    assert len(refused(written([{**NATIONAL, "nom": ""}, OTHER, {**NATIONAL, "code_insee": "38185"}]))) == 2


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("pole-medico-sociale", "Vouliez-vous écrire « pole-medico-social » ?"),
        ("mairie-ccas", "le rôle « mairie-ccas » n’admet pas d’import."),
    ],
)
def test_a_role_that_takes_no_import(app: Flask, still: Path, tmp_path: Path, role: str, said: str) -> None:
    (tmp_path / "national.json").write_bytes(written([NATIONAL]))
    before = files(still.parent)
    result = run(app, "importer", tmp_path / "national.json", "--role", role)
    assert result.exit_code == 1
    assert said in result.output
    assert files(still.parent) == before
