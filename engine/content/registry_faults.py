"""The registry of numbers against the content: whatever can be answered has a number that will not change."""

from __future__ import annotations

from collections.abc import Iterator

from engine.content.catalogue import Catalogue
from engine.content.problems import Problem
from engine.content.shapes.code_registry import CodeRegistry, RegisteredQuestion
from engine.content.shapes.questions import Question
from engine.content.strict_yaml import ReadFile


def registry_faults(catalogue: Catalogue, registry: ReadFile[CodeRegistry]) -> list[Problem]:
    """Needs, questions and options without a number, numbers given twice, and questions that changed type."""
    numbers, problems = registry.value, []
    for index, need in enumerate(numbers.needs):
        if need in numbers.needs[:index]:
            problems.append(registry.problem(f"« {need} » a déjà un numéro.", "besoins", index))
    missing = [need for need in catalogue.needs if need not in numbers.needs]
    if missing:
        problems.append(registry.problem(f"ajoutez à la fin de la liste : {', '.join(missing)}.", "besoins"))
    known, in_use = set(), numbers.in_use
    for index, numbered in enumerate(numbers.questions):
        if (numbered.id, numbered.kind) in known:
            problems.append(registry.problem(f"« {numbered.id} » a déjà un numéro.", "questions", index))
        known.add((numbered.id, numbered.kind))
        current = numbered is in_use[numbered.id]
        problems += [registry.problem(text, "questions", index) for text in _faults(catalogue, numbered, current)]
    for name, item in catalogue.questions.items():
        if name not in in_use:
            entry = _entry(item.written)
            problems.append(registry.problem(f"« {name} » n’a pas de numéro ; ajoutez à la fin : {entry}", "questions"))
    return problems


def _entry(question: Question) -> str:
    options = ", ".join(option.id for option in question.options)
    return f"{{id: {question.id}, type: {question.kind}{f', reponses: [{options}]' if options else ''}}}"


def _faults(catalogue: Catalogue, numbered: RegisteredQuestion, current: bool) -> Iterator[str]:
    """A question that is no longer asked, or was of another type, keeps its number and has nothing to match."""
    twice = {option for option in numbered.options if numbered.options.count(option) > 1}
    if twice:
        yield f"une réponse de « {numbered.id} » a deux numéros : {', '.join(sorted(twice))}."
    item = catalogue.questions.get(numbered.id)
    if item is None or not current:
        return
    if item.written.kind != numbered.kind:
        yield f"« {numbered.id} » a changé de type ; ajoutez à la fin, sans rien retirer : {_entry(item.written)}"
        return
    missing = [option.id for option in item.written.options if option.id not in numbered.options]
    if missing:
        yield f"ajoutez à la fin des réponses de « {numbered.id} » : {', '.join(missing)}."
