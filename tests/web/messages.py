"""The translations, and what to look for in them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from app import HERE
from engine.content.languages import SOURCE_LANGUAGE, read_languages
from tools.words.po_files import Translation, merged, read_tree
from web.words.languages import LANGUAGES

TRANSLATIONS = HERE / "translations"
LISTED = read_languages(TRANSLATIONS)
# Those begun, those a visitor can choose, and those in which nothing may be missing.
BEGUN = [lang for lang in LISTED if lang != SOURCE_LANGUAGE]
TRANSLATED = [lang for lang in LANGUAGES if lang != SOURCE_LANGUAGE]
COMPLETE = [lang for lang in BEGUN if LISTED[lang].complete]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{[^{}]*\}")
TAG = re.compile(r"<[^>]+>")
# « 1 200,50 », « 1,200.50 », « 72 »
NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?")


@lru_cache
def translated(lang: str) -> list[Translation]:
    """All that is translated into a language, each sentence once."""
    folder = TRANSLATIONS / lang
    return list(merged(folder, read_tree(folder)).values())


def pairs(item: Translation) -> Iterator[tuple[str, str]]:
    """Each text with its translation; of plurals, each with its own and further forms with the plural."""
    sentence = item.sentence
    texts = [sentence.text, *[sentence.plural or ""] * (len(item.strings) - 1)]
    return zip(texts, item.strings, strict=True)


PRONOUNS = ("{il}", "{Il}", "{lui}", "{e}")


def placeholders(text: str) -> list[str]:
    """What is filled in. A pronoun or an ending for the person spoken of is left out: languages agree differently."""
    return sorted(found.lower() for found in PLACEHOLDER.findall(text) if found not in PRONOUNS)


def numbers(text: str) -> set[str]:
    """The numbers written in digits, without their separators."""
    return {re.sub(r"\D", "", number) for number in NUMBER.findall(PLACEHOLDER.sub(" ", text))}
