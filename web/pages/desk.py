"""The desk: all open questions on one page beside their verdicts, for an agent with people waiting.

One form without memory: what was answered travels in it, and nothing is stored, not even in a cookie. It works
without scripts; a small one sends it at each answer, prints and empties it by one key.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, make_response, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from engine.case.case import Case
from engine.case.plan import Plan
from engine.content.entries import QuestionEntry
from web.current import catalogue, today
from web.deployment import DEFAULT_IDLE
from web.pages.many_answers import questions_of, read_sent
from web.pages.render import page_in
from web.paper.carried import ANY_MASK
from web.paper.sheet import BROWSER, Sheet
from web.words.i18n import LANGUAGE_PREFIX
from web.words.wording import Wording

desk = Blueprint("desk", __name__, url_prefix=LANGUAGE_PREFIX)


@desk.get("/poste-accueil")
def begin() -> ResponseReturnValue:
    """An empty desk; `?besoins=` opens it on some needs."""
    response = make_response(*_page(request.args.getlist("besoins"), MultiDict()))
    # The next visitor begins here, and must not find the last one by the Back key.
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@desk.post("/poste-accueil")
def update() -> ResponseReturnValue:
    """The desk after some answers, whatever was wrong with others."""
    return _page(request.form.getlist("besoins"), request.form)


def _page(wanted: Sequence[str], form: MultiDict[str, str]) -> tuple[str, int]:
    needs = tuple(need for need in catalogue().open_needs if need in wanted)
    sent = read_sent(questions_of(needs), form)
    case = Case(catalogue(), needs, sent.answers, today())
    # The agent asks: until they say for whom, every question and result speaks of someone else.
    wording = Wording.of(case, other=True)
    questions, plan = _open_questions(case, sent.faults), Plan(case)
    page = page_in(
        wording,
        "desk.html",
        needs=needs,
        case=case,
        plan=plan,
        questions=questions,
        aside=_aside(questions, form),
        given=form,
        sent=sent,
        **_paper(plan, wording, needs),
        default_idle=DEFAULT_IDLE,
    )
    return page, 422 if sent.faults else 200


def _paper(plan: Plan, wording: Wording, needs: Sequence[str]) -> dict[str, Any]:
    """What is printed, as much as two pages hold, and all the offices."""
    if not needs:
        return {"sheet": None, "offices": []}
    sheet = Sheet(plan, wording, ANY_MASK)
    whole = sheet.data()
    return {"sheet": sheet.data(sheet.guess(BROWSER)), "offices": [*whole["place"], *whole["offices"]]}


def _aside(shown: Sequence[QuestionEntry], form: MultiDict[str, str]) -> list[tuple[str, str]]:
    """What was answered to questions not put now: sent back and forth, so that a change taken back loses nothing."""
    names = catalogue().questions.keys() - {item.id for item in shown} - dict(catalogue().third_person).keys()
    return [(name, text) for name, text in form.items(multi=True) if name in names and text.strip()]


def _open_questions(case: Case, faults: dict[str, str]) -> list[QuestionEntry]:
    """Those answered and those that may still matter, always in the same order, so that no line jumps."""
    if not case.needs:
        return []
    facts = {*case.path.asked, *case.path.pending, *faults}
    return [catalogue().questions[fact] for fact in sorted(facts, key=catalogue().rank.__getitem__)]
