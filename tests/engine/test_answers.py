"""Answers as people type them, and back to text."""

from decimal import Decimal

import pytest

from engine.content.answers import AnswerError, Written, read_answer, read_answers, write_answers
from engine.content.catalogue import Catalogue
from engine.rules.truth import Value


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1200", "1200"),
        ("1 200,50 €", "1200.50"),
        ("1\u00a0200,50\u00a0€", "1200.50"),
        ("1\u202f200,5", "1200.50"),
        ("1'200.50", "1200.50"),
        ("1’200", "1200"),
        ("0", "0"),
        ("0,00", "0"),
        (" 950 ", "950"),
        (",5", "0.50"),
        ("100000", "100000"),
        ("1.200,50", "1200.50"),
        ("€1,200", "1200"),
    ],
)
def test_sums_as_people_type_them(catalogue: Catalogue, typed: str, expected: str) -> None:
    assert read_answer(catalogue, "revenus", typed) == Decimal(expected)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "montant"),
        ("€", "montant"),
        (",", "montant"),
        ("mille", "montant"),
        ("-5", "montant"),
        ("1e3", "montant"),
        ("1.2.3", "montant"),
        ("1/2", "montant"),
        ("NaN", "montant"),
        ("Infinity", "montant"),
        ("١٢٣", "montant"),
        ("9" * 500, "montant"),
        ("100000,01", "bornes"),
        ("999999999", "bornes"),
    ],
)
def test_sums_that_are_refused(catalogue: Catalogue, typed: str, code: str) -> None:
    with pytest.raises(AnswerError) as error:
        read_answer(catalogue, "revenus", typed)
    assert error.value.fault == code


@pytest.mark.parametrize(("typed", "expected"), [("0", 0), ("72", 72), (" 72 ", 72), ("072", 72), ("120", 120)])
def test_whole_numbers(catalogue: Catalogue, typed: str, expected: int) -> None:
    assert read_answer(catalogue, "age", typed) == expected


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "nombre"),
        ("72 ans", "nombre"),
        ("72,5", "nombre"),
        ("-1", "nombre"),
        ("²", "nombre"),
        ("٧٢", "nombre"),
        ("121", "bornes"),
        ("0" * 20 + "72", "nombre"),
        ("9" * 5000, "nombre"),
    ],
)
def test_whole_numbers_that_are_refused(catalogue: Catalogue, typed: str, code: str) -> None:
    with pytest.raises(AnswerError) as error:
        read_answer(catalogue, "age", typed)
    assert error.value.fault == code


@pytest.mark.parametrize(
    ("fact", "written", "expected"),
    [
        ("locataire", "oui", True),
        ("locataire", "non", False),
        ("danger", "non", "non"),
        ("souhait", ["toit", "argent"], frozenset({"toit", "argent"})),
        ("souhait", "toit", frozenset({"toit"})),
        ("souhait", ["toit", "toit"], frozenset({"toit"})),
        ("souhait", ["rien"], frozenset({"rien"})),
        ("lieu", "74001", "74001"),
        ("lieu", "hors-74", "hors-74"),
    ],
)
def test_closed_answers(catalogue: Catalogue, fact: str, written: Written, expected: Value) -> None:
    assert read_answer(catalogue, fact, written) == expected


@pytest.mark.parametrize(
    ("fact", "written", "code", "reason"),
    [
        ("locataires", "oui", "question", "« locataires » n’existe pas. Vouliez-vous écrire « locataire » ?"),
        ("locataire", "yes", "option", "« yes » n’est pas une réponse possible."),
        ("danger", "fe", "option", "« fe » n’est pas une réponse possible. Vouliez-vous écrire « feu » ?"),
        ("danger", "", "option", "Valeurs possibles : feu, non."),
        ("danger", ["feu", "non"], "une-seule", "une seule réponse est attendue."),
        ("souhait", [], "vide", "aucune réponse n’est choisie."),
        ("souhait", ["toi"], "option", "Vouliez-vous écrire « toit » ?"),
        ("souhait", ["toit", "rien"], "exclusif", "« rien » ne va pas avec d’autres réponses."),
        ("souhait", ["toit", "nsp"], "exclusif", "« nsp » ne va pas avec d’autres réponses."),
        ("lieu", "75056", "option", "« 75056 » n’est pas une réponse possible."),
    ],
)
def test_closed_answers_that_are_refused(
    catalogue: Catalogue, fact: str, written: Written, code: str, reason: str
) -> None:
    with pytest.raises(AnswerError) as error:
        read_answer(catalogue, fact, written)
    assert error.value.fault == code
    assert reason in error.value.reason


@pytest.mark.parametrize("fact", ["locataire", "danger", "souhait", "lieu", "age", "revenus"])
def test_not_knowing_is_an_answer_to_every_question(catalogue: Catalogue, fact: str) -> None:
    assert read_answer(catalogue, fact, "nsp") is None
    assert read_answer(catalogue, fact, ["nsp"]) is None


def test_what_is_written_reads_back_the_same(catalogue: Catalogue) -> None:
    answers = {
        "danger": "non",
        "revenus": Decimal("1200.50"),
        "age": 0,
        "souhait": frozenset({"toit", "carte"}),
        "locataire": False,
        "bail": None,
        "lieu": "74001",
    }
    written = write_answers(answers)
    assert written["souhait"] == ["carte", "toit"]
    assert read_answers(catalogue, written) == answers
