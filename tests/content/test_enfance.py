"""Childhood: whoever asks, for whom, is asked what makes sense and reads what concerns them."""

from __future__ import annotations

import pytest

from engine.case.assessment import Verdict
from engine.content.catalogue import Catalogue
from tests.content.childhood import CHILD, FAMILY, Sheet, ended, question, roles, said, verdicts
from web.words.wording import Wording

pytestmark = pytest.mark.usefixtures("in_french")


@pytest.mark.parametrize("whom", ["moi", "proche", "enfant-connu"])
@pytest.mark.parametrize("demand", ["education", "aide-maison", "argent"])
def test_a_boy_of_15_is_never_turned_away_and_is_told_of_119(catalogue: Catalogue, whom: str, demand: str) -> None:
    case = ended(
        catalogue, {"danger": "non", "pour_qui": whom, "age": "15", "demande_enfance": [demand], "commune": "74010"}
    )
    assert Verdict.UNLIKELY not in verdicts(case).values()
    assert {"119"} < set(roles(case)), "the number, and an office besides"
    assert not {"enfants_a_charge", "enceinte", "situation_sans_enfant"} & set(case.path.asked)


def test_his_mother_is_not_sent_to_those_who_hear_of_children_in_danger(catalogue: Catalogue) -> None:
    sheet: Sheet = {"danger": "non", "pour_qui": "mon-enfant", "age": "15", "demande_enfance": ["education"]}
    case = ended(
        catalogue,
        {
            **sheet,
            "difficultes_famille": ["education"],
            "trouble_enfant": "non",
            "mesure_juge": "non",
            "commune": "74010",
        },
    )
    assert verdicts(case) == {"aed": "probable", "prevention-specialisee": "probable"}
    assert "119" not in roles(case)


@pytest.mark.parametrize("demand", ["education", "enfant-danger", "jeune", "accueil", "mesure"])
def test_a_girl_of_15_who_fears_violence_is_not_asked_whether_she_has_children(
    catalogue: Catalogue, demand: str
) -> None:
    sheet: Sheet = {"danger": ["violences"], "pour_qui": "moi", "age": "15", "demande_enfance": [demand]}
    case = ended(catalogue, {**sheet, "commune": "74010"})
    assert not {"enfants_a_charge", "enceinte", "situation_sans_enfant", "situation_mere"} & set(case.path.asked)
    assert "accueil-mere-enfant" not in verdicts(case)


def test_her_mother_who_fears_it_too_may_leave_with_the_baby(catalogue: Catalogue) -> None:
    sheet: Sheet = {"danger": ["violences", "mineur"], "pour_qui": "mon-enfant", "age": "15", "commune": "74010"}
    home: Sheet = {
        "demande_enfance": ["education"],
        "enfants_a_charge": "moins-de-3-ans",
        "situation_mere": "mere-seule",
    }
    assert "accueil-mere-enfant" in verdicts(ended(catalogue, {**sheet, **home}))


def test_at_17_being_emancipated_decides(catalogue: Catalogue) -> None:
    sheet: Sheet = {
        "danger": "non",
        "pour_qui": "moi",
        "age": "17",
        "demande_enfance": ["education"],
        "mesure_juge": "non",
    }
    sheet |= {"commune": "74010"}
    assert verdicts(ended(catalogue, {**sheet, "emancipe": "oui"}))["aed"] == "probable"
    assert verdicts(ended(catalogue, {**sheet, "emancipe": "non"}))["aed"] == "a-verifier"
    assert "emancipe" not in ended(catalogue, {**sheet, "age": "18"}).path.asked


# A pregnancy of the household


def test_the_husband_is_asked_of_a_pregnancy_in_the_household(catalogue: Catalogue) -> None:
    case = ended(catalogue, {
        "danger": "non", "pour_qui": "moi", "age": "33", "demande_enfance": ["argent", "aide-maison", "lieu-mere-enfant"],
        "enfants_a_charge": "aucun", "enceinte": "oui", "difficultes_famille": ["grossesse"], "ages_enfants": ["a-naitre"],
        "commune": "74010",
    })  # fmt: skip
    assert "foyer" in question(case, "enceinte")
    found = verdicts(case)
    assert found["tisf"] == "probable"
    assert Verdict.UNLIKELY not in {found[aid] for aid in ("allocation-mensuelle", "tisf", "accueil-mere-enfant")}


# My child


def test_the_parent_of_a_disabled_child_of_8_is_asked_about_the_child_alone(catalogue: Catalogue) -> None:
    sheet: Sheet = {
        "danger": "non", "pour_qui": "mon-enfant", "age": "8", "demande_autonomie": ["handicap"],
        "besoins_handicap": ["gestes"], "aides_percues": ["aucune"], "aeeh_complement": "oui",
        "difficultes_gestes": "impossible", "nationalite": "francaise", "commune": "74010",
    }  # fmt: skip
    case = ended(catalogue, sheet, "autonomie")
    assert not {"enfants_a_charge", "enceinte", "situation_sans_enfant", "en_couple"} & set(case.path.asked)
    wording = Wording.of(case)
    put = {fact: question(case, fact) for fact in case.path.asked if fact not in ("danger", "pour_qui")}
    assert {fact: text for fact, text in put.items() if "que vous aidez" in text} == {}
    offered = {option.id for option in wording.options(catalogue.questions["aides_percues"].written)}
    assert offered == {"pch", "aucune"}, "nobody of 8 has the APA or the ASPA"
    needs = {option.id for option in wording.options(catalogue.questions["besoins_handicap"].written)}
    assert not needs & {"enfant", "travail"}
    assert verdicts(case)["pch"] == "probable"


@pytest.mark.parametrize("whom", CHILD)
def test_a_child_of_8_is_never_asked_about_children_or_a_pregnancy(catalogue: Catalogue, whom: str) -> None:
    sheet: Sheet = {"danger": "non", "pour_qui": whom, "age": "8", "demande_autonomie": ["handicap"]}
    case = ended(
        catalogue, {**sheet, "demande_enfance": ["argent", "education", "aide-maison"]}, "enfance", "autonomie"
    )
    assert not {"enfants_a_charge", "enceinte", "situation_sans_enfant", "en_couple"} & set(case.path.asked)


def test_an_adult_of_40_is_not_offered_the_situations_of_the_young(catalogue: Catalogue) -> None:
    case = ended(catalogue, {**FAMILY, "enfants_a_charge": "aucun", "enceinte": "non", "demande_enfance": ["argent"]})
    offered = {option.id for option in Wording.of(case).options(catalogue.questions["situation_sans_enfant"].written)}
    assert offered == {"accueil-temporaire", "aucune"}


# Someone who worries about a child they know


def test_a_neighbour_is_asked_where_the_child_lives_and_reads_both_delays(catalogue: Catalogue) -> None:
    sheet: Sheet = {
        "danger": "non",
        "pour_qui": "enfant-connu",
        "demande_enfance": ["enfant-danger"],
        "cadre_alerte": "prive",
        "situation_enfant": "autre",
        "commune": "74010",
    }
    case = ended(catalogue, sheet)
    assert "vit l’enfant" in question(case, "commune")
    assert verdicts(case) == {"information-preoccupante": "probable", "danger-enfant": "probable"}
    assert len([text for text in said(case) if "trois mois" in text]) == 2
    assert roles(case) == ["sdrip"]
    assert [item.written.number for item in case.emergencies] == ["119"], "on top, and once"


def test_an_aid_with_delays_of_the_persons_own_keeps_the_services_to_its_page(catalogue: Catalogue) -> None:
    case = ended(catalogue, {**FAMILY, "demande_enfance": ["argent"], "objet_aide_financiere": ["ecole"]})
    assert case.checklist.clocks
    assert {clock.deadline.written.who for clock in case.checklist.clocks} == {"vous"}


# A neutral place to see a child
