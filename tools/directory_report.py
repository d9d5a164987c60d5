"""`flask --app app annuaire verifier`: what the directory lacks, what is old in it, and what was taken in."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from engine.case.directory import missing_by_commune
from engine.content.catalogue import Catalogue
from engine.content.imported_directory import read_imported
from engine.content.shapes.offices import Office

# An office not read again for so long is named.
YEARS = 2
SHOWN = 12


def report(known: Catalogue, imported: Path, day: date) -> None:
    """Say all of it."""
    _communes(known)
    _offices(known, day)
    _findings(known)
    _taken_in(known, imported)


def _communes(known: Catalogue) -> None:
    communes = known.communes.values()
    click.echo(f"Communes : {len(communes)}")
    _say("sans territoire", [commune.name for commune in communes if not commune.territory], SHOWN)
    _say("sans pôle médico-social", [commune.name for commune in communes if not commune.pms], SHOWN)
    local = [role for role in known.roles.values() if role.level == "territoire"]
    missing = missing_by_commune(known, [role.id for role in local])
    for role in local:
        lost = [known.communes[insee].name for insee, roles in missing.items() if role.id in roles]
        _say(f"sans lieu certain pour « {role.id} »", lost, 0)


def _offices(known: Catalogue, day: date) -> None:
    offices = known.offices.values()
    click.echo(f"\nGuichets : {len(offices)}")
    limit = f"{day.year - YEARS:04}{day:-%m-%d}"
    _say(f"vérifiés avant le {limit}", _ids(office for office in offices if office.verified < limit))
    _say("sans adresse ni téléphone", _ids(office for office in offices if not (office.address or office.phone)))
    _say("sans adresse", _ids(office for office in offices if office.phone and not office.address))
    _say("sans téléphone", _ids(office for office in offices if office.address and not office.phone))


def _findings(known: Catalogue) -> None:
    """Leads of public lists, kept whole in `releves.csv`."""
    click.echo(f"\nRelevés de listes publiques : {len(known.findings)}")
    _say("qu’aucun guichet ne reprend", [finding.name for finding in known.findings if not finding.office], SHOWN)
    silent = [
        office.id
        for office in known.offices.values()
        if not office.phone and any(finding.office == office.id and finding.phone for finding in known.findings)
    ]
    _say("avec un téléphone que le guichet n’a pas", sorted(set(silent)))


def _taken_in(known: Catalogue, imported: Path) -> None:
    taken, _ = read_imported(imported, known.communes)
    click.echo(f"\nImporté dans {imported} : {sum(len(part.item.offices) for part in taken.parts)} guichets")
    for part in taken.parts:
        offices = part.item.offices
        days = sorted(office.verified for office in offices)
        what = "mairies" if part.item.town_halls else ", ".join(part.item.roles)
        since = f", fiches du {days[0]} au {days[-1]}" if days else ""
        click.echo(f"  {known.cited_texts[part.item.cited_text].short}, {what} : {len(offices)}{since}")
        if served := {insee for office in offices for insee in (office.serves or "").split()}:
            click.echo(f"    communes suivies : {len(served)} sur {len(known.communes)}")
    links = taken.links.values()
    click.echo(f"  communes avec un territoire importé : {sum(bool(link['territoire']) for link in links)}")
    click.echo(f"  communes avec un pôle importé : {sum(bool(link['pms']) for link in links)}")


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
