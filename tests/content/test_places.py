"""The communes and places of Haute-Savoie, as people name them."""

import csv
from pathlib import Path

import pytest

from engine.case.case import Case
from engine.case.code import read_code, write_code
from engine.content.answers import read_answers, write_answers
from engine.content.catalogue import Catalogue
from engine.content.communes import find_communes, plain
from tests.content.conftest import DAY
from tests.content.shared import CONTENT


def understood(catalogue: Catalogue, typed: str) -> str | None:
    """The one commune that is taken without a question."""
    commune = find_communes(catalogue, typed).one
    return commune.name if commune else None


def proposed(catalogue: Catalogue, typed: str) -> list[tuple[str, str | None]]:
    """What is asked back: each commune, with the place named when it is part of it."""
    found = find_communes(catalogue, typed)
    assert found.one is None
    return [(match.commune.name, match.place) for match in found.matches]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Seynod", "Annecy"),
        ("Cran-Gevrier", "Annecy"),
        ("cran gevrier", "Annecy"),
        ("Meythet", "Annecy"),
        ("Pringy", "Annecy"),
        ("Annecy-le-Vieux", "Annecy"),
        ("74940 Annecy le Vieux", "Annecy"),
        ("Thorens-Glières", "Fillière"),
        ("Thorens", "Fillière"),
        ("Le Petit-Bornand-les-Glières", "Glières-Val-de-Borne"),
        ("Ésery", "Reignier-Ésery"),
        ("Faverges", "Faverges-Seythenex"),
        ("Talloires", "Talloires-Montmin"),
        ("St Nicolas de Véroce", "Saint-Gervais-les-Bains"),
        ("74000 Annecy", "Annecy"),
        ("Annecy 74000", "Annecy"),
        ("Annecy (74)", "Annecy"),
        ("Annecy, Haute-Savoie", "Annecy"),
        ("74000 Annecy Cedex 9", "Annecy"),
        ("٧٤٠٠٠", "Annecy"),
        ("74160 Collonges", "Collonges-sous-Salève"),
        ("74160 St Julien", "Saint-Julien-en-Genevois"),
        ("Evian", "Évian-les-Bains"),
        ("Thonon", "Thonon-les-Bains"),
        ("Chamonix", "Chamonix-Mont-Blanc"),
        ("74190 Chedde", "Passy"),
    ],
)
def test_a_name_that_leaves_no_doubt_is_taken(catalogue: Catalogue, typed: str, name: str) -> None:
    assert understood(catalogue, typed) == name


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Onex", [("Copponex", None)]),
        ("Cran", [("Annecy", "Cran-Gevrier"), ("Cranves-Sales", None)]),
        ("Gland", [("Magland", None)]),
        ("Aix", [("Verchaix", None)]),
        ("Nancy", [("Nancy-sur-Cluses", None)]),
        ("Anecy", [("Annecy", None)]),
        ("Anemasse", [("Annemasse", None)]),
        ("chamonnix", [("Chamonix-Mont-Blanc", None)]),
        ("Collonges", [("Collonges-sous-Salève", None)]),
        ("74100 Annecy", [("Annecy", None)]),
        ("Sion", [("Vallières-sur-Fier", "Sion")]),
        ("Le Petit-Bornand", [("Glières-Val-de-Borne", "Le Petit-Bornand-les-Glières")]),
        ("Chedde", [("Passy", "Chedde")]),
        ("Argentière", [("Chamonix-Mont-Blanc", "Argentière")]),
        ("Avoriaz", [("Morzine", "Avoriaz")]),
        ("Flaine", [("Arâches-la-Frasse", "Flaine"), ("Magland", "Flaine")]),
        ("Le Fayet", [("Passy", "Le Fayet"), ("Saint-Gervais-les-Bains", "Le Fayet")]),
    ],
)
def test_a_name_that_may_be_another_is_asked_back(
    catalogue: Catalogue, typed: str, expected: list[tuple[str, str | None]]
) -> None:
    assert sorted(proposed(catalogue, typed)) == expected


@pytest.mark.parametrize(
    "typed",
    ["Paris", "Lyon", "Genève", "Chambéry", "Grenoble", "Marseille", "Gex", "Aoste", "75001", "75001 Paris", "74"],
)
def test_a_town_elsewhere_is_never_one_of_ours(catalogue: Catalogue, typed: str) -> None:
    assert proposed(catalogue, typed) == []


def test_every_old_place_is_found_and_named(catalogue: Catalogue) -> None:
    table = (Path(CONTENT) / "communes-anciennes.csv").read_text("utf-8").splitlines()
    rows = list(csv.DictReader(table, delimiter=";"))
    assert len(rows) > 50
    for row in rows:
        assert row["insee"] in {commune.insee for commune in find_communes(catalogue, row["nom"]).communes}, row
        assert row["source"].startswith(("decoupage-administratif-", "codes-postaux-", "http")), row


def test_the_absorbed_communes_are_those_of_today(catalogue: Catalogue) -> None:
    """None is a commune of its own any more, save where it gave its name to the whole."""
    names = {plain(commune.name) for commune in catalogue.communes.values()}
    assert not [place.name for place in catalogue.former_places if plain(place.name) in names]


def test_someone_new_in_annecy_says_both_and_both_count(catalogue: Catalogue) -> None:
    """The office is that of Annecy; the condition of residence stays open, as for whoever is new anywhere."""
    sheet = {"demande_autonomie": ["aide-domicile"], "age": "84", "gir": "2", "nationalite": "francaise"}
    cases = {
        place: Case(catalogue, ("autonomie",), read_answers(catalogue, {**sheet, "commune": place}), DAY)
        for place in ("arrivee-recente", "arrivee-recente 74010", "74010")
    }
    new, both, settled = (
        {item.aid.id: item.verdict for item in case.assessments if item.verdict != "non-concerne"}
        for case in cases.values()
    )
    assert both == new != settled
    places = {name: {stop.referral.commune for stop in case.checklist.stops} for name, case in cases.items()}
    assert places["arrivee-recente"] == {None}
    assert places["arrivee-recente 74010"] == places["74010"] == {catalogue.communes["74010"]}


def test_the_code_of_someone_new_in_annecy_brings_both_back(catalogue: Catalogue) -> None:
    answers = read_answers(catalogue, {"commune": "arrivee-recente 74010"})
    _, back = read_code(catalogue, write_code(catalogue, ("autonomie",), answers))
    assert write_answers(back) == {"commune": "arrivee-recente 74010"}
    assert catalogue.place_in(back) == "74010"
