"""The two files of the national directory of public services (DILA), read without holding them whole in memory.

The services come as one JSON text of some 270 MB, an object with a list `service` or the list alone; which service is
for which commune comes as a zip of one small JSON text a commune.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engine.content.problems import Problem
from tools.refusals import RefusedError

_CHUNK = 1 << 20
_PEEK = 1 << 16
# Services of the communes: for each service (id) and kind of service, the INSEE codes.
Zones = dict[tuple[str, str], set[str]]


def is_of_the_dila(file: Path) -> bool:
    """Whether a JSON text begins as this directory does."""
    with file.open("rb") as opened:
        begun = opened.read(_PEEK)
    return bool(re.match(rb'(\xef\xbb\xbf)?\s*\{\s*"service"\s*:', begun)) or b"type_service_local" in begun


def services_in(file: Path) -> Iterator[dict[str, Any]]:
    """Each service, in the order of the file.

    Raises:
        RefusedError: it is not UTF-8, or stops being JSON half way.
    """
    decoder = json.JSONDecoder()
    number = 0
    try:
        with file.open(encoding="utf-8-sig") as opened:
            text = _from_the_list(opened)
            at = 0
            while True:
                at = _past_gaps(text, at)
                if text[at : at + 1] == "]":
                    return
                try:
                    item, at = decoder.raw_decode(text, at)
                except json.JSONDecodeError:
                    more = opened.read(_CHUNK)
                    if not more:
                        said = f"le JSON n’est pas lisible après le service {number}. Le fichier est peut-être coupé."
                        raise RefusedError([Problem(file.name, 1, said)]) from None
                    text, at = text[at:] + more, 0
                    continue
                number += 1
                yield item if isinstance(item, dict) else {}
    except UnicodeDecodeError:
        raise RefusedError([Problem(file.name, 1, "le fichier n’est pas en UTF-8.")]) from None


def _from_the_list(opened: io.TextIOBase) -> str:
    text = opened.read(_CHUNK)
    return text[text.find("[") + 1 :]


def _past_gaps(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n,":
        at += 1
    return at


def zones_in(file: Path, departement: str) -> Zones:
    """The communes of the Département that each service is for, from the zip.

    Raises:
        RefusedError: it is not that zip.
    """
    zones: Zones = {}
    try:
        with zipfile.ZipFile(file) as archive:
            for name in sorted(archive.namelist()):
                if name.endswith(".json"):
                    _add(zones, json.loads(archive.read(name).decode("utf-8-sig")), departement)
    except (zipfile.BadZipFile, ValueError, AttributeError, TypeError):
        said = "ce n’est pas le zip des communes de la DILA (« …-data.gouv_commune.zip »)."
        raise RefusedError([Problem(file.name, 1, said)]) from None
    if not zones:
        raise RefusedError([Problem(file.name, 1, f"aucune commune du {departement} n’y a de service.")])
    return zones


def _add(zones: Zones, tree: Any, departement: str) -> None:
    for commune in tree["commune"] if isinstance(tree, dict) and "commune" in tree else ():
        insee = commune.get("code_insee_commune", "")
        if insee.startswith(departement):
            for kind in commune.get("type_service_local") or ():
                for service in kind.get("organisme") or ():
                    zones.setdefault((service, kind.get("code_type_service_local", "")), set()).add(insee)
