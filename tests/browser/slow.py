"""A bad line to the site: what is sent waits before it arrives, or does not arrive; what is answered may be held back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import urlsplit

# Headers that are not passed on.
OF_THE_LINE = {"connection", "transfer-encoding", "keep-alive", "content-length", "server", "date"}

MOST_HELD = 30  # seconds


@dataclass
class Line:
    """`address`: where a browser asks. `delay`: seconds before each form arrives; `broken`: all get a 502.

    `held`: what is asked for as « GET /address » is answered by the site, then kept back until `free` is set. Meanwhile
    `answered` is set, and in the end `arrived`.
    """

    address: str
    delay: float = 0
    broken: bool = False
    forms: int = 0
    held: str | None = None
    answered: Event = field(default_factory=Event)
    free: Event = field(default_factory=Event)
    arrived: Event = field(default_factory=Event)


@contextmanager
def slow_line(site: str) -> Iterator[Line]:
    """A line to `site`."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._pass_on(b"")

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            time.sleep(line.delay)
            line.forms += 1
            self._pass_on(body)

        def _pass_on(self, body: bytes) -> None:
            if line.broken:
                self.send_error(502)
                return
            with closing(HTTPConnection(urlsplit(site).netloc, timeout=30)) as there:
                there.request(self.command, self.path, body, dict(self.headers))
                answer = there.getresponse()
                content = answer.read()
            held = f"{self.command} {self.path}" == line.held
            if held:
                line.answered.set()
                line.free.wait(MOST_HELD)
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in OF_THE_LINE:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            with suppress(ConnectionError):  # whoever asked has gone
                self.end_headers()
                self.wfile.write(content)
            if held:
                line.arrived.set()

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # as the library names it
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    line = Line(f"http://127.0.0.1:{server.server_port}")
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield line
    finally:
        server.shutdown()
        server.server_close()
