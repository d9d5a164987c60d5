"""Those who count what a site loses see what it keeps, and would see it lost."""

from __future__ import annotations

import time

from cryptography.fernet import Fernet
from flask import Flask

from tests.load.server import running, twin
from tests.load.traffic import run
from tests.load.visitors import Visitor, whole

ANSWERS = 30
PATIENCE = 60  # seconds


def test_visitors_answer_and_count_what_was_lost() -> None:
    """What they cannot find again in their cookie is lost, whatever the site said when it took it."""
    with running() as site:
        kept = _after_some_answers(site.port, twin())
        assert (kept.lost, kept.refused) == (0, 0)
        assert kept.taken >= ANSWERS
        gone = _after_some_answers(site.port, twin(Fernet.generate_key().decode()))
        assert gone.taken == 0
        assert gone.lost >= ANSWERS


def test_a_page_that_is_cut_is_no_answer() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n"
    assert whole(head + b"page")
    assert not whole(head + b"pa")
    assert not whole(head)


def _after_some_answers(port: int, twin: Flask) -> Visitor:
    visitor, late = Visitor(twin, lambda: port, seed=1), time.monotonic() + PATIENCE
    run(visitor.visit(lambda: max(visitor.taken, visitor.lost) >= ANSWERS or time.monotonic() > late))
    return visitor
