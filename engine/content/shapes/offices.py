"""The shapes of the directory: territories, offices and the roles they hold."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from engine.content.shapes.base import Identifier, IsoDay, LineRanges, Moment, Prose, Source, Struct, Text

Level = Literal["commune", "territoire", "departement", "national"]
Access = Literal["accessible", "sur-demande", "non-accessible"]
Degrees = Annotated[str, msgspec.Meta(pattern=r"^-?\d{1,3}(\.\d+)?$")]
Codes = Annotated[str, msgspec.Meta(pattern=r"^[0-9AB]{5}( [0-9AB]{5})*$")]


class Territory(Struct, frozen=True, kw_only=True, rename={"name": "nom"}):
    """One of the Département's four territories."""

    id: Identifier
    name: Text


class Version(Struct, frozen=True, kw_only=True, rename={"field": "champ", "value": "valeur", "lines": "lignes"}):
    """Another value found in the texts for a field of an office."""

    field: Text
    value: Text
    lines: LineRanges | None = None


class Reading(Struct, frozen=True, kw_only=True, rename={"cited_text": "texte"}):
    """Where a telephone was read when our texts give none: a public list, and when it was true there, if it says so."""

    cited_text: Identifier
    date: Moment | None = None


class Point(Struct, frozen=True, kw_only=True):
    """Where a place stands on a map, in degrees."""

    latitude: Degrees
    longitude: Degrees


class Office(
    Struct,
    frozen=True,
    kw_only=True,
    rename={
        "name": "nom",
        "address": "adresse",
        "postcode": "code_postal",
        "town": "commune",
        "phone": "telephone",
        "email": "courriel",
        "hours": "horaires",
        "access": "acces",
        "access_note": "acces_note",
        "access_page": "acces_page",
        "point": "coordonnees",
        "serves": "dessert",
        "territory": "territoire",
        "reliability": "fiabilite",
        "verified": "verifie_le",
        "reading": "releve",
    },
):
    """A place or service one can contact, as the texts give it. Nothing is filled in from memory.

    `reading` says that its telephone comes from a public list, and is to be checked. `access` is for a wheelchair.
    `serves` holds the INSEE codes of the communes that it is for, where a public list says so.
    """

    id: Identifier
    name: Text
    address: Text | None = None
    postcode: Text | None = None
    town: Text | None = None
    phone: Text | None = None
    email: Text | None = None
    web: Text | None = None
    hours: Prose | None = None
    access: Access | None = None
    access_note: Text | None = None
    access_page: Text | None = None
    point: Point | None = None
    serves: Codes | None = None
    territory: Identifier | None = None
    reliability: Literal["sure", "ancienne", "nom-seul"]
    verified: IsoDay
    source: Source
    reading: Reading | None = None
    note: Prose | None = None
    versions: tuple[Version, ...] = ()

    @property
    def told(self) -> str:
        """When its contacts were true, as far as one knows: a year, a month or a day."""
        return self.reading.date if self.reading and self.reading.date else self.verified

    def is_for(self, insee: str) -> bool:
        """Whether a public list says that it is for this commune."""
        return insee in (self.serves or "").split()


class Role(
    Struct,
    frozen=True,
    kw_only=True,
    rename={
        "name": "nom",
        "purpose": "explication",
        "ask": "demander",
        "say": "dire",
        "other_say": "dire_proche",
        "begin": "parler",
        "level": "niveau",
        "offices": "guichets",
        "fallback": "repli",
    },
):
    """What an office does for someone; aids name roles, and the directory finds who holds them nearby.

    `say` is one sentence to say there, at the counter or on the phone; `begin` sends there whoever only needs to talk.
    """

    id: Identifier
    name: Prose
    purpose: Prose
    ask: Prose
    say: Prose | None = None
    other_say: Prose | None = None
    begin: Prose | None = None
    level: Level
    offices: tuple[Identifier, ...] = ()
    fallback: Identifier | None = None


class DirectoryFile(Struct, frozen=True, kw_only=True, rename={"territories": "territoires", "offices": "guichets"}):
    """The whole of `guichets.yaml`."""

    territories: tuple[Territory, ...]
    roles: tuple[Role, ...]
    offices: tuple[Office, ...]


TOWN_HALL_COLUMNS = ("insee", "nom", "telephone", "courriel", "source", "date")
