"""Reads what public lists say of services, one row each, whether or not an office here gives it.

A finding is a lead: it has its source, its date and how sure it is, and names the office that it is about.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from engine.content.phones import is_dialed
from engine.content.problems import ContentError, Problem, nearest
from engine.content.shapes.findings import CERTAINTIES, FINDING_COLUMNS, Finding
from engine.content.strict_yaml import load_table

_MOMENT = re.compile(r"(\d{4}(-(0[1-9]|1[0-2]))?)?")


def read_findings(root: Path, name: str, offices: Collection[str]) -> tuple[tuple[Finding, ...], list[Problem]]:
    """Every row of the table, and all that is wrong in it. No table, no finding."""
    if not (root / name).exists():
        return (), []
    try:
        rows = load_table(root, name, FINDING_COLUMNS)
    except ContentError as error:
        return (), list(error.problems)
    problems = [Problem(name, line, fault) for line, row in enumerate(rows, start=2) for fault in _faults(row, offices)]
    return tuple(Finding(*row.values()) for row in rows), problems


def _faults(row: Mapping[str, str], offices: Collection[str]) -> Iterator[str]:
    if not row["nom"] or not row["source"]:
        yield "il faut un nom et une source."
    if not _MOMENT.fullmatch(row["date"]):
        yield f"« {row['date']} » n’est pas une année ou un mois, comme 2019-09."
    if row["telephone"] and not is_dialed(row["telephone"]):
        yield f"« {row['telephone']} » n’est pas un numéro écrit comme 04 50 00 00 00."
    if row["certitude"] not in CERTAINTIES:
        yield f"la certitude « {row['certitude']} » n’existe pas. {nearest(row['certitude'], CERTAINTIES)}"
    if row["guichet"] and row["guichet"] not in offices:
        yield f"le guichet « {row['guichet']} » n’existe pas. {nearest(row['guichet'], offices)}"
