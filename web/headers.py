"""Security headers, on every response: pages, redirects, errors and static files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from flask import Flask
from werkzeug.datastructures import Headers

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

# Where « quitter vite » lands; browsers check redirects of a form against form-action.
EXIT_URL = "https://www.service-public.fr/"

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "manifest-src 'self'",
        f"form-action 'self' {EXIT_URL}",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
# What one of our own pages prints without showing it; nothing else of ours ever stands in a frame.
FRAMED_BY_US = {
    "Content-Security-Policy": _POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
    "X-Frame-Options": "SAMEORIGIN",
}
_PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


@lru_cache(maxsize=2)
def static_headers(*, https: bool) -> Mapping[str, str]:
    """Headers common to all responses, made once."""
    headers = {
        "Content-Security-Policy": _POLICY,
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": _PERMISSIONS,
    }
    if https:
        headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
    return headers


def complete(headers: Headers, *, https: bool) -> None:
    """Add these headers where nothing else is said of them, and forbid keeping what says nothing of it."""
    for name, value in static_headers(https=https).items():
        headers.setdefault(name, value)
    headers.setdefault("Cache-Control", "no-store")


def set_up(app: Flask, *, https: bool) -> None:
    """Complete everything that is answered, whoever answers.

    To be called last, so that it stands around what serves static files and what refuses to.
    """
    answer = app.wsgi_app

    def with_headers(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        def start(status: str, given: list[tuple[str, str]], *error: Any) -> Callable[[bytes], object]:
            headers = Headers(given)
            complete(headers, https=https)
            return start_response(status, headers.to_wsgi_list(), *error)

        return answer(environ, cast("StartResponse", start))

    app.wsgi_app = with_headers  # type: ignore[method-assign]
