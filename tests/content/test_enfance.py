"""Children and families: who may ask, whom each question is about, which door comes first, and what runs."""

from __future__ import annotations

import pytest

from engine.case.assessment import Verdict
from engine.case.case import Case
from engine.content.answers import Written
from engine.content.catalogue import Catalogue
from engine.content.shapes.aids import Deadline
from tests.content.people import Outcome, Persona, play
from web.words.wording import Wording

Sheet = dict[str, Written]
CHILD = ("moi", "proche", "enfant-connu", "mon-enfant")
FAMILY: Sheet = {
    "danger": "non",
    "pour_qui": "moi",
    "age": "38",
    "enfants_a_charge": "de-3-a-17-ans",
    "commune": "74010",
}
MEETING: Sheet = {"danger": "non", "pour_qui": "moi", "demande_enfance": ["voir-enfant"], "commune": "74010"}


def ended(catalogue: Catalogue, sheet: Sheet, *needs: str) -> Case:
    """The case of someone who knows this much, once all is asked."""
    return play(
        catalogue, Persona(name="", needs=needs or ("enfance",), sheet=sheet, expected=Outcome(verdicts={}))
    ).case


def verdicts(case: Case) -> dict[str, str]:
    return {item.aid.id: str(item.verdict) for item in case.assessments if item.verdict is not Verdict.NOT_CONCERNED}


def roles(case: Case) -> list[str]:
    return [stop.referral.role.id for stop in case.checklist.stops if stop.aids]


def said(case: Case) -> list[str]:
    return [Wording.of(case).say(clock.deadline.written) for clock in case.checklist.clocks]


def question(case: Case, fact: str) -> str:
    """How a question is put to this person."""
    return Wording.of(case).say(case.catalogue.questions[fact].written)


# Under 18


@pytest.mark.parametrize("whom", ["moi", "proche", "enfant-connu"])
@pytest.mark.parametrize("demand", ["education", "aide-maison", "argent"])
def test_a_boy_of_15_is_never_turned_away_and_is_told_of_119(catalogue: Catalogue, whom: str, demand: str) -> None:
    case = ended(
        catalogue, {"danger": "non", "pour_qui": whom, "age": "15", "demande_enfance": [demand], "commune": "74010"}
    )
    assert Verdict.UNLIKELY not in verdicts(case).values()
    assert {"119"} < set(roles(case)), "the number, and an office besides"
    assert not {"enfants_a_charge", "enceinte", "situation_sans_enfant"} & set(case.path.asked)


def test_his_mother_is_not_sent_to_those_who_hear_of_children_in_danger(catalogue: Catalogue) -> None:
    sheet: Sheet = {"danger": "non", "pour_qui": "mon-enfant", "age": "15", "demande_enfance": ["education"]}
    case = ended(catalogue, {**sheet, "mesure_juge": "non", "commune": "74010"})
    assert verdicts(case) == {"aed": "probable"}
    assert "119" not in roles(case)


def test_at_17_being_emancipated_decides(catalogue: Catalogue) -> None:
    sheet: Sheet = {
        "danger": "non",
        "pour_qui": "moi",
        "age": "17",
        "demande_enfance": ["education"],
        "mesure_juge": "non",
    }
    sheet |= {"commune": "74010"}
    assert verdicts(ended(catalogue, {**sheet, "emancipe": "oui"}))["aed"] == "probable"
    assert verdicts(ended(catalogue, {**sheet, "emancipe": "non"}))["aed"] == "a-verifier"
    assert "emancipe" not in ended(catalogue, {**sheet, "age": "18"}).path.asked


# A pregnancy of the household


def test_the_husband_is_asked_of_a_pregnancy_in_the_household(catalogue: Catalogue) -> None:
    case = ended(catalogue, {
        "danger": "non", "pour_qui": "moi", "age": "33", "demande_enfance": ["argent", "aide-maison", "lieu-mere-enfant"],
        "enfants_a_charge": "aucun", "enceinte": "oui", "difficultes_famille": ["grossesse"], "commune": "74010",
    })  # fmt: skip
    assert "foyer" in question(case, "enceinte")
    found = verdicts(case)
    assert found["tisf"] == "probable"
    assert Verdict.UNLIKELY not in {found[aid] for aid in ("allocation-mensuelle", "tisf", "accueil-mere-enfant")}


# My child


def test_the_parent_of_a_disabled_child_of_8_is_asked_about_the_child_alone(catalogue: Catalogue) -> None:
    sheet: Sheet = {
        "danger": "non", "pour_qui": "mon-enfant", "age": "8", "demande_autonomie": ["handicap"],
        "besoins_handicap": ["gestes"], "aides_percues": ["aucune"], "aeeh_complement": "oui",
        "difficultes_gestes": "impossible", "nationalite": "francaise", "commune": "74010",
    }  # fmt: skip
    case = ended(catalogue, sheet, "autonomie")
    assert not {"enfants_a_charge", "enceinte", "situation_sans_enfant", "en_couple"} & set(case.path.asked)
    wording = Wording.of(case)
    put = {fact: question(case, fact) for fact in case.path.asked if fact not in ("danger", "pour_qui")}
    assert {fact: text for fact, text in put.items() if "que vous aidez" in text} == {}
    offered = {option.id for option in wording.options(catalogue.questions["aides_percues"].written)}
    assert offered == {"pch", "aucune"}, "nobody of 8 has the APA or the ASPA"
    needs = {option.id for option in wording.options(catalogue.questions["besoins_handicap"].written)}
    assert not needs & {"enfant", "travail"}
    assert verdicts(case)["pch"] == "probable"


@pytest.mark.parametrize("whom", CHILD)
def test_a_child_of_8_is_never_asked_about_children_or_a_pregnancy(catalogue: Catalogue, whom: str) -> None:
    sheet: Sheet = {"danger": "non", "pour_qui": whom, "age": "8", "demande_autonomie": ["handicap"]}
    case = ended(
        catalogue, {**sheet, "demande_enfance": ["argent", "education", "aide-maison"]}, "enfance", "autonomie"
    )
    assert not {"enfants_a_charge", "enceinte", "situation_sans_enfant", "en_couple"} & set(case.path.asked)


def test_an_adult_of_40_is_not_offered_the_situations_of_the_young(catalogue: Catalogue) -> None:
    case = ended(
        catalogue, {**FAMILY, "enfants_a_charge": "aucun", "enceinte": "non", "demande_enfance": ["education"]}
    )
    offered = {option.id for option in Wording.of(case).options(catalogue.questions["situation_sans_enfant"].written)}
    assert offered == {"accueil-temporaire", "aucune"}


# Someone who worries about a child they know


def test_a_neighbour_is_asked_where_the_child_lives_and_reads_both_delays(catalogue: Catalogue) -> None:
    sheet: Sheet = {
        "danger": "non",
        "pour_qui": "enfant-connu",
        "demande_enfance": ["enfant-danger"],
        "commune": "74010",
    }
    case = ended(catalogue, sheet)
    assert "vit l’enfant" in question(case, "commune")
    assert verdicts(case) == {"information-preoccupante": "probable"}
    assert len([text for text in said(case) if "trois mois" in text]) == 2
    assert roles(case) == ["119", "sdrip"]


def test_an_aid_with_delays_of_the_persons_own_keeps_the_services_to_its_page(catalogue: Catalogue) -> None:
    case = ended(catalogue, {**FAMILY, "demande_enfance": ["argent"], "objet_aide_financiere": ["ecole"]})
    assert case.checklist.clocks
    assert {clock.deadline.written.who for clock in case.checklist.clocks} == {"vous"}


# A neutral place to see a child

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


def test_visits_and_handing_over_can_be_ordered_together(catalogue: Catalogue) -> None:
    found = verdicts(ended(catalogue, {**MEETING, "decision_visite": "jaf", "mesure_jaf": "residence-remise"}))
    assert found["espace-rencontre-jaf-residence"] == found["espace-rencontre-jaf-remise"] == "probable"
    assert "espace-rencontre-jaf-visite" not in found


# A judge's measure under way, difficulties, what was already had


def test_with_a_judges_measure_under_way_the_educator_at_home_is_to_be_checked(catalogue: Catalogue) -> None:
    sheet: Sheet = {**FAMILY, "demande_enfance": ["education"]}
    assert verdicts(ended(catalogue, {**sheet, "mesure_juge": "non"})) == {"aed": "probable"}
    assert verdicts(ended(catalogue, {**sheet, "mesure_juge": "oui"})) == {"aed": "a-verifier"}
    assert verdicts(ended(catalogue, sheet)) == {"aed": "a-verifier"}


def test_age_alone_never_makes_help_at_home_likely(catalogue: Catalogue) -> None:
    young: Sheet = {
        "danger": "non",
        "pour_qui": "moi",
        "age": "20",
        "demande_enfance": ["aide-maison"],
        "commune": "74010",
    }
    assert verdicts(ended(catalogue, young)) == {"tisf": "a-verifier"}
    assert verdicts(ended(catalogue, {**young, "difficultes_famille": ["social"]})) == {"tisf": "probable"}


# Clocks, addresses, ways out


def deadlines(catalogue: Catalogue, aid: str) -> list[Deadline]:
    return [item.written for item in catalogue.aids[aid].deadlines]


CHILDHOOD = ("aed", "tisf", "allocation-mensuelle", "accueil-mere-enfant")


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


def test_the_age_limit_of_the_child_is_said_first_to_whom_it_runs(catalogue: Catalogue) -> None:
    mother: Sheet = {**FAMILY, "enfants_a_charge": "moins-de-3-ans", "situation_mere": "mere-seule", "enceinte": "non"}
    mother |= {"demande_enfance": ["lieu-mere-enfant"]}
    assert "3 ans" in said(ended(catalogue, mother))[0]
    pregnant: Sheet = {**mother, "enfants_a_charge": "aucun", "enceinte": "oui"}
    assert not [text for text in said(ended(catalogue, pregnant)) if "3 ans" in text]


def test_a_missing_paper_must_arrive_within_the_month(catalogue: Catalogue) -> None:
    (month,) = [item for item in deadlines(catalogue, "allocation-mensuelle") if "un mois" in item.text]
    assert "arriver au service de l’Inclusion sociale" in month.text


@pytest.mark.parametrize("aid", ["aed", "tisf", "accueil-mere-enfant", "information-preoccupante"])
def test_what_the_departement_may_do_in_an_emergency_is_said(catalogue: Catalogue, aid: str) -> None:
    told = " ".join(item.written.text for item in catalogue.aids[aid].statements["steps"])
    assert "5 jours" in told
    assert "Seul un juge" not in told


def test_the_child_may_write_to_the_judge(catalogue: Catalogue) -> None:
    steps = catalogue.aids["information-preoccupante"].statements["steps"]
    (told,) = [item for item in steps if "juge des enfants" in item.written.text]
    assert "l’enfant lui-même" in told.written.text


@pytest.mark.parametrize("aid", ["tisf", "accueil-mere-enfant"])
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
    assert len(ended(catalogue, {**FAMILY, "demande_enfance": demands}).path.asked) <= 16
