"""Made-up families, and what they read: shared by the tests of childhood."""

from __future__ import annotations

from engine.case.assessment import Verdict
from engine.case.case import Case
from engine.content.answers import Written
from engine.content.catalogue import Catalogue
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
