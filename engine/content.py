"""Strict reading of content files: YAML text → frozen structs, with the line of every value kept.

Every scalar is text: `01`, `NO`, `12:30` and phone numbers stay what the author typed. Duplicate and
unknown keys are refused. This is the one module of the engine that reads files.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path as FilePath
from typing import Any, Generic, TypeVar, get_args, get_origin

import msgspec
import yaml

from engine.problems import ContentError, Problem, nearest

T = TypeVar("T")
KeyPath = tuple[str | int, ...]


@dataclass(frozen=True)
class Loaded(Generic[T]):
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


def load_yaml(root: FilePath, name: str, shape: type[T]) -> Loaded[T]:
    """Read `root/name` as `shape`.

    Raises:
        ContentError: the file is missing, is not YAML, or does not have that shape.
    """
    text = _read(root, name)
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ContentError([Problem(name, mark.line + 1 if mark else 1, _syntax(text, error))]) from None
    except yaml.YAMLError as error:
        raise ContentError([Problem(name, 1, f"le fichier n’est pas du YAML lisible ({error}).")]) from None
    if node is None:
        raise ContentError([Problem(name, 1, "le fichier est vide.")])
    lines: dict[KeyPath, int] = {}
    tree = _plain(node, (), name, lines)
    try:
        value = msgspec.convert(tree, shape, strict=False)
    except msgspec.ValidationError as error:
        path, message = _explain(str(error), shape)
        raise ContentError([Loaded(None, name, lines).problem(message, *path)]) from None
    return Loaded(value, name, lines)


def load_table(root: FilePath, name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """Read a `;`-separated table whose header must be exactly `columns`; one dict a row.

    Raises:
        ContentError: the file is missing, has another header, or a row with too many or too few cells.
    """
    rows = list(csv.reader(_read(root, name).splitlines(), delimiter=";"))
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


def french_key(shape: type[msgspec.Struct], name: str) -> str:
    """The key under which content files write a struct's field."""
    return french_keys(shape)[name]


@cache
def french_keys(shape: type[msgspec.Struct]) -> dict[str, str]:
    """For each field of a struct, the key under which content files write it."""
    return {info.name: info.encode_name for info in msgspec.structs.fields(shape)}


def _read(root: FilePath, name: str) -> str:
    try:
        return (root / name).read_text(encoding="utf-8-sig")  # spreadsheets put a mark before UTF-8
    except FileNotFoundError:
        raise ContentError([Problem(name, 1, "le fichier manque.")]) from None
    except UnicodeDecodeError:
        raise ContentError([Problem(name, 1, "le fichier n’est pas en UTF-8.")]) from None


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
    return node.value


def _syntax(text: str, error: yaml.MarkedYAMLError) -> str:
    mark = error.problem_mark or error.context_mark
    rows = text.splitlines()
    row = rows[mark.line] if mark and mark.line < len(rows) else ""
    if "\t" in row:
        return "une tabulation ; mettez des espaces à la place."
    if row.count(": ") > 1:
        return "un texte qui contient « : » doit être entre guillemets droits."
    return f"la mise en forme n’est pas lisible ({error.problem}). Vérifiez l’alignement et les guillemets."


_PATH = re.compile(r"^(?P<what>.*?)(?: - at `\$?(?P<path>[^`]*)`)?$", re.DOTALL)
_STEP = re.compile(r"\.([^.\[]+)|\[(\d+)\]|\[\.\.\.\]")


def _explain(error: str, shape: Any) -> tuple[KeyPath, str]:
    """msgspec's English message → (path in the file, French message with the nearest valid spelling)."""
    match = _PATH.match(error)
    what = match["what"] if match else error
    path: KeyPath = tuple(
        int(index) if index else key
        for key, index in _STEP.findall(match["path"] or "" if match else "")
        if key or index
    )
    quoted = re.findall(r"[`'\"]([^`'\"]+)[`'\"]", what)
    if "unknown field" in what and quoted[0][0].isdigit():
        return (*path, quoted[0]), 'mettez les numéros de lignes entre guillemets : lignes: "12, 34-56".'
    if "unknown field" in what:
        hint = nearest(quoted[0], _keys(shape, path))
        return (*path, quoted[0]), f"la clé « {quoted[0]} » n’existe pas ici. {hint}"
    if "missing required field" in what:
        return path, f"il manque la clé « {quoted[0]} »."
    if "Invalid enum value" in what:
        return path, f"« {quoted[0]} » n’est pas possible ici. {nearest(quoted[0], _choices(shape, path))}"
    if "matching regex" in what:
        return (
            path,
            "ce mot n’a pas la bonne forme (minuscules sans accent, chiffres et tirets, ou numéros de lignes).",
        )
    if "length" in what:
        return path, "le texte est vide."
    return path, f"la valeur n’a pas la bonne forme ({what})."


def _inside(shape: Any, path: KeyPath) -> list[Any]:
    """The types that may stand at `path` of `shape`, unions opened."""
    shapes = [shape]
    for step in path:
        found: list[Any] = []
        for candidate in shapes:
            for option in _members(candidate):
                if isinstance(step, int) and get_origin(option) in (tuple, list):
                    found.append(get_args(option)[0])
                elif isinstance(option, type) and issubclass(option, msgspec.Struct):
                    found += [f.type for f in msgspec.structs.fields(option) if f.encode_name == step]
        shapes = found
    return [option for candidate in shapes for option in _members(candidate)]


def _members(shape: Any) -> list[Any]:
    """A union's members, an annotated type's base, or the type itself."""
    if hasattr(shape, "__metadata__"):
        return _members(shape.__origin__)
    arguments = get_args(shape)
    if arguments and get_origin(shape) not in (tuple, list, dict) and not _is_literal(shape):
        return [member for argument in arguments for member in _members(argument)]
    return [shape]


def _is_literal(shape: Any) -> bool:
    return str(shape).startswith("typing.Literal")


def _keys(shape: Any, path: KeyPath) -> list[str]:
    structs = (s for s in _inside(shape, path) if isinstance(s, type) and issubclass(s, msgspec.Struct))
    return [key for struct in structs for key in french_keys(struct).values()]


def _choices(shape: Any, path: KeyPath) -> list[str]:
    return [choice for option in _inside(shape, path) if _is_literal(option) for choice in get_args(option)]
