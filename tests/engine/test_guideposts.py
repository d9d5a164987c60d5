"""What one must know first: told to whoever is surely there, never on a doubt, and on the pages of its aids."""

from pathlib import Path

import pytest

from engine.case.case import Case
from engine.case.guideposts import guideposts_of
from engine.case.plan import Plan
from engine.content.answers import Written, read_answers
from engine.content.catalogue import Catalogue
from engine.content.problems import ContentError
from tests.engine.small import DAY, load

GUIDEPOSTS = """
- id: loger
  si: souhait has "toit" and danger != "feu"
  titre: Se loger
  source: {texte: loi, lignes: "10"}
  aides: [toit]
  phrases:
    - {texte: Rien ne presse.}
    - {texte: Le bail protège., si: locataire, source: {lignes: "12"}}
"""


def told(catalogue: Catalogue, **answers: Written) -> list[tuple[str, list[str]]]:
    plan = Plan(Case(catalogue, ["logis"], read_answers(catalogue, answers), DAY))
    return [(item.written.title, [line.text for line in item.lines]) for item in plan.guideposts]


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return load(tmp_path, {"reperes.yaml": GUIDEPOSTS})


def test_it_is_told_to_whoever_is_surely_there(catalogue: Catalogue) -> None:
    assert told(catalogue, danger="non", souhait=["toit"]) == [("Se loger", ["Rien ne presse."])]


def test_a_line_is_told_to_whom_it_is_for(catalogue: Catalogue) -> None:
    [(_, lines)] = told(catalogue, danger="non", souhait=["toit"], locataire="oui")
    assert lines == ["Rien ne presse.", "Le bail protège."]


@pytest.mark.parametrize(
    "answers",
    [
        {"danger": "feu", "souhait": ["toit"]},
        {"danger": "nsp", "souhait": ["toit"]},
        {"danger": "non", "souhait": "nsp"},
        {"danger": "non", "souhait": ["argent"]},
    ],
    ids=["danger", "danger not known", "nothing known", "something else"],
)
def test_nothing_is_told_on_a_doubt_nor_before_a_danger(catalogue: Catalogue, answers: dict[str, Written]) -> None:
    assert told(catalogue, **answers) == []


def test_the_page_of_an_aid_tells_what_hangs_on_no_answer(catalogue: Catalogue) -> None:
    [item] = guideposts_of(catalogue, "toit")
    assert [line.text for line in item.lines] == ["Rien ne presse."]
    assert guideposts_of(catalogue, "carte") == []


def test_it_asks_no_question(tmp_path: Path, catalogue: Catalogue) -> None:
    without = load(tmp_path / "sans", {})
    asked = [Case(each, ["logis"], {}, DAY).path.next for each in (catalogue, without)]
    assert asked[0] == asked[1]
    assert catalogue.facts_of == without.facts_of


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("[toit]\n", "[toi]\n", "l’aide « toi » n’existe pas."),
        ("souhait has", "souhai has", "la question « souhai » n’existe pas."),
        ("titre:", "tire:", "la clé « tire » n’existe pas ici."),
    ],
)
def test_a_faulty_guidepost_stops_the_loading(tmp_path: Path, right: str, wrong: str, message: str) -> None:
    with pytest.raises(ContentError) as raised:
        load(tmp_path, {"reperes.yaml": GUIDEPOSTS.replace(right, wrong, 1)})
    assert any(message in str(problem) for problem in raised.value.problems)
