"""What another tab is still waiting for, when it comes at last, undoes neither an erasure nor an answer."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journeys import DANGER, arrive
from tests.browser.slow import Line, slow_line
from tests.browser.walking import Mouse, fill, send

PDF = "GET /fr/resultats/liste.pdf"
ANSWER = "POST /fr/questions/danger"
ERASED = "Vous avez effacé vos réponses"
LATEST = 20  # seconds


@pytest.fixture
def line(site: str) -> Iterator[Line]:
    with slow_line(site) as line:
        yield line


@pytest.fixture
def other(page: Page, line: Line) -> Page:
    """A second tab, on the first question, of someone who has a result."""
    arrive(page, f"{line.address}/fr/", DANGER)
    other = page.context.new_page()
    other.goto(f"{line.address}/fr/questions/danger")
    return other


def ask(other: Page, line: Line, held: str) -> None:
    """Ask for it in the other tab; the site answers, and the answer waits on its way."""
    line.held = held
    method, _, address = held.partition(" ")
    body = "new URLSearchParams(new FormData(document.getElementById('reponse')))" if method == "POST" else "undefined"
    other.evaluate(f"void fetch('{address}', {{ method: '{method}', body: {body}, redirect: 'manual' }})")
    assert line.answered.wait(LATEST)


def let_come(other: Page, line: Line) -> None:
    line.free.set()
    assert line.arrived.wait(LATEST)
    other.wait_for_timeout(300)  # the browser takes in what has come


def erase(page: Page, line: Line) -> None:
    page.goto(f"{line.address}/fr/effacer")
    send(page, Mouse(page))
    expect(page.locator("h1")).to_have_text("Vos réponses sont effacées")


def leave(page: Page, line: Line) -> None:
    with page.expect_request_finished(lambda request: request.url == f"{line.address}/fr/quitter", timeout=10_000):
        page.locator(".exit button").click()


@pytest.mark.parametrize(
    ("held", "end"),
    [
        (PDF, erase),
        (ANSWER, leave),
        pytest.param(PDF, leave, marks=pytest.mark.long),
        pytest.param(ANSWER, erase, marks=pytest.mark.long),
    ],
)
def test_erased_stays_erased(page: Page, other: Page, line: Line, held: str, end: Callable[[Page, Line], None]) -> None:
    ask(other, line, held)
    end(page, line)
    let_come(other, line)
    other.goto(f"{line.address}/fr/resultats")
    expect(other.locator("h1")).to_have_text(ERASED)
    expect(other.locator("p.code")).to_have_count(0)
    assert [cookie["name"] for cookie in other.context.cookies(line.address)] == ["guide-efface"]


def test_a_new_answer_stays(page: Page, other: Page, line: Line) -> None:
    ask(other, line, PDF)
    page.goto(f"{line.address}/fr/questions/danger")
    fill(page, Mouse(page), "sans-toit")
    send(page, Mouse(page))
    let_come(other, line)
    other.goto(f"{line.address}/fr/questions/danger")
    expect(other.locator("#answer-sans-toit")).to_be_checked()
