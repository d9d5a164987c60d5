"""Copies of the real content that a test may damage: what loading reads, without the proofs of the cited texts."""

from __future__ import annotations

import shutil
from pathlib import Path

CONTENT = Path(__file__).parents[1] / "questionnaires"


def copy_of_content(target: Path, source: Path = CONTENT) -> Path:
    """Copy the content to `target`, which must not exist yet."""
    return Path(shutil.copytree(source, target, ignore=shutil.ignore_patterns("textes")))
