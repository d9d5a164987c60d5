"""What the guide for hosts is tried with, and where each command comes from."""

import os
import shutil

import pytest

PACKAGES = {
    "bash": "bash", "curl": "curl", "make": "make", "tar": "tar", "nginx": "nginx-light", "systemd-analyze": "systemd",
}  # fmt: skip


def require(*commands: str) -> None:
    """Skip where one of these is missing, and say how to get it; fail where all were to be there."""
    missing = [PACKAGES[command] for command in commands if not shutil.which(command)]
    if not missing:
        return
    message = f"not here: apt-get install {' '.join(missing)}"
    if os.environ.get("HOST_TOOLS_REQUIRED") == "1":
        pytest.fail(message)
    pytest.skip(message)
