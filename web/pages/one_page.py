"""All the questions of the chosen needs on one page: for a browser that keeps no cookie. Nothing is stored anywhere.

Safe without a form token: the answers travel in the form itself and change nothing on the server.
"""

from __future__ import annotations

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from engine.case.case import Case
from engine.case.result import Result
from web.current import catalogue, today
from web.pages.forms import read_back
from web.pages.many_answers import Sent, questions_of, read_sent
from web.pages.render import page
from web.words.i18n import LANGUAGE_PREFIX

one_page = Blueprint("one_page", __name__, url_prefix=LANGUAGE_PREFIX)


@one_page.get("/une-page")
def choose() -> ResponseReturnValue:
    """The needs, then all their questions."""
    needs = _needs()
    return page("one_page.html", needs=needs, questions=questions_of(needs), given=MultiDict(), sent=Sent())


@one_page.post("/une-page")
def answer() -> ResponseReturnValue:
    """The result for what was sent, or the same page with what is wrong and nothing lost."""
    needs = _needs()
    questions = questions_of(needs)
    sent = read_sent(questions, request.form)
    answers = {item.id: sent.answers.get(item.id) for item in questions}  # what is left empty is simply not known
    if sent.faults or not needs:
        return page("one_page.html", needs=needs, questions=questions, given=request.form, sent=sent), 422
    case = Case(catalogue(), needs, answers, today())
    understood = read_back(item.written for item in questions if item.id in sent.answers)
    return page(
        "results.html",
        case,
        result=Result(case),
        other_needs=[],
        stateless=True,
        understood=[(question, sent.answers[question.id]) for question in understood],
    )


def _needs() -> tuple[str, ...]:
    asked = request.args.getlist("besoins")
    return tuple(need for need in catalogue().open_needs if need in asked)
