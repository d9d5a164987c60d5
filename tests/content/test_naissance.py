"""A pregnancy, a small child, an adoption, a birth in secret: how the plan begins, what is asked, what is never said."""

from __future__ import annotations

import re
from statistics import median

import pytest

from engine.content.catalogue import Catalogue
from tests.content.people import Persona, planned, play, with_answers
from tests.content.people import personas as everyone
from tests.content.shared import CONTENT

PEOPLE = {persona.name: persona for persona in everyone()}
FIRST = {
    "Inès, 28 ans, enceinte, veut un suivi": "suivi-grossesse-pmi",
    "Camille, 16 ans, enceinte, ne sait pas quoi décider": "ivg-accompagnement",
    "Sophie, 31 ans, accouchera sans donner son nom": "accouchement-secret",
    "Aude a signé il y a 7 semaines, et veut reprendre son bébé": "reprise-enfant-remis",
    "Lise a signé il y a 4 mois, et regrette": "reprise-enfant-remis",
    "Mehdi, père d’un bébé né en secret le mois dernier": "filiation-pere-naissance-secrete",
    "Julie et Marc, 24 ans, veulent adopter": "agrement-adoption",
    "Yann, 30 ans, adopté, cherche ses origines": "acces-origines",
    "Fatou, mère d’un bébé de 2 mois qui pleure": "consultation-puericultrice",
    "Chantal, tante d’un pupille, lettre reçue il y a 3 semaines": "recours-admission-pupille",
    "Léo, père d’un garçon de 4 ans, l’école parle d’un bilan": "bilan-sante-ecole-maternelle",
    "Nora sort de la maternité, seule avec son bébé": "visite-domicile-pmi",
    "Paul, ses parents ne disent pas ce qu’il faut à l’enfant de 2 ans": "consultation-infantile-pmi",
}
PRESSED = {
    "Aude a signé il y a 7 semaines, et veut reprendre son bébé": "deux mois depuis le jour du papier signé",
    "Mehdi, père d’un bébé né en secret le mois dernier": "passé deux mois",
    "Chantal, tante d’un pupille, lettre reçue il y a 3 semaines": "Trente jours après l’arrivée de la lettre",
}
OWN = (
    "accouchement-secret", "remise-enfant-adoption", "reprise-enfant-remis", "filiation-pere-naissance-secrete",
    "accompagnement-apres-restitution", "levee-secret-identite", "pupille-etat", "recours-admission-pupille",
    "agrement-adoption", "agrement-adoption-suivi", "adoption-enfant-du-conjoint", "accompagnement-famille-adoptante",
    "acces-origines", "suivi-grossesse-pmi", "entretien-prenatal-precoce", "carnet-grossesse-sante",
    "consultation-infantile-pmi", "consultation-puericultrice", "visite-domicile-pmi", "bilan-sante-ecole-maternelle",
    "actions-prevention-collectives",
)  # fmt: skip
NEVER = re.compile(r"abandon|signalement|placement|vous avez droit|isolée", re.IGNORECASE)
TAKE_BACK: Persona = PEOPLE["Aude a signé il y a 7 semaines, et veut reprendre son bébé"]


@pytest.mark.parametrize("name", FIRST)
def test_the_plan_begins_with_one_door_and_a_telephone(catalogue: Catalogue, name: str) -> None:
    plan = planned(catalogue, PEOPLE[name])
    assert plan.first
    assert plan.first.aid.id == FIRST[name]
    assert plan.place
    assert plan.place.referral.phones


@pytest.mark.parametrize("name", PRESSED)
def test_whoever_has_days_left_reads_the_date_first(catalogue: Catalogue, name: str) -> None:
    running = planned(catalogue, PEOPLE[name]).running
    assert running
    assert running.urgent
    assert PRESSED[name] in running.deadline.written.text


def test_who_does_not_know_the_date_is_pressed_all_the_same(catalogue: Catalogue) -> None:
    plan = planned(catalogue, with_answers(TAKE_BACK, signature_pv="nsp"))
    assert plan.first
    assert plan.first.aid.id == "reprise-enfant-remis"
    assert plan.running


@pytest.mark.parametrize("when", ["de-2-a-6-mois", "plus"])
def test_who_signed_long_ago_is_not_told_that_two_months_are_left(catalogue: Catalogue, when: str) -> None:
    plan = planned(catalogue, with_answers(TAKE_BACK, signature_pv=when))
    assert plan.running
    told = [clock.deadline.written.text for clock in plan.case.checklist.clocks]
    assert not [text for text in told if "Vous avez deux mois" in text]
    assert "Passés" in plan.running.deadline.written.text


@pytest.mark.parametrize(("age", "words"), [("17", "parent"), ("18", "Écrivez"), ("nsp", "Écrivez")])
def test_a_minor_is_told_who_must_agree_before_asking_for_the_origins(
    catalogue: Catalogue, age: str, words: str
) -> None:
    step = planned(catalogue, with_answers(PEOPLE["Yann, 30 ans, adopté, cherche ses origines"], age=age)).first_step
    assert step
    assert words in step.text


def test_who_says_nothing_is_pressed_by_no_date(catalogue: Catalogue) -> None:
    plan = planned(catalogue, PEOPLE["Une personne qui vient pour une adoption, sans dire laquelle"])
    assert plan.running is None
    assert plan.place
    assert plan.place.referral.role.id == "direction-enfance-famille"


@pytest.mark.parametrize("when", ["de-2-a-6-mois", "plus", "nsp"])
def test_taking_a_child_back_is_never_said_unlikely(catalogue: Catalogue, when: str) -> None:
    plan = planned(catalogue, with_answers(TAKE_BACK, signature_pv=when))
    assert not plan.unlikely
    assert {"9848", "9852"} <= {
        line
        for item in catalogue.aids["reprise-enfant-remis"].statements["steps"]
        for line in re.findall(r"\d{4}", item.source.lines or "")
    }


def test_the_father_writes_to_the_court_and_to_the_service_the_same_day(catalogue: Catalogue) -> None:
    plan = planned(catalogue, PEOPLE["Mehdi, père d’un bébé né en secret le mois dernier"])
    assert plan.first_step
    assert all(word in plan.first_step.text for word in ("procureur", "ASE", "même jour"))
    roles = {stop.referral.role.id for stop in plan.case.checklist.stops}
    assert {"procureur-naissance", "direction-enfance-famille"} <= roles


def test_secret_and_handing_over_are_never_ranked_by_a_refusal(catalogue: Catalogue) -> None:
    for name in ("accouchement-secret", "remise-enfant-adoption"):
        written = catalogue.aids[name].written
        assert not written.fallback_of
        assert not written.exclusions
        assert not {"accouchement-secret", "remise-enfant-adoption"} & set(written.after)


@pytest.mark.parametrize("name", OWN)
def test_nothing_threatens_nor_shames(name: str) -> None:
    text = (CONTENT / "aides" / "enfance" / f"{name}.yaml").read_text("utf-8").split("pour_agent:")[0]
    assert NEVER.findall(text) == []


def test_neither_age_nor_life_together_is_asked_for_the_agreement_beyond_18(catalogue: Catalogue) -> None:
    couple = PEOPLE["Julie et Marc, 24 ans, veulent adopter"]
    assert not {"en_couple", "nationalite", "ressources_mensuelles"} & set(play(catalogue, couple).asked)
    for age in ("18", "25", "26", "70"):
        plan = planned(catalogue, with_answers(couple, age=age))
        assert [item.aid.id for item in plan.likely] == ["agrement-adoption"]


@pytest.mark.parametrize(
    "name", ["Inès, 28 ans, enceinte, veut un suivi", "Fatou, mère d’un bébé de 2 mois qui pleure"]
)
def test_no_permit_no_income_and_no_insurance_is_asked_at_the_clinic(catalogue: Catalogue, name: str) -> None:
    assert not {"nationalite", "titre_sejour", "ressources_mensuelles"} & set(play(catalogue, PEOPLE[name]).asked)


def test_little_is_asked(catalogue: Catalogue) -> None:
    asked = [len(play(catalogue, PEOPLE[name]).asked) for name in FIRST]
    assert median(asked) <= 6
    assert max(asked) <= 7
