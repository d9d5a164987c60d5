"""A question that says what one looks for once the demand is known: « je ne sais pas » opens no list of aids."""

from pathlib import Path

import pytest

from engine.case.case import Case
from engine.case.plan import Act, Plan
from engine.content.answers import Written, read_answers
from engine.content.catalogue import Catalogue
from tests.engine.small import CARD, DAY, QUESTIONS, load

FLAT = "- {id: locataire, type: oui-non, texte: Locataire ?, court: Locataire, "
ASKED: dict[str, Written] = {"danger": "non", "souhait": ["carte"], "age": "70", "lieu": "74001"}


def plan(catalogue: Catalogue, **answers: Written) -> Plan:
    return Plan(Case(catalogue, ["argent"], read_answers(catalogue, {**ASKED, **answers}), DAY))


@pytest.fixture(params=[True, False], ids=["opening", "plain"])
def opening(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def catalogue(tmp_path: Path, opening: bool) -> Catalogue:
    """The card is for tenants, and the question that says so is an opening or not."""
    assert FLAT in QUESTIONS
    questions = QUESTIONS.replace(FLAT, FLAT + "ouvre: oui, ") if opening else QUESTIONS
    card = CARD.replace('concerne: souhait has "carte"', 'concerne: souhait has "carte" and locataire')
    return load(tmp_path, {"questions/toutes.yaml": questions, "aides/3/carte.yaml": card})


def test_whoever_does_not_know_is_sent_to_someone(catalogue: Catalogue, opening: bool) -> None:
    found = plan(catalogue, locataire="nsp")
    assert ([item.aid.id for item in found.aids] == []) is opening
    assert (found.act is Act.TALK) is opening
    assert (found.demands == ["locataire"]) is opening
    assert ([aid.id for aid in found.unsought] == ["carte"]) is opening


def test_whoever_knows_is_told_the_aid(catalogue: Catalogue) -> None:
    assert [item.aid.id for item in plan(catalogue, locataire="oui").aids] == ["carte"]
    assert plan(catalogue, locataire="non").aids == []


def test_it_counts_only_once_it_is_answered(catalogue: Catalogue) -> None:
    assert plan(catalogue).demands == []
