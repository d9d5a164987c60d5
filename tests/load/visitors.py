"""Visitors who answer every question over the network, ask again when no answer comes, and count what was lost."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable
from random import Random
from typing import Any
from urllib.parse import urlencode

from flask import Flask, session

from tests.load.server import HOST
from tests.load.traffic import LEFT, Answer, ask, request
from web.cookie import ANSWERS

TRIES = 100
_PAUSE = 0.2  # seconds before asking again
_TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
_CHOICE = re.compile(r'name="answer" value="([^"]+)"')
_COOKIE = re.compile(rb"\r\nset-cookie: __Host-guide=([^;\r]*)", re.IGNORECASE)
_PLACE = re.compile(rb"\r\nlocation: ([^\r]+)", re.IGNORECASE)
_LENGTH = re.compile(rb"\r\ncontent-length: (\d+)", re.IGNORECASE)
_TYPED = {"commune": "Annecy", "nombre": "40", "montant": "900"}


def whole(answer: bytes) -> bool:
    """Whether all of a page came: of one that a killed worker has cut, a browser shows that it failed."""
    head, _, body = answer.partition(b"\r\n\r\n")
    length = _LENGTH.search(head)
    return length is None or len(body) >= int(length[1])


class Visitor:
    """One browser. `port` says where to ask next; `twin`, the same site in this process, looks into its cookie.

    `again`: requests that had no answer and were sent once more. `refused`: forms that had to be sent once more.
    `lost`: answers that were given, taken, and gone.
    """

    def __init__(self, twin: Flask, port: Callable[[], int], seed: int) -> None:
        self.twin, self.port, self.random = twin, port, Random(seed)
        self.catalogue = twin.extensions["catalogue"]
        self.cookie = ""
        self.given: dict[str, Any] = {}
        self.taken = self.again = self.refused = self.lost = 0

    async def visit(self, until: Callable[[], bool]) -> None:
        """Answer the questions of all needs, then begin anew, as long as one may."""
        while not until():
            self.cookie, self.given = "", {}
            await self._begin()
            while not until() and (path := await self._next()):
                await self._answer(path)
                self._count_lost()

    async def _begin(self) -> None:
        form = {"besoins": list(self.catalogue.open_needs)}
        while (await self._send("/fr/", {**form, "csrf_token": await self._token("/fr/")})).status != 303:
            self.refused += 1

    async def _next(self) -> str | None:
        """The question to answer, unless all are."""
        answer = await self._send("/fr/questions")
        found = _PLACE.search(answer.body)
        path = found[1].decode() if found else ""
        if not found or answer.status == 410:
            self.lost += len(self.given)
            self.given = {}
            return None
        return None if "resultats" in path else path

    async def _answer(self, path: str) -> None:
        fact = path.rpartition("/")[2]
        page = (await self._send(path)).body.decode()
        token = _TOKEN.search(page)
        kind = self.catalogue.questions[fact].written.kind
        said = _TYPED.get(kind) or self.random.choice(_CHOICE.findall(page) or [""])
        answer = await self._send(path, {"answer": said, "csrf_token": token[1] if token else ""})
        if answer.status != 303:
            self.refused += 1
        elif fact in (held := self._held()):
            self.given[fact] = held[fact]
            self.taken += 1
        else:
            self.lost += 1

    async def _token(self, path: str) -> str:
        found = _TOKEN.search((await self._send(path)).body.decode())
        return found[1] if found else ""

    async def _send(self, path: str, form: dict[str, Any] | None = None) -> Answer:
        said = urlencode(form, doseq=True).encode() if form else None
        for _ in range(TRIES):
            cookie = f"__Host-guide={self.cookie}" if self.cookie else ""
            answer = await ask(self.port(), request(path, HOST, cookie, said), time.monotonic())
            if answer.status not in {LEFT, 502, 503} and whole(answer.body):
                if found := _COOKIE.search(answer.body):
                    self.cookie = found[1].decode().strip('"')
                return answer
            self.again += 1
            await asyncio.sleep(_PAUSE)
        raise RuntimeError(f"no answer to {path} after {TRIES} tries")

    def _held(self) -> dict[str, Any]:
        """The answers in the cookie."""
        sent = {"Cookie": f"{self.twin.config['SESSION_COOKIE_NAME']}={self.cookie}"}
        with self.twin.test_request_context(base_url=f"https://{HOST}", headers=sent):
            return dict(session.get(ANSWERS, {}))

    def _count_lost(self) -> None:
        held = self._held()
        gone = [fact for fact, answer in self.given.items() if held.get(fact) != answer]
        self.lost += len(gone)
        for fact in gone:
            del self.given[fact]
