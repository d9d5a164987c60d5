"""For whom a result is, in one line: the relation, the age, the place."""

from __future__ import annotations

from engine.case.case import Case
from web.words.i18n import gettext
from web.words.wording import Wording


def told_in_line(case: Case) -> tuple[str, ...]:
    """The questions whose answers stand in that line."""
    age, place = case.catalogue.age_question, case.catalogue.place_question
    return (age, place) if age else (place,)


def whose(case: Case, wording: Wording) -> list[str]:
    """What is known of the person, the least sensitive first; nothing where nothing is."""
    answers = case.answers
    told = gettext("Pour %(person)s", person=wording.relation.name) if case.for_other else gettext("Pour vous")
    return [told, *(wording.answer_to(fact, answers) for fact in told_in_line(case) if answers.get(fact))]
