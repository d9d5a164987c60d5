"""A site that runs for weeks: what it holds in memory after many requests is what it held after a few."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.load import crowds
from tests.load.server import HOST, Site, running
from tests.load.traffic import ask, request, run

FEW, MANY = 2_000, 20_000
MARGIN = 1.05


@pytest.mark.long
def test_memory_stays_flat() -> None:
    with running() as site:
        run(serve(site, FEW))
        before = memory(site)
        run(serve(site, MANY))
        assert memory(site) < before * MARGIN


async def serve(site: Site, how_many: int) -> None:
    """So many requests of all kinds, one in two hundred a paper."""
    what = crowds.asked()
    pages = [what.home, what.result, request("/en/aides?q=loyer", HOST), request("/fr/aides/ap2a", HOST)]
    wanted = iter(what.paper if number % 200 == 0 else pages[number % 4] for number in range(how_many))

    async def visit() -> None:
        for said in wanted:
            assert (await ask(site.port, said, 0, 60)).status == 200

    await asyncio.gather(*(visit() for _ in range(4)))


def memory(site: Site) -> int:
    """Bytes that the workers hold alone or share, each share counted once."""
    lines = [
        line for pid in site.workers() for line in Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines()
    ]
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
