"""For `make schema`: what each content file may hold, as JSON Schema, so that an editor helps whoever writes it.

The shapes say it once; here it is only put in the words of the files: `oui` and `non`, and numbers as one types them.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec

from engine.content.file_shapes import FILE_SHAPES

FOLDER = Path(__file__).parents[1] / "docs" / "schema"
# Our docstrings are in English, a default is what one leaves out, and an empty value is a fault.
_LEFT_OUT = {"title", "description", "default"}


def schemas() -> dict[str, str]:
    """The text of each file of `docs/schema`, by name."""
    return {f"{name.removesuffix('.yaml')}.json": _text(shape, name) for name, shape in FILE_SHAPES.items()}


def _text(shape: Any, where: str) -> str:
    (top,), parts = msgspec.json.schema_components((shape,), ref_template="#/$defs/{name}")
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"questionnaires/{where}",
        **_as_written(top),
        "$defs": {name: _as_written(part) for name, part in sorted(parts.items())},
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _as_written(schema: Any) -> Any:
    """A part of a schema, of what stands in a file rather than of what we make of it."""
    if isinstance(schema, list):
        return [_as_written(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "anyOf" in schema:
        return _union(schema)
    match schema.get("type"):
        case "boolean":
            return {"enum": ["oui", "non"]}
        case "integer":
            return {"type": ["string", "number"], "pattern": r"^\d+$"}
        case "string" if "enum" not in schema and re.search(schema.get("pattern", ""), "1"):
            # `lignes: 2051` is text for us, and a number for the editor.
            return {"type": ["string", "number"], **_without(schema, {"type", *_LEFT_OUT})}
    if "properties" in schema:
        fields = {key: _as_written(part) for key, part in schema["properties"].items()}
        return {**_without(schema, {"properties", *_LEFT_OUT}), "properties": fields}
    return {key: _as_written(part) for key, part in _without(schema, _LEFT_OUT).items()}


def _union(schema: dict[str, Any]) -> Any:
    """One of several, without « or nothing at all »."""
    kinds = [_as_written(kind) for kind in schema["anyOf"] if kind != {"type": "null"}]
    return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}


def _without(schema: dict[str, Any], keys: set[str]) -> dict[str, Any]:
    return {key: part for key, part in schema.items() if key not in keys}


def main(folder: Path = FOLDER) -> None:
    """Write them all."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
