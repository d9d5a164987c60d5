"""Every question can be asked of anyone: who can tell when one does not know, both persons, danger first."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from engine.case.emergencies import emergencies
from engine.content.catalogue import Catalogue
from engine.content.shapes.questions import Question
from engine.rules.truth import Value
from tests.content.conftest import DAY

SENSITIVE = {
    "nationalite",
    "titre_sejour",
    "ressources_mensuelles",
    "gir",
    "taux_incapacite",
    "difficultes_gestes",
    "difficultes_quotidien",
    "en_couple",
}
TO_THE_PERSON = re.compile(r"\b(vous|votre|vos)\b", re.IGNORECASE)
ABOUT_THE_READER = {"danger", "pour_qui"}  # asked of whoever holds the phone
MOST_OPTIONS = 10
MOST_GROUPS, GROUP = 4, 5  # titles, and answers under each


@pytest.fixture(scope="module")
def questions(catalogue: Catalogue) -> list[Question]:
    return [item.written for item in catalogue.questions.values()]


def test_not_knowing_always_comes_with_who_can_tell(questions: list[Question]) -> None:
    silent = [
        item.id for item in questions if len(item.dont_know.who.split()) < 3 or not item.dont_know.who.endswith(".")
    ]
    assert silent == [], "dans « nsp », dites en une phrase qui peut répondre : « La mairie peut vous le dire. »"


def test_a_question_is_one_question(questions: list[Question]) -> None:
    assert [item.id for item in questions if item.text.count("?") != 1 or not item.text.endswith("?")] == [], (
        "« texte » est une seule question, et finit par « ? »"
    )


def test_a_short_name_is_short(questions: list[Question]) -> None:
    assert [item.short for item in questions if len(item.short) > 30 or item.short.endswith((".", "?"))] == [], (
        "« court » a 30 signes au plus, sans point ni « ? » à la fin"
    )


def test_what_is_said_to_the_person_can_be_said_of_someone_else(questions: list[Question]) -> None:
    second_person_only = [
        item.id
        for item in questions
        if item.id not in ABOUT_THE_READER and TO_THE_PERSON.search(item.text) and not item.other_text
    ]
    assert second_person_only == [], "ajoutez « texte_proche » : la même question sur la personne que l’on aide"


def test_the_other_wording_does_not_speak_to_the_person(questions: list[Question]) -> None:
    """« que vous aidez » is the only place where the helper is spoken to."""
    texts = [text for item in questions for text in (item.other_text, *(o.other_text for o in item.options)) if text]
    confused = [
        text for text in texts if TO_THE_PERSON.search(re.sub(r"(que|qui ne vit pas avec) vous( aidez)?", "", text))
    ]
    assert confused == [], (
        "dans « texte_proche », parlez de la personne : « elle », « son », jamais « vous » ni « votre »"
    )


def test_what_is_hard_to_say_is_asked_last(catalogue: Catalogue) -> None:
    assert {name for name in SENSITIVE if not catalogue.questions[name].sensitive} == set(), (
        "remettez « sensible: oui » à ces questions : elles se posent en dernier"
    )


def test_a_number_has_bounds_and_a_unit(questions: list[Question]) -> None:
    numbers = [item for item in questions if item.kind in ("nombre", "montant")]
    assert [item.id for item in numbers if item.min is None or item.max is None or not item.unit] == [], (
        "un nombre ou un montant a « min », « max » et « unite »"
    )
    assert [item.id for item in numbers if item.min != 0] == [], 'zéro est une réponse : écrivez min: "0"'


def test_nothing_of_all_this_goes_alone(questions: list[Question]) -> None:
    alone = [
        (item.id, option.id)
        for item in questions
        if item.kind == "choix-multiple"
        for option in item.options
        if (option.id in ("aucun", "aucune", "rien", "non") or option.outside) != option.exclusive
    ]
    assert alone == [], (
        "« exclusif: oui » va avec l’option « aucun », « aucune », « rien », « non » ou « hors_guide », et avec elle seule"
    )


def test_options_can_be_taken_in_at_a_glance(questions: list[Question]) -> None:
    shown = {item.id: [option for option in item.options if not option.outside] for item in questions}
    long = {
        name: Counter(option.group for option in found) for name, found in shown.items() if len(found) > MOST_OPTIONS
    }
    assert [
        name
        for name, groups in long.items()
        if None in groups or len(groups) > MOST_GROUPS or max(groups.values()) > GROUP
    ] == [], (
        f"{MOST_OPTIONS} réponses au plus, ou {MOST_GROUPS} titres de {GROUP} : regroupez-les, ou faites deux questions"
    )
    texts = [(item.id, option.text) for item in questions for option in item.options]
    assert len(texts) == len(set(texts)), "deux réponses d’une même question se lisent pareil : changez un « texte »"


def test_danger_is_asked_first_whatever_the_need(catalogue: Catalogue) -> None:
    assert catalogue.first_questions[0] == "danger", (
        "la question « danger » reste la première de questions/1-commun.yaml"
    )


def test_every_dangerous_answer_puts_a_number_first(catalogue: Catalogue) -> None:
    amounts = catalogue.amounts_at(DAY)
    unheard = []
    for item in catalogue.questions.values():
        for option in item.written.options:
            value: Value = frozenset({option.id}) if item.written.kind == "choix-multiple" else option.id
            numbers = emergencies(catalogue, {item.id: value}, amounts)
            if bool(numbers) != option.danger:
                unheard.append(f"{item.id} : {option.id}")
    assert unheard == [], (
        "une réponse qui a « danger: oui » a son numéro dans urgences.yaml (« si »), et une autre n’en a pas"
    )
