"""The languages that a visitor can choose, by code: the name its readers give it, and how they write dates and numbers.

Read from one list when the site is loaded, which stops with a plain message where that list is faulty.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel import Locale, UnknownLocaleError

from engine.content.languages import SOURCE_LANGUAGE, Language, list_languages
from engine.content.problems import ContentError
from engine.content.strict_yaml import ReadFile

TRANSLATIONS = Path(__file__).parents[2] / "translations"


def offered(translations: Path) -> dict[str, tuple[str, Locale]]:
    """Each language with its name and its conventions.

    Raises:
        SystemExit: the list cannot be read, or Babel does not know a language, or not in that country; with the line.
    """
    try:
        read = list_languages(translations)
        listed = {code: item for code, item in read.value.items() if code == SOURCE_LANGUAGE or item.offered}
        return {code: (item.name, _locale(read, code)) for code, item in listed.items()}
    except ContentError as fault:
        sys.exit(f"Les langues ne sont pas utilisables :\n{fault}")


def _locale(read: ReadFile[dict[str, Language]], code: str) -> Locale:
    country = read.value[code].country
    try:
        return Locale(code, country)
    except (UnknownLocaleError, ValueError):
        wrong = f"« {code} » n’est pas le code d’une langue. Par exemple : de, it, ar."
        if country:
            wrong = f"les dates en « {code} » ne s’écrivent pas comme dans le pays « {country} ». Corrigez « pays »."
        raise ContentError([read.problem(wrong, code)]) from None


_OFFERED = offered(TRANSLATIONS)
LANGUAGES = {code: name for code, (name, _) in _OFFERED.items()}
LOCALES = {code: locale for code, (_, locale) in _OFFERED.items()}
RIGHT_TO_LEFT = frozenset(code for code, locale in LOCALES.items() if locale.text_direction == "rtl")
