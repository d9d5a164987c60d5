"""500 people who wander: never an error of the site, never a circle, always a result."""

import pytest
from flask import Flask

from engine.content.catalogue import Catalogue
from tests.web.wandering import Wanderer

TOGETHER = 5
PEOPLE = 500
IN_EVERY_RUN = 5
GROUPS = [
    pytest.param(range(first, first + TOGETHER), marks=[pytest.mark.long] if first >= IN_EVERY_RUN else [])
    for first in range(0, PEOPLE, TOGETHER)
]


@pytest.mark.parametrize("people", GROUPS, ids=lambda people: f"{people[0]}-{people[-1]}")
def test_everyone_reaches_a_result(app: Flask, catalogue: Catalogue, people: range) -> None:
    for seed in people:
        result = Wanderer(app.test_client(), catalogue, seed).wander(steps=seed % 30)
        assert result.is_result, f"{seed}: {result.path}"
        assert result.status == 200
