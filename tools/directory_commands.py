"""`flask --app app annuaire …`: take in national files, see what is missing, give our directory to others."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO, cast
from zoneinfo import ZoneInfo

import click
from flask import Flask, current_app
from flask.cli import AppGroup

from engine.case.directory import missing_by_commune
from engine.content.catalogue import Catalogue
from engine.content.catalogue_loader import IMPORTED_OFFICES, load_catalogue
from engine.content.problems import ContentError, nearest
from engine.content.shapes.offices import Office
from tools.data_inclusion import CITED, from_office, service_of
from tools.directory_import import (
    COMMUNES,
    PMS,
    RefusedError,
    characters_replaced,
    communes_linked_by,
    is_json,
    offices_imported_from,
)

directory_commands = AppGroup("annuaire", help="Importer, vérifier, exporter les services à contacter.")

# An office not read again for so long is named by `verifier`.
YEARS = 2
SHOWN = 12


def register(app: Flask) -> None:
    """Add the commands to `flask --app app`."""
    app.cli.add_command(directory_commands)


@directory_commands.command("importer")
@click.argument("file", metavar="FICHIER", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--role", default=PMS, show_default=True, help="Le rôle que tiennent les structures importées.")
def take_in(file: Path, role: str) -> None:
    """Importe une table « insee;id » ou des structures data·inclusion v1. Un fichier fautif est refusé en entier."""
    before, content = _catalogue(), current_app.extensions["content"]
    _check_role(role)
    try:
        if is_json(file):
            name, text = IMPORTED_OFFICES, offices_imported_from(file, role, before, content, _today())
        else:
            name, text = COMMUNES, communes_linked_by(file, before, content)
        after = _install(content, name, text)
    except (RefusedError, ContentError) as error:
        raise click.ClickException(f"fichier refusé, rien n’a changé.\n{error}") from None
    if name == COMMUNES:
        linked = sum(bool(commune.pms) for commune in after.communes.values())
        click.echo(f"{linked} communes sur {len(after.communes)} ont leur pôle médico-social.")
    else:
        old, new = set(before.roles[role].offices), set(after.roles[role].offices)
        kept = sum(after.offices[office].source.cited_text == CITED for office in old & new)
        for replaced in characters_replaced(file):
            click.echo(replaced)
        click.echo(f"Rôle « {role} » : {len(new - old)} guichets ajoutés, {kept} repris, {len(old - new)} retirés.")
    click.echo("Relancez le site pour servir ces changements.")


@directory_commands.command("verifier")
@click.option("--date", "on", type=click.DateTime(["%Y-%m-%d"]), metavar="JOUR", help="Par défaut aujourd’hui.")
def verify(on: datetime | None) -> None:
    """Dit ce qui manque par commune, et quels guichets sont anciens ou sans contact."""
    known, day = _catalogue(), on.date() if on else _today()
    communes = known.communes.values()
    click.echo(f"Communes : {len(communes)}")
    _say("sans territoire", [commune.name for commune in communes if not commune.territory], SHOWN)
    _say("sans pôle médico-social", [commune.name for commune in communes if not commune.pms], SHOWN)
    local = [role for role in known.roles.values() if role.level == "territoire"]
    missing = missing_by_commune(known, [role.id for role in local])
    for role in local:
        lost = [known.communes[insee].name for insee, roles in missing.items() if role.id in roles]
        _say(f"sans lieu certain pour « {role.id} »", lost, 0)
    offices = known.offices.values()
    click.echo(f"\nGuichets : {len(offices)}")
    limit = f"{day.year - YEARS:04}{day:-%m-%d}"
    _say(f"vérifiés avant le {limit}", _ids(office for office in offices if office.verified < limit))
    _say("sans adresse ni téléphone", _ids(office for office in offices if not (office.address or office.phone)))
    _say("sans adresse", _ids(office for office in offices if office.phone and not office.address))
    _say("sans téléphone", _ids(office for office in offices if office.address and not office.phone))


@directory_commands.command("exporter")
@click.argument("file", metavar="[FICHIER]", type=click.File("w", encoding="utf-8", atomic=True), default="-")
def give(file: TextIO) -> None:
    """Écrit notre annuaire au format data·inclusion v1, sans les guichets qui en viennent déjà."""
    known = _catalogue()
    own = {office.id: office for office in known.offices.values() if office.source.cited_text != CITED}
    tree = {
        "structures": [from_office(office, known) for office in own.values()],
        "services": [
            service_of(role, own[office], known)
            for role in known.roles.values()
            for office in role.offices
            if office in own
        ],
    }
    json.dump(tree, file, ensure_ascii=False, indent=2)
    file.write("\n")


def _catalogue() -> Catalogue:
    return cast(Catalogue, current_app.extensions["catalogue"])


def _today() -> date:
    """The day in the Département."""
    return datetime.now(ZoneInfo(_catalogue().departement.time_zone)).date()


def _check_role(role: str) -> None:
    """A mairie is found by the commune's name: its role has no list of offices to add to."""
    known = {name: item for name, item in _catalogue().roles.items() if item.level != "commune"}
    if role not in known:
        raise click.ClickException(f"le rôle « {role} » n’admet pas d’import. {nearest(role, known)}")


def _install(content: Path, name: str, text: str) -> Catalogue:
    """Put `text` in the place of a content file, in one go, once the whole content has proved sound with it.

    Raises:
        ContentError: it is not; nothing has changed.
    """
    with TemporaryDirectory() as folder:
        trial = Path(shutil.copytree(content, Path(folder) / "contenus"))
        (trial / name).write_text(text, encoding="utf-8")
        found = load_catalogue(trial)
    fresh = content / f".{name}.nouveau"
    try:
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(content / name)
    finally:
        fresh.unlink(missing_ok=True)
    return found


def _ids(offices: Iterable[Office]) -> list[str]:
    return [office.id for office in offices]


def _say(what: str, names: list[str], most: int | None = None) -> None:
    """How many, and which: all, or the first `most`."""
    shown = ", ".join(names[:most])
    left = f" et {len(names) - most} autres" if most is not None and len(names) > most else ""
    click.echo(f"  {what} : {len(names)}")
    if shown:
        click.echo(
            textwrap.fill(shown + left, 100, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)
        )
