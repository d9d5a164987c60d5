"""The sheet on paper: black on white, nothing of the site around it, all there, two pages at most."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.journeys import AUTONOMY, DANGER, HOUSING, arrive, journeys
from tests.browser.walking import Journey

MOST_PAGES = 2

# Colours of every visible text and of what stands behind it.
COLOURS = """() => {
  const texts = new Set(), grounds = new Set();
  for (const element of document.querySelectorAll("html, body, body *")) {
    if (!element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    grounds.add(style.backgroundColor);
    if ([...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()))
      texts.add(style.color);
  }
  return [[...texts], [...grounds].filter(colour => colour !== "rgba(0, 0, 0, 0)")];
}"""

# What takes time to change its looks.
MOVING = """() => [...document.querySelectorAll("body *")]
  .filter(element => getComputedStyle(element).transitionDuration !== "0s")
  .map(element => element.outerHTML.slice(0, 80))"""


@pytest.fixture(params=journeys(AUTONOMY, DANGER))
def journey(request: pytest.FixtureRequest) -> Journey:
    return request.param


@pytest.fixture
def home(site: str) -> str:
    return f"{site}/fr/"


def test_the_sheet(page: Page, home: str, journey: Journey) -> None:
    arrive(page, home, journey)
    papers, folded = (
        page.locator(f".tick{where} li > div").evaluate_all("all => all.map(item => item.firstChild.data.trim())")
        for where in (":not(details *)", ":is(details *)")
    )
    offices = page.locator(".side div.card > h3").all_text_contents()
    assert papers + folded
    assert offices

    page.goto(f"{home}resultats/imprimer")
    # Someone whose screen is dark prints on white paper all the same.
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(COLOURS) == [["rgb(0, 0, 0)"], ["rgb(255, 255, 255)"]]
    for around in ("header", "footer", "nav", "form", "button", ".skip", ".back"):
        assert not page.locator(f"{around}:visible").count(), f"{around} is printed"
    sheet = page.locator(".sheet").inner_text()
    assert [name for name in papers + offices if name not in sheet] == []
    # Papers of some cases alone go where there is no room, and are counted.
    maybe = sheet.partition("Seulement si cela vous concerne")[2].partition("Les autres services")[0]
    counted = [int(count) for count in re.findall(r"Et (\d+) de plus", maybe)]
    assert sum(counted) == len([name for name in folded if name not in sheet])
    assert pages(page) <= MOST_PAGES


def test_the_sheet_sends_nobody_to_a_place_that_may_not_be_theirs(page: Page, home: str) -> None:
    """Where the texts give the addresses of some communes only, the result page leads to them and names none."""
    arrive(page, home, HOUSING)
    result = page.locator("main").text_content() or ""
    known = page.locator("a", has_text="Les adresses connues").first.get_attribute("href") or ""
    page.goto(f"{home}resultats/imprimer")
    sheet = page.locator(".sheet").inner_text()
    page.goto(home.removesuffix("/fr/") + known)
    elsewhere = page.locator(".office strong").all_text_contents()
    assert elsewhere
    assert [name for name in elsewhere if name in sheet or name in result] == []


def test_no_line_end_cuts_the_code(page: Page, home: str) -> None:
    """Nearly all have ten groups at most."""
    arrive(page, home, HOUSING)
    page.set_viewport_size({"width": 680, "height": 1000})  # what an A4 page leaves between its margins
    page.emulate_media(media="print")
    page.goto(f"{home}resultats/imprimer")
    one, ten = (
        page.locator(".resume .code").evaluate("(it, code) => { it.textContent = code; return it.offsetHeight }", code)
        for code in ("W4M8", "-".join(["W4M8"] * 10))
    )
    assert ten == one


def test_the_result_page_can_be_printed_too(page: Page, home: str, journey: Journey) -> None:
    arrive(page, home, journey)
    page.emulate_media(media="print", color_scheme="dark")
    # A colour on its way from the dark screen's to the paper's would be printed as it stands.
    assert page.evaluate(MOVING) == []
    texts, grounds = page.evaluate(COLOURS)
    assert (texts, grounds) == (["rgb(0, 0, 0)"], ["rgb(255, 255, 255)"])
    assert pages(page) > 0


def pages(page: Page) -> int:
    """How many sheets of paper the browser makes of the page."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))
