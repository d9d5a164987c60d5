"""What a condition may still become, and which open questions could take it there.

The interview asks this of every undecided aid at every step, so sets are integers. Each question has one bit, and so
has each comparison or flag that a rule is made of (`Bits`); where an interview stands is four such sets (`View`), and
a condition is a few operations on them, however many comparisons it joins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import NamedTuple

from engine.rules.conditions import AmountRef, And, Compare, Expr, Flag, Never, Not, Or, facts, leaves
from engine.rules.truth import Amounts, Answers, Test, Truth, compile_test


class Prospect(NamedTuple):
    """A condition's value now, what it may become, and the bits of the open questions that could take it there."""

    value: Truth
    can_hold: bool
    can_fail: bool
    to_hold: int = 0
    to_fail: int = 0


class Leaf(NamedTuple):
    """A comparison or a flag: its bit, its value, and the amount that it hangs on if it does."""

    bit: int
    test: Test
    amount: str | None


class Bits:
    """One bit for each question, in content order, and one for each comparison or flag of the rules compiled so far.

    `dated` are the comparisons with an amount, by bit. `parts` are the conditions inside others, each compiled once
    however many rules it stands in.
    """

    def __init__(self, questions: Iterable[str]) -> None:
        self.questions = {name: 1 << index for index, name in enumerate(questions)}
        self.leaves: dict[Compare | Flag, Leaf] = {}
        self.leaves_on: dict[str, list[Leaf]] = {name: [] for name in self.questions}
        self.dated: list[tuple[int, str]] = []
        self.parts: dict[tuple[Expr, bool], Look] = {}
        self.parts_on: dict[str, list[int]] = {name: [] for name in self.questions}

    def leaf(self, written: Compare | Flag) -> Leaf:
        """The leaf written so, the same for every rule."""
        found = self.leaves.get(written)
        if found is None:
            amount = (
                written.value.name if isinstance(written, Compare) and isinstance(written.value, AmountRef) else None
            )
            found = self.leaves[written] = Leaf(1 << len(self.leaves), compile_test(written), amount)
            self.leaves_on[written.fact].append(found)
            if amount:
                self.dated.append((found.bit, amount))
        return found

    def leaves_in(self, expressions: Iterable[Expr]) -> int:
        """The leaves that these conditions are made of."""
        return reduce(or_, (self.leaf(leaf).bit for expression in expressions for leaf in leaves(expression)), 0)

    def part(self, expression: Expr, *, negated: bool) -> Look:
        """The prospect of a part, remembered by each view until a question that it hangs on is taken."""
        found = self.parts.get((expression, negated))
        if found is None:
            look = compile_prospect(expression, self, negated=negated)
            number = len(self.parts)
            found = self.parts[expression, negated] = _remembered(number, look)
            for fact in set(facts(expression)):
                self.parts_on[fact].append(number)
        return found


@dataclass(slots=True, eq=False)
class View:
    """Where an interview stands.

    `true`, `false` and `stuck` are sets of leaves: what the answers make of them, and those that no answer can settle
    any more. `open` are the questions that may still be asked. A leaf in none of these sets, whose question is not open
    either, hangs on one passed over for now: its answer could still go either way. `seen` are the prospects of parts.
    """

    bits: Bits
    amounts: Amounts
    true: int = 0
    false: int = 0
    stuck: int = 0
    open: int = 0
    seen: dict[int, Prospect] = field(default_factory=dict)

    @classmethod
    def blank(cls, bits: Bits, amounts: Amounts) -> View:
        """Before the first question. A comparison with an amount that is not in force is stuck from the start."""
        missing = (bit for bit, amount in bits.dated if amounts.get(amount) is None)
        return cls(bits, amounts, stuck=sum(missing), open=sum(bits.questions.values()))

    def copy(self) -> View:
        """The same, to move on from."""
        return View(self.bits, self.amounts, self.true, self.false, self.stuck, self.open, dict(self.seen))

    def answer(self, fact: str, answers: Answers) -> None:
        """Take the answer to a question; « not known » leaves nothing to settle."""
        self.skip(fact)
        true = false = stuck = 0
        for bit, test, _ in self.bits.leaves_on[fact]:
            value = test(answers, self.amounts)
            if value is None:
                stuck |= bit
            elif value:
                true |= bit
            else:
                false |= bit
        self.true |= true
        self.false |= false
        self.stuck = self.stuck & ~(true | false) | stuck

    def skip(self, fact: str) -> None:
        """Pass over a question for now."""
        self.open &= ~self.bits.questions[fact]
        if self.seen:
            for part in self.bits.parts_on[fact]:
                self.seen.pop(part, None)

    def close(self, fact: str) -> None:
        """Count a question as never to be asked."""
        self.skip(fact)
        for leaf in self.bits.leaves_on[fact]:
            self.stuck |= leaf.bit


Look = Callable[[View], Prospect]

HOLDS = Prospect(True, True, False)
FAILS = Prospect(False, False, True)
STUCK = Prospect(None, False, False)


def compile_prospect(expression: Expr, bits: Bits, *, negated: bool = False) -> Look:
    """A function view → prospect; of the opposite when `negated`. Negations sink to the leaves once, here."""
    match expression:
        case Not(item=item):
            return compile_prospect(item, bits, negated=not negated)
        case Never():
            return lambda view: STUCK
    if isinstance(expression, Or) is negated or not isinstance(expression, And | Or):
        return _Together(expression, bits, negated=negated).look()
    fails = _Together(expression, bits, negated=not negated).look()
    return lambda view: _opposite(fails(view))


def _remembered(part: int, look: Look) -> Look:
    def recall(view: View) -> Prospect:
        found = view.seen.get(part)
        if found is None:
            found = view.seen[part] = look(view)
        return found

    return recall


def _opposite(found: Prospect) -> Prospect:
    value, can_hold, can_fail, to_hold, to_fail = found
    return Prospect(None if value is None else not value, can_fail, can_hold, to_fail, to_hold)


class _Together:
    """Parts that must all hold; one that fails is enough to fail.

    `plain` and `negated` are sets of leaves; `questions` are those that they hang on. Comparisons with an amount stand
    apart in `dated`, leaf and question, as each may be stuck by itself. `either` are the parts one of whose own parts
    is enough, each as the parts that must all hold for it to fail: the same function, read the other way round.
    """

    def __init__(self, expression: Expr, bits: Bits, *, negated: bool) -> None:
        self.bits = bits
        self.plain = self.negated = self.questions = 0
        self.dated: list[tuple[int, int]] = []
        self.either: list[Look] = []
        self._add(expression, negated=negated)

    def _add(self, expression: Expr, *, negated: bool) -> None:
        match expression:
            case Not(item=item):
                self._add(item, negated=not negated)
            case Flag() | Compare():
                self._add_leaf(expression, negated=negated)
            case And(items=items) | Or(items=items) if isinstance(expression, Or) is negated:
                for item in items:
                    self._add(item, negated=negated)
            case _:
                self.either.append(self.bits.part(expression, negated=not negated))

    def _add_leaf(self, written: Flag | Compare, *, negated: bool) -> None:
        leaf, question = self.bits.leaf(written), self.bits.questions[written.fact]
        if negated:
            self.negated |= leaf.bit
        else:
            self.plain |= leaf.bit
        if leaf.amount:
            self.dated.append((leaf.bit, question))
        else:
            self.questions |= question

    def look(self) -> Look:
        """The function view → prospect."""
        plain, negated, mine, questions = self.plain, self.negated, self.plain | self.negated, self.questions
        dated, either = tuple(self.dated), tuple(self.either)

        def look(view: View) -> Prospect:
            true, false = view.true, view.false
            if false & plain or true & negated:
                return FAILS
            unknown = mine & ~(true | false)
            stuck = unknown & view.stuck
            settled, can_hold, can_fail = not unknown, not stuck, unknown != stuck
            to_hold = questions & view.open
            for leaf, question in dated:
                if not stuck & leaf:
                    to_hold |= question & view.open
            to_fail = to_hold
            for fails in either:
                value, may_fail, may_hold, failing, holding = fails(view)
                if value:
                    return FAILS
                if value is None:
                    settled = False
                    can_hold = can_hold and may_hold
                    can_fail = can_fail or may_fail
                    to_hold |= holding
                    to_fail |= failing
            return HOLDS if settled else Prospect(None, can_hold, can_fail, to_hold if can_hold else 0, to_fail)

        return look
