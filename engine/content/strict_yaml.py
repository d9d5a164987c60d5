"""Strict reading of content files: YAML text → frozen structs, with the line of every value kept.

Every scalar is text: `01`, `NO`, `12:30` and phone numbers stay what the author typed. Duplicate and
unknown keys are refused. This is the one module of the engine that reads files.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any, Generic, TypeVar

import msgspec
import yaml

from engine.content.drawable import refusal, undrawable
from engine.content.french_keys import KeyPath
from engine.content.problems import ContentError, Problem
from engine.content.shape_faults import shape_faults
from engine.content.truths import NotATruthError, with_truths
from engine.content.yaml_messages import syntax_message

T = TypeVar("T")

# The names of languages, each in its own script: never printed, so that any character may stand there.
ON_SCREEN_ONLY = ("langues.yaml",)


@dataclass(frozen=True)
class ReadFile(Generic[T]):
    """A value read from `file`, and the line on which each of its parts is written."""

    value: T
    file: str
    lines: dict[KeyPath, int]

    def line(self, *path: str | int) -> int:
        """Line of the part at `path`, or of the nearest enclosing part that is known."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def problem(self, message: str, *path: str | int) -> Problem:
        """A problem located at `path` of this value."""
        return Problem(self.file, self.line(*path), message)


def load_yaml(root: FilePath, name: str, shape: type[T]) -> ReadFile[T]:
    """Read `root/name` as `shape`.

    Raises:
        ContentError: the file is missing, is not YAML, does not have that shape, or holds what no font draws.
    """
    text = _drawable(_read(root, name), name)
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ContentError([Problem(name, mark.line + 1 if mark else 1, syntax_message(text, error))]) from None
    except yaml.YAMLError as error:
        raise ContentError([Problem(name, 1, f"le fichier n’est pas du YAML lisible ({error}).")]) from None
    if node is None:
        raise ContentError([Problem(name, 1, "le fichier est vide.")])
    lines: dict[KeyPath, int] = {}
    tree = _plain(node, (), name, lines)
    try:
        value = msgspec.convert(with_truths(tree, shape), shape, strict=False)
    except NotATruthError as error:
        raise ContentError([ReadFile(None, name, lines).problem(str(error), *error.path)]) from None
    except msgspec.ValidationError:
        faulty = ReadFile(None, name, lines)
        raise ContentError(
            faulty.problem(message, *path) for path, message in shape_faults(with_truths(tree, shape), shape)
        ) from None
    return ReadFile(value, name, lines)


def load_table(root: FilePath, name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """Read a `;`-separated table whose header must be exactly `columns`; one dict a row.

    Raises:
        ContentError: the file is missing, has another header, a row with too many or too few cells, or a character
            that no font draws.
    """
    rows = list(csv.reader(_drawable(_read(root, name), name).splitlines(), delimiter=";"))
    if not rows or tuple(rows[0]) != columns:
        raise ContentError([Problem(name, 1, f"l’en-tête attendu est « {';'.join(columns)} ».")])
    bad = [
        Problem(name, number, f"{len(row)} cases au lieu de {len(columns)}.")
        for number, row in enumerate(rows[1:], start=2)
        if len(row) != len(columns)
    ]
    if bad:
        raise ContentError(bad)
    return [dict(zip(columns, row, strict=True)) for row in rows[1:]]


def load_bytes(root: FilePath, name: str) -> bytes:
    """The bytes of `root/name`.

    Raises:
        ContentError: the file is missing.
    """
    try:
        return (root / name).read_bytes()
    except FileNotFoundError:
        raise ContentError([Problem(name, 1, "le fichier manque.")]) from None


def yaml_files(root: FilePath, folder: str) -> list[str]:
    """Names, relative to `root`, of the YAML files anywhere under `folder`, sorted."""
    return sorted(str(path.relative_to(root)) for path in (root / folder).rglob("*.yaml"))


def _read(root: FilePath, name: str) -> str:
    try:
        return (root / name).read_text(encoding="utf-8-sig")  # spreadsheets put a mark before UTF-8
    except FileNotFoundError:
        raise ContentError([Problem(name, 1, "le fichier manque.")]) from None
    except UnicodeDecodeError:
        raise ContentError([Problem(name, 1, "le fichier n’est pas en UTF-8.")]) from None
    except OSError as error:
        raise ContentError([Problem(name, 1, f"le fichier ne peut pas être lu ({error.strerror}).")]) from None


def _drawable(text: str, name: str, first: int = 1) -> str:
    """The text, whose first line has number `first`: all of it can be shown and printed.

    Raises:
        ContentError: with each character that cannot.
    """
    if name in ON_SCREEN_ONLY:
        return text
    if found := [Problem(name, first + line - 1, refusal(character)) for line, character in undrawable(text)]:
        raise ContentError(found)
    return text


def _plain(node: yaml.Node, path: KeyPath, name: str, lines: dict[KeyPath, int]) -> Any:
    """Nodes → dicts, lists and text, noting lines; refuses what YAML would otherwise take silently."""
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise ContentError([Problem(name, line, "une clé doit être un mot.")])
            if key.value in result:
                raise ContentError([Problem(name, line, f"la clé « {key.value} » est écrite deux fois.")])
            lines[(*path, key.value)] = line
            result[key.value] = _plain(value, (*path, key.value), name, lines)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, index), name, lines) for index, item in enumerate(node.value)]
    # Written as an escape (« \u0000 »), a character is only seen here.
    return _drawable(node.value, name, node.start_mark.line + 1)
