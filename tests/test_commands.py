"""`flask --app app catalogue …`: what the commands print, and what they refuse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result
from cryptography.fernet import Fernet
from flask import Flask

from app import create_app
from engine.case.plan import Plan
from engine.content.answers import write_answers
from tests.content.people import Persona, personas, play
from tests.sampled import cases
from web.settings import LOOPBACK_HOSTS, Settings


@pytest.fixture(scope="module")
def app() -> Flask:
    return create_app(Settings(local=True, keys=(Fernet.generate_key(),), hosts=LOOPBACK_HOSTS))


def run(app: Flask, *arguments: str) -> Result:
    return app.test_cli_runner().invoke(args=["catalogue", *arguments])


def evaluate(app: Flask, folder: Path, case: object) -> Result:
    file = folder / "cas.json"
    file.write_text(json.dumps(case), encoding="utf-8")
    return run(app, "evaluer", str(file))


def test_verify_prints_a_table_by_need(app: Flask) -> None:
    result = run(app, "verifier")
    assert result.exit_code == 0
    rows = {line.split()[0]: line.split()[1:] for line in result.output.splitlines() if line.strip()}
    assert int(rows["logement"][0]) >= 10
    assert result.output.rstrip().endswith("Contenus valides.")


def test_evaluate_replays_a_case(app: Flask, tmp_path: Path) -> None:
    case = {
        "besoins": ["logement"],
        "date": "2026-11-25",
        "reponses": {
            "danger": "non",
            "demande_logement": ["impaye-loyer", "assignation"],
            "commune": "74010",
            "nationalite": "francaise",
        },
    }
    result = evaluate(app, tmp_path, case)
    assert result.exit_code == 0
    found = json.loads(result.output)
    verdicts = {item["aide"]: item["verdict"] for item in found["verdicts"]}
    assert verdicts["ap2a"] == "probable"
    assert verdicts["fsl-impaye-loyer"] == "a-verifier"
    assert "convocation-tribunal" in [paper["id"] for paper in found["pieces"]]
    assert found["lieu"]["role"] == "pole-medico-social"
    assert set(found["questions_ouvertes"]) == {
        "pour_qui",
        "garant_logement",
        "occupation_logement",
        "difficultes_logement",
    }


@pytest.mark.parametrize("who", cases(personas(), [persona.name for persona in personas()], most=8))
def test_what_it_prints_is_the_plan_in_its_order(app: Flask, tmp_path: Path, who: Persona) -> None:
    catalogue = app.extensions["catalogue"]
    plan = Plan(play(catalogue, who).case)
    answers = write_answers(plan.case.answers)
    given = {"besoins": who.needs, "date": plan.case.day.isoformat(), "reponses": answers}
    found = json.loads(evaluate(app, tmp_path, given).output)
    assert [(item["aide"], item["tour"]) for item in found["aides"]] == [
        (item.aid.id, str(item.turn)) for item in plan.aids
    ]
    assert found["phrase"]["premier_pas"] == (plan.first_step.text if plan.first_step else None)
    assert [paper["id"] for paper in found["pieces"]] == [item.document.id for item in plan.papers]
    assert found["lieu"]["role"] == (plan.place.referral.role.id if plan.place else None)
    assert [step["quand"] for step in found["ligne"]] == [stage for stage, _ in plan.line]
    assert [item["question"] for item in found["changements"]] == [change.fact for change in plan.changes]
    assert [item["age"] for item in found["anniversaires"]] == [birthday.age for birthday in plan.birthdays]


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ({"besoins": ["logement"], "date": "2026-11-25", "reponses": {"agee": "3"}}, "Vouliez-vous écrire « age »"),
        ({"besoins": ["logement"], "date": "demain", "reponses": {}}, "le cas n’est pas lisible"),
        ({"besoins": ["logemant"], "date": "2026-11-25", "reponses": {}}, "besoin inconnu : logemant"),
        ({"besoins": ["logement"]}, "il manque"),
        ([], "il manque"),
    ],
)
def test_evaluate_refuses_a_case_it_cannot_read(app: Flask, tmp_path: Path, case: object, said: str) -> None:
    result = evaluate(app, tmp_path, case)
    assert result.exit_code == 1
    assert said in result.output
