"""What the printed sheet of a case says, as plain data: the words of the result, cut to what fits.

The desk reads French: in another language, aids, documents and offices carry their French names too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from engine.case.assessment import Assessment, Verdict
from engine.case.case import Case
from engine.case.checklist import Cost, DocumentToGather, Stop
from engine.case.directory import Precision
from engine.case.plan import Plan
from engine.content.entries import Guarded
from engine.content.shapes.aids import Statement
from web.paper.answers import printed, private, told
from web.paper.carried import carried
from web.paper.contacts import contact, whole
from web.words import i18n
from web.words.i18n import gettext
from web.words.needed import needed, to_check, to_confirm
from web.words.plan_words import act
from web.words.wording import Wording, cost_kind

# What a fuller sheet leaves out, level by level. A translated name that quotes the French one needs no other.
_WITHOUT_USES, _WITHOUT_DETAILS, _WITHOUT_TWICE, _WITHOUT_REASONS, _WITHOUT_BOXES = 1, 2, 3, 4, 5
LEAST = 6
FOLDED = _WITHOUT_BOXES  # from here on, many lines are made one
MOST_PLACES = 6


def sheet_data(case: Case, wording: Wording, level: int = 0, *, everything: bool = False) -> dict[str, Any]:
    """The data of the sheet, from 0 to `LEAST`: the higher the level, the less it says."""
    return Sheet(Plan(case), wording, everything=everything).data(level)


class Sheet:
    """The sheet of a plan in one wording, with what all its levels say alike.

    `everything` repeats the sensitive answers too, because the person ticked them in.
    """

    def __init__(self, plan: Plan, wording: Wording, mask: int | None = None, *, everything: bool = False) -> None:
        self.plan = plan
        self.wording = wording
        self.everything = everything
        self.carried = carried(plan.case, mask)

    def data(self, level: int = 0) -> dict[str, Any]:
        """What it says at a level."""
        return {**_Level(self.plan, self.wording, level, self.everything).data(), **self.carried}


class _Level:
    """Writes the sheet of a plan in one wording, at one level."""

    def __init__(self, plan: Plan, wording: Wording, level: int, everything: bool) -> None:
        self.everything = everything
        self.hidden = frozenset[str]() if everything else private(plan.case.catalogue)
        self.case = plan.case
        self.wording = wording
        self.level = level
        self.plan = plan
        self.total = self.plan.possible if level < _WITHOUT_USES else 0
        self.colon = gettext("\u00a0:")

    def data(self) -> dict[str, Any]:
        """All that the sheet says, by its parts."""
        case, plan, todo, level = self.case, self.plan, self.case.checklist, self.level
        say, colon = self.wording.say, self.colon
        known = bool(plan.held or plan.aids)
        sure = [*plan.papers, *(item for item in plan.more_papers if item.certain)]
        maybe = [item for item in plan.more_papers if not item.certain]
        stops = [*([plan.place] if plan.place else ()), *plan.more_places]
        aids = [item.aid for item in case.assessments if item.possible] or [item.aid for item in case.assessments]
        return {
            "lang": i18n.current_language(),
            "short": level >= _WITHOUT_DETAILS,
            "site": gettext("Par où commencer\u00a0?"),
            "title": gettext("Mes démarches"),
            "act": act(plan, self.wording),
            "intro": gettext(
                "Liste du %(day)s. Ce n’est pas une décision\u00a0: seul le service compétent décide."
                " Règles\u00a0: %(edition)s.",
                day=i18n.day(case.day),
                edition=self.wording.editions(aids),
            ),
            "emergencies": [
                {
                    "number": whole(item.written.number),
                    "text": f"{say(item.written, 'name')}{colon} {say(item.written, 'purpose')}",
                }
                for item in case.emergencies
            ],
            "clocks": [
                {
                    "urgent": clock.urgent,
                    "text": say(clock.deadline.written),
                    "aid": self.wording.aid_name(clock.aid),
                }
                for clock in todo.clocks
                if level < _WITHOUT_DETAILS or clock.urgent
            ],
            "costs": [self._cost(item) for item in todo.costs],
            "documents": [self._document(item, self.total) for item in sure],
            "maybe": [self._document(item, 0) for item in maybe],
            "maybe_text": self._in_one_line(maybe) if level >= _WITHOUT_BOXES else None,
            "offices": [self._stop(stop, self.total if known else 0) for stop in stops],
            "verdicts": _together(self._verdicts()) if level >= _WITHOUT_REASONS else [*self._verdicts()],
            "answers": " · ".join(told(case, fact, self.wording) for fact in printed(plan, everything=self.everything)),
            "labels": {
                "colon": colon,
                "emergencies": (
                    gettext("En cas de doute, appelez") if case.in_doubt else gettext("D’abord\u00a0: appelez")
                ),
                "clocks": gettext("Délais"),
                "urgent": gettext("Urgent."),
                "costs": gettext("L’argent\u00a0: à savoir avant de demander"),
                "documents": gettext("Papiers à réunir"),
                "maybe": gettext("Seulement si cela vous concerne"),
                "offices": gettext("Où aller, qui appeler"),
                "verdicts": gettext("Aides"),
                "answers": gettext("Ce que j’ai répondu"),
                "code": gettext("Code pour reprendre\u00a0:"),
                "notes": gettext("Notes"),
            },
        }

    def _cost(self, item: Cost) -> dict[str, str]:
        kinds = [kind for kind in item.told if self.level < _WITHOUT_BOXES or kind != "contribution"] or list(item.told)
        told = (f"{cost_kind(kind)}{self.colon} {self.wording.say(item.told[kind][0].written)}" for kind in kinds)
        return {"name": self.wording.aid_names(item.aids), "text": " ".join(told)}

    def _document(self, item: DocumentToGather, total: int) -> dict[str, Any]:
        say = self.wording.say
        details: list[str] = []
        if self.level < _WITHOUT_DETAILS:
            details = [say(item.document, field) for field in ("detail", "max_age") if getattr(item.document, field)]
            if item.document.instead:
                instead = i18n.semicolon().join(self.wording.each(item.document, "instead"))
                details.append(gettext("Ou\u00a0:") + " " + instead)
            details += [say(ref, "note") for ref in item.noted if item.certain]
        return {
            **self.wording.bilingual(item.document, brief=self.level >= _WITHOUT_TWICE),
            "detail": " – ".join(details),
            "serves": self.wording.serves(item.aids, total) if total > 1 else "",
        }

    def _in_one_line(self, documents: list[DocumentToGather]) -> str:
        if self.level < LEAST:
            return " · ".join(self.wording.say(item.document, "name") for item in documents)
        return gettext("%(count)s papiers, selon la situation\u00a0: la liste est sur le site.", count=len(documents))

    def _stop(self, stop: Stop, total: int) -> dict[str, Any]:
        role = stop.referral.role
        serves = self.wording.serves(stop.aids, total) if total > 1 and stop.aids else ""
        notes = [self.wording.say(item, "note") for item in stop.noted] if self.level < _WITHOUT_DETAILS else []
        return {
            **self.wording.bilingual(role, brief=self.level >= _WITHOUT_TWICE),
            "ask": self.wording.ask(stop) if self.level < LEAST or stop.submit or stop.welcome else "",
            "places": self._places(stop),
            "serves": " ".join(filter(None, (serves, *notes))),
        }

    def _reason(self, said: Sequence[Guarded[Statement]]) -> str:
        """The first of these, where there is room."""
        return self.wording.say(said[0].written) if said and self.level < _WITHOUT_REASONS else ""

    def _still(self, found: Assessment) -> str:
        """What keeps it from being sure, where there is room."""
        if self.level >= _WITHOUT_REASONS:
            return ""
        for items, said in ((found.against, str), (found.plausible, to_confirm), (found.open, to_check)):
            for item in items[:1]:
                return said(self.wording.say(item.written))
        return ""

    def _places(self, stop: Stop) -> list[str]:
        """Where it is and whom to call: all of it, or one place where someone listens, or nothing."""
        found, full = stop.referral, self.level < _WITHOUT_REASONS or stop.submit
        if not full and not stop.welcome:
            return []
        offices = list(found.offices) if found.precision is not Precision.SOME_KNOWN else []
        most = MOST_PLACES if full else 1
        shown = offices[:most] if full else sorted(offices, key=lambda office: not office.phone)[:most]
        # An old address is asked for on the telephone; a sure one is needed where a file is sent.
        least = self.level >= LEAST
        places = [contact(item, brief=least and (not stop.submit or item.reliability != "sure")) for item in shown]
        if full and offices[most:]:
            places.append(gettext("%(count)s autres adresses sur le site.", count=len(offices) - most))
        if found.precision is Precision.COMMUNE and not offices and found.commune:
            places.append(found.commune.name)
        if found.fallback and (self.level < LEAST or stop.welcome or not places):
            called = [office for office in found.fallback.offices if office.phone] or found.fallback.offices
            places += [gettext("Pour le trouver, demandez ici\u00a0:") + " " + contact(office) for office in called[:1]]
        return places

    def _verdicts(self) -> Iterator[dict[str, Any]]:
        plan, brief = self.plan, self.level >= _WITHOUT_TWICE
        say, bilingual = self.wording.say, self.wording.bilingual
        for card in plan.held:
            why = self._reason(plan.to_do(card.aid))
            yield {"verdict": gettext("Déjà reçue"), **bilingual(card.aid.written, brief=brief, short=True), "why": why}
        for card in (item.card for item in plan.aids):
            found = card.assessment
            why = self._still(found)
            yield {"verdict": _verdict(found), **bilingual(card.aid.written, brief=brief, short=True), "why": why}
        for aid in plan.unsought:
            yield {"verdict": gettext("Possible"), **bilingual(aid.written, brief=brief, short=True), "why": ""}
        for need in plan.outside:
            why = gettext("Ce guide ne traite pas cette demande. Parlez-en au service ci-dessus.")
            yield {"verdict": gettext("Autre chose"), **bilingual(need, brief=brief), "why": why}
        for card in plan.unlikely:
            deciding = card.assessment.deciding
            why = "" if deciding is None or deciding.rule.facts & self.hidden else needed(say(deciding.written))
            yield {
                "verdict": gettext("Peu probable"),
                **bilingual(card.aid.written, brief=brief, short=True),
                "why": why,
            }


def _verdict(found: Assessment) -> str:
    if found.verdict is Verdict.TO_CHECK:
        return gettext("Possible")
    return gettext("Probable, à confirmer") if found.plausible else gettext("Probable")


def _together(verdicts: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Aids of one verdict on one line."""
    names: dict[str, list[str]] = {}
    for item in verdicts:
        french = f" ({item['french']})" if item["french"] else ""
        names.setdefault(item["verdict"], []).append(item["name"] + french)
    return [{"verdict": verdict, "name": " · ".join(group), "why": ""} for verdict, group in names.items()]
