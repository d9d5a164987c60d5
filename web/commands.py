"""`flask --app app catalogue …`: check all content, replay a case."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TextIO

import click
from flask import Flask, current_app
from flask.cli import AppGroup

from engine.answers import AnswerError, read_answers, write_answers
from engine.assessment import Assessment
from engine.catalogue import Catalogue
from engine.checklist import Stop, checklist, emergencies
from engine.compiled import CompiledCondition
from engine.interview import assess_path, walk

catalogue_commands = AppGroup("catalogue", help="Vérifier les contenus, rejouer un cas.")


def register(app: Flask) -> None:
    """Add the commands to `flask --app app`."""
    app.cli.add_command(catalogue_commands)


@catalogue_commands.command("verifier")
def verify() -> None:
    """Vérifie tous les contenus et imprime un tableau par besoin."""
    # Reaching this line means that create_app loaded the content: a fault would have stopped it with its list.
    catalogue = _catalogue()
    rows = [("besoin", "aides", "postes", "conditions", "exemples")]
    for need in catalogue.needs:
        aids = [aid for aid in catalogue.aids.values() if need in aid.needs]
        rows.append(
            (
                need,
                str(sum(aid.parent is None for aid in aids)),
                str(sum(aid.parent is not None for aid in aids)),
                str(sum(len(aid.own_conditions) for aid in aids)),
                str(sum(len(aid.aid.examples) for aid in aids)),
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
            ("textes cités", str(len(catalogue.sources))),
            *((f"nature {name}", str(count)) for name, count in sorted(natures.items())),
        ]
    )
    click.echo("Contenus valides.")


@catalogue_commands.command("evaluer")
@click.argument("case", metavar="CAS.json", type=click.File(encoding="utf-8"))
def evaluate(case: TextIO) -> None:
    """Rejoue un cas {"besoins": […], "date": "2026-01-31", "reponses": {…}} et imprime le résultat en JSON."""
    try:
        given = json.load(case)
        needs, day = given["besoins"], date.fromisoformat(given["date"])
        catalogue = _catalogue()
        if unknown := [need for need in needs if need not in catalogue.needs]:
            raise click.ClickException(f"besoin inconnu : {', '.join(unknown)}.")
        answers = read_answers(catalogue, given["reponses"])
    except (AnswerError, ValueError) as error:
        raise click.ClickException(f"le cas n’est pas lisible : {error}") from None
    except (KeyError, TypeError) as error:
        raise click.ClickException(f"il manque « besoins », « date » ou « reponses » ({error}).") from None
    path = walk(catalogue, needs, answers, day)
    found = assess_path(catalogue, needs, path, day)
    amounts = catalogue.amounts_at(day)
    todo = checklist(catalogue, found, path.answers, amounts)
    result = {
        "date": day.isoformat(),
        "reponses": write_answers(path.answers),
        "questions_ouvertes": list(path.pending),
        "verdicts": [_verdict(item) for item in found],
        "urgences": [item.emergency.number for item in emergencies(catalogue, path.answers, amounts)],
        "pieces": [
            {
                "id": paper.document.id,
                "nom": paper.document.name,
                "pour": [aid.id for aid in paper.aids],
                "sure": paper.certain,
            }
            for paper in todo.papers
        ],
        "guichets": [_stop(stop) for stop in todo.stops],
        "delais": [{"aide": clock.aid.id, "texte": clock.deadline.item.text} for clock in todo.clocks],
    }
    click.echo(json.dumps(result, ensure_ascii=False, indent=2))


def _catalogue() -> Catalogue:
    return current_app.extensions["catalogue"]


def _verdict(item: Assessment) -> dict[str, Any]:
    return {
        "aide": item.aid.id,
        "verdict": str(item.verdict),
        "remplies": _texts(item.met),
        "non_remplies": _texts(item.unmet),
        "ouvertes": _texts(item.open),
    }


def _texts(conditions: Iterable[CompiledCondition]) -> list[dict[str, str]]:
    return [{"texte": item.condition.text, "si": item.rule.text} for item in conditions]


def _stop(stop: Stop) -> dict[str, Any]:
    return {
        "role": stop.referral.role.id,
        "precision": str(stop.referral.precision),
        "guichets": [office.id for office in stop.referral.offices],
        "pour": [aid.id for aid in stop.aids],
    }


def _table(rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    click.echo()
