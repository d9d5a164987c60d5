"""The needs that someone can choose, and every way of choosing some of them; known before any site is made."""

from itertools import combinations

import pytest

from app import HERE
from engine.content.shapes.needs import Need
from engine.content.strict_yaml import load_yaml
from tests.sampled import cases

NEEDS = [need.id for need in load_yaml(HERE / "questionnaires", "besoins.yaml", tuple[Need, ...]).value if need.open]
CHOICES = [list(choice) for size in range(1, len(NEEDS) + 1) for choice in combinations(NEEDS, size)]

# Each need is in one choice at least; with the needs, the choices double.
each_choice = pytest.mark.parametrize(
    "needs", cases(CHOICES, map("+".join, CHOICES), kinds=lambda choice: choice, most=4)
)
