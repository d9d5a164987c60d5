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
    """Who it is, and what agrees with that: « votre mère », « elle », « e »."""

    name: str
    pronoun: str
    ending: str

    def fill(self, text: str) -> str:
        """A text with the person named in it."""
        said = {
            "proche": self.name,
            "Proche": self.name[:1].upper() + self.name[1:],
            "il": self.pronoun,
            "Il": self.pronoun.capitalize(),
            "e": self.ending,
        }
        return _PERSON_WORD.sub(lambda match: said[match[1]], text)


def relation_of(catalogue: Catalogue, answers: Answers) -> Relation:
    """Whom the answers say that one answers for; « la personne que vous aidez » where nothing says who."""
    chosen = next(iter(relations(catalogue, answers)), None)
    if chosen is None or chosen.relative is None:
        return Relation(gettext("la personne que vous aidez"), pgettext("la personne", "elle"), "e")
    name = pgettext("Option", chosen.relative)
    if chosen.gender == "feminin":
        return Relation(name, pgettext("votre mère", "elle"), "e")
    if chosen.gender == "masculin":
        return Relation(name, pgettext("votre père", "il"), "")
    return Relation(name, pgettext("votre enfant", "il"), "")


def relations(catalogue: Catalogue, answers: Answers) -> list[Option]:
    """The answers given that say that one answers for someone else."""
    return [
        option
        for fact, name in catalogue.third_person
        if answers.get(fact) == name
        for option in catalogue.questions[fact].written.options
        if option.id == name
    ]
