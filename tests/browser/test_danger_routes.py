"""From the home page to the number to call: three screens of a small phone at most, in each emergency, and no scrolling."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.journeys import BUDGET, arrive
from tests.browser.walking import Mouse, begin, fill, send
from tests.sampled import cases

PHONE = {"width": 360, "height": 740}
# The emergency, the door, what is ticked to the first question, and the numbers in the order in which to call them.
ROUTES = {
    "U1 and U4 someone is hit, at home": ("logement", ("violences",), ["17", "112", "114", "3919"]),
    "U1 a child is hit": ("enfance", ("enfant",), ["17", "112", "119"]),
    "U2 not sure": ("enfance", "nsp", ["112", "119"]),
    "U3 a minor": ("enfance", ("mineur",), ["119", "17", "114"]),
    "U3 a minor, by the door of housing": ("logement", ("mineur", "violences"), ["119", "17", "114"]),
    "U4 and the children see it": ("budget", ("violences", "enfant"), ["17", "112", "119", "114", "3919"]),
    "U5 a son who has not come home": ("enfance", ("fugue",), ["17", "119"]),
    "U5 a child who left home": ("enfance", ("mineur", "fugue"), ["119", "17"]),
    "U7 and U8 no roof": ("logement", ("sans-toit",), ["115"]),
    "U9 a minor without a roof": ("logement", ("mineur", "sans-toit"), ["119", "17"]),
    "U11 a pregnant girl who is afraid": ("sante", ("mineur",), ["119", "17", "114"]),
    "U12 a baby, by the door of health": ("sante", ("enfant",), ["17", "112", "119"]),
    "U14 a life": ("enfance", ("sante",), ["15", "3114"]),
    "U14 a mother who is worn out": ("enfance", ("a-bout",), ["15", "3114", "119"]),
    "U14 before U1": ("enfance", ("a-bout", "enfant"), ["15", "3114", "119", "17"]),
}
# Those that the second questions tell, for someone one knows: what is answered, and the numbers on top.
LATER = {
    "U5": ("fugue", ["17", "119"]),
    "U6": ("absence", ["17", "119"]),
    "U10": ("sexuelles", ["119", "17"]),
}


def numbers(page: Page) -> list[str]:
    links = page.locator(".danger a[href^='tel:']")
    return [link.removeprefix("tel:") for link in links.evaluate_all("all => all.map(a => a.getAttribute('href'))")]


def on_the_first_screen(page: Page, selector: str) -> None:
    box = page.locator(selector).first.bounding_box()
    assert box
    assert box["y"] >= 0, page.url
    assert box["y"] + box["height"] <= PHONE["height"], f"one must scroll to it on {page.url}: {box}"
    assert box["height"] >= 48


# One with each number to call first; the order of all numbers in each route is held by the tests of the content.
@pytest.mark.parametrize("route", cases(ROUTES.values(), [*ROUTES], kinds=lambda route: route[2][:1], most=5))
def test_three_screens_to_the_number(
    page: Page, site: str, route: tuple[str, str | tuple[str, ...], list[str]]
) -> None:
    """The home page, one question, the numbers."""
    need, told, expected = route
    page.set_viewport_size(PHONE)
    begin(page, f"{site}/fr/", Mouse(page), need)
    assert page.url.endswith("/questions/danger")
    fill(page, Mouse(page), told)
    send(page, Mouse(page))
    assert page.url.endswith("/urgence")
    assert numbers(page)[: len(expected)] == expected
    assert len(numbers(page)) == len(set(numbers(page))), "never a number twice"
    on_the_first_screen(page, f".danger a[href='tel:{expected[0]}']")
    on_the_first_screen(page, ".exit button")


def test_two_screens_without_a_question(page: Page, site: str) -> None:
    """The first line of the home page leads to all numbers, by night as by day."""
    page.set_viewport_size(PHONE)
    page.goto(f"{site}/fr/")
    page.locator(".calls a.alert").click()
    assert page.url.endswith("/urgence")
    on_the_first_screen(page, "main a[href='tel:17']")
    for number in ("119", "15", "3114", "3919", "115"):  # U15
        assert "jour et nuit" in page.locator(f"main li:has(a[href='tel:{number}'])").inner_text()


def test_hunger_is_no_alarm_and_has_someone_to_call(page: Page, site: str) -> None:
    """U13: whoever has nothing left to eat reads whom to call today, and what to say, on the first screen."""
    page.set_viewport_size(PHONE)
    arrive(page, f"{site}/fr/", BUDGET)
    assert page.locator(".danger").count() == 0
    first = page.locator("main").get_by_text("Appelez aujourd’hui le pôle médico-social, et dites").first
    box = first.bounding_box()
    assert box
    assert box["y"] + box["height"] <= PHONE["height"]
    assert page.locator("a[href='tel:0450332324']").is_visible()


@pytest.mark.parametrize("route", cases(LATER.values(), [*LATER], kinds=lambda route: (), most=1))
def test_a_second_question_stops_at_the_numbers_too(page: Page, site: str, route: tuple[str, list[str]]) -> None:
    told, expected = route
    page.set_viewport_size(PHONE)
    begin(page, f"{site}/fr/", Mouse(page), "enfance")
    for answer in (("non",), "enfant-connu", ("enfant-danger",), "prive", told):
        if page.url.endswith("/urgence"):  # the fear for a child has shown 119 already
            send(page, Mouse(page), "main a.go")
        fill(page, Mouse(page), answer)
        send(page, Mouse(page))
    assert page.url.endswith("/urgence")
    assert numbers(page)[: len(expected)] == expected
    on_the_first_screen(page, f".danger a[href='tel:{expected[0]}']")


def test_a_child_reads_a_short_page(page: Page, site: str) -> None:
    """Three numbers, that one may call without one's parents, and the way out. The rest is folded."""
    page.set_viewport_size(PHONE)
    begin(page, f"{site}/fr/", Mouse(page), "enfance")
    fill(page, Mouse(page), ("mineur",))
    send(page, Mouse(page))
    alone = page.get_by_text("Vous pouvez appeler sans vos parents.")
    assert alone.is_visible()
    assert alone.bounding_box()["y"] < PHONE["height"] / 2  # type: ignore[index]
    assert not page.locator("main a[href='tel:3919']").is_visible()
    assert page.locator("main a[href^='tel:']:visible").count() == 3
