"""The national directory of public services (DILA) → all the imported offices that come from it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from engine.content.catalogue import Catalogue
from engine.content.insee_codes import code_today
from engine.content.shapes.imports import ImportedOffices
from engine.content.shapes.offices import Office
from tools.dila import CCAS, CITED, TOWN_HALL, Service, faults, mended, to_office
from tools.dila_file import Zones, services_in, zones_in
from tools.imported_offices import parts_in, replaced
from tools.refusals import Report


@dataclass(frozen=True)
class _Found:
    """An office, the roles that it holds, and whether it is a mairie."""

    office: Office
    roles: tuple[str, ...]
    town_hall: bool


class _Reader:
    """Goes through the services of the file; `found` fills up, and what was not taken is counted."""

    def __init__(self, file: Path, zones: Zones, catalogue: Catalogue, today: date, report: Report) -> None:
        self.name, self.zones, self.catalogue, self.today, self.report = file.name, zones, catalogue, today, report
        self.found: dict[str, _Found] = {}
        self.halls: dict[str, str] = {}
        self.elsewhere = self.delegated = 0
        self.others: Counter[str] = Counter()
        self._served = {service for service, _ in zones}

    def read(self, number: int, service: Service) -> None:
        """Take one service, or say why not."""
        ours = service.insee.startswith(self.catalogue.departement.code)
        if not ours and service.id not in self._served:
            self.elsewhere += 1
            return
        if not service.roles:
            self.others.update(service.kinds or ("sans type",))
            return
        if TOWN_HALL in service.kinds and (service.is_delegated or self._is_old(service.insee)):
            self.delegated += 1
            return
        where = f"{self.name}, service {number} ({service.name or service.id})"
        said = [*faults(service, self.today), *self._place_faults(service)]
        self.report.faults += [f"{where} : {fault}" for fault in said]
        if not said:
            self.report.notes += [f"{where} : {note}" for note in mended(service)]
            office = to_office(service, " ".join(sorted(self._serves(service))) or None)
            self.found[office.id] = _Found(office, service.roles, TOWN_HALL in service.kinds)
            if TOWN_HALL in service.kinds:
                self.halls[service.insee] = service.name

    def _place_faults(self, service: Service) -> list[str]:
        communes = self.catalogue.communes
        if service.insee in self.halls and TOWN_HALL in service.kinds:
            return [f"{communes[service.insee].name} a déjà une mairie : {self.halls[service.insee]}."]
        if TOWN_HALL in service.kinds and service.insee not in communes:
            return [f"la commune « {service.insee} » n’existe pas."]
        if CCAS in service.kinds and not self._serves(service):
            return ["on ignore de quelle commune il est le CCAS."]
        return []

    def _serves(self, service: Service) -> set[str]:
        """The communes it is for: its own, if it is one's mairie or CCAS; else those that the zip gives it."""
        if TOWN_HALL in service.kinds:
            return {service.insee}
        given = {insee for kind in service.kinds for insee in self.zones.get((service.id, kind), ())}
        if CCAS in service.kinds and not given:
            given = {*service.seats} or {service.insee}
        old = {insee: code_today(insee, self.catalogue.former_places) for insee in given}
        today = {place.insee if (place := old[insee]) else insee for insee in given}
        return today & set(self.catalogue.communes)

    def _is_old(self, insee: str) -> bool:
        return code_today(insee, self.catalogue.former_places) is not None

    def tell(self) -> None:
        """Say what was not taken, and why."""
        where = self.catalogue.departement.name
        if self.elsewhere and not self.report.keep:
            self.report.faults.append(
                f"{self.name} : {self.elsewhere} services ne sont pas pour la {where}. "
                "Pour ne prendre que ceux d’ici, ajoutez --garder."
            )
        elif self.elsewhere:
            self.report.notes.append(f"{self.name} : {self.elsewhere} services hors de la {where}, laissés.")
        if self.delegated:
            self.report.notes.append(f"{self.name} : {self.delegated} mairies de communes déléguées, laissées.")
        if self.others:
            shown = ", ".join(f"{kind} ({count})" for kind, count in sorted(self.others.items()))
            self.report.notes.append(f"{self.name} : types sans rôle dans ce guide : {shown}.")


def directory_imported_from(
    file: Path, communes: Path | None, catalogue: Catalogue, imported: Path, today: date, report: Report
) -> tuple[str, list[Office]]:
    """The imported offices, those of this directory being from now on the services of `file`; and these.

    `communes` is the zip that says which service is for which commune.

    Raises:
        RefusedError: a file is not what it should be, or a service cannot be taken.
    """
    zones = zones_in(communes, catalogue.departement.code) if communes else {}
    reader = _Reader(file, zones, catalogue, today, report)
    for number, written in enumerate(services_in(file), start=1):
        reader.read(number, Service(written))
    reader.tell()
    report.settle(len(reader.found), f"{file.name} : aucun service de la {catalogue.departement.name} n’a de rôle ici.")
    if communes is None:
        report.notes.append("Sans le zip des communes (--communes), on ignore quel service suit quelle commune.")
    parts: dict[tuple[tuple[str, ...], bool], list[Office]] = {}
    for item in reader.found.values():
        parts.setdefault((item.roles, item.town_hall), []).append(item.office)
    new = [
        ImportedOffices(cited_text=CITED, roles=roles, town_halls=town_hall, offices=tuple(offices))
        for (roles, town_hall), offices in parts.items()
    ]
    text = replaced(parts_in(imported), lambda part: part.cited_text == CITED, new)
    return text, [item.office for item in reader.found.values()]
