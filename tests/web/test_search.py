"""The search by a word: aids, papers and services as people name them, and who answers for what is not here."""

import pytest

from tests.web.checked import CheckedClient
from tests.web.journeys import Page, Visitor


@pytest.fixture
def visitor(client: CheckedClient) -> Visitor:
    return Visitor(client)


def found(page: Page, kind: str) -> list[str]:
    """What is listed."""
    start = f"/fr/{kind}/"
    return [link.removeprefix(start) for link in page.links("list") if link.startswith(start)]


@pytest.mark.parametrize(
    ("typed", "aid"),
    [
        ("montant aspa", "ref-aspa"),
        ("girre", "apa-domicile"),
        ("GIR", "apa-domicile"),
        ("loyers", "fsl-impaye-loyer"),
        ("ELECTRICITE", "fsl-impaye-energie"),
        ("handi", "pch"),
        ("IVG", "ivg-accompagnement"),
        ("avorter", "ivg-accompagnement"),
        ("pilule", "contraception-gratuite"),
        ("vaccin", "vaccination-publique"),
        ("refus de soins", "refus-soins-discriminatoire"),
        ("adoption", "agrement-adoption-suivi"),
        ("adopter", "agrement-adoption"),
        ("sous X", "accouchement-secret"),
        ("fugue", "aed"),
        ("stationement", "cmi-stationnement"),
        ("RSA", "rsa"),
        ("plus de revenu", "rsa"),
        ("mère seule", "rsa-majore"),
        ("trop-perçu RSA", "rsa-remise-dette"),
        ("RSA coupé", "rsa-recours"),
        ("reprendre mon bébé", "reprise-enfant-remis"),
        ("bébé qui pleure", "consultation-puericultrice"),
        ("creche", "recherche-mode-accueil"),
        ("nounou", "recherche-mode-accueil"),
        ("devenir nounou", "agrement-assistant-maternel"),
    ],
)
def test_an_aid_is_found_as_people_type_it(visitor: Visitor, typed: str, aid: str) -> None:
    assert aid in found(visitor.go(f"/fr/aides?q={typed}"), "aides")


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("fugue", "119"),
        ("mon fils a fugué", "119"),
        ("carte Vitale", "cpam"),
    ],
)
def test_what_is_not_here_says_who_answers(visitor: Visitor, typed: str, role: str) -> None:
    assert f"/fr/services/{role}" in visitor.go(f"/fr/aides?q={typed}").links("note")


def test_a_piece_of_a_word_finds_nothing(visitor: Visitor) -> None:
    assert "caisse-retraite" not in found(visitor.go("/fr/services?q=RSA"), "services")
    page = visitor.go("/fr/aides?q=zzzz")
    assert found(page, "aides") == []
    assert "/fr/situations" in page.links()


def test_nothing_is_said_of_elsewhere_where_nothing_is_sought(visitor: Visitor) -> None:
    assert visitor.go("/fr/aides").links("note") == []
    assert visitor.go("/fr/aides?q=loyer").links("note") == []


def test_papers_and_services_are_found_so_too(visitor: Visitor) -> None:
    assert "piece-identite" in found(visitor.go("/fr/pieces?q=identité"), "pieces")
    assert "piece-identite" in found(visitor.go("/fr/pieces?q=pieces identite"), "pieces")
    assert "centre-sante-sexuelle" in found(visitor.go("/fr/services?q=contraception"), "services")
    assert "mdph" in found(visitor.go("/fr/services?q=handicapés"), "services")


def test_the_home_page_searches_aids(visitor: Visitor) -> None:
    page = visitor.go("/fr/")
    [form] = [item for item in page.tree.iter("form") if item.get("role") == "search"]
    assert form.get("action") == "/fr/aides"
    assert page.form_of(form).texts == ["q"]
