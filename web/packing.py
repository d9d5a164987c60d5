"""Answers ↔ what the cookie holds of them: the numbers of the registry of resume codes in place of names.

A browser keeps 4,096 bytes of a cookie at most, and the guide has hundreds of questions. Numbers are only ever added,
so that a cookie still reads after a deployment; what the registry does not know stays as it is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.content.answers import Written
from engine.content.shapes.code_registry import CodeRegistry, RegisteredQuestion

Packed = str | int | list[str | int]


def pack(registry: CodeRegistry, answers: Mapping[str, Written]) -> dict[str, Packed]:
    """Written answers by the number of their question; an option is its number, a sum or a commune stays text."""
    numbers = {question.id: str(number) for number, question in enumerate(registry.questions, start=1)}
    in_use = registry.in_use
    return {numbers.get(fact, fact): _packed(in_use.get(fact), written) for fact, written in answers.items()}


def unpack(registry: CodeRegistry, packed: Mapping[str, Packed]) -> dict[str, Written]:
    """Written answers, as they were. Numbers of a content that is newer than this one are left out."""
    return dict(_unpacked(registry, packed))


def _packed(question: RegisteredQuestion | None, written: Written) -> Packed:
    if question is None:
        return written if isinstance(written, str) else list(written)
    if isinstance(written, str):
        return _number(question, written)
    return [_number(question, item) for item in written]


def _number(question: RegisteredQuestion, written: str) -> str | int:
    return question.options.index(written) if written in question.options else written


def _unpacked(registry: CodeRegistry, packed: Mapping[str, Packed]) -> Iterator[tuple[str, Written]]:
    for key, value in packed.items():
        if not key.isdecimal():
            yield key, [str(item) for item in value] if isinstance(value, list) else str(value)
        elif int(key) <= len(registry.questions):
            question = registry.questions[int(key) - 1]
            several = value if isinstance(value, list) else [value]
            if all(isinstance(item, str) or item < len(question.options) for item in several):
                found = [item if isinstance(item, str) else question.options[item] for item in several]
                yield question.id, found if isinstance(value, list) else found[0]
