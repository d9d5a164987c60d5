"""What to take away: deadlines, what it may cost, documents and offices, merged over aids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from math import inf
from operator import itemgetter

from engine.case.assessment import Assessment, Verdict, concern, unsought
from engine.case.directory import Referral, office_for
from engine.content.catalogue import Catalogue
from engine.content.entries import AidEntry, Guarded
from engine.content.shapes.aids import Contacts, Deadline, DocumentRef, Stage, Statement
from engine.content.shapes.documents import Document
from engine.content.shapes.needs import Need
from engine.rules.truth import Amounts, Answers

COSTS = ("contribution", "recovery", "family_duty")
_Order = tuple[bool, int, bool, float]
# In the order in which they come up in someone's life.
STAGES: tuple[Stage, ...] = ("maintenant", "a-la-demande", "apres-l-accord", "en-cas-de-refus", "renouvellement")


@dataclass(eq=False)
class DocumentToGather:
    """A document to gather, the aids it serves, what they say of it (`noted`), and whether one surely asks for it."""

    document: Document
    aids: list[AidEntry] = field(default_factory=list)
    noted: list[DocumentRef] = field(default_factory=list)
    certain: bool = False


@dataclass(eq=False)
class Stop:
    """An office to contact, and the aids to speak of there. `submit` tells that files are handed in there.

    `welcome` tells that someone listens there to whoever has this need, whatever the verdicts; `noted` holds what the
    aids say of the way, each note once. `held` tells that all of these aids are already received.
    """

    referral: Referral
    aids: list[AidEntry] = field(default_factory=list)
    submit: bool = False
    welcome: bool = False
    held: bool = False
    noted: list[Contacts] = field(default_factory=list)


@dataclass
class Cost:
    """What an aid costs, now or later: what is left to pay, what may be taken back, what relatives may owe.

    `told` holds statements by kind, those of one kind in content order, the most important first. Aids that say
    the same stand together.
    """

    told: dict[str, list[Guarded[Statement]]]
    aids: list[AidEntry] = field(default_factory=list)


@dataclass(frozen=True, eq=False)
class Clock:
    """A deadline of one aid; `certain` is false while the answers leave open whether it applies."""

    aid: AidEntry
    deadline: Guarded[Deadline]
    certain: bool

    @property
    def urgent(self) -> bool:
        """Whether it presses, and surely runs for this person."""
        return self.certain and self.deadline.written.urgent


class Checklist:
    """The steps of a result, over the aids that are likely or to be checked; each kind is gathered once it is read.

    Of an aid already received, only what is left to do counts. Someone who does not know what they look for is only
    told whom to see. Whatever the verdicts, the office that welcomes each of these needs is among the stops: no
    result is a dead end.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        needs: Iterable[str],
        assessments: Iterable[Assessment],
        answers: Answers,
        amounts: Amounts,
        here: str | None = None,
    ) -> None:
        self._catalogue, self._needs, self._here = catalogue, tuple(needs), here
        self._answers, self._amounts = answers, amounts
        assessments = list(assessments)
        self._possible = [item.aid for item in assessments if item.possible]
        self._held = [item.aid for item in assessments if item.verdict is Verdict.HELD]
        self._aids = [
            aid
            for aid in self._possible
            if not unsought(aid, catalogue.demands[aid.id], catalogue.openings, answers, amounts)
        ]

    @cached_property
    def clocks(self) -> tuple[Clock, ...]:
        """Deadlines, what presses first."""
        return _clocks(_own_deadlines(self._aids, self._held), self._answers, self._amounts)

    @property
    def timed(self) -> bool:
        """Whether there is any deadline: quicker to know than which."""
        deadlines = _own_deadlines(self._aids, self._held)
        return any(item.truth(self._answers, self._amounts) is not False for _, item in deadlines)

    @cached_property
    def costs(self) -> tuple[Cost, ...]:
        """What it may cost."""
        return _costs(self._aids, self._answers, self._amounts)

    @cached_property
    def documents(self) -> tuple[DocumentToGather, ...]:
        """Documents to gather, the sure ones first."""
        return _documents(self._catalogue, self._aids, self._held, self._answers, self._amounts)

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        """Offices, and who listens."""
        catalogue, answers, amounts, here = self._catalogue, self._answers, self._amounts, self._here
        if not self._aids and not self._held:
            return _welcome(catalogue, self._needs, self._possible, answers, here)
        doors = _with_doors(self._aids, answers, amounts)
        return _stops(catalogue, self._needs, doors, self._held, answers, amounts, here)


def asked_for(
    documents: Iterable[Guarded[DocumentRef]], answers: Answers, amounts: Amounts
) -> list[tuple[Guarded[DocumentRef], bool]]:
    """Those of these documents that are or may be asked for; the flag says which."""
    return [(item, truth is True) for item in documents if (truth := item.truth(answers, amounts)) is not False]


def _costs(aids: list[AidEntry], answers: Answers, amounts: Amounts) -> tuple[Cost, ...]:
    """Of what one receives; a variant costs what its parent does.

    Statements that surely do not apply are left out, and aids that say nothing of money.
    """
    found: dict[tuple[str, ...], Cost] = {}
    for aid in (aid for aid in aids if aid.received and aid.parent is None):
        told = {
            kind: shown
            for kind in COSTS
            if (shown := [item for item in aid.statements[kind] if item.truth(answers, amounts) is not False])
        }
        if told:
            words = tuple(item.written.text for shown in told.values() for item in shown)
            found.setdefault(words, Cost(told)).aids.append(aid)
    return tuple(found.values())


def _documents(
    catalogue: Catalogue, aids: list[AidEntry], held: list[AidEntry], answers: Answers, amounts: Amounts
) -> tuple[DocumentToGather, ...]:
    """Documents asked for by the most aids first, the uncertain ones last."""
    wanted = [(aid, aid.documents) for aid in aids] + [(aid, aid.held.documents) for aid in held if aid.held]
    found: dict[str, DocumentToGather] = {}
    for aid, documents in wanted:
        for item, certain in asked_for(documents, answers, amounts):
            name = item.written.document
            gathered = found.get(name) or found.setdefault(name, DocumentToGather(catalogue.documents[name]))
            if aid not in gathered.aids:
                gathered.aids.append(aid)
            if item.written.note and item.written.note not in [ref.note for ref in gathered.noted]:
                gathered.noted.append(item.written)
            gathered.certain = gathered.certain or certain
    return tuple(sorted(found.values(), key=lambda gathered: (not gathered.certain, -len(gathered.aids))))


def _with_doors(aids: list[AidEntry], answers: Answers, amounts: Amounts) -> list[AidEntry]:
    """Aids whose offices are named: the one door of a variant that surely fits stands in place of its parent's.

    The door of a variant that may not fit is left to its parent.
    """
    apart = [aid for aid in aids if aid.parent and aid.own_doors]
    fitting = [
        aid
        for aid in apart
        if concern(aid, answers, amounts) and all(item.rule.test(answers, amounts) for item in aid.own_conditions)
    ]
    replaced = {aid.parent for aid in fitting}
    return [aid for aid in aids if aid.id not in replaced and (aid not in apart or aid in fitting)]


def _stops(
    catalogue: Catalogue,
    needs: Iterable[str],
    aids: list[AidEntry],
    held: list[AidEntry],
    answers: Answers,
    amounts: Amounts,
    here: str | None,
) -> tuple[Stop, ...]:
    """Where to hand in, else where to ask; offices that serve the most aids first, then who listens to these needs.

    Of an aid already received, one only asks.
    """
    place = catalogue.place_in(answers)
    found: dict[str, Stop] = {}
    for aid in (*aids, *held):
        contacts, new = aid.contacts_for(answers, amounts), aid not in held
        for role in dict.fromkeys((contacts.submit, contacts.ask) if new else (contacts.ask or contacts.submit,)):
            if role is None:
                continue
            stop = found.get(role) or found.setdefault(role, Stop(office_for(catalogue, role, place, here)))
            stop.aids.append(aid)
            stop.held = not new and (stop.held or len(stop.aids) == 1)
            stop.submit |= new and role == contacts.submit
            if new and role == (contacts.submit or contacts.ask) and contacts.note:
                stop.noted += [contacts] if contacts.note not in [other.note for other in stop.noted] else []
    for stop in _welcome(catalogue, needs, [], answers, here):
        found.setdefault(stop.referral.role.id, stop).welcome = True
    return tuple(sorted(found.values(), key=lambda stop: -len(stop.aids)))


def _welcome(
    catalogue: Catalogue, needs: Iterable[str], aids: list[AidEntry], answers: Answers, here: str | None
) -> tuple[Stop, ...]:
    """Who listens to whoever has these needs, and the aids they may be looking for without knowing it."""
    place = catalogue.place_in(answers)
    roles = dict.fromkeys(role for need in needs for role in _welcoming(catalogue, catalogue.needs[need], answers))
    return tuple(Stop(office_for(catalogue, role, place, here), list(aids), welcome=True) for role in roles if role)


def _welcoming(catalogue: Catalogue, need: Need, answers: Answers) -> Iterator[str | None]:
    """The roles of those who listen to what is looked for behind a need, each answer's own before the need's."""
    sought = answers.get(need.demand) if need.demand else None
    if need.demand and isinstance(sought, frozenset):
        options = catalogue.questions[need.demand].written.options
        yield from (option.welcome or need.welcome for option in options if option.id in sought)
    else:
        yield need.welcome


def _own_deadlines(aids: list[AidEntry], held: list[AidEntry]) -> Iterator[tuple[AidEntry, Guarded[Deadline]]]:
    """The person's deadlines, or those of the service where the person has none; of an aid already received, those
    to renew it."""
    for aid in aids:
        own = [item for item in aid.deadlines if item.written.who == "vous"]
        yield from ((aid, item) for item in own or (() if aid.parent else aid.deadlines))
    for aid in held:
        yield from ((aid, item) for item in aid.renewals if item.written.who == "vous")


def _clocks(
    deadlines: Iterable[tuple[AidEntry, Guarded[Deadline]]], answers: Answers, amounts: Amounts
) -> tuple[Clock, ...]:
    """What presses first, then in the order of life, the shortest first of those that press alike.

    One shared by several aids is told once, at its most pressing.
    """
    found: dict[tuple[str, str | None], tuple[_Order, AidEntry, Guarded[Deadline], bool]] = {}
    for aid, item in deadlines:
        truth = item.rule is None or item.rule.test(answers, amounts)
        if truth is not False:
            key, order = (item.written.text, item.written.when), _order(item.written, certain=truth is True)
            if key not in found or order < found[key][0]:
                found[key] = order, aid, item, truth is True
    told = sorted(found.values(), key=itemgetter(0))
    return tuple(Clock(aid, item, certain) for _, aid, item, certain in told)


def _order(written: Deadline, *, certain: bool) -> _Order:
    length = inf if written.months is None else written.months
    return not (certain and written.urgent), STAGES.index(written.stage), not certain, length
