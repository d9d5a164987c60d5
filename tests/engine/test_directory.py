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
        # that one has no telephone: someone who has is named too
        ("maison", "74002", Precision.TERRITORY, ["maison-sud"], "siege"),
        # the texts do not give the territory, but one stands in that very town
        ("maison", "74003", Precision.TOWN, ["maison-lac"], None),
        # nothing leads to one of them: all, and someone to ask
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
    silent = OFFICES.replace(
        'commune: Nordville, telephone: "0450000001", fiabilite: sure', "commune: Nordville, fiabilite: nom-seul"
    )
    found = office_for(load(tmp_path, {"guichets.yaml": silent}), "maison", "74001")
    assert (found.precision, [office.id for office in found.offices]) == (Precision.TERRITORY, ["maison-nord"])
    assert found.fallback is not None
    assert found.fallback.role.id == "siege"


def test_communes_for_which_no_single_office_is_known(catalogue: Catalogue) -> None:
    missing = missing_by_commune(catalogue, ["mairie", "maison", "siege"])
    assert missing == {"74001": [], "74002": [], "74003": [], "74004": [], "74005": ["maison"]}


RING = """
  - {id: unite, nom: Unité, explication: a, demander: b, niveau: territoire, guichets: [maison-sud], repli: bureau}
  - {id: bureau, nom: Bureau, explication: a, demander: b, niveau: departement, guichets: [muet], repli: mairie}
  - {id: centrale, nom: Centrale, explication: a, demander: b, niveau: national, guichets: [muet]}
guichets:"""
HALLS = """insee;nom;telephone;courriel;source;date
74001;Mairie de Nordville;04 50 00 00 11;;loi;2019-09
"""


def test_the_line_of_fallbacks_is_followed_to_someone_who_can_be_called(tmp_path: Path) -> None:
    """An office without telephone, then another, then the mairie of the commune, by its name."""
    files = {"guichets.yaml": OFFICES.replace("\nguichets:", RING), "mairies.csv": HALLS}
    catalogue = load(tmp_path, files)
    found = office_for(catalogue, "unite", "74001")
    assert [office.name for office in found.phones] == ["Mairie de Nordville"]
    assert found.fallback is not None
    assert (found.fallback.role.id, found.fallback.precision) == ("mairie", Precision.COMMUNE)
    assert office_for(catalogue, "centrale", "74001").phones == ()


def test_a_mairie_is_that_of_the_commune_with_its_number_and_date(tmp_path: Path) -> None:
    found = office_for(load(tmp_path, {"mairies.csv": HALLS}), "mairie", "74001")
    [office] = found.offices
    assert (office.name, office.phone) == ("Mairie de Nordville", "04 50 00 00 11")
    assert office.reading is not None
    assert office.reading.date == "2019-09"


def test_several_offices_that_all_answer_need_nobody_else(tmp_path: Path) -> None:
    told = OFFICES.replace("commune: Sudville, ", 'commune: Sudville, telephone: "0450000002", ')
    found = office_for(load(tmp_path, {"guichets.yaml": told}), "maison", "74005")
    assert (found.precision, found.fallback, len(found.phones)) == (Precision.ONE_OF, None, 3)
