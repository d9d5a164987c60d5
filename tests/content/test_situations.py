"""Everyday situations: from each, the questions end on a plan whose first aid is the one that a helper would name."""

from __future__ import annotations

from collections import Counter

import pytest

from engine.case.case import Case
from engine.case.plan import Plan
from engine.content.answers import Written, read_answer, read_answers
from engine.content.catalogue import Catalogue
from tests.content.conftest import DAY
from tests.content.people import USUAL

MOST_IN_VIEW = 8  # sentences under one theme
MOST_OF_FOUR_NEEDS = 20
# Each situation: what the person answers beside the usual, and the aid to ask for first; the rest is not known.
JOURNEYS: dict[str, tuple[dict[str, Written], str]] = {
    "retard-de-loyer": (
        {"garant_logement": "aucun", "occupation_logement": "locataire", "difficultes_logement": ["aucune"]},
        "fsl-impaye-loyer",
    ),
    "lettre-huissier": (
        {"occupation_logement": "locataire", "garant_logement": "aucun", "etape_expulsion": "commandement"},
        "fsl-impaye-loyer",
    ),
    "facture-electricite": (
        {"factures_energie": ["actuelle"], "fsl_deja_recu": ["aucune"]},
        "fsl-impaye-energie",
    ),
    "argent-pour-entrer": (
        {
            "logement_entree": "location",
            "bail_debut": "pas-commence",
            "garant_logement": "particulier",
            "fsl_deja_recu": ["aucune"],
            "difficultes_logement": ["aucune"],
        },
        "fsl-acces-aide-financiere",
    ),
    "logement-social": ({"age": "30"}, "logement-reserve-departement"),
    "trop-avec-les-petits": (
        {"age": "30", "ages_enfants": ["moins-de-2"], "difficultes_famille": ["quotidien"]},
        "tisf",
    ),
    "disputes-avec-un-enfant": ({"age": "13", "difficultes_famille": ["education"], "mesure_juge": "non"}, "aed"),
    "bebe-sans-medecin": ({"age": "1", "enfant_moins_6_ans": "oui"}, "consultation-infantile-pmi"),
    "revoir-son-enfant": ({"age": "8", "decision_visite": "jaf", "mesure_jaf": "residence"}, "espace-rencontre"),
    "peur-des-services-sociaux": ({"age": "30", "etape_mesure": ["peur"]}, "droit-accord-parental"),
    "peur-pour-un-enfant": ({"age": "9"}, "information-preoccupante"),
    "toilette-d-une-mere": ({"age": "82", "difficultes_quotidien": ["se-laver", "se-deplacer"]}, "apa-domicile"),
    "aidant-epuise": (
        {"age": "84", "difficultes_quotidien": ["se-laver", "se-reperer"], "accueil_souhaite": ["jour-agees"]},
        "apa-domicile",
    ),
    "maison-de-retraite-trop-chere": (
        {
            "age": "88",
            "aides_percues": ["apa"],
            "lieu_de_vie": "ehpad",
            "domicile_avant": "haute-savoie",
            "entree_lieu": "plus-de-3-mois",
            "frais_sejour": "trop-chers-habilite",
            "difficultes_quotidien": ["gir-fixe"],
            "gir": "3",
        },
        "ash-pa",
    ),
    "enfant-handicape": (
        {
            "age": "8",
            "difficultes_gestes": "impossible",
            "besoins_handicap": ["surveillance", "gestes"],
            "aeeh_complement": "oui",
            "pch_avant_20": "non",
        },
        "pch",
    ),
    "marcher-et-tenir-debout": ({"age": "70", "difficultes_quotidien": ["se-deplacer"]}, "cmi-invalidite"),
    "finir-le-mois": (
        {"age": "40", "enfants_a_charge": "ni-enfant-ni-grossesse", "reste_a_manger": "rien"},
        "fdasf",
    ),
    "depense-qui-bloque": (
        {
            "age": "40",
            "enfants_a_charge": "ni-enfant-ni-grossesse",
            "depense": ["permis"],
            "revenus": ["rsa"],
            "action_insertion": "en-cours",
        },
        "fdpi",
    ),
    "plus-aucun-revenu": (
        {
            "age": "42",
            "revenus": ["rien"],
            "activites": ["sans-emploi"],
            "enfants_a_charge": "ni-enfant-ni-grossesse",
            "ressources_mensuelles": "0",
        },
        "rsa",
    ),
    "lettre-sur-le-rsa": ({"sujet_rsa": ["baisse"], "reception_rsa": "moins-de-2-mois"}, "rsa-recours"),
    "pilule-en-secret": ({}, "contraception-gratuite"),
    "enceinte-sans-savoir": ({}, "ivg-accompagnement"),
    "dentiste-refuse-la-c2s": ({"soin_urgent": "non", "soignant": "departement"}, "refus-soins-discriminatoire"),
    "rapport-sans-protection": ({}, "contraception-gratuite"),
    "arreter-une-grossesse": ({}, "ivg-accompagnement"),
    "couple-qui-va-mal": ({}, "conseil-conjugal-familial"),
    "vaccins-d-un-enfant": ({"besoin_vaccin": ["moins-de-6-ans"]}, "consultation-infantile-pmi"),
    "soignant-trop-cher": ({"motif_soins": "aucune"}, "depassement-honoraires-abusif"),
}


def test_each_situation_has_its_journey(catalogue: Catalogue) -> None:
    assert list(JOURNEYS) == list(catalogue.situations)
    opened = {need for item in catalogue.situations.values() for need in item.needs}
    assert opened == set(catalogue.open_needs)


def test_nobody_faces_a_long_list(catalogue: Catalogue) -> None:
    """Whoever does not know opens one theme, and reads a few sentences there."""
    under = Counter(item.needs[0] for item in catalogue.situations.values())
    assert max(under.values()) <= MOST_IN_VIEW
    assert sum(under[need] for need in ("logement", "enfance", "autonomie", "budget")) <= MOST_OF_FOUR_NEEDS


@pytest.mark.parametrize(("step", "first"), [("convocation", "ap2a"), ("jugement", "fsl-impaye-loyer")])
def test_one_sentence_on_eviction_leads_where_the_letter_says(catalogue: Catalogue, step: str, first: str) -> None:
    sheet, _ = JOURNEYS["lettre-huissier"]
    plan, _ = journey(catalogue, "lettre-huissier", {**sheet, "etape_expulsion": step})
    assert plan.first
    assert plan.first.aid.id == first


@pytest.mark.parametrize("name", JOURNEYS)
def test_the_first_aid_is_the_one_that_is_meant(catalogue: Catalogue, name: str) -> None:
    sheet, first = JOURNEYS[name]
    plan, asked = journey(catalogue, name, sheet)
    situation = catalogue.situations[name]
    assert asked[0] == "danger", "nobody is spared this question"
    assert not set(asked) & set(situation.answers), "what it says is not asked again"
    assert set(situation.answers) <= set(plan.case.path.asked), "all that it says counts"
    assert plan.first is not None
    assert plan.first.aid.id == first
    assert plan.place is not None


def journey(catalogue: Catalogue, name: str, sheet: dict[str, Written]) -> tuple[Plan, list[str]]:
    """The plan that a situation ends on, and what it asks on the way."""
    situation = catalogue.situations[name]
    case = Case(catalogue, situation.needs, read_answers(catalogue, situation.answers), DAY)
    asked: list[str] = []
    while (fact := case.path.next) is not None:
        assert fact not in asked
        asked.append(fact)
        case = case.with_answer(fact, read_answer(catalogue, fact, {**USUAL, **sheet}.get(fact, "nsp")))
    return Plan(case), asked
