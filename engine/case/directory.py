"""From a role and a commune to the most precise verified office, saying how precise it is.

The texts hold no table of communes and pôles médico-sociaux. Where they are silent this names what is known for
sure (the mairie, the four territories, the Département) and says so; it never guesses.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from engine.content.catalogue import Catalogue
from engine.content.shapes.communes import Commune
from engine.content.shapes.offices import Office, Role


class Precision(StrEnum):
    """How near to the person the answer is."""

    COMMUNE = "commune"
    PMS = "pms"
    TERRITORY = "territoire"
    ONE_OF = "a-choisir"
    SOME_KNOWN = "incomplet"
    DEPARTMENT = "departement"
    NATIONAL = "national"
    NAME_ONLY = "nom-seul"


_VAGUE = (Precision.ONE_OF, Precision.SOME_KNOWN, Precision.NAME_ONLY)


@dataclass(frozen=True)
class Referral:
    """Where to go for a role: offices, the most useful first, and how precise this is."""

    role: Role
    offices: tuple[Office, ...]
    precision: Precision
    commune: Commune | None = None
    fallback: Referral | None = None


def office_for(catalogue: Catalogue, role_id: str, place: str | None) -> Referral:
    """The referral for a role and an answer to the place question (INSEE code, special option, or nothing)."""
    role = catalogue.roles[role_id]
    commune = catalogue.communes.get(place or "")
    offices = [catalogue.offices[office] for office in role.offices]
    found, precision = _nearest(catalogue, role, offices, commune)
    reachable = any(office.reliability != "nom-seul" for office in found)
    fallback = None
    if role.fallback and (precision in _VAGUE or not reachable):
        fallback = office_for(catalogue, role.fallback, place)
    return Referral(role, tuple(found), precision, commune, fallback)


def _nearest(
    catalogue: Catalogue, role: Role, offices: list[Office], commune: Commune | None
) -> tuple[list[Office], Precision]:
    if role.level == "commune":
        return offices, Precision.COMMUNE if commune else Precision.NAME_ONLY
    if role.level == "territoire":
        if commune and (own := [office for office in offices if office.id == commune.pms]):
            return own, Precision.PMS
        if commune and (near := [o for o in offices if o.territory and o.territory == commune.territory]):
            return near, Precision.TERRITORY
        here = sorted(offices, key=lambda office: not commune or office.town != commune.name)
        complete = {office.territory for office in offices} >= set(catalogue.territories)
        return here, Precision.ONE_OF if complete else Precision.SOME_KNOWN if offices else Precision.NAME_ONLY
    usable = [office for office in offices if office.reliability != "nom-seul"]
    if not usable:
        return offices, Precision.NAME_ONLY
    return offices, Precision.NATIONAL if role.level == "national" else Precision.DEPARTMENT


def missing_by_commune(catalogue: Catalogue, roles: Iterable[str]) -> dict[str, list[str]]:
    """For each commune (INSEE), the roles for which no single office is known."""
    return {
        insee: [role for role in roles if office_for(catalogue, role, insee).precision in _VAGUE]
        for insee in catalogue.communes
    }
