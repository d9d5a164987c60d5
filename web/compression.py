"""Pages travel compressed, a result of 100 kB as 10, except where words of the request would tell what they hold.

Whoever sees how long an answer is, and can have it asked with words of their choice, learns from the length whether
these words stand in it already (BREACH). Any site may lead a browser to an address of this one, cookie included; the
words of its search or of a form come back in the page. So to a browser that holds a cookie of ours, a page goes
compressed only if it was asked for without a search and without a form. A word in the path comes back on pages of
error alone, which are never compressed.
"""

from __future__ import annotations

from typing import cast

from flask import Flask, Response, request, session
from flask_compress import Compress

from web.cookie import GuideSession


def set_up(app: Flask) -> None:
    """Compress pages, where no word of the request stands beside a secret."""
    app.config.update(
        COMPRESS_MIMETYPES=["text/html"],
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_REGISTER=False,
    )
    compress = Compress(app)

    @app.after_request
    def squeeze(response: Response) -> Response:
        return response if _tells() else compress.after_request(response)


def _tells() -> bool:
    """Whether words of the request may stand in this answer beside what the cookie holds."""
    return cast(GuideSession, session).came and bool(request.query_string or request.method == "POST")
