"""Sixty results in two languages: the first three things are right, nothing sensitive, what is cut is counted."""

from __future__ import annotations

import re

import pypdfium2
from flask import Flask, g

from tests.paper.documents import squeezed
from tests.paper.drawn import DRAWS, Laid, each_language, laid_out
from web.paper.answers import has_private, private, told
from web.words.plan_words import act
from web.words.wording import Wording

NUMBER = re.compile(r"0\d(?:\d\d){4}|\b1\d\d?\b")


def text_of(item: Laid, *, first: bool = False) -> str:
    """The words of its pages, or of the first, squeezed."""
    pages = list(pypdfium2.PdfDocument(item.pdf))[: 1 if first else None]
    return squeezed("".join(page.get_textpage().get_text_range() for page in pages).replace("\ufffe", "-"))


def lacking(wanted: list[str], text: str) -> list[str]:
    return [words for words in wanted if squeezed(words) not in text]


@each_language
def test_the_first_three_things_are_those_of_the_plan(app: Flask, lang: str) -> None:
    """What to do, each paper of the first step and no other, the place with a number: all on the first page."""
    found = {}
    with app.test_request_context(f"/{lang}/"):
        g.lang = lang
        for number, item in enumerate(laid_out(app, lang)):
            sheet, plan = item.sheet, item.sheet.plan
            wording, said, page = sheet.wording, sheet.data(item.cuts), text_of(item, first=True)
            wanted = [act(plan, wording)]
            wanted += [wording.aid_name(plan.first.aid)] if plan.first else []
            papers = [wording.say(paper.document, "name") for paper in plan.papers]
            assert [paper["name"] for paper in said["papers"]] == papers
            wanted += papers if sheet.known else [said["bring"]]
            assert plan.place
            wanted.append(wording.say(plan.place.referral.role, "name"))
            places = squeezed("".join(place for stop in said["place"] for place in stop["places"]))
            assert NUMBER.search(places), number
            if lost := lacking(wanted, page):
                found[number] = lost
    assert found == {}


@each_language
def test_nothing_sensitive_is_printed(app: Flask, lang: str) -> None:
    found, secrets = {}, 0
    with app.test_request_context(f"/{lang}/"):
        g.lang = lang
        for number, item in enumerate(laid_out(app, lang)):
            plan, text = item.sheet.plan, text_of(item)
            case, wording = plan.case, Wording.of(plan.case)
            secrets += has_private(plan)
            kept = [fact for fact in case.path.asked if fact in private(case.catalogue)]
            answers = [squeezed(told(case, fact, wording)) for fact in kept if case.answers[fact] is not None]
            if shown := [answer for answer in answers if answer in text]:
                found[number] = shown
    assert found == {}
    assert secrets >= DRAWS / 3


@each_language
def test_what_is_cut_is_counted_on_the_paper(app: Flask, lang: str) -> None:
    counted = 0
    with app.test_request_context(f"/{lang}/"):
        g.lang = lang
        for item in laid_out(app, lang):
            more = item.sheet.data(item.cuts)["more"]
            counted += len(more)
            assert lacking(list(more.values()), text_of(item)) == []
            gone = item.sheet.lines.left_out(item.cuts)
            assert {part for part in gone if part not in ("answers", "urgent")} == more.keys()
    assert counted >= 5
