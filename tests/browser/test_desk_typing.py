"""The desk while someone types, on any line: the field in use is theirs, and what is shown and printed is what they typed."""

import itertools
import re
from collections.abc import Iterator
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.slow import Line, slow_line
from tests.paper.documents import text_of

DELAYS = (0, 0.15, 0.4, 1)  # seconds to the site
PACES = (80, 150, 250)  # milliseconds a key
# A good line, and one that answers long after the last key.
TYPED = ((0, 80), (1, 80))
UNREACHED = {"fr": "Le site ne répond pas", "en": "The site does not answer"}
good_and_bad_lines = pytest.mark.parametrize("delay", [pytest.param(0, marks=pytest.mark.long), 0.4])
VALUES = (
    "() => Object.fromEntries([...document.querySelectorAll('#questions input[type=text]')].map(i => [i.id, i.value]))"
)
CARDS = (
    "() => [...document.querySelectorAll('#verdicts article.card')]"
    ".map(card => card.textContent.split(/\\s+/).join(' ').trim())"
)
CARET = "() => [document.activeElement.id, document.activeElement.selectionStart, document.activeElement.value]"


@pytest.fixture(scope="module")
def line(site: str) -> Iterator[Line]:
    with slow_line(site) as opened:
        yield opened


@pytest.fixture
def desk(page: Page, line: Line) -> Page:
    """Open on a visitor who looks for help at home, on a good line."""
    line.delay, line.broken = 0, False
    page.goto(f"{line.address}/fr/poste-accueil?besoins=autonomie")
    page.locator("label[for=demande_autonomie-aide-domicile]").click()
    settled(page)
    return page


def settled(page: Page) -> None:
    """All that was answered has come back."""
    page.wait_for_timeout(50)
    expect(page.locator("#verdicts")).not_to_have_attribute("aria-busy", "true", timeout=10_000)


def papers(page: Page) -> list[dict[str, str]]:
    """What is sent to be printed, as it is sent: the answer is not a PDF here."""
    sent: list[dict[str, str]] = []

    def take(route: Route) -> None:
        sent.append(dict(parse_qsl(route.request.post_data or "", keep_blank_values=True)))
        route.fulfill(body="<title>paper</title>", content_type="text/html")

    page.context.route("**/poste-accueil/feuille.pdf", take)
    return sent


def arrived(page: Page, sent: list[dict[str, str]]) -> None:
    """One paper has been asked for."""
    for _ in range(200):
        if sent:
            return
        page.wait_for_timeout(50)
    raise AssertionError("no paper was asked for")


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.id || document.activeElement.tagName")


def without_script(page: Page, line: Line, age: str, means: str, town: str) -> list[str]:
    """The verdicts of the same answers, sent in one form."""
    answer = page.request.post(
        f"{line.address}/fr/poste-accueil",
        form={
            "besoins": "autonomie", "demande_autonomie": "aide-domicile",
            "age": age, "ressources_mensuelles": means, "commune": town,
        },
    )  # fmt: skip
    assert answer.status == 200
    page.set_content(re.sub(r"<script.*?</script>", "", answer.text()))
    return page.evaluate(CARDS)


@pytest.mark.parametrize(
    ("delay", "pace"),
    [
        pytest.param(*both, marks=[] if both in TYPED else [pytest.mark.long])
        for both in itertools.product(DELAYS, PACES)
    ],
)
def test_what_is_typed_is_what_is_shown_and_printed(desk: Page, line: Line, delay: float, pace: int) -> None:
    line.delay, sent = delay, papers(desk)
    desk.locator("#age").click()
    desk.keyboard.type("72", delay=pace)
    desk.locator("#ressources_mensuelles").click()
    desk.keyboard.type("1200", delay=pace)
    desk.locator("#commune").click()
    desk.keyboard.type("Annecy", delay=pace)
    desk.keyboard.press("F9")
    arrived(desk, sent)
    shown = desk.evaluate(VALUES)
    assert (shown["age"], shown["ressources_mensuelles"], shown["commune"]) == ("72", "1200", "Annecy")
    assert focused(desk) == "commune"
    [asked] = sent
    paper = desk.request.post(f"{line.address}/fr/poste-accueil/feuille.pdf", form=asked)
    whole = text_of(paper.body())
    assert "Annecy" in whole, "what was typed last is on paper; sums are not, unless ticked in"
    assert "1200" not in whole.replace("\u00a0", "").replace("\u202f", "")
    verdicts = desk.evaluate(CARDS)
    assert verdicts
    assert verdicts == without_script(desk, line, "72", "1200", "Annecy")


def test_the_field_in_use_keeps_its_caret(desk: Page, line: Line) -> None:
    line.delay = 0.4
    desk.locator("#ressources_mensuelles").fill("1200")
    desk.locator("#age").fill("72")
    desk.locator("#ressources_mensuelles").focus()
    desk.evaluate("document.activeElement.setSelectionRange(1, 1)")
    desk.locator("#ressources_mensuelles").evaluate("field => { field.mine = true }")
    desk.keyboard.type("5")
    settled(desk)
    assert desk.evaluate(CARET) == ["ressources_mensuelles", 2, "15200"]
    desk.keyboard.type("0")
    assert desk.evaluate(CARET) == ["ressources_mensuelles", 3, "150200"]
    assert desk.locator("#ressources_mensuelles").evaluate("field => field.mine")


def test_letters_being_composed_are_not_touched(desk: Page, line: Line) -> None:
    """As an accent or another script is typed: the field holds what is not yet a letter."""
    line.delay = 0.4
    desk.locator("#age").fill("72")
    desk.locator("#commune").focus()
    keys = desk.context.new_cdp_session(desk)
    desk.evaluate("document.activeElement.addEventListener('compositionend', () => { window.ended = true })")
    keys.send("Input.imeSetComposition", {"text": "Évian", "selectionStart": 5, "selectionEnd": 5})
    settled(desk)
    assert not desk.evaluate("window.ended")
    keys.send("Input.insertText", {"text": "Évian-les-Bains"})
    assert desk.locator("#commune").input_value() == "Évian-les-Bains"
    assert focused(desk) == "commune"


@good_and_bad_lines
def test_after_tab_the_focus_is_on_the_next_question(desk: Page, line: Line, delay: float) -> None:
    """A question that serves no more stays as long as someone is on it, and goes when they leave it."""
    line.delay = delay
    desk.locator("#age").focus()
    desk.keyboard.type("8")
    following = desk.evaluate(
        "() => { const all = [...document.querySelectorAll('.asked')];"
        " return all[all.findIndex(one => one.id === 'q-age') + 1].dataset.fact }"
    )
    leave_question(desk, "age")
    settled(desk)
    assert desk.evaluate("document.activeElement.name") == following
    assert following == "aides_percues"  # at 8, the aids of adults are asked no more
    for _ in range(20):
        desk.keyboard.press("Tab")
        if desk.evaluate("document.activeElement.name") != following:
            break
    expect(desk.locator("#q-aides_percues")).to_have_count(0)
    assert focused(desk) != "BODY"


def test_after_the_last_question_tab_leads_to_the_one_that_it_opened(desk: Page, line: Line) -> None:
    """Here the last answer opens a question after it."""
    line.delay = 0.15
    # The page as if the last field were the place; all after it comes with the reply.
    desk.evaluate(
        "() => { for (let next; (next = document.getElementById('q-commune').nextElementSibling)?.className === 'asked';)"
        " next.remove() }"
    )
    desk.locator("#commune").focus()
    desk.keyboard.type("Annecy")
    leave_question(desk, "commune")
    settled(desk)
    first = desk.evaluate("document.querySelector('#q-commune + .asked').dataset.fact")
    assert desk.evaluate("document.activeElement.name") == first


def test_a_question_answered_while_the_site_answers_is_not_lost(desk: Page, line: Line) -> None:
    """The reply to the age was made without it, and asks for it no more: the newer answer stays, and is sent."""
    line.delay = 1
    desk.locator("#age").fill("8")
    desk.locator("#age").blur()
    desk.locator("label[for=aides_percues-actp]").click()
    settled(desk)
    assert "actp" in desk.evaluate("new FormData(document.querySelector('form.desk')).getAll('aides_percues')")


def test_an_answer_changed_and_changed_back_loses_nothing(desk: Page) -> None:
    desk.locator("label[for=aides_percues-actp]").click()
    settled(desk)
    desk.locator("#age").fill("8")
    desk.locator("#age").blur()
    expect(desk.locator("#q-aides_percues")).to_have_count(0)
    desk.locator("#age").fill("45")
    desk.locator("#age").blur()
    expect(desk.locator("#aides_percues-actp")).to_be_checked()


def leave_question(desk: Page, fact: str) -> None:
    """Tab past its field and the boxes that stand for it."""
    for _ in range(8):
        desk.keyboard.press("Tab")
        if desk.evaluate("document.activeElement.name") != fact:
            return


@pytest.mark.parametrize(("lang", "fault"), [("fr", "502"), ("en", "offline")])
def test_an_answer_that_does_not_arrive_is_told_beside_the_verdicts(
    page: Page, line: Line, lang: str, fault: str
) -> None:
    line.delay, line.broken = 0, False
    sent = papers(page)
    page.goto(f"{line.address}/{lang}/poste-accueil?besoins=autonomie")
    told = page.locator("#verdicts #unreached")
    expect(told).to_be_empty()
    line.broken = fault == "502"
    page.context.set_offline(fault == "offline")
    page.locator("#age").fill("72")
    page.keyboard.press("Tab")
    expect(told).to_contain_text(UNREACHED[lang])
    expect(page.locator("#age")).to_have_value("72")
    assert focused(page) != "BODY"
    page.keyboard.press("F9")
    page.wait_for_timeout(300)
    assert sent == [], "that paper would be from before the last answer"
    line.broken = False
    page.context.set_offline(False)
    expect(told).to_be_empty(timeout=8_000)  # it tries again by itself
    page.keyboard.press("F9")
    arrived(page, sent)


@good_and_bad_lines
def test_enter_sends_and_goes_on(desk: Page, line: Line, delay: float) -> None:
    """To the next question that still serves, even where the answer has closed the one that followed."""
    line.delay = delay
    desk.locator("#age").focus()
    desk.keyboard.type("8")
    desk.keyboard.press("Enter")
    expect(desk.locator("#q-aides_percues")).to_have_count(0)
    assert desk.evaluate("document.activeElement.closest('.asked').dataset.fact") == following_question(desk, "age")


def following_question(desk: Page, fact: str) -> str:
    """The next one without an answer."""
    return desk.evaluate(
        "fact => { const all = [...document.querySelectorAll('.asked')];"
        " return all.slice(all.findIndex(one => one.dataset.fact === fact) + 1)"
        ".find(one => !one.querySelector(':checked') && !one.querySelector('input[type=text]')?.value).dataset.fact }",
        fact,
    )


def test_the_other_language_takes_all_along(desk: Page, line: Line) -> None:
    line.delay = 1
    desk.locator("#age").focus()
    desk.keyboard.type("72")
    desk.locator("#commune").click()
    desk.keyboard.type("Annecy")
    with desk.expect_navigation():
        desk.locator("header button[lang=en]").click()
    assert desk.url.startswith(f"{line.address}/en/poste-accueil")
    shown = desk.evaluate(VALUES)
    assert (shown["age"], shown["commune"]) == ("72", "Annecy")
    expect(desk.locator("#demande_autonomie-aide-domicile")).to_be_checked()
