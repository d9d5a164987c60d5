"""Which answers to a question speak for an aid, by themselves: where the empty questionnaire leads from its boxes."""

from __future__ import annotations

from collections.abc import Sequence

from engine.content.entries import AidEntry
from engine.rules.truth import Amounts, Answers, Value


def leads(aid: AidEntry, fact: str, values: Sequence[Value], known: Answers, amounts: Amounts) -> list[Value]:
    """Those of these answers to `fact` that leave the aid open where another closes it, or that meet more of its rules.

    None, where they all count alike. `known` is what is sure already.
    """
    rules = [rule for rule in (*aid.concerns, *(condition.rule for condition in aid.conditions)) if fact in rule.facts]
    if not rules:
        return []
    told = [[rule.test({**known, fact: value}, amounts) for rule in rules] for value in values]
    met = [-1 if False in truths else truths.count(True) for truths in told]
    return [value for value, count in zip(values, met, strict=True) if count >= 0 and count > min(met)]
