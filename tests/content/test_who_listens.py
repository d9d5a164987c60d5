"""Whoever only needs to talk is sent to those who listen to what they look for, and the sentence names them."""

from __future__ import annotations

import pytest

from engine.case.plan import Act, Plan
from engine.content.catalogue import Catalogue
from engine.content.catalogue_loader import load_catalogue
from tests.content.people import USUAL, Outcome, Persona, planned
from tests.content.shared import CONTENT

SOMEONE = Outcome(verdicts={})
KNOWN = load_catalogue(CONTENT)
DEMANDS = [
    (need.id, option.id)
    for need in KNOWN.needs.values()
    for option in (KNOWN.questions[need.demand].written.options if need.demand else ())
]


def plan_of(catalogue: Catalogue, need: str, answer: str) -> Plan:
    """Of someone who says that they look for this, and knows no more."""
    sheet = {**USUAL, catalogue.needs[need].demand or "": [answer]}
    return planned(catalogue, Persona(name="", needs=(need,), sheet=sheet, expected=SOMEONE))


@pytest.mark.parametrize(("need", "answer"), DEMANDS)
def test_who_can_say_no_more_is_sent_to_whoever_listens_to_that(catalogue: Catalogue, need: str, answer: str) -> None:
    demand = catalogue.needs[need].demand
    plan = plan_of(catalogue, need, answer)
    [option] = [option for option in catalogue.questions[demand].written.options if option.id == answer]
    welcome = option.welcome or catalogue.needs[need].welcome
    assert welcome in [stop.referral.role.id for stop in plan.case.checklist.stops]
    if plan.act is Act.TALK:
        assert plan.place
        assert plan.place.referral.role.id == welcome


@pytest.mark.parametrize(
    ("need", "answer"),
    [
        ("autonomie", "famille-accueil"),
        ("autonomie", "argent"),
        ("enfance", "mesure"),
        ("enfance", "autre-enfant"),
        ("enfance", "adoption"),
        ("enfance", "garde"),
        ("enfance", "metier"),
        ("sante", "grossesse"),
        ("sante", "vaccin"),
    ],
)
def test_aids_that_have_little_in_common_are_no_list_to_choose_from(
    catalogue: Catalogue, need: str, answer: str
) -> None:
    """Of a grandmother who does not know who decided, no one may say « write to the guardianship judge »."""
    assert plan_of(catalogue, need, answer).act is Act.TALK


def test_a_girl_of_16_who_does_not_say_what_she_wants_of_a_pregnancy(catalogue: Catalogue) -> None:
    sheet = {**USUAL, "pour_qui": "moi", "age": "16", "demande_sante": ["grossesse"]}
    plan = planned(catalogue, Persona(name="Lina", needs=("sante",), sheet=sheet, expected=SOMEONE))
    assert plan.act is Act.TALK
    assert plan.place
    assert plan.place.referral.role.id == "centre-sante-sexuelle"


def test_whoever_listens_has_a_sentence_that_sends_there(catalogue: Catalogue) -> None:
    welcomes = {need.welcome for need in catalogue.needs.values() if need.welcome}
    options = [option for item in catalogue.questions.values() for option in item.written.options]
    welcomes |= {option.welcome for option in options if option.welcome}
    assert [role for role in sorted(welcomes) if not catalogue.roles[role].begin] == []
