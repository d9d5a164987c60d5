"""What one person's case leaves for the next: never another answer, and never more than so much."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from engine.case import assessment, interview, memory
from engine.case.case import Case
from engine.content.catalogue import Catalogue
from tests.engine.small import DAY, ask, load

BOTH = ("logis", "argent")


def outcome(catalogue: Catalogue, age: int | None, revenus: int | None) -> str:
    """Where this person stands and what the guide says of every aid."""
    case = Case(catalogue, BOTH, {"danger": "non", "age": age, "revenus": revenus}, DAY)
    path = case.path
    verdicts = [(item.aid.id, item.verdict, len(item.met), len(item.unmet)) for item in case.assessments]
    return f"{path.asked} {path.answers} {path.pending} {path.at_least} {path.because} {verdicts}"


def forget(catalogue: Catalogue) -> None:
    interview.MEMORIES.of(catalogue).clear()
    assessment.MEMORIES.of(catalogue).clear()


def test_who_came_before_changes_nothing(catalogue: Catalogue) -> None:
    """Each person alone, then all of them one after the other, forwards and backwards."""
    people = list(product((None, 17, 59, 60, 61), (None, 900, 1001)))
    alone = []
    for person in people:
        forget(catalogue)
        alone.append(outcome(catalogue, *person))
    forget(catalogue)
    assert [outcome(catalogue, *person) for person in people] == alone
    assert [outcome(catalogue, *person) for person in reversed(people)] == alone[::-1]


def test_it_never_holds_more_than_so_much(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST_STATES", 5)
    forget(catalogue)
    for age in range(50, 70):
        ask(catalogue, {"danger": "non", "age": str(age)})
        assert len(interview.MEMORIES.of(catalogue)) <= 5


def test_no_answer_is_in_it(catalogue: Catalogue) -> None:
    """A state is made of the aid's id and of sets of comparisons: 61 and 62 years are the same."""
    forget(catalogue)
    outcome(catalogue, 61, 900)
    before = set(interview.MEMORIES.of(catalogue)) | set(assessment.MEMORIES.of(catalogue))
    outcome(catalogue, 62, 901)
    assert set(interview.MEMORIES.of(catalogue)) | set(assessment.MEMORIES.of(catalogue)) == before


def test_each_catalogue_has_its_own(catalogue: Catalogue, tmp_path: Path) -> None:
    """New content is never answered with what was worked out of the old one."""
    forget(catalogue)
    outcome(catalogue, 61, 900)
    other = load(tmp_path)
    assert assessment.MEMORIES.of(other) == {}
    assert assessment.MEMORIES.of(catalogue)
