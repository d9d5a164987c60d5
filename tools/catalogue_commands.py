"""`flask --app app catalogue …`: check all content, show an aid, replay a case."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TextIO, cast

import click
from flask import Flask, current_app
from flask.cli import AppGroup

from engine.case.author_faults import faults_for_authors
from engine.case.case import Case
from engine.case.plan import Plan
from engine.content.answers import AnswerError, read_answers
from engine.content.catalogue import Catalogue
from engine.content.problems import nearest
from tools import coverage, funds
from tools.plan_as_data import told
from tools.show_aid import shown

catalogue_commands = AppGroup("catalogue", help="Vérifier les contenus, montrer une aide, rejouer un cas.")


def register(app: Flask) -> None:
    """Add the commands to `flask --app app`."""
    app.cli.add_command(catalogue_commands)


@catalogue_commands.command("fonds")
def side_by_side() -> None:
    """Écrit la page des quatre fonds d’argent, à ranger dans docs/fonds.md."""
    click.echo(funds.page(_catalogue()), nl=False)


@catalogue_commands.command("couverture")
def covered() -> None:
    """Écrit la liste de ce que le guide couvre, à ranger dans docs/couverture.md."""
    content = cast(Path, current_app.extensions["content"])
    click.echo(coverage.page(_catalogue(), coverage.rows(content)), nl=False)


@catalogue_commands.command("verifier")
def verify() -> None:
    """Vérifie tous les contenus, rejoue les exemples, et imprime un tableau par besoin."""
    # Reaching this line means that create_app loaded the content: a fault would have stopped it with its list.
    catalogue = _catalogue()
    if faults := faults_for_authors(catalogue):
        for fault in faults:
            click.echo(str(fault))
        raise click.ClickException(f"{len(faults)} chose(s) à corriger.")
    rows = [("besoin", "aides", "postes", "conditions", "exemples")]
    for need in catalogue.needs:
        aids = [aid for aid in catalogue.aids.values() if need in aid.needs]
        rows.append(
            (
                need,
                str(sum(aid.parent is None for aid in aids)),
                str(sum(aid.parent is not None for aid in aids)),
                str(sum(len(aid.own_conditions) for aid in aids)),
                str(sum(len(aid.written.examples) for aid in aids)),
            )
        )
    _table(rows)
    natures = Counter(aid.nature for aid in catalogue.aids.values())
    _table(
        [
            ("questions", str(len(catalogue.questions))),
            ("règles communes", str(len(catalogue.rules))),
            ("pièces", str(len(catalogue.documents))),
            ("guichets", f"{len(catalogue.offices)} pour {len(catalogue.roles)} rôles"),
            ("communes", str(len(catalogue.communes))),
            ("montants", str(len(catalogue.amounts))),
            ("textes cités", str(len(catalogue.cited_texts))),
            *((f"nature {name}", str(count)) for name, count in sorted(natures.items())),
        ]
    )
    click.echo("Contenus valides.")


@catalogue_commands.command("montrer")
@click.argument("name", metavar="AIDE")
def show(name: str) -> None:
    """Montre une aide comme le site la comprend : règles, questions, papiers, délais, exemples."""
    catalogue = _catalogue()
    if name not in catalogue.aids:
        raise click.ClickException(f"l’aide « {name} » n’existe pas. {nearest(name, catalogue.aids)}")
    for line in shown(catalogue, catalogue.aids[name]):
        click.echo(line)


@catalogue_commands.command("evaluer")
@click.argument("file", metavar="CAS.json", type=click.File(encoding="utf-8"))
def evaluate(file: TextIO) -> None:
    """Rejoue un cas {"besoins": […], "date": "2026-01-31", "reponses": {…}} et imprime le résultat en JSON."""
    try:
        given = json.load(file)
        needs, day = tuple(given["besoins"]), date.fromisoformat(given["date"])
        catalogue = _catalogue()
        if unknown := [need for need in needs if need not in catalogue.needs]:
            raise click.ClickException(f"besoin inconnu : {', '.join(unknown)}.")
        answers = read_answers(catalogue, given["reponses"])
    except (AnswerError, ValueError) as error:
        raise click.ClickException(f"le cas n’est pas lisible : {error}") from None
    except (KeyError, TypeError) as error:
        raise click.ClickException(f"il manque « besoins », « date » ou « reponses » ({error}).") from None
    click.echo(json.dumps(told(Plan(Case(catalogue, needs, answers, day))), ensure_ascii=False, indent=2))


def _catalogue() -> Catalogue:
    return cast(Catalogue, current_app.extensions["catalogue"])


def _table(rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    click.echo()
