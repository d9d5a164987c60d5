"""What public lists say is in the project whole: with its date, its source, how sure it is, and the office it is about."""

from collections import Counter

from engine.content.catalogue import Catalogue
from tools.role_addresses import is_of_a_service

# In force since then: an older number never takes the place of one that it gives.
SEED = "2023"


def test_every_contact_that_was_found_is_here(catalogue: Catalogue) -> None:
    assert len(catalogue.findings) == 430
    assert [finding for finding in catalogue.findings if not (finding.source and finding.certainty)] == []
    undated = [finding.name for finding in catalogue.findings if not finding.date]
    assert undated == ["CCAS d’Annemasse", "Cap emploi Savoie Haute-Savoie"]


def test_each_mairie_is_joined_to_its_commune_with_a_number(catalogue: Catalogue) -> None:
    """Nine are of communes that are part of another today: they are joined to that one."""
    found = [finding for finding in catalogue.findings if finding.kind == "mairie"]
    assert len(found) == 288
    assert {finding.office for finding in found if finding.phone} == {
        office.id for office in catalogue.town_halls.values()
    }


def test_the_offices_that_were_asked_for_are_joined(catalogue: Catalogue) -> None:
    joined = Counter(finding.office for finding in catalogue.findings if finding.office)
    offices = {
        office
        for role in ("mission-locale", "france-services", "maison-justice-droit", "aide-victimes", "cidff", "eth")
        for office in catalogue.roles[role].offices
    }
    assert {office for office in offices if not joined[office]} == set()
    assert joined["mdph74"] == 4


def test_an_old_number_is_shown_as_such(catalogue: Catalogue) -> None:
    """What only an old list gives bears the date of that list; none of it passes for sure."""
    for finding in catalogue.findings:
        office = catalogue.offices.get(finding.office)
        if office and office.phone and office.phone == finding.phone and finding.date < SEED and office.reading:
            assert office.reading.date == finding.date or office.told < SEED, office.id
    listed = [office for office in catalogue.offices.values() if office.source.lines is None and office.reading]
    assert {office.reliability for office in listed} == {"ancienne"}


def test_no_address_of_a_person_is_kept(catalogue: Catalogue) -> None:
    mails = [finding for finding in catalogue.findings if finding.email]
    assert len(mails) > 350
    assert [finding.email for finding in mails if not is_of_a_service(finding.email, finding.name, finding.town)] == []


def test_no_code_of_the_past_is_missing(catalogue: Catalogue) -> None:
    """Each code of a commune in a list of 2019 is one of today, or is known as one of the past."""
    old = {place.code for place in catalogue.former_places if place.code}
    assert len(old) == 36
    assert {finding.insee for finding in catalogue.findings if finding.insee.startswith("74")} <= {
        *catalogue.communes,
        *old,
    }
