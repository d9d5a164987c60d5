"""When a question is put, in words for the paper: « Seulement si, à la question 3, vous avez coché : … »."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import reduce

from engine.content.answers import NO, YES
from engine.rules.conditions import AmountRef, And, Compare, Expr, Flag, Not, Or, facts
from web.words import i18n
from web.words.i18n import gettext
from web.words.wording import Wording

QuestionNumbers = Mapping[str, int]

_BOUNDS: dict[str, Callable[[str, int], str]] = {
    "<": lambda value, number: gettext(
        "si vous avez moins de %(value)s (question\u00a0%(number)s)", value=value, number=number
    ),
    "<=": lambda value, number: gettext(
        "si vous avez %(value)s ou moins (question\u00a0%(number)s)", value=value, number=number
    ),
    ">": lambda value, number: gettext(
        "si vous avez plus de %(value)s (question\u00a0%(number)s)", value=value, number=number
    ),
    ">=": lambda value, number: gettext(
        "si vous avez %(value)s ou plus (question\u00a0%(number)s)", value=value, number=number
    ),
    "==": lambda value, number: gettext(
        "si vous avez %(value)s (question\u00a0%(number)s)", value=value, number=number
    ),
}


def asked_only_if(rule: Expr, numbers: QuestionNumbers, wording: Wording) -> str:
    """The sentence that stands above a question with this rule; `numbers` are those of the questions on the paper.

    A rule too intricate for one sentence only names the questions that decide.
    """
    cases = [_case(item, numbers, wording) for item in _gathered(_alternatives(rule))]
    told = [case for case in cases if case is not None]
    if len(told) < len(cases):
        deciding = sorted({numbers[fact] for fact in facts(rule)})
        return gettext(
            "Seulement si cela vous concerne, d’après vos réponses à ces questions\u00a0: %(numbers)s.",
            numbers=", ".join(map(str, deciding)),
        )
    either = reduce(lambda first, then: gettext("%(first)s\u00a0; ou %(then)s", first=first, then=then), told)
    return gettext("Seulement %(when)s.", when=either)


def _alternatives(rule: Expr) -> tuple[Expr, ...]:
    """The cases of a rule: « a, and b or c » has two, « a and b » and « a and c ».

    Only boxes are said twice: a number repeated in each case would make the sentence too long.
    """
    match rule:
        case Or(items=items):
            return items
        case And(items=(first, Or(items=either))) if _ticked(first) and len(_gathered(either)) > 1:
            return tuple(And((first, one)) for one in _gathered(either))
    return (rule,)


def _gathered(items: Iterable[Expr]) -> list[Expr]:
    """Alternatives, those that tick boxes of one question made one."""
    boxes: dict[str, tuple[str, ...]] = {}
    others: list[Expr] = []
    for item in items:
        if ticked := _ticked(item):
            fact, options = ticked
            boxes[fact] = (*boxes.get(fact, ()), *options)
        else:
            others.append(item)
    return [*(Compare(fact, "in", options) for fact, options in boxes.items()), *others]


def _ticked(item: Expr) -> tuple[str, tuple[str, ...]] | None:
    """The question, and its boxes one of which must be ticked."""
    match item:
        case Flag(fact=fact):
            return fact, (YES,)
        case Not(item=Flag(fact=fact)):
            return fact, (NO,)
        case Compare(fact=fact, operator="==" | "has", value=str(option)):
            return fact, (option,)
        case Compare(fact=fact, operator="in" | "has", value=tuple(options)):
            return fact, options
    return None


def _case(item: Expr, numbers: QuestionNumbers, wording: Wording) -> str | None:
    """One alternative: all that must hold together."""
    parts = [_part(part, numbers, wording) for part in (item.items if isinstance(item, And) else (item,))]
    told = [part for part in parts if part is not None]
    if len(told) < len(parts):
        return None
    return reduce(lambda first, then: gettext("%(first)s, et %(then)s", first=first, then=then), told)


def _part(item: Expr, numbers: QuestionNumbers, wording: Wording) -> str | None:
    if isinstance(item, Or):
        gathered = _gathered(item.items)
        return _part(gathered[0], numbers, wording) if len(gathered) == 1 else None
    if ticked := _ticked(item):
        return gettext(
            "si, à la question\u00a0%(number)s, vous avez coché\u00a0: %(options)s",
            number=numbers[ticked[0]],
            options=_options(*ticked, wording),
        )
    if unticked := _unticked(item):
        return gettext(
            "si, à la question\u00a0%(number)s, vous n’avez pas coché\u00a0: %(options)s",
            number=numbers[unticked[0]],
            options=_options(*unticked, wording),
        )
    if isinstance(item, Compare) and item.operator in _BOUNDS:
        return _BOUNDS[item.operator](_number(item, wording), numbers[item.fact])
    return None


def _unticked(item: Expr) -> tuple[str, tuple[str, ...]] | None:
    """The question, and its boxes none of which may be ticked."""
    match item:
        case Compare(fact=fact, operator="!=", value=str(option)):
            return fact, (option,)
        case Not(item=inner):
            return _ticked(inner)
    return None


def _options(fact: str, options: Iterable[str], wording: Wording) -> str:
    """« Un », « deux » ou « trois »."""
    question = wording.catalogue.questions[fact].written
    values = (option == YES if question.kind == "oui-non" else option for option in options)
    *before, last = (gettext("«\u00a0%(option)s\u00a0»", option=wording.answer(question, value)) for value in values)
    return gettext("%(first)s ou %(then)s", first=", ".join(before), then=last) if before else last


def _number(item: Compare, wording: Wording) -> str:
    """The number compared with, as one would write it."""
    match item.value:
        case AmountRef(name=name):
            return i18n.fill(f"{{bareme.{name}}}", wording.amounts)
        case Decimal() as value:
            return wording.answer(wording.catalogue.questions[item.fact].written, value)
    raise TypeError(item)
