"""Verdict and reasons for each aid. Never « vous avez droit », never « refusé »."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from engine.content.entries import AidEntry, ConditionEntry
from engine.rules.truth import Amounts, Answers, Truth


class Verdict(StrEnum):
    """What the guide may say of an aid."""

    LIKELY = "probable"
    TO_CHECK = "a-verifier"
    UNLIKELY = "peu-probable"
    NOT_CONCERNED = "non-concerne"


@dataclass(frozen=True, eq=False)
class Assessment:
    """An aid's verdict with its conditions sorted: met, unmet, still open. `deciding` is the one behind a "no"."""

    aid: AidEntry
    verdict: Verdict
    met: tuple[ConditionEntry, ...]
    unmet: tuple[ConditionEntry, ...]
    open: tuple[ConditionEntry, ...]

    @property
    def deciding(self) -> ConditionEntry | None:
        """The first condition that is not met."""
        return self.unmet[0] if self.unmet else None

    @property
    def possible(self) -> bool:
        """Whether documents, offices and deadlines are worth showing."""
        return self.verdict in (Verdict.LIKELY, Verdict.TO_CHECK)


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


def unsought(aid: AidEntry, demands: Collection[str], answers: Answers, amounts: Amounts) -> bool:
    """Whether what someone looks for is not known, or not yet asked, so that this aid may be it or not."""
    unknown = bool(demands) and all(answers.get(fact) is None for fact in demands)
    return unknown and concern(aid, answers, amounts) is None


def assess(aid: AidEntry, answers: Answers, amounts: Amounts) -> Assessment:
    """One aid. A single false condition makes it unlikely whatever else is open; all true make it likely."""
    concerned = concern(aid, answers, amounts)
    if concerned is False:
        return Assessment(aid, Verdict.NOT_CONCERNED, (), (), ())
    sorted_out: dict[Truth, list[ConditionEntry]] = {True: [], False: [], None: []}
    for condition in aid.conditions:
        sorted_out[condition.rule.test(answers, amounts)].append(condition)
    if sorted_out[False]:
        verdict = Verdict.UNLIKELY
    elif concerned and not sorted_out[None]:
        verdict = Verdict.LIKELY
    else:
        verdict = Verdict.TO_CHECK
    return Assessment(aid, verdict, tuple(sorted_out[True]), tuple(sorted_out[False]), tuple(sorted_out[None]))


def assess_all(aids: Iterable[AidEntry], answers: Answers, amounts: Amounts) -> list[Assessment]:
    """Every aid, in the order given."""
    return [assess(aid, answers, amounts) for aid in aids]
