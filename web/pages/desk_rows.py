"""The aids of a plan at the desk, one line each: verdict, what is still open, where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from engine.case.plan import Plan
from engine.case.result import Card
from engine.content.entries import AidEntry
from web.words.needed import needed, still
from web.words.plan_words import place_name
from web.words.wording import Wording


@dataclass(frozen=True, eq=False)
class Row:
    """`left`: what keeps it from being sure, what is still to do, or what makes it unlikely. `where` names its office.

    `unmet` tells that it is the latter. `along` are those that the same call may give.
    """

    card: Card
    left: str
    where: str = ""
    unmet: bool = False
    along: tuple[Row, ...] = ()

    @property
    def aid(self) -> AidEntry:
        """The aid itself."""
        return self.card.aid


def rows(plan: Plan, wording: Wording) -> list[Row]:
    """In the order of the plan: to ask for, already received, unlikely."""
    asked = [
        replace(_asked(plan, item.card, wording), along=tuple(_asked(plan, card, wording) for card in item.along))
        for item in plan.aids
    ]
    held = [Row(card, _to_do(plan, card, wording), _where(plan, card.aid, wording)) for card in plan.held]
    unlikely = [Row(card, _why_not(card, wording), unmet=True) for card in plan.unlikely]
    return [*asked, *held, *unlikely]


def row_read(lines: Iterable[Row], wanted: str | None) -> Row | None:
    """The one whose text is read: the wanted one, with a line of its own or not, else the first."""
    known = [one for row in lines for one in (row, *row.along)]
    return next((row for row in known if row.aid.id == wanted), known[0] if known else None)


def _asked(plan: Plan, card: Card, wording: Wording) -> Row:
    return Row(card, still(card.assessment, wording.say), _where(plan, card.aid, wording))


def _where(plan: Plan, aid: AidEntry, wording: Wording) -> str:
    doors = plan.contacts(aid)
    stops = {stop.referral.role.id: stop for stop in plan.case.checklist.stops}
    stop = next((stops[role] for role in (doors.submit, doors.ask) if role in stops), None)
    return place_name(stop.referral, wording) if stop else ""


def _to_do(plan: Plan, card: Card, wording: Wording) -> str:
    steps = plan.to_do(card.aid)
    return wording.say(steps[0].written) if steps else ""


def _why_not(card: Card, wording: Wording) -> str:
    deciding = card.assessment.deciding
    return needed(wording.say(deciding.written)) if deciding else ""
