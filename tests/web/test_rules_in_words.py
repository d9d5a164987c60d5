"""Rules as sentences, in French, each as the paper says it."""

import pytest
from flask import Flask, g

from engine.content.catalogue import Catalogue
from engine.rules.conditions import parse
from tests.web.typography import problems_in_prose
from web.current import today
from web.paper.blank_questionnaire import blank_questionnaire
from web.words.rules_in_words import asked_only_if
from web.words.wording import Wording

NUMBERS = {
    "age": 4,
    "aides_percues": 5,
    "nationalite": 10,
    "titre_sejour": 11,
    "en_couple": 12,
    "ressources_mensuelles": 13,
    "commune": 9,
}
TICKED = "Seulement si, à la question 10, vous avez coché : "
GENERIC = "Seulement si cela vous concerne, d’après vos réponses à ces questions : "
SAID = {
    'nationalite == "francaise"': TICKED + "« Française ».",
    'nationalite in ["francaise", "autre"]': TICKED + "« Française » ou « D’un autre pays, ou sans nationalité ».",
    'aides_percues has ["apa", "pch"]': "Seulement si, à la question 5, vous avez coché : « L’APA, allocation"
    " personnalisée d’autonomie » ou « La PCH, prestation de compensation du handicap ».",
    'not (aides_percues has ["apa", "pch"])': "Seulement si, à la question 5, vous n’avez pas coché : « L’APA, allocation"
    " personnalisée d’autonomie » ou « La PCH, prestation de compensation du handicap ».",
    'nationalite == "autre" or nationalite == "francaise"': TICKED
    + "« D’un autre pays, ou sans nationalité » ou « Française ».",
    'nationalite != "francaise"': "Seulement si, à la question 10, vous n’avez pas coché : « Française ».",
    'not (commune == "hors-74")': "Seulement si, à la question 9, vous n’avez pas coché : « En dehors de la Haute-Savoie ».",
    "en_couple": "Seulement si, à la question 12, vous avez coché : « Oui ».",
    "not en_couple": "Seulement si, à la question 12, vous avez coché : « Non ».",
    "age < 20": "Seulement si vous avez moins de 20 ans (question 4).",
    "age <= 20": "Seulement si vous avez 20 ans ou moins (question 4).",
    "age > 59": "Seulement si vous avez plus de 59 ans (question 4).",
    "age >= 60": "Seulement si vous avez 60 ans ou plus (question 4).",
    "age == 18": "Seulement si vous avez 18 ans (question 4).",
    "ressources_mensuelles < 500": "Seulement si vous avez moins de 500 € par mois (question 13).",
    'nationalite == "francaise" and age < 20': TICKED + "« Française », et si vous avez moins de 20 ans (question 4).",
    'nationalite == "francaise" or age < 20': TICKED + "« Française » ; ou si vous avez moins de 20 ans (question 4).",
    'age < 20 and (titre_sejour == "oui" or titre_sejour == "non")': "Seulement si vous avez moins de 20 ans (question 4),"
    " et si, à la question 11, vous avez coché : « Oui » ou « Non ».",
    'age < 20 and (en_couple or nationalite == "autre")': GENERIC + "4, 10, 12.",
    "not (age < 20 and en_couple)": GENERIC + "4, 12.",
    "age >= 60 and inconnu": GENERIC + "4.",
}


def anyone(app: Flask) -> Wording:
    """The wording that speaks to no one in particular, on the day of the request."""
    return Wording(app.extensions["catalogue"], today())


@pytest.mark.parametrize("rule", SAID)
def test_a_rule_is_said(app: Flask, rule: str) -> None:
    with app.test_request_context("/fr/"):
        g.lang = "fr"
        said = asked_only_if(parse(rule), NUMBERS, anyone(app))
    assert said.replace("\u00a0", " ") == SAID[rule]
    assert list(problems_in_prose(said)) == []


@pytest.mark.parametrize(("day", "ceiling"), [("2026-06-01", "1 043,60 €"), ("2090-06-01", "(montant à vérifier)")])
def test_an_amount_is_that_of_the_day(app: Flask, day: str, ceiling: str) -> None:
    with app.test_request_context(f"/fr/?date={day}"):
        g.lang = "fr"
        said = asked_only_if(parse("ressources_mensuelles <= bareme.aspa_seul"), NUMBERS, anyone(app))
    plain = said.replace("\u00a0", " ").replace("\u202f", " ")
    assert plain == f"Seulement si vous avez {ceiling} ou moins (question 13)."


def test_no_question_of_a_paper_is_left_to_the_generic_sentence(app: Flask, catalogue: Catalogue) -> None:
    """A paper says what is left of a rule for whoever has its need: no other page puts rules in words."""
    with app.test_request_context("/fr/"):
        g.lang = "fr"
        papers = {need: blank_questionnaire(need, anyone(app), today())["questions"] for need in catalogue.open_needs}
    said = {(need, item["text"]): item["when"] for need, paper in papers.items() for item in paper if item["when"]}
    assert {need for need, _ in said} == set(catalogue.open_needs)
    assert {name: words for name, words in said.items() if "cela vous concerne" in words} == {}
