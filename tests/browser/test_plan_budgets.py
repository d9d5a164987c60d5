"""How long the result of everyone is on a phone, and what its first screen holds."""

from statistics import median
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from engine.case.code import write_code
from engine.content.catalogue_loader import load_catalogue
from tests.content.people import Persona, personas, play
from tests.content.shared import CONTENT

PHONE = {"width": 360, "height": 740}
WORDS, MOST_WORDS = 350, 600  # read without unfolding anything: in the middle of all people, and for anyone
SCREENS, MOST_SCREENS = 5, 7


class Length(NamedTuple):
    """Of one result: phone screens, words in view, and where the last of the three tiles ends, in screens."""

    screens: float
    words: int
    tiles: float
    calls: bool


@pytest.mark.bench
def test_a_result_stays_short_for_everyone(browser: Browser, site: str) -> None:
    found = {persona.name: length(browser, site, persona) for persona in personas()}
    screens, words = [item.screens for item in found.values()], [item.words for item in found.values()]
    assert (median(screens) <= SCREENS, max(screens) <= MOST_SCREENS) == (True, True), screens
    assert (median(words) <= WORDS, max(words) <= MOST_WORDS) == (True, True), words
    below = [name for name, item in found.items() if item.tiles > 1 and not item.calls]
    assert below == [], "what, how many and where are on the first screen, but below numbers to call"


def length(browser: Browser, site: str, persona: Persona) -> Length:
    """The result of this person, as a phone shows it."""
    case = play(CATALOGUE, persona).case
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        page.goto(f"{site}/fr/reprendre")
        page.locator("main input[name=code]").fill(write_code(CATALOGUE, case.needs, case.answers))
        page.locator("main button").last.click()
        page.goto(f"{site}/fr/resultats")
        return measured(page, calls=bool(case.emergencies))


def measured(page: Page, *, calls: bool) -> Length:
    box = page.locator(".tiles").bounding_box()
    assert box
    height = page.evaluate("document.documentElement.scrollHeight")
    words = len(page.locator("main").inner_text().split())
    return Length(height / PHONE["height"], words, (box["y"] + box["height"]) / PHONE["height"], calls)


CATALOGUE = load_catalogue(CONTENT)
