"""What the result page and the printed sheet show, both from the same case."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from engine.assessment import Assessment, Verdict, assess, concern, unsought
from engine.compiled import CompiledAid
from engine.directory import Referral, office_for
from engine.model import Exclusion
from web.state import Case, catalogue


@dataclass(frozen=True)
class Card:
    """An aid on the result page with those of its sub-forms that are worth showing."""

    assessment: Assessment
    forms: tuple[Assessment, ...]

    @property
    def aid(self) -> CompiledAid:
        return self.assessment.aid


class Result:
    """A case's assessments arranged for reading."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._by_id = {item.aid.id: item for item in case.assessments}

    @cached_property
    def likely(self) -> list[Card]:
        return self._cards(Verdict.LIKELY)

    @cached_property
    def to_check(self) -> list[Card]:
        return self._cards(Verdict.TO_CHECK)

    @cached_property
    def unsought(self) -> list[CompiledAid]:
        """Aids that may be what the person needs, when they do not know what that is."""
        return [
            item.aid
            for item in self.case.assessments
            if item.possible and not item.aid.parent and self._is_unsought(item)
        ]

    @cached_property
    def demands(self) -> list[str]:
        """The questions to which they answered that they do not know what they look for."""
        asked = (catalogue().needs[need].demand for need in self.case.needs)
        answers = self.case.answers
        return [fact for fact in asked if fact and fact in answers and answers[fact] is None]

    @cached_property
    def unlikely(self) -> list[Card]:
        return self._cards(Verdict.UNLIKELY)

    @cached_property
    def possible(self) -> int:
        """How many aids and sub-forms are likely or to be checked."""
        return sum(item.possible for item in self.case.assessments)

    @cached_property
    def choices(self) -> list[tuple[CompiledAid, CompiledAid, Exclusion]]:
        """Pairs of possible aids between which one must choose; a pair that both aids mention is told once."""
        found: dict[frozenset[str], tuple[CompiledAid, CompiledAid, Exclusion]] = {}
        for card in (*self.likely, *self.to_check):
            for exclusion in card.aid.aid.exclusions:
                other = self._by_id.get(exclusion.other)
                if other and other.possible:
                    found.setdefault(frozenset((card.aid.id, other.aid.id)), (card.aid, other.aid, exclusion))
        return list(found.values())

    @cached_property
    def elsewhere(self) -> list[CompiledAid]:
        """Aids of needs that were not chosen, which the answers already given point to."""
        return [
            aid
            for aid in catalogue().aids.values()
            if aid.parent is None
            and aid.concerns
            and set(self.case.needs).isdisjoint(aid.needs)
            and concern(aid, self.case.answers, self.case.amounts)
            and assess(aid, self.case.answers, self.case.amounts).possible
        ]

    def changeable(self, assessment: Assessment) -> list[str]:
        """Questions whose answers decided a "no"."""
        deciding = assessment.deciding
        if deciding is None:
            return []
        return [fact for fact in self.case.path.asked if fact in deciding.rule.facts]

    def referral(self, role: str | None) -> Referral | None:
        """Where a role is held for this person."""
        place = self.case.answers.get(catalogue().place_question)
        return office_for(catalogue(), role, place if isinstance(place, str) else None) if role else None

    def shown(self, aid: CompiledAid, field: str) -> list:
        """An aid's statements of one kind, those that surely do not apply left out."""
        items = aid.statements[field]
        return [item for item in items if item.truth(self.case.answers, self.case.amounts) is not False]

    def _is_unsought(self, item: Assessment) -> bool:
        return unsought(item.aid, catalogue().demands[item.aid.id], self.case.answers, self.case.amounts)

    def _cards(self, verdict: Verdict) -> list[Card]:
        """Aids of one verdict, those with an urgent deadline first."""
        urgent = {clock.aid.id for clock in self.case.checklist.clocks if clock.deadline.item.urgent == "oui"}
        cards = [
            Card(item, tuple(form for name in item.aid.forms if (form := self._by_id[name]).possible))
            for item in self.case.assessments
            if item.verdict is verdict and item.aid.parent is None and not self._is_unsought(item)
        ]
        return sorted(cards, key=lambda card: card.aid.id not in urgent)
