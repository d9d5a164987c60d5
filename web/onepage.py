"""All the questions of the chosen needs on one page: for a browser that keeps no cookie. Nothing is stored anywhere.

Safe without a form token: the answers travel in the form itself and change nothing on the server.
"""

from __future__ import annotations

from flask import Blueprint, g, render_template, request
from flask.typing import ResponseReturnValue

from engine.answers import AnswerError, read_answer
from engine.compiled import CompiledQuestion
from engine.places import find_communes
from engine.truth import Value
from web.forms import explain
from web.i18n import LANGUAGE_PREFIX, gettext
from web.results import Result
from web.state import Case, catalogue
from web.wording import Wording

onepage = Blueprint("onepage", __name__, url_prefix=LANGUAGE_PREFIX)


@onepage.get("/une-page")
def choose() -> ResponseReturnValue:
    """The needs, then all their questions."""
    needs = _needs()
    return render_template("onepage.html", needs=needs, questions=_questions(needs), given={}, faults={})


@onepage.post("/une-page")
def answer() -> ResponseReturnValue:
    """The result for what was sent, or the same page with what is wrong and nothing lost."""
    needs = _needs()
    questions = _questions(needs)
    answers, faults = _read(questions)
    if faults or not needs:
        page = render_template("onepage.html", needs=needs, questions=questions, given=request.form, faults=faults)
        return page, 422
    case = Case(needs, answers)
    g.wording = Wording(other=case.for_other, on=case.day)
    return render_template("results.html", case=case, result=Result(case), other_needs=[], stateless=True)


def _needs() -> tuple[str, ...]:
    asked = request.args.getlist("besoins")
    return tuple(need for need in catalogue().open_needs if need in asked)


def _questions(needs: tuple[str, ...]) -> list[CompiledQuestion]:
    """Every question that any aid of these needs may ask, in the order of asking."""
    known = catalogue()
    if not needs:
        return []
    facts = {*known.first_questions, known.place_question}
    for aid in known.aids_for(frozenset(needs)):
        facts |= aid.verdict_facts | aid.paper_facts
    facts |= {name for fact in facts if (rule := known.questions[fact].rule) for name in rule.facts}
    return [known.questions[fact] for fact in sorted(facts, key=known.rank.__getitem__)]


def _read(questions: list[CompiledQuestion]) -> tuple[dict[str, Value | None], dict[str, str]]:
    """Answers sent, and faults by question. What is left empty is simply not known."""
    answers: dict[str, Value | None] = {}
    faults: dict[str, str] = {}
    for item in questions:
        sent = [text for text in request.form.getlist(item.id) if text.strip()]
        if not sent:
            answers[item.id] = None
            continue
        if item.question.kind == "commune" and sent[0] not in item.options and sent[0] != "nsp":
            found = find_communes(catalogue(), sent[0])
            if len(found) != 1:
                faults[item.id] = _which(item, [commune.name for commune in found])
                continue
            sent = [found[0].insee]
        try:
            written = sent if item.question.kind == "choix-multiple" else sent[0]
            answers[item.id] = read_answer(catalogue(), item.id, written)
        except AnswerError as error:
            faults[item.id] = explain(error.code, item.question)
    return answers, faults


def _which(item: CompiledQuestion, names: list[str]) -> str:
    if not names:
        return explain("commune-inconnue", item.question)
    return gettext(
        "Plusieurs communes correspondent. Écrivez l’une d’elles\u00a0: %(names)s.",
        names=", ".join(names[:12]),
    )
