"""What all checks of references share: a name must exist, a day must be in the calendar."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from engine.content.answers import AnswerError, Written, read_answer
from engine.content.catalogue import Catalogue
from engine.content.content_folder import Placed
from engine.content.problems import Problem, nearest


class References:
    """Goes through placed structs. `problems` fills up; nothing is raised here."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.problems: list[Problem] = []

    def day(self, place: Placed[Any], day: str | None, *path: str | int) -> None:
        """A day, where there is one, is in the calendar."""
        try:
            if day is not None:
                date.fromisoformat(day)
        except ValueError:
            self.problems.append(place.problem(f"« {day} » n’est pas une date.", *path))

    def expect(
        self, place: Placed[Any], names: Iterable[str], known: Collection[str], what: str, *path: str | int
    ) -> None:
        """Note each name that is not among the known ones."""
        for name in names:
            if name not in known:
                self.problems.append(place.problem(f"{what} « {name} » n’existe pas. {nearest(name, known)}", *path))

    def answers(self, place: Placed[Any], answers: Mapping[str, Written], *path: str | int) -> None:
        """Note each answer to a question that does not exist, or that its question does not admit."""
        for fact, written in answers.items():
            self.expect(place, [fact], self.catalogue.questions, "la question", *path, fact)
            if fact in self.catalogue.questions:
                try:
                    read_answer(self.catalogue, fact, written)
                except AnswerError as error:
                    self.problems.append(place.problem(error.reason, *path, fact))
