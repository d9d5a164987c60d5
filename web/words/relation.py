"""Whom one answers for, in words: « votre mère », « elle ». Said in their place, as each language can."""

from __future__ import annotations

import re
from typing import NamedTuple

from engine.content.catalogue import Catalogue
from engine.content.person_words import PERSON_WORDS
from engine.content.shapes.questions import Option
from engine.rules.truth import Answers
from web.words.i18n import gettext, pgettext

_PERSON_WORD = re.compile(rf"\{{({'|'.join(PERSON_WORDS)})\}}")


class Relation(NamedTuple):
    """Who it is, and what agrees with that: « votre mère », « elle », « chez elle », « e »; and « ma mère »."""

    name: str
    pronoun: str
    stressed: str
    ending: str
    mine: str

    def fill(self, text: str) -> str:
        """A text with the person named in it."""
        said = {
            "proche": self.name,
            "Proche": self.name[:1].upper() + self.name[1:],
            "il": self.pronoun,
            "Il": self.pronoun.capitalize(),
            "lui": self.stressed,
            "e": self.ending,
            "mon_proche": self.mine,
        }
        return _PERSON_WORD.sub(lambda match: said[match[1]], text)


def relation_of(catalogue: Catalogue, answers: Answers) -> Relation:
    """Whom the answers say that one answers for; « la personne que vous aidez » where nothing says who."""
    chosen = next(iter(relations(catalogue, answers)), None)
    if chosen is None or chosen.relative is None:
        return _someone(gettext("la personne que vous aidez"), chosen)
    name, mine = pgettext("Option", chosen.relative), _mine(chosen)
    if chosen.gender == "feminin":
        return Relation(name, pgettext("votre mère", "elle"), pgettext("chez votre mère", "elle"), "e", mine)
    if chosen.gender == "masculin":
        return Relation(name, pgettext("votre père", "il"), pgettext("chez votre père", "lui"), "", mine)
    return Relation(name, pgettext("votre enfant", "il"), pgettext("chez votre enfant", "lui"), "", mine)


def relation_in_aids(catalogue: Catalogue, answers: Answers) -> Relation:
    """Whom an aid speaks of: « la personne », unless the answers name one, and no family."""
    chosen = next(iter(relations(catalogue, answers)), None)
    if chosen and chosen.relative and not chosen.family:
        return relation_of(catalogue, answers)
    return _someone(gettext("la personne"), chosen)


def _someone(name: str, chosen: Option | None) -> Relation:
    return Relation(name, pgettext("la personne", "elle"), pgettext("chez la personne", "elle"), "e", _mine(chosen))


def _mine(chosen: Option | None) -> str:
    return pgettext("Option", chosen.mine) if chosen and chosen.mine else gettext("un proche")


def relations(catalogue: Catalogue, answers: Answers) -> list[Option]:
    """The answers given that say that one answers for someone else."""
    return [
        option
        for fact, name in catalogue.third_person
        if answers.get(fact) == name
        for option in catalogue.questions[fact].written.options
        if option.id == name
    ]
