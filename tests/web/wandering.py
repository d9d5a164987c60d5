"""Someone who goes anywhere: random answers, Back, changes, fresh starts, other languages, old links, nonsense."""

import random

from flask.testing import FlaskClient

from engine.content.catalogue import Catalogue
from tests.web.forms import DONT_KNOW, Form, Written
from tests.web.journeys import Page, Visitor
from web.words.i18n import LANGUAGES

NONSENSE: list[Written] = ["", " ", "inconnu", "-5", "12a", "9" * 20, "٣", "é" * 200, ["x", "y"], "nsp nsp"]
TOWNS = ["Annecy", "74100", "st gervais", "74000", "thonon les bains", "Nulle-Part"]


class Wanderer:
    """One random journey, the same at each run for the same seed."""

    def __init__(self, client: FlaskClient, catalogue: Catalogue, seed: int) -> None:
        self.draw = random.Random(seed)
        self.catalogue = catalogue
        self.visitor = Visitor(client, self.draw.choice(list(LANGUAGES)))

    def wander(self, steps: int) -> Page:
        """Some steps at random, then straight on to the result."""
        self.begin()
        for _ in range(steps):
            self.draw.choices(
                [self.answer, self.go_back, self.follow_a_link, self.begin, self.talk_nonsense, self.jump],
                weights=[70, 8, 8, 2, 8, 4],
            )[0]()
        return self.finish()

    def begin(self) -> None:
        needs = list(self.catalogue.open_needs)
        self.visitor.begin(self.draw.sample(needs, self.draw.randint(1, len(needs))))

    def answer(self) -> None:
        """A valid answer to the question of this page, if it is one; « je ne sais pas » one time in five."""
        page = self.visitor.page
        if page.fact:
            self.visitor.answer(DONT_KNOW if self.draw.random() < 0.2 else self.valid(page.fact, page.form))

    def valid(self, fact: str, form: Form) -> Written:
        question = self.catalogue.questions[fact].written
        if question.kind in ("nombre", "montant"):
            sure = question.doubt_from - 1 if question.doubt_from else 3000
            return str(self.draw.randint(question.min or 0, min(question.max or 2000, sure, 3000)))
        if question.kind == "commune":
            return self.draw.choice([*form.boxes["pick"], "Annecy", "Cluses"])
        options = [value for value in form.boxes["answer"] if value != DONT_KNOW]
        if question.kind != "choix-multiple":
            return self.draw.choice(options)
        alone = {option.id for option in question.options if option.exclusive}
        chosen = self.draw.sample(options, self.draw.randint(1, len(options)))
        return chosen[:1] if alone & set(chosen) else chosen

    def go_back(self) -> None:
        """By the link of the page or by the browser's button: an address seen not long ago."""
        self.visitor.go(self.draw.choice([*self.visitor.page.links("back"), *self.visitor.history[-3:]]))

    def follow_a_link(self) -> None:
        """Any link of the page, the language switch and « changer » included; outside links are left alone, and papers
        open beside it."""
        links = [link for link in self.visitor.page.links() if link.startswith("/") and ".pdf" not in link]
        self.visitor.go(self.draw.choice(links))

    def talk_nonsense(self) -> None:
        page = self.visitor.page
        if page.fact:
            self.visitor.send({**page.form.data, "answer": self.draw.choice(NONSENSE + TOWNS), "pick": "74999"})

    def jump(self) -> None:
        """An address kept from another day."""
        fact = self.draw.choice([*self.catalogue.questions, "inconnue"])
        self.visitor.go(f"/{self.visitor.lang}/" + self.draw.choice(["resultats", "reponses", f"questions/{fact}"]))

    def finish(self) -> Page:
        """From anywhere: as many more answers as there are questions must be enough."""
        self.visitor.go(f"/{self.visitor.lang}/questions")
        for _ in self.catalogue.questions:
            if not self.visitor.page.fact:
                break
            self.answer()
            if self.visitor.page.path.endswith("/urgence"):
                self.visitor.go(self.visitor.page.links("go")[0])
        return self.visitor.page
