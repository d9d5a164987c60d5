"""Money is told before the papers: no one learns from a notary that the Département takes back what it paid."""

from xml.etree.ElementTree import Element

import pytest
from flask.testing import FlaskClient

from tests.content.people import personas
from tests.web.journeys import Page, Visitor
from tests.web.words import words_of

SIMONE = next(persona for persona in personas() if persona.name.startswith("Simone"))
SHEET = {**SIMONE.sheet, "commune": "Annecy"}
STEPS = {
    "fr": ["Les délais", "L’argent", "Les papiers", "Le service"],
    "en": ["Time limits", "Money", "The papers", "The service"],
}


def result_of_simone(client: FlaskClient, lang: str) -> Page:
    """88 years old, in a care home she can no longer pay for: what the Département pays is an advance."""
    return Visitor(client, lang).play(list(SIMONE.needs), SHEET)


def steps_of(page: Page) -> list[Element]:
    """The items of the numbered list of steps."""
    listed = next(item for item in page.tree.iter("ol") if item.get("class") == "steps")
    return listed.findall("li")


@pytest.mark.parametrize("lang", list(STEPS))
def test_deadlines_come_first_then_money_then_papers(client: FlaskClient, lang: str) -> None:
    found = result_of_simone(client, lang)
    titles = [words_of(step.find("h3")) for step in steps_of(found)]
    assert [title.startswith(start) for title, start in zip(titles, STEPS[lang], strict=True)] == [True] * 4, titles


def test_what_is_taken_back_is_read_without_unfolding_anything(client: FlaskClient) -> None:
    found = result_of_simone(client, "fr")
    money = next(item for item in steps_of(found) if "L’argent" in words_of(item.find("h3")))
    for folded in list(money.iter("details")):
        for parent in money.iter():
            if folded in list(parent):
                parent.remove(folded)
    read = words_of(money)
    assert "Aide sociale à l’hébergement (ASH) en maison de retraite" in read
    assert "succession" in read
    assert "Demandé à la famille" in read
    assert "Reste à payer" in read


def test_the_printed_sheet_says_it_too(client: FlaskClient) -> None:
    visitor = Visitor(client)
    visitor.play(list(SIMONE.needs), SHEET)
    sheet = visitor.go("/fr/resultats/imprimer")
    titles = [words_of(item) for item in sheet.tree.iter("h2")]
    assert [title.split("\u00a0")[0] for title in titles[:3]] == ["Délais", "L’argent", "Papiers à réunir"]
    assert "succession" in words_of(sheet.tree.find("body"))
