"""The shape of a need: one of the doors of the home page."""

from __future__ import annotations

from engine.content.shapes.base import FactName, Identifier, Prose, Struct, YesNo


class Meanwhile(Struct, frozen=True, kw_only=True, rename={"text": "texte", "role": "guichet"}):
    """Where to go while a need is not open yet: one sentence, and the role that it names."""

    text: Prose
    role: Identifier


class Need(
    Struct,
    frozen=True,
    kw_only=True,
    rename={
        "name": "nom",
        "icon": "icone",
        "question": "accroche",
        "summary": "en_bref",
        "covers": "couvre",
        "not_covered": "ne_couvre_pas",
        "at_hand": "sous_la_main",
        "demand": "demande",
        "welcome": "accueil",
        "open": "ouvert",
        "meanwhile": "en_attendant",
    },
):
    """One of the doors of the home page.

    `not_covered` says to whoever looks for something else what the guide does not hold. `demand` is the question that
    says what one looks for behind it; `welcome` the role of the office that helps whoever does not know. `meanwhile` is
    for a need that is not open.
    """

    id: Identifier
    name: Prose
    icon: Identifier
    question: Prose
    summary: Prose
    covers: tuple[Prose, ...]
    not_covered: tuple[Prose, ...] = ()
    at_hand: tuple[Prose, ...]
    demand: FactName | None = None
    welcome: Identifier | None = None
    open: YesNo = True
    meanwhile: Meanwhile | None = None
