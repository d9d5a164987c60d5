"""A desk prints all day: the site must not grow with each sheet."""

import gc
import resource

import pytest
from flask import Flask

from tests.content.people import personas, play
from tests.load.weights import visitor

SHEETS, WARM = 1000, 200
GROWTH = 1.10  # of what is used once warm


def peak() -> int:
    """Most memory this process has held, in kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


@pytest.mark.long
def test_a_thousand_sheets_take_no_more_memory_than_a_few(app: Flask) -> None:
    catalogue = app.extensions["catalogue"]
    clients = [visitor(app, persona.needs, play(catalogue, persona).steps[-1].answers) for persona in personas()]
    warm = 0
    for number in range(SHEETS):
        assert clients[number % len(clients)].get("/fr/resultats/liste.pdf").status_code == 200
        if number == WARM:
            gc.collect()
            warm = peak()
    assert peak() <= warm * GROWTH
