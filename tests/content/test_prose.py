"""What people read: French typography, short sentences, and our own words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

import pytest

from tests.content.shared import CONTENT, SHARED, needs_shared
from tools.words.collect import content_texts

LONGEST_SENTENCE = 25
LONGEST_FOR_AGENTS = 30  # they read at a desk, and must weigh two texts against each other
USUAL_SENTENCE = 15
COPIED = 8  # as many words in a row, figures and official names apart, are a copy

# Names that no one may reword.
OFFICIAL = (
    "titre de séjour en cours de validité",
    "jugement de divorce ou de séparation de corps",
    "fonds de solidarité pour le logement",
    "l’Union européenne, de l’Espace économique européen",
    "l’allocation d’éducation de l’enfant handicapé",
    "conséquences de l’admission à l’aide sociale",
    "la CAF ou à la MSA",
)


class Said(NamedTuple):
    """A text, and where it is written."""

    where: str
    for_agents: bool
    text: str


def texts() -> Iterator[Said]:
    for item in content_texts(CONTENT):
        yield Said(f"{item.file}, ligne {item.line}", item.for_agents, item.text)


@pytest.fixture(scope="module")
def said() -> list[Said]:
    found = list(texts())
    assert len(found) > 1000
    return found


@pytest.mark.parametrize(
    ("fault", "pattern"),
    [
        ("a straight apostrophe", r"\w'\w"),
        ("straight quotes", r'"'),
        ("no no-break space before ; : ? ! or »", r"(?<![\u00a0\u202f\d;:?!«])[;:?!»](?!\w|//)"),
        ("no no-break space after «", r"«(?![\u00a0\u202f])"),
        ("no no-break space before € or %", r"(?<!^)(?<![\u00a0\u202f(])[€%]"),
        ("two spaces", r"[ \u00a0\u202f]{2}"),
        ("a space at an end", r"^\s|\s$"),
        ("a space before . or ,", r"\s[.,](?!\d)"),
        ("three dots for one …", r"\.\.\."),
        ("a figure cut from its thousands", r"\d \d{3}\b"),
        ("a letter and its accent apart", "[\u0300-\u036f]"),
    ],
)
def test_french_typography(said: list[Said], fault: str, pattern: str) -> None:
    faulty = [f"{item.where} : {item.text}" for item in said if re.search(pattern, item.text)]
    assert faulty == [], fault


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?!…])\s+", text) if part]


def length(sentence: str) -> int:
    """Words of a sentence; « l’aide » is two, « porte-monnaie » one, and a lone sign none."""
    return len(re.findall(r"[^\W_]+(?:[-.,\u202f][^\W_]+)*", sentence))


@pytest.mark.parametrize(
    ("sentence", "words"),
    [("Vous avez 60 ans ou plus.", 6), ("L’aide, c’est 1\u202f200,50 € par mois ?", 7), ("Peut-être.", 1)],
)
def test_words_are_counted_as_one_reads_them(sentence: str, words: int) -> None:
    assert length(sentence) == words


def test_no_sentence_is_long(said: list[Said]) -> None:
    long = [
        f"{item.where} ({length(sentence)} mots) : {sentence}"
        for item in said
        for sentence in sentences(item.text)
        if length(sentence) > (LONGEST_FOR_AGENTS if item.for_agents else LONGEST_SENTENCE)
    ]
    assert long == []


def test_sentences_are_short(said: list[Said]) -> None:
    counts = [length(part) for item in said if not item.for_agents for part in sentences(item.text) if length(part) > 2]
    middle, within = median(counts), sum(count <= USUAL_SENTENCE for count in counts) / len(counts)
    print(f"{len(counts)} sentences, median {middle} words, {within:.0%} of at most {USUAL_SENTENCE}")
    assert middle <= USUAL_SENTENCE - 3
    assert within >= 0.9


def words(text: str) -> list[str]:
    bare = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return re.findall(r"[a-z0-9]+(?:['-][a-z0-9]+)*", "".join(c for c in bare if not unicodedata.combining(c)))


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of `COPIED` words without a figure."""
    found = words(text)
    for start in range(len(found) - COPIED + 1):
        run = tuple(found[start : start + COPIED])
        if not any(character.isdigit() for word in run for character in word):
            yield run


@needs_shared
def test_no_sentence_is_copied_from_the_source_documents(said: list[Said]) -> None:
    sources = {run for file in (SHARED / "seeds").glob("*.txt") for run in runs(file.read_text("utf-8"))}
    assert len(sources) > 100_000
    copied = []
    for item in said:
        own = re.sub("|".join(OFFICIAL), "0", item.text, flags=re.IGNORECASE)
        copied += [f"{item.where} : {' '.join(run)}" for run in runs(own) if run in sources]
    assert copied == []
