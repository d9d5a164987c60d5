"""The RSA has several forms, and one request."""

from __future__ import annotations

import pytest

from engine.case.case import Case
from engine.case.plan import Plan, Turn
from engine.content.answers import Written, read_answers
from engine.content.catalogue import Catalogue
from tests.content.conftest import DAY
from tests.content.contradictions_of_the_rsa import RSA, STUDENT


@pytest.mark.parametrize(
    "sheet",
    [
        RSA,
        {**RSA, "activites": ["independant"]},
        {**RSA, "activites": ["agricole"]},
        {**STUDENT, "age": "27", "salaire_etudiant": "500"},
        {**RSA, "enfants_a_charge": "moins-de-3-ans", "nombre_enfants": "1", "conjoint_absent": "non"},
        {**RSA, "activites": "nsp", "en_couple": "nsp", "enfants_a_charge": "nsp"},
    ],
)
def test_there_is_never_more_than_one_request_for_the_rsa(catalogue: Catalogue, sheet: dict[str, Written]) -> None:
    """The others come with it or after it: one file is handed in."""
    answers = read_answers(catalogue, {"danger": "non", "pour_qui": "moi", **sheet})
    plan = Plan(Case(catalogue, ("budget",), answers, DAY))
    asked_for = [item.aid.id for item in plan.aids if item.turn in (Turn.FIRST, Turn.ALSO)]
    assert len([name for name in asked_for if name.startswith("rsa")]) == 1
