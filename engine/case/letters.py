"""The letters that a plan speaks of, to fill in by hand: those of its steps first, then those against a refusal."""

from __future__ import annotations

from engine.case.plan import Plan
from engine.content.entries import AidEntry
from engine.content.shapes.letters import Letter


def letters(plan: Plan) -> list[tuple[Letter, list[AidEntry]]]:
    """Each letter once, with the aids that lead to it, in the order of the plan."""
    held = [card.aid for card in plan.held if card.aid.letters]
    asked = [aid for item in plan.aids for aid in item.aids if aid.letters]
    asked += [card.aid for card in plan.unlikely if card.aid.letters]
    statements = [(aid, plan.to_do(aid)) for aid in held]
    statements += [(aid, plan.told(aid, field)) for field in ("steps", "appeal") for aid in asked]
    found: dict[str, list[AidEntry]] = {}
    for aid, told in statements:
        for name in (item.written.letter for item in told):
            if name and aid not in found.setdefault(name, []):
                found[name].append(aid)
    return [(plan.case.catalogue.letters[name], aids) for name, aids in found.items()]
