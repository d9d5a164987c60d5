"""Nobody is told to call without a number: each role, from anywhere, ends with a telephone and says how old it is."""

from __future__ import annotations

from collections import Counter

import pytest

from engine.case.directory import Precision, office_for
from engine.content.catalogue import Catalogue
from engine.content.shapes.offices import Office

# Where a pôle stands, that commune is sent to it, not to the Département.
POLES = {
    "74042": "pms-bonneville",
    "74119": "pms-evian",
    "74225": "pms-rumilly",
    "74056": "pms-chamonix",
    "74010": "pms-annecy-balmettes",
}


def everywhere(catalogue: Catalogue) -> list[str | None]:
    """The 279 communes, each answer that is no commune, and nothing."""
    options = catalogue.questions[catalogue.place_question].options
    return [*catalogue.communes, *sorted(options), None]


def test_every_role_has_a_number_from_everywhere(catalogue: Catalogue) -> None:
    places = everywhere(catalogue)
    assert len(places) >= 279 + 4
    silent = Counter(
        role for role in catalogue.roles for place in places if not office_for(catalogue, role, place).phones
    )
    assert silent == {}, "donnez à ce rôle un « repli » que l’on peut appeler"


def test_a_number_goes_with_its_date_unless_it_is_sure(catalogue: Catalogue) -> None:
    offices: list[Office] = [*catalogue.offices.values(), *catalogue.town_halls.values()]
    read = [office for office in offices if office.reading]
    undated = [office.id for office in read if not (office.reading and office.reading.date)]
    assert undated == []
    assert [office.id for office in read if not office.phone] == []
    assert len(read) >= 279


def test_every_commune_has_its_mairie_by_name(catalogue: Catalogue) -> None:
    assert set(catalogue.town_halls) == set(catalogue.communes)
    assert len({office.name for office in catalogue.town_halls.values()}) == len(catalogue.communes)


@pytest.mark.parametrize(("insee", "pole"), POLES.items())
def test_a_commune_where_a_pole_stands_is_sent_there(catalogue: Catalogue, insee: str, pole: str) -> None:
    found = office_for(catalogue, "pole-medico-social", insee)
    assert found.offices[0].id == pole
    assert found.precision is Precision.TOWN


def test_elsewhere_no_pole_is_guessed(catalogue: Catalogue) -> None:
    """The next commune may belong to another pôle: the Département is asked which."""
    found = office_for(catalogue, "pole-medico-social", "74001")
    assert found.precision is Precision.SOME_KNOWN
    assert found.fallback is not None
    assert [office.id for office in found.phones] == ["departement-standard"]


def test_who_has_no_number_sends_to_the_mairie_of_the_commune(catalogue: Catalogue) -> None:
    found = office_for(catalogue, "caf", "74001")
    assert [office.name for office in found.phones] == ["Mairie d’Abondance"]
    assert [office.id for office in office_for(catalogue, "caf", "hors-74").phones] == ["departement-standard"]
