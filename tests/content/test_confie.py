"""Relatives who raise a child, parents before a judge, parents of a child in care: what the plan says to do first."""

from __future__ import annotations

from statistics import median

import pytest

from engine.case.assessment import Verdict
from engine.case.plan import Plan
from engine.content.catalogue import Catalogue
from tests.content.people import Persona, personas, play
from tests.content.shared import CONTENT

FIRST = {
    "Monique, 63 ans, le juge lui a confié son petit-fils": (
        "tiers-digne-confiance-indemnite",
        "Renvoyez l’imprimé au Service Assistants Familiaux.",
    ),
    "Karim, oncle, garde son neveu sans aucune décision": (
        "tiers-digne-de-confiance",
        "Dites au service Enfance qu’un proche peut accueillir l’enfant.",
    ),
    "Sylvie, marraine, avec l’accord des parents et de l’ASE": (
        "accueil-durable-benevole",
        "Demandez au service Enfance le contrat d’accueil.",
    ),
    "Nora veut retrouver ses droits, retirés il y a trois ans": (
        "restitution-autorite-parentale",
        "Écrivez au tribunal judiciaire, avec ce qui a changé.",
    ),
    "Paul, père, prévenu d’un délaissement": (
        "delaissement-parental",
        "Reprenez le lien, si le juge le permet, et gardez-en la preuve.",
    ),
    "Le même, jugement reçu il y a une semaine": (
        "delaissement-parental",
        "Notez le jour où le jugement est arrivé, et voyez un avocat.",
    ),
    "Fatou, son fils en foyer, ne peut plus payer la participation": (
        "revision-participation-ase",
        "Écrivez au juge qui a fixé la somme.",
    ),
    "Ana et Rui, leur fille autiste est confiée": (
        "double-vulnerabilite",
        "Demandez au référent de réunir les deux équipes.",
    ),
    "Claire, tante, ses neveux n’ont plus de parents": (
        "tutelle-familiale",
        "Écrivez au juge des tutelles des mineurs.",
    ),
}
NO_PROMISE = "Karim, oncle, garde son neveu sans aucune décision"
MONEY_OF_RELATIVES = ("tiers-digne-confiance-indemnite", "accueil-durable-benevole")
MEASURES = (
    "delegation-autorite-parentale",
    "retrait-autorite-parentale",
    "delaissement-parental",
    "tutelle-departementale",
)


@pytest.fixture(scope="module")
def people() -> dict[str, Persona]:
    mine = (CONTENT.parent / "tests/content/personas_confie.yaml").read_text("utf-8")
    return {persona.name: persona for persona in personas() if f"- nom: {persona.name}\n" in mine}


@pytest.mark.parametrize("name", FIRST)
def test_the_plan_says_how_to_begin(catalogue: Catalogue, people: dict[str, Persona], name: str) -> None:
    plan = Plan(play(catalogue, people[name]).case)
    assert plan.first
    assert plan.first_step
    assert (plan.first.aid.id, plan.first_step.text) == FIRST[name]
    assert plan.place
    assert plan.place.referral.phones


def test_the_list_stays_short(catalogue: Catalogue, people: dict[str, Persona]) -> None:
    found = {name: len(Plan(play(catalogue, persona).case).aids) for name, persona in people.items()}
    assert {name: many for name, many in found.items() if many > 4} == {}


def test_little_is_asked(catalogue: Catalogue, people: dict[str, Persona]) -> None:
    asked = [len(play(catalogue, persona).asked) for persona in people.values()]
    assert median(asked) <= 9
    assert max(asked) <= 16


def test_no_money_is_promised_to_a_relative_without_a_decision(
    catalogue: Catalogue, people: dict[str, Persona]
) -> None:
    plan = Plan(play(catalogue, people[NO_PROMISE]).case)
    assert [item.aid.id for item in plan.aids] == ["tiers-digne-de-confiance"]
    assert not set(MONEY_OF_RELATIVES) & {item.aid.id for item in plan.aids}


def test_a_measure_of_a_judge_is_never_called_likely(catalogue: Catalogue, people: dict[str, Persona]) -> None:
    for persona in people.values():
        for found in play(catalogue, persona).case.assessments:
            if found.aid.id in MEASURES:
                assert found.verdict in (Verdict.TO_CHECK, Verdict.NOT_CONCERNED), (persona.name, found.aid.id)


def test_fifteen_days_are_said_where_they_are_written_and_nowhere_else(catalogue: Catalogue) -> None:
    """The time to appeal against a withdrawal is written nowhere."""
    pressing = {
        name: [item.written.text for item in catalogue.aids[name].deadlines if item.written.urgent] for name in MEASURES
    }
    assert pressing.pop("retrait-autorite-parentale") == []
    assert [name for name, texts in pressing.items() if len(texts) != 1 or "quinze jours" not in texts[0]] == []


@pytest.mark.parametrize("name", ["ditep", "double-vulnerabilite"])
def test_care_for_a_handicap_is_no_decision_of_a_judge(catalogue: Catalogue, name: str) -> None:
    assert catalogue.aids[name].nature != "mesure-du-juge"


def test_who_pays_is_told_to_the_agent_only(catalogue: Catalogue) -> None:
    rule = catalogue.rules["prise-en-charge-financiere-ase"]
    assert rule.agent_notes
    assert (rule.steps, rule.documents, rule.deadlines, rule.conditions) == ((), (), (), ())
