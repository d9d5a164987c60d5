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
FILLED = Path(__file__).with_name("deploiement.yaml")


def read(path: Path) -> Deployment:
    found = read_deployment({VARIABLE: str(path)})
    assert found
    return found


def plain(error: object) -> str:
    return str(error).replace("\u00a0", " ")


def test_a_file_that_is_filled_in_is_read() -> None:
    found = read(FILLED)
    assert found.desk.name == "Pôle médico-social de la Vallée"
    assert found.desk.idle == 12


def test_the_example_is_refused_with_each_line_to_replace() -> None:
    """Its invented names would be read by the public."""
    with pytest.raises(ContentError) as raised:
        read(EXAMPLE)
    rows = EXAMPLE.read_text("utf-8").splitlines()
    invented = [
        number
        for number, row in enumerate(rows, 1)
        if not row.lstrip().startswith("#") and row.partition(":")[2].strip() and "inactivite" not in row
    ]
    assert [problem.line for problem in raised.value.problems] == invented
    said = plain(raised.value)
    assert f"{EXAMPLE}, ligne 11 : « 00 00 00 00 00 » vient de l’exemple : remplacez-le." in said


@pytest.mark.parametrize(
    ("real", "left"),
    [
        ("1, rue de la Paix, 74000 Annecy", "1, rue de l'Exemple, 74000 Annecy"),
        ("contact@vallee.fr", "contact@exemple.invalid"),
        ("04 50 00 00 01", "00.00.00.00.00"),
        ("04 50 00 00 01", "0000000000"),
    ],
)
def test_one_line_left_from_the_example_is_enough(tmp_path: Path, real: str, left: str) -> None:
    text = FILLED.read_text("utf-8")
    assert text.count(real) == 1
    (tmp_path / "deploiement.yaml").write_text(text.replace(real, left), "utf-8")
    with pytest.raises(ContentError) as raised:
        read(tmp_path / "deploiement.yaml")
    [problem] = raised.value.problems
    assert f"« {left} » vient de l’exemple" in plain(problem)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = FILLED.read_text("utf-8")
    for old, new in [
        ("  contact: contact@vallee.fr\n", ""),
        ("  nom: Hébergeur des Alpes", "  nom:"),
        ("dpo@vallee.fr", "dpo@exemple.invalid"),
        ('"12"', '"90"'),
        ("  adresse: 3,", "  adrese: 3,"),
    ]:
        text = text.replace(old, new)
    faulty = tmp_path / "deploiement.yaml"
    faulty.write_text(text, "utf-8")
    with pytest.raises(ContentError) as raised:
        read(faulty)
    told = [plain(problem).removeprefix(f"{faulty}, ") for problem in raised.value.problems]
    assert [line.partition(" (")[0] for line in told] == [
        "ligne 2 : il manque la clé « contact ».",
        "ligne 7 : le texte est vide.",
        "ligne 10 : « dpo@exemple.invalid » vient de l’exemple : remplacez-le.",
        "ligne 14 : la clé « adrese » n’existe pas ici. Vouliez-vous écrire « adresse » ?",
        "ligne 15 : la valeur n’a pas la bonne forme",
    ]


def test_without_a_file_there_is_none() -> None:
    assert read_deployment({}) is None
    assert read_deployment({VARIABLE: ""}) is None


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("accueil:", "acceuil:", 12, "la clé « acceuil » n’existe pas ici. Vouliez-vous écrire « accueil » ?"),
        ('  inactivite_minutes: "12"', '  inactivite_minutes: "90"', 16, "la valeur n’a pas la bonne forme"),
        ('  telephone: "04 50 00 00 01"\ndelegue', "delegue", 7, "il manque la clé « telephone »."),
        ("  nom: Hébergeur des Alpes", "  nom:", 8, "le texte est vide."),
    ],
)
def test_a_fault_is_named_with_its_file_and_line(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    text = FILLED.read_text("utf-8")
    assert text.count(old) == 1
    faulty = tmp_path / "deploiement.yaml"
    faulty.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(ContentError) as raised:
        read(faulty)
    [problem] = raised.value.problems
    assert f"deploiement.yaml, ligne {line} : {message}" in str(problem)


def test_a_folder_in_its_place_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"ligne 1 : le fichier ne peut pas être lu \(Is a directory\)"):
        read(tmp_path)


def test_a_file_that_is_not_there_stops_the_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "rien.yaml"))
    with pytest.raises(SystemExit, match=r"rien\.yaml"):
        create_app(Settings(local=True, keys=(Fernet.generate_key(),), hosts=("localhost",)))


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Flask:
    with monkeypatch.context() as environment:
        environment.setenv(VARIABLE, str(FILLED))
        site = create_app(Settings(local=True, keys=(Fernet.generate_key(),), hosts=("localhost",)))
    site.test_client_class = CheckedClient
    return site


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_pages_that_the_law_asks_for_name_them(installed: Flask, make_app: Callable[..., Flask], lang: str) -> None:
    def said(site: Flask, path: str) -> str:
        return words_of(parse(site.test_client().get(f"/{lang}/{path}").text).find("body"))

    named, unnamed = installed, make_app()
    assert "Hébergeur des Alpes" in said(named, "mentions-legales")
    assert "Claude Martin, présidence" in said(named, "mentions-legales")
    assert "dpo@vallee.fr" in said(named, "donnees-personnelles")
    assert "Pôle médico-social de la Vallée" in said(named, "poste-accueil")
    assert "vallee.fr" not in said(unnamed, "mentions-legales") + said(unnamed, "donnees-personnelles")
