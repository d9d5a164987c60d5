"""Someone with housing trouble who has given these answers, and what the guide tells them."""

from __future__ import annotations

from engine.case.case import Case
from engine.case.result import Result
from engine.content.answers import Written, read_answers
from engine.content.catalogue import Catalogue
from tests.content.conftest import DAY

HOUSING = "logement"
AT_HOME: dict[str, Written] = {"danger": "non", "pour_qui": "moi", "nationalite": "francaise", "commune": "74010"}


def case(catalogue: Catalogue, **sheet: Written) -> Case:
    return Case(catalogue, (HOUSING,), read_answers(catalogue, {**AT_HOME, **sheet}), DAY)


def verdicts(found: Case) -> dict[str, str]:
    return {item.aid.id: str(item.verdict) for item in found.assessments}


def papers(found: Case) -> set[str]:
    """Those that are surely asked for."""
    return {item.document.id for item in found.checklist.documents if item.certain}


def told(found: Case, aid: str, field: str) -> str:
    return " ".join(item.written.text for item in Result(found).told(found.catalogue.aids[aid], field))


def to_do(found: Case, aid: str) -> str:
    return " ".join(item.written.text for item in Result(found).to_do(found.catalogue.aids[aid]))
