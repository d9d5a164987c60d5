"""Every rule says where it is written, and the lines it cites are there to be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from engine.content.catalogue import Catalogue
from engine.content.citations import citations
from engine.content.shapes.aids import Aid, Condition, SharedRules
from engine.content.shapes.base import Source
from engine.content.source_texts import SourceTexts, line_ranges

# A single rule is a few lines; a fiche is a hundred.
LONGEST_RULE = 80
NEAR = 60


def test_every_aid_and_condition_is_fully_cited(catalogue: Catalogue) -> None:
    """A text and its lines; national numbers everyone knows have a text alone."""
    bare = [
        (aid.id, what)
        for aid in catalogue.aids.values()
        for what, source in (("aide", aid.source), *((item.rule.text, item.source) for item in aid.conditions))
        if source.cited_text is None or source.lines is None
    ]
    assert bare == []


def test_every_condition_says_whether_it_is_local(catalogue: Catalogue) -> None:
    conditions = [item.written for aid in catalogue.aids.values() for item in aid.own_conditions]
    assert {condition.origin for condition in conditions} == {"local", "national"}


def test_a_condition_no_one_can_test_says_what_to_do(catalogue: Catalogue) -> None:
    silent = [
        (aid.id, item.rule.text)
        for aid in catalogue.aids.values()
        for item in aid.own_conditions
        if "inconnu" in item.rule.text.split() and not item.written.to_check
    ]
    assert silent == []


def beyond(found: Iterable[tuple[str, Source]], source_texts: SourceTexts) -> list[str]:
    """Citations of lines that the text does not have."""
    return sorted(
        {
            f"{who} : {source.cited_text}, {first}-{last}"
            for who, source in found
            if source.cited_text in source_texts.texts
            for first, last in line_ranges(source.lines or "1")
            if not source_texts.texts[source.cited_text].has(first, last)
        }
    )


def blank(found: Iterable[tuple[str, Source]], source_texts: SourceTexts) -> list[str]:
    """Citations of lines where there is nothing to read."""
    return sorted(
        {
            f"{who} : {source.cited_text}, {first}-{last}"
            for who, source in found
            if source.cited_text in source_texts.texts and source.lines
            for first, last in line_ranges(source.lines)
            if source_texts.texts[source.cited_text].is_blank(first, last)
        }
    )


def test_every_cited_line_exists(catalogue: Catalogue, source_texts: SourceTexts) -> None:
    assert beyond(citations(catalogue), source_texts) == []


@pytest.mark.parametrize("lines", ["31661", "1, 31650-31700", "0", "590-580"])
def test_a_line_beyond_the_end_would_be_seen(source_texts: SourceTexts, lines: str) -> None:
    planted = Source(cited_text="rdas-2023", lines=lines)
    assert len(beyond([("ici", planted)], source_texts)) == 1
    assert beyond([("ici", Source(cited_text="rdas-2023", lines="1, 31660"))], source_texts) == []


def test_no_citation_points_at_blank_lines(catalogue: Catalogue, source_texts: SourceTexts) -> None:
    assert blank(citations(catalogue), source_texts) == []


@pytest.mark.parametrize("lines", ["1600", "1599, 487-489"])
def test_a_blank_line_would_be_seen(source_texts: SourceTexts, lines: str) -> None:
    planted = Source(cited_text="rdas-2023", lines=lines)
    assert len(blank([("ici", planted)], source_texts)) == 1
    assert blank([("ici", Source(cited_text="rdas-2023", lines="1599, 486-489"))], source_texts) == []


def test_every_citation_was_looked_at(catalogue: Catalogue, source_texts: SourceTexts) -> None:
    """The two checks above pass over what is in no text of ours: national information and public lists have no line."""
    elsewhere = {source.cited_text for _, source in citations(catalogue)} - set(source_texts.texts)
    assert elsewhere == {
        "information-nationale",
        "annuaire-administration",
        "mentions-de-poles",
        "france-services-2020",
        "mairie-rumilly",
    }


def test_a_condition_is_cited_closely_enough_to_be_checked(catalogue: Catalogue) -> None:
    long = {
        f"{aid.id} : {first}-{last}"
        for aid in catalogue.aids.values()
        for item in aid.conditions
        for first, last in line_ranges(item.source.lines or "1")
        if last - first >= LONGEST_RULE
    }
    assert sorted(long) == []


def test_a_condition_is_cited_near_its_aid(catalogue: Catalogue) -> None:
    """Without another fiche named, some of the lines are close to those of the aid: 15800 for 1580 would show."""
    far = {
        f"{owner.id} : {item.source.lines} loin de {around}"
        for owner, conditions, around in owners(catalogue)
        for item in conditions
        if item.source.cited_text is None and item.source.section is None and item.source.lines
        if not any(
            start - NEAR <= first and last <= end + NEAR
            for first, last in line_ranges(item.source.lines)
            for start, end in line_ranges(around)
        )
    }
    assert sorted(far) == []


def owners(catalogue: Catalogue) -> Iterator[tuple[Aid | SharedRules, tuple[Condition, ...], str]]:
    """Aids and shared rules, their own conditions, and the lines of their fiche (a variant: its parent's too)."""
    for aid in catalogue.aids.values():
        parent = f", {catalogue.aids[aid.parent].source.lines}" if aid.parent else ""
        yield aid.written, aid.written.conditions, f"{aid.source.lines}{parent}"
    for rules in catalogue.rules.values():
        yield rules, rules.conditions, f"{rules.source.lines}"


def test_lines_without_a_text_would_be_lost(catalogue: Catalogue) -> None:
    lost = {who for who, source in citations(catalogue) if source.lines and source.cited_text is None}
    assert sorted(lost) == []
