"""What was kept of the sources is whole, says what the sources say, and is up to date where these are at hand."""

from __future__ import annotations

import csv
import hashlib
from itertools import pairwise

from engine.content.catalogue import Catalogue
from engine.content.citations import citations
from engine.content.source_texts import INDEX, SourceTexts, line_ranges
from tests.content.shared import CONTENT, REFERENCE, SEEDS
from tools import reference_tables
from tools import source_texts as tool

FOLDER = CONTENT / "textes"


def test_every_cited_text_that_has_a_file_is_kept(catalogue: Catalogue, source_texts: SourceTexts) -> None:
    """A new edition named in `sources.yaml` shows here until the tool has read it."""
    assert {text.id: text.file for text in source_texts.texts.values()} == {
        text.id: text.file for text in catalogue.cited_texts.values() if text.file
    }


def test_the_files_are_those_that_the_tool_made(catalogue: Catalogue) -> None:
    """Whole, on any clone; and where the sources are at hand, the same to the byte as if made again now."""
    here = {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    with (FOLDER / INDEX).open(encoding="utf-8", newline="") as file:
        listed = {row["fichier"]: (row["octets"], row["sha256"]) for row in csv.DictReader(file, delimiter=";")}
    assert listed == {
        name: (str(len(content)), hashlib.sha256(content).hexdigest())
        for name, content in here.items()
        if name != INDEX
    }
    if SEEDS.is_dir():
        assert tool.make(SEEDS, catalogue.cited_texts.values()) == here


def test_the_kept_tables_are_those_of_the_reference() -> None:
    """Their columns, rows and first keys, on any clone; and where the reference is at hand, to the byte."""
    here = {
        name: (reference_tables.ROOT / name).read_bytes()
        for name in (
            reference_tables.COVERAGE,
            reference_tables.FINDINGS,
            reference_tables.AMOUNTS,
            reference_tables.COMMUNES,
            reference_tables.CONTACTS,
        )
    }
    tables = [list(csv.reader(content.decode().splitlines(), delimiter=";")) for content in here.values()]
    assert [tuple(table[0]) for table in tables] == [
        reference_tables.COVERAGE_COLUMNS,
        reference_tables.FINDING_COLUMNS,
        reference_tables.AMOUNT_COLUMNS,
        reference_tables.COMMUNE_COLUMNS,
        reference_tables.CONTACT_COLUMNS,
    ]
    assert [len(table) - 1 for table in tables] == [270, 430, 50, 279, 396]
    assert all(len(row) == len(table[0]) for table in tables for row in table)
    coverage, _, _, communes, _ = tables
    for keys in ([row[0] for row in coverage], [row[0] for row in communes]):
        assert len(set(keys)) == len(keys)
    if REFERENCE.is_dir():
        assert reference_tables.make(REFERENCE) == here


def test_no_line_is_outside_its_text(source_texts: SourceTexts) -> None:
    for text in source_texts.texts.values():
        assert list(text.lines) == sorted(set(text.lines)), text.id
        assert text.has(min(text.lines), max(text.lines)), text.id


def test_fiches_follow_each_other_from_a_written_line_to_a_written_line(source_texts: SourceTexts) -> None:
    text = source_texts.texts["rdas-2023"]
    bounds = sorted(bound for several in text.sections.bounds.values() for bound in several)
    assert all(end < start for (_, end), (start, _) in pairwise(bounds))
    assert [end for bound in bounds for end in bound if end not in text.lines] == []
    books = [name.split("/")[0] for name in text.sections.bounds if "/" in name and "annexe" not in name]
    assert [books.count(book) for book in "123"] == [33, 20, 45]


def test_a_fiche_that_does_not_hold_the_line_can_be_told(source_texts: SourceTexts) -> None:
    text = source_texts.texts["rdas-2023"]
    assert text.sections.hold("1/1-1", 490, 581)
    assert text.sections.hold("1/2-1, 1/1-1", 490, 581)
    assert not text.sections.hold("1/1-1", 490, 582), "blank lines after a fiche are nobody's"
    assert not text.sections.hold("2/1-1", 490, 581)
    assert text.sections.hold("2/1-1", 3763, 3808)
    assert text.sections.hold("1/annexe", 11998, 11998)
    assert not text.sections.hold("1/9-9", 490, 490)


def test_every_cited_line_is_in_the_fiche_that_is_named(catalogue: Catalogue, source_texts: SourceTexts) -> None:
    """Of the full citation, as an agent reads it: with what it inherits."""
    full = {(who, source) for who, source in citations(catalogue) if source.section and source.lines}
    assert len(full) > 1500
    elsewhere = {
        (who, source.section, first, last)
        for who, source in full
        for first, last in line_ranges(source.lines or "")
        if not source_texts.texts[source.cited_text or ""].sections.hold(source.section or "", first, last)
    }
    assert sorted(elsewhere) == []
