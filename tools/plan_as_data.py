"""A plan as data, in its own order: what `catalogue evaluer` prints. Keys in French, like those of the content."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from engine.case.assessment import Assessment
from engine.case.checklist import Clock, DocumentToGather, Stop
from engine.case.plan import Plan
from engine.case.planned import Planned
from engine.content.answers import write_answers
from engine.content.entries import AidEntry, ConditionEntry


def told(plan: Plan) -> dict[str, Any]:
    """Everything that a plan says, and the verdicts and conditions behind it."""
    case = plan.case
    return {
        "date": case.day.isoformat(),
        "reponses": write_answers(case.answers),
        "questions_ouvertes": list(case.path.pending),
        "urgences": [item.written.number for item in case.emergencies],
        "phrase": {
            "acte": str(plan.act),
            "aide": plan.first.aid.id if plan.first else None,
            "premier_pas": plan.first_step.text if plan.first_step else None,
        },
        "delai_urgent": _deadline(plan.running) if plan.running else None,
        "aides": [_planned(item, plan) for item in plan.aids],
        "deja_recues": _ids(card.aid for card in plan.held),
        "peu_probables": _ids(card.aid for card in plan.unlikely),
        "pieces": [_paper(item) for item in plan.papers],
        "pieces_ensuite": [_paper(item) for item in plan.more_papers],
        "lieu": _stop(plan.place) if plan.place else None,
        "autres_lieux": [_stop(stop) for stop in plan.more_places],
        "ligne": [{"quand": stage, "delais": [_deadline(clock) for clock in clocks]} for stage, clocks in plan.line],
        "changements": [
            {"question": item.fact, "connue": item.known, "aides": _ids(item.aids)} for item in plan.changes
        ],
        "anniversaires": [
            {"age": item.age, "mois_au_plus": item.within, "aides": _ids(item.aids)} for item in plan.birthdays
        ],
        "verdicts": [_verdict(item) for item in case.assessments],
    }


def _planned(item: Planned, plan: Plan) -> dict[str, Any]:
    return {
        "aide": item.aid.id,
        "tour": str(item.turn),
        "verdict": str(item.card.assessment.verdict),
        "attend": _ids(item.others),
        "meme_appel": _ids(card.aid for card in item.along),
        "parce_que": list(plan.reasons(item)),
    }


def _paper(item: DocumentToGather) -> dict[str, Any]:
    return {"id": item.document.id, "nom": item.document.name, "pour": _ids(item.aids), "sure": item.certain}


def _stop(stop: Stop) -> dict[str, Any]:
    return {
        "role": stop.referral.role.id,
        "precision": str(stop.referral.precision),
        "guichets": [office.id for office in stop.referral.offices],
        "pour": _ids(stop.aids),
    }


def _deadline(clock: Clock) -> dict[str, Any]:
    return {"aide": clock.aid.id, "texte": clock.deadline.written.text, "urgent": clock.urgent}


def _verdict(item: Assessment) -> dict[str, Any]:
    return {
        "aide": item.aid.id,
        "verdict": str(item.verdict),
        "remplies": _texts(item.met),
        "non_remplies": _texts(item.unmet),
        "ouvertes": _texts(item.open),
    }


def _texts(conditions: Iterable[ConditionEntry]) -> list[dict[str, str]]:
    return [{"texte": item.written.text, "si": item.rule.text} for item in conditions]


def _ids(aids: Iterable[AidEntry]) -> list[str]:
    return [aid.id for aid in aids]
