"""The path through the questions, recomputed from the answers at each request.

Nothing about the path is stored, so Back and changed answers are always safe. The walk takes the next needed
question, uses its answer where there is one and passes over it where there is none, until nothing more is
needed. What it never reaches no longer matters: those answers are dropped. Once all answers are used it waits: most
pages want to know the next question and no more.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache, reduce
from itertools import chain
from operator import or_

from engine.case.memory import Memories
from engine.case.path import Path
from engine.content.catalogue import Catalogue
from engine.content.entries import AidEntry
from engine.rules.prospects import View
from engine.rules.rule import Rule
from engine.rules.truth import Answers, Value

Needs = tuple[int, int]
Needed = dict[str, Needs]
MEMORIES = Memories[Needs]()


class EndlessInterviewError(RuntimeError):
    """A question came up twice: the rules keep needing what has been taken, and the walk would never end."""


def walk(catalogue: Catalogue, needs: Iterable[str], answers: Answers, day: date) -> Path:
    """The path for these needs and answers; `day` fixes the amounts.

    Raises:
        EndlessInterviewError: a question came up twice, here or when the path looks ahead. A fault of ours, which must
            not hang a visitor's page.
    """
    chosen = frozenset(needs)
    return _Walker(catalogue, chosen, answers, *_opening(catalogue, chosen, day)).run()


@lru_cache(maxsize=128)
def _opening(catalogue: Catalogue, needs: frozenset[str], day: date) -> tuple[Needed, View]:
    """What every aid of these needs asks of someone who has answered nothing: where each walk starts."""
    walker = _Walker(catalogue, needs, {}, {}, View.blank(catalogue.bits, catalogue.amounts_at(day)))
    nothing = catalogue.nothing_sought(needs)
    for demand in nothing:
        walker.view.answer(demand, nothing)
    walker.close(catalogue.waiting)
    for aid in walker.aids.values():
        walker.refresh(aid)
    return walker.needed, walker.view


class _Walker:
    """One walk. What each aid needs is kept, and redone only for the aids that hang on the question just taken.

    `needed` holds, for each aid that still asks something, the bits of the open questions that can change its
    verdict, and of those that can change its documents and offices.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        needs: frozenset[str],
        given: Answers,
        needed: Needed,
        view: View,
    ) -> None:
        self.catalogue = catalogue
        self.given = given
        self.aids = {aid.id: aid for aid in catalogue.aids_for(needs)}
        self.taken: dict[str, Value | None] = {}
        self.skipped: list[str] = []
        self.always = iter(catalogue.first_questions)
        self.because: dict[str, tuple[str, ...]] = {}
        self.at_least = 0
        self.view = view.copy()
        self.first: dict[int, int] = {}
        self.memory = MEMORIES.of(catalogue)
        self.needed = dict(needed)
        roles = (catalogue.needs[need].welcome for need in needs)
        # Someone listens there whatever the verdicts, so that the place always counts.
        self.place = catalogue.place_question if any(role and catalogue.is_local(role) for role in roles) else None

    def run(self) -> Path:
        """Use all the answers that count."""
        while len(self.taken) < len(self.given) and self.step():
            pass
        return Path(self)

    def step(self) -> bool:
        """Take the next question, or pass over it; false once nothing is left to ask."""
        fact = next(self.always, None) or (self._pick() if self.needed or self._place_bit() else None)
        if fact:
            self._take(fact)
        return fact is not None

    @property
    def wanted(self) -> int:
        """How many questions the aids ask for now: no step but that of each takes it away."""
        return reduce(or_, chain.from_iterable(self.needed.values()), 0).bit_count()

    def _pick(self) -> str:
        """The next question: sensitive ones last; verdicts before documents and offices; then content order."""
        verdicts = documents = 0
        for verdict, document in self.needed.values():
            verdicts |= verdict
            documents |= document
        verdicts, documents = self._expand(verdicts), self._expand(documents)
        sensitive = self.catalogue.sensitive_mask
        wanted = verdicts & ~sensitive or documents & ~sensitive or self._place_bit() or verdicts or documents
        return self.catalogue.question_of_mask[wanted & -wanted]

    def _place_bit(self) -> int:
        """The bit of the place question, while it is to be asked for the sake of whoever listens there."""
        return self.catalogue.masks[self.place] & self.view.open if self.place else 0

    def _take(self, fact: str) -> None:
        """Use the answer to a question, or pass over it: once, so that there are no more steps than questions."""
        if fact in self.taken or fact in self.skipped:
            raise EndlessInterviewError(fact)
        bit = self.catalogue.masks[fact]
        sources = self._leading_to(bit)
        self.because[fact] = tuple(
            aid for aid, (verdict, documents) in self.needed.items() if sources & (verdict | documents)
        )
        if fact in self.given:
            self.taken[fact] = self.given[fact]
            self.view.answer(fact, self.taken)
            self._settle(bit | self.close(self.catalogue.waiting_on[fact]))
        else:
            if not self.skipped:
                self.at_least = self._fewest()
            self.skipped.append(fact)
            self.view.skip(fact)
            self._pass_over(bit)
        for waiting in self.catalogue.waiting_on[fact]:
            self.first.pop(self.catalogue.masks[waiting], None)

    def _settle(self, bits: int) -> None:
        """Work out anew what the aids that hang on these questions ask."""
        for name in tuple(self.needed):
            if self.catalogue.mask_of[name] & bits:
                self.refresh(self.aids[name])

    def _pass_over(self, bit: int) -> None:
        """Ask no aid's question of this bit again. Both answers stay possible, so that nothing else changes.

        Only where nothing is left to decide a verdict may the next stage begin.
        """
        for name, (verdict, documents) in tuple(self.needed.items()):
            if bit & (verdict | documents):
                if verdict & ~bit:
                    self.needed[name] = verdict & ~bit, documents & ~bit
                else:
                    self.refresh(self.aids[name])

    def close(self, waiting: Iterable[str]) -> int:
        """Count as never to be asked those whose own condition is false or out of reach; their bits."""
        closed = 0
        for fact in waiting:
            bit = self.catalogue.masks[fact]
            if bit & self.view.open and not self.catalogue.waiting[fact].prospect(self.view).can_hold:
                self.view.close(fact)
                closed |= bit
        return closed

    def refresh(self, aid: AidEntry) -> None:
        """Work out anew what an aid asks: nothing once all that it hangs on is answered, passed over or closed."""
        view, leaves = self.view, self.catalogue.leaves_of[aid.id]
        found: Needs = (0, 0)
        if still_open := self.catalogue.mask_of[aid.id] & view.open:
            state = aid.id, view.true & leaves, view.false & leaves, view.stuck & leaves, still_open
            known = self.memory.get(state)
            found = self.memory.keep(state, self._needs(aid)) if known is None else known
        if any(found):
            self.needed[aid.id] = found
        else:
            self.needed.pop(aid.id, None)

    def _needs(self, aid: AidEntry) -> Needs:
        """Open questions that can still change this aid's verdict, and those that can change its documents and offices.

        Whether the person wants the aid at all comes first, alone; an aid that is out asks only whether it is held.
        """
        view = self.view
        concern = aid.concern_prospect(view)
        if concern.value is False:
            return 0, 0
        conditions, held = aid.conditions_prospect(view), aid.held_prospect(view)
        likely = aid.likely_prospect(view) if aid.likely_apart else conditions
        if aid.closed and not held.value:
            return held.to_hold, 0
        out = conditions.value is False and not held.value
        if out and (concern.value or aid.parent):
            return held.to_hold, 0
        if opening := concern.to_fail | (concern.to_hold if likely.can_hold or held.can_hold else 0):
            return opening, 0
        if out:
            return held.to_hold, 0
        if held.value:
            return 0, self._details(aid, aid.held_detail_rules)
        verdict = conditions.to_fail | held.to_hold | (likely.to_hold if concern.can_hold else 0)
        return verdict, self._details(aid, aid.detail_rules)

    def _details(self, aid: AidEntry, rules: Iterable[Rule]) -> int:
        """Open questions that can still change these rules, and the one of the place where an office hangs on it."""
        refine = 0
        for rule in rules:
            prospect = rule.prospect(self.view)
            refine |= prospect.to_hold | prospect.to_fail
        if aid.id in self.catalogue.local_aids:
            refine |= self.catalogue.masks[self.catalogue.place_question] & self.view.open
        return refine

    def _expand(self, facts: int) -> int:
        """Where a question waits for another to make sense, the other one is asked first."""
        waiting = facts & self.catalogue.waiting_mask
        while waiting:
            bit = waiting & -waiting
            facts = facts & ~bit | self._first(bit)
            waiting ^= bit
        return facts

    def _first(self, waiting: int) -> int:
        """What is asked before a question that waits, or itself once it need not. It waits only for earlier ones."""
        found = self.first.get(waiting)
        if found is None:
            opening = self.catalogue.waiting_of_mask[waiting].prospect(self.view).to_hold
            found = self.first[waiting] = self._expand(opening) if opening else waiting
        return found

    def _leading_to(self, bit: int) -> int:
        """The questions that some aid needs and that are this one, or wait for it to be asked first."""
        waiting = reduce(or_, chain.from_iterable(self.needed.values()), 0) & self.catalogue.waiting_mask
        found = bit & ~waiting
        while waiting:
            one = waiting & -waiting
            if self._first(one) & bit:
                found |= one
            waiting ^= one
        return found

    def _fewest(self) -> int:
        """A lower bound on what is left: undecided aids that share no question each need one of their own.

        Variants are left out: one answer can close an aid with all its variants.
        """
        claimed = count = 0
        asked = (verdict for aid, (verdict, _) in self.needed.items() if verdict and self.aids[aid].parent is None)
        wholes = set(map(self._expand, asked))
        for verdict in sorted(wholes, key=int.bit_count):
            if not claimed & verdict:
                claimed |= verdict
                count += 1
        return max(count, 1)
