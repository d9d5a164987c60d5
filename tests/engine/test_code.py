"""The code carried on paper: what goes in comes out, typed by tired hands, years later."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from engine.case.bit_row import BitReader, BitWriter, EndOfBitsError
from engine.case.code import ALPHABET, LOOK_ALIKES, NewerCodeError, ResumeError, read_code, write_code
from engine.content.answers import read_answers
from engine.content.catalogue import Catalogue
from engine.content.entries import QuestionEntry
from engine.content.shapes.code_registry import CodeRegistry, RegisteredQuestion
from engine.rules.truth import Value
from tests.engine.later import grown

NEEDS = ("logis", "argent")
SHEET: dict[str, str | list[str]] = {
    "danger": "non", "souhait": ["toit", "meubles"], "age": "72", "locataire": "oui", "bail": "nsp", "lieu": "74003",
    "revenus": "1234,50",
}  # fmt: skip


@pytest.fixture
def answers(catalogue: Catalogue) -> dict[str, Value | None]:
    return dict(read_answers(catalogue, SHEET))


@given(st.lists(st.tuples(st.integers(0, 10**9), st.sampled_from([3, 7]))))
def test_numbers_of_any_size_are_read_back(numbers: list[tuple[int, int]]) -> None:
    bits = BitWriter()
    for number, group in numbers:
        bits.number(number, group)
    reader = BitReader(bits.value, bits.length)
    assert [reader.number(group) for _, group in numbers] == [number for number, _ in numbers]


def test_a_row_ends_where_it_ends() -> None:
    reader = BitReader(0b101, 3)
    with pytest.raises(EndOfBitsError):
        reader.read(4)
    assert (reader.read(3), reader.left) == (0b101, 0)
    with pytest.raises(EndOfBitsError):
        reader.read(1)
    with pytest.raises(EndOfBitsError):
        BitReader(0b1001, 4).number(3)  # it says that another group follows


def row_of(digits: list[int]) -> BitWriter:
    row = BitWriter()
    for digit in digits:
        row.write(digit, 5)
    return row


def sealed(row: BitWriter) -> str:
    """A code whose check is right, whatever the row holds."""
    row.fill(5)
    data = [row.value >> 5 * index & 31 for index in reversed(range(row.length // 5))]
    check = row.value % 1021
    return "".join(ALPHABET[digit] for digit in (*data, check // 32, check % 32))


def test_what_stands_after_the_end_is_not_ours(catalogue: Catalogue) -> None:
    """The last group holds no answer: whatever is there, nobody wrote it."""
    for tail, refused in ((0, False), (1, True), (2, True), (5, True)):
        row = BitWriter()
        row.write(1, 3)
        row.number(1, 3)
        row.number(0, 3)
        row.write(tail, 4)
        if refused:
            with pytest.raises(ResumeError):
                read_code(catalogue, sealed(row))
        else:
            assert read_code(catalogue, sealed(row)) == (("logis",), {})


def test_what_goes_in_comes_out(catalogue: Catalogue, answers: dict[str, Value | None]) -> None:
    assert read_code(catalogue, write_code(catalogue, NEEDS, answers)) == (NEEDS, answers)
    assert read_code(catalogue, write_code(catalogue, (), {})) == ((), {})


@pytest.mark.parametrize("amount", ["0", "0,01", "950", "1000", "1234,5", "99999,99", "100000"])
def test_sums_are_exact_to_the_cent(catalogue: Catalogue, amount: str) -> None:
    sheet = read_answers(catalogue, {"revenus": amount})
    assert read_code(catalogue, write_code(catalogue, NEEDS, sheet)) == (NEEDS, sheet)
    assert sheet["revenus"] == Decimal(amount.replace(",", "."))


@pytest.mark.parametrize("place", ["74001", "74005", "hors-74", "sans-domicile", "nsp"])
def test_a_place_is_a_commune_or_a_special_answer(catalogue: Catalogue, place: str) -> None:
    sheet = read_answers(catalogue, {"lieu": place})
    assert read_code(catalogue, write_code(catalogue, NEEDS, sheet)) == (NEEDS, sheet)


def test_not_knowing_is_not_the_same_as_not_asked(catalogue: Catalogue) -> None:
    sheet: dict[str, Value | None] = dict.fromkeys(catalogue.questions)
    assert read_code(catalogue, write_code(catalogue, NEEDS, sheet)) == (NEEDS, sheet)


def test_it_is_written_in_groups_of_four(catalogue: Catalogue, answers: dict[str, Value | None]) -> None:
    code = write_code(catalogue, NEEDS, answers)
    groups = code.split("-")
    assert {len(group) for group in groups[:-1]} == {4}
    assert 1 <= len(groups[-1]) <= 4
    assert set(code) <= set(ALPHABET) | {"-"}
    assert not set("ILOU") & set(code)


@pytest.mark.parametrize("typed", [str.lower, lambda code: code.replace("-", " "), lambda code: f" {code}. "])
def test_it_is_read_however_it_is_typed(catalogue: Catalogue, answers: dict[str, Value | None], typed) -> None:
    assert read_code(catalogue, typed(write_code(catalogue, NEEDS, answers))) == (NEEDS, answers)


def test_look_alikes_are_forgiven(catalogue: Catalogue, answers: dict[str, Value | None]) -> None:
    code = write_code(catalogue, NEEDS, answers)
    for right, wrong in ("0O", "1I", "1L", "VU"):
        assert read_code(catalogue, code.replace(right, wrong)) == (NEEDS, answers)


def test_any_wrong_character_is_found(catalogue: Catalogue, answers: dict[str, Value | None]) -> None:
    code = write_code(catalogue, NEEDS, answers).replace("-", "")
    for place, right in enumerate(code):
        for wrong in ALPHABET:
            if wrong != right:
                with pytest.raises(ResumeError):
                    read_code(catalogue, code[:place] + wrong + code[place + 1 :])


def test_any_two_neighbours_swapped_are_found(catalogue: Catalogue, answers: dict[str, Value | None]) -> None:
    code = write_code(catalogue, NEEDS, answers).replace("-", "")
    for place, (left, right) in enumerate(pairwise(code)):
        if left != right:
            with pytest.raises(ResumeError):
                read_code(catalogue, code[:place] + right + left + code[place + 2 :])


@pytest.mark.parametrize("text", ["", "-", "A", "00", "BONJOUR", "é" * 10, "1" * 1000, "!" * 8, "١٢٣٤"])
def test_what_is_not_a_code_is_refused(catalogue: Catalogue, text: str) -> None:
    with pytest.raises(ResumeError):
        read_code(catalogue, text)


@given(digits=st.lists(st.integers(0, 31), min_size=1, max_size=60))
def test_whatever_a_sealed_code_holds_is_read_as_it_stands_or_refused(catalogue: Catalogue, digits: list[int]) -> None:
    """Its check is right, so that what is in it is looked at."""
    try:
        needs, answers = read_code(catalogue, sealed(row_of(digits)))
    except ResumeError:
        return
    assert set(needs) <= set(catalogue.needs)
    assert set(answers) <= set(catalogue.questions)


@given(text=st.text(ALPHABET + "ilou- ", max_size=60))
def test_any_text_is_refused_but_for_the_odds_of_its_check(catalogue: Catalogue, text: str) -> None:
    characters = re.sub(r"[ -]", "", text.upper()).translate(LOOK_ALIKES)
    assume(sealed(row_of([ALPHABET.index(character) for character in characters[:-2]])) != characters)
    with pytest.raises(ResumeError):
        read_code(catalogue, text)


def test_a_code_still_reads_when_the_content_has_grown(catalogue: Catalogue, answers: dict[str, Value | None]) -> None:
    later = replace(catalogue, code_registry=grown(catalogue.code_registry))
    assert read_code(later, write_code(catalogue, NEEDS, answers)) == (NEEDS, answers)


def test_a_code_from_a_newer_site_says_so(catalogue: Catalogue, answers: dict[str, Value | None]) -> None:
    later = replace(catalogue, code_registry=grown(catalogue.code_registry))
    for newer in ({"nouvelle_3": "nouvelle-2"}, {"bail": "nouvelle-4"}, {"souhait": frozenset({"toit", "nouvelle-9"})}):
        with pytest.raises(NewerCodeError):
            read_code(catalogue, write_code(later, NEEDS, {**answers, **newer}))
    with pytest.raises(NewerCodeError):
        read_code(catalogue, write_code(later, ("nouveau",), {}))
    for index in range(10):  # the very first of the new ones, too
        with pytest.raises(NewerCodeError):
            read_code(catalogue, write_code(later, NEEDS, {f"nouvelle_{index}": "nouvelle-0"}))


def test_a_code_given_before_a_question_admitted_several_answers(catalogue: Catalogue) -> None:
    """The answer given is the one ticked; new codes hold several."""
    changed = msgspec.structs.replace(catalogue.questions["danger"].written, kind="choix-multiple")
    several = RegisteredQuestion(id="danger", kind="choix-multiple", options=("non", "feu"))
    registry = catalogue.code_registry
    later = replace(
        catalogue,
        questions={**catalogue.questions, "danger": QuestionEntry(changed, None)},
        code_registry=CodeRegistry(needs=registry.needs, questions=(*registry.questions, several)),
    )
    for before, now in (("feu", frozenset({"feu"})), (None, None)):
        assert read_code(later, write_code(catalogue, NEEDS, {"danger": before})) == (NEEDS, {"danger": now})
    both = {"danger": frozenset({"non", "feu"}), "age": 30}
    assert read_code(later, write_code(later, NEEDS, both)) == (NEEDS, both)


def test_an_answer_of_another_type_is_left_out(catalogue: Catalogue) -> None:
    changed = msgspec.structs.replace(catalogue.questions["age"].written, kind="montant")
    later = replace(catalogue, questions={**catalogue.questions, "age": QuestionEntry(changed, None)})
    code = write_code(catalogue, NEEDS, {"age": 30, "danger": "feu"})
    assert read_code(later, code) == (NEEDS, {"danger": "feu"})


def test_a_question_that_is_gone_is_left_out(catalogue: Catalogue, answers: dict[str, Value | None]) -> None:
    code = write_code(catalogue, NEEDS, answers)
    kept = {name: item for name, item in catalogue.questions.items() if name != "age"}
    assert read_code(replace(catalogue, questions=kept), code)[1] == {
        fact: value for fact, value in answers.items() if fact != "age"
    }
