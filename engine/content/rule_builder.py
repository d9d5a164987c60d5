"""What all entries are made of: rules parsed and checked, citations completed, conditions and guarded sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import msgspec

from engine.content.condition_faults import faults_of_text
from engine.content.condition_reader import ConditionReader
from engine.content.content_folder import Placed
from engine.content.entries import ConditionEntry, Guarded
from engine.content.french_keys import KeyPath, french_keys
from engine.content.problems import Problem, nearest
from engine.content.shapes.aids import Condition, DocumentRef
from engine.content.shapes.base import Source
from engine.content.shapes.definitions import Definition
from engine.content.shapes.questions import Question
from engine.content.strict_yaml import ReadFile
from engine.rules.rule import Rule, either


class RuleBuilder:
    """Reads rules and citations against the names that exist. `problems` fills up; nothing is raised here."""

    def __init__(
        self,
        questions: Mapping[str, Question],
        *,
        amounts: Collection[str],
        communes: Collection[str],
        cited_texts: Collection[str],
    ) -> None:
        self.questions = questions
        self.conditions = ConditionReader(questions, amounts=amounts, communes=communes)
        self.amounts = amounts
        self.cited_texts = cited_texts
        self.problems: list[Problem] = []

    def rule(self, text: str | None, where: ReadFile[Any], *path: str | int) -> Rule | None:
        """Parse and type-check one condition; `None` stays `None`, and a faulty one is noted."""
        if text is None:
            return None
        rule, faults = self.conditions.read(text)
        self.problems += [where.problem(fault, *path) for fault in faults]
        return rule

    def define(self, definitions: Mapping[str, Placed[Definition]]) -> None:
        """Make the named conditions known, in their order, before any other condition is read."""
        names = list(definitions)
        for index, place in enumerate(definitions.values()):
            faults = self.conditions.define(place.item, names[index:])
            self.problems += [place.problem(fault, "si") for fault in faults]

    def cite(self, source: Source, where: ReadFile[Any], *path: str | int) -> None:
        """Note a citation whose text is not among the sources."""
        if source.cited_text is not None:
            self._expect([source.cited_text], self.cited_texts, "le texte", where, *path)

    def texts(self, where: ReadFile[Any], tree: Any, path: KeyPath = ()) -> None:
        """Check the `{bareme.…}` and the `{proche}` of every text of a struct."""
        if isinstance(tree, str):
            if "{" in tree:
                of_other = bool(path) and str(path[-1]).endswith("_proche")
                for fault in faults_of_text(tree, self.amounts, of_other=of_other):
                    self.problems.append(where.problem(fault, *path))
        elif isinstance(tree, msgspec.Struct):
            for name, key in french_keys(type(tree)).items():
                if held := getattr(tree, name):
                    self.texts(where, held, (*path, key))
        elif isinstance(tree, tuple):
            for index, item in enumerate(tree):
                self.texts(where, item, (*path, index))

    def _conditions(
        self, conditions: Iterable[Condition], source: Source, where: ReadFile[Any], path: KeyPath
    ) -> list[ConditionEntry]:
        found = []
        for index, condition in enumerate(conditions):
            at = (*path, "conditions", index)
            rule = self.rule(condition.test, where, *at, "si")
            sign = self.rule(condition.sign, where, *at, "signe")
            citation = self._inherit(condition.source, source, where, *at, "source")
            if (condition.sign is None) != (condition.confirmed_by is None):
                self.problems.append(where.problem("« signe » et « confirme_par » vont ensemble.", *at))
            if rule:
                plausible = either(rule, sign) if sign else rule
                found.append(ConditionEntry(condition, rule, sign, plausible, citation))
        return found

    def _guarded(
        self, items: Iterable[Any], key: str, source: Source, where: ReadFile[Any], path: KeyPath
    ) -> tuple[Guarded[Any], ...]:
        found = []
        for index, written in enumerate(items):
            item = DocumentRef(document=written) if isinstance(written, str) else written
            at = (*path, key, index)
            citation = self._inherit(item.source, source, where, *at, "source")
            found.append(Guarded(item, self.rule(item.when, where, *at, "si"), citation))
        return tuple(found)

    def _inherit(self, source: Source, base: Source, where: ReadFile[Any], *path: str | int) -> Source:
        self.cite(source, where, *path)
        return source.within(base)

    def _expect(
        self, names: Iterable[str], known: Collection[str], what: str, where: ReadFile[Any], *path: str | int
    ) -> None:
        for name in names:
            if name not in known:
                self.problems.append(where.problem(f"{what} « {name} » n’existe pas. {nearest(name, known)}", *path))
