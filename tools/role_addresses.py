"""Whether an e-mail address is that of a service: the directory keeps those, and never that of a person."""

from __future__ import annotations

import re

from engine.content.communes import plain

# How the addresses of services begin; an address that begins otherwise may be somebody's name.
_SERVICES = (
    "accueil", "action", "adil", "adm", "admin", "agglo", "aide", "autonomie", "bij", "caf", "ccas", "centre", "cias",
    "cidff", "comcom", "commune", "contact", "courrier", "crip", "ddcs", "ddets", "ddt", "direction", "dpmips",
    "enfance", "france", "fs", "greffe", "info", "logement", "mairie", "maison", "mdph", "mission", "mjd", "msap",
    "permanence", "pif", "pij", "pmi", "pms", "pole", "population", "pref", "secretaire", "secretariat", "service",
    "social", "solidarite", "standard", "tgi", "tj", "tpe", "victimes", "ville",
)  # fmt: skip
_SHORT = 3


def is_of_a_service(address: str, *names: str | None) -> bool:
    """Whether its words are those of a service, or of the name, town or domain of this one.

    Two words that are not, as « prenom.nom », are a person's, even in a town called so.
    """
    local, _, domain = address.partition("@")
    words = re.findall(r"[a-z]+", plain(local))
    if any(_begins(word, _SERVICES) for word in words):
        return True
    own = re.findall(r"[a-z]{3,}", plain(" ".join((domain.rpartition(".")[0], *filter(None, names)))))
    return "." not in local and any(_begins(word, own) for word in words)


def _begins(word: str, known: list[str] | tuple[str, ...]) -> bool:
    """A short word counts only when it is the whole: « ti » begins many a name."""
    return any(word == begun or (len(begun) > _SHORT and word.startswith(begun)) for begun in known)
