"""The site as the guide for hosts puts it on line, started for a measure: its own port, its own key, its own process group."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography.fernet import Fernet
from flask import Flask

from app import HERE, create_app
from tests.content.people import personas, play
from tests.load.traffic import request
from tests.load.weights import cookie
from web.settings import Settings

HOST = "guide.example.org"
KEY = Fernet.generate_key().decode()
START_TIMEOUT = 60  # seconds; a loaded machine is slow to import


@dataclass(frozen=True)
class Site:
    """A running site: where it answers, its master process, and what it says on the terminal."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path

    def workers(self) -> list[int]:
        """The processes that answer."""
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text("utf-8")
        return [int(pid) for pid in listed.split()]

    def said(self) -> str:
        return self.log.read_text("utf-8", errors="replace")


def twin(keys: str = KEY) -> Flask:
    """The same site in this process, to make cookies with."""
    return create_app(Settings(local=False, keys=tuple(keys.encode().split(b",")), hosts=(HOST,)))


def cookie_of_a_result(keys: str = KEY) -> str:
    """What the browser of someone who has a result sends along."""
    person, app = personas()[0], twin(keys)
    answers = play(app.extensions["catalogue"], person).steps[-1].answers
    return f"{app.config['SESSION_COOKIE_NAME']}={cookie(app, person.needs, answers)}"


@contextmanager
def running(*flags: str, folder: Path = HERE, environment: Mapping[str, str] | None = None) -> Iterator[Site]:
    """The site of `folder`, until the end of the block. Its port is opened here, so that nobody can take it between."""
    with TemporaryDirectory() as room, socket.create_server(("127.0.0.1", 0), backlog=2048) as listener:
        log, port = Path(room) / "log", listener.getsockname()[1]
        settings = {"SITE_URL": f"https://{HOST}", "SECRET_KEYS": KEY, "PORT": str(port), **(environment or {})}
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", "gunicorn", "--bind", f"fd://{listener.fileno()}", *flags],
                cwd=folder, env={**os.environ, **settings}, pass_fds=[listener.fileno()],
                stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip
        listener.close()
        site = Site(port, process, log)
        try:
            _wait_until_healthy(site)
            yield site
        finally:
            _stop(process)


def _wait_until_healthy(site: Site) -> None:
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline and site.process.poll() is None:
        if healthy(site.port):
            return
        time.sleep(0.1)
    raise RuntimeError(f"the site did not start:\n{site.said()[-4000:]}")


def healthy(port: int, patience: float = 2) -> bool:
    """Whether a page of health comes within `patience` seconds."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=patience) as connection:
            connection.sendall(request("/healthz", HOST))
            return connection.recv(64).startswith(b"HTTP/1.1 200")
    except OSError:
        return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
