"""Plays a person through the site: reads the form of each page, fills it in, follows where it leads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.forms import DONT_KNOW, Form, Written, main_form, read_forms
from tests.web.page import parse
from tests.web.words import words_of

MOST_REDIRECTS = 3
MOST_PAGES = 100


@dataclass
class Page:
    """A page as it came."""

    response: TestResponse

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def path(self) -> str:
        return self.response.request.path

    @property
    def address(self) -> str:
        """The path and the search."""
        query = self.response.request.query_string.decode()
        return f"{self.path}?{query}" if query else self.path

    @cached_property
    def tree(self) -> Element:
        return parse(self.response.text)

    @property
    def heading(self) -> str:
        return words_of(next(self.tree.iter("h1")))

    @cached_property
    def form(self) -> Form:
        """The form that moves on."""
        return main_form(self.tree)

    def form_of(self, element: Element) -> Form:
        """Any form of this page."""
        return next(
            read for read, item in zip(read_forms(self.tree), self.tree.iter("form"), strict=True) if item is element
        )

    @property
    def fact(self) -> str | None:
        """The fact that this page asks for, if it is a question."""
        parts = self.path.split("/")
        return parts[3] if len(parts) == 4 and parts[2] == "questions" and self.status in (200, 422) else None

    @property
    def is_result(self) -> bool:
        return self.path.endswith("/resultats")

    @property
    def is_stateless_result(self) -> bool:
        """The result of the form on one page."""
        return self.path.endswith("/une-page") and self.status == 200 and self.names_a_place

    @property
    def names_a_place(self) -> bool:
        """Whether it says where to go, as every result does."""
        return any(item.get("id") == "service" for item in self.tree.iter("h2"))

    @property
    def tiles(self) -> list[str]:
        """On a result page: what the tiles under the title say, and where they lead in the page."""
        shown = (item for item in self.tree.iter("a") if item.get("class") == "tile")
        return [f"{item.get('href')} {words_of(item)}" for item in shown]

    def links(self, kind: str | None = None) -> list[str]:
        """Addresses that the page links to; with `kind`, of links or paragraphs of that class."""
        if kind is None:
            return [item.get("href", "") for item in self.tree.iter("a")]
        marked = [item for item in self.tree.iter() if kind in item.get("class", "").split()]
        return [link.get("href", "") for item in marked for link in item.iter("a")]

    def in_language(self, lang: str) -> str:
        """Where the language switch leads: a link, or a button that sends the form of the page along."""
        return switches(self.tree)[lang]

    @property
    def answers(self) -> dict[str, str]:
        """On the page of answers: each answer in words, by its question."""
        rows = [item for item in self.tree.iter("div") if item.find("dt") is not None]
        return {words_of(row.find("dt")): words_of(row.find("dd")) for row in rows}

    @property
    def verdicts(self) -> dict[str, str]:
        """On a result page: the verdict of each aid shown, by its name; on a card, those that the same call may give."""
        cards = [item for item in self.tree.iter("article") if "card" in item.get("class", "").split()]
        along = [line for card in cards for line in card.iter("li") if line.find("p") is not None]
        return {words_of(card.find("h3")): _verdict(card) for card in cards} | {
            words_of(line.find("button")): _verdict(line) for line in along
        }


def switches(tree: Element) -> dict[str, str]:
    """The addresses of the language switch, by language."""
    links = {item.get("hreflang", ""): item.get("href", "") for item in tree.iter("a") if item.get("hreflang")}
    buttons = [item for item in tree.iter("button") if item.get("name") == "langue"]
    return links | {item.get("value", ""): item.get("formaction", "") for item in buttons}


def _verdict(card: Element) -> str:
    return next(item.get("class", "") for item in card.iter("p") if item.get("class", "").startswith("verdict "))


class Visitor:
    """Someone with a browser that has no scripts. `page` is what they see, `history` where they have been."""

    def __init__(self, client: FlaskClient, lang: str = "fr") -> None:
        self.client = client
        self.lang = lang
        self.asked: list[str] = []
        self.history: list[str] = []
        self.page: Page

    def go(self, address: str) -> Page:
        """Open an address and follow where it leads, never in circles."""
        return self._follow(self.client.get(address))

    def send(self, data: Mapping[str, Written], address: str | None = None) -> Page:
        """Send the form of this page, filled in so."""
        return self._follow(self.client.post(address or self.page.form.action or self.page.address, data=data))

    def switch(self, lang: str, filled: Mapping[str, Written] | None = None) -> Page:
        """Press the language switch, the form of the page being filled in so."""
        button = next(item for item in self.page.tree.iter("button") if item.get("value") == lang)
        form = next(item for item in self.page.tree.iter("form") if item.get("id") == button.get("form"))
        data = {**self.page.form_of(form).data, **(filled or {}), "langue": lang}
        if form.get("method") == "get":
            return self._follow(self.client.get(button.get("formaction", ""), query_string=data))
        return self.send(data, button.get("formaction", ""))

    def answer(self, written: Written = DONT_KNOW) -> Page:
        """Answer the question of this page."""
        self.asked.append(self.page.fact or "")
        return self.send(self.page.form.with_answer(written))

    def begin(self, needs: Iterable[str]) -> Page:
        """Choose needs on the home page. Answers already given are kept, as the site keeps them."""
        self.asked = []
        self.go(f"/{self.lang}/")
        return self.send({**self.page.form.data, "besoins": list(needs)})

    def continue_to_result(self, persona: Mapping[str, Written], until: str | None = None) -> Page:
        """Answer by fact, « je ne sais pas » by default, until the result or until a question is put."""
        for _ in range(MOST_PAGES):
            fact = self.page.fact
            if self.page.is_result or (fact and fact == until):
                return self.page
            if fact:
                page = self.answer(persona.get(fact, DONT_KNOW))
                assert page.status == 200, f"{fact} = {persona.get(fact)} → {page.status}"
            else:
                assert self.page.path.endswith("/urgence"), f"lost on {self.page.path}"
                self.go(self.page.links("go")[0])
        raise AssertionError(f"no result after {MOST_PAGES} pages: {self.asked}")

    def continue_from_answers(self, persona: Mapping[str, Written]) -> Page:
        """From the page of answers, or from anywhere, on to the result."""
        self.go(f"/{self.lang}/questions")
        return self.continue_to_result(persona)

    def reach(self, fact: str, needs: Iterable[str], persona: Mapping[str, Written] | None = None) -> Page:
        """The page of one question, on a new journey that comes to it."""
        self.begin(needs)
        page = self.continue_to_result(persona or {}, until=fact)
        assert page.fact == fact, f"{fact} is not asked of such a person"
        return page

    def play(self, needs: Iterable[str], persona: Mapping[str, Written]) -> Page:
        """From the home page to the result."""
        self.begin(needs)
        return self.continue_to_result(persona)

    def open_needs(self) -> list[str]:
        """The needs that the home page offers."""
        return self.go(f"/{self.lang}/").form.boxes["besoins"]

    def _follow(self, response: TestResponse) -> Page:
        for _ in range(MOST_REDIRECTS):
            if not 300 <= response.status_code < 400:
                self.page = Page(response)
                self.history.append(self.page.address)
                return self.page
            target = response.headers["Location"]
            assert not urlsplit(target).netloc, f"sent away to {target}"
            response = self.client.get(target)
        raise AssertionError(f"redirected in circles, last to {response.headers.get('Location')}")
