"""Dated amounts: what each one is worth on a day, or nothing when no value is in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.content.shapes.amounts import Amount, AmountValue


@dataclass(frozen=True)
class DatedAmount:
    """An amount on a day. `value` is in euros or a bare rate; `None` means to be checked, never the last one."""

    amount: Amount
    value: Decimal | None
    origin: AmountValue | None


def amounts_on(day: date, amounts: Mapping[str, Amount]) -> dict[str, DatedAmount]:
    """Every amount as it stands on `day`, the derived ones included."""
    return {name: _on(day, amount, amounts) for name, amount in amounts.items()}


def _on(day: date, amount: Amount, amounts: Mapping[str, Amount]) -> DatedAmount:
    if amount.derivation is None:
        current = _in_force(day, amount)
        return DatedAmount(amount, Decimal(current.value) if current else None, current)
    rule = amount.derivation
    base = _on(day, amounts[rule.base], amounts)
    factor = _on(day, amounts[rule.factor], amounts).value if rule.factor else Decimal(1)
    if base.value is None or factor is None:
        return DatedAmount(amount, None, base.origin)
    return DatedAmount(amount, base.value * factor * Decimal(rule.times) / Decimal(rule.over), base.origin)


def _in_force(day: date, amount: Amount) -> AmountValue | None:
    """The latest value begun on or before `day`, unless it has ended."""
    begun = [value for value in amount.values if date.fromisoformat(value.since) <= day]
    if not begun:
        return None
    latest = max(begun, key=lambda value: value.since)
    return None if latest.until and date.fromisoformat(latest.until) < day else latest
