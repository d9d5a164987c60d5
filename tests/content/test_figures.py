"""Every figure a page shows is in the lines it cites, is a dated amount, or is what a rule compares with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple, get_args, get_type_hints

import msgspec
import pytest

from engine.catalogue import Catalogue
from engine.compiled import CompiledAid
from engine.conditions import Compare, leaves
from engine.model import AgentText, Prose, Source
from tests.content.shared import needs_shared, ranges
from tests.content.test_citations import inherit

PLACEHOLDER = re.compile(r"\{bareme\.\w+\}")
# « la fiche 1-5 », « l’annexe 2 », « lignes 3701 » say where to read, not how much.
REFERENCE = re.compile(
    r"(?:fiches?|annexe|lignes?|article [LR]\.)[\u00a0 ]\d+(?:-\d+)*(?:,? (?:et|ou|à) \d+(?:-\d+)*)?"
)
FIGURE = re.compile(r"\d+(?:[\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")
# The source documents write many figures in letters.
IN_LETTERS = {
    "un": 1, "une": 1, "premier": 1, "première": 1, "deux": 2, "second": 2, "seconde": 2, "trois": 3, "quatre": 4,
    "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "dix-huit": 18, "vingt": 20, "vingt-et-un": 21, "trente": 30, "soixante": 60, "moitié": 2, "demi": 2,
    "semestre": 6, "semestriel": 6, "trimestre": 3, "trimestriel": 3, "quinzaine": 15, "mensuel": 1, "annuel": 1,
    "dixième": 10, "tiers": 3, "quart": 4, "mi-temps": 2, "majeur": 18, "majeure": 18,
    "majeurs": 18, "majeures": 18, "majorité": 18, "mineur": 18, "mineurs": 18,
}  # fmt: skip

pytestmark = needs_shared


class Line(NamedTuple):
    """A text that people read, and the citation that must back it: its own, or that of the aid it stands in."""

    who: str
    text: str
    source: Source


def figures(text: str) -> set[str]:
    """`1 300,50 €` → `1300.5`."""
    found = (re.sub(r"[\u00a0\u202f ]", "", figure).replace(",", ".") for figure in FIGURE.findall(text))
    return {f"{float(figure):g}" for figure in found}


def in_letters(text: str) -> set[str]:
    return {
        str(IN_LETTERS[word])
        for word in re.findall(r"[\w-]+", text.lower().replace("vingt et un", "vingt-et-un"))
        if word in IN_LETTERS
    }


def prose_fields(struct: type[msgspec.Struct]) -> set[str]:
    def marked(hint: Any) -> bool:
        return hint in (Prose, AgentText) or any(
            marked(inner) for inner in get_args(hint) if not isinstance(inner, msgspec.Meta)
        )

    return {name for name, hint in get_type_hints(struct, include_extras=True).items() if marked(hint)}


def lines_of(who: str, item: Any, base: Source) -> Iterator[Line]:
    """Every text inside a struct, with the nearest citation around it."""
    if isinstance(item, msgspec.Struct):
        own = getattr(item, "source", None)
        here = inherit(own, base) if own else base
        several = getattr(item, "sources", ())
        marked = prose_fields(type(item))
        for name in item.__struct_fields__:
            value = getattr(item, name)
            for text in value if isinstance(value, tuple) else (value,):
                if name in marked and isinstance(text, str):
                    for source in several or (here,):
                        yield Line(who, text, inherit(source, here))
            if name not in ("forms", "examples", "source", "sources"):
                yield from lines_of(who, value, here)
    elif isinstance(item, tuple):
        for part in item:
            yield from lines_of(who, part, base)


@pytest.fixture(scope="module")
def years(catalogue: Catalogue) -> set[str]:
    """« Le texte de 2023 » : the year of each cited text."""
    return {text.date[:4] for text in catalogue.sources.values() if text.date}


def backing(source: Source, seeds: dict[str, list[str]]) -> set[str]:
    """Figures of the cited lines; none where the citation names no line."""
    if source.document not in seeds or source.lines is None:
        return set()
    rows = seeds[source.document]
    text = " ".join(row for first, last in ranges(source.lines) for row in rows[first - 1 : last])
    return figures(text) | in_letters(text)


def unbacked(found: Iterator[Line], seeds: dict[str, list[str]], also: set[str]) -> list[str]:
    """Figures that neither the lines of the text, nor `also`, hold; an agent's note is backed by any of its lines."""
    missing: dict[tuple[str, str], set[str]] = {}
    for line in found:
        if line.source.document is not None and line.source.document not in seeds:
            continue  # national information, marked as such on the page
        left = figures(REFERENCE.sub("", PLACEHOLDER.sub("", line.text))) - backing(line.source, seeds) - also
        key = (line.who, line.text)
        missing[key] = missing.get(key, left) & left
    return [f"{who} : {', '.join(sorted(left))} dans « {text} »" for (who, text), left in missing.items() if left]


def compared(catalogue: Catalogue, fact: str) -> set[str]:
    """What rules compare a number with: « avant 60 ans » in a question that decides at 60."""
    return {
        f"{float(leaf.value):g}"
        for aid in catalogue.aids.values()
        for rule in aid.rules
        for leaf in leaves(rule.expression)
        if isinstance(leaf, Compare) and leaf.fact == fact and isinstance(leaf.value, Decimal)
    }


def aids_asking(catalogue: Catalogue, fact: str) -> list[CompiledAid]:
    return [catalogue.aids[name] for name in catalogue.aids_on[fact]]


def test_every_figure_of_an_aid_is_in_the_lines_it_cites(
    catalogue: Catalogue, seeds: dict[str, list[str]], years: set[str]
) -> None:
    missing = []
    for aid in catalogue.aids.values():
        missing += unbacked(lines_of(aid.id, aid.aid, aid.source), seeds, years)
    for rules in catalogue.rules.values():
        missing += unbacked(lines_of(rules.id, rules, rules.source), seeds, years)
    assert missing == []


def test_every_figure_of_a_paper_is_in_the_lines_it_cites(
    catalogue: Catalogue, seeds: dict[str, list[str]], years: set[str]
) -> None:
    missing = []
    for paper in catalogue.documents.values():
        missing += unbacked(lines_of(paper.id, paper, paper.source), seeds, years)
    assert missing == []


def test_every_figure_of_a_question_is_in_the_lines_of_an_aid_that_asks_it(
    catalogue: Catalogue, seeds: dict[str, list[str]]
) -> None:
    """A question has no source of its own: it stands on what the aids that hang on it cite, or compare."""
    missing = []
    for name, item in catalogue.questions.items():
        known = set().union(*(backing(aid.source, seeds) for aid in aids_asking(catalogue, name)))
        for aid in aids_asking(catalogue, name):
            for condition in aid.conditions:
                known |= backing(condition.source, seeds)
        for fact in (name, *(item.rule.facts if item.rule else ())):
            known |= compared(catalogue, fact)
        known |= {f"{float(figure) - 1:g}" for figure in known}  # « de 3 à 17 ans » for « moins de 18 ans »
        known |= {item.emergency.number for item in catalogue.emergencies.values()}
        missing += unbacked(lines_of(name, item.question, Source()), seeds, known)
    assert missing == []


def test_a_figure_that_no_line_holds_would_be_seen(seeds: dict[str, list[str]]) -> None:
    """The check itself: « 30 heures » is written there, « 31 heures » and « 2 » are not."""
    source = Source(document="rdas-2023", lines="1599")
    held = Line("ici", "Jusqu’à 30 heures, ou 48 heures.", source)
    assert unbacked(iter([held]), seeds, set()) == []
    invented = Line("ici", "Jusqu’à 31 heures, ou {bareme.aah} sur 2 ans.", source)
    assert unbacked(iter([invented]), seeds, set()) == [f"ici : 2, 31 dans « {invented.text} »"]
