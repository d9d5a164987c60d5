"""Families whom a judge or the social services concern: what they read first, and what they never read."""

from __future__ import annotations

import re
from statistics import median

import pytest

from engine.case.case import Case
from engine.case.plan import Plan
from engine.content.answers import read_answers
from engine.content.catalogue import Catalogue
from engine.content.prose import prose
from tests.content.childhood import Sheet, ended
from tests.content.conftest import DAY
from tests.content.people import personas, play
from tests.content.shared import CONTENT
from tools.words.collect import content_texts

PEOPLE = {persona.name: persona for persona in personas() if persona.sheet.get("demande_enfance") == ["mesure"]}
PROMISE = "ne retire aucun droit."
DUTY = "Si un enfant est en danger, un professionnel doit le dire."
# What each reads first, and the rights told after it, in order; then what stands above the aids.
TOLD = {
    "Samira, 29 ans, a peur qu’on lui prenne sa fille": (
        ["droit-accord-parental", "droit-assistance-personne-de-choix"],
        ["trois-portes", "en-urgence"],
    ),
    "Mehdi, 41 ans, convoqué chez le juge des enfants": (
        ["droit-audition-avocat-enfant", "droit-assistance-personne-de-choix", "aemo"],
        ["devant-le-juge"],
    ),
    "Claire, 36 ans, une éducatrice vient chez elle depuis le jugement": (
        ["aemo", "droit-projet-pour-enfant"],
        ["apres-le-juge"],
    ),
    "Sofiane et Lise, leur fils est en foyer depuis une semaine": (
        ["mineur-confie-ase", "droit-visite-liens"],
        ["apres-le-juge"],
    ),
    "Nora, sa fille vit en foyer depuis un an, elle la voit trop peu": (
        ["droit-visite-liens", "mineur-confie-ase"],
        ["apres-le-juge"],
    ),
    "Noé, 15 ans, veut dire au juge où il veut vivre": (
        ["droit-audition-avocat-enfant", "droit-assistance-personne-de-choix", "aemo"],
        ["devant-le-juge"],
    ),
    "Odile, lettre de refus du Département la semaine dernière": (["droit-recours"], []),
    "Youssef, jugement reçu hier, il n’est pas d’accord": (["appel-juge-enfants"], ["apres-le-juge"]),
}
OURS = re.compile(
    r"aides/enfance/(aemo|aemo-h|ajj|mineur-confie-ase|mjagbf|mediation-familiale-je|appel-\S+|droit-\S+)\.yaml"
)
NEVER = re.compile(r"signalement|placement|vous avez droit|abandon|isolée|si (?:vous refusez|la famille refuse)", re.I)


def plan_of(catalogue: Catalogue, name: str) -> Plan:
    return Plan(play(catalogue, PEOPLE[name]).case)


@pytest.mark.parametrize("name", TOLD)
def test_each_reads_their_own_rights_in_order(catalogue: Catalogue, name: str) -> None:
    plan = plan_of(catalogue, name)
    own = [item.aid.id for item in plan.aids if OURS.match(f"aides/enfance/{item.aid.id}.yaml")]
    assert (own, [item.written.id for item in plan.guideposts]) == TOLD[name]


def test_little_is_asked(catalogue: Catalogue) -> None:
    asked = [len(play(catalogue, persona).asked) for persona in PEOPLE.values()]
    assert median(asked) <= 9
    assert max(asked) <= 12


def test_a_judge_leaves_15_days_and_the_departement_2_months(catalogue: Catalogue) -> None:
    judge = plan_of(catalogue, "Youssef, jugement reçu hier, il n’est pas d’accord").running
    other = plan_of(catalogue, "Odile, lettre de refus du Département la semaine dernière").running
    assert judge
    assert other
    assert "15 jours" in judge.deadline.written.text
    assert "2 mois" in other.deadline.written.text


def test_no_date_runs_before_the_judge_has_decided(catalogue: Catalogue) -> None:
    for name in ("Mehdi, 41 ans, convoqué chez le juge des enfants", "Noé, 15 ans, veut dire au juge où il veut vivre"):
        assert play(catalogue, PEOPLE[name]).case.checklist.clocks == ()


def test_who_signed_is_asked_before_the_day(catalogue: Catalogue) -> None:
    asked = play(catalogue, PEOPLE["Sylvie ne sait pas qui a signé la lettre"]).asked
    assert asked.index("signataire") < asked.index("reception_protection")


@pytest.mark.parametrize("steps", [["droits"], ["droits", "lettre"], ["droits", "ailleurs"], ["droits", "maison"]])
@pytest.mark.parametrize("who", ["juge", "departement", "nsp"])
def test_the_day_a_decision_came_is_never_asked_twice(catalogue: Catalogue, steps: list[str], who: str) -> None:
    sheet: Sheet = {
        "danger": "non", "pour_qui": "moi", "age": "40", "demande_enfance": ["mesure"], "etape_mesure": steps,
        "signataire": who, "sujet_autorite": ["delegation", "retrait"], "mesure_maison": ["educateur"],
        "souhait_ailleurs": ["voir"], "reception_protection": "moins-de-15-jours",
    }  # fmt: skip
    assert not {"reception_protection", "date_jugement"} <= set(ended(catalogue, sheet).path.asked)


@pytest.mark.parametrize(("who", "asked"), [("juge", True), ("departement", False), ("nsp", False)])
def test_the_day_is_asked_where_it_counts(catalogue: Catalogue, who: str, asked: bool) -> None:
    """Of a child who lives elsewhere only a judge's decision has days to contest; who signed, not known, warns of them."""
    sheet: Sheet = {
        "danger": "non", "pour_qui": "moi", "age": "40", "demande_enfance": ["mesure"], "etape_mesure": ["ailleurs"],
        "signataire": who, "souhait_ailleurs": "nsp",
    }  # fmt: skip
    assert ("reception_protection" in ended(catalogue, sheet).path.asked) is asked
    assert "15 jours" in (catalogue.questions["signataire"].written.dont_know.who or "")


def test_a_late_answer_to_the_judge_still_has_a_way(catalogue: Catalogue) -> None:
    case = play(catalogue, PEOPLE["Youssef, jugement reçu hier, il n’est pas d’accord"]).case
    plan = Plan(case.with_answer("reception_protection", "plus-de-2-mois"))
    assert plan.first_step
    assert plan.first_step.text == "Écrivez au juge\u00a0: il peut changer sa décision à tout moment."
    assert plan.place
    assert plan.place.referral.role.id == "juge-des-enfants"
    assert plan.running is None


@pytest.mark.parametrize("danger", ["violences", "enfant", "mineur"])
def test_no_explanation_stands_before_a_danger(catalogue: Catalogue, danger: str) -> None:
    for persona in PEOPLE.values():
        case = Case(catalogue, persona.needs, read_answers(catalogue, {**persona.sheet, "danger": [danger]}), DAY)
        assert Plan(case).guideposts == [], persona.name


def test_no_mediation_where_there_is_violence(catalogue: Catalogue) -> None:
    sheet = PEOPLE["Hélène, séparée, un médiateur est proposé, mais elle a peur du père"].sheet
    safe = {**sheet, "danger": ["non"]}
    told = {
        name: {item.aid.id for item in Plan(Case(catalogue, ["enfance"], read_answers(catalogue, given), DAY)).aids}
        for name, given in (("violent", sheet), ("safe", safe))
    }
    assert "mediation-familiale-je" not in told["violent"]
    assert "mediation-familiale-je" in told["safe"]


def test_reassurance_is_never_given_by_half() -> None:
    """What takes no right away is said with what a professional must tell, in one breath."""
    said = [item.text for item in content_texts(CONTENT) if not item.for_agents]
    assert [text for text in said if PROMISE in text] == [text for text in said if DUTY in text] != []


def test_words_that_frighten_are_for_agents_alone(catalogue: Catalogue) -> None:
    places = [place for place in catalogue.places if OURS.search(place.file.file) or place.file.file == "reperes.yaml"]
    said = {
        (place.file.file, text.text)
        for place in places
        for text in prose(place.item)
        if not text.for_agents and "mots" not in text.place
    }
    assert len(said) > 150
    assert [item for item in said if NEVER.search(item[1])] == []


def test_a_guidepost_is_short(catalogue: Catalogue) -> None:
    for persona in PEOPLE.values():
        open_ones = [item for item in Plan(play(catalogue, persona).case).guideposts if not item.written.folded]
        assert sum(len(item.lines) for item in open_ones) <= 6, persona.name


def test_whoever_does_not_know_where_things_stand_is_sent_to_someone(catalogue: Catalogue) -> None:
    sheet = {"danger": "non", "pour_qui": "moi", "demande_enfance": ["mesure"], "etape_mesure": "nsp", "age": "30",
             "commune": "74010"}  # fmt: skip
    plan = Plan(Case(catalogue, ["enfance"], read_answers(catalogue, sheet), DAY))
    assert plan.aids == []
    assert plan.demands == ["etape_mesure"]
    assert plan.place
    assert plan.place.referral.role.id == "pole-medico-social"
