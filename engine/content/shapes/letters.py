"""The shape of a letter to fill in by hand: the same for everyone, with blanks where each writes what is theirs."""

from __future__ import annotations

from typing import Annotated

import msgspec

from engine.content.shapes.base import AgentText, Identifier, Prose, Source, Struct


class LetterStep(Struct, frozen=True, kw_only=True, rename={"text": "texte"}):
    """What one does with the letter, and where it is written."""

    text: Prose
    source: Source = Source()


class LetterPart(
    Struct, frozen=True, kw_only=True, rename={"text": "texte", "blank": "lignes_vides", "boxes": "cases"}
):
    """A paragraph: what it says, the lines left blank after it, the boxes to tick.

    It goes to whoever reads French: it is not translated.
    """

    text: AgentText
    blank: Annotated[int, msgspec.Meta(ge=1, le=12)] | None = None
    boxes: tuple[AgentText, ...] = ()


class Letter(
    Struct,
    frozen=True,
    kw_only=True,
    rename={
        "name": "nom",
        "summary": "en_bref",
        "addressees": "guichets",
        "which": "lequel",
        "recipient": "a_qui",
        "clock": "delai",
        "subject": "objet",
        "parts": "corps",
        "enclosed": "joindre",
        "sending": "envoyer",
        "after": "ensuite",
    },
):
    """A letter: to whom, before when, what it says, what to join, how to send it, what comes after.

    Of several `addressees` one is chosen, and `which` says how; without any, it goes to whoever signed the decision, or
    to the `recipient` named in French where nothing was decided.
    """

    id: Identifier
    name: Prose
    summary: Prose
    source: Source
    addressees: tuple[Identifier, ...] = ()
    which: LetterStep | None = None
    recipient: AgentText | None = None
    clock: LetterStep
    subject: AgentText
    parts: Annotated[tuple[LetterPart, ...], msgspec.Meta(min_length=1)]
    enclosed: tuple[LetterStep, ...] = ()
    sending: LetterStep
    after: tuple[LetterStep, ...] = ()
