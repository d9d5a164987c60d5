"""The voice of what a resident reads: short sentences that say what to do, and never what a text leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.content.shared import CONTENT
from tools.words.collect import collect, content_texts

LONGEST = 20
USUAL = 15
ABOVE_USUAL = 0.03
TEMPLATES = CONTENT.parent / "templates"

# Where a sentence comes from helps nobody to act; the legal page alone says it.
SOURCES = re.compile(
    r"\b(les? textes?|aucun texte|nos textes|un texte|du texte|dans le texte|[dl]u règlement|le règlement|la fiche"
    r"|guides? sans date)\b",
    re.IGNORECASE,
)


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?…])\s+", text) if part]


def words(sentence: str) -> int:
    """Signs and figures apart, as one sees them: « 20 % » is two, a lone « ? » one. Stricter than what one hears."""
    return len(sentence.split())


@pytest.fixture(scope="module")
def read() -> dict[str, str]:
    """Each text of the content that a resident reads, once, and where it is written."""
    found: dict[str, str] = {}
    for item in content_texts(CONTENT):
        if not item.for_agents:
            found.setdefault(item.text, f"{item.file}, ligne {item.line}")
    assert len(found) > 3000
    return found


def long(read: dict[str, str], above: int) -> Iterator[str]:
    for text, where in read.items():
        yield from (f"{where} : {sentence}" for sentence in sentences(text) if words(sentence) > above)


def test_no_sentence_is_long_for_a_resident(read: dict[str, str]) -> None:
    assert list(long(read, LONGEST)) == []


def test_few_sentences_are_longer_than_usual(read: dict[str, str]) -> None:
    longer = list(long(read, USUAL))
    said = sum(len(sentences(text)) for text in read)
    assert len(longer) / said <= ABOVE_USUAL, f"{len(longer)} phrases sur {said} ont plus de {USUAL} mots"


def test_a_resident_is_told_what_to_do_and_not_what_a_text_says(read: dict[str, str]) -> None:
    assert [f"{where} : {text}" for text, where in read.items() if SOURCES.search(text)] == []


def test_no_page_but_the_legal_one_speaks_of_texts() -> None:
    pages = {path.name: path.read_text("utf-8") for path in TEMPLATES.glob("**/*.html") if path.name != "legal.html"}
    said = {sentence.text for sentence in collect(TEMPLATES.parent)["site.po"] if SOURCES.search(sentence.text)}
    assert len(pages) > 10
    assert [f"{name} : {text}" for name, page in pages.items() for text in said if text in page] == []
