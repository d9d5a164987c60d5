"""The one cookie: answers and form token, encrypted, gone after an hour without use.

Flask's own session is signed but readable; this one is neither readable nor forgeable without the key. An answer of
the site that was still on its way when the person erased must bring nothing back: see `docs/decisions/0013`.
"""

from __future__ import annotations

import hashlib
import zlib
from base64 import urlsafe_b64decode
from collections.abc import Callable
from typing import Any, cast

import msgspec
from cryptography.fernet import InvalidToken, MultiFernet
from flask import Flask, Request, Response
from flask.sessions import SecureCookieSession, SessionInterface, SessionMixin

from engine.content.shapes.code_registry import CodeRegistry
from web.packing import pack, unpack

IDLE_SECONDS = 60 * 60
RENEWED_AFTER = 10 * 60
TRACE_SECONDS = 2 * IDLE_SECONDS
"""How long the trace of an erasure lasts: longer than any cookie that was on its way can still be read."""
CLOCKS_DIFFER = 60
"""Seconds that the clocks of two machines may be apart."""
VISIT = "csrf_token"
"""Chosen at random when a visit begins, and kept to its end: the form token, and by its digest the visit's name."""
ANSWERS = "r"
_MOST_ERASED = 8


class GuideSession(SecureCookieSession):
    """A Flask session that remembers what came.

    `came`: the browser sent a cookie, so that it accepts them. `lost`: why it could not be used; `held`: the names,
    never the values, of what an expired one held. `erased`: the names of visits erased in this browser not long ago.
    """

    came: bool = False
    lost: str | None = None
    """`expired`; `erased`, it came too late; `damaged`; or `unreadable`: another instance may have the key."""
    held: frozenset[str] = frozenset()
    erased: tuple[str, ...] = ()
    age: int = 0
    taken: bool = False

    def erase(self) -> None:
        """Drop everything, and remember which visit it was."""
        if token := self.get(VISIT):
            self.erased = (*self.erased, _name(token))[-_MOST_ERASED:]
        self.clear()
        self.taken = self.came


class EncryptedCookie(SessionInterface):
    """Keeps the session, packed and compressed, in a Fernet token.

    `clock` gives the time in whole seconds; `renews` says whether the address asked for lets the hour begin again.
    """

    def __init__(self, keys: MultiFernet, clock: Callable[[], int], renews: Callable[[], bool]) -> None:
        self.keys = keys
        self.clock = clock
        self.renews = renews

    def open_session(self, app: Flask, request: Request) -> GuideSession:
        token, trace = (request.cookies.get(name) for name in self._names(app))
        found = self._read(token, _registry(app)) if token else GuideSession()
        found.came = bool(token or trace)
        found.erased = self._read_trace(trace) if trace else ()
        if found and _name(found.get(VISIT, "")) in found.erased:
            late, found = found, GuideSession()
            found.came, found.erased, found.lost = late.came, late.erased, "erased"
        return found

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Write what changed. A page that changes nothing sends the cookie back only where and when it must.

        A cookie that is not sent cannot arrive late, over one that holds more, or over an erasure.
        """
        found = cast(GuideSession, session)
        name, trace = self._names(app)
        if found.taken:
            self._take_back(app, response, name)
            if found.erased:
                written = self._encrypted(msgspec.json.encode(found.erased))
                self._set(app, response, trace, written, max_age=TRACE_SECONDS)
        elif found.lost == "unreadable":
            return  # it is not ours to touch
        elif not found:
            if found.lost and self.renews():
                self._take_back(app, response, name)
        elif found.modified or (found.age > RENEWED_AFTER and self.renews()):
            content = {**found, ANSWERS: pack(_registry(app), found[ANSWERS])} if ANSWERS in found else dict(found)
            self._set(app, response, name, self._encrypted(zlib.compress(msgspec.json.encode(content))))

    def _names(self, app: Flask) -> tuple[str, str]:
        name = self.get_cookie_name(app)
        return name, f"{name}-efface"

    def _read(self, token: str, registry: CodeRegistry) -> GuideSession:
        session = GuideSession()
        try:
            age = self.clock() - _stamp(token)
        except ValueError:
            session.lost = "damaged"
            return session
        if age < -CLOCKS_DIFFER:
            session.lost = "damaged"
            return session
        try:
            content = msgspec.json.decode(zlib.decompress(self.keys.decrypt(token)), type=dict[str, Any])
        except (InvalidToken, ValueError, zlib.error, msgspec.DecodeError):
            # Its date can be read without the key: after an hour nobody has a use for it.
            session.lost = "unreadable" if age <= IDLE_SECONDS else "damaged"
            return session
        if age > IDLE_SECONDS:
            session.lost, session.held = "expired", frozenset(content)
            return session
        if ANSWERS in content:
            content[ANSWERS] = unpack(registry, content[ANSWERS])
        session = GuideSession(content)
        session.age = age
        return session

    def _read_trace(self, trace: str) -> tuple[str, ...]:
        try:
            if self.clock() - _stamp(trace) <= TRACE_SECONDS:
                return msgspec.json.decode(self.keys.decrypt(trace), type=tuple[str, ...])
        except (InvalidToken, ValueError, msgspec.DecodeError):
            pass  # changed by hand, or of a key that is gone: as good as none
        return ()

    def _encrypted(self, content: bytes) -> str:
        return self.keys.encrypt_at_time(content, self.clock()).decode()

    def _set(self, app: Flask, response: Response, name: str, value: str, max_age: int | None = None) -> None:
        secure = self.get_cookie_secure(app)
        response.set_cookie(name, value, max_age, path="/", secure=secure, httponly=True, samesite="Lax")
        response.vary.add("Cookie")

    def _take_back(self, app: Flask, response: Response, name: str) -> None:
        secure = self.get_cookie_secure(app)
        response.delete_cookie(name, path="/", secure=secure, httponly=True, samesite="Lax")


def _registry(app: Flask) -> CodeRegistry:
    return cast(CodeRegistry, app.extensions["catalogue"].code_registry)


def _name(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()[:16]


def _stamp(token: str) -> int:
    """When a Fernet token was made, as it says itself: to be believed only once it is decrypted.

    Raises:
        ValueError: it is no such token.
    """
    inside = urlsafe_b64decode(token)
    if len(inside) < 73 or inside[0] != 0x80:  # version, date, salt, one block at least, seal
        raise ValueError("not a token")
    return int.from_bytes(inside[1:9], "big")
