"""The words of the content as a page needs them: translated, in the right person, with amounts and citations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from itertools import groupby
from types import MappingProxyType
from typing import Any

import msgspec

from engine.case.case import Case
from engine.case.checklist import Stop
from engine.content.amounts import DatedAmount
from engine.content.catalogue import Catalogue
from engine.content.entries import AidEntry
from engine.content.places import PlaceAnswer
from engine.content.shapes.aids import Aid
from engine.content.shapes.base import Source
from engine.content.shapes.documents import Document
from engine.content.shapes.needs import Need
from engine.content.shapes.offices import Role
from engine.content.shapes.questions import Option, Question
from engine.rules.truth import Answers, Value
from web.words import i18n
from web.words.i18n import gettext
from web.words.relation import Relation, relation_in_aids, relation_of
from web.words.voice import Voice

# The name that templates give to each method with which they say content.
WORDING_HELPERS = {
    "say": "say",
    "to_say": "ask",
    "each": "each",
    "answer_text": "answer",
    "answer_to": "answer_to",
    "question_name": "question_name",
    "aid_name": "aid_name",
    "aid_names": "aid_names",
    "dated_amounts": "dated_amounts",
    "cite": "cite",
    "serves": "serves",
    "grouped_options": "grouped_options",
}
_AMOUNT_NAME = re.compile(r"\bbareme\.([a-z0-9_]+)")


class Wording:
    """Says the content of a catalogue in the language of the request.

    `other` chooses the sentences that speak of someone the person helps; `answers` the questions and the options
    meant for people like them; `on` dates the amounts.
    """

    def __init__(
        self, catalogue: Catalogue, on: date, *, other: bool = False, answers: Answers = MappingProxyType({})
    ) -> None:
        self.catalogue = catalogue
        self.other = other
        self.answers = answers
        self.amounts = catalogue.dated_amounts(on)
        self._values = catalogue.amounts_at(on)
        self._told: dict[tuple[str, Value | None], str] = {}

    @classmethod
    def of(cls, case: Case, *, other: bool = False) -> Wording:
        """The wording for the person of a case; `other` speaks of someone else while nobody said for whom it is."""
        unsaid = not any(fact in case.answers for fact, _ in case.catalogue.third_person)
        return cls(case.catalogue, case.day, other=case.for_other or (other and unsaid), answers=case.known)

    @cached_property
    def relation(self) -> Relation:
        """Whom it speaks of, where it speaks of someone else."""
        return relation_of(self.catalogue, self.answers)

    @cached_property
    def relation_in_aids(self) -> Relation:
        """Whom an aid speaks of, where it speaks of someone else."""
        return relation_in_aids(self.catalogue, self.answers)

    @cached_property
    def voice(self) -> Voice:
        """The language of the request, asked for once."""
        return i18n.voice()

    def say(self, item: msgspec.Struct, field: str = "text") -> str:
        """One text, in the third person where there is such a wording and it is wanted."""
        if isinstance(item, Question):
            put = self.catalogue.questions[item.id].put(self.answers, self._values)
            item = put if put and getattr(put, field, None) else item
        if self.other and getattr(item, "other_" + field, None):
            relation = self.relation if isinstance(item, Question | Option) else self.relation_in_aids
            return relation.fill(self._said(item, "other_" + field))
        return self._said(item, field)

    def _said(self, item: msgspec.Struct, field: str) -> str:
        text = getattr(item, field)
        return i18n.fill(self.voice.pgettext(type(item).__name__, text), self.amounts) if text else ""

    def ask(self, stop: Stop) -> str:
        """What to say at an office: of an aid already received, not what one says to ask for it."""
        if stop.held and not stop.welcome:
            return gettext("Dites que l’aide est déjà versée, et ce qui doit changer.")
        return self.say(stop.referral.role, "ask")

    def each(self, item: msgspec.Struct, field: str) -> list[str]:
        """A list of texts."""
        return i18n.say_each(item, field, self.amounts)

    def options(self, question: Question) -> tuple[Option, ...]:
        """The answers of a question that are offered to this person."""
        return self.catalogue.questions[question.id].offered(self.answers, self._values)

    def grouped_options(self, question: Question) -> list[tuple[str | None, list[Option]]]:
        """The answers offered, each group under its heading."""
        groups = groupby(self.options(question), lambda option: option.group)
        grouped = [(group, list(options)) for group, options in groups]
        return [(self.say(options[0], "group") if group else None, options) for group, options in grouped]

    def answer(self, question: Question, value: Value | None) -> str:
        """An answer in words, as the person would read it back."""
        match value:
            case None:
                return self.say(question.dont_know)
            case bool():
                return gettext("Oui") if value else gettext("Non")
            case frozenset():
                return i18n.semicolon().join(self.say(option) for option in question.options if option.id in value)
            case PlaceAnswer():
                commune = self.catalogue.communes[value.insee].name
                return f"{commune}{i18n.semicolon()}{self.answer(question, str(value))}"
            case str():
                named = {option.id: option for option in question.options}
                return self.say(named[value]) if value in named else self.catalogue.communes[value].name
            case _:
                unit = self.say(question, "unit")
                return f"{i18n.number(value)}\u00a0{unit}".strip()

    def answer_to(self, fact: str, answers: Answers) -> str:
        """What was answered to a question, in words: once for a page, which may say it of many aids."""
        told = fact, answers[fact]
        return self._told.get(told) or self._told.setdefault(
            told, self.answer(self.catalogue.questions[fact].written, answers[fact])
        )

    def question_name(self, fact: str) -> str:
        """What a question is about, in a few words."""
        return self.say(self.catalogue.questions[fact].written, "short")

    def aid_name(self, item: AidEntry | str) -> str:
        """An aid's short name, where it has one: for a list, a title or a button."""
        aid = self.catalogue.aids[item] if isinstance(item, str) else item
        return self.say(aid.written, _short(aid.written))

    def aid_names(self, aids: Iterable[AidEntry]) -> str:
        """The names of several aids, on one line."""
        return ", ".join(map(self.aid_name, aids))

    def dated_amounts(self, item: msgspec.Struct) -> list[DatedAmount]:
        """The amounts a statement or a condition rests on, each with its date and official text."""
        texts = (getattr(item, name, None) or "" for name in ("text", "test"))
        names = dict.fromkeys(name for text in texts for name in _AMOUNT_NAME.findall(text))
        return [self.amounts[name] for name in names]

    def cite(self, source: Source) -> str:
        """A citation in one line: text, fiche, lines. In French whatever the page's language: it names French texts."""
        if source.cited_text is None:
            return ""
        text = self.catalogue.cited_texts[source.cited_text]
        parts = [text.short or text.name]
        if source.section:
            parts.append(f"fiche\u00a0{source.section}")
        if source.lines:
            parts.append(f"l.\u00a0{source.lines}")
        return ", ".join(parts)

    def editions(self, aids: Iterable[AidEntry]) -> str:
        """The texts that aids come from, with their dates."""
        names = dict.fromkeys(aid.source.cited_text for aid in aids)
        texts = [self.catalogue.cited_texts[name] for name in names if name]
        return i18n.semicolon().join(
            f"{text.short or text.name}, {i18n.day(text.date)}" if text.date else text.short or text.name
            for text in texts
        )

    def bilingual(
        self, item: Aid | Document | Need | Role, *, brief: bool = False, short: bool = False
    ) -> dict[str, str | None]:
        """A name, and the French one that the desk reads; when `brief`, not where the translation quotes it already.

        `short` takes the short name of an aid.
        """
        field = _short(item) if short else "name"
        name = self.say(item, field)
        needed = i18n.current_language() != i18n.SOURCE_LANGUAGE and not (brief and "(" in name)
        return {"name": name, "french": _unbracketed(getattr(item, field)) if needed else None}

    def serves(self, aids: Iterable[AidEntry], total: int) -> str:
        """For which aids a document or an office is, out of so many; no variant beside its parent."""
        served = list(aids)
        if 2 < len(served) == total:
            return gettext("Pour toutes ces aides")
        whole = [aid for aid in served if aid.parent is None] or served
        return gettext("Pour\u00a0:") + " " + self.aid_names(whole)

    def helpers(self) -> dict[str, Any]:
        """What templates call to say content."""
        return {name: getattr(self, method) for name, method in WORDING_HELPERS.items()}


def _short(item: Aid | Document | Need | Role) -> str:
    """The field of its short name, or of its name where it has no other."""
    return "short_name" if getattr(item, "short_name", None) else "name"


def _unbracketed(name: str) -> str:
    """A name that is to stand in brackets: « Foyer d’hébergement, ESAT »."""
    return name.replace(" (", ", ").replace(")", "")


def cost_kind(kind: str) -> str:
    """What kind of cost a statement tells, in words."""
    return {
        "contribution": gettext("Reste à payer"),
        "recovery": gettext("Repris plus tard"),
        "family_duty": gettext("Demandé à la famille"),
    }[kind]


def nature_name(aid: AidEntry) -> str:
    """What kind of thing an aid is, in words."""
    return {
        "aide": gettext("Aide"),
        "droit": gettext("Droit"),
        "service": gettext("Service"),
        "mesure-du-juge": gettext("Décision d’un juge"),
        "orientation": gettext("Aide d’un autre organisme"),
        "information": gettext("À savoir"),
    }[aid.nature]
