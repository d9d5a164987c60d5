"""A reader who hears the first screen alone can say what to ask for, how many papers to bring, and where to go."""

import re

import pytest
from playwright.sync_api import Page

from engine.case.code import write_code
from engine.content.catalogue_loader import load_catalogue
from tests.content.people import personas, play
from tests.content.shared import CONTENT
from tests.sampled import cases

CATALOGUE = load_catalogue(CONTENT)
PEOPLE = [person for person in personas() if person.name.startswith(("Marcel", "Sonia", "Germaine", "Karim, son"))]
LABELS = {"fr": ("L’aide", "À réunir d’abord", "Où aller"), "en": ("The aid", "To gather first", "Where to go")}
COUNT = {"fr": r"\d+ papiers?|Aucun papier", "en": r"\d+ papers?|No papers?"}


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("person", cases(PEOPLE, [person.name for person in PEOPLE], most=2, kinds=lambda person: ()))
def test_the_tree_says_what_how_many_and_where(page: Page, site: str, person, lang: str) -> None:
    case = play(CATALOGUE, person).case
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site}/{lang}/reprendre")
    page.locator("main input[name=code]").fill(write_code(CATALOGUE, case.needs, case.answers))
    page.locator("main button").last.click()
    page.goto(f"{site}/{lang}/resultats")
    tree = page.locator("main").aria_snapshot()
    heard = re.findall(r'- \x27?(heading|link) "([^"]+)"(?: \[level=(\d)\])?', tree)
    start = next(index for index, (kind, _, level) in enumerate(heard) if (kind, level) == ("heading", "1"))
    tiles = [name for kind, name, _ in heard[start + 1 : start + 4] if kind == "link"]
    assert [name.startswith(label) for name, label in zip(tiles, LABELS[lang], strict=True)] == [True] * 3, tiles
    assert re.search(COUNT[lang], tiles[1])
    assert heard[start + 4][0] == "heading", "right after the tiles, the first aid"
    ends = [tile.bounding_box() for tile in page.locator(".tile").all()]
    assert all(box and box["y"] + box["height"] <= 740 for box in ends)
