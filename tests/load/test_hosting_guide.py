"""The guide for hosts, pasted from top to bottom as they would, by an account without rights and in folders of our own.

What it does not mark « Non essayé ici » is run here, in its order; only the paths and the port are others.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from app import HERE
from tests.load.host_tools import require
from tests.load.server import HOST, START_TIMEOUT, healthy
from tests.load.troubles import nginx

GUIDE = (HERE / "docs/exploiter.md").read_text("utf-8")
FILLED = HERE / "tests/web/deploiement.yaml"
# The paragraph before each block, its kind, and what one pastes.
BLOCKS = re.findall(r"([^\n]+)\n\n```(\w+)\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
TRIED = [text for before, kind, text in BLOCKS if kind == "sh" and "Non essayé ici" not in before]
[UNIT] = [text for _, kind, text in BLOCKS if kind == "ini"]


class Machine:
    """One with two versions of the site, all of whose folders are below one of ours."""

    def __init__(self, root: Path, port: int) -> None:
        self.root, self.port = root, port
        for folder in ("srv/guide", "etc/guide", "var/lib/guide"):
            (root / folder).mkdir(parents=True)
        for version in ("0.5.0", "0.6.0"):
            self._put(root / "srv/guide" / version)
        self.site = root / "srv/guide/site"
        self.settings = root / "etc/guide/guide.env"

    def _put(self, version: Path) -> None:
        """The site as from an archive, with what `make build` would install from the network."""
        leave = shutil.ignore_patterns(".venv", ".git", "instance", "tests", "__pycache__", ".*_cache")
        shutil.copytree(HERE, version, ignore=leave)
        (version / ".venv").mkdir()
        for part in ("bin", "lib", "pyvenv.cfg"):
            (version / ".venv" / part).symlink_to(Path(sys.prefix) / part)
        (version / ".venv/.site-installed").touch()

    def here(self, text: str) -> str:
        """The text of the guide, as one would write it on this machine."""
        text = text.replace("8000", str(self.port))
        return re.sub(r"/(srv|etc|var/lib)/guide", rf"{self.root}/\1/guide", text)

    def paste(self, start: str) -> subprocess.CompletedProcess[str]:
        """Run the one block that holds these words."""
        [block] = [text for text in TRIED if start in text]
        ours = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
        command = ["bash", "-c", self.here(block)]
        return subprocess.run(command, cwd=self.root, env=ours, capture_output=True, text=True, check=False)

    def set(self) -> dict[str, str]:
        """What the file of settings says."""
        return dict(line.split("=", 1) for line in self.settings.read_text("utf-8").splitlines())

    def keys(self) -> list[str]:
        return self.set()["SECRET_KEYS"].split(",")

    def version(self) -> str:
        """Which one is in place."""
        return str(self.site.readlink())

    @contextmanager
    def started(self) -> Iterator[None]:
        """The site as the unit starts it: its folder, its file of settings, its command."""
        unit = dict(line.split("=", 1) for line in self.here(UNIT).splitlines() if "=" in line)
        environment = {"PATH": os.environ["PATH"], **self.set(), "PORT": str(self.port)}
        assert unit["EnvironmentFile"] == str(self.settings)
        with (self.root / "log").open("wb") as log:
            process = subprocess.Popen(
                [unit["ExecStart"]], cwd=unit["WorkingDirectory"], env=environment, stdout=log, stderr=log
            )
        try:
            yield
        finally:
            process.terminate()
            process.wait(timeout=30)


@pytest.fixture
def host(tmp_path: Path) -> Machine:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return Machine(tmp_path, free.getsockname()[1])


def good(result: subprocess.CompletedProcess[str]) -> str:
    said = result.stdout + result.stderr
    assert result.returncode == 0, said
    return said


@pytest.mark.long
def test_what_one_pastes_installs_runs_changes_and_saves_the_site(host: Machine) -> None:
    require("bash", "curl", "make", "tar")
    good(host.paste("ln -sfn 0.5.0"))
    good(host.paste("cat > /etc/guide/guide.env"))
    assert host.settings.stat().st_mode & 0o077 == 0, "others could read the keys"
    refused = host.paste("Réglages et contenus valides")
    assert refused.returncode
    assert "vient de l’exemple" in refused.stderr
    shutil.copy(FILLED, host.settings.with_name("deploiement.yaml"))
    assert "Réglages et contenus valides." in good(host.paste("Réglages et contenus valides"))

    with host.started():
        wait_for(host)
        good(host.paste("curl"))
        good(host.paste("make reload"))
    good(host.paste("annuaire verifier"))

    [old] = host.keys()
    good(host.paste("&,$cle"))
    before, new = host.keys()
    assert before == old
    Fernet(new)
    good(host.paste(r"\2,\1"))
    assert host.keys() == [new, old]
    good(host.paste(r"SECRET_KEYS=\1|"))
    assert host.keys() == [new]

    (host.root / "var/lib/guide/annuaire/kept").touch()
    good(host.paste("tar -czf"))
    shutil.rmtree(host.root / "etc")
    shutil.rmtree(host.root / "var")
    good(host.paste("tar -C /"))
    assert host.keys() == [new]
    assert (host.root / "var/lib/guide/annuaire/kept").exists()

    content = host.root / "srv/guide/0.6.0/questionnaires"
    content.joinpath("besoins.yaml").rename(host.root / "besoins.yaml")
    assert "besoins.yaml, ligne 1 : le fichier manque." in host.paste("ln -sfn 0.6.0").stderr
    assert host.version() == "0.5.0", "a faulty version took the place of a good one"
    (host.root / "besoins.yaml").rename(content / "besoins.yaml")
    good(host.paste("ln -sfn 0.6.0"))
    assert host.version() == "0.6.0"
    good(host.paste("version-d-avant)"))
    assert host.version() == "0.5.0"


def wait_for(host: Machine) -> None:
    deadline = time.monotonic() + START_TIMEOUT
    while not healthy(host.port):
        assert time.monotonic() < deadline, (host.root / "log").read_text("utf-8")
        time.sleep(0.2)


def test_every_block_is_run_here_or_said_untried() -> None:
    source = Path(__file__).read_text("utf-8")
    pasted = re.findall(r'host\.paste\(r?"([^"]+)"\)', source)
    assert [text for text in TRIED if not any(start in text for start in pasted)] == []
    others = [before for before, kind, _ in BLOCKS if kind not in ("sh", "ini")]
    assert all(before.startswith("Non essayé ici") for before in others)
    assert len(BLOCKS) == GUIDE.count("```") // 2, "a block without a sentence before it"


def test_systemd_finds_no_fault_in_the_unit(host: Machine, tmp_path: Path) -> None:
    require("systemd-analyze")
    host.site.symlink_to("0.5.0")
    file = tmp_path / "guide@.service"
    file.write_text(host.here(UNIT), "utf-8")
    checked = subprocess.run(
        ["systemd-analyze", "verify", file], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert (checked.returncode, checked.stdout + checked.stderr) == (0, "")


class Behind(BaseHTTPRequestHandler):
    """In place of the site: well, when it is asked under its own name."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(200 if self.headers["Host"] == HOST else 400)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""


def test_nginx_starts_with_our_file_and_passes_the_name_on() -> None:
    require("nginx")
    with ThreadingHTTPServer(("127.0.0.1", 0), Behind) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        with nginx(site.server_port) as front:
            assert healthy(front)
        site.shutdown()
