"""The named conditions of the content: each used, each open only where someone can say what to do."""

from __future__ import annotations

import re

from engine.content.catalogue import Catalogue
from engine.rules.conditions import And, Expr, Never, Not, Or
from tests.content.shared import CONTENT


def never(expression: Expr) -> bool:
    """Whether part of it can never be settled."""
    match expression:
        case Never():
            return True
        case Not(item=item):
            return never(item)
        case And(items=items) | Or(items=items):
            return any(map(never, items))
    return False


def test_a_definition_saves_repeating(catalogue: Catalogue) -> None:
    files = [path.read_text("utf-8") for path in CONTENT.rglob("*.yaml")]
    rules = [rule for text in files for rule in re.findall(r"\b(?:si|signe|aussi|concerne): (.*)", text)]
    rare = [name for name in catalogue.definitions if sum(bool(re.search(rf"\b{name}\b", rule)) for rule in rules) < 2]
    assert rare == [], "une définition sert au moins deux fois : sinon, écrivez la condition où elle sert"


def test_a_condition_that_may_stay_open_says_what_to_do(catalogue: Catalogue) -> None:
    """« inconnu » counts too where it stands in a definition."""
    silent = {
        f"{aid.place.file.file} : {item.written.text}"
        for aid in catalogue.aids.values()
        for item in aid.own_conditions
        if never(item.rule.expression) and not item.written.to_check
    }
    assert silent == set(), "ajoutez « a_verifier » : qui peut répondre quand on ne peut pas conclure"
