"""The shape of a guidepost: what someone in this place must know first, whatever aid they look for."""

from __future__ import annotations

from typing import Annotated

import msgspec

from engine.content.shapes.base import Identifier, Prose, Source, Struct, Text, YesNo


class GuidepostLine(
    Struct, frozen=True, kw_only=True, rename={"text": "texte", "other_text": "texte_proche", "when": "si"}
):
    """One thing to know, in a sentence or two that stay together."""

    text: Prose
    other_text: Prose | None = None
    when: Text | None = None
    source: Source = Source()


class Guidepost(
    Struct,
    frozen=True,
    kw_only=True,
    rename={"when": "si", "title": "titre", "aids": "aides", "folded": "replie", "lines": "phrases"},
):
    """Facts, rights and dates, for whoever the answers surely put there. A `folded` one opens on demand.

    The pages of its `aids` say it too.
    """

    id: Identifier
    when: Text
    title: Prose
    source: Source
    aids: tuple[Identifier, ...] = ()
    folded: YesNo = False
    lines: Annotated[tuple[GuidepostLine, ...], msgspec.Meta(min_length=1, max_length=6)]
