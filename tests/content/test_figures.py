"""Every figure a page shows is in the lines it cites, is a dated amount, or is what a rule compares with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple, get_args, get_type_hints

import msgspec
import pytest

from engine.content.catalogue import Catalogue
from engine.content.entries import AidEntry
from engine.content.figures import figures
from engine.content.shapes.base import Prose, Source
from engine.content.source_texts import SourceTexts
from engine.rules.conditions import Compare, leaves

PLACEHOLDER = re.compile(r"\{bareme\.\w+\}")
# « la fiche 1-5 », « l’annexe 2 », « lignes 3701 » say where to read, not how much.
REFERENCE = re.compile(
    r"(?:fiches?|annexe|lignes?|article [LR]\.)[\u00a0 ]\d+(?:-\d+)*(?:,? (?:et|ou|à) \d+(?:-\d+)*)?"
)


class Line(NamedTuple):
    """A text that people read, and the citation that must back it: its own, or that of the aid it stands in."""

    who: str
    text: str
    source: Source


def prose_fields(struct: type[msgspec.Struct]) -> set[str]:
    def marked(hint: Any) -> bool:
        return hint == Prose or any(marked(inner) for inner in get_args(hint) if not isinstance(inner, msgspec.Meta))

    return {name for name, hint in get_type_hints(struct, include_extras=True).items() if marked(hint)}


def lines_of(who: str, item: Any, base: Source) -> Iterator[Line]:
    """Every text inside a struct, with the nearest citation around it."""
    if isinstance(item, msgspec.Struct):
        own = getattr(item, "source", None)
        here = own.within(base) if own else base
        several = getattr(item, "sources", ())
        marked = prose_fields(type(item))
        for name in item.__struct_fields__:
            value = getattr(item, name)
            for text in value if isinstance(value, tuple) else (value,):
                if name in marked and isinstance(text, str):
                    for source in several or (here,):
                        yield Line(who, text, source.within(here))
            if name not in ("variants", "examples", "source", "sources"):
                yield from lines_of(who, value, here)
    elif isinstance(item, tuple):
        for part in item:
            yield from lines_of(who, part, base)


@pytest.fixture(scope="module")
def years(catalogue: Catalogue) -> set[str]:
    """« Le texte de 2023 » : the year of each cited text."""
    return {text.date[:4] for text in catalogue.cited_texts.values() if text.date}


def backing(source: Source, source_texts: SourceTexts) -> set[str]:
    """Figures of the cited lines; none where the citation names no line."""
    if source.cited_text not in source_texts.texts or source.lines is None:
        return set()
    return source_texts.texts[source.cited_text].figures(source.lines)


def unbacked(found: Iterator[Line], source_texts: SourceTexts, also: set[str]) -> list[str]:
    """Figures that neither the lines of the text, nor `also`, hold; an agent's note is backed by any of its lines."""
    missing: dict[tuple[str, str], set[str]] = {}
    for line in found:
        if line.source.cited_text is not None and line.source.cited_text not in source_texts.texts:
            continue  # national information, marked as such on the page
        left = figures(REFERENCE.sub("", PLACEHOLDER.sub("", line.text))) - backing(line.source, source_texts) - also
        key = (line.who, line.text)
        missing[key] = missing.get(key, left) & left
    return [f"{who} : {', '.join(sorted(left))} dans « {text} »" for (who, text), left in missing.items() if left]


@cache
def compared(catalogue: Catalogue) -> dict[str, set[str]]:
    """What rules compare each number with: « avant 60 ans » in a question that decides at 60."""
    found: dict[str, set[str]] = defaultdict(set)
    for aid in catalogue.aids.values():
        for rule in aid.rules:
            for leaf in leaves(rule.expression):
                if isinstance(leaf, Compare) and isinstance(leaf.value, Decimal):
                    found[leaf.fact].add(f"{float(leaf.value):g}")
    return dict(found)


def aids_asking(catalogue: Catalogue, fact: str) -> list[AidEntry]:
    return [catalogue.aids[name] for name in catalogue.aids_on[fact]]


def test_every_figure_of_an_aid_is_in_the_lines_it_cites(
    catalogue: Catalogue, source_texts: SourceTexts, years: set[str]
) -> None:
    missing = []
    for aid in catalogue.aids.values():
        missing += unbacked(lines_of(aid.id, aid.written, aid.source), source_texts, years)
    for rules in catalogue.rules.values():
        missing += unbacked(lines_of(rules.id, rules, rules.source), source_texts, years)
    assert missing == []


def test_every_figure_of_a_paper_is_in_the_lines_it_cites(
    catalogue: Catalogue, source_texts: SourceTexts, years: set[str]
) -> None:
    missing = []
    for paper in catalogue.documents.values():
        missing += unbacked(lines_of(paper.id, paper, paper.source), source_texts, years)
    assert missing == []


def test_every_figure_of_a_question_is_in_the_lines_of_an_aid_that_asks_it(
    catalogue: Catalogue, source_texts: SourceTexts
) -> None:
    """A question has no source of its own: it stands on what the aids that hang on it cite, or compare."""
    missing = []
    for name, item in catalogue.questions.items():
        known = set().union(*(backing(aid.source, source_texts) for aid in aids_asking(catalogue, name)))
        for aid in aids_asking(catalogue, name):
            for condition in aid.conditions:
                known |= backing(condition.source, source_texts)
        for fact in (name, *(item.rule.facts if item.rule else ())):
            known |= compared(catalogue).get(fact, set())
        known |= {f"{float(figure) - 1:g}" for figure in known}  # « de 3 à 17 ans » for « moins de 18 ans »
        known |= {item.written.number for item in catalogue.emergencies.values()}
        missing += unbacked(lines_of(name, item.written, Source()), source_texts, known)
    assert missing == []


def test_a_figure_that_no_line_holds_would_be_seen(source_texts: SourceTexts) -> None:
    """The check itself: « 30 heures » is written there, « 31 heures » and « 2 » are not."""
    source = Source(cited_text="rdas-2023", lines="1599")
    held = Line("ici", "Jusqu’à 30 heures, ou 48 heures.", source)
    assert unbacked(iter([held]), source_texts, set()) == []
    invented = Line("ici", "Jusqu’à 31 heures, ou {bareme.aah} sur 2 ans.", source)
    assert unbacked(iter([invented]), source_texts, set()) == [f"ici : 2, 31 dans « {invented.text} »"]
