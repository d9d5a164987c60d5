"""Finding a commune by its name or postcode, as people type them. What is not sure is a question, never a guess."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from engine.content.catalogue import Catalogue
from engine.content.insee_codes import code_today, no_such_commune
from engine.content.shapes.communes import Commune

_POSTCODE = re.compile(r"\b\d{5}\b")
# « Annecy (74) », « Annecy, Haute-Savoie », « 74000 Annecy Cedex 9 »: what an address adds to a name.
_ADDED = re.compile(r"(\b(cedex( \d+)?|haute savoie|france) ?)+$")
# « Nancy-sur-Cluses », « Saint-Julien-en-Genevois » are called so because others bear the name before that word.
_NAMESAKES = frozenset(("sur", "sous", "en", "les", "de", "d", "du", "des"))
_NO_NAMESAKE = " les bains"
# Places that were or are communes in law: one word is enough to name them. Another may stand in many a Département.
_IN_LAW = frozenset(("deleguee", "associee"))


Places = dict[str, str | None]
_Name = tuple[str, str | None, str, bool]


@dataclass(frozen=True)
class Match:
    """A commune that fits; `place` is the name that fitted, when it is that of a place now part of the commune."""

    commune: Commune
    place: str | None = None


@dataclass(frozen=True)
class Found:
    """The communes that fit, the nearest first. Only when `sure` is the one of them meant without any doubt."""

    matches: tuple[Match, ...]
    sure: bool

    @property
    def communes(self) -> list[Commune]:
        """The communes alone."""
        return [match.commune for match in self.matches]

    @property
    def one(self) -> Commune | None:
        """The commune that is meant, when there is no doubt."""
        return self.matches[0].commune if self.sure else None


def find_communes(catalogue: Catalogue, typed: str) -> Found:
    """The communes that fit a name, a postcode, or both.

    Sure are a whole name, a postcode of one commune, and the first words of one name (« Évian »), unless what follows
    them tells it from a namesake (« Nancy-sur-Cluses »). A place of one word that is no commune (« Sion »), a piece
    of a word and a near spelling are always a question.
    """
    text = plain(typed)
    postcodes = _POSTCODE.findall(text)
    name = _name_in(text, catalogue.departement.code)
    known = catalogue.communes.items() if postcodes else ()
    there = [insee for insee, commune in known if not set(postcodes).isdisjoint(commune.postcodes)]
    if not name:
        return _found(catalogue, dict.fromkeys(there), sure=len(there) == 1)
    if re.fullmatch(r"[\d ]+", name):
        return Found((), sure=False)
    named = _by_name(catalogue, name)
    if not postcodes:
        return _found(catalogue, named.best, sure=named.sure)
    both = {insee: place for insee, place in (named.exact or named.all).items() if insee in there}
    if both:
        # The postcode says which of those that begin so is meant.
        begun = all(_begins(_called(catalogue, insee, place), name) for insee, place in both.items())
        return _found(catalogue, both, sure=len(both) == 1 and begun)
    return _found(catalogue, named.best or dict.fromkeys(there), sure=False)


def unknown_commune(catalogue: Catalogue, code: str) -> str:
    """What is wrong, in French, with a code that is no commune's: an old code, a name or a postcode in its place."""
    meant = [] if code_today(code, catalogue.former_places) else find_communes(catalogue, code).communes
    if len(meant) == 1:
        return f"la commune « {code} » n’existe pas. {meant[0].name} a le code « {meant[0].insee} »."
    return no_such_commune(code, catalogue.communes, catalogue.former_places)


def plain(text: str) -> str:
    """Lower case, no accents, hyphens or apostrophes, « st » written out: what makes two spellings one."""
    bare = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    letters = "".join(c if c.isalnum() else " " for c in bare if not unicodedata.combining(c))
    digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in letters)
    words = {"st": "saint", "ste": "sainte"}
    return " ".join(words.get(word, word) for word in digits.split())


def _name_in(text: str, departement: str) -> str:
    """What is left of an address line without its postcode and the Département."""
    words = [word for word in _POSTCODE.sub(" ", text).split() if word != departement]
    name = " ".join(words)
    return _ADDED.sub("", name).strip()


@dataclass
class _Named:
    """The communes that a name may mean, by how well it fits, each with the place that is named."""

    exact: Places = field(default_factory=dict)
    first: Places = field(default_factory=dict)
    later: Places = field(default_factory=dict)
    near: Places = field(default_factory=dict)
    within: Places = field(default_factory=dict)
    doubtful: bool = False

    @property
    def all(self) -> Places:
        return {**self.within, **self.near, **self.later, **self.first, **self.exact}

    @property
    def best(self) -> Places:
        return self.exact or self.first or {**self.later, **self.near, **self.within}

    @property
    def sure(self) -> bool:
        return len(self.exact or self.first) == 1 and not self.doubtful


def _by_name(catalogue: Catalogue, wanted: str) -> _Named:
    found = _Named()
    # To look through all of them takes long, and serves nobody who has typed a whole name.
    for insee, place, name, in_law in _named_so(catalogue).get(wanted, ()):
        found.exact.setdefault(insee, place)
        found.doubtful |= not in_law and " " not in name
    return found if found.exact else _like(catalogue, wanted)


def _like(catalogue: Catalogue, wanted: str) -> _Named:
    """The communes whose name begins so, goes on so, is nearly this, or holds it."""
    found = _Named()
    for insee, place, name, _ in _names(catalogue):
        if name.startswith(wanted):
            found.first.setdefault(insee, place)
            rest = name.removeprefix(wanted)
            found.doubtful |= not rest.startswith(" ") or (rest.split()[0] in _NAMESAKES and rest != _NO_NAMESAKE)
        elif f" {wanted}" in name:
            found.later.setdefault(insee, place)
        elif _is_near(name, wanted):
            found.near.setdefault(insee, place)
        elif wanted in name:
            found.within.setdefault(insee, place)
    return found


@lru_cache(maxsize=4)
def _named_so(catalogue: Catalogue) -> dict[str, list[_Name]]:
    """All that bear a name."""
    found: dict[str, list[_Name]] = {}
    for item in _names(catalogue):
        found.setdefault(item[2], []).append(item)
    return found


@lru_cache(maxsize=4)
def _names(catalogue: Catalogue) -> tuple[_Name, ...]:
    """Every name of a commune: its code, the place that is part of it, the name made plain, whether it is one in law.

    A place whose name begins that of its commune today (« Faverges ») is no other name.
    """
    communes = [(item.insee, None, plain(item.name), True) for item in catalogue.communes.values()]
    places = [
        (place.insee, place.name, plain(place.name), place.kind in _IN_LAW)
        for place in catalogue.former_places
        if not _begins(plain(catalogue.communes[place.insee].name), plain(place.name))
    ]
    return (*communes, *places)


def _called(catalogue: Catalogue, insee: str, place: str | None) -> str:
    return plain(place or catalogue.communes[insee].name)


def _begins(name: str, wanted: str) -> bool:
    return name == wanted or name.startswith(f"{wanted} ")


def _is_near(name: str, wanted: str) -> bool:
    """Whether a slip or two of the pen lead from one spelling to the other, or to the words a name begins with."""
    length = len(wanted)
    slips = 0 if length < 4 else 1 if length < 8 else 2
    begun = " ".join(name.split()[: len(wanted.split())])
    return bool(slips) and any(
        abs(len(other) - length) <= slips and pen_slips(other, wanted) <= slips for other in {name, begun}
    )


def pen_slips(one: str, other: str) -> int:
    """How many letters to add, drop, change, or swap with the next (Damerau)."""
    above: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, above, row = above, row, [i]
        for j, b in enumerate(other, start=1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b)))
            if before and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[j] = min(row[j], before[j - 2] + 1)
    return row[-1]


def _found(catalogue: Catalogue, found: Places, *, sure: bool) -> Found:
    matches = (Match(catalogue.communes[insee], place) for insee, place in found.items())
    return Found(tuple(matches), sure=sure)
