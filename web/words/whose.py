"""For whom a result is, in one line: the relation, the age, the place."""

from __future__ import annotations

from engine.case.case import Case
from web.words.i18n import gettext
from web.words.wording import Wording


def whose(case: Case, wording: Wording) -> list[str]:
    """What is known of the person, the least sensitive first; nothing where nothing is."""
    catalogue, answers = case.catalogue, case.answers
    told = []
    for fact, option in catalogue.third_person:
        if answers.get(fact) == option:
            [chosen] = [item for item in catalogue.questions[fact].written.options if item.id == option]
            told.append(wording.say(chosen))
    told += [wording.answer_to(fact, answers) for fact in ("age", catalogue.place_question) if answers.get(fact)]
    return told or [gettext("Pour vous")]
