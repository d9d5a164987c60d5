"""Reads the place question of a form: what was typed, what was ticked beside it, what to ask when it is not sure."""

from __future__ import annotations

from collections.abc import Sequence

from engine.content.answers import DONT_KNOW, AnswerError, Written
from engine.content.catalogue import Catalogue
from engine.content.communes import Found, Match, find_communes
from engine.content.places import PlaceAnswer
from engine.content.shapes.questions import Question
from web.words.elision import of
from web.words.i18n import gettext

# A commune search that fits more than this is sent back for a more precise name.
MOST_COMMUNES = 25


class PlaceError(AnswerError):
    """What was typed is not sure, or not alone; `found` are the communes to choose from."""

    def __init__(self, fault: str, found: Found, about: str) -> None:
        super().__init__(fault, "la commune n’est pas sûre.", about)
        self.found = found


def read_place(catalogue: Catalogue, question: Question, typed: str, picked: Sequence[str]) -> Written:
    """What was answered, in the engine's notation.

    What may be said beside a commune counts with it. Any other option, or « je ne sais pas », never goes with a name.

    Raises:
        PlaceError: several communes fit, or one that the name does not surely mean, or two answers
            were given that do not go together.
        AnswerError: too many communes fit.
    """
    beside = [option.id for option in question.options if option.with_commune and option.id in picked]
    alone = [choice for choice in picked if choice == DONT_KNOW or _options(question).get(choice) is False]
    if alone and (typed or beside or len(alone) > 1):
        found = find_communes(catalogue, typed)
        few = found if len(found.matches) <= MOST_COMMUNES else Found((), sure=False)
        raise PlaceError("deux-reponses", few, typed)
    if not typed:
        return (alone or beside or [*picked, ""])[0]
    insee = _commune(catalogue, typed, picked)
    return PlaceAnswer(beside[0], insee).written if beside else insee


def label(match: Match) -> str:
    """A commune to choose, with the place that was named when it is part of it."""
    if match.place is None:
        return match.commune.name
    return gettext("%(place)s, commune %(of_commune)s", place=match.place, of_commune=of(match.commune.name))


def _commune(catalogue: Catalogue, typed: str, picked: Sequence[str]) -> str:
    found = find_communes(catalogue, typed)
    for commune in found.communes:
        if commune.insee in picked:
            return commune.insee
    if found.one:
        return found.one.insee
    if len(found.matches) > MOST_COMMUNES:
        raise AnswerError("commune-vague", "beaucoup de communes ont ce nom.", typed)
    if len(found.matches) == 1:
        raise PlaceError("commune-proche", found, label(found.matches[0]))
    raise PlaceError("commune-laquelle" if found.matches else "commune-inconnue", found, typed)


def _options(question: Question) -> dict[str, bool]:
    return {option.id: option.with_commune for option in question.options}
