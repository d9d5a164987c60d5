"""A table `insee;id` or `insee;territoire` → what the imported directory says of each commune."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from engine.content.catalogue import Catalogue
from engine.content.communes import plain, unknown_commune
from engine.content.imported_directory import LINKS
from engine.content.problems import Problem, nearest
from engine.content.shapes.imports import LINK_COLUMNS
from engine.content.strict_yaml import load_table
from tools.refusals import Report
from tools.spreadsheets import read_table

PMS = "pole-medico-social"
COLUMNS = {
    "insee": ("code insee", "code commune", "code insee commune"),
    "id": ("identifiant", "pms", "guichet"),
    "territoire": ("territoires", "nom du territoire"),
}


def links_in(file: Path, catalogue: Catalogue, imported: Path, report: Report) -> tuple[str, int]:
    """The table of links, `file` put into it, and how many communes it gave; the other communes keep what they had.

    Raises:
        RefusedError: it is not such a table, or a line of it is wrong and `report` does not keep the others.
    """
    table = read_table(file.read_bytes(), file.name, COLUMNS)
    report.notes += table.notes
    faults = list(table.faults)
    found: dict[str, dict[str, str]] = {}
    for line, row in table.rows:
        insee = row["insee"].replace(" ", "")
        said = [*_faults(insee, row, catalogue)]
        given = {"territoire": territory_of(row.get("territoire", ""), catalogue) or "", "pms": row.get("id", "")}
        if insee in found and not said:
            said.append(f"la commune « {insee} » est écrite deux fois.")
        faults += [Problem(file.name, line, fault) for fault in said]
        if not said:
            found[insee] = given
    report.faults += [str(fault) for fault in sorted(faults)]
    report.settle(len(found), str(Problem(file.name, 1, "le fichier ne contient aucune commune.")))
    return _written(_before(imported), found), len(found)


def territory_of(written: str, catalogue: Catalogue) -> str | None:
    """The territory that has this id or this name."""
    known = {name: {plain(name), plain(item.name)} for name, item in catalogue.territories.items()}
    return next((name for name, spellings in known.items() if plain(written) in spellings), None)


def _faults(insee: str, row: dict[str, str], catalogue: Catalogue) -> Iterator[str]:
    if insee not in catalogue.communes:
        yield unknown_commune(catalogue, insee)
    offices = catalogue.roles[PMS].offices
    if "id" in row and row["id"] not in offices:
        yield f"le pôle médico-social « {row['id']} » n’existe pas. {nearest(row['id'], offices)}"
    if "territoire" in row and territory_of(row["territoire"], catalogue) is None:
        hint = nearest(row["territoire"], catalogue.territories)
        yield f"le territoire « {row['territoire']} » n’existe pas. {hint}"


def _before(imported: Path) -> dict[str, dict[str, str]]:
    if not (imported / LINKS).exists():
        return {}
    return {row["insee"]: row for row in load_table(imported, LINKS, LINK_COLUMNS)}


def _written(before: dict[str, dict[str, str]], found: dict[str, dict[str, str]]) -> str:
    text = io.StringIO()
    table = csv.DictWriter(text, LINK_COLUMNS, delimiter=";", lineterminator="\n")
    table.writeheader()
    for insee in sorted({*before, *found}):
        old, new = before.get(insee, {}), found.get(insee, {})
        table.writerow({"insee": insee, **{key: new.get(key) or old.get(key, "") for key in ("territoire", "pms")}})
    return text.getvalue()
