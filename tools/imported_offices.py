"""What is written of offices taken in from a national file: one list of parts, each replaced as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec
import yaml

from engine.content.drawable import drawn
from engine.content.imported_directory import OFFICES
from engine.content.shapes.imports import ImportedOffices
from engine.content.strict_yaml import load_yaml

_HEADER = """\
# Les guichets importés d’un fichier national. Ne changez rien ici à la main : un nouvel import remplace tout.
# Voyez docs/annuaire.md.
"""


def parts_in(imported: Path) -> tuple[ImportedOffices, ...]:
    """What was taken in so far."""
    if not (imported / OFFICES).exists():
        return ()
    return load_yaml(imported, OFFICES, tuple[ImportedOffices, ...]).value


def replaced(
    before: Iterable[ImportedOffices], gone: Callable[[ImportedOffices], bool], new: Iterable[ImportedOffices]
) -> str:
    """The file, `new` parts in the place of those that are `gone`."""
    parts = [*(part for part in before if not gone(part)), *new]
    tree = [_without_gaps(msgspec.to_builtins(part)) for part in parts]
    return _HEADER + yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=120)


def tidy(value: Any) -> Any:
    """A text on one line that paper can show, without outer spaces; an empty one counts as absent."""
    return " ".join(drawn(value).split()) if isinstance(value, str) else value


def _without_gaps(tree: Any) -> Any:
    """What a person would write: no key without a value, a truth as a word."""
    match tree:
        case dict():
            return {key: _without_gaps(value) for key, value in tree.items() if value not in (None, [], (), False)}
        case list() | tuple():
            return [_without_gaps(item) for item in tree]
        case True:
            return "oui"
    return tree
