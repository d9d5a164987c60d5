"""Each aid's own examples hold, and between them they try every rule and every threshold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from engine.case.assessment import Verdict
from engine.case.replay import Played, faults_of_examples, replay
from engine.content.catalogue import Catalogue
from engine.rules.conditions import AmountRef, Compare, leaves
from engine.rules.prospects import View
from engine.rules.truth import compile_test
from tests.content.conftest import DAY


def nothing(catalogue: Catalogue) -> View:
    """Where an interview stands before its first question."""
    return View.blank(catalogue.bits, catalogue.amounts_at(DAY))


def test_every_example_gives_what_it_announces(catalogue: Catalogue) -> None:
    """And only a "no" names the condition that decides, which does."""
    wrong = list(map(str, faults_of_examples(catalogue)))
    assert wrong == [], "corrigez l’exemple, ou la règle : « catalogue montrer AIDE » les met côte à côte"


def test_every_aid_has_at_least_three_examples_and_every_sub_form_one(catalogue: Catalogue) -> None:
    few = [
        f"{aid.place.file.file} : {aid.id}"
        for aid in catalogue.aids.values()
        if len(aid.written.examples) < (3 if aid.parent is None else 1)
    ]
    assert few == [], "ajoutez des exemples : trois au moins pour une aide, un pour un poste"


def test_every_aid_reaches_each_verdict_it_can(catalogue: Catalogue) -> None:
    nothing_known = nothing(catalogue)
    missing = []
    for aid in catalogue.aids.values():
        concern, conditions = aid.concern_prospect(nothing_known), aid.conditions_prospect(nothing_known)
        likely, new = aid.likely_prospect(nothing_known), not aid.closed
        reachable = {
            Verdict.HELD: aid.held is not None,
            Verdict.LIKELY: new and concern.can_hold and likely.can_hold,
            Verdict.TO_CHECK: new and bool(aid.verdict_facts),
            Verdict.UNLIKELY: new and conditions.can_fail,
            Verdict.NOT_CONCERNED: concern.can_fail or aid.closed,
        }
        tried = {example.expected for example in aid.written.examples}
        if aid.parent is None:
            missing += [
                f"{aid.place.file.file} : {verdict}"
                for verdict, can in reachable.items()
                if can and verdict not in tried
            ]
    assert missing == [], "ajoutez à ces aides un exemple qui donne ce verdict : elles peuvent le donner"


def test_every_condition_is_broken_by_an_example(catalogue: Catalogue) -> None:
    """A rule that no example makes false could be deleted without anyone noticing."""
    nothing_known = nothing(catalogue)
    carriers: dict[str, set[str]] = defaultdict(set)
    for aid in catalogue.aids.values():
        for condition in aid.conditions:
            if condition.rule.prospect(nothing_known).can_fail:
                carriers[condition.written.test].add(aid.id)
    broken = {condition.written.test for played in replay(catalogue) for condition in played.found.unmet}
    untried = [f"{text} ({', '.join(sorted(aids))})" for text, aids in carriers.items() if text not in broken]
    assert untried == [], "ajoutez à l’une de ces aides un exemple « peu-probable » que cette condition décide"


def test_every_condition_is_met_by_an_example(catalogue: Catalogue) -> None:
    """A rule that nobody can satisfy would hide the aid from everyone."""
    nothing_known = nothing(catalogue)
    wanted = {
        condition.written.test: aid.id
        for aid in catalogue.aids.values()
        for condition in aid.conditions
        if condition.rule.prospect(nothing_known).can_hold
    }
    met = {condition.written.test for played in replay(catalogue) for condition in played.found.met}
    unmet = sorted(f"{aid} : {text}" for text, aid in wanted.items() if text not in met)
    assert unmet == [], "ajoutez à ces aides un exemple où cette condition est remplie"


def test_every_sign_is_tried_by_an_example(catalogue: Catalogue) -> None:
    """One example in which it makes the condition plausible, and the aid likely."""
    signs = {
        condition.written.sign: aid.id
        for aid in catalogue.aids.values()
        for condition in aid.own_conditions
        if condition.written.sign
    }
    tried = {
        condition.written.sign
        for played in replay(catalogue)
        if played.found.verdict is Verdict.LIKELY
        for condition in played.found.plausible
    }
    untried = sorted(f"{aid} : {text}" for text, aid in signs.items() if text not in tried)
    assert untried == [], "ajoutez à ces aides un exemple « probable » qui repose sur ce signe"


def test_every_threshold_is_tried_on_both_sides(catalogue: Catalogue) -> None:
    """One example just inside, one just outside: a « < » written for a « <= » shows.

    Only examples of aids that carry the rule count.
    """
    carriers: dict[str, list[Played]] = defaultdict(list)
    for played in replay(catalogue):
        for text in {condition.rule.text for condition in played.aid.conditions}:
            carriers[text].append(played)
    untried = [
        f"{aid.id} : {leaf.fact} {leaf.operator} {leaf.value}"
        for aid in catalogue.aids.values()
        for condition in aid.own_conditions
        for leaf in leaves(condition.rule.expression)
        if isinstance(leaf, Compare) and isinstance(leaf.value, Decimal | AmountRef)
        if set(sides_tried(catalogue, carriers[condition.rule.text], leaf)) != {True, False}
    ]
    assert sorted(set(untried)) == [], (
        "ajoutez un exemple juste à la limite (l’âge même, ou à un euro près) et un juste de l’autre côté"
    )


def sides_tried(catalogue: Catalogue, examples: list[Played], leaf: Compare) -> Iterator[bool]:
    """What the comparison says of each example that stands at its threshold: the year itself, or within a euro."""
    whole = catalogue.questions[leaf.fact].written.kind == "nombre"
    near = (-1, 1) if not whole else (-1, 0) if leaf.operator in (">=", "<") else (0, 1)
    test = compile_test(leaf)
    for played in examples:
        limit = played.amounts[leaf.value.name] if isinstance(leaf.value, AmountRef) else leaf.value
        value = played.answers.get(leaf.fact)
        if value is None or limit is None:
            continue
        if near[0] <= value - limit <= near[1]:
            yield bool(test(played.answers, played.amounts))
