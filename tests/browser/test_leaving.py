"""« Quitter vite » stays at hand: on the first screen of a phone, after scrolling, by a key, and it hides no focus."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import assert_accessible, no_sideways_scroll
from tests.browser.journeys import DANGER, arrive, asked
from tests.browser.walking import Mouse, begin, fill, send
from tests.sampled import Swept

LEAVE = ".exit button"
PHONE = {"width": 360, "height": 740}
# Whatever has the focus, and is not in the first line itself, lies below it.
HIDDEN = """() => {
  const here = document.activeElement, bar = document.querySelector(".calls");
  if (here === document.body || bar.contains(here) || here.matches(".skip")) return null;
  const top = here.getBoundingClientRect().top, bottom = bar.getBoundingClientRect().bottom;
  return top < bottom - 1 ? `${top} above ${bottom}: ${here.outerHTML.slice(0, 120)}` : null;
}"""


def states(page: Page, home: str, swept: Swept) -> Iterator[str]:
    """Every kind of page from the question of danger to the sheet."""
    begin(page, home, Mouse(page), DANGER.need)
    yield "questions/danger"
    arrive(page, home, DANGER)
    later = ("urgence", "resultats", "reponses", "resultats/imprimer", "reprendre", "aides")
    for path in (*asked(DANGER, swept), *later):
        page.goto(home + path)
        yield path


def at_hand(page: Page) -> None:
    box = page.locator(LEAVE).bounding_box()
    assert box
    assert box["y"] >= 0, page.url
    assert box["y"] + box["height"] <= 120, f"too far down on {page.url}: {box}"
    assert box["height"] >= 48
    assert page.locator(".calls").bounding_box()["height"] <= 90  # type: ignore[index]


def test_on_the_first_screen_of_a_phone_and_after_scrolling(page: Page, site: str, swept: Swept) -> None:
    page.set_viewport_size(PHONE)
    for _ in states(page, f"{site}/fr/", swept):
        at_hand(page)
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        at_hand(page)
        page.evaluate("scrollTo(0, 0)")


def test_it_never_hides_the_focus(page: Page, site: str) -> None:
    """Forwards, then backwards, where the page scrolls up under the first line."""
    page.set_viewport_size(PHONE)
    arrive(page, f"{site}/fr/", DANGER)
    for key in ("Tab", "Shift+Tab"):
        for _ in range(60):
            page.keyboard.press(key)
            assert page.evaluate(HIDDEN) is None


def access_key(page: Page) -> None:
    """Alt and Q as Chromium gets them from a keyboard; Playwright leaves out the letter that an access key needs."""
    page.context.new_cdp_session(page).send(
        "Input.dispatchKeyEvent",
        {"type": "keyDown", "modifiers": 1, "key": "q", "code": "KeyQ", "unmodifiedText": "q",
         "windowsVirtualKeyCode": 81},
    )  # fmt: skip


def three_shifts(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


@pytest.mark.parametrize("press", [three_shifts, access_key])
def test_a_key_leaves_and_erases(page: Page, site: str, press: Callable[[Page], None]) -> None:
    begin(page, f"{site}/fr/", Mouse(page), DANGER.need)
    assert page.context.cookies(site)
    leaves(page, site, press)


def leaves(page: Page, site: str, press: Callable[[Page], None]) -> None:
    """No other site can be reached from here, so that going there is enough."""
    with page.expect_request_finished(lambda request: request.url == f"{site}/fr/quitter", timeout=10_000):
        press(page)
    assert [cookie["name"] for cookie in page.context.cookies(site)] == ["guide-efface"]


def test_typing_capitals_does_not_leave(page: Page, site: str) -> None:
    page.goto(f"{site}/fr/une-page?besoins=logement")
    page.locator("#commune").click()
    page.keyboard.type("ANNECY")
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
    expect(page.locator("#commune")).to_have_value("ANNECY")
    assert page.url.endswith("besoins=logement")


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts(page: Page, site: str) -> None:
    begin(page, f"{site}/fr/", Mouse(page), DANGER.need)
    expect(page.locator(LEAVE)).to_be_visible()
    expect(page.locator(".scripted").first).to_be_hidden()
    leaves(page, site, access_key)


@pytest.mark.parametrize(
    "answer",
    [("mineur", "violences", "sans-toit"), pytest.param("nsp", marks=pytest.mark.long)],
    ids=["several", "nsp"],
)
def test_several_dangers_and_a_doubt_are_accessible(page: Page, site: str, answer: str | tuple[str, ...]) -> None:
    begin(page, f"{site}/fr/", Mouse(page), DANGER.need)
    fill(page, Mouse(page), answer)
    send(page, Mouse(page))
    expect(page).to_have_url(f"{site}/fr/urgence")
    page.set_viewport_size({"width": 320, "height": 740})
    assert_accessible(page)
    no_sideways_scroll(page)
