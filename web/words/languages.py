"""The languages that a visitor can choose, by code, each with the name its readers give it."""

from __future__ import annotations

from pathlib import Path

from babel import Locale

from engine.content.languages import SOURCE_LANGUAGE, read_languages

TRANSLATIONS = Path(__file__).parents[2] / "translations"

LANGUAGES: dict[str, str] = {
    code: language.name
    for code, language in read_languages(TRANSLATIONS).items()
    if code == SOURCE_LANGUAGE or language.offered
}
RIGHT_TO_LEFT = frozenset(code for code in LANGUAGES if Locale.parse(code).text_direction == "rtl")
