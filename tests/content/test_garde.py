"""Who looks after a child, and how one becomes, stays or is no longer a childminder: what the plan says first."""

from __future__ import annotations

import re
from statistics import median

import pytest

from engine.content.catalogue import Catalogue
from tests.content.people import personas, planned, play, with_answers
from tests.content.shared import CONTENT

PEOPLE = {persona.name: persona for persona in personas()}
EARLY = "Sonia commence à 6 h 45 et travaille le samedi, elle cherche une nounou"
ALLERGIC = "Lucie, mère d’une fille allergique que la crèche hésite à prendre"
WORRIED = "Hugo, son bébé revient de chez la nounou avec des bleus"
WITH_A_DOG = "Nadia veut garder des enfants chez elle, et a un chien"
REFUSED = "Carole, agrément refusé le mois dernier"
LISTED = {
    EARLY: ["recherche-mode-accueil"],
    "Julien paie trop cher la nounou de ses jumeaux": ["recherche-mode-accueil", "cmg-paje"],
    ALLERGIC: ["projet-accueil-individualise"],
    WORRIED: ["signalement-mode-accueil"],
    WITH_A_DOG: ["agrement-assistant-maternel", "pret-pala"],
    "Mireille, agréée, l’agrément finit dans cinq mois": ["agrement-assistant-maternel-renouvellement"],
    "Inès, agréée depuis trois mois, achète les lits": ["prime-installation-assmat"],
    REFUSED: ["recours-agrement-accueil"],
}
OWN = (
    "recherche-mode-accueil", "cmg-paje", "projet-accueil-individualise", "signalement-mode-accueil",
    "agrement-assistant-maternel", "agrement-assistant-maternel-renouvellement", "recours-agrement-accueil",
    "prime-installation-assmat", "pret-pala",
)  # fmt: skip
NEVER = re.compile(r"\bsignalement(?!-)|\bplacement|vous avez droit|abandon|isolée", re.IGNORECASE)


def steps(catalogue: Catalogue, name: str) -> str:
    return " ".join(item.written.text for item in catalogue.aids[name].statements["steps"])


@pytest.mark.parametrize("name", LISTED)
def test_the_plan_begins_with_one_door_and_lists_little(catalogue: Catalogue, name: str) -> None:
    plan = planned(catalogue, PEOPLE[name])
    assert [item.aid.id for item in plan.aids] == LISTED[name]
    assert plan.place


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
    person = with_answers(PEOPLE[REFUSED], projet_metier=[project])
    roles = {stop.referral.role.id for stop in play(catalogue, person).case.checklist.stops}
    assert role in roles
    assert other not in roles


def test_a_refusal_presses(catalogue: Catalogue) -> None:
    running = planned(catalogue, PEOPLE[REFUSED]).running
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
    asked = [len(play(catalogue, PEOPLE[name]).asked) for name in LISTED]
    assert median(asked) <= 6
    assert max(asked) <= 8
