"""Finding a commune by its name or postcode, as people type them."""

from __future__ import annotations

import unicodedata

from engine.content.catalogue import Catalogue
from engine.content.problems import nearest
from engine.content.shapes.communes import Commune


def find_communes(catalogue: Catalogue, typed: str) -> list[Commune]:
    """Communes that fit: the one of that exact name, else those of that postcode, else those whose name holds it."""
    wanted = plain(typed)
    if not wanted:
        return []
    if wanted.isdecimal():
        return [commune for commune in catalogue.communes.values() if wanted in commune.postcodes]
    names = {commune.insee: plain(commune.name) for commune in catalogue.communes.values()}
    exact = [insee for insee, name in names.items() if name == wanted]
    starting = [insee for insee, name in names.items() if name.startswith(wanted)]
    holding = [insee for insee, name in names.items() if wanted in name]
    return [catalogue.communes[insee] for insee in exact or starting or holding]


def unknown_commune(catalogue: Catalogue, code: str) -> str:
    """What is wrong, in French, with a code that is no commune's: a name or a postcode in its place, or a slip."""
    meant = find_communes(catalogue, code)
    hint = f"{meant[0].name} a le code « {meant[0].insee} »." if len(meant) == 1 else nearest(code, catalogue.communes)
    return f"la commune « {code} » n’existe pas. {hint}"


def plain(text: str) -> str:
    """Lower case, no accents, hyphens or apostrophes, « st » written out: what makes two spellings one."""
    bare = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    letters = "".join(c if c.isalnum() else " " for c in bare if not unicodedata.combining(c))
    words = {"st": "saint", "ste": "sainte"}
    return " ".join(words.get(word, word) for word in letters.split())
