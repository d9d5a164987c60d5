"""The names of the communes, offered by the browser itself in each commune field: no script is needed."""

import gzip
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import HERE
from engine.content.catalogue import Catalogue
from engine.content.communes import find_communes
from tests.load.weights import FIRST_VISIT
from tests.web.journeys import Visitor

SERVICE = "/fr/services/pole-medico-social"


@pytest.fixture
def visitor(client: FlaskClient) -> Visitor:
    visitor = Visitor(client)
    visitor.reach("commune", ["autonomie"])
    return visitor


@pytest.mark.parametrize(("address", "field"), [("/fr/questions/commune", "answer"), (SERVICE, "commune")])
def test_all_names_are_offered(visitor: Visitor, catalogue: Catalogue, address: str, field: str) -> None:
    root = visitor.go(address).tree
    (typed,) = [item for item in root.iter("input") if item.get("name") == field]
    (offered,) = [item for item in root.iter("datalist") if item.get("id") == typed.get("list")]
    names = ["".join(option.itertext()) for option in offered]
    assert names == [commune.name for commune in catalogue.communes.values()]
    assert offered.get("lang") == "fr"


def test_each_name_offered_is_understood(catalogue: Catalogue) -> None:
    for commune in catalogue.communes.values():
        assert find_communes(catalogue, commune.name).one == commune


def test_a_service_that_is_the_same_everywhere_asks_for_no_commune(client: FlaskClient) -> None:
    assert b"<datalist" not in client.get("/fr/services/hotel-departement").data


@pytest.mark.parametrize("address", ["/fr/questions/commune", SERVICE])
def test_the_page_still_fits_in_one_round_trip(visitor: Visitor, address: str) -> None:
    """With its stylesheet, as for someone who comes straight to it."""
    page = gzip.compress(visitor.go(address).response.data, 6)
    assert len(page) + len(gzip.compress((Path(HERE) / "static/style.css").read_bytes(), 9)) <= FIRST_VISIT
