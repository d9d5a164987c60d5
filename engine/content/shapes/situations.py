"""The shape of an everyday situation: a first step into the questions for whoever does not know what to choose."""

from __future__ import annotations

from typing import Annotated

import msgspec

from engine.content.shapes.base import Identifier, Prose, Struct


class Situation(Struct, frozen=True, kw_only=True, rename={"text": "texte", "needs": "besoins", "answers": "reponses"}):
    """What someone lives through, in their own words; the needs that it opens, and the answers that it gives."""

    id: Identifier
    text: Prose
    needs: Annotated[tuple[Identifier, ...], msgspec.Meta(min_length=1)]
    answers: dict[str, str | list[str]]
