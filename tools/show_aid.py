"""An aid as the site understands it, line by line, for whoever writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from engine.case.interview import walk
from engine.content.catalogue import Catalogue
from engine.content.entries import AidEntry, ConditionEntry, Guarded
from engine.content.shapes.base import Source
from engine.rules.rule import Rule
from tools.rule_tree import tree


def shown(catalogue: Catalogue, aid: AidEntry) -> Iterator[str]:
    """Every line."""
    file = aid.place.file
    yield f"{aid.written.name}   ({aid.id})"
    yield f"  {aid.nature}, {', '.join(aid.needs)}, {_cited(catalogue, aid.source)}"
    yield f"  questionnaires/{file.file}, ligne {file.line(*aid.place.path)}"
    if aid.parent:
        yield f"  poste de {aid.parent}, qui lui donne ce qu’il ne dit pas"
    yield from _titled("Qui la cherche", _concerns(catalogue, aid))
    yield from _titled("Conditions, toutes à la fois", _conditions(catalogue, aid))
    yield from _titled("Déjà reçue", _held(catalogue, aid))
    yield from _titled("Ne va pas avec", _exclusions(catalogue, aid))
    yield from _titled("Questions, dans l’ordre où elles sont posées", _questions(catalogue, aid))
    yield from _titled("Papiers", _guarded(catalogue, aid.documents, "document"))
    yield from _titled("Délais", _guarded(catalogue, aid.deadlines, "text"))
    yield from _titled("Argent, étapes et recours", _statements(catalogue, aid))
    yield from _titled("Où aller", _offices(catalogue, aid))
    yield from _titled("Postes", (f"  {name} : {catalogue.aids[name].written.name}" for name in aid.variants))
    yield from _titled("Exemples", _examples(aid))


def questions_of(catalogue: Catalogue, aid: AidEntry) -> tuple[str, ...]:
    """What may be asked of someone who looks at this aid alone, in order; a sub-form is seen with its parents."""
    family = {}
    while True:
        family[aid.id] = aid
        if aid.parent is None:
            break
        aid = catalogue.aids[aid.parent]
    alone = replace(catalogue, aids=dict(reversed(family.items())))
    return walk(alone, aid.needs, {}, date.today()).pending  # noqa: DTZ011  # no amount decides what may be asked


def _titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A title and its lines, or nothing."""
    for number, line in enumerate(lines):
        if not number:
            yield f"\n{title}"
        yield line


def _concerns(catalogue: Catalogue, aid: AidEntry) -> Iterator[str]:
    for rule in aid.concerns:
        yield from _rule(catalogue, rule)


def _conditions(catalogue: Catalogue, aid: AidEntry) -> Iterator[str]:
    for number, item in enumerate(aid.conditions, 1):
        name = f"   ({item.written.id})" if item.written.id else ""
        yield f"  {number}. {item.written.text}{name}"
        yield f"     {item.written.origin}, {_cited(catalogue, item.source)}{_inherited(aid, item)}"
        yield from (f"   {line}" for line in _rule(catalogue, item.rule))
        if item.sign:
            yield from (f"   {line}" for line in _rule(catalogue, item.sign, "signe"))


def _inherited(aid: AidEntry, item: ConditionEntry) -> str:
    if item not in aid.own_conditions:
        return ", de l’aide entière"
    return "" if item.written in aid.written.conditions else ", d’une règle commune"


def _held(catalogue: Catalogue, aid: AidEntry) -> Iterator[str]:
    if aid.held:
        yield from _rule(catalogue, aid.held.rule)
        yield from _guarded(catalogue, aid.held.steps, "text")
        yield from _guarded(catalogue, aid.held.documents, "document")


def _exclusions(catalogue: Catalogue, aid: AidEntry) -> Iterator[str]:
    for item in aid.exclusions:
        place = "passe après" if item.second else "passe avant"
        other = item.written.other
        yield f"  {place} {other} : {item.written.text}" if other else f"  {item.written.text}"
        if item.held:
            yield from _rule(catalogue, item.held)


def _rule(catalogue: Catalogue, rule: Rule, key: str = "si") -> Iterator[str]:
    """As written, then as a tree, definitions opened."""
    yield f"  {key}: {rule.text}"
    yield from (f"  {line}" for line in tree(catalogue, rule.expression, 1))


def _questions(catalogue: Catalogue, aid: AidEntry) -> Iterator[str]:
    for number, name in enumerate(questions_of(catalogue, aid), 1):
        item = catalogue.questions[name]
        waits = f"   (si {item.rule.text})" if item.rule else ""
        yield f"  {number}. {name} : {item.written.text}{waits}"


def _guarded(catalogue: Catalogue, items: Iterable[Guarded[Any]], what: str) -> Iterator[str]:
    for item in items:
        named = getattr(item.written, what)
        text = catalogue.documents[named].name + f"   ({named})" if what == "document" else named
        yield f"  {'toujours' if item.rule is None else f'si {item.rule.text}'} : {text}"


def _statements(catalogue: Catalogue, aid: AidEntry) -> Iterator[str]:
    for items in aid.statements.values():
        yield from _guarded(catalogue, items, "text")


def _offices(catalogue: Catalogue, aid: AidEntry) -> Iterator[str]:
    for door in aid.doors:
        if door.rule:
            yield f"  {door.written.situation} : si {door.rule.text}"
        elif len(aid.doors) > 1:
            yield f"  {door.written.situation or 'sinon'} :"
        roles = (
            ("déposer", door.written.submit),
            ("se renseigner", door.written.ask),
            ("qui décide", door.written.decide),
        )
        for what, role in roles:
            if role:
                yield f"  {what} : {catalogue.roles[role].name}   ({role})"


def _examples(aid: AidEntry) -> Iterator[str]:
    for number, example in enumerate(aid.written.examples, 1):
        because = f", à cause de « {example.because} »" if example.because else ""
        yield f"  {example.expected}{because} : {example.title or f'n° {number}'}"


def _cited(catalogue: Catalogue, source: Source) -> str:
    """« RDAS 2023, fiche 1/2-6, lignes 2037-2051 »."""
    text = catalogue.cited_texts.get(source.cited_text or "")
    parts = [
        text.short or text.name if text else "sans texte",
        f"fiche {source.section}" if source.section else "",
        f"lignes {source.lines}" if source.lines else "",
    ]
    return ", ".join(part for part in parts if part)
