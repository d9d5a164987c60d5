"""A sign makes an unknown condition plausible, and never stands against what is known."""

from __future__ import annotations

import pytest

from engine.case.assessment import assess
from engine.case.case import Case
from engine.content.answers import Written, read_answers
from engine.content.catalogue import Catalogue
from tests.engine.small import DAY, HOME, NUMBERS, QUESTIONS, load

SIGNED = HOME.replace(
    "si: locataire,", "si: locataire, signe: bail_en_main, confirme_par: Le propriétaire le confirme.,"
)
QUESTION = "- {id: bail_en_main, type: oui-non, texte: Un bail ?, court: Bail, nsp: {qui: Le propriétaire.}}\n"
WANTED: dict[str, Written] = {"danger": "non", "souhait": ["toit"], "age": "30"}


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    files = {
        "aides/1/toit.yaml": SIGNED,
        "questions/toutes.yaml": QUESTIONS + QUESTION,
        "numeros.yaml": NUMBERS + "  - {id: bail_en_main, type: oui-non}\n",
    }
    return load(tmp_path_factory.mktemp("signed"), files)


@pytest.mark.parametrize(
    ("locataire", "bail_en_main", "verdict", "plausible"),
    [
        ("oui", "non", "probable", 0),
        ("nsp", "oui", "probable", 1),
        ("nsp", "non", "a-verifier", 0),
        ("nsp", "nsp", "a-verifier", 0),
        ("non", "oui", "peu-probable", 0),
    ],
)
def test_a_sign_counts_only_while_the_condition_is_unknown(
    signed: Catalogue, locataire: str, bail_en_main: str, verdict: str, plausible: int
) -> None:
    answers = read_answers(signed, {**WANTED, "locataire": locataire, "bail_en_main": bail_en_main})
    found = assess(signed.aids["toit"], answers, {})
    assert (str(found.verdict), len(found.plausible)) == (verdict, plausible)


def test_the_sign_is_asked_for_where_the_condition_cannot_be_known(signed: Catalogue) -> None:
    asked = Case(signed, ("logis",), read_answers(signed, {**WANTED, "locataire": "nsp"}), DAY)
    assert "bail_en_main" in asked.path.pending
    known = Case(signed, ("logis",), read_answers(signed, {**WANTED, "locataire": "oui"}), DAY)
    assert "bail_en_main" not in known.path.pending, "it could change nothing"


def test_a_likely_aid_that_rests_on_a_sign_says_who_confirms(signed: Catalogue) -> None:
    answers = read_answers(signed, {**WANTED, "locataire": "nsp", "bail_en_main": "oui"})
    [condition] = assess(signed.aids["toit"], answers, {}).plausible
    assert condition.written.confirmed_by == "Le propriétaire le confirme."
