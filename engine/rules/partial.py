"""What is left of a condition once some answers are known."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from engine.rules.conditions import And, Compare, Expr, Not, Or
from engine.rules.truth import Answers, compile_test

Sure = Mapping[str, frozenset[str]]


def what_is_left(expression: Expr, answers: Answers, sure: Sure = MappingProxyType({})) -> Expr | bool:
    """The condition without the parts that these answers settle; true or false where they settle it whole.

    Of a question that is `sure`, one of these answers is given, whichever. What it compares with an amount is left as
    it is.
    """
    known = compile_test(expression)(answers, {})
    if known is not None:
        return known
    match expression:
        case Compare(fact=fact, operator="has", value=tuple(options)) if fact in sure and sure[fact] <= set(options):
            return True
        case And(items=items) | Or(items=items):
            parts = [what_is_left(item, answers, sure) for item in items]
            settled = isinstance(expression, Or)
            open_parts = [part for part in parts if not isinstance(part, bool)]
            if settled in parts or not open_parts:
                return settled if settled in parts else not settled
            return open_parts[0] if len(open_parts) == 1 else type(expression)(tuple(open_parts))
        case Not(item=item):
            inner = what_is_left(item, answers, sure)
            return not inner if isinstance(inner, bool) else Not(inner)
    return expression
