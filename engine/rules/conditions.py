"""The condition language: what a rule may say of the answers.

    condition  = clause { "or" clause }
    clause     = term { "and" term }
    term       = "not" term | "(" condition ")" | "inconnu" | fact [ operator value ]
    operator   = "==" "!=" "<" "<=" ">" ">=" "in" "has"
    value      = number | "text" | bareme.name | [ "text", … ]

Parsed once into small frozen nodes; `engine.rules.truth` says what they are worth. Nothing is ever `eval`-ed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class AmountRef:
    """A dated amount, looked up when the condition is evaluated."""

    name: str


Literal = Decimal | str | tuple[str, ...] | AmountRef


@dataclass(frozen=True)
class Compare:
    """`fact operator value`."""

    fact: str
    operator: str
    value: Literal


@dataclass(frozen=True)
class Flag:
    """A yes-or-no fact standing alone."""

    fact: str


@dataclass(frozen=True)
class Not:
    """True when `item` is false."""

    item: Expr


@dataclass(frozen=True)
class And:
    """True when all are; false as soon as one is."""

    items: tuple[Expr, ...]


@dataclass(frozen=True)
class Or:
    """True as soon as one is; false when all are."""

    items: tuple[Expr, ...]


@dataclass(frozen=True)
class Never:
    """`inconnu`: a rule no answer can settle."""


Expr = Compare | Flag | Not | And | Or | Never


class ConditionSyntaxError(ValueError):
    """The condition cannot be read; the message is in French."""


_TOKEN = re.compile(
    r'\s*(?:(?P<text>"[^"]*")|(?P<number>\d+(?:\.\d+)?)|(?P<word>[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?)'
    r"|(?P<sign>==|!=|<=|>=|<|>|\(|\)|\[|\]|,))"
)
_OPERATORS = {"==", "!=", "<", "<=", ">", ">=", "in", "has"}
_RESERVED = {"and", "or", "not", "in", "has", "inconnu"}


def parse(text: str) -> Expr:
    """Read a condition.

    Raises:
        ConditionSyntaxError: the text is not in the language.
    """
    parser = _Parser(text)
    expression = parser.condition()
    if parser.token:
        raise ConditionSyntaxError(f"« {parser.token} » est de trop dans « {text} ».")
    return expression


def facts(expression: Expr) -> Iterator[str]:
    """Names of the facts a condition mentions, with repeats."""
    match expression:
        case Compare(fact=fact) | Flag(fact=fact):
            yield fact
        case Not(item=item):
            yield from facts(item)
        case And(items=items) | Or(items=items):
            for item in items:
                yield from facts(item)


def leaves(expression: Expr) -> Iterator[Compare | Flag]:
    """The comparisons and flags a condition is made of."""
    match expression:
        case Compare() | Flag():
            yield expression
        case Not(item=item):
            yield from leaves(item)
        case And(items=items) | Or(items=items):
            for item in items:
                yield from leaves(item)


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = self._split(text)
        self.token = next(self.tokens, "")

    @staticmethod
    def _split(text: str) -> Iterator[str]:
        position, end = 0, len(text.rstrip())
        while position < end:
            match = _TOKEN.match(text, position)
            if not match:
                raise ConditionSyntaxError(f"« {text[position:].strip()[:20]} » n’est pas compris dans « {text} ».")
            yield match.group().strip()
            position = match.end()

    def take(self) -> str:
        token, self.token = self.token, next(self.tokens, "")
        return token

    def expect(self, token: str) -> None:
        if self.take() != token:
            raise ConditionSyntaxError(f"il manque « {token} » dans « {self.text} ».")

    def condition(self) -> Expr:
        items = [self.clause()]
        while self.token == "or":
            self.take()
            items.append(self.clause())
        return items[0] if len(items) == 1 else Or(tuple(items))

    def clause(self) -> Expr:
        items = [self.term()]
        while self.token == "and":
            self.take()
            items.append(self.term())
        return items[0] if len(items) == 1 else And(tuple(items))

    def term(self) -> Expr:
        token = self.take()
        if token == "not":
            return Not(self.term())
        if token == "(":
            inside = self.condition()
            self.expect(")")
            return inside
        if token == "inconnu":
            return Never()
        if not re.fullmatch(r"[a-z][a-z0-9_]*", token) or token in _RESERVED:
            found = f"« {token} »" if token else "la fin"
            raise ConditionSyntaxError(f"une question est attendue au lieu de {found} dans « {self.text} ».")
        if self.token in _OPERATORS:
            operator = self.take()
            return Compare(token, operator, self.value(operator))
        return Flag(token)

    def value(self, operator: str) -> Literal:
        token = self.take()
        if operator == "in":
            return self.choices(token)
        if token.startswith('"'):
            return token[1:-1]
        if token.startswith("bareme."):
            return AmountRef(token.removeprefix("bareme."))
        if re.fullmatch(r"\d+(\.\d+)?", token):
            return Decimal(token)
        raise ConditionSyntaxError(
            f"après « {operator} » il faut un nombre, un texte entre guillemets ou bareme.…, dans « {self.text} »."
        )

    def choices(self, token: str) -> tuple[str, ...]:
        if token != "[":
            raise ConditionSyntaxError(f'après « in » il faut une liste ["…", "…"], dans « {self.text} ».')
        found = []
        while True:
            item = self.take()
            if not item.startswith('"'):
                raise ConditionSyntaxError(f"la liste de « {self.text} » ne contient que des textes entre guillemets.")
            found.append(item[1:-1])
            if self.token != ",":
                break
            self.take()
        self.expect("]")
        return tuple(found)
