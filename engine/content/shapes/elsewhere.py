"""The shape of what people look for here and find elsewhere."""

from __future__ import annotations

from typing import Annotated

import msgspec

from engine.content.shapes.base import Identifier, Prose, Struct


class Elsewhere(Struct, frozen=True, kw_only=True, rename={"keywords": "mots", "text": "texte", "role": "guichet"}):
    """Words that the search is asked for, and one sentence that says which role answers."""

    id: Identifier
    keywords: Annotated[tuple[Prose, ...], msgspec.Meta(min_length=1)]
    text: Prose
    role: Identifier
