"""A condition made ready: its text as written, its tree, its value and its prospect as functions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from engine.rules.conditions import Expr, Not, Or, facts
from engine.rules.prospects import Look, Masks, compile_prospect, remembered
from engine.rules.truth import Test, compile_test


@dataclass(frozen=True, eq=False)
class Rule:
    """A condition made ready: its text as written, its tree, its value and its prospect as functions."""

    text: str
    expression: Expr
    test: Test
    prospect: Look
    facts: frozenset[str]


def question_masks(questions: Iterable[str]) -> dict[str, int]:
    """One bit for each question, in content order."""
    return {name: 1 << index for index, name in enumerate(questions)}


def make_rule(text: str, expression: Expr, masks: Masks) -> Rule:
    """Compile a parsed condition; `masks` gives each question its bit."""
    return Rule(
        text=text,
        expression=expression,
        test=compile_test(expression),
        prospect=remembered(text, compile_prospect(expression, masks)),
        facts=frozenset(facts(expression)),
    )


def either(one: Rule, other: Rule, masks: Masks) -> Rule:
    """True as soon as one of the two is."""
    return make_rule(f"({one.text}) or ({other.text})", Or((one.expression, other.expression)), masks)


def opposite(rule: Rule, masks: Masks) -> Rule:
    """True when `rule` is false."""
    return make_rule(f"not ({rule.text})", Not(rule.expression), masks)
