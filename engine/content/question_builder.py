"""Compiles questions: when each makes sense, which answers are offered to whom, and how it is put to whom."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from engine.content.entries import QuestionEntry
from engine.content.entry_builder import EntryBuilder
from engine.content.shapes.questions import Question
from engine.content.strict_yaml import ReadFile
from engine.rules.rule import Rule

_PART = re.compile(r"/(\d+)-[^/]*$")


def question_entry(
    builder: EntryBuilder, question: Question, earlier: Collection[str], where: ReadFile[Any], *path: str | int
) -> QuestionEntry:
    """A question and its rules. They may depend only on questions before it, so that no two can wait for each other."""

    def rule(text: str | None, *at: str | int) -> Rule | None:
        found = builder.rule(text, where, *path, *at, "si")
        for fact in sorted((found.facts if found else frozenset()) - set(earlier)):
            if fact in builder.questions:
                message = f"« {question.id} » dépend de « {fact} », qui doit être placée avant."
                builder.problems.append(where.problem(message, *path, *at, "si"))
        return found

    put = [(rule(words.when, "autrement", index), words) for index, words in enumerate(question.wordings)]
    offered = {option.id: rule(option.when, "options", index) for index, option in enumerate(question.options)}
    return QuestionEntry(
        written=question,
        rule=rule(question.when),
        wordings=tuple((found, words) for found, words in put if found),
        option_rules={option: found for option, found in offered.items() if found},
        part=int(number[1]) if (number := _PART.search(where.file)) else None,
    )
