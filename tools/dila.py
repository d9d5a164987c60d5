"""One service of the national directory (DILA) → an office: which roles it holds, and what of it is kept.

In the file nested values are lists; in the API they are texts that hold JSON. Empty is "", [] or missing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from engine.content.phones import NumberError, read_number
from engine.content.shapes.base import Source
from engine.content.shapes.offices import Access, Office, Point, Reading
from tools.data_inclusion import point_at
from tools.imported_offices import tidy
from tools.opening_hours import of_the_administration
from tools.role_addresses import is_of_a_service

CITED = "annuaire-dila"
TOWN_HALL, CCAS = "mairie", "ccas"
# The kinds of service that hold a role here. The others are counted and named, never dropped in silence.
ROLES: dict[str, tuple[str, ...]] = {
    TOWN_HALL: ("mairie-ccas",),
    CCAS: ("mairie-ccas",),
    "cg": ("standard",),
    "maison_handicapees": ("mdph",),
    "pmi": ("pmi-territoire",),
    "caf": ("caf",),
    "cpam": ("cpam",),
    "msa": ("msa",),
    "carsat": ("caisse-retraite",),
    "mission_locale": ("mission-locale",),
    "adil": ("adil",),
    "tgi": ("juge-affaires-familiales", "procureur", "tribunal-judiciaire-pole-social"),
    "tj": ("juge-affaires-familiales", "procureur", "tribunal-judiciaire-pole-social"),
    "te": ("juge-des-enfants",),
    "ta": ("tribunal-administratif",),
    "msap": ("france-services",),
    "france_services": ("france-services",),
}
_ACCESS: dict[str, Access] = {"ACC": "accessible", "DEM": "sur-demande", "NAC": "non-accessible"}
_FIRST_YEAR = 2000


class Service:
    """A service as it is written, and what one reads in it."""

    def __init__(self, written: Mapping[str, Any]) -> None:
        self.written = written
        self.id = str(written.get("id") or "")
        self.name = _text(written.get("nom"))
        self.kinds = tuple(
            dict.fromkeys(kind for pivot in self.listed("pivot") if (kind := _text(pivot.get("type_service_local"))))
        )
        self.insee = _text(written.get("code_insee_commune")) or next(iter(self.seats), "")

    def listed(self, key: str) -> list[dict[str, Any]]:
        """A nested value as a list of objects; a bare text counts as its `valeur`."""
        value = self.written.get(key)
        if isinstance(value, str) and value[:1] in ("[", "{"):
            try:
                value = json.loads(value)
            except ValueError:
                return []
        items = value if isinstance(value, list) else [value]
        return [item if isinstance(item, dict) else {"valeur": item} for item in items if item]

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles that it holds here."""
        return tuple(dict.fromkeys(role for kind in self.kinds for role in ROLES.get(kind, ())))

    @property
    def seats(self) -> tuple[str, ...]:
        """The communes that its own description names: those of a mairie or a CCAS."""
        codes = (pivot.get("code_insee_commune") or () for pivot in self.listed("pivot"))
        return tuple(dict.fromkeys(code for some in codes for code in ([some] if isinstance(some, str) else some)))

    @property
    def is_delegated(self) -> bool:
        """Whether it is the mairie of a commune that is now part of another: its old code ends in 02 or more."""
        old = re.fullmatch(r".*-(\d+)", _text(self.written.get("ancien_code_pivot")))
        return TOWN_HALL in self.kinds and old is not None and int(old[1]) > 1

    @property
    def modified(self) -> str | None:
        """The day of its last change, as « 2026-01-31 »."""
        written = _text(self.written.get("date_modification"))
        if found := re.match(r"(\d{2})/(\d{2})/(\d{4})", written):
            written = f"{found[3]}-{found[2]}-{found[1]}"
        try:
            return date.fromisoformat(written[:10]).isoformat()
        except ValueError:
            return None


def faults(service: Service, today: date) -> Iterator[str]:
    """What keeps a service out of the directory."""
    if not service.id:
        yield "il manque « id »."
    if not service.name:
        yield "il manque « nom »."
    day = service.modified
    if not service.written.get("date_modification"):
        yield "il manque « date_modification »."
    elif day is None:
        yield f"« date_modification » n’est pas une date (« {service.written['date_modification']} »)."
    elif not f"{_FIRST_YEAR}" <= day <= today.isoformat():
        yield f"« date_modification » est dans le futur ou avant l’an {_FIRST_YEAR} ({day})."
    try:
        _phone(service)
    except NumberError as error:
        yield f"« telephone » : {error}"


def to_office(service: Service, serves: str | None) -> Office:
    """The office that a service without fault becomes."""
    place = _address(service)
    phone, day = _phone(service), service.modified or ""
    street = ", ".join(
        text
        for key in ("complement1", "complement2", "numero_voie", "service_distribution")
        if (text := _text(place.get(key)))
    )
    email = _email(service)
    return Office(
        id=f"dila-{re.sub(r'[^a-z0-9]+', '-', service.id.lower()).strip('-')}",
        name=service.name,
        address=street or None,
        postcode=_text(place.get("code_postal")) or None,
        town=_text(place.get("nom_commune")) or None,
        phone=phone,
        email=email,
        web=_web(service),
        hours=of_the_administration(_texts(span) for span in service.listed("plage_ouverture")),
        access=_ACCESS.get(_text(place.get("accessibilite"))),
        access_note=_text(place.get("note_accessibilite")) or None,
        point=_point(place),
        serves=serves,
        reliability="sure" if street or phone or email else "nom-seul",
        verified=day,
        source=Source(cited_text=CITED),
        reading=Reading(cited_text=CITED, date=day) if phone else None,
    )


def mended(service: Service) -> Iterator[str]:
    """What is taken otherwise than it is written, or not taken."""
    written = next((_text(item.get("valeur")) for item in service.listed("telephone")), "")
    if written and (said := read_number(written).mended):
        yield f"« telephone » : {said}. Il est remis."
    for item in service.listed("adresse_courriel"):
        if not is_of_a_service(
            address := _text(item.get("valeur")), service.name, _text(_address(service).get("nom_commune"))
        ):
            yield f"« adresse_courriel » : « {address} » est peut-être celle d’une personne. Elle n’est pas reprise."


def _phone(service: Service) -> str | None:
    """The first number."""
    written = next((text for item in service.listed("telephone") if (text := _text(item.get("valeur")))), "")
    return read_number(written).written if written else None


def _email(service: Service) -> str | None:
    """The first address that is that of a service."""
    town = _text(_address(service).get("nom_commune"))
    addresses = (_text(item.get("valeur")) for item in service.listed("adresse_courriel"))
    return next(
        (
            text
            for text in addresses
            if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text) and is_of_a_service(text, service.name, town)
        ),
        None,
    )


def _web(service: Service) -> str | None:
    """It becomes a link on a page: nothing but the web may stand there."""
    sites = (_text(item.get("valeur")) for item in service.listed("site_internet"))
    return next((site for site in sites if re.fullmatch(r"https?://\S+", site)), None)


def _address(service: Service) -> dict[str, Any]:
    """Where to go, before where to write."""
    places = service.listed("adresse")
    return next((place for place in places if place.get("type_adresse") == "Adresse"), places[0] if places else {})


def _point(place: Mapping[str, Any]) -> Point | None:
    try:
        return point_at(float(place["latitude"]), float(place["longitude"]))
    except (KeyError, TypeError, ValueError):
        return None


def _text(value: Any) -> str:
    """A text on one line, typographic; empty when there is none."""
    return str(tidy(value)).replace("'", "’") if isinstance(value, str) else ""


def _texts(item: Mapping[str, Any]) -> dict[str, str]:
    return {key: _text(value) for key, value in item.items()}
