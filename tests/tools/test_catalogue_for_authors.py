"""What an author sees of `catalogue verifier` and `catalogue montrer`."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from engine.content.catalogue_loader import load_catalogue
from tests.engine import small
from tests.tools.commands import site


def run(app: Flask, *arguments: str) -> Result:
    return app.test_cli_runner().invoke(args=["catalogue", *arguments])


def test_the_real_content_holds(app: Flask) -> None:
    result = run(app, "verifier")
    assert result.exit_code == 0, result.output


def test_an_example_that_does_not_hold_is_told_and_fails(tmp_path: Path) -> None:
    example = "exemples: [{titre: Trop jeune, avec: {souhait: [toit], age: '17', locataire: oui}, alors: probable}]"
    small.load(tmp_path, {"aides/1/toit.yaml": f"{small.HOME.rstrip()}\n{example}\n"})
    result = run(site(tmp_path), "verifier")
    assert result.exit_code == 1
    line = small.HOME.count("\n") + 1
    told = "exemple « Trop jeune » : attendu probable, trouvé peu-probable ; ce qui décide : « Majeur. »."
    assert result.output.splitlines() == [
        f"aides/1/toit.yaml, ligne {line} : {told}",
        "Error: 1 chose(s) à corriger.",
    ]


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    folder = tmp_path_factory.mktemp("small")
    example = "\nexemples: [{titre: Jeune, avec: {souhait: [toit], age: '17'}, alors: peu-probable, car: age >= 18}]\n"
    small.load(folder, {"aides/1/toit.yaml": small.HOME.rstrip() + example})
    return site(folder)


SHOWN = """Un toit   (toit)
  aide, logis, La loi, lignes 10-20
  questionnaires/aides/1/toit.yaml, ligne 2

Qui la cherche
  si: souhait has "toit"
    souhait has "toit"   ← Besoin : « Un toit »

Conditions, toutes à la fois
  1. Majeur.
     national, La loi, lignes 11
     si: age >= 18
       age >= 18   ← Âge : 18
  2. Locataire.
     national, La loi, lignes 12
     si: locataire
       locataire   ← Locataire : oui

Questions, dans l’ordre où elles sont posées
  1. danger : Un danger ?
  2. souhait : Quel besoin ?
  3. age : Quel âge ?
  4. locataire : Locataire ?
  5. bail : Le bail ?   (si locataire)
  6. lieu : Où ?

Papiers
  toujours : Une carte d’identité   (identite)
  si bail == "signe" : Le contrat   (contrat)

Délais
  toujours : Deux mois pour contester.
  si bail == "signe" : Avant la fin du bail.
  toujours : Réponse en un mois.

Argent, étapes et recours
  toujours : Repris sur la succession.
  si bail == "signe" : Repris sur le bail.

Où aller
  déposer : Maison   (maison)
  se renseigner : Siège   (siege)

Postes
  toit-meubles : Des meubles

Exemples
  peu-probable, à cause de « age >= 18 » : Jeune
"""


def test_an_aid_is_shown_as_the_site_understands_it(small_site: Flask) -> None:
    result = run(small_site, "montrer", "toit")
    assert result.exit_code == 0
    assert result.output == SHOWN


def test_a_sub_form_is_shown_with_what_it_inherits(small_site: Flask) -> None:
    said = run(small_site, "montrer", "toit-meubles").output
    assert "poste de toit" in said
    assert "national, La loi, lignes 11, de l’aide entière" in said
    assert "revenus <= bareme.plafond   ← Revenus : Plafond" in said
    assert "  7. revenus : Quels revenus ?" in said


def test_shared_and_negated_rules_are_shown(small_site: Flask) -> None:
    said = run(small_site, "montrer", "carte").output
    assert "local, La loi, lignes 61, d’une règle commune" in said
    assert "l’un suffit :\n         not locataire   ← Locataire : non\n         inconnu : " in said
    assert 'lieu != "hors-74"   ← Lieu : ni « Ailleurs »' in said


def test_an_aid_that_does_not_exist_gets_the_nearest_spelling(small_site: Flask) -> None:
    result = run(small_site, "montrer", "toits")
    assert result.exit_code == 1
    assert result.output == "Error: l’aide « toits » n’existe pas. Vouliez-vous écrire « toit » ?\n"


def test_every_aid_of_the_real_content_can_be_shown() -> None:
    """One run of the command would read the content each time: the lines alone, of the whole content."""
    from tools.show_aid import shown

    catalogue = load_catalogue(Path(__file__).parents[2] / "questionnaires")
    for aid in catalogue.aids.values():
        assert len(list(shown(catalogue, aid))) > 10, aid.id
