"""New content on a running site: what is faulty changes nothing, what is good is served without a pause."""

from __future__ import annotations

import asyncio
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app import HERE
from tests.copies import slim_copy
from tests.load.server import HOST, Site, running
from tests.load.traffic import Answer, ask, request, run

AID = request("/fr/aides/ap2a", HOST)
NAME = "Une aide toute neuve"
PATIENCE = 60  # seconds until the new content is served; a loaded machine is slow to load it


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site whose content one may change; that content says little, and is soon read again."""
    leave = shutil.ignore_patterns(
        ".venv", ".git", "instance", "tests", "docs", "questionnaires", "__pycache__", ".*_cache"
    )
    house = Path(shutil.copytree(HERE, tmp_path_factory.mktemp("site") / "site", ignore=leave))
    slim_copy(house / "questionnaires")
    return house


@pytest.fixture(scope="module")
def site(house: Path) -> Iterator[Site]:
    with running(folder=house) as site:
        yield site


@pytest.fixture
def aid(house: Path) -> Iterator[Path]:
    """A fiche, put back as it was."""
    fiche = house / "questionnaires/aides/logement/ap2a.yaml"
    before = fiche.read_text("utf-8")
    yield fiche
    fiche.write_text(before, "utf-8")


def reload(house: Path, site: Site) -> subprocess.CompletedProcess[str]:
    """`make reload`, with what is installed here."""
    command = ["make", f"VENV={sys.prefix}", "-o", f"{sys.prefix}/.site-installed", "reload", f"PORT={site.port}"]
    return subprocess.run(command, cwd=house, capture_output=True, text=True, check=False)


def rename(fiche: Path) -> None:
    lines = fiche.read_text("utf-8").splitlines()
    number = next(number for number, line in enumerate(lines) if line.startswith("nom: "))
    lines[number] = f"nom: {NAME}"
    fiche.write_text("\n".join(lines) + "\n", "utf-8")


def page(site: Site) -> Answer:
    return run(ask(site.port, AID, time.monotonic()))


def test_a_faulty_file_leaves_the_site_up_and_is_told_with_its_line(house: Path, site: Site, aid: Path) -> None:
    workers = site.workers()
    aid.write_text(aid.read_text("utf-8").replace("nom: ", "nomm: ", 1), "utf-8")
    told = reload(house, site)
    assert told.returncode
    said = told.stdout + told.stderr
    assert "aides/logement/ap2a.yaml" in said
    assert "ligne" in said
    assert "« nom »" in said
    assert set(workers) <= set(site.workers())
    assert page(site).status == 200


def test_a_faulty_file_signalled_all_the_same_leaves_the_site_up(site: Site, aid: Path) -> None:
    before = page(site).body.partition(b"\r\n\r\n")[2]
    aid.write_text("nom: [\n", "utf-8")
    site.process.send_signal(signal.SIGHUP)
    until_said(site, "ap2a.yaml")
    assert page(site).body.partition(b"\r\n\r\n")[2] == before


def test_a_worker_killed_while_a_file_is_half_written_is_replaced(site: Site, aid: Path) -> None:
    aid.write_text("nom: [\n", "utf-8")
    for worker in site.workers():
        subprocess.run(["kill", "-9", str(worker)], check=True)
    assert page(site).status == 200


def test_good_content_is_served_and_no_request_fails(site: Site, aid: Path) -> None:
    rename(aid)
    answers = run(asked_until_new(site, lambda: site.process.send_signal(signal.SIGHUP)))
    assert {answer.status for answer in answers} == {200}
    assert NAME.encode() in answers[-1].body


@pytest.mark.long
def test_one_command_does_it_all(house: Path, site: Site, aid: Path) -> None:
    rename(aid)
    answers = run(asked_until_new(site, lambda: reload(house, site).check_returncode()))
    assert {answer.status for answer in answers} == {200}
    assert NAME.encode() in answers[-1].body


async def asked_until_new(site: Site, take_up: Callable[[], None]) -> list[Answer]:
    """The answers given until those with the new content come, and only those."""
    begun = asyncio.create_task(asyncio.to_thread(take_up))
    answers: list[Answer] = []
    start, new = time.monotonic(), 0
    while new < 10 and time.monotonic() - start < PATIENCE:
        answers.append(await ask(site.port, AID, start, PATIENCE))
        new = new + 1 if NAME.encode() in answers[-1].body else 0
        await asyncio.sleep(0.05)
    await begun
    return answers


def until_said(site: Site, words: str) -> None:
    end = time.monotonic() + PATIENCE
    while words not in site.said():
        assert time.monotonic() < end, site.said()
        time.sleep(0.1)
