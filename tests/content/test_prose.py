"""What people read: French typography, short sentences, and our own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from statistics import median
from typing import NamedTuple

import pytest

from engine.content.catalogue import Catalogue
from engine.content.source_texts import SourceTexts
from engine.content.word_runs import HashedRuns, runs
from tests.content.shared import CONTENT
from tools.words.collect import content_texts

LONGEST_SENTENCE = 25
LONGEST_FOR_AGENTS = 30  # they read at a desk, and must weigh two texts against each other
USUAL_SENTENCE = 15

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


def test_the_case_of_a_door_ends_without_a_full_stop(catalogue: Catalogue) -> None:
    """A colon follows it on every page and every paper."""
    written = [aid.written.contacts for aid in catalogue.aids.values()]
    doors = [door for found in written for door in (found if isinstance(found, tuple) else (found,))]
    cases = [door.situation for door in doors if door.situation]
    assert len(cases) >= 10
    assert [case for case in cases if case.endswith(".")] == []


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


def copied(said: Iterable[Said], found: HashedRuns) -> list[str]:
    """Runs of words that stand in the source documents too, official names apart."""
    return [
        f"{item.where} : {' '.join(run)}"
        for item in said
        for run in runs(re.sub("|".join(OFFICIAL), "0", item.text, flags=re.IGNORECASE))
        if run in found
    ]


def test_no_sentence_is_copied_from_the_source_documents(said: list[Said], source_texts: SourceTexts) -> None:
    assert copied(said, source_texts.runs) == []


def test_a_copied_sentence_would_be_seen(source_texts: SourceTexts) -> None:
    """The check itself, on the motto that opens the règlement: whole, reworded, and cut by an official name."""
    motto = "Voici le « Chef de file de l’accompagnement à la personne », comme le dit sa CAF."
    assert copied([Said("ici", "Aid", motto)], source_texts.runs) == [
        "ici : chef de file de l'accompagnement a la personne"
    ]
    assert copied([Said("ici", "Aid", motto.replace("file", "bande"))], source_texts.runs) == []
    assert copied([Said("ici", "Aid", motto.replace("la personne", "la CAF ou à la MSA"))], source_texts.runs) == []


def test_words_of_our_own_are_not_taken_for_a_copy(source_texts: SourceTexts) -> None:
    """Hashes may meet by chance: less than once in a hundred thousand, and not in all that we say."""
    assert len(source_texts.runs) > 100_000
    assert source_texts.runs.odds < 1e-5
