"""Whom to call first, because an answer told of a danger or of a doubt, and what is good to know before one calls."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from engine.content.catalogue import Catalogue
from engine.content.entries import EmergencyEntry, RouteEntry
from engine.content.shapes.emergencies import Remark
from engine.rules.truth import Amounts, Answers


def emergencies(catalogue: Catalogue, answers: Answers, amounts: Amounts) -> tuple[EmergencyEntry, ...]:
    """Numbers to call before anything else, in the order in which to call them."""
    known = catalogue.emergencies.values()
    called = [item for item in known if _told(item, answers, amounts) or _doubted(item, answers)]
    return in_order(catalogue, called, answers, amounts)


def in_order(
    catalogue: Catalogue, numbers: Collection[EmergencyEntry], answers: Answers, amounts: Amounts
) -> tuple[EmergencyEntry, ...]:
    """As the content gives them, after those that come first in the most pressing situation of this person."""
    if not numbers:
        return ()
    ordering = (item.written.first for item in catalogue.routes if item.written.first and _told(item, answers, amounts))
    first = next(ordering, ())
    return tuple(sorted(numbers, key=lambda item: _place(item, first)))


def remarks(catalogue: Catalogue, answers: Answers, amounts: Amounts) -> tuple[Remark, ...]:
    """What is good to know before one calls, from the most pressing situation on."""
    held = (item for item in catalogue.routes if _told(item, answers, amounts) or _doubted(item, answers))
    return tuple(remark for item in held for remark in item.written.remarks)


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


def _place(item: EmergencyEntry, first: tuple[str, ...]) -> int:
    name = item.written.id
    return first.index(name) if name in first else len(first)


def _told(item: EmergencyEntry | RouteEntry, answers: Answers, amounts: Amounts) -> bool:
    return item.rule is not None and item.rule.test(answers, amounts) is True


def _doubted(item: EmergencyEntry | RouteEntry, answers: Answers) -> bool:
    doubt = item.written.doubt
    return doubt is not None and doubt in answers and answers[doubt] is None
