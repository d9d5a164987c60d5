"""For `make translations`: the texts of the content files, each with its struct's name as context.

Which texts these are is said once, by `Prose` in the content's shapes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO, cast

import msgspec
from msgspec import inspect

from engine.content.french_keys import KeyPath, french_keys
from engine.content.shapes.aids import Aid, SharedRules
from engine.content.shapes.amounts import Amount
from engine.content.shapes.cited_texts import CitedText
from engine.content.shapes.code_registry import CodeRegistry
from engine.content.shapes.definitions import Definition
from engine.content.shapes.departement import Departement
from engine.content.shapes.documents import Document
from engine.content.shapes.emergencies import Emergency
from engine.content.shapes.needs import Need
from engine.content.shapes.offices import DirectoryFile, ImportedOffices
from engine.content.shapes.questions import Question
from engine.content.strict_yaml import load_yaml

Message = tuple[int, str, tuple[str, str], list[str]]

_SHAPES: dict[str, Any] = {
    "definitions.yaml": tuple[Definition, ...],
    "departement.yaml": Departement,
    "besoins.yaml": tuple[Need, ...],
    "numeros.yaml": CodeRegistry,
    "baremes.yaml": tuple[Amount, ...],
    "sources.yaml": tuple[CitedText, ...],
    "urgences.yaml": tuple[Emergency, ...],
    "guichets.yaml": DirectoryFile,
    "guichets-importes.yaml": tuple[ImportedOffices, ...],
    "questions": tuple[Question, ...],
    "pieces": tuple[Document, ...],
    "regles": SharedRules,
    "aides": Aid,
}


def extract_content(file: BinaryIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Message]:
    """Babel's extraction method for YAML: (line, function, (context, text), comments)."""
    path = Path(file.name)
    root = next(parent for parent in path.parents if (parent / "besoins.yaml").exists())
    name = path.relative_to(root)
    loaded = load_yaml(root, str(name), _SHAPES[name.parts[0]])
    for place, context, text in prose(loaded.value):
        yield loaded.line(*place), "pgettext", (context, text), []


def prose(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str, str]]:
    """Every text a person reads inside `value`: its place, its context, and the text."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from prose(item, (*path, index))
    elif isinstance(value, msgspec.Struct):
        readable = _prose_fields(type(value))
        for name, key in french_keys(type(value)).items():
            held, place = getattr(value, name), (*path, key)
            if name not in readable:
                yield from prose(held, place)
            elif isinstance(held, str):
                yield place, type(value).__name__, held
            else:
                for index, text in enumerate(held or ()):
                    yield (*place, index), type(value).__name__, text


@cache
def _prose_fields(shape: type[msgspec.Struct]) -> frozenset[str]:
    described = cast(inspect.StructType, inspect.type_info(shape))
    return frozenset(item.name for item in described.fields if _is_prose(item.type))


def _is_prose(kind: inspect.Type) -> bool:
    match kind:
        case inspect.Metadata(extra=extra) if extra and extra.get("prose"):
            return True
        case inspect.UnionType(types=types):
            return any(map(_is_prose, types))
        case inspect.VarTupleType(item_type=item):
            return _is_prose(item)
    return False
