"""Answers as text ↔ answers as facts: what a content example, a replayed case or a cookie holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import TypeVar

from engine.content.catalogue import Catalogue
from engine.content.numbers import NumberError, read_sum, read_whole
from engine.content.places import PlaceAnswer
from engine.content.problems import nearest
from engine.content.shapes.questions import Question
from engine.rules.truth import Value

DONT_KNOW = "nsp"
YES, NO = "oui", "non"
Written = str | list[str]
Number = TypeVar("Number", int, Decimal)

# Why a number is refused, in French.
_REASONS = {
    "nombre": "n’est pas un nombre entier",
    "montant": "n’est pas une somme",
    "negatif": "est plus petit que zéro",
    "ambigu": "se lit de deux façons : écrivez-le sans séparer les milliers",
    "par-an": "est une somme par an : écrivez celle d’un mois",
}


class AnswerError(ValueError):
    """An answer that the question does not admit. `fault` names what is wrong, `reason` says it in French.

    `about` is what a message may quote: what was typed, or what was understood of it.
    """

    def __init__(self, fault: str, reason: str, about: str = "") -> None:
        super().__init__(reason)
        self.fault = fault
        self.reason = reason
        self.about = about


def read_answers(catalogue: Catalogue, written: Mapping[str, Written]) -> dict[str, Value | None]:
    """Every written answer as a fact; `None` for « je ne sais pas ».

    Raises:
        AnswerError: a question that does not exist, or an answer it does not admit.
    """
    return {fact: read_answer(catalogue, fact, answer) for fact, answer in written.items()}


def read_answer(catalogue: Catalogue, fact: str, written: Written) -> Value | None:
    """One written answer as a fact.

    Raises:
        AnswerError: as in `read_answers`.
    """
    if fact not in catalogue.questions:
        raise AnswerError("question", f"la question « {fact} » n’existe pas. {nearest(fact, catalogue.questions)}")
    question = catalogue.questions[fact].written
    if written in (DONT_KNOW, [DONT_KNOW]):
        return None
    if question.kind == "choix-multiple":
        return _several(question, [written] if isinstance(written, str) else written)
    if not isinstance(written, str):
        raise AnswerError("une-seule", "une seule réponse est attendue.")
    match question.kind:
        case "oui-non":
            return _option(written, (YES, NO)) == YES
        case "choix":
            return _option(written, [option.id for option in question.options])
        case "commune":
            return _place(catalogue, question, written)
        case "nombre":
            return _number(question, written, read_whole)
        case _:
            return _number(question, written, read_sum)


def write_answer(value: Value | None) -> Written:
    """A fact as text, as `read_answer` reads it back."""
    match value:
        case None:
            return DONT_KNOW
        case bool():
            return YES if value else NO
        case frozenset():
            return sorted(value)
        case PlaceAnswer():
            return value.written
        case _:
            return str(value)


def write_answers(answers: Mapping[str, Value | None]) -> dict[str, Written]:
    """Facts as text, ready for JSON."""
    return {fact: write_answer(value) for fact, value in answers.items()}


def _option(written: str, valid: Iterable[str]) -> str:
    options = list(valid)
    if written not in options:
        raise AnswerError("option", f"« {written} » n’est pas une réponse possible. {nearest(written, options)}")
    return written


def _several(question: Question, written: list[str]) -> frozenset[str]:
    if not written:
        raise AnswerError("vide", "aucune réponse n’est choisie.")
    if DONT_KNOW in written:
        raise AnswerError("exclusif", "« nsp » ne va pas avec d’autres réponses.")
    known = [option.id for option in question.options]
    chosen = frozenset(_option(item, known) for item in written)
    alone = {option.id for option in question.options if option.exclusive}
    if len(chosen) > 1 and chosen & alone:
        raise AnswerError("exclusif", f"« {min(chosen & alone)} » ne va pas avec d’autres réponses.")
    return chosen


def _place(catalogue: Catalogue, question: Question, written: str) -> str:
    """A commune, a special option, or one that may be said of a commune before its code: « arrivee-recente 74010 »."""
    option, _, insee = written.partition(" ")
    beside = [item.id for item in question.options if item.with_commune]
    if insee and option in beside:
        return PlaceAnswer(option, _option(insee, catalogue.communes))
    return _option(written, [*(item.id for item in question.options), *catalogue.communes])


def _number(question: Question, written: str, read: Callable[[str], Number]) -> Number:
    try:
        number = read(written)
    except NumberError as fault:
        name = str(fault)
        raise AnswerError(name, f"« {written} » {_REASONS[name]}.") from None
    return _bounded(question, number)


def _bounded(question: Question, number: Number) -> Number:
    low, high = question.min, question.max
    if (low is not None and number < low) or (high is not None and number > high):
        raise AnswerError("bornes", f"le nombre doit être entre {low} et {high}.")
    return number
