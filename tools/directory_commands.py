"""`flask --app app annuaire …`: take in national files, see what is missing, give our directory to others."""

from __future__ import annotations

import codecs
import json
import shutil
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO, cast
from zoneinfo import ZoneInfo

import click
from flask import Flask, current_app
from flask.cli import AppGroup

from engine.content.catalogue import Catalogue
from engine.content.catalogue_loader import load_catalogue
from engine.content.imported_directory import LINKS, OFFICES
from engine.content.problems import ContentError, nearest
from tools.commune_links import PMS, links_in
from tools.data_inclusion import CITED, from_office, service_of
from tools.dila import CITED as DILA
from tools.dila_file import is_of_the_dila
from tools.dila_import import directory_imported_from
from tools.directory_import import offices_imported_from
from tools.directory_report import report
from tools.refusals import RefusedError, Report

directory_commands = AppGroup("annuaire", help="Importer, vérifier, exporter les services à contacter.")

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def register(app: Flask) -> None:
    """Add the commands to `flask --app app`."""
    app.cli.add_command(directory_commands)


@directory_commands.command("importer")
@click.argument("file", metavar="FICHIER", type=FILE)
@click.option("--role", default=PMS, show_default=True, help="Le rôle que tiennent les structures data·inclusion.")
@click.option("--communes", metavar="ZIP", type=FILE, help="Le zip de la DILA : quel service suit quelle commune.")
@click.option("--garder", "keep", is_flag=True, help="Prend les bonnes lignes de la Haute-Savoie, et dit les autres.")
def take_in(file: Path, role: str, communes: Path | None, keep: bool) -> None:
    """Importe une table « insee;id » ou « insee;territoire », des structures data·inclusion, ou l’annuaire de la DILA.

    Un fichier fautif est refusé en entier, sauf avec --garder.
    """
    before, folder, told = _catalogue(), _imported(), Report(keep)
    try:
        if not is_json(file):
            name, (text, count) = LINKS, links_in(file, before, folder, told)
            said = f"{count} communes lues."
        elif is_of_the_dila(file):
            name = OFFICES
            text, offices = directory_imported_from(file, communes, before, folder, _today(), told)
            said = f"{len(offices)} guichets de l’annuaire de l’administration."
        else:
            _check_role(role)
            name, text = OFFICES, offices_imported_from(file, role, before, folder, _today(), told)
            said = ""
        after = _install(folder, name, text)
    except (RefusedError, ContentError) as error:
        raise click.ClickException(f"fichier refusé, rien n’a changé.\n{error}") from None
    for line in (*told.notes, *(f"Laissé : {fault}" for fault in told.faults)):
        click.echo(line)
    click.echo(said or _changes(role, before, after))
    if name == LINKS:
        links = after.communes.values()
        click.echo(
            f"{sum(bool(commune.pms) for commune in links)} communes sur {len(links)} ont leur pôle médico-social."
        )
        click.echo(f"{sum(bool(commune.territory) for commune in links)} ont leur territoire.")
    click.echo("Relancez le site pour servir ces changements.")


def _changes(role: str, before: Catalogue, after: Catalogue) -> str:
    old, new = set(before.roles[role].offices), set(after.roles[role].offices)
    kept = sum(after.offices[office].source.cited_text == CITED for office in old & new)
    return f"Rôle « {role} » : {len(new - old)} guichets ajoutés, {kept} repris, {len(old - new)} retirés."


@directory_commands.command("verifier")
@click.option("--date", "on", type=click.DateTime(["%Y-%m-%d"]), metavar="JOUR", help="Par défaut aujourd’hui.")
def verify(on: datetime | None) -> None:
    """Dit ce qui manque par commune, quels guichets sont anciens ou sans contact, et ce qui est importé."""
    report(_catalogue(), _imported(), on.date() if on else _today())


@directory_commands.command("exporter")
@click.argument("file", metavar="[FICHIER]", type=click.File("w", encoding="utf-8", atomic=True), default="-")
def give(file: TextIO) -> None:
    """Écrit notre annuaire au format data·inclusion v1, sans les guichets qui en viennent déjà."""
    known = _catalogue()
    own = {office.id: office for office in known.offices.values() if office.source.cited_text not in (CITED, DILA)}
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


def _imported() -> Path:
    """The folder of what is taken in, outside the content."""
    return cast(Path, current_app.extensions["imported"])


def is_json(file: Path) -> bool:
    """Whether a file holds JSON, by its first sign; otherwise it is read as a table."""
    with file.open("rb") as opened:
        begun = opened.read(1024)
    return begun.removeprefix(codecs.BOM_UTF8).lstrip()[:1] in (b"{", b"[")


def _today() -> date:
    """The day in the Département."""
    return datetime.now(ZoneInfo(_catalogue().departement.time_zone)).date()


def _check_role(role: str) -> None:
    """A mairie is found by the commune's name: its role has no list of offices to add to."""
    known = {name: item for name, item in _catalogue().roles.items() if item.level != "commune"}
    if role not in known:
        raise click.ClickException(f"le rôle « {role} » n’admet pas d’import. {nearest(role, known)}")


def _install(folder: Path, name: str, text: str) -> Catalogue:
    """Put `text` in the place of a file of `folder`, in one go, once the content has proved sound with it.

    Raises:
        ContentError: it is not; nothing has changed.
    """
    with TemporaryDirectory() as trials:
        trial = Path(trials) / "annuaire"
        shutil.copytree(folder, trial) if folder.exists() else trial.mkdir()
        (trial / name).write_text(text, encoding="utf-8")
        found = load_catalogue(current_app.extensions["content"], trial)
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / f".{name}.nouveau"
    try:
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(folder / name)
    finally:
        fresh.unlink(missing_ok=True)
    return found
