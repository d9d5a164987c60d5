"""Codes carried on paper, on the real content: they come back whole, stay short, and old ones are read for ever."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median

import pytest

from engine.case.code import ALPHABET, ResumeError, read_code, write_code
from engine.content.answers import read_answers
from engine.content.catalogue import Catalogue
from engine.content.shapes.base import Struct
from engine.content.shapes.code_registry import RegisteredQuestion
from engine.content.strict_yaml import load_yaml
from engine.rules.truth import Answers, Value
from tests.content.people import personas, play
from tests.content.sheets import possible
from tests.engine.later import grown

USUAL = 32  # characters, groups aside
SETS, MUTATIONS = 5_000, 10_000


class Kept(Struct, frozen=True, kw_only=True, rename={"needs": "besoins", "answers": "reponses"}):
    """A code that was once given to someone, and what it stands for."""

    code: str
    needs: tuple[str, ...]
    answers: dict[str, str | list[str]]


def kept_codes() -> list[Kept]:
    return list(load_yaml(Path(__file__).parent, "codes.yaml", tuple[Kept, ...]).value)


def random_set(catalogue: Catalogue, random: Random) -> tuple[tuple[str, ...], Answers]:
    """Any needs, any answers to any questions, « je ne sais pas » among them."""
    needs = tuple(need for need in catalogue.needs if random.random() < 0.4)
    answers: dict[str, Value | None] = {}
    for name, item in catalogue.questions.items():
        if random.random() < 0.3:
            value = random.choice([*possible(catalogue, name), None])
            if isinstance(value, frozenset):
                more = random.sample(sorted(item.options), random.randint(1, len(item.options)))
                value = frozenset(more)
            answers[name] = value
    return needs, answers


@pytest.fixture(scope="module")
def usual(catalogue: Catalogue) -> list[str]:
    """The codes of all the made-up people, at the end of their interview."""
    return [
        write_code(catalogue, persona.needs, play(catalogue, persona).steps[-1].answers).replace("-", "")
        for persona in personas()
    ]


@pytest.mark.parametrize("sets", [SETS // 5, pytest.param(SETS, marks=pytest.mark.long)])
def test_every_set_of_answers_comes_back(catalogue: Catalogue, sets: int) -> None:
    random = Random(4)
    for _ in range(sets):
        needs, answers = random_set(catalogue, random)
        assert read_code(catalogue, write_code(catalogue, needs, answers)) == (needs, answers)


def test_a_usual_code_is_short(usual: list[str]) -> None:
    lengths = sorted(len(code) for code in usual)
    print(f"{len(lengths)} codes: median {median(lengths)} characters, longest {lengths[-1]}: {lengths}")
    assert median(lengths) <= USUAL


def test_codes_given_before_mean_the_same_today(catalogue: Catalogue) -> None:
    """A number that is moved or used again would give someone the answers of another."""
    kept = kept_codes()
    known = {pair for item in kept for pair in pairs(item.answers)}
    numbered = {
        pair
        for question in catalogue.code_registry.questions
        for option in (*question.options, "nsp")
        for pair in pairs({question.id: as_kept(question, option)})
    }
    assert numbered <= known, (
        "un nouveau numéro demande un code : `.venv/bin/python -m tests.content.test_codes` l’écrit"
    )
    for item in kept:
        needs, answers = read_code(catalogue, item.code)
        assert needs == item.needs
        asked_today = {fact: written for fact, written in item.answers.items() if fact in catalogue.questions}
        assert answers == read_answers(catalogue, asked_today)


def pairs(answers: dict[str, str | list[str]]) -> list[tuple[str, str, bool]]:
    """Question, answer, and whether others could have gone with it: a question may come to admit several."""
    return [
        (fact, one, isinstance(answer, list))
        for fact, answer in answers.items()
        for one in (answer if isinstance(answer, list) else [answer])
    ]


def as_kept(question: RegisteredQuestion, option: str) -> str | list[str]:
    """An answer as kept codes write it."""
    return [option] if question.kind == "choix-multiple" and option != "nsp" else option


def test_codes_still_read_with_ten_more_questions_and_answers(catalogue: Catalogue, usual: list[str]) -> None:
    later = replace(catalogue, code_registry=grown(catalogue.code_registry))
    assert [read_code(later, code) for code in usual] == [read_code(catalogue, code) for code in usual]


def test_a_damaged_code_is_refused_but_for_the_odds_of_its_check(catalogue: Catalogue, usual: list[str]) -> None:
    """One wrong character or two neighbours swapped never pass; of anything else, one in 1021 does."""
    random, passed = Random(5), 0
    for number in range(MUTATIONS):
        code = random.choice(usual)
        damaged = mutate(code, random, sure=number % 2 == 0)
        if damaged == code:
            continue
        try:
            read = read_code(catalogue, damaged)
        except ResumeError:
            continue
        assert number % 2, f"{code} read as {damaged}"
        passed += read != read_code(catalogue, code)
    print(f"{MUTATIONS} damaged codes, {passed} accepted; expected at most {MUTATIONS // 2 / 1021:.1f}")
    assert passed <= 15


def mutate(code: str, random: Random, *, sure: bool) -> str:
    """One slip that is surely found, or several that may pass."""
    characters = list(code)
    if sure and random.random() < 0.5:
        place = random.randrange(len(code) - 1)
        characters[place : place + 2] = reversed(characters[place : place + 2])
        return "".join(characters)
    for _ in range(1 if sure else random.randint(2, 6)):
        match random.choice(["change", *([] if sure else ["drop", "add"])]):
            case "drop":
                del characters[random.randrange(len(characters))]
            case "add":
                characters.insert(random.randrange(len(characters) + 1), random.choice(ALPHABET))
            case _:
                characters[random.randrange(len(characters))] = random.choice(ALPHABET)
    return "".join(characters)


def missing_codes(catalogue: Catalogue) -> str:
    """A line for each answer that no kept code holds yet; the lines that are there are never written again."""
    known = {pair for item in kept_codes() for pair in pairs(item.answers)}
    lines = []
    for question in catalogue.code_registry.questions:
        item = catalogue.questions.get(question.id)
        most = item.written.max if item and item.written.max is not None else 72
        numbers = {
            "oui-non": ("oui", "non"),
            "nombre": ("0", str(min(72, most))),
            "montant": ("0", "1234.56"),
            "commune": ("74010",),
        }
        for option in (*question.options, *numbers.get(question.kind, ()), "nsp"):
            answer = as_kept(question, option)
            if known.isdisjoint(pairs({question.id: answer})):
                code = write_code(catalogue, catalogue.open_needs, read_answers(catalogue, {question.id: answer}))
                shown = f"[{option}]" if isinstance(answer, list) else f'"{option}"'
                needs = ", ".join(catalogue.open_needs)
                lines.append(f"- {{code: {code}, besoins: [{needs}], reponses: {{{question.id}: {shown}}}}}\n")
    return "".join(lines)


if __name__ == "__main__":
    from engine.content.catalogue_loader import load_catalogue
    from tests.content.shared import CONTENT

    with (Path(__file__).parent / "codes.yaml").open("a", encoding="utf-8") as file:
        file.write(missing_codes(load_catalogue(CONTENT)))
