"""Picks up from a code written on paper: typed here, or scanned, and then brought by the address's fragment.

A browser never sends the fragment, so that no log holds the code; a small script puts it into the form.
"""

from __future__ import annotations

from flask import Blueprint, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import StringField

from engine.case.case import Case
from engine.case.code import NewerCodeError, ResumeError, read_code
from web.current import catalogue, today
from web.pages.addresses import SWITCH
from web.pages.forms import TextForm
from web.pages.render import page
from web.session import load_case, save_case
from web.words.i18n import LANGUAGE_PREFIX, gettext

AGREED = "remplacer"
"""Sent by the button that says what will be lost, and by nothing else: a link of another site cannot press it."""

code = Blueprint("code", __name__, url_prefix=LANGUAGE_PREFIX)


class CodeForm(TextForm):
    """One field, for a code in any shape."""

    code = StringField()


@code.get("/reprendre")
def ask() -> ResponseReturnValue:
    return _page(CodeForm())


@code.post("/reprendre")
def use() -> ResponseReturnValue:
    """The answers of the code take the place of those of this browser, once the person has agreed to lose them.

    A code that cannot be read changes nothing.
    """
    form = CodeForm()
    if SWITCH in request.form:
        return _page(form)
    try:
        needs, answers = read_code(catalogue(), form.code.data or "")
    except NewerCodeError:
        return _refused(
            form, gettext("Ce code vient d’une version plus récente du site. Demandez un nouveau code, ou recommencez.")
        )
    except ResumeError:
        return _refused(form, gettext("Ce code n’est pas le bon. Comparez chaque signe avec le papier."))
    known = tuple(need for need in catalogue().open_needs if need in needs)
    if not known:
        return _refused(
            form, gettext("Ce code parle d’un besoin qui n’est pas ouvert ici. Recommencez depuis l’accueil.")
        )
    case, here = Case(catalogue(), known, answers, today()), load_case()
    if here and here.answers and AGREED not in request.form and not _same(here, case):
        needs_here = [catalogue().needs[need] for need in here.needs]
        return _page(form, replaced={"needs": needs_here, "count": len(here.answers)})
    save_case(case)
    return redirect(url_for("journey.proceed", lang=g.lang), 303)


def _refused(form: CodeForm, message: str) -> ResponseReturnValue:
    form.code.errors = [message]
    return _page(form), 422


def _same(here: Case, other: Case) -> bool:
    return (here.needs, dict(here.answers)) == (other.needs, dict(other.answers))


def _page(form: CodeForm, replaced: dict[str, object] | None = None) -> str:
    return page("code.html", load_case(), form=form, replaced=replaced, agreed=AGREED)
