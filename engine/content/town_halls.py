"""Reads the table of mairies: one row a commune, each telephone with the public list it was read in and its date."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from engine.content.insee_codes import no_such_commune
from engine.content.problems import ContentError, Problem, nearest
from engine.content.shapes.base import Source
from engine.content.shapes.communes import Commune
from engine.content.shapes.offices import TOWN_HALL_COLUMNS, Office, Reading
from engine.content.strict_yaml import load_table

_PHONE = re.compile(r"0\d( \d\d){4}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def read_town_halls(
    root: Path, name: str, communes: Mapping[str, Commune], cited_texts: Collection[str]
) -> tuple[dict[str, Office], list[Problem]]:
    """The mairie of each commune (INSEE) that the table has, and all that is wrong in it. No table, no mairie."""
    if not (root / name).exists():
        return {}, []
    try:
        rows = load_table(root, name, TOWN_HALL_COLUMNS)
    except ContentError as error:
        return {}, list(error.problems)
    found: dict[str, Office] = {}
    problems: list[Problem] = []
    for line, row in enumerate(rows, start=2):
        faults = [*_faults(row, communes, cited_texts)]
        if row["insee"] in found:
            faults.append(f"la mairie de « {row['insee']} » est écrite deux fois.")
        problems += [Problem(name, line, fault) for fault in faults]
        if not faults:
            found[row["insee"]] = _office(row)
    return found, problems


def town_hall_id(insee: str) -> str:
    """The id of the mairie of a commune, whether or not its telephone is known."""
    return f"mairie-{insee}"


def _faults(row: Mapping[str, str], communes: Mapping[str, Commune], cited_texts: Collection[str]) -> Iterator[str]:
    if row["insee"] not in communes:
        yield no_such_commune(row["insee"], communes)
    if not row["nom"]:
        yield "il manque le nom de la mairie."
    if not _PHONE.fullmatch(row["telephone"]):
        yield f"« {row['telephone']} » n’est pas un numéro écrit comme 04 50 00 00 00."
    if row["courriel"] and not _EMAIL.fullmatch(row["courriel"]):
        yield f"« {row['courriel']} » n’est pas une adresse électronique."
    if row["source"] not in cited_texts:
        yield f"le texte « {row['source']} » n’existe pas. {nearest(row['source'], cited_texts)}"
    if not _MONTH.fullmatch(row["date"]):
        yield f"« {row['date']} » n’est pas un mois écrit comme 2019-09."


def _office(row: Mapping[str, str]) -> Office:
    return Office(
        id=town_hall_id(row["insee"]),
        name=row["nom"],
        phone=row["telephone"],
        email=row["courriel"] or None,
        reliability="ancienne",
        verified=f"{row['date']}-01",
        source=Source(cited_text=row["source"]),
        reading=Reading(cited_text=row["source"], date=row["date"]),
    )
