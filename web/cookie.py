"""The one cookie: answers and form token, encrypted, gone after an hour without use.

Flask's own session is signed but readable; this one is neither readable nor forgeable without the key.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

import msgspec
from cryptography.fernet import InvalidToken, MultiFernet
from flask import Flask, Request, Response
from flask.sessions import SecureCookieSession, SessionInterface, SessionMixin

IDLE_SECONDS = 60 * 60


class GuideSession(SecureCookieSession):
    """A Flask session that remembers what came.

    `came`: the browser sent a cookie, so that it accepts them. `lost`: why it could not be used, `expired` or
    `damaged`. `held`: the names, never the values, of what an expired one held.
    """

    came: bool = False
    lost: str | None = None
    held: frozenset[str] = frozenset()


class EncryptedCookie(SessionInterface):
    """Keeps the session, compressed, in a Fernet token. `clock` gives the time in whole seconds."""

    def __init__(self, keys: MultiFernet, clock: Callable[[], int]) -> None:
        self.keys = keys
        self.clock = clock

    def open_session(self, app: Flask, request: Request) -> GuideSession:
        token = request.cookies.get(self.get_cookie_name(app))
        if not token:
            return GuideSession()
        session = GuideSession()
        try:
            content = msgspec.json.decode(zlib.decompress(self.keys.decrypt(token)), type=dict[str, Any])
            if self.clock() - self.keys.extract_timestamp(token) <= IDLE_SECONDS:
                session = GuideSession(content)
            else:
                session.lost, session.held = "expired", frozenset(content)
        except (InvalidToken, ValueError, zlib.error, msgspec.DecodeError):
            session.lost = "damaged"
        session.came = True
        return session

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        name, secure = self.get_cookie_name(app), self.get_cookie_secure(app)
        if not session:
            if session.modified or getattr(session, "lost", None):
                response.delete_cookie(name, path="/", secure=secure, httponly=True, samesite="Lax")
            return
        # Sent back at each use, so that the hour counts from the last page seen.
        content = zlib.compress(msgspec.json.encode(dict(session)))
        token = self.keys.encrypt_at_time(content, self.clock()).decode()
        response.set_cookie(name, token, path="/", secure=secure, httponly=True, samesite="Lax")
        response.vary.add("Cookie")
