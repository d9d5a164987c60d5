"""The content made ready to reason with: conditions parsed, what an aid inherits filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, Generic, TypeVar

from engine.content.content_folder import Placed
from engine.content.shapes.aids import (
    AgentNote,
    Aid,
    Condition,
    Contacts,
    Deadline,
    DocumentRef,
    Exclusion,
    Held,
    Nature,
    Opener,
    Statement,
)
from engine.content.shapes.base import Source
from engine.content.shapes.emergencies import Emergency, Route
from engine.content.shapes.guideposts import Guidepost, GuidepostLine
from engine.content.shapes.questions import Option, OtherWords, Question
from engine.rules.prospects import FAILS, Look
from engine.rules.rule import Rule, together
from engine.rules.truth import Amounts, Answers, Truth

T = TypeVar("T")
_NOWHERE = Contacts()


@dataclass(frozen=True, eq=False)
class Guarded(Generic[T]):
    """A piece of content that holds always, or only when a rule does."""

    written: T
    rule: Rule | None
    source: Source

    def truth(self, answers: Answers, amounts: Amounts) -> Truth:
        """True, false or unknown; always true without a rule."""
        return True if self.rule is None else self.rule.test(answers, amounts)


@dataclass(frozen=True, eq=False)
class ConditionEntry:
    """A condition of an aid, its rule and its full citation.

    `sign` makes it plausible while its rule is unknown; `plausible` is true when the rule or the sign is.
    """

    written: Condition
    rule: Rule
    sign: Rule | None
    plausible: Rule
    source: Source


@dataclass(frozen=True, eq=False)
class ExclusionEntry:
    """What an aid cannot go with: another aid, or what `held` tells that the person receives.

    `free` is the opposite of `held`; both are missing where no answer can tell. It comes `second` while the other is
    open.
    """

    written: Exclusion
    second: bool
    held: Rule | None
    free: Rule | None
    source: Source


@dataclass(frozen=True, eq=False)
class HeldEntry:
    """How one tells that the person already has an aid, and what is left to do then."""

    written: Held
    rule: Rule
    steps: tuple[Guarded[Statement], ...]
    documents: tuple[Guarded[DocumentRef], ...]


@dataclass(frozen=True, eq=False)
class QuestionEntry:
    """A question and the rule that says when it makes sense.

    `wordings` are its other wordings with their rules; `option_rules` those of the answers not offered to everyone.
    `part` is the number that the name of its file begins with: whereabouts in the interview it stands.
    """

    written: Question
    rule: Rule | None
    wordings: tuple[tuple[Rule, OtherWords], ...] = ()
    option_rules: Mapping[str, Rule] = field(default_factory=dict)
    part: int | None = None

    @property
    def id(self) -> str:
        """The fact this question is about."""
        return self.written.id

    @cached_property
    def sensitive(self) -> bool:
        """Whether it is asked after all others."""
        return self.written.sensitive

    @cached_property
    def always(self) -> bool:
        """Whether it is asked first, whatever the need."""
        return self.written.always

    @cached_property
    def options(self) -> frozenset[str]:
        """Ids of the closed answers."""
        return frozenset(option.id for option in self.written.options)

    @cached_property
    def outside(self) -> frozenset[str]:
        """Those of them that say that one looks for something that the guide does not hold."""
        return frozenset(option.id for option in self.written.options if option.outside)

    def offered(self, answers: Answers, amounts: Amounts) -> tuple[Option, ...]:
        """The answers that may make sense for this person."""
        known = ((option, self.option_rules.get(option.id)) for option in self.written.options)
        return tuple(option for option, rule in known if rule is None or rule.test(answers, amounts) is not False)

    def put(self, answers: Answers, amounts: Amounts) -> OtherWords | None:
        """The wording kept for people like this one, if there is one."""
        return next((words for rule, words in self.wordings if rule.test(answers, amounts)), None)


@dataclass(frozen=True, eq=False)
class EmergencyEntry:
    """An emergency number, and the rule that puts it forward."""

    written: Emergency
    rule: Rule | None


@dataclass(frozen=True, eq=False)
class RouteEntry:
    """A situation of danger, and the rule that says whose it is."""

    written: Route
    rule: Rule | None


class Way(StrEnum):
    """How an aid begins: one asks for it, a professional proposes it, a judge decides it."""

    ASKED = "demandee"
    PROPOSED = "proposee"
    JUDGED = "jugee"


@dataclass(frozen=True, eq=False)
class GuidepostEntry:
    """A guidepost, whom it is for, and its lines with whom each is for."""

    written: Guidepost
    rule: Rule | None
    lines: tuple[Guarded[GuidepostLine], ...]


@dataclass(frozen=True, eq=False)
class AidEntry:
    """An aid, or a variant of one, with all that it inherits from its parent and from shared rules.

    `place` is where it is written. `conditions` are all that must hold; `own_conditions` leave out those shown by the
    parent.
    """

    written: Aid
    place: Placed[Aid]
    parent: str | None
    nature: Nature
    openers: tuple[Opener, ...]
    needs: tuple[str, ...]
    source: Source
    doors: tuple[Guarded[Contacts], ...]
    concerns: tuple[Rule, ...]
    also: Rule | None
    held: HeldEntry | None
    exclusions: tuple[ExclusionEntry, ...]
    conditions: tuple[ConditionEntry, ...]
    own_conditions: tuple[ConditionEntry, ...]
    documents: tuple[Guarded[DocumentRef], ...]
    deadlines: tuple[Guarded[Deadline], ...]
    statements: Mapping[str, tuple[Guarded[Statement], ...]]
    first_steps: tuple[Guarded[Statement], ...]
    agent_notes: tuple[AgentNote, ...]
    variants: tuple[str, ...]

    @cached_property
    def id(self) -> str:
        """The aid's stable id."""
        return self.written.id

    @property
    def received(self) -> bool:
        """Whether it is something one receives, and may have to pay for; a right or a referral is not."""
        return self.nature in ("aide", "service")

    @cached_property
    def way(self) -> Way:
        """How it begins. Whatever others may do, one asks where one may."""
        if self.openers == ("juge",):
            return Way.JUDGED
        return Way.PROPOSED if self.openers and set(self.openers) <= {"professionnel", "juge"} else Way.ASKED

    @cached_property
    def closed(self) -> bool:
        """Whether it takes no new request, and is shown only to whoever already has it."""
        return self.written.closed

    @property
    def own_doors(self) -> bool:
        """Whether it names offices itself, and does not only inherit them."""
        return self.written.contacts != _NOWHERE

    @property
    def contacts(self) -> Contacts:
        """Its offices, for whom none of the rules before is known to hold."""
        return self.doors[-1].written

    def contacts_for(self, answers: Answers, amounts: Amounts) -> Contacts:
        """Its offices for these answers: the first door whose rule surely holds."""
        for door in self.doors[:-1]:
            if door.truth(answers, amounts):
                return door.written
        return self.contacts

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """Every role that one of its doors names, each once."""
        return tuple(dict.fromkeys(role for door in self.doors for role in door.written.roles))

    def conditions_called(self, name: str) -> list[ConditionEntry]:
        """Those of this id, or written so."""
        return [item for item in self.conditions if name in (item.written.id, item.written.test)]

    @cached_property
    def letters(self) -> frozenset[str]:
        """The letters that its sentences lead to."""
        told = (
            *(self.held.steps if self.held else ()),
            *(item for items in self.statements.values() for item in items),
        )
        return frozenset(item.written.letter for item in told if item.written.letter)

    @cached_property
    def verdict_rules(self) -> tuple[Rule, ...]:
        """Every rule that decides its verdict."""
        free = (exclusion.free for exclusion in self.exclusions if exclusion.free)
        held = (self.held.rule,) if self.held else ()
        plausible = (condition.plausible for condition in self.conditions)
        return (*self.concerns, *(condition.rule for condition in self.conditions), *plausible, *free, *held)

    @cached_property
    def verdict_facts(self) -> frozenset[str]:
        """Facts its verdict hangs on."""
        return frozenset().union(*(rule.facts for rule in self.verdict_rules))

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule that decides its verdict, its documents, its deadlines or its offices."""
        return (*self.verdict_rules, *self.detail_rules, *self.held_detail_rules)

    @cached_property
    def concern_prospect(self) -> Look:
        """Whether the person may still turn out to be looking for it."""
        return together(self.concerns)

    @cached_property
    def conditions_prospect(self) -> Look:
        """Whether all its conditions may still hold, or one fail."""
        return together(condition.rule for condition in self.conditions)

    @cached_property
    def likely_apart(self) -> bool:
        """Whether it may be likely, or not, otherwise than by its conditions alone."""
        return any(item.sign for item in self.conditions) or any(item.free for item in self.exclusions)

    @cached_property
    def likely_prospect(self) -> Look:
        """Whether it may still turn out likely: each condition plausible, and nothing held that it cannot go with."""
        free = (exclusion.free for exclusion in self.exclusions if exclusion.free)
        return together((*(condition.plausible for condition in self.conditions), *free))

    @cached_property
    def held_prospect(self) -> Look:
        """Whether the person may still turn out to have it already."""
        return self.held.rule.prospect if self.held else lambda view: FAILS

    @property
    def every_document(self) -> tuple[Guarded[DocumentRef], ...]:
        """What it asks for, of whoever asks for it and of whoever already has it."""
        return (*self.documents, *(self.held.documents if self.held else ()))

    @property
    def renewals(self) -> tuple[Guarded[Deadline], ...]:
        """The deadlines that still matter to whoever already has it."""
        return tuple(item for item in self.deadlines if item.written.stage == "renouvellement")

    @cached_property
    def held_detail_rules(self) -> tuple[Rule, ...]:
        """Rules that decide which documents and deadlines are shown to whoever already has it."""
        documents = self.held.documents if self.held else ()
        guarded: tuple[Guarded[Any], ...] = (*documents, *self.renewals, *self.doors)
        return tuple({item.rule.text: item.rule for item in guarded if item.rule is not None}.values())

    @cached_property
    def detail_rules(self) -> tuple[Rule, ...]:
        """Rules that decide which documents, deadlines and offices are shown, each once however many hang on it."""
        guarded: tuple[Guarded[Any], ...] = (
            *(item for item in self.documents if not item.written.unasked),
            *self.deadlines,
            *self.doors,
        )
        rules = (item.rule for item in guarded)
        return tuple({rule.text: rule for rule in rules if rule is not None}.values())

    @cached_property
    def detail_facts(self) -> frozenset[str]:
        """Facts its documents, deadlines and offices hang on."""
        return frozenset().union(*(rule.facts for rule in (*self.detail_rules, *self.held_detail_rules)))


STATEMENT_FIELDS = (
    "steps",
    "amount",
    "duration",
    "contribution",
    "recovery",
    "family_duty",
    "appeal",
)
