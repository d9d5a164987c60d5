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
from operator import or_
from typing import NamedTuple

from engine.case.asked_by import asked_by
from engine.case.memory import Memories
from engine.case.path import Path
from engine.content.catalogue import Catalogue
from engine.content.entries import AidEntry
from engine.rules.prospects import View
from engine.rules.truth import Answers, Value

# The bits of the open questions that can change an aid's verdict and, above them, of those that can change its
# documents and offices: one number, so that those of many aids are joined at once.
Needs = int
Needed = dict[str, Needs]
MEMORIES = Memories[Needs]()


class Start(NamedTuple):
    """The aids of some needs, those that hang on each question, and what each asks of whoever has answered nothing.

    `place` is the question of the place, where someone listens there whatever the verdicts, so that it always counts.
    """

    aids: dict[str, AidEntry]
    hanging: dict[str, tuple[str, ...]]
    place: str | None
    needed: Needed
    view: View


class EndlessInterviewError(RuntimeError):
    """A question came up twice: the rules keep needing what has been taken, and the walk would never end."""


def walk(catalogue: Catalogue, needs: Iterable[str], answers: Answers, day: date) -> Path:
    """The path for these needs and answers; `day` fixes the amounts.

    Raises:
        EndlessInterviewError: a question came up twice, here or when the path looks ahead. A fault of ours, which must
            not hang a visitor's page.
    """
    return _Walker(catalogue, answers, start_of(catalogue, frozenset(needs), day)).run()


@lru_cache(maxsize=128)
def start_of(catalogue: Catalogue, needs: frozenset[str], day: date) -> Start:
    """Where each walk for these needs starts, worked out once."""
    aids = {aid.id: aid for aid in catalogue.aids_for(needs)}
    hanging: dict[str, list[str]] = {fact: [] for fact in catalogue.questions}
    for aid in aids:
        for fact in catalogue.facts_of[aid]:
            hanging[fact].append(aid)
    roles = (catalogue.needs[need].welcome for need in needs)
    listened = any(role and catalogue.is_local(role) for role in roles)
    place = catalogue.place_question if listened else None
    blank = View.blank(catalogue.bits, catalogue.amounts_at(day))
    start = Start(aids, {fact: tuple(names) for fact, names in hanging.items()}, place, {}, blank)
    walker = _Walker(catalogue, {}, start)
    nothing = catalogue.nothing_sought(needs)
    for demand in nothing:
        walker.view.answer(demand, nothing)
    walker.close(catalogue.waiting)
    walker.refresh(aids)
    return start._replace(needed=walker.needed, view=walker.view)


class _Walker:
    """One walk. What each aid needs is kept, and redone only for the aids that hang on the question just taken.

    `needed` holds it for each aid that still asks something. `hung` keeps, of each question taken or passed over, the
    questions that led to it and what was needed then.
    """

    def __init__(self, catalogue: Catalogue, given: Answers, start: Start) -> None:
        self.catalogue = catalogue
        self.given = given
        self.aids, self.hanging, self.place = start.aids, start.hanging, start.place
        self.taken: dict[str, Value | None] = {}
        self.skipped: list[str] = []
        self.always = iter(catalogue.first_questions)
        self.hung: dict[str, tuple[int, Needed]] = {}
        self.at_least = 0
        self.view = start.view.copy()
        self.first: dict[int, int] = {}
        self.memory = MEMORIES.of(catalogue)
        self.needed = dict(start.needed)

    def run(self) -> Path:
        """Use all the answers that count."""
        while len(self.taken) < len(self.given) and self.step():
            pass
        return Path(self)

    def step(self) -> bool:
        """Take the next question, or pass over it; false once nothing is left to ask."""
        needed = reduce(or_, self.needed.values(), 0)
        fact = next(self.always, None) or (self._pick(needed) if needed or self._place_bit() else None)
        if fact:
            self._take(fact, needed)
        return fact is not None

    @property
    def wanted(self) -> int:
        """How many questions the aids ask for now: no step but that of each takes it away."""
        return self._any(reduce(or_, self.needed.values(), 0)).bit_count()

    def because_of(self, fact: str) -> tuple[str, ...]:
        """The aids that hung on a question when it was taken or passed over."""
        sources, needed = self.hung[fact]
        return tuple(aid for aid, needs in needed.items() if self._any(needs) & sources)

    def _verdict(self, needs: Needs) -> int:
        return needs & self.catalogue.all_mask

    def _documents(self, needs: Needs) -> int:
        return needs >> self.catalogue.all_mask.bit_length()

    def _any(self, needs: Needs) -> int:
        return self._verdict(needs) | self._documents(needs)

    def _pick(self, needed: Needs) -> str:
        """The next question: sensitive ones last; verdicts before documents and offices; then content order."""
        plain = ~self.catalogue.sensitive_mask
        verdicts = self._expand(self._verdict(needed))
        wanted = verdicts & plain
        if not wanted:
            documents = self._expand(self._documents(needed))
            wanted = documents & plain or self._place_bit() or verdicts or documents
        return self.catalogue.question_of_mask[wanted & -wanted]

    def _place_bit(self) -> int:
        """The bit of the place question, while it is to be asked for the sake of whoever listens there."""
        return self.catalogue.masks[self.place] & self.view.open if self.place else 0

    def _take(self, fact: str, needed: Needs) -> None:
        """Use the answer to a question, or pass over it: once, so that there are no more steps than questions."""
        if fact in self.hung:
            raise EndlessInterviewError(fact)
        self.hung[fact] = self._leading_to(fact, self._any(needed)), self.needed.copy()
        if fact in self.given:
            self.taken[fact] = self.given[fact]
            self.view.answer(fact, self.taken)
            self._settle([fact, *self.close(self.catalogue.waiting_on[fact])])
        else:
            if not self.skipped:
                self.at_least = self._fewest()
            self.skipped.append(fact)
            self.view.skip(fact)
            self._pass_over(self.catalogue.masks[fact])
        for waiting in self.catalogue.waiting_on[fact]:
            self.first.pop(self.catalogue.masks[waiting], None)

    def _settle(self, settled: Iterable[str]) -> None:
        """Work out anew what the aids that hang on these questions ask."""
        self.refresh({name for fact in settled for name in self.hanging[fact]} & self.needed.keys())

    def _pass_over(self, bit: int) -> None:
        """Ask no aid's question of this bit again. Both answers stay possible, so that nothing else changes.

        Only where nothing is left to decide a verdict may the next stage begin.
        """
        both = bit | bit << self.catalogue.all_mask.bit_length()
        for name, needs in tuple(self.needed.items()):
            if needs & both:
                if self._verdict(needs) & ~bit:
                    self.needed[name] = needs & ~both
                else:
                    self.refresh([name])

    def close(self, waiting: Iterable[str]) -> list[str]:
        """Count as never to be asked those whose own condition is false or out of reach, and say which they are."""
        closed = []
        for fact in waiting:
            still_open = self.catalogue.masks[fact] & self.view.open
            if still_open and not self.catalogue.waiting[fact].prospect(self.view).can_hold:
                self.view.close(fact)
                closed.append(fact)
        return closed

    def refresh(self, names: Iterable[str]) -> None:
        """Work out anew what aids ask: nothing once all that one hangs on is answered, passed over or closed."""
        catalogue, view, memory, needed = self.catalogue, self.view, self.memory, self.needed
        for name in names:
            found = 0
            if still_open := catalogue.mask_of[name] & view.open:
                leaves = catalogue.leaves_of[name]
                state = name, view.true & leaves, view.false & leaves, view.stuck & leaves, still_open
                found = memory.get(state, -1)
                if found < 0:
                    verdict, documents = asked_by(self.aids[name], catalogue, view)
                    found = memory.keep(state, verdict | documents << catalogue.all_mask.bit_length())
            if found:
                needed[name] = found
            else:
                needed.pop(name, None)

    def _expand(self, facts: int) -> int:
        """Where a question waits for another to make sense, the other one is asked first."""
        waiting = facts & self.catalogue.waiting_mask
        facts ^= waiting
        while waiting:
            bit = waiting & -waiting
            facts |= self.first.get(bit) or self._first(bit)
            waiting ^= bit
        return facts

    def _first(self, waiting: int) -> int:
        """What is asked before a question that waits, or itself once it need not. It waits only for earlier ones."""
        found = self.first.get(waiting)
        if found is None:
            opening = self.catalogue.waiting_of_mask[waiting].prospect(self.view).to_hold
            found = self.first[waiting] = self._expand(opening) if opening else waiting
        return found

    def _leading_to(self, fact: str, needed: int) -> int:
        """The questions that some aid needs and that are this one, or wait for it to be asked first."""
        bit, waiting = self.catalogue.masks[fact], needed & self.catalogue.waiting_masks_on[fact]
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
        verdicts = ((name, self._verdict(needs)) for name, needs in self.needed.items())
        asked = (verdict for name, verdict in verdicts if verdict and self.aids[name].parent is None)
        wholes = set(map(self._expand, asked))
        for verdict in sorted(wholes, key=int.bit_count):
            if not claimed & verdict:
                claimed |= verdict
                count += 1
        return max(count, 1)
