"""Families who accept help, mothers without a roof, young adults: one call, one card, and how to begin."""

from __future__ import annotations

from statistics import median

import pytest

from engine.case.plan import Plan, Turn
from engine.content.catalogue import Catalogue
from engine.content.strict_yaml import load_yaml
from tests.content.childhood import Sheet, ended, verdicts
from tests.content.people import Persona, play
from tests.content.shared import CONTENT

PEOPLE = {
    persona.name: persona
    for persona in load_yaml(CONTENT.parent / "tests" / "content", "personas_appui.yaml", tuple[Persona, ...]).value
}
CALL = "Appelez le service social du secteur."
ROOF = "Appelez le 115 pour ce soir, puis la PMI dès aujourd’hui."
# By person: the aids of the first card, and the sentence to begin with.
FIRST: dict[str, tuple[list[str], str]] = {
    "Mina, 27 ans, épuisée, un bébé de trois semaines": (["tisf"], CALL),
    "Les parents de Malo, 12 ans, qui ne va plus à l’école": (["aja", "aed"], CALL),
    "Éric, père seul, enfants de 4 et 9 ans, les nuits l’épuisent": (["aide-domicile-hebergement", "tisf"], CALL),
    "Nora sera opérée, et n’a personne pour ses enfants": (
        ["accueil-provisoire"],
        "Appelez le service social aujourd’hui, et dites la date de l’absence.",
    ),
    "Odette, 66 ans, élève son petit-fils de 6 ans": (["aide-domicile-hebergement", "tisf", "aed", "aja"], CALL),
    "Awa, 24 ans, enceinte, sans toit ce soir": (["accueil-mere-enfant"], ROOF),
    "Lola, 16 ans, enceinte, ses parents ne savent pas": (
        ["accueil-mineure-mere"],
        "Appelez la PMI, et demandez une sage-femme.",
    ),
    "Bastien, père seul avec un bébé, cherche un toit avec lui": (["tisf", "aed"], CALL),
    "Inaya, avec un bébé, vit avec un conjoint violent": (
        ["accueil-mere-enfant"],
        "Appelez la PMI ou le service social, aujourd’hui.",
    ),
    "Théo, 18 ans, mis à la porte, dort dehors": (
        ["accueil-jeune-majeur"],
        "Appelez le 115 pour ce soir, puis le service social.",
    ),
    "Julie, 20 ans et 11 mois, quitte le foyer": (
        ["entretien-autonomie-ase", "sante-jeunes-ase", "allocations-enfant-confie"],
        "Demandez à votre éducateur un rendez-vous pour préparer la suite.",
    ),
    "Sami, 20 ans, sorti du foyer il y a huit mois, sans revenu": (
        ["accueil-jeune-majeur"],
        "Appelez le service social, et dites\u00a0: accueil jeune majeur.",
    ),
    "Un voisin de 17 ans, que sa famille ne soutient plus": (
        ["mineur-non-accompagne", "information-preoccupante"],
        "Appelez le 119\u00a0: un mineur seul doit être protégé.",
    ),
    "Kylian, 17 ans, confié, inquiet pour ses 18 ans": (
        ["entretien-autonomie-ase", "parrainage-mentorat", "sante-jeunes-ase", "allocations-enfant-confie"],
        "Demandez la date de l’entretien des 17 ans au service Enfance.",
    ),
    "Ana et Paul, à bout avec leur fils de 14 ans, veulent souffler": (["accueil-provisoire"], CALL),
    "Un juge a décidé un suivi, et la mère demande encore de l’aide": (["aed"], CALL),
}
ONE_CALL = {"aed", "tisf", "aja", "aide-domicile-hebergement"}


@pytest.mark.parametrize("name", FIRST)
def test_the_plan_names_one_call_and_how_to_begin(catalogue: Catalogue, name: str) -> None:
    plan = Plan(play(catalogue, PEOPLE[name]).case)
    assert plan.first
    assert plan.first_step
    assert ([aid.id for aid in plan.first.aids], plan.first_step.text) == FIRST[name]
    assert plan.place
    assert plan.place.referral.phones


def test_everyone_has_a_plan_here() -> None:
    assert set(PEOPLE) == set(FIRST)


def test_help_at_home_never_takes_two_cards(catalogue: Catalogue) -> None:
    for persona in PEOPLE.values():
        plan = Plan(play(catalogue, persona).case)
        cards = [item for item in plan.aids if ONE_CALL & {aid.id for aid in item.aids}]
        assert len(cards) <= 1, persona.name
        assert len(plan.aids) <= 5, persona.name


def test_little_is_asked(catalogue: Catalogue) -> None:
    asked = [len(play(catalogue, persona).asked) for persona in PEOPLE.values()]
    assert median(asked) <= 8
    assert max(asked) <= 10


@pytest.mark.parametrize(("age", "aja"), [("1", None), ("2", "a-verifier"), ("6", "probable"), ("18", None)])
def test_a_child_who_soon_changes_age_is_not_turned_away(catalogue: Catalogue, age: str, aja: str | None) -> None:
    sheet: Sheet = {
        "danger": "non", "pour_qui": "mon-enfant", "age": age, "demande_enfance": ["education"], "mesure_juge": "non",
        "difficultes_famille": ["ecole"], "ages_enfants": ["de-18-a-20"], "commune": "74010",
    }  # fmt: skip
    assert verdicts(ended(catalogue, sheet)).get("aja") == aja


def test_the_fund_for_the_young_is_asked_for_at_the_same_time(catalogue: Catalogue) -> None:
    """Help before 21 is lost by waiting for another answer."""
    aid = catalogue.aids["accueil-jeune-majeur"]
    assert (aid.written.after, aid.written.fallback_of) == ((), ())
    (told,) = [item for item in aid.statements["steps"] if "même temps" in item.written.text]
    assert told.written.see == "faj"


@pytest.mark.parametrize("persona", ["Julie, 20 ans et 11 mois, quitte le foyer", "Sami, 20 ans, sorti du foyer"])
def test_at_20_the_birthday_that_ends_it_is_said(catalogue: Catalogue, persona: str) -> None:
    (name,) = [known for known in PEOPLE if known.startswith(persona)]
    plan = Plan(play(catalogue, PEOPLE[name]).case)
    told = [item.written.text for card in plan.held for item in plan.to_do(card.aid)]
    told += [plan.running.deadline.written.text] if plan.running else []
    assert "21 ans" in told[0]


def test_a_judge_is_never_what_follows_a_refusal(catalogue: Catalogue) -> None:
    for persona in PEOPLE.values():
        for item in Plan(play(catalogue, persona).case).aids:
            assert item.turn is not Turn.FALLBACK or item.aid.id == "accueil-mere-enfant", persona.name


def test_the_father_is_told_what_exists(catalogue: Catalogue) -> None:
    plan = Plan(play(catalogue, PEOPLE["Bastien, père seul avec un bébé, cherche un toit avec lui"]).case)
    (card,) = plan.unlikely
    told = [item.written.text for item in plan.told(card.aid, "steps")]
    assert any(text.startswith("Un père seul") for text in told)
