"""The shapes of what is taken in from national files, kept apart from the content that an upgrade replaces."""

from __future__ import annotations

from engine.content.shapes.base import Identifier, Struct
from engine.content.shapes.offices import Office


class ImportedOffices(
    Struct,
    frozen=True,
    kw_only=True,
    rename={"cited_text": "texte", "town_halls": "mairies", "offices": "guichets"},
):
    """Offices of one national directory that hold the same roles; a part of `guichets-importes.yaml`.

    `town_halls` says that each is the mairie of the commune that it serves.
    """

    cited_text: Identifier
    roles: tuple[Identifier, ...]
    town_halls: bool = False
    offices: tuple[Office, ...]


# What a table gives of a commune: its territory, its pôle médico-social, or both.
LINK_COLUMNS = ("insee", "territoire", "pms")
