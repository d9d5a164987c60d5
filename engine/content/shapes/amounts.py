"""The shape of dated amounts."""

from __future__ import annotations

from typing import Literal

from engine.content.shapes.base import AmountName, IsoDay, Number, Prose, Struct, Text


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
