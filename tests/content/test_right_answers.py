"""No careless "yes", no dead end, no wrong paper, no false alarm: over the people of the tests and people by lot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from engine.case.assessment import Verdict
from engine.case.case import Case
from engine.case.result import Result
from engine.content.catalogue import Catalogue
from engine.content.entries import AidEntry
from engine.rules.truth import Answers, Value
from tests.content.conftest import DAY
from tests.content.drawn import crowd, people
from tests.content.people import personas, play
from tests.content.sheets import possible

# A way of answering the rest that shows the difference may be one in twenty; the first found is enough.
TRIES = 400


def everyone(catalogue: Catalogue, size: int) -> Iterator[Case]:
    """The people of the tests, then those drawn by lot."""
    for persona in personas():
        yield play(catalogue, persona).case
    yield from people(catalogue, size)


@crowd
def test_two_that_exclude_each_other_are_never_both_likely(catalogue: Catalogue, size: int) -> None:
    for case in everyone(catalogue, size):
        found = {item.aid.id: item.verdict for item in case.assessments}
        likely = {name for name, verdict in found.items() if verdict is Verdict.LIKELY}
        there = likely | {name for name, verdict in found.items() if verdict is Verdict.HELD}
        pairs = {(name, other) for name in likely for other in excluded(catalogue.aids[name]) & there}
        assert pairs == set(), f"{case.needs} {dict(case.answers)}"


def excluded(aid: AidEntry) -> set[str]:
    return {entry.written.other for entry in aid.exclusions if entry.written.other}


@crowd
def test_nothing_is_likely_beside_what_it_cannot_go_with(catalogue: Catalogue, size: int) -> None:
    """Nor while nobody knows whether it is there."""
    for case in everyone(catalogue, size):
        for item in case.assessments:
            if item.verdict is Verdict.LIKELY:
                told = [entry.held.test(case.known, case.amounts) for entry in item.aid.exclusions if entry.held]
                assert set(told) <= {False}, f"{item.aid.id} {dict(case.answers)}"


@crowd
def test_an_aid_already_received_asks_for_nothing_new(catalogue: Catalogue, size: int) -> None:
    held = 0
    for case in everyone(catalogue, size):
        for item in case.assessments:
            if item.verdict is Verdict.HELD and item.aid.parent is None:
                held += 1
                mine = {d.document.id for d in case.checklist.documents if item.aid in d.aids}
                written = item.aid.held.documents if item.aid.held else ()
                assert mine <= {document.written.document for document in written}, item.aid.id
                assert Result(case).to_do(item.aid), f"{item.aid.id} : qui l’a déjà ne lit rien à faire"
    assert held, "nobody in this crowd has anything already"


# Papers that only some people can have, and what says that they have them.
PROOFS: dict[str, Callable[[Answers], bool]] = {
    "titre-de-sejour": lambda answers: answers.get("titre_sejour") == "oui",
    "convocation-tribunal": lambda answers: "assignation" in boxes(answers, "demande_logement"),
}


def boxes(answers: Answers, fact: str) -> frozenset[str]:
    value = answers.get(fact)
    return value if isinstance(value, frozenset) else frozenset()


@crowd
def test_no_paper_is_sure_that_an_answer_says_one_cannot_have(catalogue: Catalogue, size: int) -> None:
    assert set(PROOFS) <= set(catalogue.documents)
    asked = set()
    for case in everyone(catalogue, size):
        sure = {item.document.id for item in case.checklist.documents if item.certain}
        wrong = {paper for paper, has in PROOFS.items() if paper in sure and not has(case.answers)}
        assert wrong == set(), f"{case.needs} {dict(case.answers)}"
        asked |= sure & set(PROOFS)
    assert asked == set(PROOFS), "each of these papers is asked of someone"


def test_every_urgent_deadline_says_for_whom_it_runs(catalogue: Catalogue) -> None:
    deadlines = [(aid.id, item) for aid in catalogue.aids.values() for item in aid.deadlines if item.written.urgent]
    everyone_s = [f"{name} : {item.written.text}" for name, item in deadlines if item.rule is None]
    assert deadlines
    assert everyone_s == [], "un délai urgent court pour certains : dites pour qui, avec « si »"


@crowd
def test_what_presses_runs_already(catalogue: Catalogue, size: int) -> None:
    """And comes before all else; a deadline that starts with an event still to come presses nobody."""
    for case in everyone(catalogue, size):
        clocks = case.checklist.clocks
        urgent = [clock for clock in clocks if clock.urgent]
        assert list(clocks[: len(urgent)]) == urgent
        for clock in urgent:
            assert clock.deadline.written.stage == "maintenant"
            assert clock.deadline.truth(case.answers, case.amounts) is True


@crowd
def test_a_sensitive_question_is_put_only_where_it_changes_something(catalogue: Catalogue, size: int) -> None:
    """A verdict, an order, a paper or a contact, for some way of answering what is left."""
    lot = Random(size)
    idle: dict[str, str] = {}
    for case in people(catalogue, size // 5):
        for index, fact in enumerate(case.path.asked):
            if catalogue.questions[fact].sensitive and fact not in idle:
                before = {name: case.path.answers[name] for name in case.path.asked[:index]}
                if not any(differs(catalogue, case, before, fact, lot) for _ in range(TRIES)):
                    idle[fact] = f"{case.needs} {before}"
    assert idle == {}


def differs(catalogue: Catalogue, case: Case, before: Answers, fact: str, lot: Random) -> bool:
    """Whether two answers to this question lead elsewhere, the others being drawn by lot."""
    rest: dict[str, Value | None] = {name: lot.choice(possible(catalogue, name)) for name in catalogue.questions}
    ends = {
        outcome(Case(catalogue, case.needs, {**rest, **before, fact: value}, DAY))
        for value in (*possible(catalogue, fact), None)
    }
    return len(ends) > 1


def outcome(case: Case) -> tuple[object, ...]:
    todo = case.checklist
    return (
        tuple((item.aid.id, item.verdict, len(item.plausible)) for item in case.assessments),
        tuple((item.document.id, item.certain) for item in todo.documents),
        tuple(stop.referral.role.id for stop in todo.stops),
        tuple((clock.deadline.written.text, clock.certain) for clock in todo.clocks),
    )
