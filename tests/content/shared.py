"""Where the content is, and where the source documents and reference tables are for those who have them.

These stand outside the project: GUIDE_SHARED names their folder, or it is `shared` beside the project. Every check runs
without them, on what `python -m tools.source_texts` and `python -m tools.reference_tables` kept; where they are, the
tests also prove that what was kept is up to date.
"""

from __future__ import annotations

import os
from pathlib import Path

CONTENT = Path(__file__).parents[2] / "questionnaires"
SHARED = Path(os.environ.get("GUIDE_SHARED") or Path(__file__).parents[3] / "shared")
SEEDS, REFERENCE = SHARED / "seeds", SHARED / "reference"
