"""An agent with people waiting: five cases by keyboard alone, beside the same five in the resident's journey."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journeys import AUTONOMY, DANGER, HOUSING
from tests.browser.walking import Journey, Keyboard, walk, words

CARE_HOME = Journey(
    need="autonomie",
    answers={
        "danger": "non", "pour_qui": "proche", "demande_autonomie": ("etablissement",), "age": "88",
        "lieu_de_vie": "ehpad", "difficultes_quotidien": ("gir-fixe",), "gir": "2",
        "frais_sejour": "trop-chers-habilite", "commune": "Annecy", "nationalite": "francaise",
    },
)  # fmt: skip
CONTEST = Journey(
    need="autonomie",
    answers={
        "danger": "non", "pour_qui": "proche", "demande_autonomie": ("contester",), "commune": "Annecy",
        "reception_decision": "moins-de-2-mois", "type_decision": "aide-sociale", "changement_decision": "rien",
    },
)  # fmt: skip
CASES = {"home help": AUTONOMY, "care home": CARE_HOME, "contest": CONTEST, "rent": HOUSING, "danger": DANGER}


class CountedKeys:
    """A page whose keyboard counts what is pressed."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.count = 0

    def __getattr__(self, name: str):
        return getattr(self._page, name)

    @property
    def keyboard(self) -> "CountedKeys":
        return self

    def press(self, key: str) -> None:
        self.count += 1
        self._page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.count += len(text)
        self._page.keyboard.type(text)


@dataclass
class Effort:
    seconds: float
    keys: int


@pytest.fixture
def desk(site: str) -> str:
    return f"{site}/fr/poste-accueil"


def serve(page: Page, desk: str, journey: Journey) -> Effort:
    """Tick the need, then answer what the visitor knows, in the order of the page."""
    counted = CountedKeys(page)
    hand = Keyboard(counted)  # type: ignore[arg-type]
    start = time.perf_counter()
    page.goto(desk)
    with updated(page):
        hand.choose(f"#besoins-{journey.need}")
    done: set[str] = set()
    while fact := next(unanswered(page, journey, done), None):
        done.add(fact)
        answer = journey.answers[fact]
        if page.locator(f"input#{fact}").count():
            hand.write(f"#{fact}", str(answer))
            with updated(page):
                counted.press("Tab")
        else:
            for option in (answer,) if isinstance(answer, str) else answer:
                with updated(page):
                    hand.choose(f"#{fact}-{option}")
    return Effort(time.perf_counter() - start, counted.count)


def unanswered(page: Page, journey: Journey, done: set[str]) -> Iterator[str]:
    shown = page.evaluate("[...new Set([...document.querySelectorAll('#questions input')].map(input => input.name))]")
    return (fact for fact in shown if fact in journey.answers and fact not in done)


class updated:  # noqa: N801  # reads as a phrase: « with updated(page) »
    """Waits until the answer given inside has changed the page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def __enter__(self) -> None:
        self.reply = self.page.expect_response(lambda response: response.request.method == "POST")
        self.reply.__enter__()

    def __exit__(self, *error: object) -> None:
        self.reply.__exit__(*error)
        expect(self.page.locator("#verdicts")).not_to_have_attribute("aria-busy", "true")


def verdicts(page: Page) -> dict[str, str]:
    return {words(card.locator("h3")): words(card.locator(".verdict")) for card in page.locator("article.card").all()}


@pytest.mark.parametrize("journey", CASES.values(), ids=CASES.keys())
def test_a_case_by_keyboard_alone(page: Page, site: str, desk: str, journey: Journey) -> None:
    here = serve(page, desk, journey)
    found = verdicts(page)
    assert found
    assert page.locator(".told, .danger").count()

    counted = CountedKeys(page)
    start = time.perf_counter()
    walk(page, f"{site}/fr/", Keyboard(counted), journey)  # type: ignore[arg-type]
    there = Effort(time.perf_counter() - start, counted.count)
    assert found.items() <= verdicts(page).items()
    print(f"desk {here.keys} keys, {here.seconds:.1f} s; journey {there.keys} keys, {there.seconds:.1f} s")
    assert here.keys < there.keys


def test_the_next_visitor_finds_nothing(page: Page, desk: str) -> None:
    serve(page, desk, CONTEST)
    page.keyboard.press("F8")
    expect(page.locator("#questions input")).to_have_count(0)
    expect(page.locator("#besoins-autonomie")).not_to_be_checked()
    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    page.go_back()
    expect(page.locator("#questions input")).to_have_count(0)


def test_one_key_prints_the_list(page: Page, desk: str) -> None:
    page.add_init_script("window.print = () => { window.printings = (window.printings ?? 0) + 1 }")
    serve(page, desk, CONTEST)
    page.keyboard.press("F9")
    assert page.evaluate("window.printings") == 1
    page.emulate_media(media="print")
    expect(page.locator("#printed")).to_be_visible()
    expect(page.locator("form.desk")).not_to_be_visible()


def test_nobody_at_the_keyboard_and_it_empties_itself_after_a_warning(page: Page, desk: str) -> None:
    page.clock.install()
    page.goto(desk)
    page.locator("#besoins-autonomie").check()
    expect(page.locator("#demande_autonomie")).to_be_visible()
    page.clock.run_for(9 * 60_000 - 30_000)  # the clock runs on by itself: not to the second on a slow machine
    expect(page.locator("#idle")).to_be_empty()
    page.clock.run_for(31_000)
    expect(page.locator("#idle")).not_to_be_empty()
    page.keyboard.press("Shift")
    expect(page.locator("#idle")).to_be_empty()
    page.clock.run_for(9 * 60_000 + 1000)
    expect(page.locator("#idle")).not_to_be_empty()
    page.clock.run_for(61_000)
    expect(page.locator("#questions input")).to_have_count(0)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_it_works_without_scripts(page: Page, desk: str) -> None:
    page.goto(desk)
    page.locator("label[for=besoins-autonomie]").click()
    page.locator("form.desk button[accesskey=m]").click()
    page.locator("label[for=demande_autonomie-carte]").click()
    page.locator("form.desk button.go").click()
    expect(page.locator("article.card")).not_to_have_count(0)
    page.locator("a[accesskey=v]").click()
    expect(page.locator("#questions input")).to_have_count(0)
