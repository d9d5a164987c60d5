"""Whom to call first: for a danger told, for a doubt, and in the order that fits who calls."""

from pathlib import Path

import pytest

from engine.case.case import Case
from engine.case.emergencies import brings_numbers, emergencies, only_doubted
from engine.content.answers import Written, read_answers
from engine.content.catalogue import Catalogue
from engine.content.problems import ContentError
from tests.engine.small import DAY, FILES, load

NUMBERS = """
- {id: pompiers, numero: "18", nom: Pompiers, pour: Un feu., source: {texte: loi}, si: danger == "feu"}
- {id: secours, numero: "112", nom: Secours, pour: Tout., source: {texte: loi}, si: danger == "feu", doute: danger}
- {id: enfance, numero: "119", nom: Enfance, pour: Enfants., source: {texte: loi}, si: danger == "feu" and age < 18}
- {id: toit, numero: "115", nom: Toit, pour: Un toit., source: {texte: loi}, si: danger == "feu" or souhait has "toit"}
- {id: poison, numero: "15", nom: Poison, pour: Poisons., source: {texte: loi}}
"""
ROUTES = """
- {id: jeune, si: age < 18, numeros: [enfance], a_savoir: [{texte: Seul., source: {texte: loi}}]}
- {id: tout-petit, si: age < 2, numeros: [poison], a_savoir: [{texte: Tout petit., source: {texte: loi}}]}
- {id: toit, si: souhait has "toit", numeros: [toit, secours]}
- {id: doute, si: danger == "feu" and age > 90, doute: danger, a_savoir: [{texte: Un doute suffit., source: {texte: loi}}]}
"""
OPENLY = FILES["questions/toutes.yaml"].replace("{id: toit, texte: Un toit}", "{id: toit, texte: Un toit, danger: oui}")

WRITTEN = {"urgences.yaml": NUMBERS, "appels.yaml": ROUTES, "questions/toutes.yaml": OPENLY}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return load(tmp_path_factory.mktemp("contenu"), WRITTEN)


def numbers(catalogue: Catalogue, written: dict[str, Written]) -> list[str]:
    found = emergencies(catalogue, read_answers(catalogue, written), catalogue.amounts_at(DAY))
    return [item.written.number for item in found]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({}, []),
        ({"danger": "non"}, []),
        ({"danger": "feu"}, ["18", "112", "115"]),
        ({"danger": "nsp"}, ["112"]),
        ({"souhait": "nsp"}, []),
        ({"danger": "feu", "age": "18"}, ["18", "112", "115"]),
        ({"danger": "feu", "age": "nsp"}, ["18", "112", "115"]),
        ({"danger": "feu", "age": "17"}, ["119", "18", "112", "115"]),
        ({"danger": "feu", "age": "1"}, ["119", "18", "112", "115"]),
        ({"danger": "feu", "souhait": ["toit"]}, ["115", "112", "18"]),
        ({"danger": "feu", "souhait": ["toit"], "age": "17"}, ["119", "18", "112", "115"]),
        ({"danger": "non", "age": "17"}, []),
    ],
)
def test_whom_to_call_first(catalogue: Catalogue, written: dict[str, Written], expected: list[str]) -> None:
    assert numbers(catalogue, written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"danger": "feu"}, []),
        ({"danger": "feu", "age": "17"}, ["Seul."]),
        ({"danger": "feu", "age": "1"}, ["Seul.", "Tout petit."]),
        ({"danger": "nsp"}, ["Un doute suffit."]),
        ({"danger": "non", "age": "17"}, []),
    ],
)
def test_what_is_good_to_know_before_one_calls(
    catalogue: Catalogue, written: dict[str, Written], expected: list[str]
) -> None:
    """Of every situation that holds; nothing where there is nobody to call."""
    case = Case(catalogue, ("logis",), read_answers(catalogue, written), DAY)
    assert [remark.text for remark in case.remarks] == expected


@pytest.mark.parametrize(
    ("fact", "written", "brings"),
    [
        ("danger", {"danger": "feu"}, True),
        ("danger", {"danger": "nsp"}, True),
        ("danger", {"danger": "non"}, False),
        ("danger", {"danger": "feu", "souhait": ["toit"]}, True),
        ("souhait", {"danger": "non", "souhait": ["toit"]}, True),
        ("souhait", {"danger": "feu", "souhait": ["toit"]}, False),
        ("souhait", {"danger": "nsp", "souhait": ["toit", "carte"]}, True),
        ("souhait", {"danger": "nsp", "souhait": ["carte"]}, False),
        ("age", {"danger": "feu", "age": "17"}, False),
    ],
)
def test_which_answer_leads_to_the_numbers(
    catalogue: Catalogue, fact: str, written: dict[str, Written], brings: bool
) -> None:
    """Whoever has seen a number need not be stopped by it twice; an age is no danger."""
    answers = read_answers(catalogue, written)
    assert brings_numbers(catalogue, fact, answers, catalogue.amounts_at(DAY)) is brings


def test_a_doubt_is_not_a_danger(catalogue: Catalogue) -> None:
    amounts = catalogue.amounts_at(DAY)
    for written, doubted in (({"danger": "nsp"}, True), ({"danger": "feu"}, False)):
        answers = read_answers(catalogue, written)
        assert only_doubted(emergencies(catalogue, answers, amounts), answers, amounts) is doubted


def test_a_doubt_about_no_question_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as refused:
        load(tmp_path, {"urgences.yaml": NUMBERS.replace("doute: danger", "doute: dangr")})
    assert [problem.message for problem in refused.value.problems] == [
        "la question « dangr » n’existe pas. Vouliez-vous écrire « danger » ?"
    ]


def test_a_number_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as refused:
        load(tmp_path, {**WRITTEN, "appels.yaml": ROUTES.replace("[poison]", "[poisom]")})
    assert [problem.message for problem in refused.value.problems] == [
        "le numéro d’urgence « poisom » n’existe pas. Vouliez-vous écrire « poison » ?"
    ]
