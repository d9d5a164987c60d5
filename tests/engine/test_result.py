"""A case's assessments arranged for reading: what comes first, what stands under what, what is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.case.case import Case
from engine.case.result import Card, Result
from engine.content.answers import Written, read_answers
from engine.content.catalogue import Catalogue
from tests.engine.small import DAY, HOME, MONEY, load

BOTH = ("logis", "argent")
CHOICE = "exclut: [{avec: %s, texte: L’un ou l’autre.}]\n"
Sheet = dict[str, Written]
TENANT: Sheet = {"danger": "non", "souhait": ["toit", "argent"], "age": "30", "locataire": "oui", "revenus": "900"}


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The small catalogue, in which a home and money exclude each other."""
    changed = {
        "aides/1/toit.yaml": HOME + CHOICE % "secours",
        "aides/2/secours.yaml": MONEY + CHOICE % "toit, cede: oui",
    }
    return load(tmp_path_factory.mktemp("linked"), changed)


def result(catalogue: Catalogue, written: Sheet, needs: tuple[str, ...] = BOTH) -> Result:
    return Result(Case(catalogue, needs, read_answers(catalogue, written), DAY))


def names(cards: list[Card]) -> list[tuple[str, list[str]]]:
    return [(card.aid.id, [variant.aid.id for variant in card.variants]) for card in cards]


def test_aids_stand_by_verdict_with_the_forms_worth_showing(catalogue: Catalogue) -> None:
    found = result(catalogue, {**TENANT, "souhait": ["toit", "meubles", "carte"], "age": "59"})
    assert names(found.likely) == [("toit", ["toit-meubles"]), ("accueil", [])]
    assert names(found.to_check) == []
    assert names(found.unlikely) == [("carte", [])]
    assert found.possible == 3


def test_a_form_that_is_not_possible_is_not_shown(catalogue: Catalogue) -> None:
    found = result(catalogue, {**TENANT, "souhait": ["toit", "meubles"], "revenus": "1001"})
    assert names(found.likely) == [("toit", []), ("accueil", [])]
    assert names(result(catalogue, TENANT).likely) == [("toit", []), ("secours", []), ("accueil", [])]


def test_what_presses_comes_first(tmp_path: Path) -> None:
    calm = HOME.replace(", urgent: oui", "")
    pressing = MONEY.replace(
        "Deux mois pour contester., qui: vous", "Huit jours., qui: vous, quand: maintenant, urgent: oui"
    )
    guide = load(tmp_path, {"aides/1/toit.yaml": calm, "aides/2/secours.yaml": pressing})
    assert [card.aid.id for card in result(guide, TENANT).likely] == ["secours", "toit", "accueil"]


def test_a_choice_is_told_once_and_only_between_what_is_possible(linked: Catalogue) -> None:
    told = [(one.id, other.id, exclusion.text) for one, other, exclusion in result(linked, TENANT).choices]
    assert told == [("toit", "secours", "L’un ou l’autre.")]
    assert result(linked, {**TENANT, "age": "17"}).choices == []
    assert result(linked, {**TENANT, "souhait": ["argent"]}).choices == []


def test_whoever_does_not_know_what_they_look_for_reads_names_only(catalogue: Catalogue) -> None:
    found = result(catalogue, {**TENANT, "souhait": "nsp", "age": "17"})
    assert [aid.id for aid in found.unsought] == ["secours"]
    assert (names(found.to_check), names(found.unlikely)) == ([], [])
    assert names(found.likely) == [("accueil", [])]
    assert found.demands == ["souhait"] * 2
    assert (result(catalogue, TENANT).unsought, result(catalogue, TENANT).demands) == ([], [])


def test_a_form_is_not_named_beside_its_aid(catalogue: Catalogue) -> None:
    assert [aid.id for aid in result(catalogue, {"danger": "non", "souhait": "nsp"}, ("logis",)).unsought] == [
        "toit",
        "secours",
    ]


def test_other_needs_are_named_when_the_answers_point_there(catalogue: Catalogue) -> None:
    wanted: Sheet = {"danger": "non", "souhait": ["toit", "carte"], "age": "60", "locataire": "oui", "bail": "nsp"}
    assert [aid.id for aid in result(catalogue, wanted, ("logis",)).elsewhere] == ["carte"]
    assert result(catalogue, wanted, BOTH).elsewhere == []
    assert result(catalogue, {**wanted, "age": "59"}, ("logis",)).elsewhere == [], "it is not possible"
    assert result(catalogue, {**wanted, "souhait": ["toit"]}, ("logis",)).elsewhere == [], "nobody asked for it"
    assert result(catalogue, {**wanted, "souhait": "nsp"}, ("logis",)).elsewhere == [], "nobody knows"
    assert result(catalogue, {**wanted, "souhait": ["carte"]}, ("argent",)).elsewhere == [], "anyone may have it"


def test_a_no_names_the_answers_that_one_may_change(catalogue: Catalogue) -> None:
    found = result(catalogue, {**TENANT, "age": "17"})
    [card] = found.unlikely
    assert found.changeable(card.assessment) == ["age"]
    assert found.changeable(found.likely[0].assessment) == []


@pytest.mark.parametrize(
    ("lease", "said"),
    [
        ("signe", ["Repris sur la succession.", "Repris sur le bail."]),
        ("nsp", ["Repris sur la succession.", "Repris sur le bail."]),
        ("promis", ["Repris sur la succession."]),
    ],
)
def test_statements_that_surely_do_not_apply_are_left_out(catalogue: Catalogue, lease: str, said: list[str]) -> None:
    found = result(catalogue, {**TENANT, "bail": lease})
    assert [item.written.text for item in found.told(catalogue.aids["toit"], "recovery")] == said


def test_a_result_of_nothing_is_empty(tmp_path: Path) -> None:
    found = result(load(tmp_path), {"danger": "non", "souhait": ["rien"]}, ("argent",))
    assert (found.likely, found.to_check, found.unlikely, found.choices, found.possible) == ([], [], [], [], 0)
