"""The languages of the site, as `translations/langues.yaml` lists them."""

from __future__ import annotations

from pathlib import Path

from babel import Locale

from engine.content import load_yaml
from engine.model import Struct, Text, YesNo

FILE = "langues.yaml"
SOURCE_LANGUAGE = "fr"
# Beside the code, whichever folder this module stands in.
TRANSLATIONS = next(
    folder for parent in Path(__file__).parents if ((folder := parent / "translations") / FILE).exists()
)


class Language(Struct, frozen=True, kw_only=True, rename={"name": "nom", "opened": "ouverte"}):
    """A language: the name its readers give it, and how far it is translated."""

    name: Text
    opened: YesNo = "non"
    complete: YesNo = "non"

    @property
    def offered(self) -> bool:
        """Whether a visitor can choose it."""
        return "oui" in (self.opened, self.complete)


def read_languages(translations: Path) -> dict[str, Language]:
    """Every language we have or work on, by its code.

    Raises:
        ContentError: the list cannot be read.
    """
    return load_yaml(translations, FILE, dict[str, Language]).value


_LISTED = read_languages(TRANSLATIONS)
LANGUAGES: dict[str, str] = {
    code: language.name for code, language in _LISTED.items() if code == SOURCE_LANGUAGE or language.offered
}
RIGHT_TO_LEFT = frozenset(code for code in LANGUAGES if Locale.parse(code).text_direction == "rtl")
