"""Pages for when something is wrong: each says in plain words what happened and what to do."""

from __future__ import annotations

from typing import Any, cast

from flask import Flask, Response, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from web.cookie import GuideSession
from web.origin import from_elsewhere
from web.pages.addresses import SWITCH, in_language
from web.pages.render import page
from web.session import NoCaseError, erase, load_case, why_lost
from web.words.i18n import LANGUAGES, SOURCE_LANGUAGE


def set_up(app: Flask) -> None:
    """Answer every error with a page in the language of the URL."""

    @app.errorhandler(NoCaseError)
    def no_case(error: NoCaseError) -> ResponseReturnValue:
        """No usable answers: never given, erased, expired, or a cookie that cannot be read."""
        return _page("lost.html", 410, reason=why_lost())

    @app.errorhandler(CSRFError)
    def refused_form(error: CSRFError) -> ResponseReturnValue:
        """A form whose token does not fit: the browser keeps no cookie, the cookie is gone, or cannot be read."""
        if load_case() or SWITCH in request.form:
            return redirect(in_language(g.lang), 303)
        reason = why_lost()
        if request.endpoint == "pages.erase" and _may_erase(reason):
            erase()
            return redirect(url_for("pages.erased", lang=g.lang), 303)
        if reason == "none" and not cast(GuideSession, session).came:
            return _page("no_cookie.html", 403)
        return _page("lost.html", 410, reason=reason)

    @app.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> ResponseReturnValue:
        if isinstance(error, SecurityError):
            # The request names a host that is not ours: no address can be built for its links.
            return Response(status=400)
        status = error.code or 500
        return _page("404.html" if status == 404 else "error.html", status)

    @app.errorhandler(Exception)
    def broken(error: Exception) -> ResponseReturnValue:
        """Something of ours. What broke may be what the page of error needs too: then a bare line is left."""
        _log(app, error)
        try:
            return _page("error.html", 500)
        except Exception as second:  # noqa: BLE001
            _log(app, second)
            return Response("Panne. Réessayez plus tard.\nOut of order. Try again later.\n", 500, mimetype="text/plain")


def _log(app: Flask, error: Exception) -> None:
    """By its type and place alone: a message might hold an answer."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
    app.logger.error("%s at %s", type(error).__name__, place)


def _may_erase(reason: str) -> bool:
    """Whether what is asked for is so already, or concerns a cookie whose token nobody can read here."""
    return reason in ("erased", "gone") or (reason == "unreadable" and not from_elsewhere())


def _page(template: str, status: int, **context: Any) -> ResponseReturnValue:
    g.setdefault("lang", _language_of_path())
    return page(template, status=status, **context), status


def _language_of_path() -> str:
    first = request.path.strip("/").split("/")[0]
    return first if first in LANGUAGES else SOURCE_LANGUAGE
