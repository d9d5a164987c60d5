"""Dated amounts: the edges of their dates, those computed from others, and holes."""

from datetime import date
from decimal import Decimal

import pytest

from engine.content.amounts import amounts_on
from engine.content.shapes.amounts import Amount, AmountValue, Derivation


def value(since: str, until: str | None, euros: str) -> AmountValue:
    return AmountValue(since=since, until=until, value=euros, reference="Décret")


def amount(name: str, *values: AmountValue, derivation: Derivation | None = None) -> Amount:
    return Amount(id=name, name=name, unit="euros", values=values, derivation=derivation)


AMOUNTS = {
    item.id: item
    for item in (
        amount(
            "annuel",
            value("2024-01-01", "2024-12-31", "12000"),
            value("2026-01-01", "2026-12-31", "12523.14"),
        ),
        amount("part", value("2020-01-01", None, "0.9"), value("2026-07-01", None, "0.8")),
        amount("mensuel", derivation=Derivation(base="annuel", over="12")),
        amount("majore", derivation=Derivation(base="annuel", times="1.25", over="12")),
        amount("part_annuel", derivation=Derivation(base="annuel", factor="part")),
        amount("part_inverse", derivation=Derivation(base="part", factor="annuel")),
    )
}


def on(day: str, name: str) -> Decimal | None:
    return amounts_on(date.fromisoformat(day), AMOUNTS)[name].value


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2023-12-31", None),  # the day before the first
        ("2024-01-01", Decimal(12000)),
        ("2024-12-31", Decimal(12000)),  # « jusque » is included
        ("2025-01-01", None),  # a year was not read: a hole, never the last one
        ("2025-12-31", None),
        ("2026-01-01", Decimal("12523.14")),
        ("2026-12-31", Decimal("12523.14")),
        ("2027-01-01", None),
    ],
)
def test_an_amount_holds_from_its_first_day_to_its_last(day: str, expected: Decimal | None) -> None:
    assert on(day, "annuel") == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2019-12-31", None), ("2020-01-01", "0.9"), ("2026-06-30", "0.9"), ("2026-07-01", "0.8"), ("2099-01-01", "0.8")],
)
def test_without_an_end_it_holds_until_the_next(day: str, expected: str | None) -> None:
    assert on(day, "part") == (expected and Decimal(expected))


def test_a_derived_amount_is_exact() -> None:
    assert on("2026-11-25", "mensuel") == Decimal("12523.14") / 12
    assert on("2026-11-25", "majore") == Decimal("12523.14") * Decimal("1.25") / 12
    assert on("2026-11-25", "part_annuel") == Decimal("12523.14") * Decimal("0.8")


@pytest.mark.parametrize("name", ["mensuel", "majore", "part_annuel", "part_inverse"])
def test_a_derived_amount_has_no_value_when_one_of_its_parts_has_none(name: str) -> None:
    assert on("2025-06-01", name) is None


def test_an_amount_says_which_official_text_it_comes_from() -> None:
    found = amounts_on(date(2026, 11, 25), AMOUNTS)
    assert found["annuel"].origin is AMOUNTS["annuel"].values[1]
    assert found["majore"].origin is AMOUNTS["annuel"].values[1]
    assert amounts_on(date(2025, 1, 1), AMOUNTS)["annuel"].origin is None
