"""Whoever answers only « je ne sais pas » reaches a result, from every door and every choice of needs."""

from itertools import combinations

import pytest
from flask.testing import FlaskClient

from app import HERE
from engine.content.catalogue import Catalogue
from engine.content.shapes.needs import Need
from engine.content.strict_yaml import load_yaml
from tests.web.journeys import Visitor

NEEDS = [need.id for need in load_yaml(HERE / "questionnaires", "besoins.yaml", tuple[Need, ...]).value if need.open]
CHOICES = [list(choice) for size in range(1, len(NEEDS) + 1) for choice in combinations(NEEDS, size)]


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("needs", CHOICES, ids="+".join)
def test_knowing_nothing_leads_to_a_result(
    client: FlaskClient, catalogue: Catalogue, needs: list[str], lang: str
) -> None:
    visitor = Visitor(client, lang)
    result = visitor.play(needs, {})
    assert result.is_result
    assert result.verdicts
    assert "verdict unlikely" not in result.verdicts.values()
    assert len(visitor.asked) == len(set(visitor.asked)) <= len(catalogue.questions)
