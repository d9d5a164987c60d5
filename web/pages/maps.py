"""The address of a map that shows an office, for whoever follows it: nothing goes there before."""

from __future__ import annotations

import re
from urllib.parse import urlencode

from engine.content.shapes.offices import Office

_BOX = re.compile(r"(?:BP|CS) \d+$")  # a post box stands on no map, nor does the code that goes with « Cedex »
_CEDEX = re.compile(r" cedex\b.*", re.IGNORECASE)


def map_search(office: Office) -> str | None:
    """Where OpenStreetMap looks for an office by its address; nothing where that names no street."""
    street = [part for part in (office.address or "").split(", ") if part and not _BOX.match(part)]
    if not street or not office.town:
        return None
    town, boxed = _CEDEX.subn("", office.town)
    place = town if boxed or not office.postcode else f"{office.postcode} {town}"
    return "https://www.openstreetmap.org/search?" + urlencode({"query": ", ".join([*street, place])})
