"""Named conditions put in place of their names, so that all that follows sees a condition written out in full."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from engine.rules.conditions import And, Compare, Expr, Flag, Not, Or, leaves


def expand(expression: Expr, definitions: Mapping[str, Expr]) -> Expr:
    """The condition with each name that stands alone replaced by what it means.

    Alternatives within alternatives are made one, as if the definition had been written there.
    """
    match expression:
        case Flag(fact=fact):
            return definitions.get(fact, expression)
        case Not(item=item):
            return Not(expand(item, definitions))
        case And(items=items):
            return And(_flat(And, items, definitions))
        case Or(items=items):
            return Or(_flat(Or, items, definitions))
    return expression


def compared(expression: Expr, definitions: Collection[str]) -> Iterator[str]:
    """Definitions that the condition compares with a value, though they have none."""
    return (leaf.fact for leaf in leaves(expression) if isinstance(leaf, Compare) and leaf.fact in definitions)


def _flat(kind: type[And] | type[Or], items: Iterable[Expr], definitions: Mapping[str, Expr]) -> tuple[Expr, ...]:
    """The parts of a conjunction or of a disjunction; a definition of the same kind gives its own parts."""
    return tuple(chain.from_iterable(_parts(kind, item, definitions) for item in items))


def _parts(kind: type[And] | type[Or], item: Expr, definitions: Mapping[str, Expr]) -> tuple[Expr, ...]:
    meant = expand(item, definitions)
    named = isinstance(item, Flag) and item.fact in definitions
    return meant.items if named and isinstance(meant, kind) else (meant,)
