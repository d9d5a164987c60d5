"""Who publishes and hosts this site, and the desk it serves: `deploiement.yaml`, named by GUIDE_DEPLOIEMENT.

The same strict reading as the content: a fault stops the start-up with file, line and mend.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import msgspec

from engine.content.shapes.base import Struct, Text
from engine.content.strict_yaml import load_yaml

VARIABLE = "GUIDE_DEPLOIEMENT"
DEFAULT_IDLE = 10  # minutes
Minutes = Annotated[int, msgspec.Meta(ge=2, le=60)]


class Publisher(Struct, frozen=True, kw_only=True, rename={
    "name": "nom", "address": "adresse", "director": "directeur_publication", "contact": "contact",
}):  # fmt: skip
    """Who publishes the site, and who answers for what it says."""

    name: Text
    address: Text
    director: Text
    contact: Text


class Host(Struct, frozen=True, kw_only=True, rename={"name": "nom", "address": "adresse", "phone": "telephone"}):
    """Whose machines it runs on."""

    name: Text
    address: Text
    phone: Text


class Desk(Struct, frozen=True, kw_only=True, rename={
    "name": "nom", "phone": "telephone", "address": "adresse", "idle": "inactivite_minutes",
}):  # fmt: skip
    """The office whose agents use the site; `idle` minutes without a key, and the desk page empties itself."""

    name: Text
    phone: Text
    address: Text | None = None
    idle: Minutes = DEFAULT_IDLE


class Deployment(Struct, frozen=True, kw_only=True, rename={
    "publisher": "editeur", "host": "hebergeur", "dpo": "delegue_protection_donnees", "desk": "accueil",
}):  # fmt: skip
    """One installation of the site. `dpo` is how to reach whoever protects personal data there."""

    publisher: Publisher
    host: Host
    dpo: Text
    desk: Desk


def read_deployment(environment: Mapping[str, str]) -> Deployment | None:
    """What the file named by the environment says; nothing when none is named.

    Raises:
        ContentError: the file is missing or faulty.
    """
    named = environment.get(VARIABLE)
    if not named:
        return None
    path = Path(named)
    return load_yaml(path.parent, path.name, Deployment).value
