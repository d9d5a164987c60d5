"""Puts the pages together: languages, forms, cookie, headers, blueprints."""

from __future__ import annotations

import time
from pathlib import Path

from cryptography.fernet import Fernet, MultiFernet
from flask import Flask
from flask_compress import Compress
from flask_wtf import CSRFProtect

from engine.catalogue import Catalogue
from web import addresses, assets, commands, directory_commands, errors, headers, i18n, open_languages, wording
from web.cookie import EncryptedCookie
from web.deployment import Deployment
from web.desk import desk
from web.journey import journey
from web.library import library
from web.onepage import onepage
from web.pages import leave, pages, root
from web.resuming import resuming
from web.settings import Settings


def set_up(
    app: Flask, catalogue: Catalogue, settings: Settings, static: Path, deployment: Deployment | None = None
) -> None:
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
        # A result of 100 kB travels as 10. Nothing a third party writes is reflected beside a form token, and the
        # cookie stays home on its requests, so that compression tells it nothing.
        COMPRESS_MIMETYPES=["text/html"],
        COMPRESS_ALGORITHM=["br", "gzip"],
        WTF_CSRF_TIME_LIMIT=None,
        # Behind a proxy that ends TLS the scheme seen here is not the visitor's; SameSite and the token suffice.
        WTF_CSRF_SSL_STRICT=False,
    )
    app.session_interface = EncryptedCookie(
        MultiFernet([Fernet(key) for key in settings.keys]), clock=lambda: int(time.time())
    )
    Compress(app)
    csrf = CSRFProtect(app)
    csrf.exempt(onepage)
    csrf.exempt(desk)  # like the one-page form, it changes nothing on the server
    csrf.exempt(leave)
    i18n.set_up(app)
    addresses.set_up(app)
    open_languages.set_up(app, Path(app.config["BABEL_TRANSLATION_DIRECTORIES"]))
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(i18n.template_helpers(), **wording.template_helpers())
    app.jinja_env.globals["deployment"] = deployment
    app.jinja_env.filters["aid_name"] = wording.aid_name
    for blueprint in (root, library, onepage, desk, journey, resuming, pages):
        app.register_blueprint(blueprint)
    headers.set_up(app, https=not settings.local)
    errors.set_up(app)
    assets.set_up(app, static, https=not settings.local)
    commands.register(app)
    directory_commands.register(app)
