"""The plan of everyone: what it says first agrees with the verdicts, loses no aid and does not hang on files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from random import Random

import pytest

from engine.case.assessment import Verdict
from engine.case.case import Case
from engine.case.plan import SHOWN, Act, Plan, Turn
from engine.content.catalogue import Catalogue
from engine.content.entries import AidEntry
from tests.content.conftest import DAY
from tests.content.drawn import crowd, people, sheet
from tests.content.people import Outcome, Persona, personas, play


def plans(catalogue: Catalogue, size: int) -> Iterator[Plan]:
    """Of the people of the tests, then of those drawn by lot."""
    for persona in personas():
        yield Plan(play(catalogue, persona).case)
    yield from map(Plan, people(catalogue, size))


@crowd
def test_no_aid_is_lost_and_none_told_twice(catalogue: Catalogue, size: int) -> None:
    for plan in plans(catalogue, size):
        told = [aid.id for item in plan.aids for aid in item.aids]
        told += [card.aid.id for card in (*plan.held, *plan.unlikely)]
        assert len(told) == len(set(told))
        unsought = {aid.id for aid in plan.unsought}
        due = {item.aid.id for item in plan.case.assessments if item.possible and item.aid.parent is None} - unsought
        due |= {item.aid.id for item in plan.case.assessments if item.verdict is Verdict.HELD and not item.aid.parent}
        assert due <= set(told), dict(plan.case.answers)
        assert not unsought & set(told), "of what is not known to be looked for, no list"
        assert plan.aids == [*plan.shown, *plan.rest]
        assert len(plan.shown) <= SHOWN


@crowd
def test_the_first_is_the_best_that_waits_for_nothing(catalogue: Catalogue, size: int) -> None:
    for plan in plans(catalogue, size):
        assert [item.turn for item in plan.aids[:1]] in ([], [Turn.FIRST])
        assert [item.turn for item in plan.aids].count(Turn.FIRST) <= 1
        ready = [item for item in plan.aids if item.turn in (Turn.FIRST, Turn.ALSO)]
        pressing = {item.aid.id for item in ready if presses(plan, item.aid)}
        if plan.first and plan.first.aid.id not in pressing:
            assert not [item for item in ready if item.aid.id in pressing]
            likely = [item for item in ready if item.card.assessment.verdict is Verdict.LIKELY]
            assert not likely or plan.first in likely, plan.first.aid.id


def presses(plan: Plan, aid: AidEntry) -> bool:
    """Whether a deadline of its own is urgent, and surely runs."""
    own = (item.truth(plan.case.answers, plan.case.amounts) for item in aid.deadlines if item.written.urgent)
    return True in own


@crowd
def test_the_sentence_the_papers_and_the_place_are_those_of_the_same_step(catalogue: Catalogue, size: int) -> None:
    for plan in plans(catalogue, size):
        assert plan.act is (Act.ASK if plan.first else Act.KEEP if plan.held else Act.TALK)
        begun = plan.first.aids if plan.first else [card.aid for card in plan.held]
        names = {name for aid in begun for name in (aid.id, *aid.variants)}
        for item in plan.papers:
            assert item.certain
            assert names & {aid.id for aid in item.aids}
        assert len(plan.papers) + len(plan.more_papers) == len(plan.case.checklist.documents)
        assert plan.place, "someone to talk to, always"
        if plan.first and plan.first.aid.roles:
            assert names & {aid.id for aid in plan.place.aids} or plan.place.welcome
        assert {clock.aid.id for _, clocks in plan.line for clock in clocks} <= {
            clock.aid.id for clock in plan.case.checklist.clocks
        }


def test_each_aid_that_one_can_ask_for_says_how_to_begin(catalogue: Catalogue) -> None:
    silent = [aid.id for aid in catalogue.aids.values() if not aid.first_steps]
    assert silent == []
    unsure = [aid.id for aid in catalogue.aids.values() if all(step.rule for step in aid.first_steps)]
    assert unsure == [], "the last of the steps fits everyone"
    long = [aid.id for aid in catalogue.aids.values() if len(aid.written.short_name or aid.written.name) > 30]
    assert long == []


def test_the_order_of_files_does_not_count(catalogue: Catalogue) -> None:
    reversed_files = replace(catalogue, aids=dict(reversed(catalogue.aids.items())))
    for plan in islice(plans(catalogue, 60), 120):
        case = plan.case
        other = Plan(Case(reversed_files, case.needs, case.given, case.day))
        assert [(item.aid.id, item.turn) for item in other.aids] == [(item.aid.id, item.turn) for item in plan.aids]


def test_whoever_knows_nothing_gets_no_list_of_aids(catalogue: Catalogue) -> None:
    for need in catalogue.open_needs:
        plan = Plan(Case(catalogue, (need,), dict.fromkeys(catalogue.questions), DAY))
        assert (plan.aids, plan.papers, plan.act) == ([], [], Act.TALK), need
        assert plan.place is not None
        assert plan.place.referral.phones


def test_what_would_change_is_an_answer_that_was_given(catalogue: Catalogue) -> None:
    lot = Random(3)
    for _ in range(40):
        plan = Plan(Case(catalogue, catalogue.open_needs, sheet(catalogue, lot), DAY))
        for change in plan.changes:
            assert change.fact in plan.case.path.asked
            assert change.aids
            assert change.known is (plan.case.answers[change.fact] is not None)


@pytest.mark.parametrize(
    ("age", "soon", "told"),
    [
        ("59", None, [(60, 12)]),
        ("59", "oui", [(60, 2)]),
        ("57", None, [(60, None)]),
        ("50", None, []),
        ("72", None, []),
    ],
)
def test_a_birthday_that_opens_an_aid_is_told_with_how_near_it_is(
    catalogue: Catalogue, age: str, soon: str | None, told: list[tuple[int, int | None]]
) -> None:
    sheet: dict[str, str | list[str]] = {"pour_qui": "moi", "danger": "non", "demande_autonomie": ["aide-domicile"]}
    sheet |= {"age": age, "gir": "3", "aides_percues": ["actp"], "commune": "74010", "nationalite": "francaise"}
    sheet |= {"bientot_60": soon} if soon else {}
    who = Persona(name="", needs=("autonomie",), sheet=sheet, expected=Outcome(verdicts={}))
    plan = Plan(play(catalogue, who).case)
    assert [(birthday.age, birthday.within) for birthday in plan.birthdays] == told
    assert all("apa-domicile" in [aid.id for aid in birthday.aids] for birthday in plan.birthdays)
