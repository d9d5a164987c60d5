"""What is wrong in a YAML file, said in French so that its author can mend it."""

from __future__ import annotations

import re
from typing import Any, get_args, get_origin

import msgspec
import yaml

from engine.content.french_keys import KeyPath, french_keys
from engine.content.problems import nearest


def syntax_message(text: str, error: yaml.MarkedYAMLError) -> str:
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


def shape_message(error: str, shape: Any) -> tuple[KeyPath, str]:
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
        return path, missing(quoted[0])
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


def missing(key: str) -> str:
    return f"il manque la clé « {key} »."


def inside(shape: Any, path: KeyPath) -> list[Any]:
    """The types that may stand at `path` of `shape`, unions opened."""
    shapes = [shape]
    for step in path:
        found: list[Any] = []
        for candidate in shapes:
            for option in members(candidate):
                if isinstance(step, int) and get_origin(option) in (tuple, list):
                    found.append(get_args(option)[0])
                elif isinstance(option, type) and issubclass(option, msgspec.Struct):
                    found += [f.type for f in msgspec.structs.fields(option) if f.encode_name == step]
        shapes = found
    return [option for candidate in shapes for option in members(candidate)]


def members(shape: Any) -> list[Any]:
    """A union's members, an annotated type's base, or the type itself."""
    if hasattr(shape, "__metadata__"):
        return members(shape.__origin__)
    arguments = get_args(shape)
    if arguments and get_origin(shape) not in (tuple, list, dict) and not _is_literal(shape):
        return [member for argument in arguments for member in members(argument)]
    return [shape]


def _is_literal(shape: Any) -> bool:
    return str(shape).startswith("typing.Literal")


def _keys(shape: Any, path: KeyPath) -> list[str]:
    structs = (s for s in inside(shape, path) if isinstance(s, type) and issubclass(s, msgspec.Struct))
    return [key for struct in structs for key in french_keys(struct).values()]


def _choices(shape: Any, path: KeyPath) -> list[str]:
    return [choice for option in inside(shape, path) if _is_literal(option) for choice in get_args(option)]
