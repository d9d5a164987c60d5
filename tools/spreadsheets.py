"""Tables as spreadsheets write them: what can be read without a doubt is read and told, the rest is explained.

A spreadsheet changes the separator, the letters, the first line and the number of cells behind its user's back.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from engine.content.communes import plain
from engine.content.drawable import refusal, undrawable
from engine.content.problems import Problem
from tools.refusals import RefusedError

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_SEPARATORS = {";": "le point-virgule", ",": "la virgule", "\t": "la tabulation"}
_SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.IGNORECASE)
_SAVE_AS = "Dans le tableur : Fichier, Enregistrer sous, « CSV UTF-8 »."
_WORKBOOK = f"c’est un classeur (.xlsx ou .ods), même si son nom finit par .csv. {_SAVE_AS}"
_ZIP = "c’est un zip. Celui des communes de la DILA se donne avec --communes, à côté de son JSON."
# The first bytes of files that are no text at all.
_NO_TEXT = {
    b"\xd0\xcf\x11\xe0": "c’est un classeur Excel (.xls), même si son nom finit par .csv. " + _SAVE_AS,
    b"%PDF": "c’est un PDF.",
    b"BZh": "c’est une archive. Décompressez-la, puis donnez le fichier JSON qu’elle contient.",
    b"\x1f\x8b": "c’est une archive. Décompressez-la, puis donnez le fichier qu’elle contient.",
}


@dataclass
class Table:
    """The rows that have a value in each column that is there, with their lines; what was wrong, and put right."""

    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    columns: tuple[str, ...] = ()
    faults: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def decoded(data: bytes, name: str) -> tuple[str, list[str]]:
    """The text of a file, and how it was read when it is not plain UTF-8.

    Raises:
        RefusedError: it is no text.
    """
    if data.startswith(b"PK\x03\x04"):
        said = _WORKBOOK if b"xl/" in data or b"opendocument" in data else _ZIP
        raise RefusedError([Problem(name, 1, said)])
    for start, said in _NO_TEXT.items():
        if data.startswith(start):
            raise RefusedError([Problem(name, 1, said)])
    mark = next((encoding for start, encoding in _MARKS.items() if data.startswith(start)), None)
    try:
        text = data.decode(mark or "utf-8")
        return text, [f"{name} : lu en UTF-16, comme « Texte Unicode »."] if mark == "utf-16" else []
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), [f"{name} : lu en Windows-1252, comme l’écrit Excel. Vérifiez les accents."]
    except UnicodeDecodeError:
        raise RefusedError([Problem(name, 1, f"le fichier n’est pas en UTF-8. {_SAVE_AS}")]) from None


def read_table(data: bytes, name: str, known: Mapping[str, tuple[str, ...]]) -> Table:
    """The table in a file; `known` gives the columns to read, each with the other names that it may bear.

    Raises:
        RefusedError: it is no table, or none of the columns is there.
    """
    text, notes = decoded(data, name)
    lines = text.splitlines()
    first = 0
    while first < len(lines) and not lines[first].strip(" \t;,"):
        first += 1
    separator = None
    if first < len(lines) and (asked := _SEPARATOR_LINE.fullmatch(lines[first])):
        separator, first = asked[1], first + 1
    header = lines[first] if first < len(lines) else ""
    separator = separator or max(_SEPARATORS, key=header.count)
    if separator in _SEPARATORS and separator != ";" and separator in header:
        notes.append(f"{name} : {_SEPARATORS[separator]} sépare les colonnes.")
    reader = csv.reader(lines[first:], delimiter=separator)
    table = Table(notes=notes)
    places = _columns(next(reader, []), name, first + 1, known, table)
    empty = 0
    for row in reader:
        line = first + reader.line_num
        cells = [cell.replace("\u00a0", " ").strip() for cell in row]
        if not any(cells):
            empty += 1
            continue
        if said := next(_cells_faults(cells, places), None):
            table.faults.append(Problem(name, line, said))
            continue
        table.rows.append((line, {column: cells[place] for column, place in places.items()}))
    if empty:
        table.notes.append(f"{name} : lignes vides sautées : {empty}.")
    return table


def _columns(
    header: list[str], name: str, line: int, known: Mapping[str, tuple[str, ...]], table: Table
) -> dict[str, int]:
    """Where each known column is."""
    expected = "la première ligne doit nommer les colonnes : « insee;id » ou « insee;territoire »."
    if header and re.fullmatch(r"\d{5}", header[0].strip()):
        raise RefusedError([Problem(name, line, f"il manque l’en-tête : {expected}")])
    places: dict[str, int] = {}
    others = []
    for place, written in enumerate(header):
        column = next((column for column, names in known.items() if plain(written) in (column, *names)), None)
        if column in places:
            raise RefusedError([Problem(name, line, f"la colonne « {column} » est écrite deux fois.")])
        if column:
            places[column] = place
        elif written.strip():
            others.append(written.strip())
    if "insee" not in places or len(places) < 2:
        shown = ", ".join(f"« {written.strip()} »" for written in header if written.strip())
        raise RefusedError([Problem(name, line, f"{expected} Vous avez {shown or 'une ligne vide'}.")])
    if others:
        table.notes.append(f"{name} : colonnes non lues : {', '.join(others)}.")
    table.columns = tuple(places)
    return places


def _cells_faults(cells: list[str], places: Mapping[str, int]) -> Iterator[str]:
    width = max(places.values()) + 1
    if len(cells) < width:
        yield f"{len(cells)} cases au lieu de {width}."
        return
    for column, place in places.items():
        if not cells[place]:
            yield f"la case « {column} » est vide."
    for _, character in undrawable(" ".join(cells[place] for place in places.values())):
        yield refusal(character)
