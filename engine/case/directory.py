"""From a role and a commune to the most precise verified office, saying how precise it is.

The texts hold no table of communes and pôles médico-sociaux. Where they are silent this names what is known for
sure (the mairie, the four territories, the Département) and says so; it never guesses. Where nobody who answers the
telephone is known, it goes down the line of fallbacks to the first role of which someone is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from engine.content.catalogue import Catalogue
from engine.content.shapes.communes import Commune
from engine.content.shapes.offices import Office, Role


class Precision(StrEnum):
    """How near to the person the answer is."""

    COMMUNE = "commune"
    PMS = "pms"
    SERVES = "dessert"
    TOWN = "ville"
    TERRITORY = "territoire"
    ONE_OF = "a-choisir"
    SOME_KNOWN = "incomplet"
    DEPARTMENT = "departement"
    NATIONAL = "national"
    HERE = "ici"
    NAME_ONLY = "nom-seul"


_VAGUE = (Precision.ONE_OF, Precision.SOME_KNOWN, Precision.NAME_ONLY)
_NOT_KNOWN = (Precision.SOME_KNOWN, Precision.NAME_ONLY)
_READ_AT_ONCE = 4  # offices: one for each territory


@dataclass(frozen=True)
class Referral:
    """Where to go for a role: offices, the most useful first, and how precise this is.

    `fallback` is whom to call instead, where none of these offices is surely the right one or has a telephone.
    """

    role: Role
    offices: tuple[Office, ...]
    precision: Precision
    commune: Commune | None = None
    fallback: Referral | None = None

    @property
    def known(self) -> bool:
        """Whether the right office is among these, so that they are worth reading first."""
        return bool(self.offices) and self.precision not in _NOT_KNOWN

    @property
    def answers(self) -> bool:
        """Whether one can call here, and reach the right office or one that knows which it is."""
        phones = [office.phone for office in self.offices]
        return self.known and (all(phones) if self.precision is Precision.ONE_OF else any(phones))

    @property
    def located(self) -> bool:
        """Whether one knows where to go, so that only a telephone may be missing."""
        return self.known and self.precision is not Precision.ONE_OF and any(office.address for office in self.offices)

    @property
    def many(self) -> bool:
        """Whether they are more than one reads at once, none of them surely the right one."""
        return self.precision is Precision.ONE_OF and not self.answers and len(self.offices) > _READ_AT_ONCE

    @property
    def phones(self) -> tuple[Office, ...]:
        """The offices to call: these, else those of the fallback."""
        called = self.fallback if self.fallback and not self.answers else self
        return tuple(office for office in called.offices if office.phone)


def office_for(catalogue: Catalogue, role_id: str, place: str | None, here: str | None = None) -> Referral:
    """The referral for a role and an answer to the place question (INSEE code, special option, or nothing).

    `here` is the office where the person stands: the one to name as long as no place tells of another.
    """
    role = catalogue.roles[role_id]
    commune = catalogue.communes.get(place or "")
    offices, precision = _nearest(catalogue, role, commune)
    if here in role.offices and commune is None:
        offices, precision = [catalogue.offices[here]], Precision.HERE
    found = Referral(role, tuple(offices), precision, commune)
    if found.answers or not role.fallback:
        return found
    next_one = office_for(catalogue, role.fallback, place, here)
    return Referral(role, tuple(offices), precision, commune, next_one.fallback or next_one)


def _nearest(catalogue: Catalogue, role: Role, commune: Commune | None) -> tuple[Sequence[Office], Precision]:
    offices = [catalogue.offices[office] for office in role.offices]
    if role.level == "commune":
        return _of_the_commune(catalogue, offices, commune)
    if found := _serving(offices, commune):
        return found, Precision.SERVES
    if role.level == "territoire":
        return _nearby(offices, commune) or _anywhere(catalogue, offices)
    usable = [office for office in offices if office.reliability != "nom-seul"]
    if not usable:
        return offices, Precision.NAME_ONLY
    return offices, Precision.NATIONAL if role.level == "national" else Precision.DEPARTMENT


def _of_the_commune(
    catalogue: Catalogue, offices: list[Office], commune: Commune | None
) -> tuple[list[Office], Precision]:
    """The mairie, then what a public list gives this commune; what is there for another is not for this one."""
    if commune is None:
        return [office for office in offices if not office.serves], Precision.NAME_ONLY
    own = catalogue.town_halls.get(commune.insee)
    ours = [office for office in offices if not office.serves or office.is_for(commune.insee)]
    return ([own] if own else []) + ours, Precision.COMMUNE


def _serving(offices: list[Office], commune: Commune | None) -> list[Office]:
    """Those that a public list gives this commune: all, for it does not say which; before them, what was read later.

    None where a table names the pôle that follows the commune: it knows better.
    """
    if commune is None or any(office.id == commune.pms for office in offices):
        return []
    named = [office for office in offices if office.is_for(commune.insee)]
    if not named:
        return []
    since = max(office.told for office in named)
    later = [office for office in offices if office.phone and not office.serves and office.told > since]
    return later + named


def _nearby(offices: list[Office], commune: Commune | None) -> tuple[list[Office], Precision] | None:
    """That of the table, the only one of the territory, those that stand in the commune, those of the territory."""
    if commune is None:
        return None
    if own := [office for office in offices if office.id == commune.pms]:
        return own, Precision.PMS
    near = [office for office in offices if office.territory and office.territory == commune.territory]
    here = [office for office in offices if office.town == commune.name]
    if here and len(near) != 1:
        return here, Precision.TOWN
    return (near, Precision.TERRITORY) if near else None


def _anywhere(catalogue: Catalogue, offices: list[Office]) -> tuple[list[Office], Precision]:
    complete = {office.territory for office in offices} >= set(catalogue.territories)
    return offices, Precision.ONE_OF if complete else Precision.SOME_KNOWN if offices else Precision.NAME_ONLY


def missing_by_commune(catalogue: Catalogue, roles: Iterable[str]) -> dict[str, list[str]]:
    """For each commune (INSEE), the roles for which no single office is known."""
    return {
        insee: [role for role in roles if office_for(catalogue, role, insee).precision in _VAGUE]
        for insee in catalogue.communes
    }
