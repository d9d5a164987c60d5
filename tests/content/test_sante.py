"""Health: what comes first for each, what is never asked nor printed, and how little is asked."""

from __future__ import annotations

import re
from statistics import median

import pytest

from engine.case.plan import Plan
from engine.content.catalogue import Catalogue
from tests.content.people import Persona, planned, play
from tests.content.people import personas as everyone
from tests.content.shared import CONTENT

PEOPLE = {persona.name: persona for persona in everyone()}
FIRST = {
    "Léna, 16 ans, veut la pilule sans que ses parents le sachent": "contraception-gratuite",
    "Maud, 30 ans, un rapport sans protection hier": "contraception-gratuite",
    "Jade, 19 ans, enceinte, ne sait pas quoi faire": "ivg-accompagnement",
    "Rachel, dont le couple va mal": "conseil-conjugal-familial",
    "Karim, père d’un garçon de 11 ans en 6e, pour un vaccin": "vaccination-college",
    "Agnès, mère d’une fille de 4 ans, pour un vaccin": "consultation-infantile-pmi",
    "Tarek, C2S refusée par un dentiste, et il a mal": "refus-soins-discriminatoire",
    "Adama, à qui l’on a fait payer trop malgré l’AME": "refus-soins-discriminatoire",
    "Solange, refusée sans savoir pourquoi": "refus-soins-discriminatoire",
}
IN_PAIN = PEOPLE["Tarek, C2S refusée par un dentiste, et il a mal"]
INTIMATE = (
    "centre-sante-sexuelle", "contraception-gratuite", "depistage-ist", "ivg-accompagnement",
    "conseil-conjugal-familial",
)  # fmt: skip
OWN = sorted(path.stem for path in (CONTENT / "aides" / "sante").glob("*.yaml"))
NEVER = re.compile(r"abandon|signalement|placement|vous avez droit|isolée|médiation|réfléchissez", re.IGNORECASE)


def replaced(persona: Persona, sheet: dict[str, str | list[str]]) -> Persona:
    return Persona(name="", needs=persona.needs, sheet=sheet, expected=persona.expected)


@pytest.mark.parametrize("name", FIRST)
def test_the_plan_begins_with_what_was_asked_for(catalogue: Catalogue, name: str) -> None:
    plan = planned(catalogue, PEOPLE[name])
    assert plan.first
    assert plan.first.aid.id == FIRST[name]
    assert len(plan.shown) <= 3


def test_pain_is_told_whom_to_call_before_any_letter(catalogue: Catalogue) -> None:
    played = play(catalogue, IN_PAIN)
    assert "15" in played.numbers
    first = Plan(played.case).first_step
    assert first
    assert first.text.startswith("Les soins d’abord")
    assert play(catalogue, replaced(IN_PAIN, {**IN_PAIN.sheet, "soin_urgent": "non"})).numbers == ()


def test_the_complaint_has_its_letter(catalogue: Catalogue) -> None:
    steps = catalogue.aids["refus-soins-discriminatoire"].written.steps
    assert "plainte-refus-de-soins" in [step.letter for step in steps]


def test_what_is_intimate_stays_off_paper(catalogue: Catalogue) -> None:
    assert [name for name in INTIMATE if not catalogue.aids[name].written.discreet] == []
    asked = ("besoin_contraception", "cas_contraception", "souhait_grossesse", "motif_soins")
    assert [name for name in asked if not catalogue.questions[name].sensitive] == []


@pytest.mark.parametrize("name", OWN)
def test_nothing_threatens_nor_shames(name: str) -> None:
    text = (CONTENT / "aides" / "sante" / f"{name}.yaml").read_text("utf-8").split("pour_agent:")[0]
    assert NEVER.findall(text) == []


def test_a_refusal_of_care_is_never_said_unlikely(catalogue: Catalogue) -> None:
    for answer in ("c2s", "ame", "personne", "aucune", "nsp"):
        sheet = {**IN_PAIN.sheet, "motif_soins": answer, "soignant": "autre"}
        assert planned(catalogue, replaced(IN_PAIN, sheet)).unlikely == []


def test_neither_age_nor_papers_nor_income_is_asked(catalogue: Catalogue) -> None:
    for name in FIRST:
        asked = set(play(catalogue, PEOPLE[name]).asked)
        assert not {"age", "nationalite", "titre_sejour", "ressources_mensuelles", "en_couple"} & asked


def test_little_is_asked(catalogue: Catalogue) -> None:
    asked = [len(play(catalogue, PEOPLE[name]).asked) for name in FIRST]
    assert median(asked) <= 9
    assert max(asked) <= 9


def test_all_five_needs_at_once_ask_twenty_four_questions_at_most(catalogue: Catalogue) -> None:
    everything = Persona(
        name="",
        needs=tuple(catalogue.open_needs),
        sheet={
            "danger": "non", "pour_qui": "moi", "age": "34", "commune": "74010", "nationalite": "francaise",
            "demande_logement": ["impaye-loyer"], "demande_enfance": ["education"], "demande_autonomie": ["carte"],
            "demande_budget": ["manger"], "demande_sante": ["contraception"],
            "besoin_contraception": ["contraception"], "cas_contraception": ["aucune"],
        },
        expected=IN_PAIN.expected,
    )  # fmt: skip
    assert len(play(catalogue, everything).asked) <= 24
