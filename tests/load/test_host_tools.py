"""Where the checks must all run, a command that is missing fails a test; elsewhere it says how to get it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import HERE
from tests.load.host_tools import PACKAGES, require

CI = (HERE / ".ci/run").read_text("utf-8")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """A machine without any command."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("HOST_TOOLS_REQUIRED", raising=False)
    return monkeypatch


@pytest.mark.usefixtures("bare")
def test_a_clone_without_nginx_is_told_how_to_get_it() -> None:
    with pytest.raises(pytest.skip.Exception, match="apt-get install curl nginx-light"):
        require("curl", "nginx")


def test_a_machine_that_must_have_all_fails(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("HOST_TOOLS_REQUIRED", "1")
    with pytest.raises(pytest.fail.Exception, match="apt-get install systemd"):
        require("systemd-analyze")


def test_the_checks_before_a_change_install_them_and_demand_them() -> None:
    """Those that every machine with make has need no line."""
    wanted = {command: package for command, package in PACKAGES.items() if command not in ("bash", "make", "tar")}
    assert [command for command, package in wanted.items() if f"need {command} {package}\n" not in CI] == []
    assert "HOST_TOOLS_REQUIRED=1" in CI.splitlines()[-1]
