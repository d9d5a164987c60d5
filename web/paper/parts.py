"""The lines of a sheet, part by part, and what each is worth: what is asked for first is worth most.

The desk reads French: in another language, aids, papers and offices carry their French names too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from engine.case.assessment import Assessment
from engine.case.checklist import Clock, Cost, DocumentToGather, Stop
from engine.case.guideposts import Signpost
from engine.case.letters import letters
from engine.case.plan import Plan
from engine.content.entries import AidEntry
from engine.content.shapes.letters import Letter
from web.paper.answers import printed, private, told
from web.paper.lines import STAYS, Line
from web.paper.places import places
from web.words import i18n
from web.words.i18n import gettext
from web.words.needed import in_line, needed, still
from web.words.once import once
from web.words.plan_words import same_call, way_in
from web.words.states import possible, state
from web.words.wording import Wording, cost_kind

Form = dict[str, Any]


class Parts:
    """Writes the lines of a plan in one wording."""

    def __init__(self, plan: Plan, wording: Wording, *, everything: bool) -> None:
        self.plan = plan
        self.wording = wording
        self.everything = everything
        self.colon = gettext("\u00a0:")
        self._turns = {aid.id: place for place, item in enumerate(plan.aids) for aid in item.aids}

    def lines(self) -> Iterator[Line]:
        """All of them, in the order in which they are read."""
        plan = self.plan
        known = bool(plan.aids or plan.held)
        yield from (self._known_first(item) for item in plan.guideposts if not item.written.folded)
        yield from map(self._clock, plan.case.checklist.clocks)
        yield from self._aids()
        yield from (self._first_paper(item) for item in plan.papers)
        yield from (self._paper(item) for item in plan.more_papers if item.certain)
        yield from (self._maybe(item) for item in plan.more_papers if not item.certain)
        yield from map(self._cost, plan.case.checklist.costs)
        stops = [*([plan.place] if plan.place else ()), *plan.more_places]
        yield from (self._stop(stop, first=stop is plan.place or not known) for stop in stops)
        yield from (self._letter(item) for item, _ in letters(plan))
        for fact in printed(plan, everything=self.everything):
            yield Line("answers", (told(plan.case, fact, self.wording),), (38,))

    def _late(self, aids: Iterable[AidEntry]) -> int:
        """The turn of the first of these aids: the later, the less what it needs is worth now."""
        turns = [self._turns.get(aid.parent or aid.id, 0) for aid in aids]
        return min(turns, default=0)

    def _clock(self, clock: Clock) -> Line:
        form = {"text": self.wording.say(clock.deadline.written), "aid": self.wording.aid_name(clock.aid)}
        if clock.urgent:
            return Line("urgent", (form,), (STAYS,))
        return Line("clocks", (form,), (66 - self._late([clock.aid]),))

    def _known_first(self, item: Signpost) -> Line:
        """All of it; then its first line, and the last, which says what nobody must be told by half."""
        said = [self.wording.say(line) for line in item.lines]
        forms = (said, list(dict.fromkeys((said[0], said[-1]))))
        title = self.wording.say(item.written, "title")
        return Line("guideposts", tuple({"name": title, "text": " ".join(form)} for form in forms), (60, 82))

    def _aids(self) -> Iterator[Line]:
        plan, first = self.plan, self.plan.first
        for card in plan.held:
            steps = plan.to_do(card.aid)
            why = self.wording.say(steps[0].written) if steps else ""
            form = self._aid(card.aid, gettext("Déjà reçue"), why)
            yield _named("aids", form, 50, 84, 95) if first else Line("ask", (form, {**form, "why": ""}), (54, STAYS))
        for place, item in enumerate(plan.aids):
            also, left = same_call(item, self.wording), self._left(item.card.assessment)
            form = self._aid(
                item.aid, state(item.card.assessment, self.wording).word, " ".join(filter(None, (left, also)))
            )
            if item is first:
                yield Line("ask", (form, {**form, "why": also}), (54, STAYS))
            else:
                yield _named("aids", form, 50 - place, 84 - place, 95 - place, least=also)
        for need in plan.outside:
            why = gettext("Ce guide ne traite pas cette demande. Parlez-en au service ci-dessus.")
            form = {"verdict": gettext("Autre chose"), **self.wording.bilingual(need, brief=True), "why": why}
            yield _named("aids", form, 50, 84, 95)
        # Whoever knows nothing yet gets no list.
        for aid in plan.unsought if plan.aids or plan.held else ():
            yield _named("aids", self._aid(aid, possible(aid, self.wording).word, ""), 46, 48, 50)
        for card in plan.unlikely:
            why = " ".join(filter(None, (way_in(card.aid), self._why_not(card.assessment))))
            form = self._aid(card.aid, None, why)
            yield _named("unlikely", form, 32, 44, 60)

    def _aid(self, aid: AidEntry, verdict: str | None, why: str) -> Form:
        return {"verdict": verdict, **self.wording.bilingual(aid.written, brief=True, short=True), "why": why}

    def _left(self, found: Assessment) -> str:
        """What keeps an aid from being sure; not where an aid is kept back, if it rests on a sensitive answer."""
        case = self.plan.case
        if case.quiet and not found.against:
            for point in [*found.plausible, *found.open][:1]:
                if point.plausible.facts & private(case.catalogue):
                    return ""
        return still(found, self.wording.say)

    def _why_not(self, found: Assessment) -> str:
        """The condition that is not met, unless it tells a sensitive answer."""
        deciding = found.deciding
        if deciding is None or (not self.everything and deciding.rule.facts & private(self.plan.case.catalogue)):
            return ""
        return needed(self.wording.say(deciding.written))

    def _named_paper(self, item: DocumentToGather) -> Form:
        return {**self.wording.bilingual(item.document, brief=True), "detail": "", "serves": ""}

    def _details(self, item: DocumentToGather) -> str:
        say = self.wording.say
        details = [say(item.document, field) for field in ("detail", "max_age") if getattr(item.document, field)]
        if item.document.instead:
            details.append(
                gettext("Ou\u00a0:") + " " + i18n.semicolon().join(self.wording.each(item.document, "instead"))
            )
        details += [say(ref, "note") for ref in item.noted if item.certain]
        return " – ".join(once(details))

    def _first_paper(self, item: DocumentToGather) -> Line:
        form = self._named_paper(item)
        return Line("papers", ({**form, "detail": self._details(item)}, form), (46, STAYS))

    def _paper(self, item: DocumentToGather) -> Line:
        form, late = self._named_paper(item), self._late(item.aids)
        serves = {**form, "serves": self._serves(item.aids)}
        forms = ({**serves, "detail": self._details(item)}, serves, form, _joined(form))
        return Line("documents", forms, (34 - late, 44 - late, 70 - late, 88 - late))

    def _maybe(self, item: DocumentToGather) -> Line:
        form, late = self._named_paper(item), self._late(item.aids)
        forms = ({**form, "detail": self._details(item)}, form, _joined(form))
        return Line("maybe", forms, (22 - late, 40 - late, 50 - late))

    def _serves(self, aids: list[AidEntry]) -> str:
        return self.wording.serves(aids, self.plan.possible) if self.plan.possible > 1 and aids else ""

    def _cost(self, item: Cost) -> Line:
        names, late = self.wording.aid_names(item.aids), self._late(item.aids)
        told = {
            kind: f"{cost_kind(kind)}{self.colon} {in_line(self.wording.say(items[0].written))}"
            for kind, items in item.told.items()
        }
        least = [kind for kind in told if kind != "contribution"] or list(told)
        forms = tuple({"name": names, "text": " ".join(told[kind] for kind in kinds)} for kinds in (told, least))
        return Line("costs", forms, (30 - late, 68 - late))

    def _letter(self, letter: Letter) -> Line:
        return Line("letters", ({"name": self.wording.say(letter, "name"), "french": None, "joined": True},), (86,))

    def _stop(self, stop: Stop, *, first: bool) -> Line:
        """Where a file is handed in, and where someone listens, stay the longest."""
        role, say = stop.referral.role, self.wording.say
        words = say(role, "say") if role.say and (stop.welcome or not stop.held) else ""
        form = {
            **self.wording.bilingual(role, brief=True),
            "ask": self.wording.ask(stop),
            "words": gettext("«\u00a0%(words)s\u00a0»", words=words) if words and first else "",
            "places": places(stop),
            "serves": "",
        }
        notes = " ".join(once(say(item, "note") for item in stop.noted))
        whole = {**form, "serves": ". ".join(filter(None, ("" if first else self._serves(stop.aids), notes)))}
        brief = {**form, "places": places(stop, brief=True)}
        if first or stop.welcome:
            return Line("place" if first else "offices", (whole, form, brief), (58 if first else 40, 64, STAYS))
        bare = {**form, "ask": "", "places": []}
        worths = (40.0, 56.0, 62.0, 72.0, 90.0)
        late = self._late(stop.aids) - (8 if stop.submit else 0)
        forms = (whole, form, brief, bare, _joined(form))
        return Line("offices", forms, tuple(worth - late for worth in worths))


def _named(part: str, form: Form, *worths: float, least: str = "") -> Line:
    """A line that loses its reason but for the `least` of it, then stands among others on one line, then goes."""
    return Line(part, (form, {**form, "why": least}, _joined(form)), worths)


def _joined(form: Form) -> Form:
    """The name alone, among others."""
    return {"name": form["name"], "french": form["french"], "joined": True}
