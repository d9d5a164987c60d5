"""Eight cases by keyboard alone: few keys, and at the end all that counts is on one screen."""

import re
import time
from dataclasses import dataclass
from statistics import median

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import assert_accessible, no_sideways_scroll
from tests.browser.desk_cases import CASES, DeskCase
from tests.browser.journeys import AUTONOMY, code_of
from tests.sampled import cases

MOST_KEYS = 45  # median
SCREEN = {"width": 1280, "height": 720}
# What an agent reads at the end, and must not look for.
SEEN = {
    "verdicts": "#verdicts article.card .verdict",
    "to say": "#verdicts .told li",
    "papers": "#papers",
    "place and phone": "#place",
    "code": "#code",
}
# Whether each of these stands whole in the window, and nothing stands before it.
IN_VIEW = """(selector) => [...document.querySelectorAll(selector)].map((element) => {
  const box = element.getBoundingClientRect();
  const middle = document.elementFromPoint(box.left + 3, box.top + box.height / 2);
  return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight && !!middle
    && (element.contains(middle) || middle.contains(element));
})"""
ANSWERS = """() => {
  const form = new FormData(document.getElementById("poste"));
  const asked = [...document.querySelectorAll(".asked")].map((question) => question.dataset.fact);
  return Object.fromEntries(asked.map((fact) => [fact, form.getAll(fact).filter((text) => text)])
    .filter(([, texts]) => texts.length));
}"""


@dataclass
class Effort:
    keys: int
    seconds: float
    seen: dict[str, list[bool]]


def settled(page: Page) -> None:
    page.wait_for_timeout(30)
    expect(page.locator("#verdicts")).not_to_have_attribute("aria-busy", "true", timeout=20_000)


def serve(page: Page, desk: str, case: DeskCase) -> Effort:
    """The keys of a case, as fast as the page answers."""
    page.goto(desk)
    expect(page.locator("#needs input").first).to_be_focused()
    start = time.perf_counter()
    for key in case.pressed:
        page.keyboard.press(key)
        if page.evaluate("document.activeElement.type") != "text":
            settled(page)
    settled(page)
    spent = time.perf_counter() - start
    return Effort(len(case.pressed), spent, {what: page.evaluate(IN_VIEW, where) for what, where in SEEN.items()})


@pytest.fixture
def desk(page: Page, site: str) -> str:
    page.set_viewport_size(SCREEN)
    return f"{site}/fr/poste-accueil"


@pytest.mark.parametrize("case", cases(CASES.values(), [*CASES], kinds=lambda case: [case.need], most=2))
def test_all_that_counts_is_on_one_screen(page: Page, desk: str, case: DeskCase) -> None:
    found = serve(page, desk, case)
    counts = "; ".join(f"{what} {sum(seen)} of {len(seen)}" for what, seen in found.seen.items())
    print(f"{found.keys} keys, {found.seconds:.1f} s; {counts}")
    assert page.evaluate(ANSWERS) == case.answers
    assert {what for what, seen in found.seen.items() if not seen or not all(seen)} == set()
    assert re.search(r"\b0\d(\s\d\d){4}\b", page.locator("#place").inner_text()), "a number to call"
    assert page.evaluate("document.documentElement.scrollHeight") <= SCREEN["height"], "nothing to scroll"


# The middle of each piece of the toolbar, to the pixel.
MIDDLES = """() => [...document.querySelectorAll(".keys > *, .look > :not(.unseen), #needs > .choice")]
  .map((piece) => piece.getBoundingClientRect()).map((box) => Math.round((box.top + box.bottom) / 2))"""


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_toolbar_is_one_line_down_to_the_next_visitor(page: Page, site: str, lang: str) -> None:
    page.set_viewport_size(SCREEN)
    page.goto(f"{site}/{lang}/poste-accueil?besoins=autonomie")
    first, *others = page.evaluate(MIDDLES)
    assert len(others) > 5
    assert all(abs(middle - first) <= 1 for middle in others), others
    assert page.locator("#fresh").bounding_box()["height"] < 40, "its words on one line too"
    assert page.locator("#cherche").bounding_box()["width"] >= 160, "room for a word"


def test_few_keys_are_enough() -> None:
    assert median(len(case.pressed) for case in CASES.values()) <= MOST_KEYS


def test_one_column_on_a_telephone_and_everyone_can_use_it(page: Page, desk: str) -> None:
    page.goto(desk)
    page.locator("#cherche").fill(code_of(AUTONOMY))
    page.keyboard.press("Enter")
    expect(page.locator("#age")).to_have_value("72")
    settled(page)
    assert page.locator("#verdicts article.card").count()
    assert_accessible(page)
    for width in (360, 320):
        page.set_viewport_size({"width": width, "height": 740})
        no_sideways_scroll(page)
    left = page.locator("#questions").bounding_box()
    right = page.locator("#verdicts").bounding_box()
    assert left
    assert right
    assert left["x"] == right["x"]
    assert left["y"] < right["y"]
