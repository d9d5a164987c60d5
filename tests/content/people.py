"""Made-up people who go through the interview: each answers from its sheet, and « nsp » where the sheet is silent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from engine.answers import read_answer
from engine.assessment import Assessment
from engine.catalogue import Catalogue
from engine.checklist import Checklist, checklist, emergencies
from engine.content import load_yaml
from engine.interview import Path as Walked
from engine.interview import assess_path, walk
from engine.model import Expected, Struct
from engine.truth import Value
from tests.content.conftest import DAY


class Outcome(Struct, frozen=True, kw_only=True, rename={
    "papers": "pieces", "roles": "guichets", "emergencies": "urgences", "urgent": "delais_urgents",
}):  # fmt: skip
    """What the guide must say: these verdicts exactly; these papers, offices and deadlines at least."""

    verdicts: dict[str, Expected]
    papers: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    emergencies: tuple[str, ...] = ()
    urgent: tuple[str, ...] = ()


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
    """A whole interview: the path at each step, and what comes out of the last one."""

    steps: list[Walked]
    assessments: list[Assessment]
    todo: Checklist
    emergencies: tuple[str, ...]

    @property
    def asked(self) -> tuple[str, ...]:
        return self.steps[-1].asked


def personas() -> list[Persona]:
    return list(load_yaml(Path(__file__).parent, "personas.yaml", tuple[Persona, ...]).value)


def play(catalogue: Catalogue, persona: Persona, day: date = DAY) -> Played:
    """Ask until nothing more is needed."""
    answers: dict[str, Value | None] = {}
    steps = [walk(catalogue, persona.needs, answers, day)]
    while (fact := steps[-1].next) is not None and len(steps) <= len(catalogue.questions):
        answers[fact] = read_answer(catalogue, fact, persona.sheet.get(fact, "nsp"))
        steps.append(walk(catalogue, persona.needs, answers, day))
    last = steps[-1]
    found = assess_path(catalogue, persona.needs, last, day)
    amounts = catalogue.amounts_at(day)
    numbers = tuple(item.emergency.number for item in emergencies(catalogue, last.answers, amounts))
    return Played(steps, found, checklist(catalogue, found, last.answers, amounts), numbers)
