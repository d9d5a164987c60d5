"""A condition made ready: its text as written, its tree, its value and its prospect as functions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from engine.rules.conditions import And, Expr, Not, Or, facts
from engine.rules.prospects import HOLDS, Bits, Look, compile_prospect
from engine.rules.truth import Test, compile_test


@dataclass(frozen=True, eq=False)
class Rule:
    """A condition made ready: its text as written, its tree, its value and its prospect as functions.

    `bits` are those of the questions and leaves it is compiled for.
    """

    text: str
    expression: Expr
    test: Test
    prospect: Look
    facts: frozenset[str]
    bits: Bits


def make_rule(text: str, expression: Expr, bits: Bits) -> Rule:
    """Compile a parsed condition."""
    return Rule(
        text=text,
        expression=expression,
        test=compile_test(expression),
        prospect=compile_prospect(expression, bits),
        facts=frozenset(facts(expression)),
        bits=bits,
    )


def either(one: Rule, other: Rule) -> Rule:
    """True as soon as one of the two is."""
    return make_rule(f"({one.text}) or ({other.text})", Or((one.expression, other.expression)), one.bits)


def opposite(rule: Rule) -> Rule:
    """True when `rule` is false."""
    return make_rule(f"not ({rule.text})", Not(rule.expression), rule.bits)


def together(rules: Iterable[Rule]) -> Look:
    """The prospect of several conditions that must all hold; without any, it holds."""
    known = tuple(rules)
    if not known:
        return lambda view: HOLDS
    return compile_prospect(And(tuple(rule.expression for rule in known)), known[0].bits)
