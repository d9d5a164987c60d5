"""However many answers a question has, its button is within two screens of a small telephone, whoever it speaks of."""

from __future__ import annotations

import re

import pytest
from cryptography.fernet import Fernet
from flask.testing import FlaskClient
from playwright.sync_api import Page

from app import create_app
from engine.case.path import Path
from engine.content.catalogue import Catalogue
from tests.browser.lengths import PHONE
from tests.browser.walking import Keyboard, Mouse, begin, fill, send
from web.settings import Settings

MANY = 5  # answers, from which a question is measured
MAIN = re.compile(r"<main.*</main>", re.DOTALL)

# Where the button of each question ends, as if each came right after the header of the page.
ENDS = """() => [...document.querySelectorAll("main")].map(main => {
  const top = document.querySelector("main").getBoundingClientRect().top;
  const button = main.querySelector("form button.go").getBoundingClientRect();
  return Math.round(top + button.bottom - main.getBoundingClientRect().top);
})"""


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    """The same site within reach: the server of the other tests asks only the questions to which answers lead."""
    return create_app(Settings(local=True, keys=(Fernet.generate_key(),), hosts=("localhost",))).test_client()


@pytest.fixture
def every_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any question can be asked of anyone."""
    monkeypatch.setattr(Path, "leads_to", lambda *_: True)
    monkeypatch.setattr(Path, "why", lambda *_: ())


@pytest.mark.usefixtures("every_question")
@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("whom", [None, "conjoint", "mon-enfant", "enfant-connu"])
def test_the_button_is_within_two_screens(
    page: Page, site: str, client: FlaskClient, lang: str, whom: str | None
) -> None:
    catalogue: Catalogue = client.application.extensions["catalogue"]
    with client.session_transaction() as session:
        session["b"] = list(catalogue.open_needs)
        session["r"] = {"pour_qui": whom} if whom else {}
    asked = [fact for fact, item in catalogue.questions.items() if len(item.written.options) >= MANY]
    pages = [client.get(f"/{lang}/questions/{fact}").text for fact in asked]
    page.set_viewport_size(PHONE)
    page.goto(f"{site}/{lang}/")  # whose stylesheet is then at hand
    parts = [main[0] for text in pages if (main := MAIN.search(text))]
    page.set_content(MAIN.sub("", pages[0]).replace("<footer", "".join(parts) + "<footer", 1))
    ends = dict(zip(asked, page.evaluate(ENDS), strict=True))
    assert {fact: end for fact, end in ends.items() if end > 2 * PHONE["height"]} == {}


@pytest.mark.parametrize("hand", [Mouse, Keyboard])
def test_a_tick_in_a_folded_group_is_there_on_return(page: Page, site: str, hand: type[Mouse | Keyboard]) -> None:
    begin(page, f"{site}/fr/", hand(page), "enfance")
    for answer in (("non",), "moi", ("garde",)):
        fill(page, hand(page), answer)
        address = page.url
        send(page, hand(page))
    page.goto(address)
    assert page.locator("#answer-garde").is_visible()
    assert page.locator("#answer-garde").is_checked()
    assert page.locator("details.group[open]").count() == 1
    page.locator("details.group[open] > summary").click()
    mark = page.locator("details.group:has(#answer-garde) > summary")
    assert mark.evaluate("summary => getComputedStyle(summary, '::after').content") == '" ✓"'
