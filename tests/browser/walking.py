"""Plays a journey in a page as a person would, by mouse or by keyboard alone, with or without JavaScript."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from playwright.sync_api import Page

MOST_STOPS = 200  # presses of Tab in one page, before one calls oneself lost
MOST_QUESTIONS = 40
SEND = "main form button.go"
FOLDED = "details:not([open]):has({}) > summary"  # what hides an answer


@dataclass(frozen=True)
class Journey:
    """A person: a need, answers by question (any other is « je ne sais pas »), and some verdicts to expect."""

    need: str
    answers: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    verdicts: Mapping[str, str] = field(default_factory=dict)


class Hand(Protocol):
    """How a person acts on a page."""

    def choose(self, selector: str) -> None: ...
    def write(self, selector: str, text: str) -> None: ...
    def press(self, selector: str) -> None: ...


class Mouse:
    """Clicks where one sees the words, as most people do."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def choose(self, selector: str) -> None:
        for folded in self.page.locator(FOLDED.format(selector)).all():
            folded.click()
        label = self.page.locator(f".choice:has({selector}) label")
        if not self.page.locator(selector).is_checked():
            label.click()

    def write(self, selector: str, text: str) -> None:
        self.page.locator(selector).click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def press(self, selector: str) -> None:
        self.page.locator(selector).first.click()


class Keyboard:
    """Tab, arrows, Space, Enter and letters: nothing else touches the page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def choose(self, selector: str) -> None:
        if self.page.locator(FOLDED.format(selector)).count():
            self.press(FOLDED.format(selector))
        kind, name = self.page.locator(selector).evaluate("input => [input.type, input.name]")
        if kind == "checkbox":
            self.reach(selector)
            if not self.page.locator(selector).is_checked():
                self.page.keyboard.press("Space")
            return
        self.reach(f"input[name={name}]")  # Tab enters a group of radio buttons once; arrows move in it
        for _ in range(MOST_STOPS):
            if self.is_on(selector):
                break
            self.page.keyboard.press("ArrowDown")
        if not self.page.locator(selector).is_checked():
            self.page.keyboard.press("Space")

    def write(self, selector: str, text: str) -> None:
        self.reach(selector)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def press(self, selector: str) -> None:
        self.reach(selector)
        self.page.keyboard.press("Enter")

    def reach(self, selector: str) -> None:
        for _ in range(MOST_STOPS):
            if self.is_on(selector):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{selector} cannot be reached with Tab on {self.page.url}")

    def is_on(self, selector: str) -> bool:
        return self.page.evaluate("selector => document.activeElement.matches(selector)", selector)


def begin(page: Page, home: str, hand: Hand, need: str) -> None:
    """Choose a need on the home page."""
    page.goto(home)
    hand.choose(f"#besoins-{need}")
    send(page, hand)


def questions(page: Page, hand: Hand, journey: Journey) -> Iterator[str]:
    """Answer each question in turn, until the result. Gives the question's id before answering it, and « urgence » on
    the page that shows whom to call before going on."""
    for _ in range(MOST_QUESTIONS):
        place = page.url.split("?")[0].split("/")[-1]
        if place == "resultats":
            return
        yield place
        if place == "urgence":
            send(page, hand, "main a.go")
        else:
            fill(page, hand, journey.answers.get(place, "nsp"))
            send(page, hand)
    raise AssertionError(f"no result after {MOST_QUESTIONS} pages, now on {page.url}")


def walk(page: Page, home: str, hand: Hand, journey: Journey) -> list[str]:
    """The whole journey, from the home page to the result. Gives the pages seen on the way."""
    begin(page, home, hand, journey.need)
    return list(questions(page, hand, journey))


def fill(page: Page, hand: Hand, answer: str | tuple[str, ...]) -> None:
    """Answer the question shown, without sending it."""
    if not page.locator("input#answer").count():
        for option in (answer,) if isinstance(answer, str) else answer:
            hand.choose(f"#answer-{option}")
    elif answer == "nsp":
        hand.choose("#unknown-y, #pick-nsp")
    else:
        hand.write("#answer", str(answer))


def send(page: Page, hand: Hand, button: str = SEND) -> None:
    with page.expect_navigation():
        hand.press(button)


def to_the_letter(page: Page, hand: Hand) -> None:
    """From a result to the letter that it offers, folded until one asks how to write."""
    letter = "a[href*='/lettres/']"
    hand.press(FOLDED.format(letter))
    with page.expect_navigation():
        hand.press(letter)


def verdicts(page: Page) -> dict[str, str]:
    """What the result page says of each aid, by id, folded or not."""
    return _verdicts(page, "card.id")


def named_verdicts(page: Page) -> dict[str, str]:
    """The same by the names of the aids, which the desk tells too."""
    return _verdicts(page, "said(card, 'h3')")


def _verdicts(page: Page, key: str) -> dict[str, str]:
    """Of all cards at once: there may be many."""
    said = "const said = (card, what) => card.querySelector(what).textContent.trim().replace(/\\s+/g, ' ');"
    found = f"cards => {{ {said} return cards.map(card => [{key}, said(card, '.verdict')]); }}"
    return dict(page.locator("article.card").evaluate_all(found))
