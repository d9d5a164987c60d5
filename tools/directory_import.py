"""National files → content files of the directory: a `insee;id` table, or data·inclusion v1 structures.

A file is taken whole or not at all: each reader goes through all of it, and either gives the new text of one
content file or says everything that is wrong.
"""

from __future__ import annotations

import codecs
import csv
import difflib
import io
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import yaml

from engine.content.catalogue import Catalogue
from engine.content.catalogue_loader import IMPORTED_OFFICES
from engine.content.communes import unknown_commune
from engine.content.drawable import drawn, refusal, undrawable
from engine.content.problems import Problem, nearest
from engine.content.shapes.communes import COMMUNE_COLUMNS
from engine.content.shapes.offices import ImportedOffices, Office
from engine.content.strict_yaml import load_table, load_yaml
from tools.data_inclusion import EXPECTED, Structure, faults, to_office

PMS = "pole-medico-social"
COMMUNES = "communes.csv"
_LINKS = ("insee", "id")
_HEADER = """\
# Les guichets importés d’un fichier national. Ne changez rien ici à la main : un nouvel import remplace tout le rôle.
# Voyez docs/annuaire.md.
"""


class RefusedError(Exception):
    """The file cannot be taken; the message has one line for each fault, in French."""

    def __init__(self, faults: Iterable[object]) -> None:
        super().__init__("\n".join(map(str, faults)))


def is_json(file: Path) -> bool:
    """Whether a file holds JSON, by its first character; otherwise it is read as a table."""
    return file.read_bytes().removeprefix(codecs.BOM_UTF8).lstrip()[:1] in (b"{", b"[")


def communes_linked_by(file: Path, catalogue: Catalogue, content: Path) -> str:
    """The table of communes with the pôles médico-sociaux that `file` gives; the other communes keep theirs.

    Raises:
        ContentError: `file` is not UTF-8, or not a table `insee;id`.
        RefusedError: a commune or an office is unknown, or a commune is written twice.
    """
    known = catalogue.roles[PMS].offices
    found: dict[str, str] = {}
    problems = []
    for line, row in enumerate(load_table(file.parent, file.name, _LINKS), start=2):
        insee, office = row["insee"], row["id"]
        if insee not in catalogue.communes:
            problems.append(Problem(file.name, line, unknown_commune(catalogue, insee)))
        elif insee in found:
            problems.append(Problem(file.name, line, f"la commune « {insee} » est écrite deux fois."))
        if office not in known:
            said = f"le pôle médico-social « {office} » n’existe pas. {nearest(office, known)}"
            problems.append(Problem(file.name, line, said))
        found[insee] = office
    if not found:
        raise RefusedError([Problem(file.name, 1, "le fichier ne contient aucune commune.")])
    if problems:
        raise RefusedError(problems)
    rows = load_table(content, COMMUNES, COMMUNE_COLUMNS)
    text = io.StringIO()
    table = csv.DictWriter(text, COMMUNE_COLUMNS, delimiter=";", lineterminator="\n")
    table.writeheader()
    table.writerows({**row, "pms": found.get(row["insee"], row["pms"])} for row in rows)
    return text.getvalue()


def offices_imported_from(file: Path, role: str, catalogue: Catalogue, content: Path, today: date) -> str:
    """The file of imported offices, those of `role` being from now on the structures of `file`.

    Raises:
        RefusedError: `file` is not UTF-8 or not JSON, or one of its structures cannot be taken.
    """
    offices: list[Office] = []
    problems: list[str] = []
    before = _imported(content)
    taken = set(catalogue.offices) - {office.id for part in before if part.role == role for office in part.offices}
    for number, item in enumerate(_structures(file), start=1):
        try:
            structure = _structure(item)
        except ValueError as error:
            problems.append(f"{file.name}, structure {number} : {error}")
            continue
        office = to_office(structure, catalogue)
        said = list(faults(structure, catalogue, today))
        if office.id in taken:
            said.append(f"l’identifiant « {office.id} » est déjà pris.")
        problems += [f"{file.name}, structure {number} ({structure.nom}) : {fault}" for fault in said]
        offices.append(office)
        taken.add(office.id)
    if problems:
        raise RefusedError(problems)
    parts = [part for part in before if part.role != role]
    parts.append(ImportedOffices(role=role, offices=tuple(offices)))
    tree = [_without_gaps(msgspec.to_builtins(part)) for part in parts]
    return _HEADER + yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=120)


def characters_replaced(file: Path) -> list[str]:
    """What the import says of the texts that paper cannot show as they are written, one line each."""
    return [
        f"{file.name}, structure {number}, « {field} » : {refusal(character).split('. ')[0]}. "
        f"Il devient « {drawn(character)} » dans « {_tidy(text)} »."
        for number, item in enumerate(_structures(file), start=1)
        for field, text in item.items()
        if field in Structure.__struct_fields__ and isinstance(text, str)
        for _, character in undrawable(text)
    ]


def _imported(content: Path) -> tuple[ImportedOffices, ...]:
    if not (content / IMPORTED_OFFICES).exists():
        return ()
    return load_yaml(content, IMPORTED_OFFICES, tuple[ImportedOffices, ...]).value


def _structures(file: Path) -> list[Any]:
    """The list of structures that a file is, or holds."""
    try:
        tree = json.loads(file.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise RefusedError([Problem(file.name, 1, "le fichier n’est pas en UTF-8.")]) from None
    except json.JSONDecodeError as error:
        said = f"le JSON n’est pas lisible, colonne {error.colno}. Il manque peut-être une virgule ou un guillemet."
        raise RefusedError([Problem(file.name, error.lineno, said)]) from None
    if isinstance(tree, dict):
        if "structures" not in tree:
            said = f"il manque la liste « structures ».{_hint('structures', tree)}"
            raise RefusedError([Problem(file.name, 1, said)])
        tree = tree["structures"]
    if not isinstance(tree, list) or not tree:
        raise RefusedError([Problem(file.name, 1, "le fichier ne contient aucune structure.")])
    return tree


def _structure(item: Any) -> Structure:
    """
    Raises:
        ValueError: with the reason in French.
    """
    if not isinstance(item, dict):
        raise ValueError("une structure s’écrit entre accolades.")
    if "structure_id" in item:
        raise ValueError("c’est un service. Donnez le fichier des structures.")
    fields = {key: text for key, value in item.items() if (text := _tidy(value)) not in ("", None)}
    try:
        return msgspec.convert(fields, Structure)
    except msgspec.ValidationError as error:
        what, _, path = str(error).partition(" - at `$.")
        if not path:  # the one fault of an object as a whole
            name = what.split("`")[-2]
            raise ValueError(f"il manque « {name} ».{_hint(name, fields)}") from None
        name = path.rstrip("`")
        raise ValueError(f"« {name} » doit être {EXPECTED.get(name, 'un texte')}.") from None


def _hint(name: str, written: Iterable[str]) -> str:
    """The key that was perhaps written for `name`."""
    unknown = [key for key in written if key not in Structure.__struct_fields__]
    close = difflib.get_close_matches(name, unknown, n=1)
    return f" Vous avez écrit « {close[0]} »." if close else ""


def _tidy(value: Any) -> Any:
    """A text on one line that paper can show, without outer spaces; an empty one counts as absent."""
    return " ".join(drawn(value).split()) if isinstance(value, str) else value


def _without_gaps(tree: Any) -> Any:
    """What a person would write: no key without a value."""
    match tree:
        case dict():
            return {key: _without_gaps(value) for key, value in tree.items() if value not in (None, [], ())}
        case list() | tuple():
            return [_without_gaps(item) for item in tree]
    return tree
