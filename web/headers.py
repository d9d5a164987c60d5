"""Security headers, on every response: pages, redirects, errors and static files."""

from __future__ import annotations

from flask import Flask, Response

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
        "manifest-src 'self'",
        f"form-action 'self' {EXIT_URL}",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


def static_headers(*, https: bool) -> dict[str, str]:
    """Headers common to all responses."""
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


def set_up(app: Flask, *, https: bool) -> None:
    """Add the headers to everything Flask answers, and forbid keeping it."""
    common = static_headers(https=https)

    @app.after_request
    def add(response: Response) -> Response:
        response.headers.update(common)
        response.headers.setdefault("Cache-Control", "no-store")
        return response
