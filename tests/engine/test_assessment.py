"""Verdicts: one false condition is enough to say no, all must hold to say yes, the rest is to be checked."""

from decimal import Decimal

import pytest

from engine.case.assessment import Assessment, Verdict, assess, assess_all
from engine.content.catalogue import Catalogue
from engine.rules.truth import Answers
from tests.engine.small import DAY

WANTED = {"souhait": frozenset({"toit"})}


def judge(catalogue: Catalogue, aid: str, answers: Answers) -> Assessment:
    return assess(catalogue.aids[aid], answers, catalogue.amounts_at(DAY))


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ({}, Verdict.TO_CHECK),
        ({"age": 18, "locataire": True}, Verdict.TO_CHECK),  # is it wanted at all?
        ({"age": 17}, Verdict.UNLIKELY),
        (WANTED, Verdict.TO_CHECK),
        ({**WANTED, "age": 18}, Verdict.TO_CHECK),
        ({**WANTED, "age": 18, "locataire": True}, Verdict.LIKELY),
        ({**WANTED, "age": 17}, Verdict.UNLIKELY),
        ({**WANTED, "age": 17, "locataire": None}, Verdict.UNLIKELY),
        ({**WANTED, "age": None, "locataire": True}, Verdict.TO_CHECK),
        ({"souhait": None, "age": 18, "locataire": True}, Verdict.TO_CHECK),
        ({"souhait": frozenset({"argent"}), "age": 18, "locataire": True}, Verdict.NOT_CONCERNED),
        ({"souhait": frozenset({"argent"}), "age": 17}, Verdict.NOT_CONCERNED),
    ],
)
def test_verdicts(catalogue: Catalogue, answers: Answers, verdict: Verdict) -> None:
    found = judge(catalogue, "toit", answers)
    assert found.verdict is verdict
    assert found.possible is (verdict in (Verdict.LIKELY, Verdict.TO_CHECK))


def test_an_aid_without_condition_is_likely_for_anyone(catalogue: Catalogue) -> None:
    assert judge(catalogue, "accueil", {}).verdict is Verdict.LIKELY


def test_conditions_are_sorted_and_the_deciding_one_named(catalogue: Catalogue) -> None:
    found = judge(catalogue, "carte", {"souhait": frozenset({"carte"}), "age": 59, "lieu": "74001"})
    assert [item.rule.text for item in found.met] == ['lieu != "hors-74"']
    assert [item.rule.text for item in found.unmet] == ["age >= 60"]
    assert [item.rule.text for item in found.open] == ["not locataire or inconnu"]
    assert found.deciding is found.unmet[0]
    assert judge(catalogue, "carte", {}).deciding is None


def test_a_condition_no_one_can_test_keeps_an_aid_to_be_checked(catalogue: Catalogue) -> None:
    all_well = {"souhait": frozenset({"carte"}), "age": 60, "lieu": "74001", "locataire": True}
    assert judge(catalogue, "carte", all_well).verdict is Verdict.TO_CHECK
    assert judge(catalogue, "carte", {**all_well, "locataire": False}).verdict is Verdict.LIKELY


def test_a_sub_form_inherits_what_its_parent_demands(catalogue: Catalogue) -> None:
    both = {"souhait": frozenset({"toit", "meubles"}), "age": 18, "locataire": True, "revenus": Decimal(900)}
    assert judge(catalogue, "toit-meubles", both).verdict is Verdict.LIKELY
    assert judge(catalogue, "toit-meubles", {**both, "age": 17}).verdict is Verdict.UNLIKELY
    assert judge(catalogue, "toit-meubles", {**both, "revenus": Decimal(1001)}).verdict is Verdict.UNLIKELY
    only_parent = {**both, "souhait": frozenset({"toit"})}
    assert judge(catalogue, "toit-meubles", only_parent).verdict is Verdict.NOT_CONCERNED


def test_all_aids_keep_their_order(catalogue: Catalogue) -> None:
    found = assess_all(catalogue, {"logis"}, {}, catalogue.amounts_at(DAY))
    assert [item.aid.id for item in found] == ["toit", "toit-meubles", "secours", "accueil"]
