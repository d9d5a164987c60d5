"""Whoever answers only « je ne sais pas » reaches a result, from every door and every choice of needs."""

import pytest
from flask.testing import FlaskClient

from engine.content.catalogue import Catalogue
from tests.web.journeys import Visitor
from tests.web.needs import each_choice


@pytest.mark.parametrize("lang", ["fr", "en"])
@each_choice
def test_knowing_nothing_leads_to_a_result(
    client: FlaskClient, catalogue: Catalogue, needs: list[str], lang: str
) -> None:
    visitor = Visitor(client, lang)
    result = visitor.play(needs, {})
    assert result.is_result
    assert result.names_a_place, "whom to see"
    assert result.tiles == [], "no aid is named to whoever knows nothing"
    assert "verdict unlikely" not in result.verdicts.values()
    assert len(visitor.asked) == len(set(visitor.asked)) <= len(catalogue.questions)
