"""Prints what the site holds when all goes wrong: `python -m tests.load.storm`, or `make load`.

Ratios, since a machine is never alone. Each line says what must be, where something must.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from tests.load import crowds, troubles
from tests.load.server import Site, running
from tests.load.slow import KINDS
from tests.load.traffic import LEFT
from tests.load.visitors import Visitor

Row = tuple[str, str, str]

SLOW = 50
KILLS = 12


def rows() -> Iterator[Row]:
    """(what, figure, what it must be)."""
    what = crowds.asked()
    with running() as site:
        yield from _overload(site, what)
        yield from _slow(site, what)
        yield from _papers(site, what)
        yield from _told(f"{KILLS} workers killed", troubles.kills(site, KILLS))
    yield from _told("keys changed on two instances in turn", troubles.keys_changed())
    missing = troubles.nginx_missing()
    if missing:
        yield "two instances behind nginx, one killed", "not tried", missing
    else:
        yield from _told("two instances behind nginx, one killed", troubles.instance_gone())


def _overload(site: Site, what: crowds.Asked) -> Iterator[Row]:
    found = crowds.overload(site, what, seconds=20)
    yield "results a second, at best", f"{found.capacity:.0f}", ""
    yield "twice as many asked for: share still served, worst fifth", f"{found.kept:.0%}", "≥ 70 %"
    yield "  the others are told to come again within", f"{found.told:,.0f} ms", ""
    yield "  visitors who left without an answer", f"{found.left}", "0"
    yield "  back to normal after", f"{found.recovery:.1f} s", "≤ 2 s"


def _slow(site: Site, what: crowds.Asked) -> Iterator[Row]:
    idle = median(crowds.pages(site, what, 4) for _ in range(3))
    yield "pages to few people, 99 in 100 within", f"{idle:,.0f} ms", ""
    for kind in KINDS:
        taken = crowds.pages_beside_slow(site, what, kind, SLOW, 5)
        yield f"  beside {SLOW} slow connections ({kind})", f"{taken / idle:.1f} ×", "< 3 ×"


def _papers(site: Site, what: crowds.Asked) -> Iterator[Row]:
    idle = crowds.pages(site, what, 5)
    taken, papers = crowds.pages_beside_papers(site, what, 8, 12)
    printed = len(crowds.good(papers))
    later, left = (sum(answer.status == status for answer in papers) for status in (503, LEFT))
    yield "pages beside 8 people who print long lists, 99 in 100 within", f"{taken / idle:.1f} ×", ""
    yield "  papers printed", f"{printed}", ""
    yield "  told to come again, or left", f"{later + left}", ""
    yield "  papers broken", f"{len(papers) - printed - later - left}", "0"


def _told(trouble: str, people: list[Visitor]) -> Iterator[Row]:
    taken, again, refused, lost = (
        sum(getattr(person, count) for person in people) for count in ("taken", "again", "refused", "lost")
    )
    yield f"{trouble}: answers lost, of {taken}", f"{lost}", "0"
    yield "  requests or forms to send once more", f"{again + refused}", ""


def main() -> None:
    for what, figure, must in rows():
        print(f"{what:64}{figure:>14}  {must}".rstrip(), flush=True)


if __name__ == "__main__":
    main()
