"""The shape of what is said once of the Département that the guide serves."""

from __future__ import annotations

from typing import Annotated

import msgspec

from engine.content.shapes.base import Struct, Text

DepartementCode = Annotated[str, msgspec.Meta(pattern=r"^\d{2}$")]


class Departement(Struct, frozen=True, kw_only=True, rename={"name": "nom", "time_zone": "fuseau"}):
    """Its name, the two figures with which its INSEE codes and postcodes begin, and its time zone (IANA)."""

    name: Text
    code: DepartementCode
    time_zone: Text
