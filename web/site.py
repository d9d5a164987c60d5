"""Puts the pages together: languages, forms, cookie, headers, blueprints."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, MultiFernet
from flask import Flask, abort, g, request, url_for
from flask_wtf import CSRFProtect

from engine.catalogue import Catalogue
from web import assets, commands, errors, headers, i18n, wording
from web.cookie import EncryptedCookie
from web.journey import journey
from web.library import library
from web.onepage import onepage
from web.pages import pages, root
from web.settings import Settings


def set_up(app: Flask, catalogue: Catalogue, settings: Settings, static: Path) -> None:
    """Everything `app` needs to serve `catalogue`."""
    app.extensions["catalogue"] = catalogue
    app.config.update(
        GUIDE_LOCAL=settings.local,
        SECRET_KEY=settings.keys[0],
        SESSION_COOKIE_NAME="guide" if settings.local else "__Host-guide",
        SESSION_COOKIE_SECURE=not settings.local,
        TRUSTED_HOSTS=list(settings.hosts),
        PREFERRED_URL_SCHEME="http" if settings.local else "https",
        MAX_CONTENT_LENGTH=64 * 1024,
        WTF_CSRF_TIME_LIMIT=None,
        # Behind a proxy that ends TLS the scheme seen here is not the visitor's; SameSite and the token suffice.
        WTF_CSRF_SSL_STRICT=False,
    )
    app.session_interface = EncryptedCookie(
        MultiFernet([Fernet(key) for key in settings.keys]), clock=lambda: int(time.time())
    )
    CSRFProtect(app).exempt(onepage)
    i18n.set_up(app)
    _language_in_url(app)
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(i18n.template_helpers(), **wording.template_helpers())
    app.jinja_env.filters["aid_name"] = wording.aid_name
    for blueprint in (root, library, onepage, journey, pages):
        app.register_blueprint(blueprint)
    headers.set_up(app, https=not settings.local)
    errors.set_up(app)
    assets.set_up(app, static, https=not settings.local)
    commands.register(app)


def _language_in_url(app: Flask) -> None:
    """Take `<lang>` out of the view's arguments, and give it back to the links."""

    @app.url_value_preprocessor
    def take(endpoint: str | None, values: dict[str, Any] | None) -> None:
        if values and "lang" in values:
            g.lang = values.pop("lang")
            if g.lang not in i18n.LANGUAGES:
                g.lang = i18n.SOURCE_LANGUAGE
                abort(404)

    @app.url_defaults
    def give(endpoint: str, values: dict[str, Any]) -> None:
        if "lang" in g and app.url_map.is_endpoint_expecting(endpoint, "lang"):
            values.setdefault("lang", g.lang)

    @app.context_processor
    def links() -> dict[str, Any]:
        return {
            "lang": i18n.current_language(),
            "direction": "rtl" if i18n.current_language() in i18n.RIGHT_TO_LEFT else "ltr",
            "in_language": in_language,
        }


def in_language(lang: str) -> str:
    """This page in another language, its search kept; the home page where this one has no address of its own."""
    if request.endpoint and request.url_rule and request.method == "GET":
        arguments = {**(request.view_args or {}), **request.args.to_dict(), "lang": lang}
        return url_for(request.endpoint, **{k: v for k, v in arguments.items() if not k.startswith("_")})
    shown = {"journey.answer": "journey.question", "pages.choose": "pages.home", "pages.begin": "pages.need"}
    if request.endpoint in shown:
        return url_for(shown[request.endpoint], **{**(request.view_args or {}), "lang": lang})
    return url_for("pages.home", lang=lang)
