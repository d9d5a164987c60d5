"""Slow visitors and crowds, over the network and with no proxy in front."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.load.server import HOST, Site, cookie_of_a_result, running
from tests.load.slow import KINDS, held
from tests.load.traffic import Answer, ask, crowd, request, run, stream
from web.busy import RETRY_AFTER
from web.waiting_room import LARGEST, lane_of, whole_length

HOME = request("/fr/", HOST)
SLOW = 60


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with running() as site:
        yield site


@pytest.fixture(scope="module")
def result() -> bytes:
    return request("/fr/resultats", HOST, cookie_of_a_result())


def one(site: Site, said: bytes) -> Answer:
    return run(ask(site.port, said, time.monotonic()))


@pytest.mark.parametrize("kind", KINDS)
def test_slow_visitors_stop_nobody(site: Site, kind: str) -> None:
    with held(site.port, kind, SLOW):
        answers = run(stream(site.port, [HOME], 20, 1))
    assert [answer.status for answer in answers] == [200] * 20


def test_a_slow_request_is_answered_when_it_is_there(site: Site) -> None:
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as connection:
        for part in (HOME[:20], HOME[20:-2], HOME[-2:]):
            connection.sendall(part)
            time.sleep(0.2)
        assert connection.recv(15) == b"HTTP/1.1 200 OK"


def test_two_requests_on_one_connection_are_both_answered(site: Site) -> None:
    kept = HOME.replace(b"Connection: close\r\n", b"")
    for together in (True, False):
        with socket.create_connection(("127.0.0.1", site.port), timeout=10) as connection:
            connection.sendall(kept + HOME[:30] if together else kept)
            read = connection.makefile("rb")
            assert read.readline() == b"HTTP/1.1 200 OK\r\n"
            length = next(int(line.split()[1]) for line in read if line.lower().startswith(b"content-length"))
            while read.readline() != b"\r\n":
                pass
            read.read(length)
            connection.sendall(HOME[30:] if together else HOME)
            assert read.readline() == b"HTTP/1.1 200 OK\r\n"


def test_a_form_longer_than_allowed_is_refused_before_it_has_all_come(site: Site) -> None:
    said = request("/fr/", HOST, form=b"").replace(b"Content-Length: 0", b"Content-Length: 99999999")
    assert one(site, said).status == 413


def test_a_request_of_unknown_length_is_told_to_say_it(site: Site) -> None:
    said = request("/fr/", HOST, form=b"").replace(b"Content-Length: 0", b"Transfer-Encoding: chunked")
    assert one(site, said).status == 411


def test_what_is_no_request_is_refused(site: Site) -> None:
    assert one(site, b"GUIDE\r\n\r\n").status == 400
    assert one(site, b"x" * LARGEST).status == 414


def test_a_crowd_is_told_at_once_when_to_come_again(site: Site, result: bytes) -> None:
    answers = run(crowd(site.port, [result], 200, 1))
    said = {answer.status for answer in answers}
    assert said == {200, 503}
    busy = next(answer for answer in answers if answer.status == 503)
    assert f"Retry-After: {RETRY_AFTER}\r\n".encode() in busy.body
    assert b"Trop de monde" in busy.body
    # The crowd has gone: nothing is left to serve for people who are no longer there.
    after = one(site, HOME)
    assert after.status == 200
    assert after.took < 2


def test_what_a_page_needs_and_the_health_of_the_site_do_not_wait_for_pages(site: Site, result: bytes) -> None:
    async def together() -> list[Answer]:
        waiting = asyncio.create_task(crowd(site.port, [result], 200, 1))
        await asyncio.sleep(0.3)
        asked = [request("/healthz", HOST), request("/static/style.css", HOST)]
        small = await stream(site.port, asked, 10, 1)
        await waiting
        return small

    assert {answer.status for answer in run(together())} == {200}


def test_a_worker_that_stops_lets_go_of_visitors_who_have_said_nothing(site: Site) -> None:
    """Each worker is told to stop, as when the site stops; the site itself goes on."""
    with ExitStack() as connections:
        for _ in range(5):
            connections.enter_context(socket.create_connection(("127.0.0.1", site.port)))
        time.sleep(0.2)
        workers = site.workers()
        assert workers
        for worker in workers:
            os.kill(worker, signal.SIGTERM)
        end = time.monotonic() + 8
        while left := set(workers) & set(site.workers()):
            assert time.monotonic() < end, left
            time.sleep(0.1)


@pytest.mark.parametrize(
    ("line", "lane"),
    [
        (b"GET /fr/resultats HTTP/1.1", "pages"),
        (b"GET /fr/resultats/liste.pdf?date=2026-01-31 HTTP/1.1", "papers"),
        (b"GET /fr/logement/questionnaire.pdf HTTP/1.1", "papers"),
        (b"GET /fr/aides?q=.pdf HTTP/1.1", "pages"),
        (b"GET /static/style.css?v=1 HTTP/1.1", "files"),
        (b"GET /healthz HTTP/1.1", "files"),
        (b"", "pages"),
    ],
)
def test_each_kind_of_request_has_its_lane(line: bytes, lane: str) -> None:
    assert lane_of(line) == lane


@pytest.mark.parametrize(
    ("came", "length"),
    [
        (b"GET / HTTP/1.1\r\nHost: a\r\n", None),
        (b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", 27),
        (b"POST / HTTP/1.1\r\ncontent-length: 5\r\n\r\nab", 43),
        (b"POST / HTTP/1.1\r\nContent-Length: 999999\r\n\r\nab", 1_000_042),
        (b"POST / HTTP/1.1\r\nContent-Length: cinq\r\n\r\nab", 41),
        (b"x" * LARGEST, LARGEST),
    ],
)
def test_how_long_a_request_is(came: bytes, length: int | None) -> None:
    assert whole_length(bytearray(came)) == length
