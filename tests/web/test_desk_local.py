"""The desk of one installation: its office until a commune tells of another, and its counts of the day."""

from collections.abc import Callable
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from flask import Flask

from app import create_app
from tests.web.checked import CheckedClient
from tests.web.page import parse
from tests.web.words import words_of
from web.deployment import VARIABLE
from web.pages.desk_counts import DayCounts
from web.settings import Settings

DESK = "/fr/poste-accueil"
FILLED = Path(__file__).with_name("deploiement.yaml")
DAY = date(2026, 11, 30)


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Flask]:
    """The site with these lines more under « accueil »."""

    def installed(more: str) -> Flask:
        (tmp_path / "deploiement.yaml").write_text(FILLED.read_text("utf-8") + more, "utf-8")
        with monkeypatch.context() as environment:
            environment.setenv(VARIABLE, str(tmp_path / "deploiement.yaml"))
            site = create_app(Settings(local=True, keys=(Fernet.generate_key(),), hosts=("localhost",)))
        site.test_client_class = CheckedClient
        return site

    return installed


def place(site: Flask, **data: str) -> str:
    page = parse(site.test_client().post(DESK, data={"besoins": "logement", "danger": "non", **data}).text)
    return next(words_of(item) for item in page.iter("dd") if item.get("id") == "place").replace("\u00a0", " ")


def test_the_office_of_the_desk_is_named_until_a_commune_tells_of_another(install: Callable[[str], Flask]) -> None:
    site = install("  guichet: pms-annecy-balmettes\n")
    asked = {"demande_logement": "impaye-loyer"}
    here = place(site, **asked)
    assert here.startswith("Pôle médico-social des Balmettes, ")
    assert "04 50 00 00 02" in here
    assert "à vérifier" not in here, "whoever sits there knows its telephone"
    assert "Balmettes" not in place(site, **asked, commune="Thonon-les-Bains")
    assert "Balmettes" not in place(install(""), **asked)


def test_an_office_that_is_not_in_the_directory_stops_the_start(install: Callable[[str], Flask]) -> None:
    with pytest.raises(
        SystemExit, match=r"le guichet « pms-annecy-balmette » n’existe pas\..*« pms-annecy-balmettes »"
    ):
        install("  guichet: pms-annecy-balmette\n")


def test_people_are_counted_once_for_each_need(install: Callable[[str], Flask]) -> None:
    client = install("  compter: oui\n").test_client()
    page = parse(client.post(DESK, data={"besoins": ["autonomie"]}).text)
    counted = [item.get("value", "") for item in page.iter("input") if item.get("name") == "vue.compte"]
    assert counted == ["autonomie"]
    client.post(DESK, data={"besoins": ["autonomie"], "age": "84", "vue.compte": counted})
    shown = words_of(parse(client.post(DESK, data={"besoins": ["autonomie", "logement"], "vue.compte": counted}).text))
    assert "L’âge ou le handicap 1" in shown
    assert "Le logement 1" in shown
    assert "Le logement 1" in words_of(parse(client.get(DESK).text)), "an empty desk counts nobody"


def test_nothing_is_counted_unless_the_host_asks_for_it(install: Callable[[str], Flask]) -> None:
    site = install("")
    assert site.extensions["day_counts"] is None
    page = site.test_client().post(DESK, data={"besoins": ["autonomie"]}).text
    assert "Aujourd’hui" not in page
    assert "vue.compte" not in page


def test_a_new_day_begins_at_zero() -> None:
    counts = DayCounts(["logement", "autonomie"])
    counts.add(DAY, ["logement", "inconnu"])
    counts.add(DAY, ["logement", "autonomie"])
    assert counts.of(DAY) == {"logement": 2, "autonomie": 1}
    assert counts.of(DAY.replace(month=12, day=1)) == {"logement": 0, "autonomie": 0}


def test_the_processes_of_an_instance_count_together() -> None:
    counts, forks = DayCounts(["logement"]), get_context("fork")
    children = [forks.Process(target=counts.add, args=(DAY, ["logement"])) for _ in range(3)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert counts.of(DAY) == {"logement": 3}
