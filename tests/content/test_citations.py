"""Every rule says where it is written, and the lines it cites are there to be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from engine.content.catalogue import Catalogue
from engine.content.shapes.aids import Aid, Condition, SharedRules
from engine.content.shapes.base import Source
from tests.content.shared import needs_shared, ranges

# A single rule is a few lines; a fiche is a hundred.
LONGEST_RULE = 80
NEAR = 60


def citations(catalogue: Catalogue) -> Iterator[tuple[str, Source]]:
    """Who cites, and the full citation, for everything that is cited."""
    for aid in catalogue.aids.values():
        parent = catalogue.aids[aid.parent].source if aid.parent else Source()
        yield from cited(aid.id, aid.written, parent)
    for rules in catalogue.rules.values():
        yield from cited(rules.id, rules, Source())
    for item in (*catalogue.documents.values(), *catalogue.offices.values()):
        yield from cited(item.id, item, Source())
    for emergency in catalogue.emergencies.values():
        yield from cited(emergency.written.id, emergency.written, Source())


def cited(who: str, item: Any, base: Source) -> Iterator[tuple[str, Source]]:
    """Citations written inside one struct; what a citation leaves out is that of the struct around it."""
    if isinstance(item, Source):
        yield who, inherit(item, base)
    elif isinstance(item, msgspec.Struct):
        own = getattr(item, "source", None)
        here = inherit(own, base) if own else base
        if own and own != Source():
            yield who, here
        for name in item.__struct_fields__:
            if name not in ("source", "forms"):  # variants are aids of their own
                yield from cited(who, getattr(item, name), here)
    elif isinstance(item, tuple):
        for part in item:
            yield from cited(who, part, base)


def inherit(source: Source, base: Source) -> Source:
    if source.cited_text is not None and source.cited_text != base.cited_text:
        return source
    return Source(cited_text=base.cited_text, section=source.section or base.section, lines=source.lines or base.lines)


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


@needs_shared
def test_every_cited_line_exists(catalogue: Catalogue, seeds: dict[str, list[str]]) -> None:
    wrong = {
        f"{who} : {source.cited_text}, {first}-{last}"
        for who, source in citations(catalogue)
        if source.cited_text in seeds
        for first, last in ranges(source.lines or "1")
        if not 1 <= first <= last <= len(seeds[source.cited_text])
    }
    assert sorted(wrong) == []


@needs_shared
def test_no_citation_points_at_blank_lines(catalogue: Catalogue, seeds: dict[str, list[str]]) -> None:
    blank = {
        f"{who} : {source.cited_text}, {first}-{last}"
        for who, source in citations(catalogue)
        if source.cited_text in seeds and source.lines
        for first, last in ranges(source.lines)
        if not "".join(seeds[source.cited_text][first - 1 : last]).strip()
    }
    assert sorted(blank) == []


def test_a_condition_is_cited_closely_enough_to_be_checked(catalogue: Catalogue) -> None:
    long = {
        f"{aid.id} : {first}-{last}"
        for aid in catalogue.aids.values()
        for item in aid.conditions
        for first, last in ranges(item.source.lines or "1")
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
            for first, last in ranges(item.source.lines)
            for start, end in ranges(around)
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
