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
        ("1200 euros", "1200"),
        ("1 200 €/mois", "1200"),
        ("1200 euros par mois", "1200"),
        ("1'200.-", "1200"),
        ("1’200.–", "1200"),
        ("environ 1000", "1000"),
        ("à peu près 1 000 €", "1000"),
        ("~950€", "950"),
        ("1\u2009200", "1200"),
        ("١٢٣", "123"),
        ("١٬٢٠٠٫٥٠", "1200.50"),
        ("１２００", "1200"),
        ("950,50", "950.50"),
        ("about 1,200 euros a month", "1200"),
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
        ("-5", "negatif"),
        ("-200 €", "negatif"),
        ("−200", "negatif"),
        ("0,500", "ambigu"),
        ("0.500 €", "ambigu"),
        ("12 000 € par an", "par-an"),
        ("12000/an", "par-an"),
        ("1 2", "montant"),
        ("1.200.50", "montant"),
        ("1200 CHF", "montant"),
        ("950,505", "bornes"),
        ("1e3", "montant"),
        ("1.2.3", "montant"),
        ("1/2", "montant"),
        ("NaN", "montant"),
        ("Infinity", "montant"),
        ("9" * 500, "montant"),
        ("100000,01", "bornes"),
        ("999999999", "bornes"),
    ],
)
def test_sums_that_are_refused(catalogue: Catalogue, typed: str, code: str) -> None:
    with pytest.raises(AnswerError) as error:
        read_answer(catalogue, "revenus", typed)
    assert error.value.fault == code


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("0", 0),
        ("72", 72),
        (" 72 ", 72),
        ("072", 72),
        ("120", 120),
        ("84 ans", 84),
        ("84ans", 84),
        ("environ 84 ans", 84),
        ("84 years old", 84),
        ("٧٢", 72),
        ("７２", 72),
        ("\u2009 84\u202fans", 84),
    ],
)
def test_whole_numbers(catalogue: Catalogue, typed: str, expected: int) -> None:
    assert read_answer(catalogue, "age", typed) == expected


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "nombre"),
        ("18 mois", "nombre"),
        ("84 ans et demi", "nombre"),
        ("84 €", "nombre"),
        ("0,500", "nombre"),
        ("72,5", "nombre"),
        ("-1", "negatif"),
        ("²", "nombre"),
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
        ("lieu", "nouveau 74001", "nouveau"),
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
        ("lieu", "nouveau 75056", "option", "« 75056 » n’est pas une réponse possible."),
        ("lieu", "hors-74 74001", "option", "« hors-74 74001 » n’est pas une réponse possible."),
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


def test_an_option_said_of_a_commune_keeps_both(catalogue: Catalogue) -> None:
    """Conditions read the option, the directory the commune, and the text gives both back."""
    answers = read_answers(catalogue, {"lieu": "nouveau 74001"})
    assert answers == {"lieu": "nouveau"}
    assert catalogue.place_in(answers) == "74001"
    assert write_answers(answers) == {"lieu": "nouveau 74001"}
    assert catalogue.place_in(read_answers(catalogue, {"lieu": "nouveau"})) == "nouveau"


@pytest.mark.parametrize("written", ["1 200,50 €", "1'200.50", "0", "0,01", "99999,99"])
def test_a_sum_reads_back_the_same(catalogue: Catalogue, written: str) -> None:
    value = read_answer(catalogue, "revenus", written)
    assert read_answer(catalogue, "revenus", write_answers({"revenus": value})["revenus"]) == value
