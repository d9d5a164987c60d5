"""The languages of the site, as `translations/langues.yaml` lists them, and what each one has."""

from __future__ import annotations

from pathlib import Path

from engine.content.shapes.base import Struct, Text, YesNo
from engine.content.strict_yaml import load_yaml

FILE = "langues.yaml"
SOURCE_LANGUAGE = "fr"
# In a compiled catalogue, names the needs that the language has in full.
HEADER = "X-Open-Needs"

# The needs that a language has; nothing where the words of every page are missing, whatever the need.
OpenNeeds = frozenset[str] | None


class Language(Struct, frozen=True, kw_only=True, rename={"name": "nom", "opened": "ouverte"}):
    """A language: the name its readers give it, and how far it is translated."""

    name: Text
    opened: YesNo = False
    complete: YesNo = False

    @property
    def offered(self) -> bool:
        """Whether a visitor can choose it."""
        return self.opened or self.complete


def read_languages(translations: Path) -> dict[str, Language]:
    """Every language we have or work on, by its code.

    Raises:
        ContentError: the list cannot be read.
    """
    return load_yaml(translations, FILE, dict[str, Language]).value
