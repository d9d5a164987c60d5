"""Strict reading of content files: YAML text → frozen structs, with the line of every value within reach.

Every scalar is text: `01`, `NO`, `12:30` and phone numbers stay what the author typed. Duplicate and
unknown keys are refused. This is the one module of the engine that reads files.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as FilePath
from typing import Generic, TypeVar

import msgspec
import yaml

from engine.content.drawable import refusal, undrawable
from engine.content.french_keys import KeyPath
from engine.content.problems import ContentError, Problem
from engine.content.shape_faults import shape_faults
from engine.content.truths import NotATruthError, with_truths
from engine.content.yaml_messages import syntax_message
from engine.content.yaml_tree import KeyFaultError, compose, line_numbers, plain, scalars

T = TypeVar("T")

# The names of languages, each in its own script: never printed, so that any character may stand there.
ON_SCREEN_ONLY = ("langues.yaml",)


@dataclass(frozen=True)
class ReadFile(Generic[T]):
    """A value read from the text of `file`."""

    value: T
    file: str
    text: str

    @cached_property
    def lines(self) -> dict[KeyPath, int]:
        """The line on which each part is written: looked for where something is to be said of one."""
        node = compose(self.text)
        return line_numbers(node) if node else {}

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
        node = compose(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ContentError([Problem(name, mark.line + 1 if mark else 1, syntax_message(text, error))]) from None
    except yaml.YAMLError as error:
        raise ContentError([Problem(name, 1, f"le fichier n’est pas du YAML lisible ({error}).")]) from None
    if node is None:
        raise ContentError([Problem(name, 1, "le fichier est vide.")])
    if "\\" in text:  # written as an escape (« \\u0000 »), a character is only seen once it is read
        for line, written in scalars(node):
            _drawable(written, name, line)
    try:
        tree = with_truths(plain(node), shape)
        return ReadFile(msgspec.convert(tree, shape, strict=False), name, text)
    except KeyFaultError as fault:
        raise ContentError([Problem(name, fault.line, str(fault))]) from None
    except NotATruthError as error:
        raise ContentError([ReadFile(None, name, text).problem(str(error), *error.path)]) from None
    except msgspec.ValidationError:
        faulty = ReadFile(None, name, text)
        raise ContentError(faulty.problem(message, *path) for path, message in shape_faults(tree, shape)) from None


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
