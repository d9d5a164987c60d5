"""Visitors on a bad line, or who mean harm: they hold a connection and send next to nothing, or read nothing."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

from tests.load.server import HOST
from tests.load.traffic import request

_HALF_A_HEAD = request("/fr/", HOST)[:-2] + b"X-Slow: "
_HALF_A_FORM = request("/fr/", HOST, form=b"").replace(b"Content-Length: 0", b"Content-Length: 5000")

_TOO_LONG = _HALF_A_FORM.replace(b"5000", b"5000000").replace(b"Connection: close\r\n", b"")

# What each sends first, and then once a second.
KINDS = {
    "headers": (_HALF_A_HEAD, b"a"),
    "bodies": (_HALF_A_FORM, b"a"),
    "oversized": (_TOO_LONG, b"a"),
    "idle": (b"", b""),
    "readers": (request("/fr/logement/questionnaire.pdf", HOST), b""),
}


@contextmanager
def held(port: int, kind: str, how_many: int) -> Iterator[None]:
    """So many slow connections, until the end of the block."""
    first, then = KINDS[kind]
    connections = [_open(port) for _ in range(how_many)]
    done = Event()

    def drip() -> None:
        while not done.wait(1):
            for connection in connections:
                with suppress(OSError):
                    connection.sendall(then)

    for connection in connections:
        connection.sendall(first)
    thread = Thread(target=drip)
    thread.start()
    try:
        done.wait(0.5)
        yield
    finally:
        done.set()
        thread.join()
        for connection in connections:
            connection.close()


def _open(port: int) -> socket.socket:
    """A connection that takes in little at a time."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect(("127.0.0.1", port))
    return connection
