"""What the printed sheet of a case says, as plain data: first what to ask for, what to bring and where to go."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import Any

from engine.case.case import Case
from engine.case.plan import Plan
from web.paper.carried import carried
from web.paper.contacts import whole
from web.paper.heights import ALWAYS, BROWSER, PAGE, TITLE, UNDER_A_NOTE, form_height, text_height
from web.paper.lines import Lines
from web.paper.parts import Parts
from web.words import i18n
from web.words.i18n import gettext
from web.words.plan_words import act, first_title, still_possible
from web.words.wording import Wording

PARTS = (
    "urgent",
    "ask",
    "papers",
    "place",
    "guideposts",
    "clocks",
    "aids",
    "unlikely",
    "costs",
    "documents",
    "maybe",
    "offices",
    "letters",
)
MOST_PAGES = 2


class Sheet:
    """The sheet of a plan in one wording, from all it can say to the least.

    `everything` repeats the sensitive answers and the discreet aids too, because the person ticked them in. `note` is
    what an agent adds.
    """

    def __init__(self, plan: Plan, wording: Wording, *, everything: bool = False, note: str = "") -> None:
        self.plan = plan = plan if everything else plan.discreet
        self.wording = wording
        self.note = note
        self.lines = Lines(Parts(plan, wording, everything=everything).lines())
        self.known = bool(plan.aids or plan.held)
        self.pages = MOST_PAGES if self.known else 1
        self._carried = carried(plan.case)

    def data(self, cuts: int = 0) -> dict[str, Any]:
        """What it says after so many cuts."""
        kept, gone = self.lines.kept(cuts), self.lines.left_out(cuts)
        return {
            **self._frame,
            **{part: kept.get(part, []) for part in PARTS},
            "answers": " · ".join(kept.get("answers", [])),
            "more": {part: _more(gone[part]) for part in PARTS if gone[part]},
            **self._carried,
        }

    def guess(self, room: float) -> int:
        """About how many cuts make it fit: the fewest that leave it no higher than so many points."""
        return bisect_left(self.heights, True, key=lambda height: height <= room, hi=len(self.lines))

    @property
    def for_a_browser(self) -> dict[str, Any]:
        """What it says on as many pages of a browser as it may have."""
        return self.data(self.guess(self.pages * PAGE * BROWSER))

    @cached_property
    def heights(self) -> list[float]:
        """About how high it stands after each number of cuts."""
        said, frame = self.lines.kept(0), self._frame
        always = ALWAYS + text_height(frame["intro"]) + sum(map(form_height, frame["emergencies"]))
        titles = sum(bool(said[part]) for part in said if part != "urgent") + bool(frame["emergencies"])
        if not said.get("papers"):
            titles += 1
            always += text_height(frame["labels"]["no_papers"] if self.known else frame["bring"])
        if said.get("unlikely"):
            always += text_height(frame["labels"]["anyway"])
        if self.note:
            always += text_height(self.note) + UNDER_A_NOTE
        always += TITLE * titles
        return [always + lines for lines in self.lines.heights()]

    @cached_property
    def _frame(self) -> dict[str, Any]:
        """What is said whatever the room."""
        plan, case = self.plan, self.plan.case
        say, colon = self.wording.say, gettext("\u00a0:")
        aids = [item.aid for item in case.assessments if item.possible] or [item.aid for item in case.assessments]
        return {
            "lang": i18n.current_language(),
            "known": self.known,
            "site": gettext("Par où commencer\u00a0?"),
            "title": gettext("Mes démarches"),
            "note": self.note,
            "act": act(plan, self.wording),
            "intro": gettext(
                "Liste du %(day)s. Ce n’est pas une décision\u00a0: seul le service compétent décide.",
                day=i18n.day(case.day),
            ),
            "rules": gettext("Règles\u00a0: %(edition)s.", edition=self.wording.editions(aids)),
            "bring": gettext("Une pièce d’identité, et les courriers reçus. Venez même s’il vous manque un papier."),
            "emergencies": [
                {
                    "number": whole(item.written.number),
                    "text": f"{say(item.written, 'name')}{colon} {say(item.written, 'purpose')}",
                }
                for item in case.emergencies
            ],
            "labels": _labels(plan, self.known) | {"colon": colon},
        }


def _more(count: int) -> str:
    return gettext("Et %(count)s de plus, sur le site.", count=count)


def sheet_data(case: Case, wording: Wording, cuts: int = 0, *, everything: bool = False) -> dict[str, Any]:
    """The data of the sheet after so many cuts."""
    return Sheet(Plan(case), wording, everything=everything).data(cuts)


def _labels(plan: Plan, known: bool) -> dict[str, str]:
    """The titles."""
    doubt = plan.case.in_doubt
    return {
        "emergencies": gettext("En cas de doute, appelez") if doubt else gettext("D’abord\u00a0: appelez"),
        "urgent": gettext("Urgent."),
        "ask": first_title(plan),
        "papers": gettext("Ce qu’il faut apporter"),
        "no_papers": gettext("Aucun papier à donner pour commencer."),
        "place": gettext("Où aller, qui appeler"),
        "say": gettext("Dites\u00a0:"),
        "guideposts": gettext("Bon à savoir"),
        "clocks": gettext("Délais"),
        "aids": gettext("Les autres aides"),
        "unlikely": gettext("Peu probable"),
        "anyway": still_possible(plan),
        "costs": gettext("L’argent\u00a0: à savoir avant de demander"),
        "documents": gettext("Autres papiers à réunir"),
        "maybe": gettext("Seulement si cela vous concerne"),
        "offices": gettext("Les autres services"),
        "letters": gettext("Lettres à remplir, à imprimer depuis le site"),
        "also": gettext("Aussi\u00a0:"),
        "answers": gettext("Ce que j’ai répondu"),
        "code": gettext("Code pour reprendre\u00a0:"),
        "notes": gettext("Notes de l’agent"),
        "agent": gettext("Nom\u00a0:"),
        "appointment": gettext("Rendez-vous le\u00a0:"),
        "hour": gettext("à"),
    }
