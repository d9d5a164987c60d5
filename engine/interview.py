"""The path through the questions, recomputed from the answers at each request.

Nothing about the path is stored, so Back and changed answers are always safe. The walk takes the next needed
question, uses its answer where there is one and passes over it where there is none, until nothing more is
needed. What it never reaches no longer matters: those answers are dropped.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from engine.assessment import Assessment, assess_all
from engine.catalogue import Catalogue
from engine.compiled import CompiledAid
from engine.truth import Answers, Value, View, conjunction, prospect

_NOTHING: frozenset[str] = frozenset()


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
    """The path for these needs and answers; `day` fixes the amounts."""
    return _Walker(catalogue, frozenset(needs), answers, day).run()


def assess_path(catalogue: Catalogue, needs: Iterable[str], path: Path, day: date) -> list[Assessment]:
    """Verdicts of every aid of these needs, for the answers that count."""
    return assess_all(catalogue.aids_for(frozenset(needs)), path.answers, catalogue.amounts_at(day))


class _Walker:
    """One walk. What each aid needs is kept, and redone only for the aids that hang on the question just taken."""

    def __init__(self, catalogue: Catalogue, needs: frozenset[str], given: Answers, day: date) -> None:
        self.catalogue = catalogue
        self.given = given
        self.aids = {aid.id: aid for aid in catalogue.aids_for(needs)}
        self.taken: dict[str, Value | None] = {}
        self.skipped: dict[str, None] = {}
        self.because: dict[str, tuple[str, ...]] = {}
        self.at_least = 0
        self.view = View(self.taken, catalogue.amounts_at(day), self.skipped.keys(), self._closed)
        self.needed: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        # For verdicts, then for papers and offices: question → aids that need it.
        self.wanted: tuple[dict[str, set[str]], dict[str, set[str]]] = ({}, {})

    def run(self) -> Path:
        for fact in self.catalogue.first_questions:
            self._take(fact)
        for aid in self.aids.values():
            self._refresh(aid)
        while (wanted := self._pick()) is not None:
            self._take(wanted)
        return Path(
            asked=tuple(self.taken),
            answers=self.taken,
            pending=tuple(self.skipped),
            at_least=self.at_least,
            at_most=len(self.skipped),
            because=self.because,
        )

    def _pick(self) -> str | None:
        """The next question: sensitive ones last; verdicts before papers and offices."""
        rank = self.catalogue.rank
        return min(
            (
                (rank[fact][0], phase, rank[fact][1], fact)
                for phase, wanted in enumerate(self.wanted)
                for fact in wanted
            ),
            default=(None, None, None, None),
        )[-1]

    def _take(self, fact: str) -> None:
        self.because[fact] = tuple(sorted(self.wanted[0].get(fact, set()) | self.wanted[1].get(fact, set())))
        if fact in self.given:
            self.taken[fact] = self.given[fact]
        else:
            if not self.skipped:
                self.at_least = 1 if not self.needed else self._fewest()
            self.skipped[fact] = None
        for name in self.catalogue.aids_on[fact]:
            if name in self.needed:
                self._refresh(self.aids[name])

    def _refresh(self, aid: CompiledAid) -> None:
        before = self.needed.get(aid.id, (_NOTHING, _NOTHING))
        after = self.needed[aid.id] = self._needs(aid)
        for wanted, old, new in zip(self.wanted, before, after, strict=True):
            for fact in old - new:
                wanted[fact].discard(aid.id)
                if not wanted[fact]:
                    del wanted[fact]
            for fact in new - old:
                wanted.setdefault(fact, set()).add(aid.id)

    def _needs(self, aid: CompiledAid) -> tuple[frozenset[str], frozenset[str]]:
        """Open questions that can still change this aid's verdict, and those that can change its papers and offices.

        Whether the person wants the aid at all comes first, alone; an aid that is out asks nothing more.
        """
        concern = conjunction([prospect(rule.expression, self.view) for rule in aid.concerns])
        conditions = conjunction([prospect(item.rule.expression, self.view) for item in aid.conditions])
        if concern.value is False or (conditions.value is False and (concern.value or aid.parent)):
            return _NOTHING, _NOTHING
        opening = concern.to_hold | concern.to_fail
        if opening:
            return self._expand(opening), _NOTHING
        if conditions.value is False:
            return _NOTHING, _NOTHING
        verdict = conditions.to_fail | (conditions.to_hold if concern.can_hold else _NOTHING)
        papers = [prospect(rule.expression, self.view) for rule in aid.paper_rules]
        refine = _NOTHING.union(*(item.to_hold | item.to_fail for item in papers))
        place = self.catalogue.place_question
        if self.catalogue.depends_on_place(aid) and place not in self.taken and place not in self.skipped:
            refine |= {place}
        return self._expand(verdict), self._expand(refine)

    def _expand(self, facts: Iterable[str]) -> frozenset[str]:
        """Where a question waits for another to make sense, the other one is asked first."""
        found: frozenset[str] = _NOTHING
        for fact in facts:
            rule = self.catalogue.questions[fact].rule
            opening = prospect(rule.expression, self.view).to_hold if rule else _NOTHING
            found |= self._expand(opening) if opening else {fact}
        return found

    def _closed(self, fact: str) -> bool:
        """Whether a question will never be asked, its own condition being false or out of reach."""
        rule = self.catalogue.questions[fact].rule
        return rule is not None and not prospect(rule.expression, self.view).can_hold

    def _fewest(self) -> int:
        """A lower bound on what is left: undecided aids that share no question each need one of their own."""
        claimed: set[str] = set()
        count = 0
        for facts in sorted({verdict for verdict, _ in self.needed.values() if verdict}, key=len):
            if claimed.isdisjoint(facts):
                claimed |= facts
                count += 1
        return max(count, 1)
