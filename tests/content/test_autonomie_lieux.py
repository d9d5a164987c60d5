"""Where one lives, or will live: whoever pays, what runs first, what cannot go together."""

from __future__ import annotations

import pytest

from engine.case.case import Case
from engine.content.answers import Written, read_answers
from engine.content.catalogue import Catalogue
from tests.content.people import Outcome, Persona, play

Sheet = dict[str, Written]

HERE: Sheet = {"danger": "non", "pour_qui": "moi", "commune": "74010", "nationalite": "francaise"}
CARE_HOME: Sheet = {
    **HERE, "demande_autonomie": ["etablissement"], "age": "85", "lieu_de_vie": "ehpad", "entree_lieu": "moins-de-2-mois",
    "domicile_avant": "haute-savoie", "frais_sejour": "trop-chers-habilite", "difficultes_quotidien": ["gir-fixe"],
    "gir": "2", "en_couple": "non", "aides_percues": ["aucune"],
}  # fmt: skip
HOSTED: Sheet = {
    **HERE, "demande_autonomie": ["famille-accueil"], "projet_accueil": ["famille"], "age": "80",
    "lieu_de_vie": "famille-accueil", "entree_lieu": "moins-de-2-mois", "domicile_avant": "haute-savoie",
    "lien_accueillant": "non", "accueil_payable": "non", "difficultes_quotidien": ["gir-fixe"], "gir": "3",
}  # fmt: skip
HOSTEL: Sheet = {
    **HERE, "demande_autonomie": ["foyer"], "lieu_handicap": "foyer-vie", "orientation_cdaph": "oui", "age": "24",
    "lieu_de_vie": "domicile",
}  # fmt: skip
AT_HOME: Sheet = {
    **HERE, "demande_autonomie": ["accompagnement"], "age": "30", "orientation_cdaph": "oui", "lieu_de_vie": "domicile",
    "suivi_actuel": "non",
}  # fmt: skip

PLACES = ("ash-", "accueil-", "agrement", "hebergement-", "uhr-", "savs", "satthav", "avp", "autorisation", "complement",
          "obligation", "recuperation")  # fmt: skip


def leave(catalogue: Catalogue, sheet: Sheet) -> Case:
    """What someone leaves with who is asked nothing idle and answers from this sheet."""
    read_answers(catalogue, sheet)
    return play(catalogue, Persona(name="", needs=("autonomie",), sheet=sheet, expected=Outcome(verdicts={}))).case


def verdict(case: Case, aid: str) -> str:
    return str(next(item.verdict for item in case.assessments if item.aid.id == aid))


def clocks(case: Case, *, urgent: bool) -> list[str]:
    return [clock.deadline.written.text for clock in case.checklist.clocks if clock.urgent == urgent]


def papers(case: Case) -> dict[str, bool]:
    return {item.document.id: item.certain for item in case.checklist.documents}


# Where one lived before


@pytest.mark.parametrize("aid", ["ash-pa", "apa-etablissement"])
def test_forty_years_in_chambery_then_a_care_home_of_annecy(catalogue: Catalogue, aid: str) -> None:
    assert verdict(leave(catalogue, CARE_HOME), aid) == "probable"
    assert verdict(leave(catalogue, {**CARE_HOME, "domicile_avant": "ailleurs"}), aid) == "a-verifier"
    assert verdict(leave(catalogue, {**CARE_HOME, "domicile_avant": "nsp"}), aid) == "a-verifier"


def test_years_in_the_care_home_change_nothing_to_where_one_came_from(catalogue: Catalogue) -> None:
    found = leave(catalogue, {**CARE_HOME, "domicile_avant": "ailleurs", "entree_lieu": "plus-de-3-mois"})
    assert (verdict(found, "ash-pa"), verdict(found, "apa-etablissement")) == ("a-verifier", "a-verifier")


def test_whoever_comes_from_elsewhere_is_told_to_hand_in_here_and_who_decides(catalogue: Catalogue) -> None:
    found = leave(catalogue, {**CARE_HOME, "domicile_avant": "ailleurs"})
    assert verdict(found, "domicile-secours-transmission") == "probable"
    assert "mairie-ccas" in [stop.referral.role.id for stop in found.checklist.stops if stop.submit]


def test_a_care_home_of_chambery_leaves_annecy_in_charge(catalogue: Catalogue) -> None:
    found = leave(catalogue, {**CARE_HOME, "commune": "hors-74"})
    assert verdict(found, "ash-pa") == "probable"
    assert verdict(found, "domicile-secours-transmission") == "non-concerne"


def test_a_host_family_gives_no_new_domicile(catalogue: Catalogue) -> None:
    assert verdict(leave(catalogue, HOSTED), "ash-accueil-familial-pa") == "probable"
    assert (
        verdict(leave(catalogue, {**HOSTED, "domicile_avant": "ailleurs"}), "ash-accueil-familial-pa") == "a-verifier"
    )


def test_a_hostel_gives_no_new_domicile(catalogue: Catalogue) -> None:
    inside = {**HOSTEL, "lieu_de_vie": "foyer-handicap", "domicile_avant": "ailleurs"}
    assert verdict(leave(catalogue, HOSTEL), "ash-ph-foyer-vie") == "probable"
    assert verdict(leave(catalogue, inside), "ash-ph-foyer-vie") == "a-verifier"


def test_whoever_still_lives_at_home_is_not_asked_where_they_lived_before(catalogue: Catalogue) -> None:
    asked = leave(catalogue, {**CARE_HOME, "lieu_de_vie": "domicile"}).path.asked
    assert not {"domicile_avant", "entree_lieu"} & set(asked)


# Facts that decide, asked before « probable »


@pytest.mark.parametrize("aid", ["accueil-familial", "ash-accueil-familial-pa", "apa-accueil-familial"])
def test_a_niece_is_no_accueillant_familial(catalogue: Catalogue, aid: str) -> None:
    assert verdict(leave(catalogue, {**HOSTED, "lien_accueillant": "oui"}), aid) == "peu-probable"


def test_a_host_of_unknown_kin_is_never_likely(catalogue: Catalogue) -> None:
    found = leave(catalogue, {**HOSTED, "lieu_de_vie": "domicile", "lien_accueillant": "nsp"})
    assert verdict(found, "accueil-familial") == "a-verifier"


def test_ninety_days_are_used_up(catalogue: Catalogue) -> None:
    stay = {**HERE, "demande_autonomie": ["accueil-jour"], "age": "85", "aides_percues": ["apa"]}
    older = {**stay, "accueil_souhaite": ["sejour-agees"]}
    assert (
        verdict(leave(catalogue, {**older, "jours_accueil": "moins-de-90"}), "hebergement-temporaire-apa") == "probable"
    )
    assert (
        verdict(leave(catalogue, {**older, "jours_accueil": "90-ou-plus"}), "hebergement-temporaire-apa")
        == "peu-probable"
    )
    assert (
        verdict(leave(catalogue, {**older, "jours_accueil": "90-ou-plus"}), "hebergement-temporaire-ash")
        == "a-verifier"
    )
    disabled = {**stay, "age": "35", "accueil_souhaite": ["sejour-handicap"]}
    assert verdict(leave(catalogue, {**disabled, "jours_accueil": "nsp"}), "accueil-temporaire-ph") == "a-verifier"


def test_a_young_worker_without_a_place_in_an_esat_does_not_stay_for_a_hostel(catalogue: Catalogue) -> None:
    creton = {**HOSTEL, "lieu_handicap": "creton", "age": "21"}
    assert (
        verdict(leave(catalogue, {**creton, "orientation_creton": "hebergement-esat"}), "ash-ph-creton") == "probable"
    )
    waiting = {**creton, "orientation_creton": "hebergement-sans-esat"}
    assert verdict(leave(catalogue, waiting), "ash-ph-creton") == "a-verifier"


# What is already there, and what cannot go together


def test_a_samsah_already_comes(catalogue: Catalogue) -> None:
    found = leave(catalogue, {**AT_HOME, "suivi_actuel": "samsah"})
    assert (verdict(found, "savs"), verdict(found, "samsah")) == ("a-verifier", "deja-recue")


def test_a_savs_already_comes(catalogue: Catalogue) -> None:
    found = leave(catalogue, {**AT_HOME, "suivi_actuel": "savs"})
    assert verdict(found, "savs") == "deja-recue"
    assert "decision-orientation-mdph" not in papers(found)


def test_support_at_home_and_a_hostel_are_not_both_likely(catalogue: Catalogue) -> None:
    found = leave(catalogue, {**AT_HOME, **HOSTEL, "demande_autonomie": ["foyer", "accompagnement"]})
    assert (verdict(found, "ash-ph-foyer-vie"), verdict(found, "savs")) == ("probable", "a-verifier")


def test_rules_of_age_and_of_disability_are_not_both_likely(catalogue: Catalogue) -> None:
    both = {
        **CARE_HOME,
        "age": "67",
        "demande_autonomie": ["etablissement", "handicap"],
        "taux_incapacite": "80-ou-plus",
    }
    found = leave(catalogue, both)
    assert (verdict(found, "ash-pa"), verdict(found, "ash-ph-ehpad")) == ("a-verifier", "a-verifier")


def test_the_care_home_is_already_paid_by_aide_sociale(catalogue: Catalogue) -> None:
    found = leave(catalogue, {**CARE_HOME, "frais_sejour": "aide-sociale"})
    assert verdict(found, "ash-pa") == "deja-recue"
    assert not {"dossier-familial-aide-sociale", "livret-de-famille", "liste-obliges-alimentaires"} & set(papers(found))
    assert verdict(found, "autorisation-charges-ponctuelles") == "probable"


# Deadlines


def test_two_months_come_before_three(catalogue: Catalogue) -> None:
    months = [text for text in clocks(leave(catalogue, CARE_HOME), urgent=True) if "mois" in text]
    assert [("2 mois" in text, "3 mois" in text) for text in months] == [(True, False), (False, True)]


@pytest.mark.parametrize("sheet", [CARE_HOME, HOSTED, {**HOSTEL, "lieu_de_vie": "foyer-handicap"}])
def test_no_time_presses_before_the_entry_nor_years_after(catalogue: Catalogue, sheet: Sheet) -> None:
    after_entry = "après l’entrée"
    inside = leave(catalogue, {**sheet, "entree_lieu": "moins-de-2-mois"})
    assert any(after_entry in text for text in clocks(inside, urgent=True))
    for change in ({"lieu_de_vie": "domicile"}, {"entree_lieu": "plus-de-3-mois"}, {"entree_lieu": "nsp"}):
        assert not any(after_entry in text for text in clocks(leave(catalogue, {**sheet, **change}), urgent=True))


@pytest.mark.parametrize("aid", ["accueil-de-jour-pa", "hebergement-temporaire-apa", "uhr-apa"])
def test_an_apa_plan_not_yet_made_does_not_press_and_may_be_sent_late(catalogue: Catalogue, aid: str) -> None:
    plans = [item.written for item in catalogue.aids[aid].deadlines if "plan" in item.written.text]
    assert [(plan.stage, plan.urgent) for plan in plans] == [("a-la-demande", False)] * 2
    assert "quand même" in plans[1].text


@pytest.mark.parametrize("subject", ["famille", "succession", "conjoint"])
def test_a_letter_of_unknown_date_does_not_press(catalogue: Catalogue, subject: str) -> None:
    asked = {**HERE, "demande_autonomie": ["argent"], "sujet_argent": [subject]}
    assert clocks(leave(catalogue, asked), urgent=True) == []


def test_every_two_months_to_contest_start_at_the_reception(catalogue: Catalogue) -> None:
    """Of the aids of this part: the day a letter arrives counts, not the day it is written."""
    mine = [aid for aid in catalogue.aids.values() if aid.needs == ("autonomie",) and aid.id.startswith(PLACES)]
    loose = [
        f"{aid.id} : {item.written.text}"
        for aid in mine
        for item in (*aid.deadlines, *aid.statements["appeal"])
        if "2 mois" in item.written.text and ("contest" in item.written.text.lower())
        if not any(word in item.written.text for word in ("réception", "reçu"))
    ]
    assert len(mine) > 20
    assert loose == []


# Fifteen years in France


def test_fifteen_years_in_france_do_not_open_a_care_home(catalogue: Catalogue) -> None:
    """They stand for the residence permit of an old person at home only, whatever else is looked for."""
    asked = {
        **CARE_HOME,
        "demande_autonomie": ["etablissement", "aide-domicile"],
        "nationalite": "autre",
        "titre_sejour": "non",
    }
    found = leave(catalogue, {**asked, "gir": "6", "ressources_mensuelles": "900"})
    assert (verdict(found, "ash-pa"), verdict(found, "aide-menagere-pa")) == ("peu-probable", "a-verifier")


def test_fifteen_years_in_france_are_to_be_proved(catalogue: Catalogue) -> None:
    asked: Sheet = {
        **HERE, "demande_autonomie": ["aide-domicile"], "age": "72", "difficultes_quotidien": ["gir-fixe"], "gir": "6",
        "en_couple": "non", "ressources_mensuelles": "900", "nationalite": "autre", "titre_sejour": "non",
    }  # fmt: skip
    assert papers(leave(catalogue, asked)).get("preuves-15-ans-france") is True
    assert "preuves-15-ans-france" not in papers(leave(catalogue, {**asked, "titre_sejour": "oui"}))
    assert "preuves-15-ans-france" not in papers(leave(catalogue, {**asked, "nationalite": "francaise"}))


# What must be left to live on


@pytest.mark.parametrize("question", ["accueil_payable", "frais_sejour"])
def test_whoever_counts_what_they_can_pay_is_told_what_must_be_left(catalogue: Catalogue, question: str) -> None:
    """Not the tenth of an income: at least 12 % of the ASPA, or 30 % of the AAH, once taxes and insurance are paid."""
    told = catalogue.questions[question].written.help or ""
    assert all(said in told for said in ("{bareme.aspa_12}", "{bareme.aah_30}", "impôts", "famille"))
