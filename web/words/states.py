"""The word that says where an aid stands, the same on every surface: page, desk, sheet and PDF.

What nobody asks for is neither likely nor possible: a judge decides it, it is a right without conditions, or it is good
to know.
"""

from __future__ import annotations

from typing import NamedTuple

from engine.case.assessment import Assessment, Verdict
from engine.content.entries import AidEntry
from web.words.i18n import gettext
from web.words.wording import Wording


class State(NamedTuple):
    """A word, and the drawing that goes with it."""

    word: str
    drawing: str


def unasked(aid: AidEntry) -> bool:
    """Whether one is told of it, and does not ask for it. A right that hangs on conditions is asked for."""
    return aid.nature in ("mesure-du-juge", "information") or (aid.nature == "droit" and not aid.conditions)


def state(found: Assessment, wording: Wording) -> State:
    """Where an aid stands for this person."""
    match found.verdict:
        case Verdict.HELD:
            return State(gettext("Déjà reçue"), "held")
        case Verdict.UNLIKELY:
            return State(gettext("Peu probable"), "unlikely")
        case Verdict.LIKELY if not unasked(found.aid):
            return State(gettext("Probable, à confirmer") if found.plausible else gettext("Probable"), "likely")
        case _:
            return possible(found.aid, wording)


def possible(aid: AidEntry, wording: Wording) -> State:
    """Where an aid stands of which one knows no more than that it may be of use."""
    match aid.nature:
        case "mesure-du-juge":
            return State(gettext("Un juge décide"), "judge")
        case "droit" if unasked(aid):
            return State(gettext("Un droit") if wording.other else gettext("Votre droit"), "right")
        case "information":
            return State(gettext("À savoir"), "know")
        case _:
            return State(gettext("Possible"), "check")
