"""Whom to call first, because an answer told of a danger or of a doubt; a minor is told whom minors call before all."""

from __future__ import annotations

from collections.abc import Iterable

from engine.content.catalogue import Catalogue
from engine.content.entries import EmergencyEntry
from engine.rules.truth import Amounts, Answers


def emergencies(catalogue: Catalogue, answers: Answers, amounts: Amounts) -> tuple[EmergencyEntry, ...]:
    """Numbers to call before anything else, in the order in which to call them."""
    known = catalogue.emergencies.values()
    called = [item for item in known if _told(item, answers, amounts) or _doubted(item, answers)]
    return in_order(called, answers, amounts)


def in_order(numbers: Iterable[EmergencyEntry], answers: Answers, amounts: Amounts) -> tuple[EmergencyEntry, ...]:
    """As the content gives them, but for those that come before all for this person."""
    return tuple(
        sorted(numbers, key=lambda item: item.before_all is None or item.before_all.test(answers, amounts) is not True)
    )


def only_doubted(numbers: Iterable[EmergencyEntry], answers: Answers, amounts: Amounts) -> bool:
    """Whether these numbers come from « je ne suis pas sûr » alone."""
    return not any(_told(item, answers, amounts) for item in numbers)


def brings_numbers(catalogue: Catalogue, fact: str, answers: Answers, amounts: Amounts) -> bool:
    """Whether the answer to this question tells of a danger, and calls for a number that no other answer does."""
    value = answers.get(fact)
    chosen = value if isinstance(value, frozenset) else {value}
    danger = any(option.danger and option.id in chosen for option in catalogue.questions[fact].written.options)
    if not danger and not any(item.written.doubt == fact for item in catalogue.emergencies.values()):
        return False
    others = {name: answer for name, answer in answers.items() if name != fact}
    return not set(emergencies(catalogue, answers, amounts)) <= set(emergencies(catalogue, others, amounts))


def _told(item: EmergencyEntry, answers: Answers, amounts: Amounts) -> bool:
    return item.rule is not None and item.rule.test(answers, amounts) is True


def _doubted(item: EmergencyEntry, answers: Answers) -> bool:
    doubt = item.written.doubt
    return doubt is not None and doubt in answers and answers[doubt] is None
