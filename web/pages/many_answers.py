"""Reads the answers of a form that holds many questions at once."""

from __future__ import annotations

from collections.abc import Iterable

from werkzeug.datastructures import MultiDict

from engine.content.answers import DONT_KNOW, AnswerError, read_answer
from engine.content.communes import find_communes
from engine.content.entries import QuestionEntry
from engine.rules.truth import Value
from web.current import catalogue
from web.pages.forms import explain
from web.words.i18n import gettext

MOST_NAMES = 12  # communes named in a message


def questions_of(needs: tuple[str, ...]) -> list[QuestionEntry]:
    """Every question that these needs may ask, in the order of asking."""
    known = catalogue()
    return sorted(known.questions_for(frozenset(needs)), key=lambda item: known.rank[item.id]) if needs else []


def read_sent(
    questions: Iterable[QuestionEntry], form: MultiDict[str, str]
) -> tuple[dict[str, Value | None], dict[str, str]]:
    """Answers to the questions that were answered, and what is wrong with the others that were."""
    answers: dict[str, Value | None] = {}
    faults: dict[str, str] = {}
    for item in questions:
        sent = [text for text in form.getlist(item.id) if text.strip()]
        if not sent:
            continue
        if item.written.kind == "commune" and sent[0] not in item.options and sent[0] != DONT_KNOW:
            found = find_communes(catalogue(), sent[0])
            if len(found) != 1:
                faults[item.id] = _which(item, [commune.name for commune in found])
                continue
            sent = [found[0].insee]
        try:
            written = sent if item.written.kind == "choix-multiple" else sent[0]
            answers[item.id] = read_answer(catalogue(), item.id, written)
        except AnswerError as error:
            faults[item.id] = explain(error.fault, item.written)
    return answers, faults


def _which(item: QuestionEntry, names: list[str]) -> str:
    if not names:
        return explain("commune-inconnue", item.written)
    return gettext(
        "Plusieurs communes correspondent. Écrivez l’une d’elles\u00a0: %(names)s.",
        names=", ".join(names[:MOST_NAMES]),
    )
