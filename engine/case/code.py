"""Needs and answers ↔ a short code that a person carries on paper to the next desk.

The code is a row of base-32 characters: a format number, the chosen needs, then each answered question by its number
in the registry (`numeros.yaml`) with its answer, and two characters that check the whole. Numbers are only ever added,
so that a code still reads after the content has grown.

The check is the value modulo 1021, a prime: any single wrong character and any two neighbours swapped are always
found; anything else passes once in 1021 at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from engine.case.bit_row import BitReader, BitWriter, EndOfBitsError
from engine.content.catalogue import Catalogue
from engine.content.places import PlaceAnswer
from engine.content.shapes.code_registry import RegisteredQuestion
from engine.rules.truth import Answers, Value

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
LOOK_ALIKES = str.maketrans("OILU", "011V")
LONGEST = 400  # characters; nobody types more, and what is longer is not one of ours
GROUP = 4

_FORMAT = 1
_CHECK = 1021
_CHECK_LENGTH = 2
_PLACES = 1000  # what follows a Département's own figures in the code of a commune
_NUMBER, _SMALL = 7, 3  # bits in a group: for sums and places, for numbers of questions and options
_YES_NO: dict[int, Value | None] = {0: None, 1: True, 2: False}


class ResumeError(ValueError):
    """The code cannot be used."""


class NewerCodeError(ResumeError):
    """The code is whole, but holds numbers that this content does not know."""


def write_code(catalogue: Catalogue, needs: Iterable[str], answers: Answers) -> str:
    """The code of these needs and answers, in groups of four characters."""
    row = BitWriter()
    row.write(_FORMAT, _SMALL)
    chosen = set(needs)
    row.number(sum(1 << index for index, need in enumerate(catalogue.code_registry.needs) if need in chosen), _SMALL)
    before, numbers = 0, _numbers(catalogue)
    for number, question in sorted(numbers[fact] for fact in answers if fact in numbers):
        row.number(number - before, _SMALL)
        before = number
        _write_answer(catalogue, row, question, answers[question.id])
    characters = _characters(row)
    check = _value(characters) % _CHECK
    whole = characters + ALPHABET[check // 32] + ALPHABET[check % 32]
    return "-".join(whole[start : start + GROUP] for start in range(0, len(whole), GROUP))


def read_code(catalogue: Catalogue, text: str) -> tuple[tuple[str, ...], dict[str, Value | None]]:
    """Needs and answers of a code, however it was typed: small letters, spaces, look-alikes.

    Answers to questions that the content no longer asks are left out; where a question now admits several answers,
    the one that was given is ticked.

    Raises:
        NewerCodeError: numbers that this content does not know yet.
        ResumeError: not a code, or a mistyped one.
    """
    characters = re.sub(r"[\s\-–.]", "", text.upper()).translate(LOOK_ALIKES)
    if not _CHECK_LENGTH < len(characters) <= LONGEST or set(characters) - set(ALPHABET):
        raise ResumeError
    data, check = characters[:-_CHECK_LENGTH], characters[-_CHECK_LENGTH:]
    if _value(data) % _CHECK != _value(check):
        raise ResumeError
    row = BitReader(_value(data), 5 * len(data))
    try:
        if row.read(_SMALL) != _FORMAT:
            raise NewerCodeError
        needs = tuple(_needs(catalogue, row.number(_SMALL)))
        read = list(_read_answers(catalogue, row))
    except EndOfBitsError:
        raise ResumeError from None
    return needs, {
        question.id: _as_asked_now(catalogue, question, value)
        for question, value in read
        if _still_asked(catalogue, question, value)
    }


@lru_cache(maxsize=4)
def _numbers(catalogue: Catalogue) -> dict[str, tuple[int, RegisteredQuestion]]:
    """By question, the number with which new codes are written, and its entry."""
    registry = catalogue.code_registry
    in_use = registry.in_use
    return {
        question.id: (number, question)
        for number, question in enumerate(registry.questions, start=1)
        if question is in_use[question.id]
    }


def _characters(row: BitWriter) -> str:
    row.fill(5)
    return "".join(ALPHABET[row.value >> 5 * index & 31] for index in reversed(range(row.length // 5)))


def _value(characters: str) -> int:
    total = 0
    for character in characters:
        total = total << 5 | ALPHABET.index(character)
    return total


def _needs(catalogue: Catalogue, mask: int) -> Iterator[str]:
    known = catalogue.code_registry.needs
    if mask >> len(known):
        raise NewerCodeError
    yield from (need for index, need in enumerate(known) if mask >> index & 1)


def _read_answers(catalogue: Catalogue, row: BitReader) -> Iterator[tuple[RegisteredQuestion, Value | None]]:
    number, known = 0, catalogue.code_registry.questions
    while row.left > _SMALL and (step := row.number(_SMALL)):
        number += step
        if number > len(known):
            raise NewerCodeError
        yield known[number - 1], _read_answer(catalogue, row, known[number - 1])
    if row.read(row.left):
        raise ResumeError


def _write_answer(catalogue: Catalogue, row: BitWriter, question: RegisteredQuestion, value: Value | None) -> None:
    """« Je ne sais pas » is zero, whatever the question."""
    match value:
        case None:
            row.write(0, 2) if question.kind == "oui-non" else row.number(0, _width(question))
        case bool():
            row.write(1 if value else 2, 2)
        case frozenset():
            before = 0
            for number in sorted(question.options.index(option) + 1 for option in value):
                row.number(number - before, _SMALL)
                before = number
            row.number(0, _SMALL)
        case PlaceAnswer():
            option = question.options.index(value) + 1
            row.number(2 * (_PLACES * option + int(value.insee) - _first_commune(catalogue)), _NUMBER)
        case str() if value in question.options:
            number = question.options.index(value) + 1
            row.number(2 * number - 1 if question.kind == "commune" else number, _width(question))
        case str():
            row.number(2 * (int(value) - _first_commune(catalogue)), _NUMBER)
        case int():
            row.number(value + 1, _NUMBER)
        case Decimal():
            whole = value == value.to_integral_value()
            row.number(2 * int(value) + 1 if whole else 2 * int(value * 100) + 2, _NUMBER)


def _read_answer(catalogue: Catalogue, row: BitReader, question: RegisteredQuestion) -> Value | None:
    if question.kind == "oui-non":
        code = row.read(2)
        if code not in _YES_NO:
            raise ResumeError
        return _YES_NO[code]
    number = row.number(_width(question))
    if number == 0:
        return None
    match question.kind:
        case "choix":
            return _option(question, number)
        case "choix-multiple":
            found = {_option(question, number)}
            while step := row.number(_SMALL):
                number += step
                found.add(_option(question, number))
            return frozenset(found)
        case "commune":
            if number % 2:
                return _option(question, (number + 1) // 2)
            option, place = divmod(number // 2, _PLACES)
            insee = str(_first_commune(catalogue) + place)
            return PlaceAnswer(_option(question, option), insee) if option else insee
        case "nombre":
            return number - 1
        case _:
            return Decimal(number // 2) if number % 2 else Decimal(number // 2 - 1) / 100


def _first_commune(catalogue: Catalogue) -> int:
    """What is taken off an INSEE code to keep codes short: those of a Département all begin with its own."""
    return int(catalogue.departement.code) * 1000


def _width(question: RegisteredQuestion) -> int:
    return _SMALL if question.kind in ("choix", "choix-multiple") else _NUMBER


def _option(question: RegisteredQuestion, number: int) -> str:
    if number > len(question.options):
        raise NewerCodeError
    return question.options[number - 1]


def _several_now(catalogue: Catalogue, question: RegisteredQuestion) -> bool:
    return (question.kind, catalogue.questions[question.id].written.kind) == ("choix", "choix-multiple")


def _as_asked_now(catalogue: Catalogue, question: RegisteredQuestion, value: Value | None) -> Value | None:
    return frozenset([value]) if isinstance(value, str) and _several_now(catalogue, question) else value


def _still_asked(catalogue: Catalogue, question: RegisteredQuestion, value: Value | None) -> bool:
    """Whether the content still asks this, and admits this answer."""
    item = catalogue.questions.get(question.id)
    if item is None or (item.written.kind != question.kind and not _several_now(catalogue, question)):
        return False
    if isinstance(value, PlaceAnswer) and value.insee not in catalogue.communes:
        return False
    chosen = value if isinstance(value, frozenset) else {value} if isinstance(value, str) else set()
    known = item.options | (set(catalogue.communes) if item.written.kind == "commune" else set())
    return chosen <= known
