"""The arrows of the empty questionnaire: they give the right numbers, and lead where the interview goes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from flask import Flask

from engine.case.interview import walk
from engine.content.catalogue import Catalogue
from engine.content.entries import QuestionEntry
from engine.content.shapes.questions import Option
from engine.rules.conditions import Compare, Flag, leaves
from engine.rules.truth import Value
from tests.content.conftest import DAY
from tests.paper.blanks import NEEDS, asked, body, boxes, each_need, every, left, missing, printed, sayer, told
from tests.paper.documents import squeezed


def piece(text: str, say: Callable[..., str], item: QuestionEntry, number: int) -> str:
    """What stands between the words of a question and its help, or else its first answer, or else the next question."""
    question = item.written
    start = text.index(head := squeezed(f"{number}. {say(question)}")) + len(head)
    choices = [say(option) for option in question.options[:1]]
    after = say(question, "help") or "".join(choices) or f"{number + 1}."
    return text[start : text.index(squeezed(after), start)]


@every
def test_a_question_that_waits_names_the_right_ones(app: Flask, need: str, lang: str) -> None:
    """The numbers it gives are those of the questions its rule looks at, and the answers it quotes are theirs."""
    text, say, catalogue = body(printed(app, need, lang)), sayer(app, lang), app.extensions["catalogue"]
    numbers = {item.id: number for number, item in enumerate(asked(catalogue, need), 1)}
    waiting = [item for item in asked(catalogue, need) if left(catalogue, need, item)]
    assert waiting
    for item in waiting:
        assert item.rule
        said = piece(text, say, item, numbers[item.id])
        assert "→" in said, item.id
        deciding = left(catalogue, need, item)
        assert set(re.findall(r"question(\d+)", said)) == {str(numbers[fact]) for fact in deciding}, said
        told_of = [leaf for leaf in leaves(item.rule.expression) if leaf.fact in deciding]
        options = [option for leaf in told_of for option in compared(catalogue, leaf)]
        assert [option.id for option in options if squeezed(say(option)) not in said] == []


def compared(catalogue: Catalogue, leaf: Compare | Flag) -> list[Option]:
    """The answers that a part of a rule speaks of."""
    if isinstance(leaf, Flag):
        return []
    named = leaf.value if isinstance(leaf.value, tuple) else (leaf.value,)
    return [option for option in catalogue.questions[leaf.fact].written.options if option.id in named]


def test_what_is_said_of_some_questions_that_wait(app: Flask) -> None:
    questions = {
        item.id: said["when"].replace("\u00a0", " ")
        for need in NEEDS
        for item, said in zip(asked(app.extensions["catalogue"], need), told(app, need)["questions"], strict=True)
    }
    assert questions["danger"] == ""
    assert questions["aeeh_complement"] == "Seulement si vous avez moins de 20 ans (question 4)."
    assert questions["accord_parents"] == (
        "Seulement si, à la question 12, vous avez coché : « Personne : il n’y a pas de décision »."
    )
    assert questions["situation_sans_enfant"] == (
        "Seulement si, à la question 5, vous avez coché : « Non », et si, à la question 6, vous avez coché : « Non »."
    )


@every
def test_all_of_them_are_printed(app: Flask, need: str, lang: str) -> None:
    questions = told(app, need, lang)["questions"]
    wanted = [box["then"] for item in questions for box in (*item["boxes"], item["unsure"])]
    wanted += [item["when"] for item in questions]
    assert sum(map(bool, wanted)) >= 10
    assert missing(wanted, printed(app, need, lang)) == []


def values(item: QuestionEntry, need: str) -> list[Value | None]:
    """What each box of a question stands for, in the order of the paper."""
    if item.written.kind == "oui-non":
        return [True, False, None]
    ids = [option.id for option in boxes(item, need)]
    return [*(frozenset([name]) if item.written.kind == "choix-multiple" else name for name in ids), None]


def jumps(app: Flask, need: str) -> Iterator[tuple[QuestionEntry, Value | None, list[str]]]:
    """Each answer with an arrow, and the questions that the arrow passes over."""
    questions = asked(app.extensions["catalogue"], need)
    for index, (item, said) in enumerate(zip(questions, told(app, need)["questions"], strict=True)):
        for value, box in zip(values(item, need), [*said["boxes"], said["unsure"]], strict=True):
            if found := re.search(r"Passez à la question\u00a0(\d+)", box["then"]):
                yield item, value, [other.id for other in questions[index + 1 : int(found[1]) - 1]]
            elif "fini les questions" in box["then"]:
                yield item, value, [other.id for other in questions[index + 1 :]]


@each_need
def test_they_pass_only_over_questions_that_the_interview_would_not_ask(app: Flask, need: str) -> None:
    found = list(jumps(app, need))
    assert bool(found) == (need != "sante")  # where one may tick several reasons to come, none closes a question
    for item, value, passed in found:
        assert passed, (item.id, value)
        path = walk(app.extensions["catalogue"], [need], {item.id: value}, DAY)
        assert item.id in path.asked
        assert set(passed).isdisjoint(path.pending), (item.id, value)


def test_where_some_of_them_lead(app: Flask) -> None:
    found = {(need, item.id, value): passed for need in NEEDS for item, value, passed in jumps(app, need)}
    homes = ["logement_entree", "bail_debut", "garant_logement", "etape_expulsion", "factures_energie"]
    homes += ["factures_eau", "occupation_logement", "fsl_deja_recu", "difficultes_logement"]
    assert found["logement", "demande_logement", None] == homes
    assert found["logement", "nationalite", "francaise"] == ["titre_sejour"]
    assert found["enfance", "decision_visite", "service"] == ["mesure_jaf", "accord_parents"]
    assert found["enfance", "decision_visite", "personne"] == ["mesure_jaf"]
    assert found["autonomie", "difficultes_quotidien", frozenset(["aucune"])] == ["gir"]
    assert ("logement", "nationalite", "autre") not in found
    assert ("autonomie", "difficultes_quotidien", frozenset(["maison"])) not in found
