"""APA and PCH: no wrong no, signs, what is worth asking, what runs and what must be told."""

from __future__ import annotations

import pytest

from engine.content.catalogue import Catalogue
from tests.content.dependence import (
    CARDS,
    CARE_HOME,
    DISABLED,
    HERE,
    HOME,
    Sheet,
    clocks,
    met,
    named,
    sure_papers,
    verdict,
)

# A wrong "no"


@pytest.mark.parametrize("held", ["actp", "acfp", "pch"])
def test_sixty_next_month_opens_apa_to_whoever_must_choose(catalogue: Catalogue, held: str) -> None:
    wanted: Sheet = {**HOME, "age": "59", "aides_percues": [held], "difficultes_quotidien": ["se-laver"]}
    soon = met(catalogue, **{**wanted, "bientot_60": "oui"})
    assert verdict(soon, "apa-domicile") == "a-verifier"
    age = next(item for item in catalogue.aids["apa-domicile"].conditions if item.written.id == "age")
    assert "2 mois avant les 60 ans" in (age.written.to_check or "")
    assert verdict(met(catalogue, **{**wanted, "bientot_60": "non"}), "apa-domicile") == "peu-probable"


@pytest.mark.parametrize(("age", "held"), [("58", "actp"), ("60", "actp"), ("59", "aucune")])
def test_sixty_next_month_is_asked_only_where_it_matters(catalogue: Catalogue, age: str, held: str) -> None:
    assert "bientot_60" not in met(catalogue, **{**HOME, "age": age, "aides_percues": [held]}).asked


def test_lighter_before_60_and_still_at_work_can_be_said_together(catalogue: Catalogue) -> None:
    wanted: Sheet = {**DISABLED, "age": "64", "difficultes_gestes": "impossible"}
    at_work = met(catalogue, **{**wanted, "debut_difficultes": "avant-60-leger-travail"})
    retired = met(catalogue, **{**wanted, "debut_difficultes": "avant-60-leger"})
    assert (verdict(at_work, "pch"), verdict(retired, "pch")) == ("probable", "a-verifier")


@pytest.mark.parametrize("need", ["materiel", "animal", "vue-ouie", "surveillance", "travail"])
def test_no_hard_act_is_no_reason_to_close_pch_to_someone_deaf_or_blind(catalogue: Catalogue, need: str) -> None:
    found = met(catalogue, **{**DISABLED, "age": "38", "besoins_handicap": [need], "difficultes_gestes": "non"})
    assert verdict(found, "pch") == "a-verifier"


def test_someone_deaf_can_say_so_and_the_flat_rate_is_likely(catalogue: Catalogue) -> None:
    wanted: Sheet = {**DISABLED, "age": "38", "besoins_handicap": ["vue-ouie"], "difficultes_gestes": "vue-ouie"}
    found = met(catalogue, **wanted)
    assert (verdict(found, "pch"), verdict(found, "pch-aide-humaine")) == ("probable", "probable")


@pytest.mark.parametrize("age", ["60", "64"])
def test_home_help_keeps_the_rules_of_disability_until_65(catalogue: Catalogue, age: str) -> None:
    """60 is for hosting, 65 for help at home."""
    condition = next(item for item in catalogue.aids["aide-menagere-ph"].conditions if "65 ans" in item.written.text)
    assert condition.rule.text == "age < 65 or inconnu"
    found = met(catalogue, **{**HOME, "demande_autonomie": ["aide-domicile", "handicap"], "age": age})
    item = next(item for item in found.case.assessments if item.aid.id == "aide-menagere-ph")
    assert condition in item.met


# Signs


@pytest.mark.parametrize("act", ["se-laver", "manger", "se-deplacer", "se-reperer"])
def test_one_essential_act_that_is_hard_makes_apa_likely_until_the_visit(catalogue: Catalogue, act: str) -> None:
    found = met(catalogue, **{**HOME, "age": "84", "difficultes_quotidien": [act]})
    item = next(item for item in found.case.assessments if item.aid.id == "apa-domicile")
    assert item.verdict == "probable"
    assert [entry.written.id for entry in item.plausible] == ["gir"]
    assert "équipe du Département" in (item.plausible[0].written.confirmed_by or "")


def test_housework_alone_is_no_sign_for_apa(catalogue: Catalogue) -> None:
    found = met(catalogue, **{**HOME, "age": "84", "difficultes_quotidien": ["maison"], "ressources_mensuelles": "900"})
    assert verdict(found, "apa-domicile") == "a-verifier"
    home_help = next(item for item in found.case.assessments if item.aid.id == "aide-menagere-pa")
    assert "gir" not in [entry.rule.text[:3] for entry in home_help.open], "the sign settles the GIR for home help"


# What nobody should be asked


@pytest.mark.parametrize("wanted", ["handicap", "carte"])
def test_a_child_is_asked_nothing_of_the_aids_of_adults(catalogue: Catalogue, wanted: str) -> None:
    found = met(catalogue, **{**HERE, "pour_qui": "proche", "demande_autonomie": [wanted], "age": "8"})
    adults = {
        "aides_percues",
        "debut_difficultes",
        "gir",
        "difficultes_quotidien",
        "ressources_mensuelles",
        "en_couple",
    }
    assert set(found.asked) & adults == set()


def test_a_childs_pch_is_asked_by_itself(catalogue: Catalogue) -> None:
    child: Sheet = {**HERE, "pour_qui": "proche", "demande_autonomie": ["handicap"], "age": "8"}
    assert verdict(met(catalogue, **{**child, "pch_avant_20": "oui"}), "pch") == "deja-recue"
    new = met(
        catalogue, **{**child, "pch_avant_20": "non", "aeeh_complement": "oui", "difficultes_gestes": "impossible"}
    )
    assert verdict(new, "pch") == "probable"


def test_whoever_is_over_60_is_asked_nothing_of_childhood(catalogue: Catalogue) -> None:
    found = met(catalogue, **{**DISABLED, "demande_autonomie": ["handicap", "aide-domicile"], "age": "70"})
    assert set(found.asked) & {"pch_avant_20", "aeeh_complement", "enfants_a_charge", "enceinte"} == set()


# Named though nobody asked


def test_mobility_cards_are_named_where_the_apa_file_would_ask_for_them(catalogue: Catalogue) -> None:
    for fits in (
        {"aides_percues": ["apa"]},
        {"difficultes_quotidien": ["gir-fixe"], "gir": "2"},
        {"difficultes_quotidien": ["se-deplacer"]},
    ):
        found = met(catalogue, **{**HOME, "age": "84", **fits})
        assert [aid for aid in named(found) if aid in CARDS] == CARDS
    housework = met(catalogue, **{**HOME, "age": "84", "difficultes_quotidien": ["maison"]})
    assert [aid for aid in named(housework) if aid in CARDS] == []


@pytest.mark.parametrize(
    ("income", "couple", "held", "expected"),
    [
        ("900", "non", "aucune", True),
        ("900", "non", "aspa", False),
        ("1500", "non", "aucune", False),
        ("1500", "oui", "aucune", True),
    ],
)
def test_aspa_is_named_when_the_income_is_below_it(
    catalogue: Catalogue, income: str, couple: str, held: str, expected: bool
) -> None:
    sheet: Sheet = {**HOME, "age": "72", "en_couple": couple, "ressources_mensuelles": income, "aides_percues": [held]}
    assert ("ref-aspa" in named(met(catalogue, **sheet))) is expected


# What runs


def test_sending_back_the_plan_is_neither_first_nor_urgent(catalogue: Catalogue) -> None:
    found = met(catalogue, **{**HOME, "age": "84", "difficultes_quotidien": ["se-laver"]})
    told = [clock.deadline.written for clock in clocks(found, "apa-domicile")]
    assert not any(clock.urgent for clock in clocks(found, "apa-domicile"))
    assert told[0].text.startswith("Envoyez le dossier complet sans attendre")
    plan = next(item for item in told if "plan d’aide signé" in item.text)
    assert plan.stage == "a-la-demande"
    assert "quand même" in plan.text, "a late plan can still be sent"


OURS = [
    "apa-domicile", "apa-etablissement", "pch", "actp", "aide-menagere-pa", "aide-menagere-ph", "fonds-compensation",
    "recours-rapo", "revision-decision", "indus", "orientation-caisse-retraite",
]  # fmt: skip


@pytest.mark.parametrize("name", [*OURS, "apa"])
def test_a_deadline_that_starts_later_never_presses(catalogue: Catalogue, name: str) -> None:
    written = catalogue.rules[name] if name in catalogue.rules else catalogue.aids[name].written
    for item in written.deadlines:
        if item.text.startswith("Pour contester"):
            assert "après" in item.text, "two months from the day the decision arrives"
            assert item.stage == "en-cas-de-refus" or item.when is not None, item.text
        assert not item.urgent or item.when is not None, f"« {item.text} » presse tout le monde"


def test_the_three_months_of_a_care_home_run_once_one_is_in(catalogue: Catalogue) -> None:
    inside = met(catalogue, **{**CARE_HOME, "age": "86", "lieu_de_vie": "ehpad"})
    outside = met(catalogue, **{**CARE_HOME, "age": "86", "lieu_de_vie": "domicile"})
    assert any(clock.urgent for clock in clocks(inside, "apa-etablissement"))
    assert not any(clock.urgent for clock in clocks(outside, "apa-etablissement"))
    assert any("3 mois" in clock.deadline.written.text for clock in clocks(outside, "apa-etablissement"))


def test_the_month_of_a_revision_runs_only_for_a_new_fact(catalogue: Catalogue) -> None:
    wanted: Sheet = {
        **HERE, "demande_autonomie": ["contester"], "type_decision": "aide-sociale",
        "reception_decision": "plus-de-2-mois",
    }  # fmt: skip
    changed = met(catalogue, **{**wanted, "changement_decision": "situation"})
    forgotten = met(catalogue, **{**wanted, "changement_decision": "oubli"})
    assert any(clock.urgent for clock in clocks(changed, "revision-decision"))
    assert not any(clock.urgent for clock in clocks(forgotten, "revision-decision"))


# What a person must be told


def test_one_may_explain_oneself_before_repaying(catalogue: Catalogue) -> None:
    steps = [item for item in catalogue.aids["indus"].statements["steps"] if "expliquer pendant" in item.written.text]
    assert [item.source.lines for item in steps] == ["664"]


@pytest.mark.parametrize("name", ["apa-domicile", "aide-menagere-pa", "aide-menagere-ph"])
def test_the_end_at_death_is_said(catalogue: Catalogue, name: str) -> None:
    assert any("décès" in item.written.text for item in catalogue.aids[name].statements["duration"])


@pytest.mark.parametrize("answer", ["non", "recepisse"])
def test_no_permit_is_surely_asked_of_whoever_has_none(catalogue: Catalogue, answer: str) -> None:
    home: Sheet = {**HOME, "age": "70", "difficultes_quotidien": ["se-laver"], "nationalite": "autre"}
    young: Sheet = {**DISABLED, "age": "40", "difficultes_gestes": "impossible", "nationalite": "autre"}
    for sheet in (home, young):
        serving = {
            aid.id
            for item in met(catalogue, **{**sheet, "titre_sejour": answer}).case.checklist.documents
            if item.document.id == "titre-de-sejour"
            for aid in item.aids
        }
        assert serving & {"apa-domicile", "pch"} == set()
        assert "titre-de-sejour" in sure_papers(met(catalogue, **{**sheet, "titre_sejour": "oui"}))
