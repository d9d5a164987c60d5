"""How to reach an office, on one line of paper."""

from __future__ import annotations

from collections.abc import Iterator

from engine.content.shapes.offices import Office
from web.words.i18n import gettext, moment


def whole(number: str) -> str:
    """A telephone number that no line end can cut."""
    return number.replace(" ", "\u00a0")


def contact(office: Office, *, brief: bool = False) -> str:
    """Name, address, telephone; one that only an old text or a public list gives says so, with its date.

    When `brief`, the address is left out where there is a telephone to ask for it.
    """
    if brief and office.phone:
        return ", ".join([office.name, whole(office.phone), *_doubts(office)])
    town = f"{office.postcode or ''} {office.town or ''}".strip()
    # A short number is part of the name: « Allô Enfance en danger, 119 ».
    phone = whole(office.phone) if office.phone and not office.name.endswith(office.phone) else None
    return ", ".join(part for part in (office.name, office.address, town, phone, *_doubts(office)) if part)


def _doubts(office: Office) -> Iterator[str]:
    if office.reliability != "ancienne" and not office.reading:
        return
    when = office.reading.date if office.reading else office.verified
    if office.phone and when:
        yield gettext("relevé en %(when)s", when=moment(when))
    yield gettext("à vérifier")
