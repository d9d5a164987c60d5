"""From paper to another phone: the square is scanned, or the code is typed; the address tells nobody."""

import io

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Browser, Page, expect

from tests.browser.checks import assert_accessible, no_sideways_scroll
from tests.browser.journeys import AUTONOMY, HOUSING, arrive
from tests.browser.walking import Keyboard, Mouse, send, verdicts


@pytest.fixture
def home(site: str) -> str:
    return f"{site}/fr/"


def test_the_square_on_paper_opens_the_same_result(page: Page, browser: Browser, home: str) -> None:
    arrive(page, home, AUTONOMY)
    expected = verdicts(page)
    document = page.request.get(f"{home}resultats/liste.pdf")
    assert document.ok
    images = [leaf.render(scale=3).to_pil() for leaf in pypdfium2.PdfDocument(io.BytesIO(document.body()))]
    [square] = [found for image in images for found in zxingcpp.read_barcodes(image)]
    assert square.text.startswith(f"{home}reprendre#")

    other = browser.new_context().new_page()
    asked: list[str] = []
    other.on("request", lambda request: asked.append(request.url))
    other.goto(square.text)
    other.wait_for_url(f"{home}resultats")
    assert verdicts(other) == expected
    code = square.text.partition("#")[2]
    assert not [address for address in asked if code in address], "a server has seen the code"
    other.go_back()
    assert code not in other.url
    other.context.close()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_code_is_typed_without_scripts_and_with_the_keyboard_alone(page: Page, browser: Browser, home: str) -> None:
    arrive(page, home, AUTONOMY)
    expected, code = verdicts(page), page.locator("p.code").text_content() or ""
    context = browser.new_context(java_script_enabled=False)
    other = context.new_page()
    other.goto(f"{home}reprendre")
    hand = Keyboard(other)
    hand.write("#code", code.lower().replace("-", " "))
    hand.press("main form button.go")
    other.wait_for_url(f"{home}resultats")
    assert verdicts(other) == expected
    context.close()


def test_a_fragment_that_is_no_code_stays_where_it_is(page: Page, home: str) -> None:
    page.goto(f"{home}reprendre#contenu é<script>")
    expect(page.locator("#code")).to_have_value("")
    page.goto(f"{home}reprendre#BONJ-OUR2")
    expect(page.locator(".error")).to_be_visible()
    expect(page.locator("#code")).to_have_value("BONJ-OUR2")


def test_a_link_from_elsewhere_asks_before_it_replaces_answers(page: Page, browser: Browser, home: str) -> None:
    """The script sends the code by itself, and only the person can press what agrees to the loss."""
    other = browser.new_context().new_page()
    arrive(other, home, HOUSING)
    code = other.locator("p.code").text_content() or ""
    other.context.close()
    arrive(page, home, AUTONOMY)
    before = verdicts(page)

    page.goto(f"{home}reprendre#{code}")
    expect(page.locator("h1")).to_have_text("Remplacer vos réponses\u00a0?")
    assert_accessible(page)
    no_sideways_scroll(page)
    page.locator("main a.button").click()
    page.wait_for_url(f"{home}resultats")
    assert verdicts(page) == before

    page.goto(f"{home}reprendre#{code}")
    send(page, Mouse(page))
    page.wait_for_url(f"{home}resultats")
    assert verdicts(page) != before
