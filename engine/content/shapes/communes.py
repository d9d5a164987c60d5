"""The shapes of the table of communes, and of that of the places that are part of one."""

from __future__ import annotations

from typing import NamedTuple


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


class FormerPlace(NamedTuple):
    """A place that people name and that is part of a commune: one it has taken in, or a well-known village.

    `code` is the INSEE code it had, where it was a commune and that code is no commune's today.
    """

    insee: str
    name: str
    kind: str
    code: str


FORMER_PLACE_COLUMNS = ("insee", "nom", "sorte", "source", "ancien_code")
FORMER_PLACE_KINDS = ("deleguee", "associee", "fusionnee", "lieu")
