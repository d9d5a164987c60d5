"""Childhood: doors, deadlines, appeals and what may still be asked of each aid."""

from __future__ import annotations

from itertools import combinations

import pytest

from engine.case.plan import Plan
from engine.content.catalogue import Catalogue
from engine.content.shapes.aids import Deadline
from tests.content.childhood import FAMILY, MEETING, Sheet, ended, roles, said, verdicts

DOORS: list[tuple[Sheet, str]] = [
    ({"decision_visite": "jaf", "mesure_jaf": "residence"}, "juge-affaires-familiales"),
    ({"decision_visite": "jaf", "mesure_jaf": "pas-ecrit"}, "juge-affaires-familiales"),
    ({"decision_visite": "juge-enfants"}, "juge-des-enfants"),
    ({"decision_visite": "service"}, "direction-territoriale-enfance"),
    ({"decision_visite": "personne", "accord_parents": "oui"}, "ffer"),
    ({"decision_visite": "personne", "accord_parents": "non"}, "juge-affaires-familiales"),
    ({"decision_visite": "personne", "accord_parents": "nsp"}, "juge-affaires-familiales"),
    ({"decision_visite": "nsp"}, "juge-affaires-familiales"),
]


@pytest.mark.parametrize(
    ("route", "door"), DOORS, ids=lambda value: "-".join(map(str, value.values())) if isinstance(value, dict) else value
)
def test_each_route_names_its_own_door_and_only_it(catalogue: Catalogue, route: Sheet, door: str) -> None:
    assert roles(ended(catalogue, {**MEETING, **route})) == [door]


@pytest.mark.parametrize(
    ("route", "words"),
    [
        ({"decision_visite": "jaf", "mesure_jaf": "residence"}, "Lisez le jugement"),
        ({"decision_visite": "jaf", "mesure_jaf": "pas-ecrit"}, "au juge aux affaires familiales"),
        ({"decision_visite": "jaf", "mesure_jaf": "nsp"}, "Regardez si un juge"),
        ({"decision_visite": "juge-enfants"}, "Lisez la décision du juge des enfants"),
        ({"decision_visite": "service"}, "référent"),
        ({"decision_visite": "personne", "accord_parents": "oui"}, "FFER"),
        ({"decision_visite": "personne", "accord_parents": "non"}, "au juge aux affaires familiales"),
        ({"decision_visite": "personne", "accord_parents": "oui", "danger": "violences"}, "au juge aux affaires"),
        ({"decision_visite": "personne", "accord_parents": "nsp"}, "au juge aux affaires familiales"),
        ({"decision_visite": "nsp"}, "Regardez si un juge"),
    ],
)
def test_each_route_begins_with_its_own_step(catalogue: Catalogue, route: Sheet, words: str) -> None:
    step = Plan(ended(catalogue, {**MEETING, **route})).first_step
    assert step
    assert words in step.text


def test_whoever_is_beaten_goes_to_the_judge_even_when_both_parents_agree(catalogue: Catalogue) -> None:
    beaten: Sheet = {**MEETING, "danger": "violences", "decision_visite": "personne", "accord_parents": "oui"}
    case = ended(catalogue, beaten)
    assert "juge-affaires-familiales" in roles(case)
    assert "ffer" not in roles(case)
    assert verdicts(case)["espace-rencontre"] == "a-verifier"


def test_visits_and_handing_over_can_be_ordered_together(catalogue: Catalogue) -> None:
    found = verdicts(ended(catalogue, {**MEETING, "decision_visite": "jaf", "mesure_jaf": "residence-remise"}))
    assert found["espace-rencontre-jaf-residence"] == found["espace-rencontre-jaf-remise"] == "probable"
    assert "espace-rencontre-jaf-visite" not in found


# A judge's measure under way, difficulties, what was already had


def test_with_a_judges_measure_under_way_the_educator_at_home_is_to_be_checked(catalogue: Catalogue) -> None:
    sheet: Sheet = {**FAMILY, "demande_enfance": ["education"], "difficultes_famille": ["education"]}
    sheet |= {"ages_enfants": ["de-11-a-17"], "trouble_enfant": "non"}
    assert verdicts(ended(catalogue, {**sheet, "mesure_juge": "non"}))["aed"] == "probable"
    assert verdicts(ended(catalogue, {**sheet, "mesure_juge": "oui"}))["aed"] == "a-verifier"
    assert verdicts(ended(catalogue, sheet))["aed"] == "a-verifier"


def test_age_alone_never_makes_help_at_home_likely(catalogue: Catalogue) -> None:
    young: Sheet = {
        "danger": "non",
        "pour_qui": "moi",
        "age": "20",
        "demande_enfance": ["aide-maison"],
        "commune": "74010",
    }
    assert set(verdicts(ended(catalogue, young)).values()) == {"a-verifier"}
    assert verdicts(ended(catalogue, {**young, "difficultes_famille": ["social"]})) == {"tisf": "probable"}


# Clocks, addresses, ways out


def deadlines(catalogue: Catalogue, aid: str) -> list[Deadline]:
    return [item.written for item in catalogue.aids[aid].deadlines]


CHILDHOOD = (
    "aed", "tisf", "aja", "aide-domicile-hebergement", "allocation-mensuelle", "accueil-mere-enfant",
    "accueil-mineure-mere", "accueil-provisoire", "accueil-jeune-majeur",
)  # fmt: skip


@pytest.mark.parametrize("aid", CHILDHOOD)
def test_to_contest_runs_after_a_refusal_from_the_day_the_letter_is_received(catalogue: Catalogue, aid: str) -> None:
    (contest,) = [item for item in deadlines(catalogue, aid) if item.text.startswith("Pour contester")]
    assert (contest.stage, contest.urgent) == ("en-cas-de-refus", False)
    assert "après réception" in contest.text


@pytest.mark.parametrize("aid", CHILDHOOD)
def test_where_to_write_to_contest_is_on_the_page(catalogue: Catalogue, aid: str) -> None:
    told = " ".join(item.written.text for item in catalogue.aids[aid].statements["appeal"])
    assert "74041 Annecy Cedex" in told
    assert "2 place de Verdun" in told


@pytest.mark.usefixtures("in_french")
def test_the_age_limit_of_the_child_is_said_first_to_whom_it_runs(catalogue: Catalogue) -> None:
    mother: Sheet = {**FAMILY, "enfants_a_charge": "moins-de-3-ans", "situation_mere": "mere-seule", "enceinte": "non"}
    mother |= {"demande_enfance": ["lieu-mere-enfant"]}
    assert "3 ans" in said(ended(catalogue, mother))[0]
    pregnant: Sheet = {**mother, "enfants_a_charge": "aucun", "enceinte": "oui"}
    assert not [text for text in said(ended(catalogue, pregnant)) if "3 ans" in text]


def test_a_missing_paper_must_arrive_within_the_month(catalogue: Catalogue) -> None:
    (month,) = [item for item in deadlines(catalogue, "allocation-mensuelle") if "un mois" in item.text]
    assert "arriver au service de l’Inclusion sociale" in month.text


@pytest.mark.parametrize(
    "aid", ["aed", "tisf", "accueil-provisoire", "accueil-mere-enfant", "information-preoccupante"]
)
def test_what_the_departement_may_do_in_an_emergency_is_said(catalogue: Catalogue, aid: str) -> None:
    told = " ".join(item.written.text for item in catalogue.aids[aid].statements["steps"])
    assert "5 jours" in told
    assert "Seul un juge" not in told


def test_the_child_may_write_to_the_judge(catalogue: Catalogue) -> None:
    steps = catalogue.aids["information-preoccupante"].statements["steps"]
    (told,) = [item for item in steps if "juge des enfants" in item.written.text]
    assert "l’enfant lui-même" in told.written.text


@pytest.mark.parametrize("aid", ["tisf", "accueil-mere-enfant", "accueil-provisoire", "accueil-jeune-majeur"])
def test_a_contribution_can_be_lowered_or_stopped(catalogue: Catalogue, aid: str) -> None:
    told = [item.source.lines for item in catalogue.aids[aid].statements["contribution"]]
    assert "10382-10384" in told


def test_the_interview_stays_short(catalogue: Catalogue) -> None:
    options = catalogue.questions["demande_enfance"].written.options
    demands = [option.id for option in options if not option.exclusive]
    asked = sorted(
        len(ended(catalogue, {**FAMILY, "enceinte": "non", "demande_enfance": [one]}).path.asked) for one in demands
    )
    assert asked[len(asked) // 2] <= 9
    pairs = combinations(demands, 2)  # « cochez une ou deux réponses »
    worst = max(pairs, key=lambda two: len(ended(catalogue, {**FAMILY, "demande_enfance": [*two]}).path.asked))
    assert len(ended(catalogue, {**FAMILY, "demande_enfance": [*worst]}).path.asked) <= 16, worst
