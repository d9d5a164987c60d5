"""No question for nothing: whatever is asked, some answer to it could change what someone leaves with."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.case.assessment import assess
from engine.case.checklist import asked_for
from engine.case.directory import office_for
from engine.case.interview import walk
from engine.case.path import Path
from engine.content.answers import read_answers
from engine.content.catalogue import Catalogue
from engine.content.entries import AidEntry
from engine.rules.truth import Answers
from tests.content.conftest import DAY
from tests.content.people import Persona, personas, play
from tests.content.sheets import Sheet, effort, needs, often, possible, sheets

TRIES = 150  # random futures looked at before a question is said to be idle


def left_with(catalogue: Catalogue, aid: AidEntry, answers: Answers) -> tuple[object, ...]:
    """What one aid tells someone: verdict, and if it is possible papers, deadlines and offices."""
    amounts = catalogue.amounts_at(DAY)
    found = assess(aid, answers, amounts)
    if not found.possible:
        return (found.verdict,)
    place = answers.get(catalogue.place_question)
    papers = {item.written.document for item, _ in asked_for(aid.documents, answers, amounts)}
    deadlines = {item.written.text for item in aid.deadlines if item.truth(answers, amounts) is not False}
    contacts = aid.contacts_for(answers, amounts)
    offices = [office_for(catalogue, role, place if isinstance(place, str) else None) for role in contacts.roles]
    return found.verdict, papers, deadlines, offices


def futures(catalogue: Catalogue, aid: AidEntry, random: Random) -> Iterator[Sheet]:
    """Ways in which the interview may go on: like one of the aid's own examples, the rest at random."""
    examples = [read_answers(catalogue, example.answers) for example in aid.written.examples]
    for attempt in range(TRIES):
        drawn = {fact: random.choice(possible(catalogue, fact)) for fact in catalogue.questions}
        yield {**drawn, **random.choice(examples)} if examples and attempt % 3 else drawn


def matters(catalogue: Catalogue, wanted: tuple[str, ...], path: Path, random: Random) -> bool:
    """Whether two answers to the question asked now lead one of the aids it is asked for to different ends."""
    fact = path.next or ""
    if fact == catalogue.place_question:
        return listens_elsewhere(catalogue, wanted)
    for name in path.because[fact]:
        aid = catalogue.aids[name]
        for future in futures(catalogue, aid, random):
            ends: list[tuple[object, ...]] = []
            for value in possible(catalogue, fact):
                given = walk(catalogue, wanted, {**future, **path.answers, fact: value}, DAY).answers
                end = left_with(catalogue, aid, {**given, **catalogue.nothing_sought(wanted)})
                if ends and end not in ends:
                    return True
                ends.append(end)
    return False


def listens_elsewhere(catalogue: Catalogue, wanted: tuple[str, ...]) -> bool:
    """Whether who listens to these needs hangs on the place, whatever the verdicts."""
    roles = {role for need in wanted if (role := catalogue.needs[need].welcome)}
    places = [str(place) for place in possible(catalogue, catalogue.place_question)]
    return any(len({office_for(catalogue, role, place).offices for place in places}) > 1 for role in roles)


@effort
def test_every_question_asked_can_matter(catalogue: Catalogue, examples: int) -> None:
    @often(examples)
    @given(needs(catalogue), sheets(catalogue), st.data(), st.integers(0, 2**32))
    def check(wanted: tuple[str, ...], sheet: Sheet, data: st.DataObject, seed: int) -> None:
        path = walk(catalogue, wanted, {}, DAY)
        for _ in range(data.draw(st.integers(len(catalogue.first_questions), 12))):
            if path.next is None:
                return
            path = walk(catalogue, wanted, {**path.answers, path.next: sheet[path.next]}, DAY)
        if path.next is not None:
            assert matters(catalogue, wanted, path, Random(seed)), (
                f"« {path.next} » asked for {path.because[path.next]}"
            )

    check()


@pytest.mark.parametrize("persona", personas(), ids=lambda persona: persona.name)
def test_health_residence_and_resources_are_asked_only_when_they_can_matter(
    catalogue: Catalogue, persona: Persona
) -> None:
    """At the moment a sensitive question is put, two of its answers lead to different ends."""
    steps = play(catalogue, persona).steps
    asked = [step for step in steps if step.next and catalogue.questions[step.next].sensitive]
    idle = [step.next for step in asked if not matters(catalogue, persona.needs, step, Random(len(step.asked)))]
    assert idle == []


def test_what_no_longer_matters_is_never_asked(catalogue: Catalogue) -> None:
    """Someone who only contests a decision, or asks what a letter means, keeps health and money to themselves."""
    private = {name for name, item in catalogue.questions.items() if item.sensitive}
    told = {
        persona.name: sorted(private & set(play(catalogue, persona).asked))
        for persona in personas()
        if persona.needs == ("autonomie",)
        and persona.sheet.get("demande_autonomie") in (["contester"], ["argent"])
        and persona.sheet.get("sujet_argent", ["famille"]) in (["famille"], ["succession"])
    }
    assert len(told) >= 4
    assert {name: facts for name, facts in told.items() if facts} == {}
