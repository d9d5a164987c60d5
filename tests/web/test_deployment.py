"""One installation names its publisher, host and desk, or the site says plainly that none is named; never half of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from flask import Flask

from app import HERE, create_app
from engine.content.problems import ContentError
from tests.web.checked import CheckedClient
from tests.web.page import parse
from tests.web.words import words_of
from web.deployment import VARIABLE, Deployment, read_deployment
from web.settings import Settings

EXAMPLE = HERE / "deploiement.exemple.yaml"


def read(path: Path) -> Deployment:
    found = read_deployment({VARIABLE: str(path)})
    assert found
    return found


def test_the_example_is_complete() -> None:
    found = read(EXAMPLE)
    assert found.desk.name == "Pôle médico-social d’Exemple"
    assert found.desk.idle == 10


def test_without_a_file_there_is_none() -> None:
    assert read_deployment({}) is None
    assert read_deployment({VARIABLE: ""}) is None


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("accueil:", "acceuil:", 13, "la clé « acceuil » n’existe pas ici. Vouliez-vous écrire « accueil » ?"),
        ('  inactivite_minutes: "10"', '  inactivite_minutes: "90"', 18, "la valeur n’a pas la bonne forme"),
        ('  telephone: "00 00 00 00 00"\ndelegue', "delegue", 8, "il manque la clé « telephone »."),
        ("  nom: Nom de l’hébergeur", "  nom:", 9, "le texte est vide."),
    ],
)
def test_a_fault_is_named_with_its_file_and_line(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    text = EXAMPLE.read_text("utf-8")
    assert text.count(old) == 1
    faulty = tmp_path / "deploiement.yaml"
    faulty.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(ContentError) as raised:
        read(faulty)
    assert f"deploiement.yaml, ligne {line} : {message}" in str(raised.value)


def test_a_file_that_is_not_there_stops_the_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "rien.yaml"))
    with pytest.raises(SystemExit, match=r"rien\.yaml"):
        create_app(Settings(local=True, keys=(Fernet.generate_key(),), hosts=("localhost",)))


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Flask:
    with monkeypatch.context() as environment:
        environment.setenv(VARIABLE, str(EXAMPLE))
        site = create_app(Settings(local=True, keys=(Fernet.generate_key(),), hosts=("localhost",)))
    site.test_client_class = CheckedClient
    return site


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_pages_that_the_law_asks_for_name_them(installed: Flask, make_app: Callable[..., Flask], lang: str) -> None:
    def said(site: Flask, path: str) -> str:
        return words_of(parse(site.test_client().get(f"/{lang}/{path}").text).find("body"))

    named, unnamed = installed, make_app()
    assert "Nom de l’hébergeur" in said(named, "mentions-legales")
    assert "Prénom Nom, fonction" in said(named, "mentions-legales")
    assert "dpo@exemple.invalid" in said(named, "donnees-personnelles")
    assert "Pôle médico-social d’Exemple" in said(named, "poste-accueil")
    assert "exemple.invalid" not in said(unnamed, "mentions-legales") + said(unnamed, "donnees-personnelles")
