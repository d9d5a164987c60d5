"""Money is told with the aid, before the papers: no one learns from a notary what the Département takes back."""

from xml.etree.ElementTree import Element

import pytest
from flask.testing import FlaskClient

from tests.content.people import personas
from tests.web.journeys import Page, Visitor
from tests.web.words import words_of

SIMONE = next(persona for persona in personas() if persona.name.startswith("Simone"))
SHEET = {**SIMONE.sheet, "commune": "Annecy"}
PARTS = {
    "fr": ["Les aides", "À réunir", "Où aller", "Et ensuite"],
    "en": ["The aids", "To gather", "Where to go", "And then"],
}


def result_of_simone(client: FlaskClient, lang: str = "fr") -> Page:
    """88 years old, in a care home she can no longer pay for: what the Département pays is an advance."""
    return Visitor(client, lang).play(list(SIMONE.needs), SHEET)


def unfolded(tree: Element) -> Element:
    """What is read without unfolding anything."""
    for parent in list(tree.iter()):
        for folded in parent.findall("details"):
            parent.remove(folded)
    return tree


@pytest.mark.parametrize("lang", list(PARTS))
def test_aids_come_first_then_papers_the_place_and_what_follows(client: FlaskClient, lang: str) -> None:
    found = result_of_simone(client, lang)
    assert [words_of(item) for item in unfolded(found.tree).iter("h2")] == PARTS[lang]


def test_what_the_first_aid_costs_is_read_without_unfolding_anything(client: FlaskClient) -> None:
    found = result_of_simone(client)
    [first] = [item for item in unfolded(found.tree).iter("article") if item.get("class") == "card top"]
    assert "L’argent" in words_of(first)
    assert "succession" in words_of(first)


def test_each_other_aid_tells_its_money_on_its_page(client: FlaskClient) -> None:
    visitor = Visitor(client)
    visitor.play(list(SIMONE.needs), SHEET)
    page = visitor.go("/fr/resultats/ash-pa")
    titles = [words_of(item) for item in page.tree.iter("h2")]
    assert {
        "Ce qui reste à payer",
        "Ce qui peut être repris plus tard",
        "Ce qui peut être demandé à la famille",
    } <= set(titles)
    assert "succession" in words_of(page.tree)


def test_an_aid_that_is_not_in_the_result_has_no_such_page(client: FlaskClient) -> None:
    visitor = Visitor(client)
    visitor.play(list(SIMONE.needs), SHEET)
    assert [visitor.go(f"/fr/resultats/{name}").status for name in ("fsl-cautionnement", "rien")] == [404, 404]


def test_the_printed_sheet_says_it_too(client: FlaskClient) -> None:
    visitor = Visitor(client)
    visitor.play(list(SIMONE.needs), SHEET)
    sheet = visitor.go("/fr/resultats/imprimer")
    titles = [words_of(item) for item in sheet.tree.iter("h2")]
    assert titles[:3] == ["1. Ce qu’il faut demander", "2. Ce qu’il faut apporter", "3. Où aller, qui appeler"]
    assert "L’argent\u00a0: à savoir avant de demander" in titles
    assert "succession" in words_of(sheet.tree.find("body"))
