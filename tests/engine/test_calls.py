"""Aids that one call asks for together share a card."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.case.case import Case
from engine.case.plan import Plan
from engine.content.answers import read_answers
from engine.content.problems import ContentError
from tests.engine.small import DAY, HOME, MONEY, load

HOME_FILE, MONEY_FILE = "aides/1/toit.yaml", "aides/2/secours.yaml"
CALL = "meme_appel: mairie\n"
TENANT = {"danger": "non", "souhait": ["toit", "argent"], "age": "30", "locataire": "oui", "revenus": "900"}


def plan(root: Path, home: str, money: str, **more: str) -> Plan:
    guide = load(root, {HOME_FILE: home, MONEY_FILE: money})
    return Plan(Case(guide, ("logis", "argent"), read_answers(guide, {**TENANT, **more}), DAY))


def test_without_a_call_each_has_its_card(tmp_path: Path) -> None:
    found = plan(tmp_path, HOME, MONEY)
    assert [[aid.id for aid in item.aids] for item in found.aids] == [["secours"], ["toit"], ["accueil"]]


def test_the_first_stands_for_those_of_the_same_call(tmp_path: Path) -> None:
    found = plan(tmp_path, HOME + CALL, MONEY + CALL)
    assert [[aid.id for aid in item.aids] for item in found.aids] == [["secours", "toit"], ["accueil"]]
    assert found.first is found.aids[0]


def test_what_the_call_needs_is_of_the_first_step(tmp_path: Path) -> None:
    """Whoever calls has the papers of all at hand."""
    apart = {item.document.id for item in plan(tmp_path / "a", HOME, MONEY, bail="signe").papers}
    together = {item.document.id for item in plan(tmp_path / "b", HOME + CALL, MONEY + CALL, bail="signe").papers}
    assert apart < together


def test_a_call_is_of_several(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as raised:
        load(tmp_path, {HOME_FILE: HOME + CALL})
    (fault,) = map(str, raised.value.problems)
    assert "aucune autre aide" in fault
    assert "meme_appel: mairie" in fault
