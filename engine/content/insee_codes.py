"""What is said of an INSEE code that is no commune's: the new code where it is an old one, never one that looks alike.

A code that differs by a digit is that of somewhere else: naming it would send people to the wrong town.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from engine.content.shapes.communes import Commune, FormerPlace

_CODE = re.compile(r"[0-9][0-9AB][0-9]{3}")
LOOK_IT_UP = "Un code ne se devine pas : cherchez-le dans communes.csv."


def is_code(text: str) -> bool:
    """Whether a text has the form of an INSEE code."""
    return bool(_CODE.fullmatch(text))


def code_today(code: str, former_places: Iterable[FormerPlace]) -> FormerPlace | None:
    """The commune of the past that had this code; its `insee` is that of the commune it is part of."""
    return next((place for place in former_places if place.code == code), None)


def no_such_commune(code: str, communes: Mapping[str, Commune], former_places: Iterable[FormerPlace] = ()) -> str:
    """What is wrong, in French, with a code that no commune has."""
    if place := code_today(code, former_places):
        today = communes[place.insee].name
        return f"« {code} » est un ancien code ({place.name}). C’est aujourd’hui {today}, code « {place.insee} »."
    return f"la commune « {code} » n’existe pas. {LOOK_IT_UP}"
