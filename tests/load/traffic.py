"""Visitors by the hundred: each opens a connection, asks once, and leaves when it has waited long enough."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")

PATIENCE = 10  # seconds before a visitor leaves
LEFT = 0  # in place of a status: no answer came, or none in time


@dataclass(frozen=True)
class Answer:
    """`at` and `took` in seconds; `at` counts from the start of the traffic."""

    at: float
    took: float
    status: int
    body: bytes = b""


def run(visits: Coroutine[Any, Any, T]) -> T:
    """What comes of these visits. In a thread of their own: a test of the browser leaves its loop running in ours."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, visits).result()


def request(path: str, host: str, cookie: str = "", form: bytes | None = None) -> bytes:
    """One request as it travels."""
    lines = [f"{'GET' if form is None else 'POST'} {path} HTTP/1.1", f"Host: {host}", "Connection: close"]
    if cookie:
        lines.append(f"Cookie: {cookie}")
    if form is not None:
        lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(form)}"]
    return "\r\n".join([*lines, "", ""]).encode() + (form or b"")


async def ask(port: int, said: bytes, since: float, patience: float = PATIENCE) -> Answer:
    """Ask once."""
    start = time.monotonic()
    status, body = LEFT, b""
    try:
        async with asyncio.timeout(patience):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                writer.write(said)
                body = await reader.read(-1)
            finally:
                writer.transport.abort()
        status = int(body[9:12] or LEFT)
    except (OSError, TimeoutError):
        pass
    return Answer(start - since, time.monotonic() - start, status, body)


async def crowd(port: int, asked: Sequence[bytes], clients: int, seconds: float) -> list[Answer]:
    """So many visitors, each asking again as soon as it has its answer."""
    since = time.monotonic()
    answers: list[Answer] = []

    async def visit(number: int) -> None:
        while time.monotonic() - since < seconds:
            answers.append(await ask(port, asked[number % len(asked)], since))

    await asyncio.gather(*(visit(number) for number in range(clients)))
    return answers


async def stream(
    port: int, asked: Sequence[bytes], rate: float, seconds: float, patience: float = PATIENCE
) -> list[Answer]:
    """So many new visitors a second, whatever becomes of those before them."""
    since = time.monotonic()
    going = []
    for number in range(int(rate * seconds)):
        await asyncio.sleep(since + number / rate - time.monotonic())
        going.append(asyncio.create_task(ask(port, asked[number % len(asked)], since, patience)))
    return list(await asyncio.gather(*going))


def percentile(answers: Sequence[Answer], share: float) -> float:
    """Milliseconds within which this share of the answers came."""
    taken = sorted(answer.took for answer in answers)
    return taken[min(len(taken) - 1, int(len(taken) * share))] * 1000
