"""What is wrong in what questions say of a person: their age, what tells of a threshold near, whom one answers for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.content.entries import QuestionEntry
from engine.content.problems import nearest
from engine.content.shapes.questions import Option, Question

Fault = tuple[str, tuple[str, ...]]


def age_faults(question: Question, questions: Mapping[str, QuestionEntry]) -> Iterator[Fault]:
    """Each fault with the keys that lead to it; one number grows, and one yes announces each of its thresholds."""
    earlier = _before(question, questions)
    if question.grows:
        if question.kind != "nombre":
            yield "« grandit » ne se dit que d’un nombre.", ("grandit",)
        for other in earlier:
            if other.grows:
                yield f"« grandit » est déjà dit de « {other.id} » : une seule question est l’âge.", ("grandit",)
    if question.soon:
        if question.kind != "oui-non":
            yield "« bientot » ne se dit que d’une question « oui-non ».", ("bientot",)
        if question.soon.fact not in questions:
            said = f"la question « {question.soon.fact} » n’existe pas. {nearest(question.soon.fact, questions)}"
            yield said, ("bientot", "question")
        elif not questions[question.soon.fact].written.grows:
            yield f"« {question.soon.fact} » ne porte pas « grandit: oui ».", ("bientot", "question")
        for other in earlier:
            if other.soon and other.soon.reached == question.soon.reached:
                yield f"« {other.id} » annonce déjà {other.soon.reached}.", ("bientot", "atteint")


def _before(question: Question, questions: Mapping[str, QuestionEntry]) -> list[Question]:
    names = list(questions)
    return [questions[name].written for name in names[: names.index(question.id)]]


def fault_of_relation(option: Option) -> str | None:
    """Who it is and how to speak of them are said together, and only of someone else."""
    if len({option.relative is None, option.mine is None, option.gender is None}) > 1:
        return "« proche », « mien » et « genre » vont ensemble."
    if option.relative and not option.third_person:
        return "« proche » demande « troisieme_personne: oui »."
    return None
