"""An age soon reached: the content says which number grows and which yes tells that a threshold is near."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.case.case import Case
from engine.case.changes import birthdays
from engine.case.result import Result
from engine.content.answers import Written, read_answers
from engine.content.catalogue import Catalogue
from tests.engine.conftest import Faults
from tests.engine.small import CARD, DAY, NUMBERS, QUESTIONS, load

OLD = "{id: annees, type: nombre, texte: Quel âge ?, court: Âge, grandit: oui, nsp: {qui: La mairie.}}"
SOON = """- {id: presque, type: oui-non, texte: Bientôt ?, court: Bientôt, si: annees == 59,
   bientot: {question: annees, atteint: "60", mois: "3"}, nsp: {qui: La mairie.}}
"""


@pytest.fixture
def guide(tmp_path: Path) -> Catalogue:
    """The small catalogue; its card is for whoever has reached 60 years, and the numbers are named otherwise."""
    numbers = "  - {id: annees, type: nombre}\n  - {id: presque, type: oui-non}\n"
    card = CARD.replace("si: age >= 60", "si: annees >= 60 or (annees == 59 and presque and inconnu)")
    questions = f"{QUESTIONS}- {OLD}\n{SOON}"
    changed = {"questions/toutes.yaml": questions, "numeros.yaml": NUMBERS + numbers, "aides/3/carte.yaml": card}
    return load(tmp_path, changed)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"annees": "59", "presque": "oui"}, [(60, 3)]),
        ({"annees": "59", "presque": "nsp"}, [(60, 12)]),
        ({"annees": "57"}, [(60, None)]),
        ({"annees": "40"}, []),
        ({"annees": "nsp"}, []),
    ],
)
def test_a_threshold_is_told_as_near_as_the_answers_say(
    guide: Catalogue, said: dict[str, Written], told: list[tuple[int, int | None]]
) -> None:
    sheet: dict[str, Written] = {"danger": "non", "souhait": ["carte"], "locataire": "non", "lieu": "74001", **said}
    found = birthdays(Result(Case(guide, ("argent",), read_answers(guide, sheet), DAY)))
    assert [(item.age, item.within) for item in found] == told


def test_a_catalogue_without_an_age_announces_none(catalogue: Catalogue) -> None:
    sheet: dict[str, Written] = {
        "danger": "non",
        "souhait": ["carte"],
        "age": "59",
        "locataire": "non",
        "lieu": "74001",
    }
    assert catalogue.age_question is None
    assert birthdays(Result(Case(catalogue, ("argent",), read_answers(catalogue, sheet), DAY))) == []


ASKED = """- id: essai_question
  type: {kind}
  texte: Un essai ?
  court: Essai
  {key}
  nsp: {{qui: La mairie.}}
"""
ONE_AGE = "« grandit » est déjà dit de « age » : une seule question est l’âge."


@pytest.mark.parametrize(
    ("kind", "key", "messages"),
    [
        ("oui-non", "grandit: oui", [ONE_AGE, "« grandit » ne se dit que d’un nombre."]),
        ("nombre", 'bientot: {question: age, atteint: "65", mois: "2"}', ["« bientot » ne se dit que d’une question « oui-non »."]),
        ("oui-non", 'bientot: {question: agee, atteint: "65", mois: "2"}', ["la question « agee » n’existe pas. Vouliez-vous écrire « age » ?"]),
        ("oui-non", 'bientot: {question: commune, atteint: "65", mois: "2"}', ["« commune » ne porte pas « grandit: oui »."]),
        ("oui-non", 'bientot: {question: age, atteint: "60", mois: "2"}', ["« bientot_60 » annonce déjà 60."]),
        ("oui-non", "bientot: {question: age}", ["il manque la clé « atteint ».", "il manque la clé « mois »."]),
    ],
)  # fmt: skip
def test_an_age_that_is_half_described(content: Path, faults: Faults, kind: str, key: str, messages: list[str]) -> None:
    (content / "questions/essai.yaml").write_text(ASKED.format(kind=kind, key=key), "utf-8")
    assert faults() == [f"questions/essai.yaml, ligne 5 : {message}" for message in messages]


def test_one_question_alone_is_the_age(content: Path, faults: Faults) -> None:
    (content / "questions/essai.yaml").write_text(ASKED.format(kind="nombre", key="grandit: oui"), "utf-8")
    assert faults() == [f"questions/essai.yaml, ligne 5 : {ONE_AGE}"]
