"""What to do first, then, and if the answer is no: a result put in the order of someone who helps."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache
from math import inf

from engine.case.assessment import Verdict, concern
from engine.case.calls import one_card_a_call
from engine.case.changes import Birthday, Change, birthdays, changes
from engine.case.checklist import STAGES, Clock, DocumentToGather, Stop
from engine.case.directory import Precision
from engine.case.moments import Moment, moments
from engine.case.planned import Planned, Turn
from engine.case.result import Card, Result, chosen
from engine.content.catalogue import Catalogue
from engine.content.entries import AidEntry, Way
from engine.content.shapes.aids import Contacts, Nature, Stage, Statement

SHOWN = 3
REASONS = 3
# What one is told about comes after what one asks for here; so does what a professional, then a judge, begins.
_TOLD: tuple[Nature, ...] = ("orientation", "information")
_NEAR = (Precision.HERE, Precision.COMMUNE, Precision.PMS, Precision.SERVES, Precision.TOWN, Precision.TERRITORY)


_WAYS = {way: rank for rank, way in enumerate(Way)}
_TURNS = {turn: rank for rank, turn in enumerate(Turn)}


class Act(StrEnum):
    """What the one sentence to act on speaks of."""

    ASK = "demander"
    KEEP = "deja-recue"
    TALK = "parler"


@lru_cache(maxsize=8)
def widths(catalogue: Catalogue, day: date) -> dict[str, int]:
    """By aid, how many of the things that one can look for lead to it: the fewer, the more directly it answers."""
    amounts, nothing = catalogue.amounts_at(day), catalogue.nothing_sought(())
    looked_for = {
        demand: [frozenset({option.id}) for option in catalogue.questions[demand].written.options]
        for demand in frozenset[str]().union(*catalogue.demands.values())
    }
    return {
        aid.id: sum(
            concern(aid, {**nothing, demand: option}, amounts) is not False
            for demand in catalogue.demands[aid.id]
            for option in looked_for[demand]
        )
        for aid in catalogue.aids.values()
    }


def _far(stop: Stop, doors: Contacts | None) -> int:
    """How late an office comes among those of an aid's doors."""
    found, role = stop.referral, stop.referral.role.id
    if doors and role == doors.ask and found.answers and found.precision in _NEAR:
        return 0
    return 1 if doors and role == doors.first else 2


class Plan(Result):
    """A result as a plan, the same for every surface: none of them sorts or merges by itself."""

    @cached_property
    def aids(self) -> list[Planned]:
        """Every aid that is likely or possible and that the person looks for, in the order in which to ask.

        Those of one call share a card.
        """
        cards = {card.aid.id: card for card in (*self.likely, *self.to_check)}
        waiting = {name: self._before(card, cards) for name, card in cards.items()}
        ranks = {name: self._rank(card) for name, card in cards.items()}
        ready = {name for name in cards if not waiting[name][1]} or set(cards)
        if not ready:
            return []
        first = min(ready, key=ranks.__getitem__)
        planned = [
            Planned(card, Turn.FIRST if name == first else Turn.ALSO)
            if name in ready
            else Planned(card, *waiting[name])
            for name, card in cards.items()
        ]
        return one_card_a_call(sorted(planned, key=lambda item: (_TURNS[item.turn], ranks[item.aid.id])))

    @cached_property
    def discreet(self) -> Plan:
        """The plan as it may be read over a shoulder; itself where it tells no secret."""
        return self if self.case.discreet is self.case else Plan(self.case.discreet)

    @property
    def first(self) -> Planned | None:
        """The aid to ask for first."""
        return self.aids[0] if self.aids else None

    @property
    def shown(self) -> list[Planned]:
        """The aids told in full, at most three."""
        return self.aids[:SHOWN]

    @property
    def rest(self) -> list[Planned]:
        """The others, one line each."""
        return self.aids[SHOWN:]

    @cached_property
    def running(self) -> Clock | None:
        """What presses most and runs already: of the first aid, else of another."""
        urgent = [clock for clock in self.case.checklist.clocks if clock.urgent]
        return next((clock for clock in urgent if clock.aid.id in self._begun), urgent[0] if urgent else None)

    @property
    def act(self) -> Act:
        """What the one sentence to act on speaks of."""
        if self.first:
            return Act.ASK
        return Act.KEEP if self.held else Act.TALK

    @property
    def first_step(self) -> Statement | None:
        """What to do to begin with the first aid: the first of its steps that surely fits."""
        steps = self.first.aid.first_steps if self.first else ()
        return next((step.written for step in steps if step.truth(self.case.known, self.case.amounts)), None)

    @cached_property
    def papers(self) -> list[DocumentToGather]:
        """What the first step surely asks for: of the aid to ask for first, or of those already received."""
        sure = [item for item in self.case.checklist.documents if item.certain]
        return [item for item in sure if self._begun & {aid.id for aid in item.aids}]

    @cached_property
    def more_papers(self) -> list[DocumentToGather]:
        """Those that depend on the person's case, and those of later steps."""
        return [item for item in self.case.checklist.documents if item not in self.papers]

    @cached_property
    def place(self) -> Stop | None:
        """The one office for the first step: a near one where one asks, else the one where one hands in."""
        stops, begun = self.case.checklist.stops, self._begun
        serving = [stop for stop in stops if begun & {aid.id for aid in stop.aids}]
        doors = self.contacts(self.first.aid) if self.first else None
        return min(
            serving or [stop for stop in stops if stop.welcome] or stops,
            key=lambda stop: (_far(stop, doors), stops.index(stop)),
            default=None,
        )

    @cached_property
    def more_places(self) -> list[Stop]:
        """The other offices."""
        return [stop for stop in self.case.checklist.stops if stop is not self.place]

    @cached_property
    def line(self) -> list[tuple[Stage, list[Clock]]]:
        """What comes when, for the aids told in full and those already received, in the order of life."""
        told = {name for item in self.shown for aid in item.aids for name in (aid.id, *aid.variants)}
        told |= {card.aid.id for card in self.held}
        clocks = [clock for clock in self.case.checklist.clocks if clock.aid.id in told]
        stages = ((stage, [item for item in clocks if item.deadline.written.stage == stage]) for stage in STAGES)
        return [(stage, found) for stage, found in stages if found]

    @cached_property
    def moments(self) -> list[Moment]:
        """The same, folded; what presses most is said before all else."""
        return moments(self.line, self.running, self.of_another)

    def of_another(self, clock: Clock) -> bool:
        """Whether the aid to begin with has no such deadline, so that one says whose it is."""
        own = (item.written.text for name in self._begun for item in self.case.catalogue.aids[name].deadlines)
        return clock.deadline.written.text not in own

    def reasons(self, item: Planned) -> tuple[str, ...]:
        """The answers that speak for an aid, the sensitive ones left out."""
        case, found = self.case, item.card.assessment
        rules = (*(item.rule for item in found.met), *(item.sign for item in found.plausible if item.sign))
        facts = frozenset[str]().union(*(rule.facts for rule in rules))
        questions = case.catalogue.questions
        demands = {need.demand for need in case.catalogue.needs.values()}
        told = [
            fact
            for fact in case.path.asked
            if fact in facts
            and fact not in demands
            and fact != case.catalogue.place_question  # said of the person already, and no reason by itself
            and not questions[fact].sensitive
            and not questions[fact].always
            and self._speaks(fact)
        ]
        return tuple(told[:REASONS])

    @cached_property
    def changes(self) -> list[Change]:
        """The questions whose answers would move a verdict."""
        return changes(self)

    @cached_property
    def birthdays(self) -> list[Birthday]:
        """The ages, soon reached, that would move a verdict."""
        return birthdays(self)

    @cached_property
    def _begun(self) -> set[str]:
        """Ids of what one begins with, and of its variants; of what is already received, where there is no more."""
        aids = self.first.aids if self.first else tuple(card.aid for card in self.held)
        return {name for aid in aids for name in (aid.id, *aid.variants)}

    @cached_property
    def _widths(self) -> dict[str, int]:
        return widths(self.case.catalogue, self.case.day)

    def _before(self, card: Card, cards: dict[str, Card]) -> tuple[Turn, tuple[AidEntry, ...]]:
        """The aids to ask for before this one.

        A likely aid does not wait for the refusal of one that is only possible, nor what is surely looked for, for the
        refusal of what may be, nor anything for that of a judge. Among those that exclude each other, the one that
        yields comes second.
        """
        written = card.aid.written
        if not (written.fallback_of or written.after or card.aid.exclusions):
            return Turn.ALSO, ()
        refused = (*written.fallback_of, *(item.written.other or "" for item in card.aid.exclusions if item.second))
        likely = card.assessment.verdict is Verdict.LIKELY
        for turn, names in ((Turn.FALLBACK, refused), (Turn.NEXT, written.after)):
            found = [cards[name] for name in dict.fromkeys(names) if name in cards]
            if turn is Turn.FALLBACK:
                found = [
                    other
                    for other in found
                    if (other.assessment.verdict is Verdict.LIKELY or not likely)
                    and (other.assessment.sought or not card.assessment.sought)
                    and other.aid.way is not Way.JUDGED
                ]
            if found:
                return turn, tuple(other.aid for other in found)
        return Turn.ALSO, ()

    def _rank(self, card: Card) -> tuple[float, bool, bool, int, int, int, str]:
        """What presses, the shortest time first; the likely ones; what is surely, and most directly, what was asked
        for; then the fewest open points.

        The id settles the rest, so that the order of files does not count.
        """
        found, aid = card.assessment, card.aid
        return (
            self._time_left(aid),
            found.verdict is not Verdict.LIKELY,
            not found.sought,
            max(aid.nature in _TOLD, _WAYS[aid.way]),
            self._widths[aid.id],
            len(found.open) + len(found.against),
            aid.id,
        )

    def _time_left(self, aid: AidEntry) -> float:
        """Months that one of its own deadlines leaves, which presses and surely runs; 0 where only a date tells them.

        A shared one is told of one aid only.
        """
        urgent = [item for item in aid.deadlines if item.written.urgent]
        running = [item for item in urgent if item.truth(self.case.known, self.case.amounts) is True]
        return min(item.written.months or 0 for item in running) if running else inf

    def _speaks(self, fact: str) -> bool:
        """Whether an answer says something of the person: not « non », « aucune » nor « je ne sais pas »."""
        answer = self.case.answers[fact]
        alone = {option.id for option in self.case.catalogue.questions[fact].written.options if option.exclusive}
        return answer is not None and answer is not False and not alone & chosen(answer)
