"""Each journey with the keyboard alone: one always sees where one is, in reading order, and is never trapped.

One goes round each page that holds anything new.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import Seen
from tests.browser.journeys import AUTONOMY, DANGER, HEALTH, HOUSING, journeys
from tests.browser.walking import Journey, Keyboard, Mouse, begin, fill, questions, send, to_the_letter, verdicts, walk

# A group of radio buttons is one stop, where it is entered.
STOPS = """() => {
  const seen = new Set();
  const all = [...document.querySelectorAll("a[href], button, summary, input:not([type=hidden]), select, textarea")];
  window.stops = all.filter(element => {
    if (!element.checkVisibility() || element.tabIndex < 0) return false;
    if (element.type !== "radio") return true;
    const group = [...document.getElementsByName(element.name)].filter(one => one.type === "radio");
    const entry = group.find(radio => radio.checked) ?? group[0];
    return element === entry;
  });
  return window.stops.length;
}"""

# A choice shows its focus on its whole frame, so what surrounds the stop is looked at as well.
HERE = """() => {
  const element = document.activeElement;
  const shown = [element, element.parentElement].find(candidate => {
    const style = getComputedStyle(candidate);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  });
  const box = (shown ?? element).getBoundingClientRect();
  return {
    stop: window.stops.indexOf(element),
    html: element.cloneNode(false).outerHTML,
    visible: Boolean(shown),
    inside: box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0,
    top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left, right: box.right,
  };
}"""

SEEN = Seen()


@pytest.mark.parametrize("journey", journeys(DANGER))
def test_journey(page: Page, site: str, journey: Journey) -> None:
    hand = Keyboard(page)
    page.goto(f"{site}/fr/")
    tour(page)
    begin(page, f"{site}/fr/", hand, journey.need)
    for _ in questions(page, hand, journey):
        if SEEN.is_new(page):
            tour(page)
            page.reload()  # back to the top, as one arrives
    tour(page)
    assert journey.verdicts.items() <= verdicts(page).items()


def test_from_home_to_a_letter(page: Page, site: str) -> None:
    hand = Keyboard(page)
    walk(page, f"{site}/fr/", hand, HEALTH)
    assert verdicts(page) == HEALTH.verdicts
    to_the_letter(page, hand)
    expect(page.locator(".letter")).to_contain_text("refus")


def test_the_skip_link_leads_to_the_content(page: Page, site: str) -> None:
    page.goto(f"{site}/fr/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("journey", journeys(HOUSING))
def test_an_error_takes_the_focus_and_leads_to_its_field(page: Page, site: str, journey: Journey) -> None:
    hand = Keyboard(page)
    page.goto(f"{site}/fr/")
    send(page, hand)
    follow_the_error(page)
    begin(page, f"{site}/fr/", Mouse(page), journey.need)
    seen = Seen()
    for fact in questions(page, Mouse(page), journey):  # what is not about errors is done by keyboard above
        if fact != "urgence" and seen.is_new(page):
            send(page, hand)
            follow_the_error(page)
        if fact == "commune":
            fill(page, hand, "74370")
            send(page, hand)
            follow_the_error(page)


def test_back_to_an_earlier_answer(page: Page, site: str) -> None:
    hand = Keyboard(page)
    begin(page, f"{site}/fr/", Mouse(page), AUTONOMY.need)
    for fact in questions(page, Mouse(page), AUTONOMY):
        if fact == "age":
            break
    hand.press(".back a")
    expect(page).to_have_url(f"{site}/fr/questions/demande_autonomie")
    expect(page.locator("#answer-aide-domicile")).to_be_checked()
    send(page, hand)
    expect(page).to_have_url(f"{site}/fr/questions/age")


def test_details_open_and_close(page: Page, site: str) -> None:
    hand = Keyboard(page)
    begin(page, f"{site}/fr/", Mouse(page), AUTONOMY.need)
    for fact in questions(page, Mouse(page), AUTONOMY):
        if fact == "age":
            break
    details = page.locator("details").first
    hand.reach("summary")
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
        expect(details).to_have_attribute("open", "")
        page.keyboard.press(key)
        expect(details).not_to_have_attribute("open", re.compile(".*"))


def tour(page: Page) -> None:
    """Go round a fresh page with Tab: the skip link first, then every stop once, visible, in reading order."""
    count = page.evaluate(STOPS)
    before = None
    for number in range(count):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        where = f"stop {number + 1} of {count} on {page.url}: {here['html']}"
        assert here["stop"] == number, f"out of turn: {where}"
        assert here["visible"], f"its focus cannot be seen: {where}"
        assert here["inside"], f"out of the window: {where}"
        if number == 0:
            assert 'class="skip"' in here["html"], f"not the skip link: {where}"
        elif before:
            below = here["top"] >= before["bottom"] - 1
            beside = here["bottom"] > before["top"] and here["left"] > before["left"]
            next_column = here["left"] > before["right"]
            assert below or beside or next_column, f"not in reading order: {where}"
        before = here if number else None
    page.keyboard.press("Tab")
    assert page.evaluate(HERE)["stop"] in (-1, 0), f"trapped at the end of {page.url}"


def follow_the_error(page: Page) -> None:
    """The summary has the focus; its link goes to the field to correct."""
    expect(page.locator(".error")).to_be_focused()
    page.keyboard.press("Tab")
    link = page.locator(".error a")
    expect(link).to_be_focused()
    target = link.get_attribute("href") or ""
    page.keyboard.press("Enter")
    expect(page.locator(f"input{target}")).to_be_focused()
