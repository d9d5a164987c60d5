"""A condition that is not met, or not known to be, never reads as a fact: on paper, to print and at the desk."""

from __future__ import annotations

import re

import pytest
from flask import Flask, g

from engine.case.plan import Plan
from engine.rules.truth import Answers
from tests.content.people import personas, play
from tests.load.weights import visitor
from tests.paper.documents import LANGS, squeezed, text_of
from tests.web.page import parse
from tests.web.words import words_of
from web.current import today
from web.paper.sheet import Sheet
from web.words.needed import needed
from web.words.wording import Wording

UNLIKELY: Answers = {
    "danger": frozenset({"non"}), "pour_qui": "moi", "demande_logement": frozenset({"impaye-loyer"}),
    "commune": "74010", "nationalite": "autre", "titre_sejour": "non",
}  # fmt: skip
WOULD = {"fr": "Il faudrait :", "en": "It would take:"}
DOUBTS = {"fr": ["À vérifier :", "À confirmer :"], "en": ["To check:", "To be confirmed:"]}
SENT = {"besoins": "logement", "danger": "non", "demande_logement": "impaye-loyer", "commune": "Annecy",
        "nationalite": "autre", "titre_sejour": "non"}  # fmt: skip


def conditions(app: Flask, lang: str) -> list[str]:
    """Every condition of the aids of housing, without its capital."""
    with app.test_request_context(f"/{lang}/"):
        g.lang = lang
        known, wording = app.extensions["catalogue"], Wording(app.extensions["catalogue"], today())
        aids = known.aids_for(frozenset(["logement"]))
        return [squeezed(wording.say(item.written))[1:] for aid in aids for item in aid.conditions]


def bare(said: str, texts: list[str], lang: str) -> list[str]:
    """The conditions that are said without a word before them."""
    words = "|".join(re.escape(squeezed(word)) for word in (WOULD[lang], *DOUBTS[lang]))
    return [text for text in texts if text in said and not re.search(f"(?:{words}).{re.escape(text)}", said)]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", ["resultats/imprimer?tout=oui", "resultats/liste.pdf?tout=oui"])
def test_what_one_prints(app: Flask, lang: str, path: str) -> None:
    answer = visitor(app, ("logement",), UNLIKELY).get(f"/{lang}/{path}")
    pdf = answer.mimetype == "application/pdf"
    said = squeezed(text_of(answer.data) if pdf else words_of(parse(answer.text)))
    assert squeezed(WOULD[lang]) in said
    assert bare(said, conditions(app, lang), lang) == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_desk(app: Flask, lang: str) -> None:
    page = parse(app.test_client().post(f"/{lang}/poste-accueil", data=SENT).text)
    marked = [squeezed(words_of(item)) for item in page.iter("p") if words_of(item).startswith("✗")]
    assert marked
    assert [line for line in marked if not line.startswith(squeezed(f"✗ {WOULD[lang]}"))] == []


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("Vous avez 60 ans.", "Il faudrait\u00a0: vous avez 60 ans."),
        ("L’AED est versée.", "Il faudrait\u00a0: l’AED est versée."),
        ("C’est le premier agrément.", "Il faudrait\u00a0: c’est le premier agrément."),
        ("Avant 60 ans, oui.", "Il faudrait\u00a0: avant 60 ans, oui."),
        ("Visale ne couvre pas ce loyer.", "Il faudrait\u00a0: Visale ne couvre pas ce loyer."),
        ("Action Logement dit non.", "Il faudrait\u00a0: Action Logement dit non."),
    ],
)
def test_a_name_keeps_its_capital(app: Flask, condition: str, said: str) -> None:
    with app.test_request_context("/fr/"):
        g.lang = "fr"
        assert needed(condition) == said


def test_what_something_costs_reads_on_after_its_colon(app: Flask) -> None:
    """« Reste à payer : le Département paie… »"""
    with app.test_request_context("/fr/"):
        g.lang = "fr"
        case = play(
            app.extensions["catalogue"], next(item for item in personas() if item.name.startswith("Leïla"))
        ).case
        [cost] = Sheet(Plan(case), Wording.of(case)).data()["costs"]
    assert cost["text"].startswith("Reste à payer\u00a0: c’est le Département qui paie")
