"""From a role and a commune to an office, and how precise the answer is."""

from pathlib import Path

import pytest

from engine.case.directory import Precision, missing_by_commune, office_for
from engine.content.catalogue import Catalogue
from tests.engine.small import OFFICES, load

ALL_HOUSES = ["maison-nord", "maison-sud", "maison-lac"]


@pytest.mark.parametrize(
    ("role", "place", "precision", "offices", "fallback"),
    [
        # the commune's own service: its name is known once the commune is
        ("mairie", "74001", Precision.COMMUNE, [], None),
        ("mairie", None, Precision.NAME_ONLY, [], None),
        ("mairie", "sans-domicile", Precision.NAME_ONLY, [], None),
        # one house for each territory; the pôle of the table goes first
        ("maison", "74004", Precision.PMS, ["maison-lac"], None),
        ("maison", "74001", Precision.TERRITORY, ["maison-nord"], None),
        ("maison", "74002", Precision.TERRITORY, ["maison-sud"], None),
        # the texts do not give the territory: all of them, the one in that town first, and someone to ask
        ("maison", "74003", Precision.ONE_OF, ["maison-lac", "maison-nord", "maison-sud"], "siege"),
        ("maison", "74005", Precision.ONE_OF, ALL_HOUSES, "siege"),
        ("maison", None, Precision.ONE_OF, ALL_HOUSES, "siege"),
        ("maison", "hors-74", Precision.ONE_OF, ALL_HOUSES, "siege"),
        # no office is known at all
        ("ombre", "74001", Precision.NAME_ONLY, [], "siege"),
        ("muet", "74001", Precision.NAME_ONLY, ["muet"], "siege"),
        # the same everywhere
        ("siege", "74001", Precision.DEPARTMENT, ["siege"], None),
        ("siege", None, Precision.DEPARTMENT, ["siege"], None),
        ("ecoute", None, Precision.NATIONAL, ["ecoute"], None),
    ],
)
def test_the_nearest_office_that_is_sure(
    catalogue: Catalogue, role: str, place: str | None, precision: Precision, offices: list[str], fallback: str | None
) -> None:
    found = office_for(catalogue, role, place)
    assert found.precision is precision
    assert [office.id for office in found.offices] == offices
    assert (found.fallback.role.id if found.fallback else None) == fallback
    assert found.commune == catalogue.communes.get(place or "")


def test_the_right_office_without_any_contact_has_someone_to_ask(tmp_path: Path) -> None:
    silent = OFFICES.replace("commune: Nordville, fiabilite: sure", "commune: Nordville, fiabilite: nom-seul")
    found = office_for(load(tmp_path, {"guichets.yaml": silent}), "maison", "74001")
    assert (found.precision, [office.id for office in found.offices]) == (Precision.TERRITORY, ["maison-nord"])
    assert found.fallback is not None
    assert found.fallback.role.id == "siege"


def test_communes_for_which_no_single_office_is_known(catalogue: Catalogue) -> None:
    missing = missing_by_commune(catalogue, ["mairie", "maison", "siege"])
    assert missing == {"74001": [], "74002": [], "74003": ["maison"], "74004": [], "74005": ["maison"]}
