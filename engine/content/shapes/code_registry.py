"""The shape of the registry of numbers that resume codes are made of."""

from __future__ import annotations

from engine.content.shapes.base import FactName, Identifier, Struct
from engine.content.shapes.questions import QuestionKind


class RegisteredQuestion(Struct, frozen=True, kw_only=True, rename={"kind": "type", "options": "reponses"}):
    """A question that resume codes can hold. Its number, and those of its options, are their places in the file.

    A question that changes its type gets a new entry of the same id at the end; the earlier one reads old codes.
    """

    id: FactName
    kind: QuestionKind
    options: tuple[Identifier, ...] = ()


class CodeRegistry(Struct, frozen=True, kw_only=True, rename={"needs": "besoins"}):
    """The registry of numbers that resume codes use. Entries are added at the end; none is moved or taken out."""

    needs: tuple[Identifier, ...]
    questions: tuple[RegisteredQuestion, ...]

    @property
    def in_use(self) -> dict[str, RegisteredQuestion]:
        """The entry by which new codes are written, for each question: its last."""
        return {question.id: question for question in self.questions}
