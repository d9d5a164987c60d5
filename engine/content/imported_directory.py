"""Reads what national files have given: a folder of its own, outside the content, held to the same rules.

It names the roles and communes of the content, and the content never names it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from engine.content.content_folder import ContentFolder, Placed
from engine.content.insee_codes import no_such_commune
from engine.content.problems import ContentError, Problem
from engine.content.shapes.communes import Commune
from engine.content.shapes.imports import LINK_COLUMNS, ImportedOffices
from engine.content.shapes.offices import Office, Role
from engine.content.strict_yaml import load_table

OFFICES = "guichets-importes.yaml"
LINKS = "rattachements.csv"


@dataclass(frozen=True)
class Imported:
    """What a folder holds: parts of `OFFICES`, and for each commune its row of `LINKS`, with the line of each."""

    parts: tuple[Placed[ImportedOffices], ...] = ()
    links: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def offices(self) -> list[Placed[Office]]:
        """Each office and its place."""
        return [
            Placed(office, part.file, (*part.path, "guichets", index))
            for part in self.parts
            for index, office in enumerate(part.item.offices)
        ]

    @property
    def town_halls(self) -> dict[str, Office]:
        """The mairies, by the commune that each serves."""
        return {
            insee: office
            for part in self.parts
            if part.item.town_halls
            for office in part.item.offices
            for insee in (office.serves or "").split()
        }

    def held(self, role: Role) -> Role:
        """The role, held by its imported offices as well; a mairie is found by its commune alone."""
        more = (
            office.id
            for part in self.parts
            if role.id in part.item.roles and not part.item.town_halls
            for office in part.item.offices
        )
        return msgspec.structs.replace(role, offices=(*role.offices, *more))

    def linked(self, commune: Commune) -> Commune:
        """The commune, with the territory and the pôle that a table gave it."""
        link = self.links.get(commune.insee, {})
        return commune._replace(
            territory=link.get("territoire") or commune.territory, pms=link.get("pms") or commune.pms
        )


def read_imported(root: Path | None, communes: Mapping[str, Commune]) -> tuple[Imported, list[Problem]]:
    """What the folder `root` holds, and all that is wrong in it. No folder, or none of its files: nothing."""
    if root is None:
        return Imported(), []
    folder = ContentFolder(root)
    parts = folder.list_if_there(OFFICES, ImportedOffices)
    links, faults = _links(root, communes)
    return Imported(tuple(parts), links), [*folder.problems, *faults]


def _links(root: Path, communes: Mapping[str, Commune]) -> tuple[dict[str, Mapping[str, str]], list[Problem]]:
    if not (root / LINKS).exists():
        return {}, []
    try:
        rows = load_table(root, LINKS, LINK_COLUMNS)
    except ContentError as error:
        return {}, list(error.problems)
    found: dict[str, Mapping[str, str]] = {row["insee"]: row for row in rows}
    return found, [Problem(LINKS, line, fault) for line, fault in _faults(rows, communes)]


def _faults(rows: list[dict[str, str]], communes: Mapping[str, Commune]) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for line, row in enumerate(rows, start=2):
        if row["insee"] not in communes:
            yield line, no_such_commune(row["insee"], communes)
        if row["insee"] in seen:
            yield line, f"la commune « {row['insee']} » est écrite deux fois."
        seen.add(row["insee"])
