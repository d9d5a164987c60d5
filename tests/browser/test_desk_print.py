"""F9 at the desk opens the print dialog on the paper; where the browser cannot, the paper opens beside."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, Route, expect

PAPER = "/fr/poste-accueil/feuille.pdf"
# What the print dialog would be opened on, in any frame.
PRINTED = "window.print = () => (top.printed ??= []).push([location.pathname, document.contentType])"
CANNOT = "window.print = () => { throw new DOMException('cross-origin', 'SecurityError') }"
MUST_NOT_STAY = "document.querySelectorAll('iframe').length"


@pytest.fixture(scope="module")
def windowed(playwright: Playwright, browser_type_launch_args: dict) -> Iterator[Browser]:
    """The Chromium that people have: the one without a window shows no PDF."""
    full = shutil.which(os.environ.get("CHROMIUM", "chromium").split()[-1])
    if not full or "headless" in full:
        message = "no Chromium with a window here, which alone shows a PDF: apt-get install chromium"
        if os.environ.get("BROWSER_REQUIRED") == "1":
            pytest.fail(message)
        pytest.skip(message)
    browser = playwright.chromium.launch(**{**browser_type_launch_args, "executable_path": full})
    yield browser
    browser.close()


@pytest.fixture
def showing_pdf(windowed: Browser) -> Iterator[Page]:
    with windowed.new_context() as context:
        yield context.new_page()


def test_one_key_prints_the_paper_and_one_stays_where_one_was(showing_pdf: Page, site: str) -> None:
    page = showing_pdf
    page.add_init_script(PRINTED)
    page.goto(f"{site}/fr/poste-accueil?besoins=autonomie")
    page.locator("#demande_autonomie-carte").focus()
    expect(page.get_by_role("button", name="Imprimer F9", exact=True)).to_be_visible()
    before = page.evaluate("history.length")
    for count in (1, 2):
        page.keyboard.press("F9")
        page.wait_for_function("count => window.printed?.length === count", arg=count)
        expect(page.locator("#demande_autonomie-carte")).to_be_focused()
    assert page.evaluate("printed") == [[PAPER, "application/pdf"]] * 2
    assert len(page.context.pages) == 1, "no tab to close"
    assert page.evaluate("history.length") == before, "nothing for the Back key to find"
    page.keyboard.press("F8")
    expect(page.locator("#questions input")).to_have_count(0)
    assert page.evaluate(MUST_NOT_STAY) == 0, "the next visitor"


def test_the_papers_alone_open_beside(showing_pdf: Page, site: str) -> None:
    page = showing_pdf
    page.add_init_script(PRINTED)
    page.goto(f"{site}/fr/poste-accueil?besoins=autonomie")
    page.keyboard.press("F9")
    page.wait_for_function("() => window.printed?.length === 1")
    with page.context.expect_page():
        page.locator("button[name=papiers]").click()
    assert page.evaluate("printed.length") == 1


def test_a_browser_that_prints_no_pdf_of_a_frame_opens_it_beside(showing_pdf: Page, site: str) -> None:
    page = showing_pdf
    page.add_init_script(CANNOT)
    page.goto(f"{site}/fr/poste-accueil?besoins=autonomie")
    for _ in range(2):
        with page.context.expect_page() as opened:
            page.keyboard.press("F9")
        opened.value.wait_for_url(f"**{PAPER}")
    expect(page.get_by_role("button", name="Imprimer F9 (nouvel onglet)")).to_be_visible()


def test_an_error_is_read_beside_and_never_printed(showing_pdf: Page, site: str) -> None:
    def busy(route: Route) -> None:
        route.fulfill(
            status=503, body="<h1>Trop de monde</h1>", content_type="text/html", headers={"X-Frame-Options": "DENY"}
        )

    page = showing_pdf
    page.add_init_script(PRINTED)
    page.context.route(f"**{PAPER}", busy)
    page.goto(f"{site}/fr/poste-accueil?besoins=autonomie")
    with page.context.expect_page() as opened:
        page.keyboard.press("F9")
    expect(opened.value.locator("h1")).to_have_text("Trop de monde")
    assert page.evaluate("window.printed") is None
