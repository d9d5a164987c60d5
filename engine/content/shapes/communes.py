"""The shape of the table of communes."""

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
