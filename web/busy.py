"""What whoever comes when all places are taken reads at once: one page a language, made before anyone comes."""

from __future__ import annotations

from functools import lru_cache

from flask import Flask

from web.current import catalogue
from web.headers import complete
from web.pages.render import page
from web.words.i18n import LANGUAGES

RETRY_AFTER = 5  # seconds


@lru_cache(maxsize=1)
def busy_answers(app: Flask) -> dict[str, bytes]:
    """The whole answer as it travels, by language, with the headers of every page."""
    return {lang: _answer(app, lang) for lang in LANGUAGES}


def _answer(app: Flask, lang: str) -> bytes:
    host = app.config["TRUSTED_HOSTS"][0]
    with app.test_request_context(f"/{lang}/", base_url=f"{app.config['PREFERRED_URL_SCHEME']}://{host}"):
        app.preprocess_request()
        response = app.make_response((page("busy.html", status=503, numbers=catalogue().emergencies.values()), 503))
        response.headers["Retry-After"] = str(RETRY_AFTER)
        response.headers["Connection"] = "close"
        complete(response.headers, https=not app.config["GUIDE_LOCAL"])
        response = app.process_response(response)
        body = response.get_data()
        return f"HTTP/1.1 {response.status}\r\n{response.headers}".encode("latin-1") + body
