"""Reads conditions: parsed, definitions put in place of their names, checked, compiled; each wording once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from engine.content.condition_faults import faults_of_condition
from engine.content.shapes.definitions import Definition
from engine.content.shapes.questions import Question
from engine.rules.conditions import ConditionSyntaxError, Expr, Never, facts, parse
from engine.rules.definitions import compared, expand
from engine.rules.prospects import Bits
from engine.rules.rule import Rule, make_rule


class ConditionReader:
    """Reads conditions against the questions, amounts and definitions that exist."""

    def __init__(
        self, questions: Mapping[str, Question], *, amounts: Collection[str], communes: Collection[str]
    ) -> None:
        self.questions = questions
        self.bits = Bits(questions)
        self.amounts = amounts
        self.communes = communes
        self.definitions: dict[str, Expr] = {}
        # The content repeats itself: « inconnu » stands there some sixty times.
        self.read = cache(self._read)

    def define(self, definition: Definition, later: Collection[str]) -> list[str]:
        """Add a definition, after those it uses; `later` are this one and those still to come. What is wrong with it.

        A faulty one counts as unknown, so that each fault is said once.
        """
        name = definition.id
        expression: Expr = Never()
        try:
            expression = expand(parse(definition.test), self.definitions)
            faults = list(self._faults(definition.test, expression, later))
        except ConditionSyntaxError as error:
            faults = [str(error)]
        if name in self.questions:
            return [*faults, f"« {name} » est déjà le nom d’une question : choisissez-en un autre."]
        self.definitions[name] = Never() if faults else expression
        return faults

    def _read(self, text: str) -> tuple[Rule | None, tuple[str, ...]]:
        """The condition ready to use, or what is wrong with it, in French."""
        try:
            expression = expand(parse(text), self.definitions)
        except ConditionSyntaxError as error:
            return None, (str(error),)
        faults = tuple(self._faults(text, expression, ()))
        return (None, faults) if faults else (make_rule(text, expression, self.bits), ())

    def _faults(self, text: str, expression: Expr, later: Collection[str]) -> Iterator[str]:
        early = [name for name in facts(expression) if name in later and name not in self.questions]
        if early:
            yield f"« {early[0]} » sert dans « {text} » : sa définition doit être placée avant."
            return
        compares = [*compared(expression, self.definitions)]
        for name in compares:
            yield f"« {name} » est une définition : écrivez « {name} » seul, ou « not {name} »."
        if not compares:
            yield from faults_of_condition(expression, self.questions, self.amounts, self.communes, self.definitions)
