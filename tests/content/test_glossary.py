"""Every acronym that a resident reads is explained in mots.yaml, in one short sentence, or known to everyone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from app import HERE
from engine.content.catalogue import Catalogue
from engine.content.prose import prose
from tests.content.test_prose import USUAL_SENTENCE, length
from tools.words.collect import SITE, collect

ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]{2,}\b")
# Known to everyone, or better known than what they stand for.
KNOWN = frozenset({"CAF", "HLM", "IVG", "PACS", "PDF", "RIB", "SAMU", "SMS"})
# On the pages of the law, each beside its own explanation.
LEGAL = frozenset({"COG", "EUPL", "HTML", "RDAS"})
# Names by which associations and a commission are called.
NAMES = frozenset({"ALPYSIA", "ANECAMSP", "ANMECS", "CNAEMO", "CNAOP", "GEPSO"})


@cache
def read_by_residents(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Every text and where it stands; words that one only searches for are never shown."""
    return list(_read(catalogue))


def _read(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for place in catalogue.places:
        for said in prose(place.item):
            if not said.for_agents and "mots" not in said.place:
                yield place.file.file, said.text
    yield from (("baremes.yaml", said.text) for said in prose(tuple(catalogue.amounts.values())))
    yield from (("guichets.yaml", office.name) for office in catalogue.offices.values())
    yield from ((SITE, sentence.text) for sentence in collect(HERE)[SITE])


def test_every_acronym_is_explained_or_known(catalogue: Catalogue) -> None:
    explained = {form for term in catalogue.terms.values() for form in term.written}
    unknown = {
        f"{word} : {where} : {text}"
        for where, text in read_by_residents(catalogue)
        for word in set(ACRONYM.findall(text)) - explained - KNOWN - LEGAL - NAMES
    }
    assert unknown == set(), "explain them in mots.yaml"


def test_no_exception_is_left_that_nobody_reads(catalogue: Catalogue) -> None:
    read = {word for _, text in read_by_residents(catalogue) for word in ACRONYM.findall(text)}
    assert read >= KNOWN | LEGAL | NAMES


def test_a_new_acronym_would_be_seen() -> None:
    assert ACRONYM.findall("La CAF, l’AP2A et le FIX-L ; pas « AM », ni « Pacs ».") == ["CAF", "AP2A", "FIX"]


def test_explanations_are_short(catalogue: Catalogue) -> None:
    assert [term.id for term in catalogue.terms.values() if length(term.explanation) > USUAL_SENTENCE] == []


def test_an_explanation_does_not_lean_on_its_own_word(catalogue: Catalogue) -> None:
    for term in catalogue.terms.values():
        assert not re.search(rf"\b{re.escape(term.word)}\b", term.explanation), term.id


def test_words_are_in_order(catalogue: Catalogue) -> None:
    """So that an author sees at once whether a word is there."""
    ids = list(catalogue.terms)
    assert ids == sorted(ids)
