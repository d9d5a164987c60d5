"""Who looks after a child, and how one becomes, stays or is no longer a childminder: what the plan says first."""

from __future__ import annotations

import re
from statistics import median

import pytest

from engine.case.plan import Plan
from engine.content.catalogue import Catalogue
from engine.content.strict_yaml import load_yaml
from tests.content.people import Persona, play
from tests.content.shared import CONTENT

PEOPLE = {
    persona.name: persona
    for persona in load_yaml(CONTENT.parent / "tests" / "content", "personas_garde.yaml", tuple[Persona, ...]).value
}
EARLY = "Sonia commence à 6 h 45 et travaille le samedi, elle cherche une nounou"
ALLERGIC = "Lucie, mère d’une fille allergique que la crèche hésite à prendre"
WORRIED = "Hugo, son bébé revient de chez la nounou avec des bleus"
WITH_A_DOG = "Nadia veut garder des enfants chez elle, et a un chien"
REFUSED = "Carole, agrément refusé le mois dernier"
FIRST = {
    EARLY: "recherche-mode-accueil",
    "Julien paie trop cher la nounou de ses jumeaux": "recherche-mode-accueil",
    ALLERGIC: "projet-accueil-individualise",
    WORRIED: "signalement-mode-accueil",
    WITH_A_DOG: "agrement-assistant-maternel",
    "Mireille, agréée, l’agrément finit dans cinq mois": "agrement-assistant-maternel-renouvellement",
    "Inès, agréée depuis trois mois, achète les lits": "prime-installation-assmat",
    REFUSED: "recours-agrement-accueil",
}
OWN = (
    "recherche-mode-accueil", "cmg-paje", "projet-accueil-individualise", "signalement-mode-accueil",
    "agrement-assistant-maternel", "agrement-assistant-maternel-renouvellement", "recours-agrement-accueil",
    "prime-installation-assmat", "pret-pala",
)  # fmt: skip
NEVER = re.compile(r"\bsignalement(?!-)|\bplacement|vous avez droit|abandon|isolée", re.IGNORECASE)


def steps(catalogue: Catalogue, name: str) -> str:
    return " ".join(item.written.text for item in catalogue.aids[name].statements["steps"])


@pytest.mark.parametrize("name", FIRST)
def test_the_plan_begins_with_one_door(catalogue: Catalogue, name: str) -> None:
    plan = Plan(play(catalogue, PEOPLE[name]).case)
    assert plan.first
    assert plan.first.aid.id == FIRST[name]
    assert plan.place


@pytest.mark.parametrize("name", FIRST)
def test_few_aids_are_listed(catalogue: Catalogue, name: str) -> None:
    assert 1 <= len(Plan(play(catalogue, PEOPLE[name]).case).aids) <= 2


def test_who_starts_early_or_works_on_saturdays_reads_where_to_ask(catalogue: Catalogue) -> None:
    told = steps(catalogue, "recherche-mode-accueil")
    assert all(word in told for word in ("Tôt le matin", "week-end", "heures", "MAM"))


def test_whoever_worries_has_the_numbers_before_the_clinic(catalogue: Catalogue) -> None:
    assert play(catalogue, PEOPLE[WORRIED]).numbers[:2] == ("119", "17")
    told = steps(catalogue, "signalement-mode-accueil")
    assert told.index("17") < told.index("119") < told.index("PMI")


def test_the_dog_the_pool_and_the_training_are_told_before_asking(catalogue: Catalogue) -> None:
    told = steps(catalogue, "agrement-assistant-maternel")
    assert all(word in told for word in ("chien de catégorie 1 ou 2", "piscine", "80 heures"))


def test_silence_is_agreement(catalogue: Catalogue) -> None:
    deadlines = " ".join(item.written.text for item in catalogue.aids["agrement-assistant-maternel"].deadlines)
    assert "Son silence veut dire oui." in deadlines


@pytest.mark.parametrize(
    ("project", "role", "other"),
    [("chez-moi", "recours-agrement", "hotel-departement"), ("mam", "hotel-departement", "recours-agrement")],
)
def test_each_trade_has_its_address_of_appeal(catalogue: Catalogue, project: str, role: str, other: str) -> None:
    sheet = {**PEOPLE[REFUSED].sheet, "projet_metier": [project]}
    person = Persona(name="", needs=("enfance",), sheet=sheet, expected=PEOPLE[REFUSED].expected)
    roles = {stop.referral.role.id for stop in play(catalogue, person).case.checklist.stops}
    assert role in roles
    assert other not in roles


def test_a_refusal_presses(catalogue: Catalogue) -> None:
    running = Plan(play(catalogue, PEOPLE[REFUSED]).case).running
    assert running
    assert running.urgent
    assert "2 mois" in running.deadline.written.text


def test_no_amount_is_given_for_the_childcare_payment(catalogue: Catalogue) -> None:
    aid = catalogue.aids["cmg-paje"]
    assert not re.search(r"\d", " ".join(item.written.text for item in aid.statements["amount"]))


@pytest.mark.parametrize("name", OWN)
def test_nothing_threatens_nor_shames(name: str) -> None:
    text = (CONTENT / "aides" / "enfance" / f"{name}.yaml").read_text("utf-8").split("pour_agent:")[0]
    assert NEVER.findall(text) == []


def test_little_is_asked(catalogue: Catalogue) -> None:
    asked = [len(play(catalogue, PEOPLE[name]).asked) for name in FIRST]
    assert median(asked) <= 6
    assert max(asked) <= 8
