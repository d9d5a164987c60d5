"""Those who fear for a child, or are one: the numbers first, few questions, one thing to do, and no story to tell."""

from __future__ import annotations

from pathlib import Path
from statistics import median

import pytest

from engine.case.plan import Plan
from engine.content.catalogue import Catalogue
from engine.content.strict_yaml import load_yaml
from tests.content.people import Persona, play

WRITTEN = load_yaml(Path(__file__).parent, "personas_danger.yaml", tuple[Persona, ...])
PEOPLE = {persona.name: persona for persona in WRITTEN.value}
CHILDREN = [name for name in PEOPLE if name.startswith(("Lina", "Noé", "Maya", "Amadou"))]
FIRST = {
    "Lina, 13 ans, frappée par son beau-père": "information-preoccupante",
    "Noé, 15 ans, ça va mal chez lui": "information-preoccupante",
    "Maya, 16 ans, partie de chez elle": "accueil-urgence",
    "Une voisine, des cris le soir": "information-preoccupante",
    "Une institutrice, un élève a des traces de coups": "information-preoccupante",
    "Une mère dont le fils de 14 ans n’est pas rentré": "accueil-urgence",
    "Inès, à bout, peur de faire du mal à son bébé": "tisf",
    "Un couple prévenu d’une alerte sur son fils": "information-preoccupante",
}


@pytest.mark.parametrize("name", FIRST)
def test_the_plan_begins_with_what_answers_most(catalogue: Catalogue, name: str) -> None:
    plan = Plan(play(catalogue, PEOPLE[name]).case)
    assert plan.first
    assert plan.first.aid.id == FIRST[name]
    assert plan.place
    assert len(plan.aids) <= 5


def test_little_is_asked_and_no_story(catalogue: Catalogue) -> None:
    asked = [play(catalogue, persona).asked for persona in PEOPLE.values()]
    assert median(map(len, asked)) <= 6
    assert max(map(len, asked)) <= 12
    for fact in {fact for facts in asked for fact in facts}:
        assert catalogue.questions[fact].written.kind in ("choix", "choix-multiple", "oui-non", "nombre", "commune")


@pytest.mark.parametrize("name", CHILDREN)
def test_a_child_is_told_119_first_and_is_asked_nothing_of_the_parents(catalogue: Catalogue, name: str) -> None:
    played = play(catalogue, PEOPLE[name])
    assert played.numbers[0] == "119"
    assert not {"accord_accueil", "accord_parents", "mesure_juge", "cadre_alerte"} & set(played.asked)
    assert len(played.asked) <= 7


def test_a_neighbour_is_offered_no_aid_of_the_family(catalogue: Catalogue) -> None:
    plan = Plan(play(catalogue, PEOPLE["Une voisine, des cris le soir"]).case)
    assert [item.aid.id for item in plan.aids] == ["information-preoccupante"]


def test_no_number_that_is_on_top_is_the_place_to_go(catalogue: Catalogue) -> None:
    """The number to call is said once: the plan goes on with what comes after."""
    for name, persona in PEOPLE.items():
        case = play(catalogue, persona).case
        place = Plan(case).place
        on_top = {item.written.number for item in case.emergencies}
        assert place is None or not on_top & {office.phone for office in place.referral.phones}, name
