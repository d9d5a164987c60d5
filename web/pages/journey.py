"""The journey: one question a page, answers to check and change, the result. POST → 303 → GET; a GET never writes."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, Response, abort, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from engine.case.case import Case
from engine.case.plan import Plan
from engine.content.answers import write_answer
from engine.content.entries import QuestionEntry
from engine.content.shapes.needs import Need
from engine.content.shapes.questions import Question
from engine.rules.truth import Value
from web.current import catalogue
from web.pages.addresses import SWITCH
from web.pages.forms import question_form, read_back
from web.pages.render import page, page_in
from web.paper.answers import has_private
from web.paper.calendar import calendar
from web.paper.carried import resume_code
from web.paper.pdf import checklist_pdf
from web.paper.sheet import Sheet
from web.session import current_case, save_case
from web.words.folding import fold
from web.words.i18n import LANGUAGE_PREFIX
from web.words.progress import left, stages
from web.words.whose import told_in_line, whose
from web.words.wording import Wording

journey = Blueprint("journey", __name__, url_prefix=LANGUAGE_PREFIX)


@journey.get("/questions")
def proceed() -> ResponseReturnValue:
    """Wherever this person should be now."""
    return redirect(_next_url(current_case()), 303)


@journey.get("/questions/<fact>")
def question(fact: str) -> ResponseReturnValue:
    case = current_case()
    item = _known(fact)
    if not case.path.leads_to(fact):
        return redirect(_next_url(case), 302)
    current = write_answer(case.answers[fact]) if fact in case.answers else None
    wording = Wording.of(case)
    return _question_page(case, wording, item, question_form(wording, item.written, current))


@journey.post("/questions/<fact>")
def answer(fact: str) -> ResponseReturnValue:
    case = current_case()
    item = _known(fact)
    wording = Wording.of(case)
    form = question_form(wording, item.written)
    if SWITCH in request.form:
        form.show_again(catalogue(), item.written)
        return _question_page(case, wording, item, form)
    if not form.accept(catalogue(), item.written):
        return _question_page(case, wording, item, form), 422
    case = case.with_answer(fact, form.value)
    save_case(case)
    if case.brings_numbers(fact):
        return redirect(url_for("pages.emergency", lang=g.lang), 303)
    if request.args.get("depuis") == "reponses" and not case.path.next:
        return redirect(url_for("journey.review", lang=g.lang), 303)
    return redirect(_next_url(case), 303)


@journey.get("/reponses")
def review() -> ResponseReturnValue:
    """The answers, each with its change link."""
    case = current_case()
    return page(
        "review.html",
        case,
        answers=[(_known(fact).written, case.answers[fact]) for fact in case.path.asked],
        needs=[catalogue().needs[need] for need in case.needs],
        other_needs=_other_needs(case),
    )


@journey.get("/resultats")
def results() -> ResponseReturnValue:
    case = current_case()
    wording = Wording.of(case)
    return page_in(
        wording,
        "results.html",
        case=case,
        plan=Plan(case),
        whose=whose(case, wording),
        other_needs=_other_needs(case),
        code=resume_code(case),
        understood=[item for item in _understood(case, case.path.asked) if item[0].id not in told_in_line(case)],
    )


@journey.get("/resultats/<aid_id>")
def aid(aid_id: str) -> ResponseReturnValue:
    """One aid of the result, in full: what is met, what is open, and how to ask."""
    case = current_case()
    plan = Plan(case)
    item = plan.card(aid_id)
    if item is None:
        abort(404)
    return page("aid_for_you.html", case, plan=plan, item=item)


@journey.get("/resultats/imprimer")
def sheet() -> ResponseReturnValue:
    """The result on one or two sheets of paper."""
    case = current_case()
    wording, everything, plan = Wording.of(case), _everything(), Plan(case)
    printed = Sheet(plan, wording, everything=everything)
    return page_in(
        wording,
        "sheet.html",
        case=case,
        sheet=printed.for_a_browser,
        ask=has_private(plan),
        everything=everything,
    )


@journey.get("/resultats/liste.pdf")
def pdf() -> ResponseReturnValue:
    """The same sheet as a document to keep, to send or to print."""
    case = current_case()
    return Response(
        checklist_pdf(case, Wording.of(case), everything=_everything()),
        mimetype="application/pdf",
        headers={"Content-Disposition": "inline; filename=demarches.pdf"},
    )


@journey.get("/resultats/agenda.ics")
def calendar_file() -> ResponseReturnValue:
    """What comes when, for a calendar."""
    case = current_case()
    return Response(
        calendar(Plan(case), Wording.of(case)),
        mimetype="text/calendar",
        headers={"Content-Disposition": "attachment; filename=demarches.ics"},
    )


def _everything() -> bool:
    """Whether the person ticked their sensitive answers in, for this one sheet: the address names none of them."""
    return request.args.get("tout") == "oui"


def _question_page(case: Case, wording: Wording, item: QuestionEntry, form: FlaskForm) -> str:
    path, fact, known = case.path, item.id, catalogue().aids
    before = path.asked[: path.asked.index(fact)] if fact in path.asked else path.asked
    aids = [known[aid] for aid in path.why(fact)]
    return page_in(
        wording,
        "question.html",
        case=case,
        form=form,
        question=item.written,
        groups=fold(wording, item.written),
        previous=before[-1] if before else None,
        understood=_understood(case, before),
        because=[aid for aid in aids if aid.parent is None],
        stages=stages(item),
        left=left(path) if fact == path.next else None,
    )


def _understood(case: Case, asked: Sequence[str]) -> list[tuple[Question, Value | None]]:
    """The last answer, where it was typed, so that the person sees what was made of it."""
    last = [fact for fact in asked[-1:] if case.answers[fact] is not None]
    return [(question, case.answers[question.id]) for question in read_back(_known(fact).written for fact in last)]


def _known(fact: str) -> QuestionEntry:
    if fact not in catalogue().questions:
        abort(404)
    return catalogue().questions[fact]


def _next_url(case: Case) -> str:
    if case.path.next:
        return url_for("journey.question", lang=g.lang, fact=case.path.next)
    return url_for("journey.results", lang=g.lang)


def _other_needs(case: Case) -> list[Need]:
    return [catalogue().needs[need] for need in catalogue().open_needs if need not in case.needs]
