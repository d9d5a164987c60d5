"""Empty questionnaires as printed and as data, and what they should hold, told again from the rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

import msgspec
import pytest
from flask import Flask, g

from engine.content.catalogue import Catalogue
from engine.content.entries import AidEntry, QuestionEntry
from engine.content.shapes.questions import Option
from engine.rules.conditions import facts as rule_facts
from engine.rules.partial import what_is_left
from tests.paper.documents import LANGS, opened, pages_of, squeezed
from tests.sampled import cases
from web.current import today
from web.paper.blank_questionnaire import blank_questionnaire
from web.words.wording import Wording

NEEDS = ("logement", "enfance", "autonomie", "budget", "sante")

# What hangs on the layout alone is looked at in one language, and in all as a long proof.
once_each = pytest.mark.parametrize(
    ("need", "lang"),
    [pytest.param(need, lang, marks=[] if lang == "fr" else [pytest.mark.long]) for need in NEEDS for lang in LANGS],
)
# What hangs on the words too: each need and each language; all in all languages as a long proof.
_PAPERS = [(need, lang) for need in NEEDS for lang in LANGS]
every = pytest.mark.parametrize(
    ("need", "lang"),
    [
        pytest.param(*paper, marks=case.marks)
        for paper, case in zip(_PAPERS, cases(_PAPERS, kinds=tuple, most=6), strict=True)
    ],
)
each_need = pytest.mark.parametrize("need", NEEDS)


@cache
def printed(app: Flask, need: str, lang: str) -> bytes:
    """What a visitor without a cookie is given."""
    page = app.test_client(use_cookies=False).get(f"/{lang}/{need}/questionnaire.pdf")
    assert page.status_code == 200
    assert page.mimetype == "application/pdf"
    assert "Set-Cookie" not in page.headers
    return page.data


def told(app: Flask, need: str, lang: str = "fr") -> dict[str, Any]:
    """The same as data."""
    with app.test_request_context(f"/{lang}/"):
        g.lang = lang
        return blank_questionnaire(need, Wording(app.extensions["catalogue"], today()), today())


@cache
def sayer(app: Flask, lang: str) -> Callable[..., str]:
    """`say(item, field)` in this language."""

    said: dict[tuple[int, str], str] = {}  # by the place in memory of what the content holds: some of it has no hash

    def say(item: msgspec.Struct, field: str = "text") -> str:
        if (id(item), field) not in said:
            with app.test_request_context(f"/{lang}/"):
                g.lang = lang
                said[id(item), field] = Wording(app.extensions["catalogue"], today()).say(item, field)
        return said[id(item), field]

    return say


@cache
def body(document: bytes) -> str:
    """The text of all pages without the line at their foot, squeezed."""
    read = opened(document)
    assert read.metadata is not None
    foot = re.escape(squeezed(f"{read.metadata.author} – {read.metadata.title}")) + r"\d+/\d+"
    pages = [re.subn(foot, "", squeezed(page)) for page in pages_of(document)]
    assert {found for _, found in pages} == {1}
    return "".join(text for text, _ in pages)


def missing(wanted: list[str], document: bytes) -> list[str]:
    """Those of these texts that the document does not hold."""
    text = body(document)
    return [words for words in wanted if squeezed(words) not in text]


def asked(catalogue: Catalogue, need: str) -> list[QuestionEntry]:
    """Every question that some rule of the need looks at, in content order: but for those of another need."""
    others = {item.demand for item in catalogue.needs.values() if item.id != need and item.demand}
    nothing = {demand: frozenset[str]() for demand in others}
    facts = {*catalogue.first_questions, catalogue.place_question}
    for aid in catalogue.aids_for(frozenset([need])):
        facts |= aid.verdict_facts | aid.detail_facts
    while waited := {f for fact in facts if (rule := catalogue.questions[fact].rule) for f in rule.facts} - facts:
        facts |= waited
    facts -= others
    rules = {name: item.rule for name, item in catalogue.questions.items() if item.rule}
    while idle := {
        fact
        for fact in facts & rules.keys()
        if (put := rules[fact].test(nothing, {})) is False or (put is None and facts.isdisjoint(rules[fact].facts))
    }:
        facts -= idle
    found = [item for name, item in catalogue.questions.items() if name in facts]
    return [item for item in found if not item.rule or left(catalogue, need, item) is not None]


def left(catalogue: Catalogue, need: str, item: QuestionEntry) -> frozenset[str] | None:
    """What decides whether a question is for whoever looks for something in this need; nothing where all is settled.

    `None` where it is for none of them.
    """
    if item.rule is None:
        return frozenset()
    demand = catalogue.questions[catalogue.needs[need].demand or ""]
    sought = {demand.id: demand.options - demand.outside}
    open_part = what_is_left(item.rule.expression, catalogue.nothing_sought([need]), sought)
    if isinstance(open_part, bool):
        return frozenset() if open_part else None
    return frozenset(rule_facts(open_part))


def boxes(item: QuestionEntry, need: str) -> list[Option]:
    """The answers on the paper of a need: children and pregnancy are one question for money, two elsewhere.

    What families are offered is for whoever comes for a child; what is a care, for whoever comes for health.
    """
    family = {"souhait_grossesse": {"bebe"}, "besoin_sante_enfant": {"visite", "carnet", "ateliers"}}
    care = {"besoin_sante_enfant": {"troubles"}}
    if item.id in family:
        apart = (care if need == "enfance" else family).get(item.id, set())
        return [option for option in item.written.options if option.id not in apart]
    if item.id != "enfants_a_charge":
        return list(item.written.options)
    apart = {"aucun"} if need == "budget" else {"ni-enfant-ni-grossesse", "grossesse", "par-moments"}
    return [option for option in item.written.options if option.id not in apart]


def whole_aids(catalogue: Catalogue, need: str) -> list[AidEntry]:
    """The aids of a need, variants left out, and those that one asks for in another need alone."""
    aids = [aid for aid in catalogue.aids_for(frozenset([need])) if aid.parent is None]
    nothing = catalogue.nothing_sought([need])
    return [aid for aid in aids if all(rule.test(nothing, {}) is not False for rule in aid.concerns)]
