"""« Envoyer »: the message is made in the browser, with the code in it, and no server is told."""

from urllib.parse import unquote

from playwright.sync_api import Page, Request, expect

from tests.browser.journeys import HOUSING, arrive


def test_the_message_holds_the_address_and_the_code(page: Page, site: str) -> None:
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    arrive(page, f"{site}/fr/", HOUSING)
    link = page.locator("#send")
    expect(link).to_be_visible()
    code = (page.locator("p.code").text_content() or "").strip()
    address = unquote(link.get_attribute("href") or "")
    assert address.startswith("mailto:?body=")
    assert address.endswith(f"{site}/fr/reprendre#{code}")
    assert asked
    assert not [request.url for request in asked if code in f"{request.url} {request.post_data}"]
