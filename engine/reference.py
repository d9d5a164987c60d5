"""The shapes of the reference data: dated amounts, cited texts, offices, communes, emergency numbers."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

import msgspec

from engine.model import Identifier, IsoDay, LineRanges, Prose, Source, Struct, Text

AmountName = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
Number = Annotated[str, msgspec.Meta(pattern=r"^\d+(\.\d+)?$")]
Level = Literal["commune", "territoire", "departement", "national"]


class AmountValue(
    Struct,
    frozen=True,
    kw_only=True,
    rename={"since": "depuis", "until": "jusque", "value": "valeur", "verified": "verifie_le"},
):
    """A value in force from `since` to `until` (included), with its official text and the day it was last read."""

    since: IsoDay
    until: IsoDay | None = None
    value: Number
    reference: Text
    verified: IsoDay | None = None


class Derivation(
    Struct,
    frozen=True,
    kw_only=True,
    rename={"base": "de", "times": "multiplie", "over": "divise", "factor": "fois"},
):
    """An amount computed from another: `base × times × factor ÷ over`, `factor` being a third amount."""

    base: AmountName
    times: Number = "1"
    over: Number = "1"
    factor: AmountName | None = None


class Amount(
    Struct,
    frozen=True,
    kw_only=True,
    rename={"name": "nom", "unit": "unite", "values": "valeurs", "derivation": "derive"},
):
    """A national amount or rate, by date or derived from another."""

    id: AmountName
    name: Prose
    unit: Literal["euros", "part"]
    values: tuple[AmountValue, ...] = ()
    derivation: Derivation | None = None


class CitedText(
    Struct,
    frozen=True,
    kw_only=True,
    rename={"name": "nom", "short": "court", "file": "fichier", "status": "statut", "link": "lien"},
):
    """A text the rules come from."""

    id: Identifier
    name: Text
    date: Text | None = None
    short: Text | None = None
    file: Text | None = None
    status: Text | None = None
    link: Text | None = None


class Territory(Struct, frozen=True, kw_only=True, rename={"name": "nom"}):
    """One of the Département's four territories."""

    id: Identifier
    name: Text


class Version(Struct, frozen=True, kw_only=True, rename={"field": "champ", "value": "valeur", "lines": "lignes"}):
    """Another value found in the texts for a field of an office."""

    field: Text
    value: Text
    lines: LineRanges | None = None


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
        "territory": "territoire",
        "reliability": "fiabilite",
        "verified": "verifie_le",
    },
):
    """A place or service one can contact, as the texts give it. Nothing is filled in from memory."""

    id: Identifier
    name: Text
    address: Text | None = None
    postcode: Text | None = None
    town: Text | None = None
    phone: Text | None = None
    email: Text | None = None
    web: Text | None = None
    hours: Prose | None = None
    territory: Identifier | None = None
    reliability: Literal["sure", "ancienne", "nom-seul"]
    verified: IsoDay
    source: Source
    note: Prose | None = None
    versions: tuple[Version, ...] = ()


class Role(
    Struct,
    frozen=True,
    kw_only=True,
    rename={
        "name": "nom",
        "purpose": "explication",
        "ask": "demander",
        "level": "niveau",
        "offices": "guichets",
        "fallback": "repli",
    },
):
    """What an office does for someone; aids name roles, and the directory finds who holds them nearby."""

    id: Identifier
    name: Prose
    purpose: Prose
    ask: Prose
    level: Level
    offices: tuple[Identifier, ...] = ()
    fallback: Identifier | None = None


class DirectoryFile(Struct, frozen=True, kw_only=True, rename={"territories": "territoires", "offices": "guichets"}):
    """The whole of `guichets.yaml`."""

    territories: tuple[Territory, ...]
    roles: tuple[Role, ...]
    offices: tuple[Office, ...]


class ImportedOffices(Struct, frozen=True, kw_only=True, rename={"offices": "guichets"}):
    """Offices taken in from a national directory for one role; a part of `guichets-importes.yaml`."""

    role: Identifier
    offices: tuple[Office, ...]


class Emergency(
    Struct,
    frozen=True,
    kw_only=True,
    rename={"number": "numero", "name": "nom", "purpose": "pour", "free": "gratuit", "when": "si"},
):
    """An emergency number, and the danger that puts it first."""

    id: Identifier
    number: Text
    name: Prose
    purpose: Prose
    free: Prose | None = None
    source: Source
    when: Text | None = None


class Commune(NamedTuple):
    """A commune of Haute-Savoie; `territory` and `pms` are empty where no text gives them."""

    insee: str
    name: str
    postcodes: tuple[str, ...]
    epci: str
    population: int
    territory: str
    pms: str


COMMUNE_COLUMNS = ("insee", "nom", "codes_postaux", "epci", "population", "territoire", "pms")
