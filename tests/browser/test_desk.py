"""An agent with people waiting: five cases by keyboard alone, beside the same five in the resident's journey."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journeys import AUTONOMY, DANGER, HOUSING
from tests.browser.test_desk_typing import papers
from tests.browser.walking import Journey, Keyboard, named_verdicts, walk

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


@pytest.mark.long  # `test_desk_one_screen.py` takes the keys of a desk alone
@pytest.mark.parametrize("journey", CASES.values(), ids=CASES.keys())
def test_a_case_by_keyboard_alone(page: Page, site: str, desk: str, journey: Journey) -> None:
    here = serve(page, desk, journey)
    found = named_verdicts(page)
    assert found
    assert page.locator(".told, .danger").count()

    counted = CountedKeys(page)
    start = time.perf_counter()
    walk(page, f"{site}/fr/", Keyboard(counted), journey)  # type: ignore[arg-type]
    there = Effort(time.perf_counter() - start, counted.count)
    assert found.items() <= named_verdicts(page).items()
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


def test_one_key_prints_the_paper_with_notes_that_go_nowhere_else(page: Page, desk: str) -> None:
    sent = papers(page)
    serve(page, desk, CONTEST)
    page.locator("#notes").fill("rappeler mardi")
    page.locator("#feuille").select_option("en")
    with page.context.expect_page():
        page.keyboard.press("F9")
    [paper] = sent
    assert (paper["notes"], paper["feuille"]) == ("rappeler mardi", "en")
    assert "papiers" not in paper
    page.locator("#q-changement_decision b").click()  # its answer is folded into one line
    with page.expect_request("**/poste-accueil") as update:
        page.locator("label[for=changement_decision-oubli]").click()
    assert "rappeler" not in (update.value.post_data or "")
    expect(page.locator("#notes")).to_have_value("rappeler mardi")
    with page.context.expect_page():
        page.locator("button[name=papiers]").click()
    assert sent[1]["papiers"] == "oui"
    assert sent[1]["code"] != paper["code"], "that of the last answer"


def test_the_emptied_page_comes_back_by_one_key_for_a_while(page: Page, desk: str) -> None:
    page.clock.install()
    page.goto(f"{desk}?besoins=autonomie")
    page.locator("#age").fill("84")
    page.locator("#notes").fill("rappeler mardi")
    page.locator("label[for=pour_qui-mere]").click()
    expect(page.locator("#q-age")).to_contain_text("Compris")
    page.keyboard.press("F8")
    expect(page.locator("#questions input")).to_have_count(0)
    expect(page.locator("#notes")).to_have_value("")
    expect(page.locator("#undo")).to_be_visible()
    page.keyboard.press("F2")
    expect(page.locator("#age")).to_have_value("84")
    expect(page.locator("#pour_qui-mere")).to_be_checked()
    expect(page.locator("#besoins-autonomie")).to_be_checked()
    expect(page.locator("#notes")).to_have_value("rappeler mardi")
    page.keyboard.press("F8")
    expect(page.locator("#undo")).to_be_visible()
    page.clock.run_for(20_500)
    expect(page.locator("#undo")).to_be_hidden()
    page.keyboard.press("F2")
    expect(page.locator("#questions input")).to_have_count(0)
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_leaving_asks_first_where_answers_stand(page: Page, desk: str) -> None:
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(f"{desk}?besoins=autonomie")
    page.keyboard.press("Tab")
    page.reload()
    assert asked == []
    page.locator("label[for=pour_qui-mere]").click()
    page.reload()
    assert asked == ["beforeunload"]


def test_the_search_finds_an_aid_a_figure_a_question_and_opens_a_code(page: Page, desk: str) -> None:
    page.goto(f"{desk}?besoins=autonomie")
    page.locator("#age").fill("84")
    with updated(page):
        page.locator("#age").blur()
    with updated(page):
        page.locator("label[for=pour_qui-mere]").click()
    code = page.locator("#code").inner_text()
    page.keyboard.press("/")
    expect(page.locator("#cherche")).to_be_focused()
    page.keyboard.type("montant ASPA")
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_contain_text("Minimum vieillesse (ASPA), par mois, personne seule")
    page.locator("#cherche").fill("1")
    page.keyboard.press("Enter")
    expect(page.locator("#danger-non")).to_be_focused()
    page.keyboard.press("F8")
    expect(page.locator("#questions input")).to_have_count(0)
    page.keyboard.press("/")
    page.keyboard.type(code)
    page.keyboard.press("Enter")
    expect(page.locator("#age")).to_have_value("84")
    expect(page.locator("#pour_qui-mere")).to_be_checked()
    expect(page.locator("#cherche")).to_have_value("")


def test_what_one_opened_stays_open_at_the_next_answer(page: Page, desk: str) -> None:
    page.goto(f"{desk}?besoins=autonomie")
    page.locator("label[for=demande_autonomie-aide-domicile]").click()
    row = page.locator(".lines button").nth(1)
    row.click()
    expect(page.locator("#texte")).to_contain_text(row.inner_text())
    page.locator(".text summary").first.click()
    opened = page.locator(".text details[open]").get_attribute("id")
    with updated(page):
        page.locator("label[for=pour_qui-mere]").click()
    expect(page.locator(f"#{opened}")).to_have_attribute("open", "")
    expect(page.locator(".card[aria-current] h3")).to_have_text(row.inner_text())


def test_a_need_taken_away_and_back_has_its_answers_again(page: Page, desk: str) -> None:
    page.goto(f"{desk}?besoins=autonomie")
    page.locator("#age").fill("84")
    page.locator("label[for=pour_qui-mere]").click()
    page.locator("label[for=besoins-autonomie]").click()
    expect(page.locator("#questions .asked")).to_have_count(0)
    page.locator("label[for=besoins-autonomie]").click()
    expect(page.locator("#age")).to_have_value("84")
    expect(page.locator("#pour_qui-mere")).to_be_checked()


GESTURES: list[Callable[[Page], object]] = [
    lambda page: page.keyboard.press("Shift"),
    lambda page: page.mouse.move(300, 300),
    lambda page: page.dispatch_event("body", "touchstart"),
]


def test_nobody_at_the_keyboard_and_it_empties_itself_after_a_warning(page: Page, desk: str) -> None:
    page.clock.install()
    page.goto(desk)
    page.locator("label[for=besoins-autonomie]").click()
    expect(page.locator("#demande_autonomie")).to_be_visible()
    page.clock.run_for(9 * 60_000 - 30_000)  # the clock runs on by itself: not to the second on a slow machine
    expect(page.locator("#idle")).to_be_hidden()
    page.clock.run_for(31_000)
    expect(page.locator("#idle")).to_be_in_viewport(ratio=1)
    for gesture in GESTURES:
        gesture(page)
        expect(page.locator("#idle")).to_be_hidden()
        page.clock.run_for(9 * 60_000 + 1000)
        expect(page.locator("#idle")).to_be_in_viewport(ratio=1)
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
