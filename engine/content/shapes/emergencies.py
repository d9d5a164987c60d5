"""The shapes of emergency numbers, and of the situations that say in which order to call them."""

from __future__ import annotations

from engine.content.shapes.base import FactName, Identifier, Prose, Source, Struct, Text


class Emergency(
    Struct,
    frozen=True,
    kw_only=True,
    rename={
        "number": "numero",
        "name": "nom",
        "purpose": "pour",
        "free": "gratuit",
        "when": "si",
        "doubt": "doute",
    },
):
    """An emergency number, and the danger that puts it forward.

    `doubt` names the question whose « je ne suis pas sûr » puts it forward too.
    """

    id: Identifier
    number: Text
    name: Prose
    purpose: Prose
    free: Prose | None = None
    source: Source
    when: Text | None = None
    doubt: FactName | None = None


class Remark(Struct, frozen=True, kw_only=True, rename={"text": "texte", "other_text": "texte_proche"}):
    """What is good to know before one calls: what happens then, or what to do at once."""

    text: Prose
    other_text: Prose | None = None
    source: Source


class Route(
    Struct,
    frozen=True,
    kw_only=True,
    rename={"when": "si", "doubt": "doute", "first": "numeros", "remarks": "a_savoir"},
):
    """A situation of danger: the numbers that come first then, in this order, and what is good to know.

    Routes go from the most pressing to the least: the first that holds gives the order.
    """

    id: Identifier
    when: Text
    doubt: FactName | None = None
    first: tuple[Identifier, ...] = ()
    remarks: tuple[Remark, ...] = ()
