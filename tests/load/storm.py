"""Prints what the site holds when all goes wrong: `python -m tests.load.storm`, or `make load`.

Ratios, since a machine is never alone. Each line says what must be, where something must; the command fails when one is
not so.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from tests.load import crowds, troubles
from tests.load.server import Site, running
from tests.load.slow import KINDS
from tests.load.traffic import LEFT
from tests.load.visitors import Visitor

SLOW = 50
KILLS = 12


@dataclass(frozen=True)
class Row:
    """What was measured, its figure, and in words what it must be; `held` says whether it is."""

    what: str
    figure: str
    must: str = ""
    held: bool = True


def rows() -> Iterator[Row]:
    """All that is measured, each line as soon as it is known."""
    what = crowds.asked()
    with running() as site:
        yield from _overload(site, what)
        yield from _slow(site, what)
        yield from _papers(site, what)
        yield from _told(f"{KILLS} workers killed", troubles.kills(site, KILLS))
    yield from _told("keys changed on two instances in turn", troubles.keys_changed())
    if missing := troubles.nginx_missing():
        yield Row("two instances behind nginx, one killed", "not tried", missing)
    else:
        yield from _told("two instances behind nginx, one killed", troubles.instance_gone())


def _overload(site: Site, what: crowds.Asked) -> Iterator[Row]:
    found = crowds.overload(site, what, seconds=20)
    kept = "twice as many asked for: share still served, worst fifth"
    yield Row("results a second, at best", f"{found.capacity:.0f}")
    yield Row(kept, f"{found.kept:.0%}", "≥ 70 %", found.kept >= 0.7)
    yield Row("  the others are told to come again within", f"{found.told:,.0f} ms")
    yield Row("  visitors who left without an answer", f"{found.left}", "0", found.left == 0)
    yield Row("  back to normal after", f"{found.recovery:.1f} s", "≤ 2 s", found.recovery <= 2)


def _slow(site: Site, what: crowds.Asked) -> Iterator[Row]:
    idle = median(crowds.pages(site, what, 4) for _ in range(3))
    yield Row("pages to few people, 99 in 100 within", f"{idle:,.0f} ms")
    for kind in KINDS:
        times = crowds.pages_beside_slow(site, what, kind, SLOW, 5) / idle
        yield Row(f"  beside {SLOW} slow connections ({kind})", f"{times:.1f} ×", "< 3 ×", times < 3)


def _papers(site: Site, what: crowds.Asked) -> Iterator[Row]:
    idle = crowds.pages(site, what, 5)
    taken, papers = crowds.pages_beside_papers(site, what, 8, 12)
    printed = len(crowds.good(papers))
    later, left = (sum(answer.status == status for answer in papers) for status in (503, LEFT))
    broken = len(papers) - printed - later - left
    yield Row("pages beside 8 people who print long lists, 99 in 100 within", f"{taken / idle:.1f} ×")
    yield Row("  papers printed", f"{printed}", "> 0", printed > 0)
    yield Row("  told to come again, or left", f"{later + left}")
    yield Row("  papers broken", f"{broken}", "0", broken == 0)


def _told(trouble: str, people: list[Visitor]) -> Iterator[Row]:
    taken, again, refused, lost = (
        sum(getattr(person, count) for person in people) for count in ("taken", "again", "refused", "lost")
    )
    yield Row(f"{trouble}: answers taken", f"{taken}", "> 0", taken > 0)
    yield Row("  answers lost", f"{lost}", "0", lost == 0)
    yield Row("  requests or forms to send once more", f"{again + refused}")


def main() -> None:
    broken = 0
    for row in rows():
        broken += not row.held
        mark = "" if row.held else "  ← not so"
        print(f"{row.what:64}{row.figure:>14}  {row.must}{mark}".rstrip(), flush=True)
    if broken:
        sys.exit(f"{broken} of these are not as they must be")


if __name__ == "__main__":
    main()
