"""A real Chromium, and the real site for it to visit."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

import pytest

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
START_TIMEOUT = 30  # seconds; a loaded machine is slow to import


@pytest.hookimpl(tryfirst=True)  # before pytest applies -m
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session", autouse=True)
def chromium() -> str:
    """The installed Chromium: Playwright cannot download its own everywhere.

    The one without a window shows the same pages in less time.
    """
    wanted = os.environ.get("CHROMIUM", "chromium-headless-shell chromium").split()
    found = next(filter(None, map(shutil.which, wanted)), None)
    if found:
        return found
    message = f"no {wanted[-1]} here: apt-get install chromium (or say where one is with CHROMIUM=…)"
    if os.environ.get("BROWSER_REQUIRED") == "1":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict, chromium: str) -> dict:
    return {
        **browser_type_launch_args,
        "executable_path": chromium,
        "args": [
            "--no-sandbox",  # CI runs as root, where the sandbox refuses to start
            "--no-first-run",
            "--disable-gpu",  # there is none, and to play one costs a fifth of the time
            "--no-proxy-server",
            # One frame serves for all pages of the site, as before Chromium took a new one for each: a fifth less time.
            "--enable-features=RenderDocument:level/crashed-frame",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            # Nothing outside this machine can be reached, so a page that needs it fails.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        ],
    }


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site as `make run` starts it, on a free port. Gives its address, without the final slash."""
    log = tmp_path_factory.mktemp("site") / "log"
    # The port is opened here and handed over, so that nobody can take it in between.
    with socket.create_server(("127.0.0.1", 0)) as listener, log.open("wb") as output:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--bind", f"fd://{listener.fileno()}"],
            cwd=ROOT, env={**os.environ, "GUIDE_LOCAL": "1", "PORT": address.rpartition(":")[2]},
            pass_fds=[listener.fileno()],
            stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
    try:
        _wait_until_healthy(server, address, log)
        yield address
    finally:
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait_until_healthy(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    ask = build_opener(ProxyHandler({})).open  # a proxy of the machine is not for loopback
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with ask(f"{address}/healthz", timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the site did not start:\n{log.read_text(errors='replace')[-4000:]}")
