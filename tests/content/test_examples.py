"""Each aid's own examples hold, and between them they try every rule and every threshold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from engine.case.assessment import Assessment, Verdict, assess
from engine.content.answers import read_answers
from engine.content.catalogue import Catalogue
from engine.content.entries import AidEntry
from engine.content.shapes.aids import Example
from engine.rules.conditions import AmountRef, Compare, leaves
from engine.rules.prospects import View
from engine.rules.truth import Answers, compile_test
from tests.content.conftest import DAY


def day_of(example: Example) -> date:
    return date.fromisoformat(example.day) if example.day else DAY


def nothing(catalogue: Catalogue) -> View:
    """Where an interview stands before its first question."""
    return View({}, catalogue.amounts_at(DAY), {}, lambda fact: False)


def played(catalogue: Catalogue) -> Iterator[tuple[AidEntry, Example, Answers, Assessment]]:
    """Every example of every aid and variant, with its answers and what comes out."""
    for aid in catalogue.aids.values():
        for example in aid.written.examples:
            answers = read_answers(catalogue, example.answers)
            yield aid, example, answers, assess(aid, answers, catalogue.amounts_at(day_of(example)))


def test_every_example_gives_what_it_announces(catalogue: Catalogue) -> None:
    wrong = [
        f"{aid.id}, « {example.title} » : {example.expected} attendu, {found.verdict} trouvé"
        for aid, example, _, found in played(catalogue)
        if found.verdict != example.expected
    ]
    assert wrong == []


def test_every_no_names_the_condition_that_decides(catalogue: Catalogue) -> None:
    wrong = [
        f"{aid.id}, « {example.title} » : {example.because}"
        for aid, example, _, found in played(catalogue)
        if example.expected == "peu-probable"
        and example.because not in [condition.rule.text for condition in found.unmet]
    ]
    assert wrong == []


def test_only_a_no_has_a_deciding_condition(catalogue: Catalogue) -> None:
    odd = [
        f"{aid.id}, « {example.title} »"
        for aid, example, _, _ in played(catalogue)
        if example.because and example.expected != "peu-probable"
    ]
    assert odd == []


def test_every_aid_has_at_least_three_examples_and_every_sub_form_one(catalogue: Catalogue) -> None:
    few = [aid.id for aid in catalogue.aids.values() if len(aid.written.examples) < (3 if aid.parent is None else 1)]
    assert few == []


def test_every_aid_reaches_each_verdict_it_can(catalogue: Catalogue) -> None:
    nothing_known = nothing(catalogue)
    missing = []
    for aid in catalogue.aids.values():
        concern, conditions = aid.concern_prospect(nothing_known), aid.conditions_prospect(nothing_known)
        reachable = {
            Verdict.LIKELY: concern.can_hold and conditions.can_hold,
            Verdict.TO_CHECK: bool(aid.verdict_facts),
            Verdict.UNLIKELY: conditions.can_fail,
            Verdict.NOT_CONCERNED: concern.can_fail,
        }
        tried = {example.expected for example in aid.written.examples}
        if aid.parent is None:
            missing += [f"{aid.id} : {verdict}" for verdict, can in reachable.items() if can and verdict not in tried]
    assert missing == []


def test_every_condition_is_broken_by_an_example(catalogue: Catalogue) -> None:
    """A rule that no example makes false could be deleted without anyone noticing."""
    nothing_known = nothing(catalogue)
    carriers: dict[str, set[str]] = defaultdict(set)
    for aid in catalogue.aids.values():
        for condition in aid.conditions:
            if condition.rule.prospect(nothing_known).can_fail:
                carriers[condition.rule.text].add(aid.id)
    broken = {condition.rule.text for _, _, _, found in played(catalogue) for condition in found.unmet}
    untried = [f"{text} ({', '.join(sorted(aids))})" for text, aids in carriers.items() if text not in broken]
    assert untried == []


def test_every_condition_is_met_by_an_example(catalogue: Catalogue) -> None:
    """A rule that nobody can satisfy would hide the aid from everyone."""
    nothing_known = nothing(catalogue)
    wanted = {
        condition.rule.text
        for aid in catalogue.aids.values()
        for condition in aid.conditions
        if condition.rule.prospect(nothing_known).can_hold
    }
    met = {condition.rule.text for _, _, _, found in played(catalogue) for condition in found.met}
    assert sorted(wanted - met) == []


def test_every_threshold_is_tried_on_both_sides(catalogue: Catalogue) -> None:
    """One example just inside, one just outside: a « < » written for a « <= » shows."""
    untried = [
        f"{aid.id} : {leaf.fact} {leaf.operator} {leaf.value}"
        for aid in catalogue.aids.values()
        for condition in aid.own_conditions
        for leaf in leaves(condition.rule.expression)
        if isinstance(leaf, Compare) and isinstance(leaf.value, Decimal | AmountRef)
        if set(sides_tried(catalogue, condition.rule.text, leaf)) != {True, False}
    ]
    assert sorted(set(untried)) == []


def sides_tried(catalogue: Catalogue, rule: str, leaf: Compare) -> Iterator[bool]:
    """What the comparison says of each example that stands at its threshold: the year itself, or within a euro.

    Only examples of aids that carry the rule count.
    """
    whole = catalogue.questions[leaf.fact].written.kind == "nombre"
    near = (-1, 1) if not whole else (-1, 0) if leaf.operator in (">=", "<") else (0, 1)
    test = compile_test(leaf)
    for aid, example, answers, _ in played(catalogue):
        amounts = catalogue.amounts_at(day_of(example))
        limit = amounts[leaf.value.name] if isinstance(leaf.value, AmountRef) else leaf.value
        value = answers.get(leaf.fact)
        if value is None or limit is None or rule not in [condition.rule.text for condition in aid.conditions]:
            continue
        if near[0] <= value - limit <= near[1]:
            yield bool(test(answers, amounts))
