"""Reads the answers of a form that holds many questions at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from werkzeug.datastructures import MultiDict

from engine.content.answers import DONT_KNOW, AnswerError, Written, read_answer
from engine.content.communes import Match
from engine.content.entries import QuestionEntry
from engine.rules.truth import Value
from web.current import catalogue
from web.pages.faults import explain
from web.pages.forms import doubtful
from web.pages.places import PlaceError, read_place
from web.words import i18n

CHOICE = "choix:"  # before the code of a commune picked among those that fit: a postcode may be typed just like it
CONFIRMED = ".confirme"  # after the name of a question: the number that was asked back


@dataclass
class Sent:
    """What was sent: the answers, what is wrong with the others, and what to choose from to mend it."""

    answers: dict[str, Value | None] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    choices: dict[str, tuple[Match, ...]] = field(default_factory=dict)
    doubtful: dict[str, Value | None] = field(default_factory=dict)


def questions_of(needs: tuple[str, ...]) -> list[QuestionEntry]:
    """Every question that these needs may ask, in the order of asking."""
    known = catalogue()
    return sorted(known.questions_for(frozenset(needs)), key=lambda item: known.rank[item.id]) if needs else []


def read_sent(questions: Iterable[QuestionEntry], form: MultiDict[str, str]) -> Sent:
    """The questions that were answered, each as an answer or a fault."""
    sent = Sent()
    for item in questions:
        given = [text for text in form.getlist(item.id) if text.strip()]
        if not given:
            continue
        try:
            value = read_answer(catalogue(), item.id, _written(item, given))
            number = doubtful(item.written, value)
            if number is not None and form.get(item.id + CONFIRMED) != str(number):
                sent.doubtful[item.id] = number
                raise AnswerError("douteux-case", "le nombre est douteux.", i18n.number(number))
            sent.answers[item.id] = value
        except AnswerError as error:
            sent.faults[item.id] = explain(error, item.written)
            if isinstance(error, PlaceError):
                sent.choices[item.id] = error.found.matches
    return sent


def typed_in(item: QuestionEntry, given: Iterable[str]) -> str:
    """What was typed in the field of a question, apart from the boxes beside it."""
    return next((text.strip() for text in given if not _is_box(item, text)), "")


def _is_box(item: QuestionEntry, text: str) -> bool:
    return text in item.options or text == DONT_KNOW or text.startswith(CHOICE)


def _written(item: QuestionEntry, given: list[str]) -> Written:
    """What was sent for one question, in the engine's notation."""
    match item.written.kind:
        case "choix-multiple":
            return given
        case "commune":
            boxes = [text.removeprefix(CHOICE) for text in given if _is_box(item, text)]
            return read_place(catalogue(), item.written, typed_in(item, given), boxes)
        case "nombre" | "montant" if len(set(given)) > 1 and DONT_KNOW in given:
            raise AnswerError("deux-reponses", "deux réponses ont été envoyées.", typed_in(item, given))
    return given[0]
