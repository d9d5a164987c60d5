"""A rule as a tree of lines, each comparison beside the question and the answers it is about."""

from __future__ import annotations

from collections.abc import Iterator

from engine.content.catalogue import Catalogue
from engine.rules.conditions import AmountRef, And, Compare, Expr, Flag, Never, Not, Or

_STEP = "  "
_CONTRARY = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}


def tree(catalogue: Catalogue, rule: Expr, depth: int = 0, *, negated: bool = False) -> Iterator[str]:
    """The lines of a rule; of its contrary when `negated`, so that « not » stands only before a comparison."""
    indent = _STEP * depth
    match rule:
        case And(items=items) | Or(items=items):
            either = isinstance(rule, Or) is not negated
            yield f"{indent}{'l’un suffit :' if either else 'tout à la fois :'}"
            for item in items:
                yield from tree(catalogue, item, depth + 1, negated=negated)
        case Not(item=item):
            yield from tree(catalogue, item, depth, negated=not negated)
        case Never():
            yield f"{indent}inconnu : aucune réponse ne permet de conclure"
        case Flag(fact=fact):
            written, answer = (f"not {fact}", "non") if negated else (fact, "oui")
            yield f"{indent}{written}{_about(catalogue, fact)}{answer}"
        case Compare():
            answer = _meant(catalogue, rule, negated=negated)
            yield f"{indent}{_comparison(rule, negated=negated)}{_about(catalogue, rule.fact)}{answer}"


def _comparison(leaf: Compare, *, negated: bool) -> str:
    """As one would write it in a file."""
    match leaf.value:
        case AmountRef(name=name):
            value = f"bareme.{name}"
        case str(text):
            value = f'"{text}"'
        case tuple(texts):
            value = "[" + ", ".join(f'"{text}"' for text in texts) + "]"
        case number:
            value = str(number)
    if negated and leaf.operator in _CONTRARY:
        return f"{leaf.fact} {_CONTRARY[leaf.operator]} {value}"
    written = f"{leaf.fact} {leaf.operator} {value}"
    return f"not ({written})" if negated else written


def _about(catalogue: Catalogue, fact: str) -> str:
    return f"   ← {catalogue.questions[fact].written.short} : "


def _meant(catalogue: Catalogue, leaf: Compare, *, negated: bool) -> str:
    """The answers that make it true, as the page says them."""
    question = catalogue.questions[leaf.fact].written
    if isinstance(leaf.value, AmountRef):
        return catalogue.amounts[leaf.value.name].name
    if not isinstance(leaf.value, str | tuple):
        return f"{leaf.value} {question.unit or ''}".rstrip()
    wanted = (leaf.value,) if isinstance(leaf.value, str) else leaf.value
    texts = {option.id: option.text for option in question.options}
    named = [f"« {texts.get(option) or catalogue.communes[option].name} »" for option in wanted]
    return "ni " + " ni ".join(named) if negated is not (leaf.operator == "!=") else " ou ".join(named)
