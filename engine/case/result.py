"""A case's assessments arranged for reading: the same on the result page, at the desk and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from engine.case.assessment import Assessment, Verdict, assess, concern, unsought
from engine.case.case import Case
from engine.case.guideposts import Signpost, guideposts
from engine.content.catalogue import Catalogue
from engine.content.entries import AidEntry, Guarded
from engine.content.shapes.aids import Contacts, Exclusion, Statement
from engine.content.shapes.needs import Need
from engine.rules.truth import Value


@dataclass(frozen=True)
class Card:
    """An aid on the result page with those of its variants that are worth showing."""

    assessment: Assessment
    variants: tuple[Assessment, ...]

    @property
    def aid(self) -> AidEntry:
        """The aid itself."""
        return self.assessment.aid


def chosen(answer: Value | None) -> frozenset[str]:
    """The options of an answer."""
    return answer if isinstance(answer, frozenset) else frozenset({answer} if isinstance(answer, str) else ())


@lru_cache(maxsize=4)  # as many as are kept elsewhere of what the catalogues say
def _pointing(catalogue: Catalogue) -> tuple[tuple[AidEntry, ...], dict[str, set[int]]]:
    """All aids in content order, and by question the places of those to which its answer may point by itself.

    An aid none of whose questions is answered costs nothing.
    """
    aids, found = tuple(catalogue.aids.values()), dict[str, set[int]]()
    for place, aid in enumerate(aids):
        for rule in (*aid.concerns[:1], *((aid.also,) if aid.also else ())):
            for fact in rule.facts:
                found.setdefault(fact, set()).add(place)
    return aids, found


class Result:
    """What a case comes to, each list in the order in which it is read."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._by_id = {item.aid.id: item for item in case.assessments}

    @cached_property
    def held(self) -> list[Card]:
        """Aids that the person already has."""
        return self._cards(Verdict.HELD)

    @cached_property
    def likely(self) -> list[Card]:
        """Aids that are likely."""
        return self._cards(Verdict.LIKELY)

    @cached_property
    def to_check(self) -> list[Card]:
        """Aids for which an answer, or a written rule, is missing."""
        return self._cards(Verdict.TO_CHECK)

    @cached_property
    def guideposts(self) -> list[Signpost]:
        """What to know before all aids."""
        return guideposts(self.case.catalogue, self.case.answers, self.case.amounts)

    @cached_property
    def unsought(self) -> list[AidEntry]:
        """Aids that may be what the person needs, when they do not know what that is."""
        return [
            item.aid
            for item in self.case.assessments
            if item.possible and not item.aid.parent and self._is_unsought(item)
        ]

    @cached_property
    def demands(self) -> list[str]:
        """The questions to which they answered that they do not know what they look for."""
        known = self.case.catalogue
        asked = (*(known.needs[need].demand for need in self.case.needs), *known.openings)
        answers = self.case.answers
        return [fact for fact in asked if fact and fact in answers and answers[fact] is None]

    @cached_property
    def outside(self) -> list[Need]:
        """The needs in which they look for something that the guide does not hold."""
        answers, questions = self.case.answers, self.case.catalogue.questions
        return [
            need
            for need in map(self.case.catalogue.needs.__getitem__, self.case.needs)
            if need.demand and questions[need.demand].outside & chosen(answers.get(need.demand))
        ]

    @cached_property
    def unlikely(self) -> list[Card]:
        """Aids that an answer makes unlikely."""
        return self._cards(Verdict.UNLIKELY)

    @cached_property
    def possible(self) -> int:
        """How many aids and variants are likely or to be checked."""
        return sum(item.possible for item in self.case.assessments)

    @cached_property
    def choices(self) -> list[tuple[AidEntry, AidEntry, Exclusion]]:
        """Pairs of aids, possible or already received, between which one must choose; each pair is told once."""
        found: dict[frozenset[str], tuple[AidEntry, AidEntry, Exclusion]] = {}
        for card in (*self.likely, *self.to_check):
            for entry in card.aid.exclusions:
                other = self._by_id.get(entry.written.other or "")
                if other and (other.possible or other.verdict is Verdict.HELD):
                    found.setdefault(frozenset((card.aid.id, other.aid.id)), (card.aid, other.aid, entry.written))
        return list(found.values())

    @cached_property
    def elsewhere(self) -> list[AidEntry]:
        """Aids that nobody asked for, or of needs that were not chosen, which the answers already given point to."""
        aids, pointing = _pointing(self.case.catalogue)
        told = (pointing.get(fact, ()) for fact, answer in self.case.answers.items() if answer is not None)
        return [aids[place] for place in sorted(set[int]().union(*told)) if self._points_to(aids[place])]

    def _points_to(self, aid: AidEntry) -> bool:
        answers, amounts = self.case.known, self.case.amounts
        known = self._by_id.get(aid.id)
        if aid.parent or (known and known.verdict is not Verdict.NOT_CONCERNED):
            return False
        if aid.also and aid.also.test(answers, amounts):
            return not any(item.rule.test(answers, amounts) is False for item in aid.conditions)
        asked = aid.concerns and not known and concern(aid, answers, amounts)
        return bool(asked) and assess(aid, answers, amounts).possible

    def changeable(self, assessment: Assessment) -> list[str]:
        """Questions whose answers decided a "no"."""
        deciding = assessment.deciding
        if deciding is None:
            return []
        return [fact for fact in self.case.path.asked if fact in deciding.rule.facts]

    def contacts(self, aid: AidEntry) -> Contacts:
        """An aid's offices for these answers."""
        return aid.contacts_for(self.case.known, self.case.amounts)

    def told(self, aid: AidEntry, field: str) -> list[Guarded[Statement]]:
        """An aid's statements of one kind, those that surely do not apply left out."""
        items = aid.statements[field]
        return [item for item in items if item.truth(self.case.known, self.case.amounts) is not False]

    def to_do(self, aid: AidEntry) -> list[Guarded[Statement]]:
        """What is left to do for an aid already received, what surely does not apply left out."""
        steps = aid.held.steps if aid.held else ()
        return [item for item in steps if item.truth(self.case.known, self.case.amounts) is not False]

    def _is_unsought(self, item: Assessment) -> bool:
        known = self.case.catalogue
        return unsought(item.aid, known.demands[item.aid.id], known.openings, self.case.known, self.case.amounts)

    def card(self, aid_id: str) -> Card | None:
        """What there is to say of one aid, where this person is concerned by it."""
        cards = (*self.held, *self.likely, *self.to_check, *self.unlikely)
        return next((card for card in cards if card.aid.id == aid_id), None)

    def _cards(self, verdict: Verdict) -> list[Card]:
        """Aids of one verdict, those with an urgent deadline first."""
        cards = [
            Card(item, tuple(variant for name in item.aid.variants if (variant := self._by_id[name]).possible))
            for item in self.case.assessments
            if item.verdict is verdict
            and item.aid.parent is None
            and (verdict is Verdict.HELD or not self._is_unsought(item))
        ]
        return sorted(cards, key=lambda card: card.aid.id not in self._urgent)

    @cached_property
    def _urgent(self) -> set[str]:
        """Ids of the aids with an urgent deadline."""
        return {clock.aid.id for clock in self.case.checklist.clocks if clock.urgent}
