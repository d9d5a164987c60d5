"""Each language but French says all that French says, and nothing else. French is the source: it has no catalogue."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.web.crawl import Crawl
from tests.web.messages import (
    PLACEHOLDER,
    TAG,
    TRANSLATED,
    TRANSLATIONS,
    extract_again,
    keys,
    numbers,
    pairs,
    placeholders,
    read,
    translated,
)
from tests.web.words import words

LANGS = pytest.mark.parametrize("lang", TRANSLATED)
# Explanations that only a translation needs, and whose numbers are no one's age or amount.
GLOSSES = {"en": ("1 = most dependent, 6 = independent", "under 18")}
# The same word, or a name that is not translated. Acronyms need no entry.
SAME = {
    "en": {
        "Action Logement", "Banque de France", "Budget", "Loca-Pass", "Notes", "Service", "Technologies", "Urgent.", "Visale",
        "alzheimer", "animal", "budget", "bus", "carsat", "compensation", "conférence des financeurs", "cotorep", "crip",
        "divorce", "fam", "famidac", "garage", "ime", "impro", "information", "jaf", "parking", "plan", "restaurant",
        "sport", "table", "taxi", "train", "transport", "usld",
    },
}  # fmt: skip
# Little words that no sentence of the language holds, and that a sentence of French can hardly do without.
FRENCH = re.compile(r"\b(vous|votre|vos|est|sont|une|avec|dans|pour|pas|les|des|nous)\b", re.IGNORECASE)
# A French name beside its translation, or a quotation.
QUOTED = re.compile(r"\([^()]*\)|“[^”]*”|«[^»]*»")
# French names used as they are.
NAMES = re.compile(r"[Cc]onférence des financeurs|rue (de l’|des )\S+|Thonon-les-Bains|\S+-les-\S+")


def test_the_template_is_fresh(tmp_path: Path) -> None:
    """Otherwise: `make translations`."""
    committed, again = keys(read(TRANSLATIONS / "messages.pot")), keys(extract_again(tmp_path / "messages.pot"))
    assert again - committed == set(), "texts that were never collected"
    assert committed - again == set(), "texts that are gone"


def test_french_needs_no_catalogue() -> None:
    assert sorted(path.name for path in TRANSLATIONS.iterdir() if path.is_dir()) == sorted(TRANSLATED)


@LANGS
def test_nothing_is_missing_or_guessed(lang: str) -> None:
    catalog = translated(lang)
    assert keys(read(TRANSLATIONS / "messages.pot")) == keys(catalog)
    assert [message.id for message in catalog if message.id and not all(string for _, string in pairs(message))] == []
    assert [message.id for message in catalog if message.fuzzy and message.id] == []
    assert list(catalog.obsolete) == []
    assert all(len(m.string) == catalog.num_plurals for m in catalog if isinstance(m.id, tuple))


@LANGS
def test_placeholders_and_tags_are_kept(lang: str) -> None:
    for message in translated(lang):
        for text, string in pairs(message) if message.id else ():
            if not (isinstance(message.id, tuple) and placeholders(text) == ["%(count)s"] and not placeholders(string)):
                assert placeholders(string) == placeholders(text), text
            assert sorted(TAG.findall(string)) == sorted(TAG.findall(text)), text


@LANGS
def test_numbers_are_kept(lang: str) -> None:
    changed = []
    for message in translated(lang):
        for text, string in pairs(message) if message.id else ():
            bare = string
            for gloss in GLOSSES.get(lang, ()):
                bare = bare.replace(gloss, "")
            if numbers(text) not in (numbers(string), numbers(bare)):
                changed.append((text, string))
    assert changed == []


def acronyms(lang: str) -> set[str]:
    """Words written in capitals somewhere; a search word may write them small."""
    texts = " ".join(text for message in translated(lang) if message.id for text, _ in pairs(message))
    return {word.casefold() for word in re.findall(r"\b[A-Z][A-Z0-9]+\b", texts)}


@LANGS
def test_no_text_is_left_in_french(lang: str) -> None:
    known = acronyms(lang)
    same = {text for message in translated(lang) if message.id for text, string in pairs(message) if text == string}
    untranslated = {
        text for text in same if not all(word in known or word.isdecimal() for word in text.casefold().split())
    }
    assert untranslated - SAME[lang] == set()


@LANGS
def test_no_sentence_is_half_in_french(lang: str) -> None:
    halves = []
    for message in translated(lang):
        for _, string in pairs(message) if message.id else ():
            if found := FRENCH.search(NAMES.sub("", QUOTED.sub("", string))):
                halves.append(f"{found[0]}: {string}")
    assert halves == []


def longest_piece(text: str) -> str:
    """The longest run of words of a message that reach the page as they are."""
    pieces = re.split(f"{PLACEHOLDER.pattern}|{TAG.pattern}", text)
    return max((piece.strip() for piece in pieces), key=len)


@LANGS
def test_no_page_shows_the_french_of_a_message(crawled: Callable[[str], Crawl], lang: str) -> None:
    """What is marked as French is a name or a citation, and is left out; so is what a translation keeps."""
    pages = {address: words(page, lang) for address, page in crawled(lang).pages.items()}
    everything = "\n".join(pages.values())
    texts = [pair for message in translated(lang) if message.id for pair in pairs(message)]
    kept = "\n".join(string for _, string in texts)
    shown = {
        piece: [address for address, content in pages.items() if piece in content][:3]
        for piece in {longest_piece(text) for text, _ in texts}
        if len(piece.split()) >= 4 and piece in everything and piece not in kept
    }
    assert shown == {}
