"""The path through the questions, recomputed from the answers at each request.

Nothing about the path is stored, so Back and changed answers are always safe. The walk takes the next needed
question, uses its answer where there is one and passes over it where there is none, until nothing more is
needed. What it never reaches no longer matters: those answers are dropped.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from engine.content.catalogue import Catalogue
from engine.content.entries import AidEntry
from engine.rules.prospects import Prospect, View
from engine.rules.rule import Rule
from engine.rules.truth import Answers, Value

Needed = dict[str, tuple[int, int]]
Seen = dict[str, Prospect]


class EndlessInterviewError(RuntimeError):
    """A question came up twice: the rules keep needing what has been taken, and the walk would never end."""


@dataclass(frozen=True, eq=False)
class Path:
    """Where someone stands.

    `asked` are the questions answered, in order; `answers` their answers, the obsolete ones dropped;
    `pending` those that may still be asked, the next one first; `at_least` and `at_most` bound how many are left;
    `because` names, for each of these questions, the aids that hang on it when it is asked.
    """

    asked: tuple[str, ...]
    answers: dict[str, Value | None]
    pending: tuple[str, ...]
    at_least: int
    at_most: int
    because: dict[str, tuple[str, ...]]

    @property
    def next(self) -> str | None:
        """The question to ask now, or nothing when all is settled."""
        return self.pending[0] if self.pending else None


def walk(catalogue: Catalogue, needs: Iterable[str], answers: Answers, day: date) -> Path:
    """The path for these needs and answers; `day` fixes the amounts.

    Raises:
        EndlessInterviewError: a question came up twice. A fault of ours, which must not hang a visitor's page.
    """
    chosen = frozenset(needs)
    return _Walker(catalogue, chosen, answers, day, *_opening(catalogue, chosen, day)).run()


@lru_cache(maxsize=128)
def _opening(catalogue: Catalogue, needs: frozenset[str], day: date) -> tuple[Needed, Seen]:
    """What every aid of these needs asks of someone who has answered nothing: where each walk starts."""
    walker = _Walker(catalogue, needs, {}, day, {}, {})
    for aid in walker.aids.values():
        walker.refresh(aid)
    return walker.needed, walker.view.seen


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
        day: date,
        needed: Needed,
        seen: Seen,
    ) -> None:
        self.catalogue = catalogue
        self.given = given
        self.aids = {aid.id: aid for aid in catalogue.aids_for(needs)}
        self.taken: dict[str, Value | None] = {}
        self.skipped: dict[str, None] = {}
        self.because: dict[str, tuple[str, ...]] = {}
        self.at_least = 0
        self.view = View(self.taken, catalogue.amounts_at(day), self.skipped, self._closed, dict(seen))
        self.needed = dict(needed)
        roles = (catalogue.needs[need].welcome for need in needs)
        # Someone listens there whatever the verdicts, so that the place always counts.
        self.place = catalogue.place_question if any(role and catalogue.is_local(role) for role in roles) else None

    def run(self) -> Path:
        for fact in self.catalogue.first_questions:
            self._take(fact)
        while self.needed:
            self._take(self._pick())
        if self._place_bit():
            self._take(self.catalogue.place_question)
        return Path(
            asked=tuple(self.taken),
            answers=self.taken,
            pending=tuple(self.skipped),
            at_least=self.at_least,
            at_most=len(self.skipped),
            because=self.because,
        )

    def _pick(self) -> str:
        """The next question: sensitive ones last; verdicts before documents and offices; then content order."""
        verdicts = documents = 0
        for verdict, document in self.needed.values():
            verdicts |= verdict
            documents |= document
        sensitive = self.catalogue.sensitive_mask
        wanted = verdicts & ~sensitive or documents & ~sensitive or self._place_bit() or verdicts or documents
        return self.catalogue.question_of_mask[wanted & -wanted]

    def _place_bit(self) -> int:
        """The bit of the place question, while it is to be asked for the sake of whoever listens there."""
        open_place = self.place and self.place not in self.taken and self.place not in self.skipped
        return self.catalogue.masks[self.catalogue.place_question] if open_place else 0

    def _take(self, fact: str) -> None:
        """Use the answer to a question, or pass over it: once, so that there are no more steps than questions."""
        if fact in self.taken or fact in self.skipped:
            raise EndlessInterviewError(fact)
        bit = self.catalogue.masks[fact]
        self.because[fact] = tuple(
            aid for aid, (verdict, document) in self.needed.items() if bit & (verdict | document)
        )
        if fact in self.given:
            self.taken[fact] = self.given[fact]
        else:
            if not self.skipped:
                self.at_least = self._fewest()
            self.skipped[fact] = None
        for text in self.catalogue.rules_on[fact]:
            self.view.seen.pop(text, None)
        for name in self.catalogue.aids_on[fact]:
            if name in self.needed:
                self.refresh(self.aids[name])

    def refresh(self, aid: AidEntry) -> None:
        verdict, documents = self._needs(aid)
        if verdict or documents:
            self.needed[aid.id] = (verdict, documents)
        else:
            self.needed.pop(aid.id, None)

    def _needs(self, aid: AidEntry) -> tuple[int, int]:
        """Open questions that can still change this aid's verdict, and those that can change its documents and offices.

        Whether the person wants the aid at all comes first, alone; an aid that is out asks only whether it is held.
        """
        view = self.view
        concern = aid.concern_prospect(view)
        if concern.value is False:
            return 0, 0
        conditions, likely, held = aid.conditions_prospect(view), aid.likely_prospect(view), aid.held_prospect(view)
        if aid.closed and not held.value:
            return self._expand(held.to_hold), 0
        out = conditions.value is False and not held.value
        if out and (concern.value or aid.parent):
            return self._expand(held.to_hold), 0
        if opening := concern.to_fail | (concern.to_hold if likely.can_hold or held.can_hold else 0):
            return self._expand(opening), 0
        if out:
            return self._expand(held.to_hold), 0
        if held.value:
            return 0, self._expand(self._details(aid, aid.held_detail_rules))
        verdict = conditions.to_fail | held.to_hold | (likely.to_hold if concern.can_hold else 0)
        return self._expand(verdict), self._expand(self._details(aid, aid.detail_rules))

    def _details(self, aid: AidEntry, rules: Iterable[Rule]) -> int:
        """Open questions that can still change these rules, and the one of the place where an office hangs on it."""
        refine = 0
        for rule in rules:
            prospect = rule.prospect(self.view)
            refine |= prospect.to_hold | prospect.to_fail
        place = self.catalogue.place_question
        if aid.id in self.catalogue.local_aids and place not in self.taken and place not in self.skipped:
            refine |= self.catalogue.masks[place]
        return refine

    def _expand(self, facts: int) -> int:
        """Where a question waits for another to make sense, the other one is asked first.

        A question waits only for earlier ones, so that one pass from the last to the first is enough.
        """
        if facts & self.catalogue.waiting_mask:
            for bit, rule in reversed(self.catalogue.waiting_masks):
                if facts & bit and (opening := rule.prospect(self.view).to_hold):
                    facts = facts & ~bit | opening
        return facts

    def _closed(self, fact: str) -> bool:
        """Whether a question will never be asked, its own condition being false or out of reach."""
        rule = self.catalogue.waiting.get(fact)
        return rule is not None and not rule.prospect(self.view).can_hold

    def _fewest(self) -> int:
        """A lower bound on what is left: undecided aids that share no question each need one of their own.

        Variants are left out: one answer can close an aid with all its variants.
        """
        claimed = count = 0
        wholes = {verdict for aid, (verdict, _) in self.needed.items() if verdict and self.aids[aid].parent is None}
        for verdict in sorted(wholes, key=int.bit_count):
            if not claimed & verdict:
                claimed |= verdict
                count += 1
        return max(count, 1)
