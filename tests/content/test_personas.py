"""Made-up people leave with what the law gives them, after few questions."""

from __future__ import annotations

import pytest

from engine.case.plan import Act, Plan
from engine.content.answers import read_answers
from engine.content.catalogue import Catalogue
from tests.content.people import Persona, personas, play

PEOPLE = personas()


@pytest.mark.parametrize("persona", PEOPLE, ids=lambda persona: persona.name)
def test_what_a_person_leaves_with(catalogue: Catalogue, persona: Persona) -> None:
    read_answers(catalogue, persona.sheet)  # a slip in the sheet shows even where it is not asked
    found, expected = play(catalogue, persona), persona.expected
    verdicts = {item.aid.id: str(item.verdict) for item in found.case.assessments}
    assert {aid: verdicts.get(aid) for aid in expected.verdicts} == expected.verdicts
    assert set(expected.documents) <= {item.document.id for item in found.case.checklist.documents}
    assert set(expected.roles) <= {stop.referral.role.id for stop in found.case.checklist.stops}
    assert set(expected.numbers) <= set(found.numbers)
    assert bool(expected.numbers) == bool(found.numbers)
    urgent = {clock.aid.id for clock in found.case.checklist.clocks if clock.urgent}
    assert set(expected.urgent) <= urgent


@pytest.mark.parametrize("persona", PEOPLE, ids=lambda persona: persona.name)
def test_no_one_is_asked_anything_twice_or_misled_about_what_is_left(catalogue: Catalogue, persona: Persona) -> None:
    steps = play(catalogue, persona).steps
    assert steps[-1].next is None
    asked = steps[-1].asked
    assert len(asked) == len(set(asked)) == len(steps) - 1
    for done, step in enumerate(steps):
        assert step.at_least <= len(asked) - done <= step.at_most
        assert step.asked == asked[:done]


@pytest.mark.parametrize(
    "persona", [item for item in PEOPLE if item.expected.sentence], ids=lambda persona: persona.name
)
def test_the_plan_begins_with_what_a_helper_would_say(catalogue: Catalogue, persona: Persona) -> None:
    plan = Plan(play(catalogue, persona).case)
    told = plan.first_step.text if plan.first_step else "parler" if plan.act is Act.TALK else None
    assert told == persona.expected.sentence


def test_every_need_has_its_people() -> None:
    assert len(PEOPLE) >= 20
    assert len({persona.name for persona in PEOPLE}) == len(PEOPLE)
    for need in ("logement", "enfance", "autonomie", "budget"):
        assert sum(persona.needs == (need,) for persona in PEOPLE) >= 6
    assert sum(persona.needs == ("autonomie",) for persona in PEOPLE) >= 20
    assert sum(persona.needs == ("budget",) for persona in PEOPLE) >= 10
    assert sum(len(persona.needs) > 1 for persona in PEOPLE) >= 4
