"""The content made ready to reason with: conditions parsed, what an aid inherits filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from engine.conditions import Expr, facts
from engine.model import (
    AgentNote,
    Aid,
    Condition,
    Contacts,
    Deadline,
    DocumentRef,
    Nature,
    Question,
    Source,
    Statement,
)
from engine.prospects import Bits, Look, all_of, compile_prospect, remembered
from engine.reference import Emergency
from engine.truth import Amounts, Answers, Test, Truth, compile_test

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Rule:
    """A condition made ready: its text as written, its tree, its value and its prospect as functions."""

    text: str
    expression: Expr
    test: Test
    prospect: Look
    facts: frozenset[str]


def question_bits(questions: Iterable[str]) -> dict[str, int]:
    """One bit for each question, in content order."""
    return {name: 1 << index for index, name in enumerate(questions)}


def make_rule(text: str, expression: Expr, bits: Bits) -> Rule:
    """Compile a parsed condition; `bits` gives each question its bit."""
    return Rule(
        text=text,
        expression=expression,
        test=compile_test(expression),
        prospect=remembered(text, compile_prospect(expression, bits)),
        facts=frozenset(facts(expression)),
    )


@dataclass(frozen=True, eq=False)
class Guarded(Generic[T]):
    """A piece of content that holds always, or only when a rule does."""

    item: T
    rule: Rule | None
    source: Source

    def truth(self, answers: Answers, amounts: Amounts) -> Truth:
        """True, false or unknown; always true without a rule."""
        return True if self.rule is None else self.rule.test(answers, amounts)


@dataclass(frozen=True, eq=False)
class CompiledCondition:
    """A condition of an aid, its rule and its full citation."""

    condition: Condition
    rule: Rule
    source: Source


@dataclass(frozen=True, eq=False)
class CompiledQuestion:
    """A question and the rule that says when it makes sense."""

    question: Question
    rule: Rule | None

    @property
    def id(self) -> str:
        """The fact this question is about."""
        return self.question.id

    @cached_property
    def sensitive(self) -> bool:
        """Whether it is asked after all others."""
        return self.question.sensitive == "oui"

    @cached_property
    def always(self) -> bool:
        """Whether it is asked first, whatever the need."""
        return self.question.always == "oui"

    @cached_property
    def options(self) -> frozenset[str]:
        """Ids of the closed answers."""
        return frozenset(option.id for option in self.question.options)


@dataclass(frozen=True, eq=False)
class CompiledEmergency:
    """An emergency number and the rule that puts it first."""

    emergency: Emergency
    rule: Rule | None


@dataclass(frozen=True, eq=False)
class CompiledAid:
    """An aid, or a sub-form of one, with all that it inherits from its parent and from shared rules.

    `conditions` are all that must hold; `own_conditions` leave out those shown by the parent.
    """

    aid: Aid
    parent: str | None
    nature: Nature
    needs: tuple[str, ...]
    source: Source
    contacts: Contacts
    concerns: tuple[Rule, ...]
    conditions: tuple[CompiledCondition, ...]
    own_conditions: tuple[CompiledCondition, ...]
    documents: tuple[Guarded[DocumentRef], ...]
    deadlines: tuple[Guarded[Deadline], ...]
    statements: Mapping[str, tuple[Guarded[Statement], ...]]
    agent_notes: tuple[AgentNote, ...]
    forms: tuple[str, ...]

    @property
    def id(self) -> str:
        """The aid's stable id."""
        return self.aid.id

    @property
    def received(self) -> bool:
        """Whether it is something one receives, and may have to pay for; a right or a referral is not."""
        return self.nature in ("aide", "service")

    @cached_property
    def verdict_facts(self) -> frozenset[str]:
        """Facts its verdict hangs on."""
        rules = (*self.concerns, *(condition.rule for condition in self.conditions))
        return frozenset().union(*(rule.facts for rule in rules))

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule that decides its verdict, its papers or its deadlines."""
        return (*self.concerns, *(condition.rule for condition in self.conditions), *self.paper_rules)

    @cached_property
    def concern_prospect(self) -> Look:
        """Whether the person may still turn out to be looking for it."""
        return all_of(tuple(rule.prospect for rule in self.concerns))

    @cached_property
    def conditions_prospect(self) -> Look:
        """Whether all its conditions may still hold, or one fail."""
        return all_of(tuple(condition.rule.prospect for condition in self.conditions))

    @cached_property
    def paper_rules(self) -> tuple[Rule, ...]:
        """Rules that decide which papers and deadlines are shown, each once however many papers hang on it."""
        rules = (*(item.rule for item in self.documents), *(item.rule for item in self.deadlines))
        return tuple({rule.text: rule for rule in rules if rule is not None}.values())

    @cached_property
    def paper_facts(self) -> frozenset[str]:
        """Facts its papers and deadlines hang on."""
        return frozenset().union(*(rule.facts for rule in self.paper_rules))


STATEMENT_FIELDS = (
    "steps",
    "amount",
    "duration",
    "contribution",
    "recovery",
    "family_duty",
    "appeal",
)
