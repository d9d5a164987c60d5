"""A test that hangs fails, alone and by its name; the others go on."""

import subprocess
import sys
from pathlib import Path

import pytest

from app import HERE
from tests.conftest import LONG

USUAL = 300  # seconds
ENDLESS = """
def test_that_never_ends():
    while True:
        pass


def test_that_ends():
    pass
"""


@pytest.mark.long
def test_a_hang_is_a_failure_in_a_worker_too(tmp_path: Path) -> None:
    (tmp_path / "test_endless.py").write_text(ENDLESS, "utf-8")
    command = [sys.executable, "-m", "pytest", "-c", str(HERE / "pyproject.toml"), "--rootdir", str(tmp_path)]
    options = ["-o", "timeout=1", "-p", "no:cacheprovider", "-n", "1", str(tmp_path)]
    run = subprocess.run([*command, *options], cwd=HERE, capture_output=True, text=True, timeout=100, check=False)
    assert run.returncode == 1, run.stdout + run.stderr
    assert "Failed: Timeout (>1.0s) from pytest-timeout." in run.stdout
    assert "1 failed, 1 passed" in run.stdout


def test_every_test_has_a_limit(pytestconfig: pytest.Config) -> None:
    assert float(pytestconfig.getini("timeout")) == USUAL


@pytest.mark.long
def test_a_long_proof_has_a_longer_one(request: pytest.FixtureRequest) -> None:
    limit = request.node.get_closest_marker("timeout")
    assert limit
    assert limit.args == (LONG,)
