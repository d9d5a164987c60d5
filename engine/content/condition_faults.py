"""Type-checking of conditions and texts against the questions and amounts they name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from engine.content.person_words import PERSON_WORDS
from engine.content.problems import nearest
from engine.content.shapes.questions import Question
from engine.rules.conditions import AmountRef, Compare, Expr, Flag, leaves

_ORDERED = {"<", "<=", ">", ">=", "==", "!="}
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def faults_of_condition(
    expression: Expr,
    questions: Mapping[str, Question],
    amounts: Collection[str],
    communes: Collection[str],
    definitions: Collection[str] = (),
) -> Iterator[str]:
    """French sentences saying what a condition gets wrong about questions, options, amounts or definitions."""
    for leaf in leaves(expression):
        question = questions.get(leaf.fact)
        if question is None and isinstance(leaf, Flag):
            hint = nearest(leaf.fact, [*questions, *definitions])
            yield f"la question ou la définition « {leaf.fact} » n’existe pas. {hint}"
        elif question is None:
            yield f"la question « {leaf.fact} » n’existe pas. {nearest(leaf.fact, questions)}"
        elif isinstance(leaf, Flag):
            if question.kind != "oui-non":
                yield f"« {leaf.fact} » n’est pas une question oui-non : il faut la comparer à une valeur."
        else:
            yield from _faults_of_comparison(leaf, question, amounts, communes)


def faults_of_text(text: str, amounts: Collection[str], *, of_other: bool = False) -> Iterator[str]:
    """French sentences saying which `{…}` of a text name nothing; one said `of_other` may name that person."""
    for name in _PLACEHOLDER.findall(text):
        if name in PERSON_WORDS:
            if not of_other:
                yield f"« {{{name}}} » ne se dit que dans « texte_proche » ou « aide_proche »."
        elif of_other and not name.startswith("bareme."):
            yield f"« {{{name}}} » n’est ni un montant ni un mot pour la personne. {nearest(name, PERSON_WORDS)}"
        elif not name.startswith("bareme."):
            yield f"« {{{name}}} » n’est pas un montant : écrivez {{bareme.…}}."
        elif name.removeprefix("bareme.") not in amounts:
            yield f"le montant « {name} » n’existe pas. {nearest(name.removeprefix('bareme.'), amounts)}"


def _faults_of_comparison(
    leaf: Compare, question: Question, amounts: Collection[str], communes: Collection[str]
) -> Iterator[str]:
    kind, operator, value = question.kind, leaf.operator, leaf.value
    if kind in ("nombre", "montant"):
        if operator not in _ORDERED or not isinstance(value, Decimal | AmountRef):
            yield f"« {leaf.fact} » se compare à un nombre ou à un barème (<, <=, >, >=, ==, !=)."
        elif isinstance(value, AmountRef) and value.name not in amounts:
            yield f"le montant « {value.name} » n’existe pas. {nearest(value.name, amounts)}"
    elif kind == "oui-non":
        yield f"« {leaf.fact} » est une question oui-non : écrivez « {leaf.fact} » ou « not {leaf.fact} »."
    elif kind == "choix-multiple":
        if operator != "has":
            yield f'« {leaf.fact} » admet plusieurs réponses : écrivez {leaf.fact} has "…" ou has ["…", "…"].'
        yield from _faults_of_options(leaf, question, ())
    else:
        if operator not in ("==", "!=", "in"):
            yield f"« {leaf.fact} » se compare avec ==, != ou in."
        yield from _faults_of_options(leaf, question, communes if kind == "commune" else ())


def _faults_of_options(leaf: Compare, question: Question, also: Collection[str]) -> Iterator[str]:
    wanted = leaf.value if isinstance(leaf.value, tuple) else (leaf.value,)
    valid = {option.id for option in question.options}
    for option in wanted:
        if not isinstance(option, str):
            yield f"« {leaf.fact} » se compare à un texte entre guillemets."
        elif option not in valid and option not in also:
            yield f"« {option} » n’est pas une réponse de « {leaf.fact} ». {nearest(option, valid)}"
