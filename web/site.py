"""Puts the pages together: languages, forms, cookie, headers, blueprints."""

from __future__ import annotations

import time
from pathlib import Path

from cryptography.fernet import Fernet, MultiFernet
from flask import Flask
from flask_wtf import CSRFProtect

from engine.content.catalogue import Catalogue
from web import assets, compression, errors, headers, policies
from web.cookie import EncryptedCookie
from web.deployment import Deployment
from web.pages import addresses, open_languages, render, search_engines
from web.pages.browse import browse
from web.pages.code import code
from web.pages.desk import desk
from web.pages.desk_counts import DayCounts
from web.pages.journey import journey
from web.pages.letters import letters
from web.pages.one_page import one_page
from web.pages.public import pages, root
from web.requests import AnyRequest
from web.settings import Settings
from web.templates import Templates
from web.words import i18n


def set_up(
    app: Flask, catalogue: Catalogue, settings: Settings, static: Path, deployment: Deployment | None = None
) -> None:
    """Everything `app` needs to serve `catalogue`."""
    app.extensions["catalogue"] = catalogue
    app.jinja_environment = Templates
    app.config.update(
        GUIDE_LOCAL=settings.local,
        SECRET_KEY=settings.keys[0],
        SESSION_COOKIE_NAME="guide" if settings.local else "__Host-guide",
        SESSION_COOKIE_SECURE=not settings.local,
        TRUSTED_HOSTS=list(settings.hosts),
        SITE_URL=settings.address,
        MAX_CONTENT_LENGTH=64 * 1024,
        # The token is a secret of the visit, kept in the encrypted cookie. Flask-WTF signs it besides: with a key, a
        # form open while keys change would be refused.
        WTF_CSRF_SECRET_KEY="the visit holds the secret",  # noqa: S106
        WTF_CSRF_TIME_LIMIT=None,
        # What is wrong with an answer is said in words of ours: no form reads the catalogue of WTForms.
        WTF_I18N_ENABLED=False,
        # Behind a proxy that ends TLS the scheme seen here is not the visitor's; SameSite and the token suffice.
        WTF_CSRF_SSL_STRICT=False,
    )
    app.session_interface = EncryptedCookie(
        MultiFernet([Fernet(key) for key in settings.keys]), clock=lambda: int(time.time()), renews=policies.renews
    )
    app.request_class = AnyRequest
    compression.set_up(app)
    csrf = CSRFProtect(app)
    i18n.set_up(app)
    addresses.set_up(app)
    open_languages.set_up(app, Path(app.config["BABEL_TRANSLATION_DIRECTORIES"]))
    render.set_up(app)
    search_engines.set_up(app)
    app.jinja_env.globals["deployment"] = deployment
    counted = deployment is not None and deployment.desk.counts
    app.extensions["day_counts"] = DayCounts(catalogue.open_needs) if counted else None
    for blueprint in (root, search_engines.search_engines, browse, letters, one_page, desk, journey, code, pages):
        app.register_blueprint(blueprint)
    for endpoint in policies.open_to_all():
        csrf.exempt(app.view_functions[endpoint])
    errors.set_up(app)
    assets.set_up(app, static)
    headers.set_up(app, https=not settings.local)
