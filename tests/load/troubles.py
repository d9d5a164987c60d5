"""What goes wrong on a server while people answer: workers killed, keys changed, an instance gone."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from cryptography.fernet import Fernet

from app import HERE
from tests.load.server import KEY, Site, healthy, running, twin
from tests.load.traffic import run
from tests.load.visitors import Visitor

VISITORS = 6
_NGINX = HERE / "docs" / "nginx.conf"

Told = list[Visitor]


async def visited_during(trouble: Callable[[], Awaitable[None]], keys: Sequence[str], ports: Sequence[int]) -> Told:
    """Visitors who answer from before the trouble until it is over, each request to any of the ports."""
    same, over, random = twin(",".join(keys)), asyncio.Event(), Random(7)
    people = [Visitor(same, lambda: random.choice(ports), seed) for seed in range(VISITORS)]
    visits = [asyncio.create_task(person.visit(over.is_set)) for person in people]
    await asyncio.sleep(1)
    await trouble()
    await asyncio.sleep(1)
    over.set()
    await asyncio.gather(*visits)
    return people


def kills(site: Site, how_many: int) -> Told:
    """A worker is killed, and another, while people answer."""
    random = Random(7)

    async def trouble() -> None:
        for _ in range(how_many):
            if workers := site.workers():
                os.kill(random.choice(workers), signal.SIGKILL)
            await asyncio.sleep(0.7)

    return run(visited_during(trouble, [KEY], [site.port]))


def keys_changed() -> Told:
    """Two instances, one key changed for another, one instance at a time: first all read the new one, then all write it."""
    new = Fernet.generate_key().decode()
    with ExitStack() as first, ExitStack() as second:
        instances = [first, second]
        ports = [instance.enter_context(running()).port for instance in instances]

        async def trouble() -> None:
            for keys in (f"{KEY},{new}", f"{new},{KEY}"):
                for number, instance in enumerate(instances):
                    await asyncio.to_thread(instance.close)
                    site = running(environment={"SECRET_KEYS": keys})
                    ports[number] = (await asyncio.to_thread(instance.enter_context, site)).port

        return run(visited_during(trouble, [new, KEY], ports))


def instance_gone() -> Told:
    """Two instances behind nginx; all of one is killed."""
    with running() as first, running() as second, nginx(first.port, second.port) as port:

        async def trouble() -> None:
            await asyncio.sleep(2)
            os.killpg(first.process.pid, signal.SIGKILL)
            await asyncio.sleep(2)

        return run(visited_during(trouble, [KEY], [port]))


def nginx_missing() -> str:
    """Why there is no nginx; nothing, where there is one."""
    return "" if shutil.which("nginx") else "no nginx here: apt-get install nginx-light"


@contextmanager
def nginx(*ports: int) -> Iterator[int]:
    """The nginx of docs/nginx.conf in front of these instances, over plain http."""
    front = 20_000 + ports[0] % 10_000
    written = _NGINX.read_text("utf-8")
    written = written.replace("server 127.0.0.1:8000;\n", "".join(f"server 127.0.0.1:{port};\n" for port in ports))
    kept = [line for line in written.splitlines() if "ssl_" not in line and "server 127.0.0.1:8001" not in line]
    site = "\n".join(kept).replace("listen 443 ssl;", f"listen 127.0.0.1:{front};")
    with TemporaryDirectory() as room:
        site = site.replace("listen 80;", f"listen unix:{room}/plain;").replace("/var/log/nginx", room)
        conf = Path(room) / "nginx.conf"
        temporary = " ".join(
            f"{name}_temp_path {room};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        conf.write_text(
            f"daemon off; pid {room}/pid; error_log {room}/log; events {{}}\nhttp {{ {temporary}\n{site}\n}}", "utf-8"
        )
        server = subprocess.Popen(["nginx", "-p", room, "-c", str(conf), "-e", f"{room}/log"], stderr=sys.stderr)
        try:
            while not healthy(front):
                if server.poll() is not None:
                    raise RuntimeError(f"nginx did not start:\n{(Path(room) / 'log').read_text('utf-8')}")
            yield front
        finally:
            server.terminate()
            server.wait()
