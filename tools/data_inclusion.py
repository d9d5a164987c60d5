"""data·inclusion v1, the national format of social services: what we read of a structure, and how we write ours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from datetime import date
from typing import Annotated, Any

import msgspec

from engine.content.catalogue import Catalogue
from engine.content.communes import find_communes, unknown_commune
from engine.content.insee_codes import code_today
from engine.content.phones import NumberError, read_number
from engine.content.shapes.base import Source
from engine.content.shapes.offices import Office, Point, Role
from tools.opening_hours import of_openstreetmap
from tools.role_addresses import is_of_a_service

# How the format is told who wrote a structure.
PRODUCER = "guide-haute-savoie"
# The cited text that imported offices come from.
CITED = "data-inclusion"

# The format's own bounds; our offices keep within them too.
LONGEST_NAME = 150
_FIRST_DAY = date(2000, 1, 1)

Filled = Annotated[str, msgspec.Meta(min_length=1)]
# It becomes a link on a page: nothing but the web may stand there.
Web = Annotated[str, msgspec.Meta(pattern=r"^https?://[^\s]+$")]


class Structure(msgspec.Struct, frozen=True, kw_only=True):
    """What we read of a structure. The format has other fields: they are left alone."""

    source: Filled
    id: Filled
    nom: Annotated[str, msgspec.Meta(min_length=3, max_length=LONGEST_NAME)]
    date_maj: date
    commune: Filled | None = None
    code_postal: Annotated[str, msgspec.Meta(pattern=r"^[0-9]{5}$")] | None = None
    code_insee: Annotated[str, msgspec.Meta(pattern=r"^[0-9AB]{5}$")] | None = None
    adresse: Filled | None = None
    complement_adresse: Filled | None = None
    telephone: Filled | None = None
    courriel: Annotated[str, msgspec.Meta(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")] | None = None
    site_web: Web | None = None
    latitude: float | None = None
    longitude: float | None = None
    horaires_accueil: Filled | None = None
    accessibilite_lieu: Web | None = None


EXPECTED = {
    "nom": f"un texte de 3 à {LONGEST_NAME} caractères",
    "date_maj": "une date, comme 2026-01-31",
    "code_postal": "cinq chiffres entre guillemets",
    "code_insee": "un code de cinq caractères entre guillemets",
    "courriel": "une adresse électronique",
    "site_web": "une adresse qui commence par http:// ou https://",
    "accessibilite_lieu": "une adresse qui commence par http:// ou https://",
    "latitude": "un nombre",
    "longitude": "un nombre",
}


def faults(structure: Structure, catalogue: Catalogue, today: date) -> Iterator[str]:
    """What keeps a well-formed structure out of the directory: its place, its date, or its number."""
    insee, postcode = structure.code_insee, structure.code_postal
    if is_elsewhere(structure, catalogue):
        yield f"elle n’est pas en {catalogue.departement.name} (« {insee or postcode} »)."
    elif insee and insee not in catalogue.communes and not code_today(insee, catalogue.former_places):
        yield unknown_commune(catalogue, insee)
    elif not (insee or postcode):
        yield "il faut « code_insee » ou « code_postal », pour savoir où elle est."
    try:
        read_number(structure.telephone or "115")
    except NumberError as error:
        yield f"« telephone » : {error}"
    if not _FIRST_DAY <= structure.date_maj <= today:
        yield f"« date_maj » est dans le futur ou avant l’an 2000 ({structure.date_maj})."


def is_elsewhere(structure: Structure, catalogue: Catalogue) -> bool:
    """Whether its code or postcode is that of another Département."""
    place = structure.code_insee or structure.code_postal
    return bool(place) and not str(place).startswith(catalogue.departement.code)


def mended(structure: Structure, catalogue: Catalogue) -> Iterator[str]:
    """What is taken otherwise than it is written, or not taken, in a structure without fault."""
    if structure.code_insee and structure.code_insee not in catalogue.communes:
        yield unknown_commune(catalogue, structure.code_insee)
    if structure.telephone and (said := read_number(structure.telephone).mended):
        yield f"« telephone » : {said}. Il est remis."
    if structure.courriel and not _email(structure):
        yield f"« courriel » : « {structure.courriel} » est peut-être celui d’une personne. Il n’est pas repris."
    if structure.horaires_accueil and not of_openstreetmap(structure.horaires_accueil):
        yield f"« horaires_accueil » : « {structure.horaires_accueil} » ne se lit pas. Ils ne sont pas repris."


def to_office(structure: Structure, catalogue: Catalogue, zone: Collection[str] = ()) -> Office:
    """The office that a structure without fault becomes, for the communes of `zone`; its territory is not said."""
    insee = structure.code_insee or ""
    place = code_today(insee, catalogue.former_places)
    commune = catalogue.communes.get(place.insee if place else insee)
    address = ", ".join(filter(None, (structure.adresse, structure.complement_adresse)))
    email = _email(structure)
    reachable = address or structure.telephone or email
    return Office(
        id=_office_id(structure),
        name=_french(structure.nom),
        address=_french(address) or None,
        postcode=structure.code_postal,
        town=_french(structure.commune or (commune.name if commune else "")) or None,
        phone=read_number(structure.telephone).written if structure.telephone else None,
        email=email,
        web=structure.site_web,
        hours=of_openstreetmap(structure.horaires_accueil or ""),
        access_page=structure.accessibilite_lieu,
        point=point_at(structure.latitude, structure.longitude),
        serves=" ".join(sorted(set(zone) & set(catalogue.communes))) or None,
        reliability="sure" if reachable else "nom-seul",
        verified=structure.date_maj.isoformat(),
        source=Source(cited_text=CITED),
    )


def from_office(office: Office, catalogue: Catalogue) -> dict[str, Any]:
    """An office as a structure."""
    return _filled(
        source=PRODUCER,
        id=f"{PRODUCER}--{office.id}",
        nom=office.name[:LONGEST_NAME],
        date_maj=office.verified,
        **_place(office, catalogue),
        courriel=office.email,
        site_web=office.web,
    )


def service_of(role: Role, office: Office, catalogue: Catalogue) -> dict[str, Any]:
    """What an office does for people under a role, as a service of its structure."""
    return _filled(
        source=PRODUCER,
        structure_id=f"{PRODUCER}--{office.id}",
        id=f"{PRODUCER}--{role.id}--{office.id}",
        nom=role.name,
        description=f"{role.purpose} {role.ask}",
        date_maj=office.verified,
        **_place(office, catalogue),
        courriel=office.email,
    )


def _place(office: Office, catalogue: Catalogue) -> dict[str, str | None]:
    """Where an office is and its telephone. The commune's code is given only where its name leaves no doubt."""
    first = catalogue.departement.code
    town = re.sub(r" Cedex.*", "", office.town or "")
    found = find_communes(catalogue, town).one
    ours = found if (office.postcode or first).startswith(first) and found and found.name == town else None
    return {
        "commune": office.town,
        "code_postal": office.postcode,
        "code_insee": ours.insee if ours else None,
        "adresse": office.address,
        "telephone": _as_written_abroad(office.phone) if office.phone else None,
    }


def _filled(**fields: str | None) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def _office_id(structure: Structure) -> str:
    """The structure's id in our spelling, after that of its source."""
    given = structure.id if structure.id.startswith(structure.source) else f"{structure.source}-{structure.id}"
    bare = unicodedata.normalize("NFKD", given.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def _french(text: str) -> str:
    return text.replace("'", "’")


def _email(structure: Structure) -> str | None:
    """Its address, when it is that of a service."""
    address = structure.courriel
    return address if address and is_of_a_service(address, structure.nom, structure.commune) else None


def point_at(latitude: float | None, longitude: float | None) -> Point | None:
    """A point on the map, written to about a metre; none without both, nor in the sea off Africa."""
    if latitude is None or longitude is None or (latitude == 0 and longitude == 0):
        return None
    return Point(latitude=f"{latitude:.5f}", longitude=f"{longitude:.5f}")


def _as_written_abroad(number: str) -> str:
    """A ten-figure number as the format prefers it, with the code of France; a short one as it is."""
    figures = number.replace(" ", "").replace("\u00a0", "")
    return f"+33{figures[1:]}" if re.fullmatch(r"0\d{9}", figures) else figures
