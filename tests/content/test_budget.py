"""People whose money is short: the first aid of their plan, the sentence it begins with, and how much they are asked."""

from __future__ import annotations

from statistics import median

import pytest

from engine.case.assessment import Verdict
from engine.case.case import Case
from engine.case.plan import Plan, Turn
from engine.content.answers import Written, read_answers
from engine.content.catalogue import Catalogue
from tests.content.conftest import DAY
from tests.content.people import USUAL, Outcome, Persona, personas, play

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
MOST = {1: (9, 13), 2: (11, 16)}  # median and worst, for one need and for two


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


@pytest.mark.parametrize("name", [name for name in PEOPLE if len(PEOPLE[name].needs) == 2])
def test_one_support_at_a_time(catalogue: Catalogue, name: str) -> None:
    """The same commission gives one of them: no two are likely together."""
    case = play(catalogue, PEOPLE[name]).case
    likely = {item.aid.id for item in case.assessments if item.verdict is Verdict.LIKELY}
    assert len(likely & {"asll-maintien", "aeb", "masp"}) <= 1


def test_trips_alone_leave_the_social_fund_possible(catalogue: Catalogue) -> None:
    sheet = {**MEAL, "demande_budget": ["depense"], "enfants_a_charge": "ni-enfant-ni-grossesse"}
    verdicts = {}
    for spent in ("transports", "permis", "vacances-loisirs"):
        case = Case(catalogue, ("budget",), read_answers(catalogue, {**sheet, "depense": [spent]}), DAY)
        verdicts[spent] = next(item for item in case.assessments if item.aid.id == "fdasf")
    open_points = [item.written.id for item in verdicts["transports"].open]
    assert "trajets" in open_points
    assert "trajets" not in [item.written.id for item in verdicts["permis"].open]
    assert verdicts["vacances-loisirs"].verdict is Verdict.NOT_CONCERNED


def asked(catalogue: Catalogue, *names: str) -> list[tuple[str, ...]]:
    return [play(catalogue, PEOPLE[name]).asked for name in names]


def test_nobody_who_asks_for_the_allowance_alone_is_asked_of_a_residence_permit(catalogue: Catalogue) -> None:
    (found,) = asked(catalogue, "Élodie, 38 ans, mère, la cantine à payer, un salaire")
    assert "nationalite" not in found


def test_the_costs_are_asked_once_for_two_needs(catalogue: Catalogue) -> None:
    (found,) = asked(catalogue, "Carole, deux enfants, veut de l’argent par les deux portes")
    assert "objet_aide_financiere" not in found


HOUSEHOLD = ("enfants_a_charge", "enceinte", "situation_sans_enfant")
MEAL: dict[str, Written] = {**USUAL, "pour_qui": "moi", "demande_budget": ["manger"], "age": "40"}
RENT: dict[str, Written] = {**MEAL, "demande_budget": ["revenu"]}


def household(catalogue: Catalogue, needs: tuple[str, ...], sheet: dict[str, Written]) -> tuple[str, ...]:
    """What is asked of the household, and offered by its first question, of someone who has said this much."""
    case = Case(catalogue, needs, read_answers(catalogue, sheet), DAY)
    offered = catalogue.questions["enfants_a_charge"].offered(case.known, case.amounts)
    return tuple(option.id for option in offered if not option.id.endswith("-ans"))


def test_money_asks_once_of_children_pregnancy_and_visits(catalogue: Catalogue) -> None:
    assert household(catalogue, ("budget",), MEAL) == ("ni-enfant-ni-grossesse", "grossesse", "par-moments")
    assert household(catalogue, ("enfance",), {**MEAL, "demande_enfance": ["aide-maison"]}) == ("aucun",)
    both = {**MEAL, "demande_enfance": ["aide-maison"]}
    assert household(catalogue, ("budget", "enfance"), both) == ("aucun",)


@pytest.mark.parametrize(
    ("answer", "verdict", "more"),
    [
        ("ni-enfant-ni-grossesse", "peu-probable", ()),
        ("grossesse", "probable", ()),
        ("par-moments", "probable", ()),
        ("aucun", "a-verifier", ("enceinte",)),
    ],
)
def test_that_one_question_tells_what_three_told(
    catalogue: Catalogue, answer: str, verdict: str, more: tuple[str, ...]
) -> None:
    """An answer given before, on a code, says less, and never leads to a no."""
    sheet = {**MEAL, "enfants_a_charge": answer, "enceinte": "non", "situation_sans_enfant": "aucune"}
    sheet["reste_a_manger"] = "rien"
    expected = Outcome(verdicts={"allocation-mensuelle": verdict})
    found = play(catalogue, Persona(name=answer, needs=("budget",), sheet=sheet, expected=expected))
    assert [fact for fact in found.asked if fact in HOUSEHOLD] == ["enfants_a_charge", *more]
    verdicts = {item.aid.id: str(item.verdict) for item in found.case.assessments}
    assert verdicts["allocation-mensuelle"] == verdict


@pytest.mark.parametrize(("answer", "verdict"), [("grossesse", "probable"), ("ni-enfant-ni-grossesse", "non-concerne")])
def test_a_pregnancy_told_so_opens_the_raised_income(catalogue: Catalogue, answer: str, verdict: str) -> None:
    sheet = {**RENT, "enfants_a_charge": answer, "revenus": ["rien"], "activites": ["sans-emploi"]}
    sheet["conjoint_absent"] = "non"
    expected = Outcome(verdicts={"rsa-majore": verdict})
    found = play(catalogue, Persona(name=answer, needs=("budget",), sheet=sheet, expected=expected))
    assert "ressources_mensuelles" not in found.asked, "nothing comes in: no sum to add up"
    verdicts = {item.aid.id: str(item.verdict) for item in found.case.assessments}
    assert (verdicts["rsa"], verdicts["rsa-majore"]) == ("probable", verdict)


def test_every_demand_for_a_child_brings_the_three_questions_back(catalogue: Catalogue) -> None:
    """A new answer of that question belongs in the definition, or its aids would not know of a pregnancy."""
    demand = catalogue.questions["demande_enfance"].written
    for option in demand.options:
        asked = household(catalogue, ("budget", "enfance"), {**MEAL, "demande_enfance": [option.id]})
        assert (asked == ("aucun",)) is not option.outside, option.id


def test_what_another_need_asks_is_not_asked_here(catalogue: Catalogue) -> None:
    other = {need.demand for name, need in catalogue.needs.items() if name != "budget"}
    for persona in PEOPLE.values():
        if persona.needs == ("budget",):
            assert not other & set(play(catalogue, persona).asked), persona.name


def test_someone_without_a_permit_keeps_the_allowance(catalogue: Catalogue) -> None:
    persona: Persona = PEOPLE["Bilal, sans titre de séjour, trois enfants, plus rien à manger"]
    plan = Plan(play(catalogue, persona).case)
    assert [item.aid.id for item in plan.aids] == ["allocation-mensuelle"]
