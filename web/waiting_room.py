"""The worker of the site: it reads requests whole before a thread takes them, and lets in no more than it can serve.

Gunicorn's own threaded worker gives a thread to whoever connects: as many slow visitors as threads stop the site. Here
the one loop of the process reads them all, and threads only see requests that are there in full. Each kind of request
has its own lane: papers do not hold up pages, and whoever finds a lane full is told so at once, with when to come
again, rather than wait for an answer that comes after they have left.

This rests on the inside of gunicorn, whose version is pinned; `tests/web/test_waiting_room.py` holds all of it.
"""

from __future__ import annotations

import errno
import re
import selectors
import socket
import struct
import time
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from gunicorn import util
from gunicorn.workers.gthread import TConn, ThreadWorker

from web.busy import busy_answers
from web.words.i18n import SOURCE_LANGUAGE

READING = 10  # seconds to send a whole request
LARGEST = 128 * 1024  # bytes of a request read before a thread takes it; the site itself refuses more than 64 kB
UNREAD = 256 * 1024  # bytes of an answer that the system keeps for a slow reader, so that no thread waits for it
HELD = 5  # seconds that a thread is ever held by a connection, whatever was wrong with the above
_GONE = (errno.EAGAIN, errno.ECONNABORTED, errno.EWOULDBLOCK)

_LENGTH_REQUIRED = b"HTTP/1.1 411 Length Required\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,15})[ \t]*\r\n", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding:", re.IGNORECASE)


class Connection(TConn):  # type: ignore[misc]
    """A visitor's connection. `came`: what it has sent of a request; `length`: of the whole; `since`: when whole."""

    came = bytearray()
    length: int | None = None
    since = 0.0

    def add(self, more: bytes) -> bool:
        """Whether the request is now whole, or too long to wait for its end."""
        self.came += more
        self.length = self.length or whole_length(self.came)
        return self.length is not None and (self.is_whole() or self.length > LARGEST)

    def is_whole(self) -> bool:
        """Whether nothing of the request is still to come."""
        return len(self.came) >= (self.length or LARGEST)

    def close(self, graceful: bool = False) -> None:
        """Close without ever waiting for the other side: the loop that closes serves everyone."""
        if graceful:
            with suppress(OSError):  # the other side may have closed first
                self.sock.shutdown(socket.SHUT_WR)
                self.sock.setblocking(False)
                self.sock.recv(LARGEST)
        util.close(self.sock)


@dataclass
class Lane:
    """Requests of one kind: at most `room` at a time, served or waiting, none kept waiting above `patience` seconds."""

    threads: int
    room: int
    patience: float
    inside: int = 0

    def open(self) -> None:
        self.pool = ThreadPoolExecutor(max_workers=self.threads)


def lanes() -> dict[str, Lane]:
    """Python runs one thread at a time: a few are enough for pages. Typst lays out one paper at a time."""
    return {
        "pages": Lane(threads=2, room=40, patience=1),
        "papers": Lane(threads=1, room=5, patience=8),
        "files": Lane(threads=1, room=200, patience=4),
    }


def lane_of(said: bytes) -> str:
    """The lane of a request, from its first line."""
    path = said.split(b" ", 2)[1:2]
    if not path:
        return "pages"
    name = path[0].partition(b"?")[0]
    if name.endswith(b".pdf"):
        return "papers"
    return "files" if name.startswith((b"/static/", b"/healthz")) else "pages"


def whole_length(came: bytearray) -> int | None:
    """How long a request is, once its head is there."""
    end = came.find(b"\r\n\r\n") + 4
    if end < 4:
        return LARGEST if len(came) >= LARGEST else None
    found = _LENGTH.search(came, 0, end)
    return end + int(found[1]) if found else end


class Worker(ThreadWorker):  # type: ignore[misc]
    """A gunicorn worker with a waiting room."""

    def init_process(self) -> None:
        self.lanes = lanes()
        for lane in self.lanes.values():
            lane.open()
        super().init_process()

    def load_wsgi(self) -> None:
        super().load_wsgi()
        self.busy = busy_answers(self.wsgi)

    def accept(self, listener: socket.socket) -> None:
        """Take in a connection; no thread hears of it yet."""
        try:
            client, address = listener.accept()
        except OSError as error:
            if error.errno not in _GONE:
                raise
            return
        client.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, UNREAD)
        for wait in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            client.setsockopt(socket.SOL_SOCKET, wait, struct.pack("ll", HELD, 0))
        self.nr_conns += 1
        self._read(Connection(self.cfg, client, address, listener.getsockname()), b"")

    def on_client_socket_readable(self, conn: Connection, client: socket.socket) -> None:
        """The next request on a connection that was kept."""
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        self._read(conn, b"")

    def enqueue_req(self, conn: Connection) -> None:
        """The next request, of which a part came with the one before."""
        self._read(conn, conn.parser.unreader.take_buffered())

    def _read(self, conn: Connection, came: bytes) -> None:
        conn.came, conn.length = bytearray(), None
        conn.sock.setblocking(False)
        if conn.add(came):
            self._let_in(conn)
            return
        conn.timeout = time.monotonic() + READING
        self.pending_conns.append(conn)
        self.poller.register(conn.sock, selectors.EVENT_READ, partial(self.on_pending_socket_readable, conn))

    def on_pending_socket_readable(self, conn: Connection, client: socket.socket) -> None:
        """More of a request, or the end of a connection."""
        try:
            more = client.recv(LARGEST)
        except BlockingIOError:
            return
        except OSError:
            more = b""
        if more and not conn.add(more):
            return
        self.poller.unregister(client)
        self.pending_conns.remove(conn)
        if more:
            self._let_in(conn)
        else:
            self._leave(conn)

    def _let_in(self, conn: Connection) -> None:
        """A whole request goes to its lane, or is sent back at once."""
        head = bytes(conn.came.partition(b"\r\n\r\n")[0])
        lane = self.lanes[lane_of(head)]
        if _CHUNKED.search(head):
            self._send_back(conn, _LENGTH_REQUIRED)
            return
        if lane.inside >= lane.room:
            self._send_back(conn, self._busy(conn))
            return
        conn.since = time.monotonic()
        lane.inside += 1
        future = lane.pool.submit(self._serve, lane, conn)
        future.add_done_callback(lambda done: self.method_queue.defer(self._served, lane, conn, done))

    def _serve(self, lane: Lane, conn: Connection) -> Any:
        """In a thread of the lane."""
        if time.monotonic() - conn.since > lane.patience:
            conn.sock.sendall(self._busy(conn))
            return False
        conn.init()
        conn.data_ready = True
        conn.parser.unreader.unread(bytes(conn.came))
        return self.handle(conn)

    def _keepalive_after(self, conn: Connection, keepalive: bool) -> bool:
        """No thread waits for the rest of a request that was refused before its end."""
        return bool(super()._keepalive_after(conn, keepalive and conn.is_whole()))

    def _served(self, lane: Lane, conn: Connection, done: Future[Any]) -> None:
        lane.inside -= 1
        self.finish_request(conn, done)

    def _busy(self, conn: Connection) -> bytes:
        """In the language of the address."""
        lang = bytes(conn.came[:80]).partition(b"/")[2].partition(b"/")[0].decode("latin-1")
        return self.busy.get(lang, self.busy[SOURCE_LANGUAGE])

    def _send_back(self, conn: Connection, answer: bytes) -> None:
        with suppress(OSError):  # who has left reads nothing
            conn.sock.send(answer)
        self._leave(conn)

    def _cap_keepalive(self, deadline: float) -> None:
        """At the end, whoever has begun nothing is let go of too."""
        super()._cap_keepalive(deadline)
        for conn in self.pending_conns:
            conn.timeout = min(conn.timeout, deadline)

    def _leave(self, conn: Connection) -> None:
        self.nr_conns -= 1
        conn.close(graceful=True)
