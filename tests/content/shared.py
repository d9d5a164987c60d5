"""Where the source documents and reference tables are: outside the project, named by GUIDE_SHARED or `shared` beside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

CONTENT = Path(__file__).parents[2] / "questionnaires"
SHARED = Path(os.environ.get("GUIDE_SHARED") or Path(__file__).parents[3] / "shared")

needs_shared = pytest.mark.skipif(
    not ((SHARED / "reference").is_dir() and (SHARED / "seeds").is_dir()),
    reason="the reference tables and the source documents are not next to the project (GUIDE_SHARED)",
)


def ranges(lines: str) -> list[tuple[int, int]]:
    """`580, 590-592` → [(580, 580), (590, 592)]."""
    found = []
    for part in lines.split(", "):
        first, _, last = part.partition("-")
        found.append((int(first), int(last or first)))
    return found
