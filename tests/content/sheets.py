"""Hypothesis strategies: sheets that hold an answer to every question, drawn near what the rules look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from engine.content.catalogue import Catalogue
from engine.content.entries import QuestionEntry
from engine.rules.conditions import AmountRef, Compare, leaves
from engine.rules.rule import Rule
from engine.rules.truth import Value
from tests.content.conftest import DAY

Sheet = dict[str, Value | None]

FEW, MANY = 8, 1000
effort = pytest.mark.parametrize("examples", [FEW, pytest.param(MANY, marks=pytest.mark.long)])


def often(examples: int) -> Callable[..., Any]:
    """As many random cases; a whole sheet is large, and that is meant."""
    return settings(max_examples=examples, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def rules(catalogue: Catalogue) -> list[Rule]:
    """Every rule that decides a verdict, a paper, a deadline or a question."""
    found = [item.rule for item in catalogue.questions.values() if item.rule]
    for aid in catalogue.aids.values():
        found += [*aid.concerns, *(item.rule for item in aid.conditions), *aid.detail_rules]
    return found


@cache
def thresholds(catalogue: Catalogue) -> dict[str, set[Decimal]]:
    """For each number, the limits some rule compares it with."""
    found: dict[str, set[Decimal]] = defaultdict(set)
    amounts = catalogue.amounts_at(DAY)
    for rule in rules(catalogue):
        for leaf in leaves(rule.expression):
            if isinstance(leaf, Compare):
                limit = amounts[leaf.value.name] if isinstance(leaf.value, AmountRef) else leaf.value
                if isinstance(limit, Decimal):
                    found[leaf.fact].add(limit)
    return found


@cache
def possible(catalogue: Catalogue, fact: str) -> tuple[Value, ...]:
    """Answers worth trying, one of each kind that rules can tell apart; several boxes are drawn from single ones."""
    question = catalogue.questions[fact].written
    options = [option.id for option in question.options]
    match question.kind:
        case "oui-non":
            return (True, False)
        case "choix":
            return tuple(options)
        case "choix-multiple":
            return tuple(frozenset({option}) for option in options)
        case "commune":
            by_territory = {commune.territory: commune.insee for commune in catalogue.communes.values()}
            return (*options, *by_territory.values())
        case "nombre":
            near = {int(limit) + step for limit in thresholds(catalogue)[fact] for step in (-1, 0, 1)}
            return tuple(sorted({question.min or 0, question.max or 0, *near}))
        case _:
            near_sums = {
                (limit + step).quantize(Decimal("0.01")) for limit in thresholds(catalogue)[fact] for step in (-1, 0, 1)
            }
            return tuple(sorted({Decimal(0), *near_sums}))


def answers_to(catalogue: Catalogue, item: QuestionEntry) -> st.SearchStrategy[Value | None]:
    """Any answer to a question, « je ne sais pas » included."""
    if item.written.kind != "choix-multiple":
        return st.sampled_from([*possible(catalogue, item.id), None])
    alone = [option.id for option in item.written.options if option.exclusive]
    together = [option.id for option in item.written.options if option.id not in alone]
    boxes = st.frozensets(st.sampled_from(together), min_size=1)
    return st.one_of(boxes, boxes, st.sampled_from([*(frozenset({option}) for option in alone), None]))


@cache
def sheets(catalogue: Catalogue) -> st.SearchStrategy[Sheet]:
    """An answer to every question."""
    return st.fixed_dictionaries({name: answers_to(catalogue, item) for name, item in catalogue.questions.items()})


@cache
def needs(catalogue: Catalogue) -> st.SearchStrategy[tuple[str, ...]]:
    """One need, or several."""
    return st.lists(st.sampled_from(catalogue.open_needs), min_size=1, unique=True).map(tuple)
