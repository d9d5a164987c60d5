"""`python -m tools.source_texts SEEDS_FOLDER`: make `questionnaires/textes/` from the cited texts (docs/textes.md).

SEEDS_FOLDER holds the files named in `sources.yaml`. Run twice, it changes nothing. When a text is no longer that of
the last time, it says for each citation where its lines are now, and which are gone.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from engine.content.catalogue_loader import load_catalogue
from engine.content.citations import citations
from engine.content.problems import ContentError
from engine.content.sections import FOLDER, SECTION_COLUMNS, SECTIONS
from engine.content.shapes.cited_texts import CitedText
from engine.content.source_texts import (
    INDEX,
    INDEX_COLUMNS,
    LINE_COLUMNS,
    RUNS,
    TEXT_COLUMNS,
    TEXTS,
    describe,
    load_source_texts,
)
from engine.content.word_runs import Run, pack, runs
from tools.moved_lines import moved_citations
from tools.section_bounds import MismatchError, section_bounds

CONTENT = Path(__file__).parents[1] / "questionnaires"


def make(seeds: Path, sources: Iterable[CitedText]) -> dict[str, bytes]:
    """The files of `textes/`, by name, for the texts that have a file in the folder `seeds`.

    Raises:
        FileNotFoundError: a text is not in the folder.
        tools.section_bounds.MismatchError: the fiches of a text cannot be told apart.
    """
    made: dict[str, bytes] = {}
    texts: list[Sequence[object]] = []
    sections: list[Sequence[object]] = []
    found: set[Run] = set()
    for source in sources:
        if source.file is None:
            continue
        content = (seeds / source.file).read_bytes()
        text = content.decode("utf-8")
        lines = text.split("\n")
        texts.append((source.id, source.file, len(lines), hashlib.sha256(content).hexdigest()))
        sections += [(source.id, *bounds) for bounds in section_bounds(lines)]
        made[f"{source.id}.csv"] = _table(LINE_COLUMNS, _described(lines))
        found.update(runs(text))
    made[TEXTS] = _table(TEXT_COLUMNS, texts)
    made[SECTIONS] = _table(SECTION_COLUMNS, sections)
    made[RUNS] = pack(found)
    made[INDEX] = _table(
        INDEX_COLUMNS,
        ((name, len(content), hashlib.sha256(content).hexdigest()) for name, content in sorted(made.items())),
    )
    return made


def write(made: dict[str, bytes], folder: Path) -> list[str]:
    """Write what differs into `folder`, remove what is no longer made, and name the files touched."""
    folder.mkdir(exist_ok=True)
    changed = [name for name, content in made.items() if not _same(folder / name, content)]
    for name in changed:
        (folder / name).write_bytes(made[name])
    gone = sorted(path.name for path in folder.iterdir() if path.name not in made)
    for name in gone:
        (folder / name).unlink()
    return sorted(changed) + gone


def _described(lines: Sequence[str]) -> Iterable[Sequence[object]]:
    for number, text in enumerate(lines, 1):
        line = describe(text)
        if line:
            yield (
                number,
                line.print,
                " ".join(sorted(line.figures, key=lambda figure: (float(figure), figure))),
                " ".join(sorted(line.contacts)),
            )


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    return "".join(";".join(map(str, row)) + "\n" for row in (columns, *rows)).encode()


def _same(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def main(arguments: Sequence[str]) -> int:
    """Make the files; 0 when done, 2 when no folder is given, a text is missing, or its fiches cannot be told."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    catalogue = load_catalogue(CONTENT, sections_known=False)
    try:
        made = make(Path(arguments[0]), catalogue.cited_texts.values())
    except FileNotFoundError as error:
        print(f"Il manque un texte : {error.filename}", file=sys.stderr)
        return 2
    except MismatchError as error:
        print(f"Les fiches ne suivent pas le sommaire. {error}", file=sys.stderr)
        return 2
    try:
        before = load_source_texts(CONTENT).texts
    except ContentError as error:
        print(f"Sans les fichiers d’avant, les lignes déplacées ne sont pas dites. {error}", file=sys.stderr)
        before = {}
    changed = write(made, CONTENT / FOLDER)
    for name in changed:
        print(f"{FOLDER}/{name} : {len(made[name])} octets" if name in made else f"{FOLDER}/{name} : retiré")
    for moved in moved_citations(citations(catalogue), before, load_source_texts(CONTENT).texts):
        print(moved)
    if not changed:
        print("Rien n’a changé.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
