"""Whole interviews of people drawn by lot: needs, an answer to every question, and the case it ends with."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from engine.case.case import Case
from engine.content.catalogue import Catalogue
from engine.content.entries import QuestionEntry
from engine.rules.truth import Value
from tests.content.conftest import DAY
from tests.content.sheets import Sheet, possible

SEED = 20261129
SOME, ALL = 50, 5000
crowd = pytest.mark.parametrize("size", [SOME, pytest.param(ALL, marks=pytest.mark.long)])


def people(catalogue: Catalogue, size: int, seed: int = SEED) -> Iterator[Case]:
    """This many finished interviews, the same ones each time."""
    lot = Random(seed)
    for _ in range(size):
        needs = tuple(sorted(lot.sample(catalogue.open_needs, lot.choice((1, 1, 2, len(catalogue.open_needs))))))
        yield Case(catalogue, needs, sheet(catalogue, lot), DAY)


def sheet(catalogue: Catalogue, lot: Random) -> Sheet:
    """An answer to every question; now and then it is not known."""
    return {name: _answer(catalogue, item, lot) for name, item in catalogue.questions.items()}


def _answer(catalogue: Catalogue, item: QuestionEntry, lot: Random) -> Value | None:
    if lot.random() < 0.12:
        return None
    choices = possible(catalogue, item.id)
    if item.written.kind != "choix-multiple":
        return lot.choice(choices)
    together = [option.id for option in item.written.options if not option.exclusive]
    alone = [option.id for option in item.written.options if option.exclusive]
    if alone and lot.random() < 0.25:
        return frozenset({lot.choice(alone)})
    return frozenset(lot.sample(together, lot.randint(1, min(3, len(together)))))
