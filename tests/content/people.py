"""Made-up people who go through the interview: each answers from its sheet, and « nsp » where the sheet is silent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from msgspec.json import decode, encode

from engine.case.case import Case
from engine.case.path import Path as Walked
from engine.case.plan import Plan
from engine.content.answers import Written, read_answer
from engine.content.catalogue import Catalogue
from engine.content.shapes.aids import Expected
from engine.content.shapes.base import Struct
from engine.content.strict_yaml import load_yaml
from tests.content.conftest import DAY

# What most people answer, for those who tell only what is their own.
USUAL: dict[str, Written] = {
    "danger": "non",
    "commune": "74010",
    "nationalite": "francaise",
    "en_couple": "non",
    "aides_percues": ["aucune"],
    "ressources_mensuelles": "950",
}


class Outcome(Struct, frozen=True, kw_only=True, rename={
    "documents": "pieces", "roles": "guichets", "numbers": "urgences", "urgent": "delais_urgents", "sentence": "phrase",
}):  # fmt: skip
    """What the guide must say: these verdicts exactly; these documents, offices and deadlines at least.

    `sentence` is what the plan says to do to begin; `parler` where it sends to someone, and names no aid.
    """

    verdicts: dict[str, Expected]
    documents: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    urgent: tuple[str, ...] = ()
    sentence: str | None = None


class Persona(Struct, frozen=True, kw_only=True, rename={
    "name": "nom", "needs": "besoins", "sheet": "reponses", "expected": "attendu",
}):  # fmt: skip
    """Someone who comes with these needs and knows this much."""

    name: str
    needs: tuple[str, ...]
    sheet: dict[str, str | list[str]]
    expected: Outcome


@dataclass(frozen=True)
class Played:
    """A whole interview: the path at each step, and the case it ends with."""

    steps: list[Walked]
    case: Case

    @property
    def asked(self) -> tuple[str, ...]:
        return self.case.path.asked

    @property
    def numbers(self) -> tuple[str, ...]:
        """Those to call first."""
        return tuple(item.written.number for item in self.case.emergencies)


@cache
def personas() -> tuple[Persona, ...]:
    """Those of every file, `personas.yaml` first. Most test files name their cases by them: read once a process."""
    here = Path(__file__).parent
    files = sorted(path.name for path in here.glob("personas*.yaml"))
    return tuple(persona for name in files for persona in load_yaml(here, name, tuple[Persona, ...]).value)


def play(catalogue: Catalogue, persona: Persona, day: date = DAY) -> Played:
    """Ask until nothing more is needed. Most tests play the same people: each is played once a process."""
    return _played(catalogue, encode(persona), day)


@cache
def _played(catalogue: Catalogue, written: bytes, day: date) -> Played:
    persona = decode(written, type=Persona)
    case = Case(catalogue, persona.needs, {}, day)
    steps = [case.path]
    while (fact := case.path.next) is not None and len(steps) <= len(catalogue.questions):
        case = case.with_answer(fact, read_answer(catalogue, fact, persona.sheet.get(fact, "nsp")))
        steps.append(case.path)
    return Played(steps, case)


def planned(catalogue: Catalogue, persona: Persona) -> Plan:
    """The plan of someone who has answered all that is asked."""
    return Plan(play(catalogue, persona).case)


def with_answers(persona: Persona, **answers: Written) -> Persona:
    """The same person, who answers something else."""
    return Persona(name="", needs=persona.needs, sheet={**persona.sheet, **answers}, expected=persona.expected)
