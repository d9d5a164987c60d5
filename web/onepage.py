"""All the questions of the chosen needs on one page: for a browser that keeps no cookie. Nothing is stored anywhere.

Safe without a form token: the answers travel in the form itself and change nothing on the server.
"""

from __future__ import annotations

from flask import Blueprint, g, render_template, request
from flask.typing import ResponseReturnValue

from web.i18n import LANGUAGE_PREFIX
from web.results import Result
from web.sent import questions_of, read_sent
from web.state import Case, catalogue
from web.wording import Wording

onepage = Blueprint("onepage", __name__, url_prefix=LANGUAGE_PREFIX)


@onepage.get("/une-page")
def choose() -> ResponseReturnValue:
    """The needs, then all their questions."""
    needs = _needs()
    return render_template("onepage.html", needs=needs, questions=questions_of(needs), given={}, faults={})


@onepage.post("/une-page")
def answer() -> ResponseReturnValue:
    """The result for what was sent, or the same page with what is wrong and nothing lost."""
    needs = _needs()
    questions = questions_of(needs)
    sent, faults = read_sent(questions, request.form)
    answers = {item.id: sent.get(item.id) for item in questions}  # what is left empty is simply not known
    if faults or not needs:
        page = render_template("onepage.html", needs=needs, questions=questions, given=request.form, faults=faults)
        return page, 422
    case = Case(needs, answers)
    g.wording = Wording(other=case.for_other, on=case.day)
    return render_template("results.html", case=case, result=Result(case), other_needs=[], stateless=True)


def _needs() -> tuple[str, ...]:
    asked = request.args.getlist("besoins")
    return tuple(need for need in catalogue().open_needs if need in asked)
