"""An aid as machines read it: a GovernmentService of schema.org."""

from __future__ import annotations

from typing import Any

from engine.case.directory import Precision, office_for
from engine.content.catalogue import Catalogue
from engine.content.entries import AidEntry
from engine.content.shapes.offices import Office
from web.words.wording import Wording, nature_name

_SEVERAL = (Precision.ONE_OF, Precision.SOME_KNOWN, Precision.NAME_ONLY)


def government_service(catalogue: Catalogue, aid: AidEntry, wording: Wording, url: str) -> dict[str, Any]:
    """What it is, for where, from whom, at which page, and whom to call where that is sure."""
    place = catalogue.departement.name
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": wording.say(aid.written, "name"),
        "description": wording.say(aid.written, "summary"),
        "serviceType": nature_name(aid),
        "areaServed": {"@type": "AdministrativeArea", "name": place},
        "url": url,
    }
    if aid.nature != "orientation":  # that one is another body's
        data["provider"] = {"@type": "GovernmentOrganization", "name": f"Département de la {place}"}
    if office := _sure_office(catalogue, aid):
        data["availableChannel"] = {
            "@type": "ServiceChannel",
            "name": office.name,
            "servicePhone": {"@type": "ContactPoint", "telephone": office.phone},
        }
    return data


def _sure_office(catalogue: Catalogue, aid: AidEntry) -> Office | None:
    """The office where anyone begins, if it is one and the same for all and its telephone is beyond doubt."""
    role = aid.contacts.first
    if role is None:
        return None
    found = office_for(catalogue, role, None)
    if found.precision in _SEVERAL or not found.offices:
        return None
    first = found.offices[0]
    return first if first.phone and first.reliability == "sure" and first.reading is None else None
