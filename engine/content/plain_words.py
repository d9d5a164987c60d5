"""Words of the workshop that a resident must never read: line numbers, names of files and questions, words of rules."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from engine.content.content_folder import Placed
from engine.content.problems import Problem
from engine.content.prose import prose

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
# What is written, and what to do instead.
_WORKSHOP = {
    r"\b(?:lignes?|l\.|pages?|p\.|alinéas?)[\s\u00a0\u202f]?\d+": "mettez-le dans « source »",
    r"\b\d/\d-\d+\b": "mettez la fiche dans « source »",
    r"\barticles?[\s\u00a0\u202f][LRD]?\.?[\s\u00a0\u202f]?\d+": "mettez l’article dans « pour_agent »",
    r"\bRDAS\b|\bnos textes\b|\b(?:susvisée?s?|précitée?s?)\b": "dites ce qu’il faut faire",
    r"\b\w+\.(?:ya?ml|txt|csv|md)\b": "un fichier ne se nomme pas ici",
    r"\b[a-z]+_[a-z_0-9]+\b": "c’est l’identifiant d’une question ou d’un montant : écrivez son nom en français",
    r"\b[a-z]+(?:-[a-z]+){4,}\b": "c’est un identifiant : écrivez son nom en français",
    r"\bnsp\b|\binconnu\b": "c’est un mot des règles : dites qui peut répondre",
}
_FOUND = {re.compile(pattern): mend for pattern, mend in _WORKSHOP.items()}
_ANY = re.compile("|".join(_WORKSHOP))


def workshop_words(places: Iterable[Placed[Any]]) -> list[Problem]:
    """Each text for residents that holds such a word, with the word and the mend."""
    return [
        place.problem(f"« {word} » ne se lit pas sur le site ({mend}).", *said.place)
        for place in places
        for said in prose(place.item)
        if not said.for_agents
        for word, mend in _words(said.text)
    ]


def _words(text: str) -> list[tuple[str, str]]:
    bare = _PLACEHOLDER.sub("", text)
    if not _ANY.search(bare):
        return []
    return [(match.group(), mend) for pattern, mend in _FOUND.items() for match in pattern.finditer(bare)]
