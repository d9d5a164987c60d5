"""Who publishes and hosts this site, and the desk it serves: `deploiement.yaml`, named by GUIDE_DEPLOIEMENT.

The same strict reading as the content: faults stop the start-up with file, line and mend, and so does what is left
of the example, since the public would read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import msgspec

from engine.content.catalogue import Catalogue
from engine.content.french_keys import KeyPath
from engine.content.problems import ContentError, nearest
from engine.content.shapes.base import Struct, Text, YesNo
from engine.content.strict_yaml import load_yaml

VARIABLE = "GUIDE_DEPLOIEMENT"
DEFAULT_IDLE = 10  # minutes
# What only `deploiement.exemple.yaml` says.
_INVENTED = re.compile(
    r"[ld][’']Exemple|@exemple\.|\.invalid\b|^Nom de la collectivité|^Nom de l[’']hébergeur|^Prénom Nom|^(00[ .]?){5}$"
)
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
    "name": "nom", "phone": "telephone", "address": "adresse", "idle": "inactivite_minutes", "office": "guichet",
    "counts": "compter",
}):  # fmt: skip
    """The office whose agents use the site; `idle` minutes without a gesture, and the desk page empties itself.

    `office` is its id in the directory: the desk names it until a commune tells of another. With `counts`, the desk
    shows how many people came today for each need.
    """

    name: Text
    phone: Text
    address: Text | None = None
    idle: Minutes = DEFAULT_IDLE
    office: Text | None = None
    counts: YesNo = False


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
        ContentError: the file is missing or faulty, or lines of the example are left in it; with all of them.
    """
    named = environment.get(VARIABLE)
    if not named:
        return None
    written = load_yaml(Path(), named, Any)
    left = [
        written.problem(f"« {text} » vient de l’exemple : remplacez-le.", *path)
        for path, text in _texts(written.value)
        if _INVENTED.search(text)
    ]
    try:
        found = load_yaml(Path(), named, Deployment).value
    except ContentError as error:
        raise ContentError([*error.problems, *left]) from None
    if left:
        raise ContentError(left)
    return found


def with_desk(catalogue: Catalogue, deployment: Deployment | None) -> Catalogue:
    """The content, its office of the desk with the telephone that the host gives: whoever sits there knows it.

    Raises:
        ValueError: the directory has no such office.
    """
    desk = deployment.desk if deployment else None
    if desk is None or desk.office is None:
        return catalogue
    known = catalogue.offices.get(desk.office)
    if known is None:
        hint = nearest(desk.office, catalogue.offices)
        raise ValueError(f"{VARIABLE}, accueil : le guichet « {desk.office} » n’existe pas. {hint}".rstrip())
    told = msgspec.structs.replace(known, phone=desk.phone, reliability="sure", reading=None)
    return replace(catalogue, offices={**catalogue.offices, told.id: told})


def _texts(tree: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Each text of the file, and where it stands."""
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, dict):
        for key, value in tree.items():
            yield from _texts(value, (*path, key))
