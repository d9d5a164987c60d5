"""How to reach an office, on one line of paper."""

from __future__ import annotations

from engine.content.shapes.offices import Office
from web.words.i18n import gettext


def whole(number: str) -> str:
    """A telephone number that no line end can cut."""
    return number.replace(" ", "\u00a0")


def contact(office: Office) -> str:
    """Name, address, telephone; a contact that only an old text gives says so."""
    town = f"{office.postcode or ''} {office.town or ''}".strip()
    phone = whole(office.phone) if office.phone else None
    old = gettext("à vérifier") if office.reliability == "ancienne" else None
    return ", ".join(part for part in (office.name, office.address, town, phone, old) if part)
