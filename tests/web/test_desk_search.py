"""One box at the desk, without scripts too: an aid, an amount, a question by its number, a code."""

import pytest
from flask.testing import FlaskClient

from engine.case.code import write_code
from engine.content.catalogue import Catalogue
from tests.web.journeys import Page
from tests.web.words import words_of

DESK = "/fr/poste-accueil"


def found(client: FlaskClient, typed: str) -> str:
    page = Page(client.post(DESK, data={"besoins": ["autonomie"], "cherche": typed}))
    [section] = [item for item in page.tree.iter("section") if item.get("id") == "found"]
    return words_of(section).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("montant ASPA", "Minimum vieillesse (ASPA), par mois, personne seule"),
        ("carte de stationnement", "Carte stationnement (CMI)"),
        ("1", "Danger maintenant"),
        ("zzzz", "Rien pour ces mots."),
        ("99", "Rien pour ces mots."),
        ("0", "Rien pour ces mots."),
    ],
)
def test_what_is_looked_for_is_found(client: FlaskClient, typed: str, shown: str) -> None:
    assert shown in found(client, typed)


def test_an_amount_is_that_of_the_day(client: FlaskClient) -> None:
    assert "€" in found(client, "montant AAH")


def test_a_code_brings_the_case_back(client: FlaskClient, catalogue: Catalogue) -> None:
    answers = {
        "danger": frozenset({"non"}), "pour_qui": "mere", "demande_autonomie": frozenset({"aide-domicile"}), "age": 84,
        "commune": "74281", "nationalite": None,
    }  # fmt: skip
    code = write_code(catalogue, ["autonomie"], answers)
    page = Page(client.post(DESK, data={"besoins": ["logement"], "age": "30", "cherche": code.lower()}))
    fields = {item.get("id"): item for item in page.tree.iter("input")}
    assert fields["age"].get("value") == "84"
    assert fields["commune"].get("value") == "Thonon-les-Bains"
    for ticked in ("besoins-autonomie", "pour_qui-mere", "demande_autonomie-aide-domicile", "nationalite-nsp"):
        assert fields[ticked].get("checked") is not None, ticked
    assert fields["besoins-logement"].get("checked") is None
    assert fields["cherche"].get("value") == ""
    assert "Set-Cookie" not in page.response.headers
