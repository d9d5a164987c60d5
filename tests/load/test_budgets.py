"""The budgets of bytes and counts. Those of time are printed by `make bench`, and kept as ratios in `test_speed.py`."""

import pytest
from flask import Flask

from engine.case.interview import walk
from engine.content.catalogue import Catalogue
from tests.content.conftest import DAY
from tests.load import timings, weights
from tests.sampled import Swept

pytestmark = pytest.mark.bench


def test_a_first_visit_fits_in_one_round_trip(app: Flask) -> None:
    assert weights.first_visit(app) <= weights.FIRST_VISIT


def test_the_largest_cookie_is_accepted_everywhere(app: Flask, catalogue: Catalogue) -> None:
    answers = weights.longest_answers(catalogue)
    assert len(answers) > 20
    assert len(weights.cookie(app, catalogue.open_needs, answers)) < weights.COOKIE


def test_the_longest_result_is_no_longer_than_a_weak_signal_bears(app: Flask, catalogue: Catalogue) -> None:
    client = weights.visitor(app, catalogue.open_needs, weights.longest_answers(catalogue))
    for lang in ("fr", "en"):
        assert len(client.get(f"/{lang}/resultats").data) <= weights.RESULT, lang


def test_the_larger_catalogue_of_the_benchmark_asks_the_same(catalogue: Catalogue, swept: Swept) -> None:
    """Otherwise its times would say nothing of the real one."""
    larger = timings.larger(catalogue, 2)
    assert len(larger.aids) == 2 * len(catalogue.aids)
    situations = timings.situations(catalogue)
    for needs, answers in swept(situations, most=60, by=lambda situation: (situation[0], sorted(situation[1]))):
        assert walk(larger, needs, answers, DAY).pending == walk(catalogue, needs, answers, DAY).pending
