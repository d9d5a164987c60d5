"""500 people who wander: never an error of the site, never a circle, always a result."""

import pytest
from flask.testing import FlaskClient

from engine.catalogue import Catalogue
from tests.web.wandering import Wanderer

AT_ONCE = 20
SEEDS = [range(start, start + AT_ONCE) for start in range(0, 500, AT_ONCE)]


@pytest.mark.parametrize("seeds", SEEDS, ids=lambda seeds: f"{seeds[0]}-{seeds[-1]}")
def test_everyone_reaches_a_result(app, catalogue: Catalogue, seeds: range) -> None:
    for seed in seeds:
        result = Wanderer(app.test_client(), catalogue, seed).wander(steps=seed % 30)
        assert result.status == 200, seed
        assert result.is_result, f"{seed}: {result.path}"
