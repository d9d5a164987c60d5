"""Numbers come back from every way of writing them, and never as another number."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.content.numbers import NumberError, read_sum, read_whole

DIGITS = {
    "ours": "0123456789",
    "Arabic": "٠١٢٣٤٥٦٧٨٩",
    "Persian": "۰۱۲۳۴۵۶۷۸۹",
    "full width": "０１２３４５６７８９",
    "Bengali": "০১২৩৪৫৬৭৮৯",
}
BETWEEN = ["", " ", "\u00a0", "\u202f", "\u2009", "'", "’"]
BEFORE = ["", "environ ", "env. ", "à peu près ", "~", "€", " "]
AFTER = ["", " €", "€", " euros", " €/mois", " euros par mois", "\u00a0€ net", " "]
FAULTS = ("nombre", "montant", "negatif", "ambigu", "par-an")
cents = st.integers(0, 99)


def grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


def outcome(read: Callable[[str], Any], text: str) -> Any:
    """The number, or the name of the fault."""
    try:
        return read(text)
    except NumberError as fault:
        return str(fault)


@given(st.integers(0, 999_999), cents, st.sampled_from(BETWEEN), st.sampled_from(",."), st.data())
def test_a_sum_however_it_is_written(whole: int, part: int, between: str, mark: str, data: st.DataObject) -> None:
    digits = data.draw(st.sampled_from(sorted(DIGITS.values())))
    text = f"{grouped(whole, between)}{mark}{part:02}".translate(str.maketrans("0123456789", digits))
    written = data.draw(st.sampled_from(BEFORE)) + text + data.draw(st.sampled_from(AFTER))
    assert read_sum(written) == Decimal(f"{whole}.{part:02}")


@given(st.integers(0, 999_999), st.sampled_from(BETWEEN), st.sampled_from([".-", ".–", "", ",-"]))
def test_a_sum_without_cents(whole: int, between: str, tail: str) -> None:
    assert read_sum(grouped(whole, between) + tail) == whole


@given(st.integers(0, 120), st.sampled_from(sorted(DIGITS.values())), st.sampled_from(["", " ans", "ans", "\u202fans"]))
def test_an_age_however_it_is_written(age: int, digits: str, after: str) -> None:
    assert read_whole(str(age).translate(str.maketrans("0123456789", digits)) + after) == age


@given(st.decimals(0, 999_999, places=2))
def test_what_is_shown_in_the_field_is_read_again(value: Decimal) -> None:
    assert read_sum(str(value).replace(".", ",")) == value
    assert read_sum(str(value)) == value


@given(st.integers(1, 999_999), st.sampled_from(["-", "−", "– ", "-\u00a0"]))
def test_less_than_nothing_is_said_so(number: int, minus: str) -> None:
    for read in (read_sum, read_whole):
        with pytest.raises(NumberError, match="negatif"):
            read(f"{minus}{number}")


@given(st.integers(0, 999), st.sampled_from(".,"))
def test_nothing_before_three_figures_is_never_guessed(figures: int, mark: str) -> None:
    """« 0,500 » may be fifty cents or five hundred."""
    with pytest.raises(NumberError, match="ambigu"):
        read_sum(f"0{mark}{figures:03}")


@given(st.text(max_size=70))
def test_any_text_is_a_number_or_a_named_fault(text: str) -> None:
    for read in (read_sum, read_whole):
        assert outcome(read, text) in FAULTS or outcome(read, text) >= 0
