"""« Et ensuite »: short at first sight, whole once unfolded. Nothing that runs is lost on the way."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from engine.case.plan import Plan
from engine.content.catalogue import Catalogue
from tests.content.people import Persona, play
from tests.sampled import cases
from tests.web.journeys import Visitor
from tests.web.test_first_screen import PEOPLE, _typed
from tests.web.words import words_of
from web.words.plan_words import deadlines_in_full, opening
from web.words.wording import Wording


@pytest.mark.parametrize("persona", cases(PEOPLE, [persona.name for persona in PEOPLE], most=4))
def test_each_deadline_stands_whole_in_the_line_or_under_it(
    app: Flask, client: FlaskClient, catalogue: Catalogue, persona: Persona
) -> None:
    plan = Plan(play(catalogue, persona).case)
    with app.test_request_context("/fr/"):
        wording = Wording.of(plan.case)
        wholes = deadlines_in_full(plan, wording)
        whole = [text for _, text, _ in wholes]
        due = [
            wording.say(clock.deadline.written)
            for _, clocks in plan.line
            for clock in clocks
            if clock is not plan.running
        ]
        told = {wording.say(clock.deadline.written): clock for moment in plan.moments for clock in moment.told}
    assert {*whole, *told} == set(due)
    cut = [text for text, clock in told.items() if not clock.urgent and opening(text) != text]
    assert set(cut) <= set(whole), "what is cut is also told in full"
    page = Visitor(client).play(list(persona.needs), {**persona.sheet, **_typed(catalogue, persona)})
    read = " ".join(words_of(page.tree).split())
    assert [text for text in due if " ".join(text.split()) not in read] == []
    named = [(text, whose) for _, text, whose in wholes if whose]
    assert [text for text, whose in named if " ".join(f"{text} – {whose}".split()) not in read] == []
