"""What comes when, as a calendar file (RFC 5545): one note on the day it is made, without a word on the person.

No answer tells the date of a letter or of a hearing, so that no deadline has a day of its own.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256

from engine.case.plan import Plan
from web.words.plan_words import act, stage_name
from web.words.wording import Wording

_LINE = 75  # bytes of a line, after which it is folded


def calendar(plan: Plan, wording: Wording) -> bytes:
    """The sentence to act on and the deadlines of a plan, as a note that any calendar takes in; nothing of a secret."""
    plan = plan.discreet
    day = plan.case.day
    told = [
        f"{stage_name(stage)} – {wording.say(clock.deadline.written)}"
        for stage, clocks in plan.line
        for clock in clocks
    ]
    summary = act(plan, wording)
    stamp = datetime.combine(day, datetime.min.time(), UTC)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//guide//FR",
        "BEGIN:VEVENT",
        f"UID:{sha256(chr(10).join([summary, *told]).encode()).hexdigest()[:32]}",
        f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(summary)}",
        f"DESCRIPTION:{_text(chr(10).join(told))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _text(value: str) -> str:
    """A text value, its special signs escaped."""
    for sign in ("\\", ";", ","):
        value = value.replace(sign, "\\" + sign)
    return value.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """A content line, cut between characters into lines of at most 75 bytes."""
    parts, part = [], b""
    for sign in line:
        encoded = sign.encode()
        if len(part) + len(encoded) > _LINE:
            parts.append(part)
            part = b" "
        part += encoded
    return b"\r\n".join([*parts, part]) + b"\r\n"
