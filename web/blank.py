"""The questionnaire of a need as plain data, to print and fill in by hand where there is no network.

The desk reads French: in another language, questions, aids, papers and offices carry their French names too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.checklist import emergencies
from engine.compiled import CompiledAid, CompiledEmergency, CompiledQuestion
from engine.truth import Value
from web import i18n
from web.i18n import SOURCE_LANGUAGE, gettext
from web.rules_in_words import asked_only_if
from web.state import catalogue, today
from web.wording import bilingual, editions, wording

SHORT = 44  # characters of an option that fits in half the width


def blank(need: str) -> dict[str, Any]:
    """The data of the paper for an open need, in the language of the request, amounts as they stand today."""
    questions = [*catalogue().questions_for(frozenset([need]))]
    aids = [aid for aid in catalogue().aids_for(frozenset([need])) if aid.parent is None]
    return {
        "lang": i18n.current_language(),
        "site": gettext("Par où commencer\u00a0?"),
        "title": gettext(
            "%(need)s\u00a0: le questionnaire à remplir", need=wording().say(catalogue().needs[need], "name")
        ),
        "intro": gettext(
            "Questionnaire du %(day)s. Ce n’est pas une décision\u00a0: seul le service compétent décide."
            " Règles\u00a0: %(edition)s.",
            day=i18n.day(today()),
            edition=editions(aids),
        ),
        "guide": [
            gettext("Cochez les cases. Une seule par question, sauf si la question en permet plusieurs."),
            gettext("«\u00a0Je ne sais pas\u00a0» est une vraie réponse. La ligne dit aussi qui peut le savoir."),
            gettext("Suivez les flèches →\u00a0: elles évitent des questions inutiles."),
            gettext(
                "Vous remplissez pour une personne que vous aidez\u00a0? «\u00a0Vous\u00a0» veut dire cette personne."
            ),
            gettext("Montrez ensuite ce papier au guichet. Il parle de vous\u00a0: ne le laissez pas traîner."),
        ],
        "questions": [_question(questions, index) for index in range(len(questions))],
        "aids": [_aid(aid) for aid in aids],
        "labels": {
            "colon": gettext("\u00a0:"),
            "guide": gettext("Comment faire"),
            "questions": gettext("Les questions"),
            "write": gettext("Écrivez\u00a0:"),
            "aids": gettext("Les aides étudiées"),
            "who": gettext("C’est pour moi\u00a0?"),
            "gives": gettext("Ce que cela donne"),
            "papers": gettext("Ce qu’il faut apporter"),
            "maybe": gettext("Seulement si cela vous concerne"),
            "place": gettext("Où aller"),
        },
    }


def _question(questions: list[CompiledQuestion], index: int) -> dict[str, Any]:
    say, item = wording().say, questions[index]
    numbers = {other.id: number for number, other in enumerate(questions, start=1)}
    question = item.question
    boxes = [_box(questions, index, value, text, hint) for value, text, hint in _answers(item)]
    unsure = _box(questions, index, None, say(question.dont_know), say(question.dont_know, "who"))
    return {
        "number": index + 1,
        "text": say(question),
        "french": question.short if i18n.current_language() != SOURCE_LANGUAGE else None,
        "when": asked_only_if(item.rule.expression, numbers) if item.rule else "",
        "help": say(question, "help"),
        "written": question.kind in ("nombre", "montant", "commune"),
        "unit": say(question, "unit"),
        "short": all(sum(map(len, box.values())) <= SHORT for box in boxes),
        "boxes": boxes,
        "unsure": unsure,
    }


def _answers(item: CompiledQuestion) -> Iterator[tuple[Value, str, str]]:
    """The answers one can tick: value, words, help. A box that others may go with stands in a set of its own."""
    say, question = wording().say, item.question
    if question.kind == "oui-non":
        yield from ((value, wording().answer(question, value), "") for value in (True, False))
    for option in question.options:
        several = question.kind == "choix-multiple"
        yield frozenset([option.id]) if several else option.id, say(option), say(option, "help")


def _box(questions: list[CompiledQuestion], index: int, value: Value | None, text: str, hint: str) -> dict[str, str]:
    return {"text": text, "help": hint, "then": " ".join(_arrows(questions, index, value))}


def _arrows(questions: list[CompiledQuestion], index: int, value: Value | None) -> Iterator[str]:
    """Where an answer leads: first to those who must be called, then past the questions it closes."""
    item = questions[index]
    calls = emergencies(catalogue(), {item.id: value}, catalogue().amounts_at(today()))
    if calls:
        yield gettext("→\u00a0Appelez d’abord\u00a0: %(numbers)s.", numbers=", ".join(map(_call, calls)))
    if isinstance(value, frozenset) and not _alone(item, value):
        return
    number = _next_number(questions, index, value)
    if number > len(questions) > index + 1:
        yield gettext("→\u00a0Vous avez fini les questions.")
    elif number > index + 2:
        yield gettext("→\u00a0Passez à la question\u00a0%(number)s.", number=number)


def _call(item: CompiledEmergency) -> str:
    number = item.emergency.number.replace(" ", "\u00a0")
    return f"{number}\u00a0({wording().say(item.emergency, 'name')})"


def _alone(item: CompiledQuestion, value: frozenset[str]) -> bool:
    return all(option.exclusive == "oui" for option in item.question.options if option.id in value)


def _next_number(questions: list[CompiledQuestion], index: int, value: Value | None) -> int:
    """The first question further on that this answer alone does not close."""
    answers, amounts = {questions[index].id: value}, catalogue().amounts_at(today())
    settled = {questions[index].id}
    for number, item in enumerate(questions[index + 1 :], start=index + 2):
        if item.rule is None or not item.rule.facts <= settled or item.rule.test(answers, amounts):
            return number
        settled.add(item.id)
    return len(questions) + 1


def _aid(aid: CompiledAid) -> dict[str, Any]:
    say, known = wording().say, catalogue()
    place = aid.contacts.submit or aid.contacts.ask
    papers = [(bilingual(known.documents[item.item.document], brief=True), item.rule) for item in aid.documents]
    conditions = " ".join(say(item.condition) for item in aid.own_conditions)
    return {
        **bilingual(aid.aid),
        "who": conditions or gettext("Aucune condition n’est écrite. Demandez."),
        "gives": " ".join(say(item.item) for item in aid.statements["amount"][:1]),
        "papers": [paper for paper, rule in papers if rule is None],
        "maybe": [paper for paper, rule in papers if rule],
        "place": bilingual(known.roles[place], brief=True) if place else None,
    }
