"""The desk: all open questions on one page beside their verdicts, for an agent with people waiting.

One form without memory: what was answered travels in it, and nothing is stored, not even in a cookie. It works
without scripts; small ones send it at each answer, print and empty it by one key.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from flask import Blueprint, Response, current_app, g, make_response, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from engine.case.case import Case
from engine.case.code import ResumeError, read_code
from engine.case.plan import Plan
from engine.content.drawable import drawn
from engine.content.entries import QuestionEntry
from web.current import catalogue, today
from web.deployment import DEFAULT_IDLE, Deployment
from web.headers import FRAMED_BY_US
from web.pages.desk_counts import DayCounts
from web.pages.desk_rows import row_read, rows
from web.pages.desk_search import Found, opened_code, search
from web.pages.many_answers import questions_of, read_sent
from web.pages.open_languages import page_language
from web.pages.render import page_in
from web.paper.carried import resume_code
from web.paper.pdf import checklist_pdf, papers_pdf
from web.paper.places import places
from web.words.i18n import LANGUAGE_PREFIX, LANGUAGES
from web.words.wording import Wording

VIEW = "vue."
"""What the page tells of itself, beside the answers: the aid that is read, the needs already counted, and whether it
asks for the part alone that answers change."""
LONGEST_NOTE = 600  # letters

desk = Blueprint("desk", __name__, url_prefix=LANGUAGE_PREFIX)


@desk.get("/poste-accueil")
def begin() -> ResponseReturnValue:
    """An empty desk; `?besoins=` opens it on some needs."""
    response = make_response(*_page(MultiDict({"besoins": request.args.getlist("besoins")})))
    # The next visitor begins here, and must not find the last one by the Back key.
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@desk.post("/poste-accueil")
def update() -> ResponseReturnValue:
    """The desk after some answers, whatever was wrong with others."""
    _count(request.form)
    return _page(request.form)


@desk.post("/poste-accueil/feuille.pdf")
def paper() -> ResponseReturnValue:
    """What the visitor takes away, in their language. The notes come with this request, and go on paper alone."""
    form = request.form
    lang = form.get("feuille", g.lang)
    try:
        needs, answers = read_code(catalogue(), form.get("code", ""))
    except ResumeError:
        needs, answers = (), {}
    case = Case(catalogue(), tuple(need for need in catalogue().open_needs if need in needs), answers, today(), _here())
    g.lang = lang if lang in LANGUAGES else g.lang
    g.page_lang = page_language(g.lang, case.needs)
    wording, note = Wording.of(case), _note(form.get("notes", ""))
    make = papers_pdf if "papiers" in form else checklist_pdf
    return Response(
        make(case, wording, note=note),
        mimetype="application/pdf",
        headers={"Content-Disposition": "inline; filename=demarches.pdf", **FRAMED_BY_US},
    )


def _page(form: MultiDict[str, str]) -> tuple[str, int]:
    typed = form.get("cherche", "").strip()
    opened = opened_code(typed)
    form = form if opened is None else opened
    wanted = form.getlist("besoins")
    needs = tuple(need for need in catalogue().open_needs if need in wanted)
    sent = read_sent(questions_of(needs), form)
    case = Case(catalogue(), needs, sent.answers, today(), _here())
    # The agent asks: until they say for whom, every question and result speaks of someone else.
    wording = Wording.of(case, other=True)
    questions, plan = _open_questions(case, sent.faults), Plan(case)
    lines = rows(plan, wording)
    read = row_read(lines, form.get(f"{VIEW}aide"))
    page = page_in(
        wording,
        "desk.html",
        needs=needs,
        case=case,
        plan=plan,
        rows=lines,
        read=read,
        questions=questions,
        aside=_aside(questions, form),
        given=form,
        sent=sent,
        found=Found() if opened is not None else search(typed, questions, wording),
        opened=opened is not None,
        part=f"{VIEW}partie" in form,
        code=resume_code(case) if needs else "",
        counts=_shown_counts(),
        default_idle=DEFAULT_IDLE,
        longest_note=LONGEST_NOTE,
        places=places,
    )
    return page, 422 if sent.faults else 200


def _open_questions(case: Case, faults: dict[str, str]) -> list[QuestionEntry]:
    """Those answered and those that may still matter, always in the same order, so that no line jumps."""
    if not case.needs:
        return []
    facts = {*case.path.asked, *case.path.pending, *faults}
    return [catalogue().questions[fact] for fact in sorted(facts, key=catalogue().rank.__getitem__)]


def _aside(shown: Sequence[QuestionEntry], form: MultiDict[str, str]) -> list[tuple[str, str]]:
    """What was answered to questions not put now: sent back and forth, so that a change taken back loses nothing."""
    names = catalogue().questions.keys() - {item.id for item in shown}
    return [(name, text) for name, text in form.items(multi=True) if name in names and text.strip()]


def _note(typed: str) -> str:
    """The agent's notes as lines to print, after the name of the desk."""
    deployment = _deployment()
    named = f"{deployment.desk.name}, {deployment.desk.phone}" if deployment else ""
    return "\n".join(drawn(line) for line in (named, *typed[:LONGEST_NOTE].splitlines()) if line.strip())


def _here() -> str | None:
    deployment = _deployment()
    return deployment.desk.office if deployment else None


def _deployment() -> Deployment | None:
    return cast("Deployment | None", current_app.jinja_env.globals["deployment"])


def _counts() -> DayCounts | None:
    return cast("DayCounts | None", current_app.extensions["day_counts"])


def _count(form: MultiDict[str, str]) -> None:
    """Count a visitor once for each need: the page says which ones it has been counted for."""
    if counts := _counts():
        counts.add(today(), set(form.getlist("besoins")) - set(form.getlist(f"{VIEW}compte")))


def _shown_counts() -> dict[str, int]:
    counts = _counts()
    return counts.of(today()) if counts else {}
