"""The languages of the site, as `translations/langues.yaml` lists them, and what each one has."""

from __future__ import annotations

from pathlib import Path

from engine.content.shapes.base import Struct, Text, YesNo
from engine.content.strict_yaml import ReadFile, load_yaml

FILE = "langues.yaml"
SOURCE_LANGUAGE = "fr"
# In a compiled catalogue, names the needs that the language has in full.
HEADER = "X-Open-Needs"

# The needs that a language has; nothing where the words of every page are missing, whatever the need.
OpenNeeds = frozenset[str] | None


class Language(Struct, frozen=True, kw_only=True, rename={"name": "nom", "country": "pays", "opened": "ouverte"}):
    """A language: the name its readers give it, the country as in which dates are written, how far it is translated."""

    name: Text
    country: Text | None = None
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
    return list_languages(translations).value


def list_languages(translations: Path) -> ReadFile[dict[str, Language]]:
    """The same, with the line of each.

    Raises:
        ContentError: the list cannot be read.
    """
    return load_yaml(translations, FILE, dict[str, Language])
