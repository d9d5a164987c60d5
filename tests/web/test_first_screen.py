"""Whoever has only the first screen knows what to ask for, how many papers to bring, and where to go."""

import re

import pytest
from flask.testing import FlaskClient

from engine.case.plan import Plan
from engine.content.catalogue import Catalogue
from tests.content.people import Persona, personas, play
from tests.sampled import cases
from tests.web.journeys import Page, Visitor
from tests.web.words import words_of

PAPERS = {"fr": r"(\d+) papiers?|(Aucun) papier", "en": r"(\d+) papers?|(No) papers?"}
NAMES = (
    "Marcel",
    "Simone",
    "Sonia",
    "Julie",
    "Yann",
    "Karim, son bail",
    "Germaine",
    "Christine",
    "Claire",
    "Paul conteste",
)
PEOPLE = [persona for persona in personas() if persona.name.startswith(NAMES)]


def first_lines(page: Page) -> list[tuple[str, str]]:
    """Headings and links of the page, in the order in which a reader comes to them, up to the first part."""
    told = []
    for item in page.tree.find("body").find("main").iter():
        if item.tag in ("h1", "h2", "a"):
            told.append((item.tag, words_of(item)))
        if item.get("id") == "aides":
            break
    return told


@pytest.mark.parametrize("lang", list(PAPERS))
@pytest.mark.parametrize("persona", cases(PEOPLE, [persona.name for persona in PEOPLE], most=5))
def test_what_how_many_and_where(client: FlaskClient, catalogue: Catalogue, persona: Persona, lang: str) -> None:
    page = Visitor(client, lang).play(list(persona.needs), {**persona.sheet, **_typed(catalogue, persona)})
    plan = Plan(play(catalogue, persona).case)
    told = first_lines(page)
    assert [tag for tag, _ in told].count("h1") == 1
    tiles = [text for tag, text in told[[tag for tag, _ in told].index("h1") :] if tag == "a"][:3]
    assert len(page.tiles) == 3
    assert [tile.split(" ", 1)[1] for tile in page.tiles] == tiles, "right after the sentence to act on"
    assert [tile.split(" ", 1)[0] for tile in page.tiles] == ["#aides", "#papiers", "#service"]
    if lang == "fr":
        [aid] = [item.aid for item in (plan.aids[:1] or plan.held[:1])]
        assert (aid.written.short_name or aid.written.name) in tiles[0]
    count = re.search(PAPERS[lang], tiles[1])
    assert count, tiles[1]
    assert (count[1] or "0") == str(len(plan.papers))


def _typed(catalogue: Catalogue, persona: Persona) -> dict[str, str]:
    """The place by its name, as one types it."""
    place = persona.sheet.get("commune")
    return {"commune": catalogue.communes[place].name} if isinstance(place, str) and place in catalogue.communes else {}
