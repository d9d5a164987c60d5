"""docs/couverture.md, drawn from the content: every entry that the texts hold, and the file that speaks of it."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from engine.content.catalogue import Catalogue

# Entries of the texts that no resident can ask for.
OUT = {"maison-sante-pluriprofessionnelle": "Une aide aux communes, jamais à un habitant."}
_COLUMNS = ("id", "ce que c’est", "où")
_MISSING = "**manque**"


def rows(content: Path) -> list[dict[str, str]]:
    """The table of what is to cover: a row an entry, by the names of its columns. Read from the `content` folder."""
    with (content / "couverture.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def place(catalogue: Catalogue, row: Mapping[str, str]) -> str | None:
    """The file that holds an entry, under `questionnaires/`; none where it is out or missing."""
    aid = catalogue.aids.get(row["id"])
    if aid:
        return aid.place.file.file
    return f"regles/{row['id']}.yaml" if row["id"] in catalogue.rules else None


def missing(catalogue: Catalogue, table: Sequence[Mapping[str, str]]) -> list[str]:
    """Ids of the entries that no file holds, and that are not out."""
    return [row["id"] for row in table if row["id"] not in OUT and place(catalogue, row) is None]


def page(catalogue: Catalogue, table: Sequence[Mapping[str, str]]) -> str:
    """The whole page."""
    return "\n".join(
        (
            "# Ce que le guide couvre",
            "",
            "Page écrite par `flask --app app catalogue couverture`. Ne la corrigez pas à la main.",
            "",
            f"{len(table)} entrées des textes, {len(missing(catalogue, table))} manquantes, {len(OUT)} hors du guide.",
            *(line for need in catalogue.needs.values() for line in _need(catalogue, table, need.id, need.name)),
            "",
        )
    )


def _need(catalogue: Catalogue, table: Sequence[Mapping[str, str]], need: str, name: str) -> Iterator[str]:
    found = [row for row in table if row["besoin"] == need]
    yield from ("", f"## {name} ({len(found)})", "")
    for line in (_COLUMNS, ["---"] * len(_COLUMNS), *(_row(catalogue, row) for row in found)):
        yield f"| {' | '.join(line)} |"


def _row(catalogue: Catalogue, row: Mapping[str, str]) -> tuple[str, str, str]:
    where = place(catalogue, row)
    told = f"`{where}`" if where else OUT.get(row["id"], _MISSING)
    return f"`{row['id']}`", row["nom"].replace("|", "/"), told
