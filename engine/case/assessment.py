"""Verdict and reasons for each aid. Never « vous avez droit », never « refusé »."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from engine.case.memory import Memories
from engine.content.catalogue import Catalogue
from engine.content.entries import AidEntry, ConditionEntry, ExclusionEntry
from engine.rules.prospects import View
from engine.rules.truth import Amounts, Answers, Truth


class Verdict(StrEnum):
    """What the guide may say of an aid."""

    HELD = "deja-recue"
    LIKELY = "probable"
    TO_CHECK = "a-verifier"
    UNLIKELY = "peu-probable"
    NOT_CONCERNED = "non-concerne"


@dataclass(frozen=True, eq=False)
class Assessment:
    """An aid's verdict with its conditions sorted: met, plausible, unmet, still open.

    `deciding` is the one behind a "no"; `against` are the exclusions that keep it from being likely; `sought`, whether
    it is surely for what the person looks for.
    """

    aid: AidEntry
    verdict: Verdict
    met: tuple[ConditionEntry, ...] = ()
    plausible: tuple[ConditionEntry, ...] = ()
    unmet: tuple[ConditionEntry, ...] = ()
    open: tuple[ConditionEntry, ...] = ()
    against: tuple[ExclusionEntry, ...] = ()
    sought: bool = False

    @property
    def deciding(self) -> ConditionEntry | None:
        """The first condition that is not met."""
        return self.unmet[0] if self.unmet else None

    @property
    def possible(self) -> bool:
        """Whether documents, offices and deadlines are worth showing."""
        return self.verdict in (Verdict.LIKELY, Verdict.TO_CHECK)


MEMORIES = Memories[Assessment]()


def concern(aid: AidEntry, answers: Answers, amounts: Amounts) -> Truth:
    """Whether the person is looking for this aid at all."""
    result: Truth = True
    for rule in aid.concerns:
        value = rule.test(answers, amounts)
        if value is False:
            return False
        if value is None:
            result = None
    return result


def unsought(
    aid: AidEntry, demands: Collection[str], openings: Collection[str], answers: Answers, amounts: Amounts
) -> bool:
    """Whether what someone looks for is not known, or not yet asked, so that this aid may be it or not.

    Where a need was not chosen, an empty demand says nothing of what is looked for elsewhere. Nor is it known where
    they do not know the answer to a question of `openings` that this aid hangs on.
    """
    told = [fact for fact in demands if answers.get(fact)]
    doubted = [fact for fact in openings if answers.get(fact, fact) is None]
    unknown = (demands and not told) or any(fact in rule.facts for fact in doubted for rule in aid.concerns)
    return bool(unknown) and concern(aid, answers, amounts) is None


def assess(aid: AidEntry, answers: Answers, amounts: Amounts) -> Assessment:
    """One aid, seen alone. A single false condition makes it unlikely whatever else is open.

    It is likely when all its conditions are true or plausible, and nothing is held that it cannot go with.
    """
    concerned = concern(aid, answers, amounts)
    held = aid.held is not None and aid.held.rule.test(answers, amounts) is True
    if concerned is False or (aid.closed and not held):
        return Assessment(aid, Verdict.NOT_CONCERNED)
    if held:
        return Assessment(aid, Verdict.HELD)
    met, plausible, unmet, unknown = _sorted(aid, answers, amounts)
    against = tuple(item for item in aid.exclusions if item.held and item.held.test(answers, amounts) is not False)
    if unmet:
        verdict = Verdict.UNLIKELY
    elif concerned and not unknown and not against:
        verdict = Verdict.LIKELY
    else:
        verdict = Verdict.TO_CHECK
    return Assessment(aid, verdict, met, plausible, unmet, unknown, against, sought=concerned is True)


def assess_all(
    catalogue: Catalogue, needs: Iterable[str], answers: Answers, amounts: Amounts, view: View | None = None
) -> list[Assessment]:
    """Every aid of these needs, in content order; `view` is what the interview has made of the answers already.

    One that yields to another is not likely while the other is possible.
    """
    chosen = frozenset(needs)
    answers = {**answers, **catalogue.nothing_sought(chosen)}
    if view is None:
        view = View.blank(catalogue.bits, amounts)
        for fact in answers:
            view.answer(fact, answers)
    memory, true, false = MEMORIES.of(catalogue), view.true, view.false
    alone = []
    for aid in catalogue.aids_for(chosen):
        leaves = catalogue.leaves_of[aid.id]
        state = aid.id, true & leaves, false & leaves, 0, 0
        alone.append(memory.get(state) or memory.keep(state, assess(aid, answers, amounts)))
    possible = {item.aid.id for item in alone if item.possible}
    return [_beside(item, possible) if item.verdict is Verdict.LIKELY else item for item in alone]


def _sorted(aid: AidEntry, answers: Answers, amounts: Amounts) -> tuple[tuple[ConditionEntry, ...], ...]:
    """The aid's conditions: true, plausible, false, unknown."""
    true: list[ConditionEntry] = []
    plausible: list[ConditionEntry] = []
    false: list[ConditionEntry] = []
    unknown: list[ConditionEntry] = []
    for condition in aid.conditions:
        match condition.rule.test(answers, amounts):
            case True:
                true.append(condition)
            case False:
                false.append(condition)
            case None:
                known = condition.plausible.test(answers, amounts)
                (plausible if known else unknown).append(condition)
    return tuple(true), tuple(plausible), tuple(false), tuple(unknown)


def _beside(item: Assessment, possible: Collection[str]) -> Assessment:
    """The verdict of a likely aid, in view of those that it cannot go with.

    Of two that are open, one must come second; where nobody says which, neither is likely.
    """
    against = tuple(entry for entry in item.aid.exclusions if entry.second and entry.written.other in possible)
    return replace(item, verdict=Verdict.TO_CHECK, against=against) if against else item
