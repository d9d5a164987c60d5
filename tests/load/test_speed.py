"""How fast pages are, kept as ratios: what slows a page slows one of the usual pieces that is asked for in turn.

The milliseconds are printed by `make bench`. What is asked of most is half as much again as what was measured.
"""

from itertools import cycle

import pytest
from flask import Flask

from engine.content.catalogue import Catalogue
from tests.load import timings, weights
from tests.load.timings import FASTER, peers_in

pytestmark = pytest.mark.bench


def test_a_question_is_asked_sooner_than_by_the_usual_pieces(app: Flask, catalogue: Catalogue) -> None:
    assert 1 / peers_in(timings.question(app, catalogue), 60) >= FASTER


def test_a_result_takes_two_of_their_questions(app: Flask, catalogue: Catalogue) -> None:
    assert peers_in(timings.result(app, catalogue), 40) <= 2


def test_the_longest_result_takes_nine(app: Flask, catalogue: Catalogue) -> None:
    answers = weights.longest_answers(catalogue)
    assert peers_in(timings.longest_result(app, catalogue, answers), 12) <= 9


def test_the_desk_takes_two(app: Flask, catalogue: Catalogue) -> None:
    assert peers_in(timings.desk(app, catalogue), 40) <= 2


def test_a_paper_takes_five(app: Flask, catalogue: Catalogue) -> None:
    """Each of another person, so that Typst has not laid it out before."""
    asked = cycle(timings.papers(app, catalogue, every=5))
    assert peers_in(lambda: next(asked)(), 40) <= 5
