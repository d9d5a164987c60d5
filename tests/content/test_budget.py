"""People whose money is short: the first aid of their plan, the sentence it begins with, and how much they are asked."""

from __future__ import annotations

from statistics import median

import pytest

from engine.case.plan import Plan, Turn
from engine.content.catalogue import Catalogue
from tests.content.people import Persona, personas, play

PEOPLE = {persona.name: persona for persona in personas() if "budget" in persona.needs}
HUNGRY_HERE = "Appelez aujourd’hui le pôle médico-social, et dites : plus rien à manger."
HUNGRY_YOUNG = "Appelez aujourd’hui la Mission locale, et dites : plus rien à manger."
SEE = "Prenez rendez-vous avec un travailleur social."
SUPPORT = "Demandez au pôle médico-social « un accompagnement pour le budget »."
CHILDREN = "Parlez-en au travailleur social ou au service Enfance."
FIRST = {
    "Karim, 40 ans, seul, plus rien à manger": ("fdasf", HUNGRY_HERE),
    "Aminata, 30 ans, seule avec deux enfants, plus rien à manger": ("allocation-mensuelle", HUNGRY_HERE),
    "Sonia et Luis, 35 ans, deux enfants, ne finissent pas le mois": ("allocation-mensuelle", SEE),
    "Enzo, 20 ans, suivi par la Mission locale, sans famille": ("faj", HUNGRY_YOUNG),
    "Jade, 20 ans, étudiante, plus rien à manger": ("allocation-mensuelle", HUNGRY_HERE),
    "La même, le jour de ses 21 ans": ("allocation-mensuelle", HUNGRY_HERE),
    "Tom et Zoé, 23 ans, en couple sans enfant, sans suivi": ("faj", "Demandez un rendez-vous à la Mission locale."),
    "Nadia, 34 ans, au RSA, une formation commence, sans permis": ("fdpi", "Parlez-en à votre référent RSA."),
    "Sofia, 29 ans, au RSA avec un enfant, voiture en panne": ("fdpi", "Parlez-en à votre référent RSA."),
    "Paul, 70 ans, retraité, lunettes trop chères": ("fdasf", SEE),
    "Élodie, 38 ans, mère, la cantine à payer, un salaire": ("allocation-mensuelle", SEE),
    "Michel n’ouvre plus ses lettres": ("aeb", "Apportez vos lettres au pôle médico-social, même fermées."),
    "Yvette, 66 ans, ne se chauffe plus, ses aides partent trop vite": ("aeb", SUPPORT),
    "Leïla, dont les enfants manquent à cause du budget": ("maesf", CHILDREN),
    "Bilal, sans titre de séjour, trois enfants, plus rien à manger": ("allocation-mensuelle", HUNGRY_HERE),
    "Marguerite, des dettes, dans le rouge chaque mois": ("aeb", SUPPORT),
    "Victor, des dettes et rien d’autre à dire": ("aeb", SUPPORT),
    "Rachid, loyer en retard, dans le rouge chaque mois": ("asll-maintien", SEE),
    "Monique, 45 ans, électricité impayée et frigo vide": ("fdasf", HUNGRY_HERE),
    "Inès, 24 ans, un bébé, convocation au tribunal, plus de lettres ouvertes": (
        "ap2a",
        "Appelez aujourd’hui le pôle médico-social, avec la convocation.",
    ),
    "Carole, deux enfants, veut de l’argent par les deux portes": ("allocation-mensuelle", SEE),
}
OTHER_FUNDS = ("allocation-mensuelle", "faj", "fdpi")
MOST = {1: (10, 14), 2: (14, 16)}  # median and worst, for one need and for two


@pytest.mark.parametrize("name", FIRST)
def test_the_plan_names_one_request_and_how_to_begin(catalogue: Catalogue, name: str) -> None:
    plan = Plan(play(catalogue, PEOPLE[name]).case)
    assert plan.first
    assert plan.first_step
    assert (plan.first.aid.id, plan.first_step.text) == FIRST[name]
    assert plan.place
    assert plan.place.referral.phones


def test_one_fund_at_a_time(catalogue: Catalogue) -> None:
    """Whoever has one fund likely is told of the social fund only if the answer is no."""
    for persona in PEOPLE.values():
        plan = Plan(play(catalogue, persona).case)
        for item in plan.aids:
            if item.aid.id == "fdasf" and plan.first and plan.first.aid.id in OTHER_FUNDS:
                assert item.turn is Turn.FALLBACK, persona.name


@pytest.mark.parametrize("needs", MOST)
def test_little_is_asked(catalogue: Catalogue, needs: int) -> None:
    asked = [len(play(catalogue, persona).asked) for persona in PEOPLE.values() if len(persona.needs) == needs]
    usual, worst = MOST[needs]
    assert median(asked) <= usual
    assert max(asked) <= worst


def asked(catalogue: Catalogue, *names: str) -> list[tuple[str, ...]]:
    return [play(catalogue, PEOPLE[name]).asked for name in names]


def test_nobody_who_asks_for_the_allowance_alone_is_asked_of_a_residence_permit(catalogue: Catalogue) -> None:
    (found,) = asked(catalogue, "Élodie, 38 ans, mère, la cantine à payer, un salaire")
    assert "nationalite" not in found


def test_the_costs_are_asked_once_for_two_needs(catalogue: Catalogue) -> None:
    (found,) = asked(catalogue, "Carole, deux enfants, veut de l’argent par les deux portes")
    assert "objet_aide_financiere" not in found


def test_what_another_need_asks_is_not_asked_here(catalogue: Catalogue) -> None:
    other = {need.demand for name, need in catalogue.needs.items() if name != "budget"}
    for persona in PEOPLE.values():
        if persona.needs == ("budget",):
            assert not other & set(play(catalogue, persona).asked), persona.name


def test_someone_without_a_permit_keeps_the_allowance(catalogue: Catalogue) -> None:
    persona: Persona = PEOPLE["Bilal, sans titre de séjour, trois enfants, plus rien à manger"]
    plan = Plan(play(catalogue, persona).case)
    assert [item.aid.id for item in plan.aids] == ["allocation-mensuelle"]
