"""A right that hangs on conditions is asked for like any aid: no one is told that they have it."""

from __future__ import annotations

import pytest

from engine.case.plan import Plan
from engine.content.catalogue import Catalogue
from tests.content.people import personas, play
from web.words.states import state
from web.words.wording import Wording

pytestmark = pytest.mark.usefixtures("in_french")


def test_neither_open_conditions_nor_met_ones_make_it_yours(catalogue: Catalogue) -> None:
    told: dict[bool, set[str]] = {True: set(), False: set()}
    for persona in personas():
        plan = Plan(play(catalogue, persona).case)
        for card in (*plan.likely, *plan.to_check):
            if card.aid.nature == "droit":
                told[bool(card.aid.conditions)].add(state(card.assessment, Wording.of(plan.case)).drawing)
    assert told == {True: {"likely", "check"}, False: {"right"}}
