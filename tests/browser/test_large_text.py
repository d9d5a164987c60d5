"""Letters twice as large on a small telephone, and small windows: nothing runs over anything, or out of the page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.checks import Seen, no_sideways_scroll
from tests.browser.journeys import AUTONOMY, arrive, asked
from tests.browser.walking import Mouse, begin
from tests.sampled import Swept

TWICE = "document.documentElement.style.fontSize = '36px'"  # twice the 18 px of the stylesheet
PAGES = (
    "",
    "situations",
    "aides?q=apa",
    "aides/apa-domicile",
    "reponses",
    "resultats",
    "reprendre",
    "resultats/imprimer",
)

# Pairs of texts, or of a text and a box, that cover each other.
COVERED = """([one, other]) => {
  const boxes = selector => [...document.querySelectorAll(selector)].filter(item => item.checkVisibility())
    .map(item => { const range = document.createRange(); range.selectNodeContents(item);
                   return [item, item.matches("input, span") ? item.getBoundingClientRect() : range.getBoundingClientRect()]; })
    .filter(([, box]) => box.width > 2);
  const apart = (a, b) => a.right + 3 <= b.left || b.right + 3 <= a.left || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
  return boxes(one).flatMap(([item, box]) => boxes(other).filter(([next, its]) => item !== next && !apart(box, its))
    .map(([next]) => `${item.textContent || item.outerHTML} / ${next.textContent}`));
}"""
STAGES = [".path span", ".path span"]
BOXES = [".need input", ".need label"]


def pages(page: Page, home: str, swept: Swept) -> Iterator[Page]:
    arrive(page, home, AUTONOMY)
    for path in (*asked(AUTONOMY, swept), *PAGES):
        page.goto(home + path)
        yield page


@pytest.mark.browser_context_args(viewport={"width": 360, "height": 740})
def test_letters_twice_as_large_fit_a_small_telephone(page: Page, site: str, swept: Swept) -> None:
    """In every run, each page that is made of anything new."""
    seen = Seen()
    for shown in pages(page, f"{site}/fr/", swept):
        if not seen.is_new(shown) and not swept.whole:
            continue
        shown.evaluate(TWICE)
        no_sideways_scroll(shown)
        assert shown.evaluate(COVERED, STAGES) == []
        assert shown.evaluate(COVERED, BOXES) == []


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("width", [320, pytest.param(360, marks=pytest.mark.long)])
def test_the_names_of_the_stages_stand_apart(page: Page, site: str, width: int, lang: str) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{site}/{lang}/")
    begin(page, f"{site}/{lang}/", Mouse(page), AUTONOMY.need)
    assert page.locator(".path [aria-current] span").is_visible()
    assert page.evaluate(COVERED, STAGES) == []
