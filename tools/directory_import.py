"""data·inclusion v1 structures → imported offices of one role.

A file is taken whole or not at all, unless its good structures are asked for: the reader goes through all of it, and
either gives the new text of the imported offices or says everything that is wrong.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from engine.content.catalogue import Catalogue
from engine.content.drawable import drawn, refusal, undrawable
from engine.content.problems import Problem
from engine.content.shapes.imports import ImportedOffices
from engine.content.shapes.offices import Office
from tools.data_inclusion import CITED, EXPECTED, Structure, faults, is_elsewhere, mended, to_office
from tools.imported_offices import parts_in, replaced, tidy
from tools.refusals import RefusedError, Report


def offices_imported_from(
    file: Path, role: str, catalogue: Catalogue, imported: Path, today: date, report: Report
) -> str:
    """The imported offices, those of `role` being from now on the structures of `file`.

    Raises:
        RefusedError: `file` is not UTF-8 or not JSON, or one of its structures cannot be taken.
    """
    offices: list[Office] = []
    before = parts_in(imported)
    taken = set(catalogue.offices) - {office.id for part in before if _is_of(part, role) for office in part.offices}
    tree = _tree(file)
    zones = _zones(tree)
    elsewhere = 0
    for number, item in enumerate(_structures(file, tree), start=1):
        try:
            structure = _structure(item)
        except ValueError as error:
            report.faults.append(f"{file.name}, structure {number} : {error}")
            continue
        where = f"{file.name}, structure {number} ({structure.nom})"
        if report.keep and is_elsewhere(structure, catalogue):
            elsewhere += 1
            continue
        said = list(faults(structure, catalogue, today))
        office = to_office(structure, catalogue, zones.get(structure.id, ())) if not said else None
        if office and office.id in taken:
            said.append(f"l’identifiant « {office.id} » est déjà pris.")
        report.faults += [f"{where} : {fault}" for fault in said]
        if office and not said:
            report.notes += [f"{where} : {note}" for note in mended(structure, catalogue)]
            report.notes += [f"{file.name}, structure {number}, {note}" for note in _characters_replaced(item)]
            offices.append(office)
            taken.add(office.id)
    if elsewhere:
        report.notes.append(f"{file.name} : {elsewhere} structures hors de la {catalogue.departement.name}, laissées.")
    report.settle(len(offices), f"{file.name} : aucune structure de la {catalogue.departement.name}.")
    new = ImportedOffices(cited_text=CITED, roles=(role,), offices=tuple(offices))
    return replaced(before, lambda part: _is_of(part, role), [new])


def _is_of(part: ImportedOffices, role: str) -> bool:
    return part.cited_text == CITED and part.roles == (role,)


def _characters_replaced(item: dict[str, Any]) -> Iterator[str]:
    """What is said of the texts that paper cannot show as they are written."""
    for field, text in item.items():
        if field in Structure.__struct_fields__ and isinstance(text, str):
            for _, character in undrawable(text):
                said = refusal(character).split(". ")[0]
                yield f"« {field} » : {said}. Il devient « {drawn(character)} » dans « {tidy(text)} »."


def _tree(file: Path) -> Any:
    try:
        return json.loads(file.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise RefusedError([Problem(file.name, 1, "le fichier n’est pas en UTF-8.")]) from None
    except json.JSONDecodeError as error:
        said = f"le JSON n’est pas lisible, colonne {error.colno}. Il manque peut-être une virgule ou un guillemet."
        raise RefusedError([Problem(file.name, error.lineno, said)]) from None


def _structures(file: Path, tree: Any) -> list[Any]:
    """The list of structures that a file is, or holds."""
    if isinstance(tree, dict):
        if "structures" not in tree:
            said = f"il manque la liste « structures ».{_hint('structures', tree)}"
            raise RefusedError([Problem(file.name, 1, said)])
        tree = tree["structures"]
    if not isinstance(tree, list) or not tree:
        raise RefusedError([Problem(file.name, 1, "le fichier ne contient aucune structure.")])
    return tree


def _zones(tree: Any) -> dict[str, set[str]]:
    """The communes that the services of each structure are for, where the file holds the services too."""
    found: dict[str, set[str]] = {}
    services = tree.get("services") if isinstance(tree, dict) else None
    for service in services if isinstance(services, list) else ():
        zone = service.get("zone_eligibilite") if isinstance(service, dict) else None
        if isinstance(zone, list):
            found.setdefault(str(service.get("structure_id")), set()).update(map(str, zone))
    return found


def _structure(item: Any) -> Structure:
    """
    Raises:
        ValueError: with the reason in French.
    """
    if not isinstance(item, dict):
        raise ValueError("une structure s’écrit entre accolades.")
    if "structure_id" in item:
        raise ValueError("c’est un service. Donnez le fichier des structures.")
    fields = {key: text for key, value in item.items() if (text := tidy(value)) not in ("", None)}
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
