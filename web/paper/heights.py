"""About how high a sheet stands before it is laid out, in points: as its template and its font make most sheets."""

from __future__ import annotations

from math import ceil
from typing import Any

PAGE = 763.0
BROWSER = 0.83  # of that, on the larger margins and gaps of a browser
TITLE, LINE = 20.0, 14.0
# What stands whatever is said, with the room for notes and the code; and what a note takes beside that room.
ALWAYS, UNDER_A_NOTE = 215.0, -31.0
LETTERS, IN_HALF = 98, 42  # on a line, and on half a line
_OWN_LINES = ("words", "places")


def text_height(said: str) -> float:
    """A paragraph."""
    return LINE * ceil(len(said) / LETTERS)


def form_height(said: Any) -> float:
    """What one line of a part says: alone, side by side with another, or among those that share their lines."""
    if not isinstance(said, dict):
        return LINE * _shared(said)
    if "joined" in said:
        return LINE * _shared(_named(said))
    if said.get("detail") == said.get("serves") == "":
        return LINE * ceil(len(_named(said)) / IN_HALF) / 2
    own = [words for key in _OWN_LINES for words in _several(said.get(key))]
    rest = " – ".join(words for key, words in said.items() if key not in _OWN_LINES and words)
    return text_height(rest) + sum(map(text_height, own))


def _named(said: dict[str, Any]) -> str:
    return f"{said['name']} ({said['french']})" if said["french"] else said["name"]


def _shared(said: str) -> float:
    """Of a line that goes on with others, a point between them."""
    return (len(said) + 3) / LETTERS


def _several(words: str | list[str] | None) -> list[str]:
    return [words] if isinstance(words, str) and words else list(words or ())
