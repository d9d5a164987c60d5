"""Made-up people of APA and PCH, and what they read: shared by the tests of what goes with these aids."""

from __future__ import annotations

from engine.case.checklist import Clock
from engine.case.result import Result
from engine.content.catalogue import Catalogue
from tests.content.people import Outcome, Persona, Played, play

Sheet = dict[str, str | list[str]]

HERE: Sheet = {"danger": "non", "pour_qui": "moi", "nationalite": "francaise", "commune": "74010"}
HOME: Sheet = {**HERE, "demande_autonomie": ["aide-domicile"], "en_couple": "non", "aides_percues": ["aucune"]}
CARE_HOME: Sheet = {
    **HERE, "demande_autonomie": ["etablissement"], "aides_percues": ["aucune"],
    "domicile_avant": "haute-savoie", "entree_lieu": "moins-de-2-mois",
}  # fmt: skip
DISABLED: Sheet = {**HERE, "demande_autonomie": ["handicap"], "aides_percues": ["aucune"]}
CARDS = ["cmi-invalidite", "cmi-stationnement"]


def met(catalogue: Catalogue, **sheet: str | list[str]) -> Played:
    return play(catalogue, Persona(name="", needs=("autonomie",), sheet=sheet, expected=Outcome(verdicts={})))


def verdict(found: Played, aid: str) -> str:
    return next(str(item.verdict) for item in found.case.assessments if item.aid.id == aid)


def against(found: Played, aid: str) -> str:
    """What the card says that the aid cannot go with."""
    item = next(item for item in found.case.assessments if item.aid.id == aid)
    return " ".join(entry.written.text for entry in item.against)


def sure_papers(found: Played) -> set[str]:
    return {item.document.id for item in found.case.checklist.documents if item.certain}


def clocks(found: Played, aid: str) -> list[Clock]:
    return [clock for clock in found.case.checklist.clocks if clock.aid.id == aid]


def named(found: Played) -> list[str]:
    return [aid.id for aid in Result(found.case).elsewhere]
