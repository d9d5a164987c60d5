"""What one aid asks of someone, where their interview stands: the open questions that can still change its outcome."""

from __future__ import annotations

from collections.abc import Iterable

from engine.content.catalogue import Catalogue
from engine.content.entries import AidEntry
from engine.rules.prospects import View
from engine.rules.rule import Rule


def asked_by(aid: AidEntry, catalogue: Catalogue, view: View) -> tuple[int, int]:
    """Open questions that can still change this aid's verdict, and those that can change its documents and offices.

    Whether the person wants the aid at all comes first, alone; an aid that is out asks only whether it is held.
    """
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
        return 0, _details(aid, aid.held_detail_rules, catalogue, view)
    verdict = conditions.to_fail | held.to_hold | (likely.to_hold if concern.can_hold else 0)
    return verdict, _details(aid, aid.detail_rules, catalogue, view)


def _details(aid: AidEntry, rules: Iterable[Rule], catalogue: Catalogue, view: View) -> int:
    """Open questions that can still change these rules, and the one of the place where an office hangs on it."""
    refine = 0
    for rule in rules:
        prospect = rule.prospect(view)
        refine |= prospect.to_hold | prospect.to_fail
    if aid.id in catalogue.local_aids:
        refine |= catalogue.masks[catalogue.place_question] & view.open
    return refine
