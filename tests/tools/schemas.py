"""Just enough of JSON Schema to hold content files against `docs/schema`, as an editor does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_KINDS = {"string": str, "number": (int, float), "array": list, "object": dict}


def faults(tree: Any, schema: dict[str, Any], parts: dict[str, Any], at: str = "") -> Iterator[str]:
    """Where the tree is not what the schema wants."""
    if "$ref" in schema:
        yield from faults(tree, parts[schema["$ref"].removeprefix("#/$defs/")], parts, at)
    if "anyOf" in schema and all(any(faults(tree, kind, parts, at)) for kind in schema["anyOf"]):
        yield f"{at} : {tree!r} n’est rien de ce qui peut être là"
    if "enum" in schema and tree not in schema["enum"]:
        yield f"{at} : {tree!r} n’est pas dans {schema['enum']}"
    kinds = [schema["type"]] if isinstance(schema.get("type"), str) else schema.get("type", [])
    if kinds and not any(isinstance(tree, _KINDS[kind]) for kind in kinds):
        yield f"{at} : {tree!r} n’est pas {kinds}"
    if isinstance(tree, str):
        if not re.search(schema.get("pattern", ""), tree) or len(tree) < schema.get("minLength", 0):
            yield f"{at} : {tree!r} n’a pas la forme voulue"
    elif isinstance(tree, list):
        for index, item in enumerate(tree):
            yield from faults(item, schema.get("items", {}), parts, f"{at}[{index}]")
    elif isinstance(tree, dict):
        yield from _faults_of_keys(tree, schema, parts, at)


def _faults_of_keys(tree: dict[str, Any], schema: dict[str, Any], parts: dict[str, Any], at: str) -> Iterator[str]:
    known, others = schema.get("properties", {}), schema.get("additionalProperties", {})
    yield from (f"{at} : il manque {key}" for key in schema.get("required", ()) if key not in tree)
    for key, value in tree.items():
        if key not in known and others is False:
            yield f"{at} : {key} n’existe pas"
        else:
            yield from faults(value, known.get(key, others), parts, f"{at}.{key}")
