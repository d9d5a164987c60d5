"""Copies of the real content that a test may damage: what loading reads, without the other proofs of cited texts."""

from __future__ import annotations

import shutil
from pathlib import Path

CONTENT = Path(__file__).parents[1] / "questionnaires"


def copy_of_content(target: Path, source: Path = CONTENT) -> Path:
    """Copy the content to `target`, which must not exist yet."""
    return Path(shutil.copytree(source, target, ignore=_not_loaded))


def _not_loaded(folder: str, names: list[str]) -> set[str]:
    return set(names) - {"fiches.csv"} if Path(folder).name == "textes" else set()
