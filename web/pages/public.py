"""Pages that need no answer: home, needs, emergencies, and what the law asks a site to say of itself."""

from __future__ import annotations

from collections.abc import Collection

from flask import Blueprint, Response, abort, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from engine.content.answers import read_answers
from web.current import catalogue, today
from web.headers import EXIT_URL
from web.origin import from_elsewhere
from web.pages.addresses import SWITCH
from web.pages.forms import TextForm
from web.pages.render import open_needs, page
from web.paper.pdf import questionnaire_pdf
from web.session import erase as forget_answers
from web.session import kept_unread, load_case, start, start_with
from web.words.i18n import LANGUAGE_PREFIX, LANGUAGES, SOURCE_LANGUAGE, gettext
from web.words.wording import Wording

pages = Blueprint("pages", __name__, url_prefix=LANGUAGE_PREFIX)
root = Blueprint("root", __name__)


@root.get("/")
def front() -> ResponseReturnValue:
    """The best language for this browser."""
    lang = request.accept_languages.best_match(list(LANGUAGES)) or SOURCE_LANGUAGE
    return redirect(url_for("pages.home", lang=lang), 302)


@root.get("/healthz")
def health() -> ResponseReturnValue:
    """For the host: the content is loaded and pages can be made."""
    return {"aides": len(catalogue().aids)}


@pages.get("/")
def home() -> ResponseReturnValue:
    return _home(None)


@pages.post("/")
def choose() -> ResponseReturnValue:
    """Start with the chosen needs."""
    wanted = [need for need in request.form.getlist("besoins") if need in catalogue().open_needs]
    if SWITCH in request.form:
        return _home(None, wanted)
    if not wanted:
        return _home(gettext("Choisissez au moins un besoin.")), 422
    start(wanted)
    return redirect(url_for("journey.proceed", lang=g.lang), 303)


def _home(error: str | None, chosen: Collection[str] | None = None) -> str:
    case = load_case()
    if chosen is None:
        chosen = case.needs if case else ()
    known = catalogue()
    return page(
        "home.html",
        case,
        form=TextForm(),
        needs=open_needs(),
        closed=[need for need in known.needs.values() if not need.open],
        roles=known.roles,
        error=error,
        chosen=chosen,
    )


@pages.get("/situations")
def situations() -> ResponseReturnValue:
    """What people live through, in their words, for whoever does not know what to choose."""
    known = catalogue()
    groups = [(need, [item for item in known.situations.values() if item.needs[0] == need.id]) for need in open_needs()]
    welcome = next(known.roles[need.welcome] for need in open_needs() if need.welcome)
    return page(
        "situations.html",
        load_case(),
        form=TextForm(),
        groups=[group for group in groups if group[1]],
        welcome=welcome,
    )


@pages.post("/situations")
def live() -> ResponseReturnValue:
    """Start from a situation: its needs, and what it says already."""
    known = catalogue()
    situation = known.situations.get(request.form.get("situation", "")) or abort(404)
    start_with(situation.needs, read_answers(known, situation.answers))
    return redirect(url_for("journey.proceed", lang=g.lang), 303)


@pages.get("/<besoin>")
def need(besoin: str) -> ResponseReturnValue:
    if besoin not in catalogue().open_needs:
        abort(404)
    aids = [aid for aid in catalogue().aids_for(frozenset([besoin])) if aid.parent is None]
    return page("need.html", load_case(), form=TextForm(), need=catalogue().needs[besoin], aids=aids)


@pages.post("/<besoin>")
def begin(besoin: str) -> ResponseReturnValue:
    """Start with this need, beside those already chosen."""
    if besoin not in catalogue().open_needs:
        abort(404)
    case = load_case()
    start([*(case.needs if case else ()), besoin])
    return redirect(url_for("journey.proceed", lang=g.lang), 303)


@pages.get("/<besoin>/questionnaire.pdf")
def questionnaire(besoin: str) -> ResponseReturnValue:
    """The questions and aids of a need on paper, for places without network."""
    if besoin not in catalogue().open_needs:
        abort(404)
    name = f"inline; filename=questionnaire-{besoin}.pdf"
    pdf = questionnaire_pdf(besoin, Wording(catalogue(), today()), today())
    return Response(pdf, mimetype="application/pdf", headers={"Content-Disposition": name})


@pages.get("/urgence")
def emergency() -> ResponseReturnValue:
    case = load_case()
    others = case.other_numbers if case else catalogue().emergencies.values()
    return page("emergency.html", case, first=case.emergencies if case else (), others=others)


@pages.get("/effacer")
def ask_erase() -> ResponseReturnValue:
    return page("erase.html", load_case(), form=TextForm(), unread=kept_unread())


@pages.post("/effacer")
def erase() -> ResponseReturnValue:
    """Forget everything, the cookie included."""
    forget_answers()
    response = redirect(url_for("pages.erased", lang=g.lang), 303)
    response.headers["Clear-Site-Data"] = '"storage", "cache"'
    return response


@pages.post("/quitter")
def leave() -> ResponseReturnValue:
    """« Quitter vite »: forget everything, the cookie included, and leave the site.

    Asks for no token: it must work from an old page of ours too. From a page of another site it only leaves.
    """
    response = redirect(EXIT_URL, 303)
    if not from_elsewhere():
        forget_answers()
        # Never "cookies": that would delete those of every site of the domain. Ours is taken back by its name.
        response.headers["Clear-Site-Data"] = '"storage", "cache"'
    return response


@pages.get("/efface")
def erased() -> ResponseReturnValue:
    return page("erased.html")


@pages.get("/accessibilite")
def accessibility() -> ResponseReturnValue:
    return page("accessibility.html")


@pages.get("/mentions-legales")
def legal() -> ResponseReturnValue:
    return page("legal.html")


@pages.get("/donnees-personnelles")
def privacy() -> ResponseReturnValue:
    return page("privacy.html")


@pages.get("/plan-du-site")
def sitemap() -> ResponseReturnValue:
    return page("sitemap.html", needs=open_needs())
