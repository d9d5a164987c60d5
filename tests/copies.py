"""Copies of the real content that a test may damage: what loading reads, without the other proofs of cited texts."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

CONTENT = Path(__file__).parents[1] / "questionnaires"

# What other files rest on.
NAMES = ("id", "nom", "nom_court", "en_bref", "nature", "besoins", "source")
OF_AN_AID = (*NAMES, "guichet")


def copy_of_content(target: Path, source: Path = CONTENT) -> Path:
    """Copy the content to `target`, which must not exist yet."""
    return Path(shutil.copytree(source, target, ignore=_not_loaded))


def slim_copy(target: Path, source: Path = CONTENT) -> Path:
    """The same, where aids say little more than their names: it loads in a quarter of the time, however many there are.

    For faults that are written into it, in a file of one's own or in one that is not an aid.
    """
    copy_of_content(target, source)
    aids = list((target / "aides").rglob("*.yaml"))
    assert aids
    for file in aids:
        file.write_text(_slim(file.read_text("utf-8")), "utf-8")
    return target


def _slim(aid: str) -> str:
    parts = {part.partition(":")[0]: part for part in re.split(r"^(?=[a-z_]+:)", aid, flags=re.MULTILINE)}
    kept = [parts[key] for key in OF_AN_AID if key in parts]
    if "postes" in parts:
        _, *variants = re.split(r"^(?=  - )", parts["postes"], flags=re.MULTILINE)
        kept += ["postes:\n", *map(_slim_variant, variants)]
    return "".join(kept)


def _slim_variant(variant: str) -> str:
    keys = re.split(r"^(?=(?:  - |    )[a-z_]+:)", variant, flags=re.MULTILINE)
    return "".join(part for part in keys if part.strip(" -\n").partition(":")[0] in NAMES).rstrip("\n") + "\n"


def _not_loaded(folder: str, names: list[str]) -> set[str]:
    return set(names) - {"fiches.csv"} if Path(folder).name == "textes" else set()
