"""One person's case: needs and answers on a day, and all that follows. The one way from answers to outcome."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from engine.case.assessment import Assessment, Verdict, assess_all
from engine.case.checklist import Checklist
from engine.case.emergencies import brings_numbers, emergencies, in_order, only_doubted, remarks
from engine.case.interview import walk
from engine.case.path import Path
from engine.content.catalogue import Catalogue
from engine.content.entries import EmergencyEntry
from engine.content.shapes.emergencies import Remark
from engine.rules.truth import Amounts, Answers, Value


@dataclass(frozen=True, eq=False)
class Case:
    """The needs (ids of open needs) and the answers given, as facts; `day` fixes the amounts.

    `given` may hold answers that no longer count; `answers` are those that do. `here` is the office where it is taken.
    A quiet case is its `whole` without the aids whose very name tells a secret: it shares what that one worked out.
    """

    catalogue: Catalogue
    needs: tuple[str, ...]
    given: Answers
    day: date
    here: str | None = None
    whole: Case | None = None

    @property
    def quiet(self) -> bool:
        """Whether the aids whose very name tells a secret are left out."""
        return self.whole is not None

    @cached_property
    def path(self) -> Path:
        """Where the interview stands."""
        return self.whole.path if self.whole else walk(self.catalogue, self.needs, self.given, self.day)

    @property
    def answers(self) -> Answers:
        """The answers that count."""
        return self.path.answers

    @cached_property
    def known(self) -> Answers:
        """The same, and that nothing is looked for in the needs that were not chosen: what rules are read with."""
        return {**self.answers, **self.catalogue.nothing_sought(self.needs)}

    @cached_property
    def amounts(self) -> Amounts:
        """Every amount as it stands on the day of the case; `None` where none is in force."""
        return self.catalogue.amounts_at(self.day)

    @cached_property
    def assessments(self) -> list[Assessment]:
        """The verdict of every aid of these needs, in content order."""
        if self.whole:
            return [item for item in self.whole.assessments if not item.aid.written.discreet]
        return assess_all(self.catalogue, self.needs, self.answers, self.amounts, self.path.view)

    @cached_property
    def discreet(self) -> Case:
        """The case as it may be read over a shoulder; itself where it tells no secret."""
        told = (item for item in self.assessments if item.verdict is not Verdict.NOT_CONCERNED)
        return replace(self, whole=self) if any(item.aid.written.discreet for item in told) else self

    @cached_property
    def checklist(self) -> Checklist:
        """Deadlines, costs, documents and offices, merged over the aids that are possible."""
        return Checklist(self.catalogue, self.needs, self.assessments, self.known, self.amounts, self.here)

    @cached_property
    def emergencies(self) -> tuple[EmergencyEntry, ...]:
        """Numbers to call first, where an answer told of a danger or of a doubt."""
        return emergencies(self.catalogue, self.answers, self.amounts)

    @property
    def in_doubt(self) -> bool:
        """Whether these numbers are there for a doubt alone."""
        return only_doubted(self.emergencies, self.answers, self.amounts)

    @property
    def other_numbers(self) -> tuple[EmergencyEntry, ...]:
        """All other emergency numbers."""
        others = [item for item in self.catalogue.emergencies.values() if item not in self.emergencies]
        return in_order(self.catalogue, others, self.answers, self.amounts)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is good to know before one calls; nothing where there is no number to call first."""
        return remarks(self.catalogue, self.answers, self.amounts) if self.emergencies else ()

    def brings_numbers(self, fact: str) -> bool:
        """Whether the answer to this question tells of a danger whose numbers no other answer has brought."""
        return brings_numbers(self.catalogue, fact, self.answers, self.amounts)

    @property
    def place(self) -> str | None:
        """What was answered to the question of the place: an INSEE code or a special option."""
        return self.catalogue.place_in(self.answers)

    @property
    def for_other(self) -> bool:
        """Whether the person answers for someone they help, so that sentences speak of that person."""
        return any(self.answers.get(fact) == option for fact, option in self.catalogue.third_person)

    def with_answer(self, fact: str, value: Value | None) -> Case:
        """The same case with one answer added or changed; the whole of it."""
        return replace(self, given={**self.given, fact: value}, whole=None)
