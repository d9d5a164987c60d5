"""What is left of a condition once some answers are known."""

from __future__ import annotations

from engine.rules.conditions import And, Expr, Not, Or
from engine.rules.truth import Answers, compile_test


def what_is_left(expression: Expr, answers: Answers) -> Expr | bool:
    """The condition without the parts that these answers settle; true or false where they settle it whole.

    What it compares with an amount is left as it is.
    """
    known = compile_test(expression)(answers, {})
    if known is not None:
        return known
    match expression:
        case And(items=items) | Or(items=items):
            parts = [part for part in (what_is_left(item, answers) for item in items) if not isinstance(part, bool)]
            return parts[0] if len(parts) == 1 else type(expression)(tuple(parts))
        case Not(item=item):
            inner = what_is_left(item, answers)
            return not inner if isinstance(inner, bool) else Not(inner)
    return expression
