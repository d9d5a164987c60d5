"""The journey: one question a page, answers to check and change, the result. POST → 303 → GET; a GET never writes."""

from __future__ import annotations

from flask import Blueprint, Response, abort, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from engine.answers import write_answer
from engine.compiled import CompiledQuestion
from engine.truth import Value
from web.forms import question_form
from web.i18n import LANGUAGE_PREFIX
from web.paper import checklist_pdf
from web.printing import printed, resume_code
from web.results import Result
from web.state import Case, catalogue, load_case, save_case
from web.wording import Wording

journey = Blueprint("journey", __name__, url_prefix=LANGUAGE_PREFIX)


class NoCaseError(Exception):
    """A page of the journey was asked for without answers: an old link, a closed browser, a refused cookie."""


def current_case() -> Case:
    """The case of this request; its wording becomes the page's.

    Raises:
        NoCaseError: there is none.
    """
    case = load_case()
    if case is None:
        raise NoCaseError
    g.wording = Wording(other=case.for_other, on=case.day)
    return case


@journey.get("/questions")
def resume() -> ResponseReturnValue:
    """Wherever this person should be now."""
    return redirect(_next_url(current_case()), 303)


@journey.get("/questions/<fact>")
def question(fact: str) -> ResponseReturnValue:
    case = current_case()
    item = _known(fact)
    if fact not in case.path.asked and fact not in case.path.pending:
        return redirect(_next_url(case), 302)
    current = write_answer(case.answers[fact]) if fact in case.answers else None
    form = question_form(catalogue(), item.question, g.wording.say, current)
    return _question_page(case, item, form)


@journey.post("/questions/<fact>")
def answer(fact: str) -> ResponseReturnValue:
    case = current_case()
    item = _known(fact)
    form = question_form(catalogue(), item.question, g.wording.say)
    if not form.accept(catalogue(), item.question):
        return _question_page(case, item, form), 422
    case = case.with_answer(fact, form.value)
    save_case(case)
    if _reveals_danger(item, form.value):
        return redirect(url_for("pages.emergency", lang=g.lang), 303)
    if request.args.get("depuis") == "reponses" and not case.path.next:
        return redirect(url_for("journey.review", lang=g.lang), 303)
    return redirect(_next_url(case), 303)


@journey.get("/reponses")
def review() -> ResponseReturnValue:
    """The answers, each with its change link."""
    case = current_case()
    return render_template(
        "review.html",
        case=case,
        answers=[(_known(fact).question, case.answers[fact]) for fact in case.path.asked],
        needs=[catalogue().needs[need] for need in case.needs],
        other_needs=_other_needs(case),
    )


@journey.get("/resultats")
def results() -> ResponseReturnValue:
    case = current_case()
    return render_template(
        "results.html", case=case, result=Result(case), other_needs=_other_needs(case), code=resume_code(case)
    )


@journey.get("/resultats/imprimer")
def sheet() -> ResponseReturnValue:
    """The result on one or two sheets of paper."""
    return render_template("sheet.html", sheet=printed(current_case()))


@journey.get("/resultats/liste.pdf")
def pdf() -> ResponseReturnValue:
    """The same sheet as a document to keep, to send or to print."""
    document = checklist_pdf(current_case())
    return Response(
        document, mimetype="application/pdf", headers={"Content-Disposition": "inline; filename=demarches.pdf"}
    )


def _question_page(case: Case, item: CompiledQuestion, form: FlaskForm) -> str:
    path, fact = case.path, item.id
    before = path.asked[: path.asked.index(fact)] if fact in path.asked else path.asked
    aids = [catalogue().aids[aid] for aid in path.because.get(fact, ())]
    return render_template(
        "question.html",
        case=case,
        form=form,
        question=item.question,
        previous=before[-1] if before else None,
        because=[aid for aid in aids if aid.parent is None],
        left=(path.at_least, path.at_most) if fact == path.next else None,
    )


def _known(fact: str) -> CompiledQuestion:
    if fact not in catalogue().questions:
        abort(404)
    return catalogue().questions[fact]


def _next_url(case: Case) -> str:
    if case.path.next:
        return url_for("journey.question", lang=g.lang, fact=case.path.next)
    return url_for("journey.results", lang=g.lang)


def _reveals_danger(item: CompiledQuestion, value: Value | None) -> bool:
    chosen = value if isinstance(value, frozenset) else {value}
    return any(option.id in chosen and option.danger == "oui" for option in item.question.options)


def _other_needs(case: Case) -> list:
    return [catalogue().needs[need] for need in catalogue().open_needs if need not in case.needs]
