"""The registry of numbers against the content: whatever can be answered has a number that will not change."""

from __future__ import annotations

from collections.abc import Iterator

from engine.content.catalogue import Catalogue
from engine.content.problems import Problem
from engine.content.shapes.code_registry import CodeRegistry, RegisteredQuestion
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
    known: dict[str, RegisteredQuestion] = {}
    for index, numbered in enumerate(numbers.questions):
        if numbered.id in known:
            problems.append(registry.problem(f"« {numbered.id} » a déjà un numéro.", "questions", index))
        known[numbered.id] = numbered
        problems += [registry.problem(text, "questions", index) for text in _faults(catalogue, numbered)]
    for name, item in catalogue.questions.items():
        if name not in known:
            options = ", ".join(option.id for option in item.written.options)
            entry = f"{{id: {name}, type: {item.written.kind}{f', reponses: [{options}]' if options else ''}}}"
            problems.append(registry.problem(f"« {name} » n’a pas de numéro ; ajoutez à la fin : {entry}", "questions"))
    return problems


def _faults(catalogue: Catalogue, numbered: RegisteredQuestion) -> Iterator[str]:
    """A question that is no longer asked keeps its number, and has nothing to match."""
    twice = {option for option in numbered.options if numbered.options.count(option) > 1}
    if twice:
        yield f"une réponse de « {numbered.id} » a deux numéros : {', '.join(sorted(twice))}."
    item = catalogue.questions.get(numbered.id)
    if item is None:
        return
    if item.written.kind != numbered.kind:
        yield f"« {numbered.id} » est de type « {item.written.kind} » ; un nouveau type demande un nouveau nom."
    missing = [option.id for option in item.written.options if option.id not in numbered.options]
    if missing:
        yield f"ajoutez à la fin des réponses de « {numbered.id} » : {', '.join(missing)}."
