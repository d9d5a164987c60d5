"""The message catalogues, and what to look for in them."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from app import HERE
from web.words.i18n import LANGUAGES, SOURCE_LANGUAGE

TRANSLATIONS = HERE / "translations"
TRANSLATED = [lang for lang in LANGUAGES if lang != SOURCE_LANGUAGE]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{[^{}]*\}")
TAG = re.compile(r"<[^>]+>")
# « 1 200,50 », « 1,200.50 », « 72 »
NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?")


def read(file: Path, lang: str | None = None) -> Catalog:
    with file.open("rb") as stream:
        return read_po(stream, locale=lang)


def translated(lang: str) -> Catalog:
    """The committed messages of a language."""
    return read(TRANSLATIONS / lang / "LC_MESSAGES" / "messages.po", lang)


def extract_again(target: Path) -> Catalog:
    """What `make translations` would collect, with the options that the Makefile gives."""
    makefile = (HERE / "Makefile").read_text("utf-8").replace("\\\n", " ")
    options = re.search(r"\$\(BABEL\) (extract .*?) --output-file", makefile)
    assert options, "make translations no longer extracts"
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", *options[1].split()]
    subprocess.run([*command, "--output-file", str(target), "."], cwd=HERE, check=True)
    return read(target)


def keys(catalog: Catalog) -> set[tuple[str | None, str | tuple[str, ...]]]:
    """Context and text of each message."""
    return {(message.context, message.id) for message in catalog if message.id}


def pairs(message: Message) -> Iterator[tuple[str, str]]:
    """Each text with its translation; of plurals, each with its own and further forms with the plural."""
    if isinstance(message.id, str):
        yield message.id, message.string
    else:
        for index, string in enumerate(message.string):
            yield message.id[min(index, 1)], string


def placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def numbers(text: str) -> set[str]:
    """The numbers written in digits, without their separators."""
    return {re.sub(r"\D", "", number) for number in NUMBER.findall(PLACEHOLDER.sub(" ", text))}
