"""The words of the content as a page needs them: translated, in the right person, with amounts and citations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec
from flask import g

from engine.amounts import DatedAmount
from engine.compiled import CompiledAid
from engine.model import Aid, Document, Question, Source
from engine.reference import Role
from engine.truth import Answers, Value
from web import i18n
from web.i18n import gettext
from web.state import catalogue, today

_AMOUNT_NAME = re.compile(r"\bbareme\.([a-z0-9_]+)")


class Wording:
    """Says content. `other` chooses the wording for someone the person helps; `on` dates the amounts."""

    def __init__(self, *, other: bool = False, on: date | None = None) -> None:
        self.other = other
        self.amounts = catalogue().dated_amounts(on or today())

    def say(self, item: msgspec.Struct, field: str = "text") -> str:
        """One text, in the third person where there is such a wording and it is wanted."""
        if self.other and getattr(item, "other_" + field, None):
            field = "other_" + field
        return i18n.say(item, field, self.amounts)

    def each(self, item: msgspec.Struct, field: str) -> list[str]:
        """A list of texts."""
        return i18n.say_each(item, field, self.amounts)

    def answer(self, question: Question, value: Value | None) -> str:
        """An answer in words, as the person would read it back."""
        match value:
            case None:
                return self.say(question.dont_know)
            case bool():
                return gettext("Oui") if value else gettext("Non")
            case frozenset():
                return i18n.semicolon().join(self.say(option) for option in question.options if option.id in value)
            case str():
                named = {option.id: option for option in question.options}
                return self.say(named[value]) if value in named else catalogue().communes[value].name
            case _:
                unit = self.say(question, "unit")
                return f"{i18n.number(value)}\u00a0{unit}".strip()


def dated_amounts(item: msgspec.Struct) -> list[DatedAmount]:
    """The amounts a statement or a condition rests on, each with its date and official text."""
    texts = (getattr(item, name, None) or "" for name in ("text", "test"))
    names = dict.fromkeys(name for text in texts for name in _AMOUNT_NAME.findall(text))
    return [wording().amounts[name] for name in names]


def cite(source: Source) -> str:
    """A citation in one line: text, fiche, lines. In French whatever the page's language: it names French texts."""
    if source.document is None:
        return ""
    text = catalogue().sources[source.document]
    parts = [text.short or text.name]
    if source.sheet:
        parts.append(f"fiche\u00a0{source.sheet}")
    if source.lines:
        parts.append(f"l.\u00a0{source.lines}")
    return ", ".join(parts)


def editions(aids: Iterable[CompiledAid]) -> str:
    """The texts that aids come from, with their dates."""
    names = dict.fromkeys(aid.source.document for aid in aids)
    texts = [catalogue().sources[name] for name in names if name]
    return i18n.semicolon().join(
        f"{text.short or text.name}, {i18n.day(text.date)}" if text.date else text.short or text.name for text in texts
    )


def bilingual(item: Aid | Document | Role, *, brief: bool = False) -> dict[str, str | None]:
    """A name, and the French one that the desk reads; when `brief`, not where the translation quotes it already."""
    name = wording().say(item, "name")
    needed = i18n.current_language() != i18n.SOURCE_LANGUAGE and not (brief and "(" in name)
    return {"name": name, "french": item.name if needed else None}


def serves(aids: Iterable[CompiledAid], total: int) -> str:
    """For which aids a paper or an office is, out of so many; a sub-form goes without saying beside its parent."""
    served = list(aids)
    if 2 < len(served) == total:
        return gettext("Pour toutes ces aides")
    whole = [aid for aid in served if aid.parent is None] or served
    return gettext("Pour\u00a0:") + " " + ", ".join(map(aid_name, whole))


def cost_kind(kind: str) -> str:
    """What kind of cost a statement tells, in words."""
    return {
        "contribution": gettext("Reste à payer"),
        "recovery": gettext("Repris plus tard"),
        "family_duty": gettext("Demandé à la famille"),
    }[kind]


def wording() -> Wording:
    """The wording of the current request."""
    if "wording" not in g:
        g.wording = Wording()
    return g.wording


def template_helpers() -> dict[str, Any]:
    """What templates call to say content."""
    return {
        "say": lambda item, field="text": wording().say(item, field),
        "each": lambda item, field: wording().each(item, field),
        "answer_text": lambda question, value: wording().answer(question, value),
        "question_name": lambda fact: wording().say(catalogue().questions[fact].question, "short"),
        "answer_to": answer_to,
        "commune_names": lambda: [commune.name for commune in catalogue().communes.values()],
        "open_needs": lambda: [catalogue().needs[need] for need in catalogue().open_needs],
        "dated_amounts": dated_amounts,
        "cite": cite,
        "natures": natures,
        "serves": serves,
        "cost_kind": cost_kind,
    }


def aid_name(item: CompiledAid | str) -> str:
    """An aid's name, from the aid or its id; a template filter."""
    aid = catalogue().aids[item] if isinstance(item, str) else item
    return wording().say(aid.aid, "name")


def answer_to(fact: str, answers: Answers) -> str:
    """What was answered to a question, in words."""
    return wording().answer(catalogue().questions[fact].question, answers[fact])


def natures(aid: CompiledAid) -> str:
    """What kind of thing an aid is, in words."""
    return {
        "aide": gettext("Aide"),
        "droit": gettext("Droit"),
        "service": gettext("Service"),
        "mesure-du-juge": gettext("Décision d’un juge"),
        "orientation": gettext("Aide d’un autre organisme"),
        "information": gettext("À savoir"),
    }[aid.nature]
