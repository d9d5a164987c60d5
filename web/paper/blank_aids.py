"""The aids at the end of an empty questionnaire: a number, what it is, the deadline, the papers, whom to call."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from engine.case.checklist import STAGES
from engine.case.directory import office_for
from engine.content.entries import AidEntry
from engine.content.shapes.offices import Office
from web.paper.contacts import whole
from web.words.plan_words import opening
from web.words.wording import Wording

DOUBT = "*"  # after a telephone number that an old text or a public list gives


def aid_data(number: int, aid: AidEntry, wording: Wording) -> dict[str, Any]:
    """What the paper says of an aid."""
    papers = [wording.catalogue.documents[item.written.document] for item in aid.documents if item.rule is None]
    return {
        "number": number,
        **wording.bilingual(aid.written, short=True),
        "gives": opening(wording.say(aid.written, "summary")),
        "clock": _clock(aid, wording),
        "papers": [wording.bilingual(item, brief=True) for item in papers],
        "place": _place(aid, wording),
    }


def in_french_once(aids: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same, where a paper or a service carries its French name the first time alone: they come back often."""
    told: set[str | None] = set()
    for aid in aids:
        for named in (*aid["papers"], aid["place"]):
            if named["french"] in told:
                named["french"] = None
            told.add(named["french"])
    return aids


def numbered(numbers: Iterable[int]) -> str:
    """Numbers of aids on one line: « 1, 3–6 »."""
    runs = [
        [number for _, number in run] for _, run in groupby(enumerate(sorted(numbers)), lambda pair: pair[1] - pair[0])
    ]
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


def _clock(aid: AidEntry, wording: Wording) -> str:
    """The deadline to know: the person's own before the service's, the first of life before the others."""
    written = (item.written for item in aid.deadlines)
    clocks = sorted(written, key=lambda clock: (clock.who != "vous", STAGES.index(clock.stage)))
    return opening(wording.say(clocks[0]), 2) if clocks else ""


def _place(aid: AidEntry, wording: Wording) -> dict[str, str | None]:
    """Where one goes first, whatever one answers, and a number that answers wherever one lives."""
    first = aid.contacts.first
    if first is None:
        return {"name": "", "french": None, "phone": ""}
    referral = office_for(wording.catalogue, first, None)
    numbers = (_number(office, named=not referral.answers) for office in referral.phones)
    return {**wording.bilingual(referral.role, brief=True), "phone": next(numbers, "")}


def _number(office: Office, *, named: bool) -> str:
    """A telephone number; `named` after whose it is, where that is not the office itself."""
    doubtful = office.reading or office.reliability != "sure"
    number = whole(office.phone or "") + (DOUBT if doubtful else "")
    return f"{office.name}, {number}" if named else number
