"""More visitors than the site can serve, slow ones, and many who want papers: what the others still get."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

from tests.content.people import personas, play
from tests.load.server import HOST, Site, twin
from tests.load.slow import held
from tests.load.traffic import LEFT, PATIENCE, Answer, ask, crowd, percentile, request, run, stream
from tests.load.weights import cookie, longest_answers


@dataclass(frozen=True)
class Asked:
    """What is asked for: the home page, someone's result, and the paper of the longest case."""

    home: bytes
    result: bytes
    paper: bytes


def asked() -> Asked:
    app, person = twin(), personas()[0]
    catalogue, name = app.extensions["catalogue"], app.config["SESSION_COOKIE_NAME"]
    some = cookie(app, person.needs, play(catalogue, person).steps[-1].answers)
    long = cookie(app, catalogue.open_needs, longest_answers(catalogue))
    return Asked(
        home=request("/fr/", HOST),
        result=request("/fr/resultats", HOST, f"{name}={some}"),
        paper=request("/fr/resultats/liste.pdf", HOST, f"{name}={long}"),
    )


def good(answers: list[Answer]) -> list[Answer]:
    """The answers that visitors came for."""
    return [answer for answer in answers if answer.status == 200]


@dataclass(frozen=True)
class Overload:
    """`capacity`: results a second at best. `kept`: the share of it in the worst fifth of the overload, told after five
    seconds. `told`: milliseconds within which nearly all the others were told to come again. `recovery`: seconds."""

    capacity: float
    kept: float
    told: float
    left: int
    recovery: float


def overload(site: Site, what: Asked, seconds: int) -> Overload:
    """Twice as many visitors as can be served, none of whom waits for those before."""
    run(crowd(site.port, [what.result], 4, 2))
    before = len(good(run(crowd(site.port, [what.result], 8, 5)))) / 5

    async def too_many() -> tuple[list[Answer], float]:
        streaming = asyncio.create_task(stream(site.port, [what.result], 2 * before, seconds))
        await asyncio.sleep(seconds)
        recovery = await _recovery(site, what)
        return await streaming, recovery

    answers, recovery = run(too_many())
    after = len(good(run(crowd(site.port, [what.result], 8, 5)))) / 5
    capacity = (before + after) / 2  # other work on the machine comes and goes
    each = seconds // 5
    served = [sum(each * number <= answer.at + answer.took < each * (number + 1) for answer in good(answers))
              for number in range(5)]  # fmt: skip
    turned = [answer for answer in answers if answer.status == 503]
    left = sum(answer.status == LEFT for answer in answers)
    return Overload(capacity, min(served) / each / capacity, percentile(turned, 0.95) if turned else 0, left, recovery)


async def _recovery(site: Site, what: Asked) -> float:
    """Seconds until the home page is served in less than one."""
    since = time.monotonic()
    while time.monotonic() - since < 60:
        answer = await ask(site.port, what.home, since, 1)
        if answer.status == 200:
            return time.monotonic() - since
        await asyncio.sleep(0.1)
    return 60


def pages(site: Site, what: Asked, seconds: float) -> float:
    """Milliseconds within which 99 in 100 pages come, to people who are few."""
    answers = run(stream(site.port, [what.result, what.home], 10, seconds))
    return percentile(answers, 0.99) if len(good(answers)) == len(answers) else PATIENCE * 1000


def pages_beside_slow(site: Site, what: Asked, kind: str, how_many: int, seconds: float) -> float:
    with held(site.port, kind, how_many):
        return pages(site, what, seconds)


def pages_beside_papers(site: Site, what: Asked, clients: int, seconds: float) -> tuple[float, list[Answer]]:
    """The same while so many people ask for papers one after the other; and what came of the papers."""

    async def both() -> tuple[list[Answer], list[Answer]]:
        printing = asyncio.create_task(crowd(site.port, [what.paper], clients, seconds))
        answers = await stream(site.port, [what.result, what.home], 10, seconds)
        return answers, await printing

    answers, papers = run(both())
    return percentile(answers, 0.99), papers
