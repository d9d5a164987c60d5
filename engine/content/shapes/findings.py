"""The shape of what public lists say of services: kept whole, so that each value can be confirmed or replaced."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """One row of a public list. `office` is the one it is about here, when there is one."""

    kind: str
    name: str
    address: str
    postcode: str
    town: str
    insee: str
    phone: str
    email: str
    web: str
    hours: str
    source: str
    date: str
    certainty: str
    office: str


# The columns of the table, and the part of a finding that each one is.
FINDING_COLUMNS = (
    "sorte",
    "nom",
    "adresse",
    "code_postal",
    "commune",
    "insee",
    "telephone",
    "courriel",
    "web",
    "horaires",
    "source",
    "date",
    "certitude",
    "guichet",
)
CERTAINTIES = ("2-sources", "2-sources-anciennes", "1-source", "1-source-ancienne")
