"""The questionnaire of a need as plain data, to print and fill in by hand where there is no network.

The desk reads French: in another language, questions, aids, papers and offices carry their French names too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from engine.case.directory import office_for
from engine.case.emergencies import emergencies
from engine.case.leads import leads
from engine.content.catalogue import Catalogue
from engine.content.entries import EmergencyEntry, QuestionEntry
from engine.rules.conditions import Expr
from engine.rules.partial import what_is_left
from engine.rules.rule import Rule
from engine.rules.truth import Value
from web.paper.blank_aids import DOUBT, aid_data, in_french_once, numbered
from web.paper.contacts import contact, whole
from web.words import i18n
from web.words.i18n import SOURCE_LANGUAGE, gettext
from web.words.rules_in_words import asked_only_if
from web.words.wording import Wording

SHORT = 24  # characters of an option that stands beside another


def blank_questionnaire(need: str, wording: Wording, day: date) -> dict[str, Any]:
    """The data of the paper for an open need, in the language of the request, amounts as they stand on `day`."""
    return _Questionnaire(need, wording, day).data(need)


class _Questionnaire:
    """Writes the questionnaire of a need in one wording."""

    def __init__(self, need: str, wording: Wording, day: date) -> None:
        self.catalogue: Catalogue = wording.catalogue
        self.wording = wording
        self.day = day
        self.amounts = self.catalogue.amounts_at(day)
        self.welcome = self.catalogue.needs[need].welcome
        self.nothing = self.catalogue.nothing_sought([need])
        demand = self.catalogue.questions.get(self.catalogue.needs[need].demand or "")
        # Whoever fills in the paper of a need looks for something there.
        self.sure = {demand.id: demand.options - demand.outside} if demand else {}
        asked = self.catalogue.questions_for(frozenset([need]))
        self.questions = [item for item in asked if self._left(item.rule) is not False]
        aids = [aid for aid in self.catalogue.aids_for(frozenset([need])) if aid.parent is None]
        # Some are of this need too, yet only for whoever asks for them in another.
        self.aids = [aid for aid in aids if all(self._left(rule) is not False for rule in aid.concerns)]

    def data(self, need: str) -> dict[str, Any]:
        """All that the paper says, by its parts."""
        questions = self.questions
        return {
            "lang": i18n.current_language(),
            "site": gettext("Par où commencer\u00a0?"),
            "title": gettext(
                "%(need)s\u00a0: le questionnaire à remplir", need=self.wording.say(self.catalogue.needs[need], "name")
            ),
            "intro": gettext(
                "Questionnaire du %(day)s. Ce n’est pas une décision\u00a0: seul le service compétent décide."
                " Règles\u00a0: %(edition)s.",
                day=i18n.day(self.day),
                edition=self.wording.editions(self.aids),
            ),
            "guide": [
                gettext("Cochez les cases. Une seule par question, sauf si la question en permet plusieurs."),
                gettext("«\u00a0Je ne sais pas\u00a0» est une vraie réponse. La ligne dit aussi qui peut le savoir."),
                gettext("Suivez les flèches →\u00a0: elles évitent des questions inutiles."),
                gettext("Des nombres après une flèche\u00a0? Lisez les aides de ces numéros, à la fin."),
                gettext(
                    "Vous remplissez pour une personne que vous aidez\u00a0?"
                    " «\u00a0Vous\u00a0» veut dire cette personne."
                ),
                gettext("Montrez ensuite ce papier au guichet. Il parle de vous\u00a0: ne le laissez pas traîner."),
            ],
            "questions": [self._question(index) for index in range(len(questions))],
            "aids": in_french_once([aid_data(n, aid, self.wording) for n, aid in enumerate(self.aids, start=1)]),
            "labels": {
                "colon": gettext("\u00a0:"),
                "guide": gettext("Comment faire"),
                "questions": gettext("Les questions"),
                "write": gettext("Écrivez\u00a0:"),
                "aids": gettext("Les aides étudiées"),
                "clock": gettext("Délai"),
                "documents": gettext("Papiers"),
                "place": gettext("Où aller"),
                "doubt": DOUBT + " " + gettext("Numéro d’une liste publique ou ancienne, à vérifier."),
            },
        }

    def _left(self, rule: Rule | None) -> Expr | bool:
        """What is left to find out, of a rule, for whoever fills in this paper."""
        return what_is_left(rule.expression, self.nothing, self.sure) if rule else True

    def _when(self, item: QuestionEntry, numbers: dict[str, int]) -> str:
        """For whom the question is, where it is not for all who have this need."""
        left = self._left(item.rule)
        return "" if isinstance(left, bool) else asked_only_if(left, numbers, self.wording)

    def _question(self, index: int) -> dict[str, Any]:
        say, questions = self.wording.say, self.questions
        item = questions[index]
        numbers = {other.id: number for number, other in enumerate(questions, start=1)}
        question = item.written
        answers = [*self._answers(item)]
        led = self._led(item, [value for value, _, _ in answers])
        boxes = [{**self._box(index, value, text, hint), "aids": numbered(led[value])} for value, text, hint in answers]
        unsure = self._box(index, None, say(question.dont_know), say(question.dont_know, "who"))
        return {
            "number": index + 1,
            "text": say(question),
            "french": question.short if i18n.current_language() != SOURCE_LANGUAGE else None,
            "when": self._when(item, numbers),
            "help": say(question, "help"),
            "written": question.kind in ("nombre", "montant", "commune"),
            "unit": say(question, "unit"),
            "short": all(sum(map(len, box.values())) <= SHORT for box in boxes),
            "boxes": boxes,
            "unsure": unsure,
        }

    def _led(self, item: QuestionEntry, values: list[Value]) -> dict[Value, list[int]]:
        """The numbers of the aids that each answer speaks for."""
        led: dict[Value, list[int]] = {value: [] for value in values}
        for number, aid in enumerate(self.aids, start=1):
            for value in leads(aid, item.id, values, self.nothing, self.amounts):
                led[value].append(number)
        return led

    def _answers(self, item: QuestionEntry) -> Iterator[tuple[Value, str, str]]:
        """The answers one can tick: value, words, help. A box that others may go with stands in a set of its own."""
        say, question = self.wording.say, item.written
        if question.kind == "oui-non":
            yield from ((value, self.wording.answer(question, value), "") for value in (True, False))
        for option in question.options:
            if self._left(item.option_rules.get(option.id)) is False:
                continue
            several = question.kind == "choix-multiple"
            yield frozenset([option.id]) if several else option.id, say(option), say(option, "help")

    def _box(self, index: int, value: Value | None, text: str, hint: str) -> dict[str, str]:
        return {"text": text, "help": hint, "then": " ".join(self._arrows(index, value)), "aids": ""}

    def _arrows(self, index: int, value: Value | None) -> Iterator[str]:
        """Where an answer leads: first to those who must be called, then past the questions it closes."""
        questions = self.questions
        item = questions[index]
        calls = emergencies(self.catalogue, {item.id: value}, self.amounts)
        if calls:
            yield gettext("→\u00a0Appelez d’abord\u00a0: %(numbers)s.", numbers=", ".join(map(self._call, calls)))
        if isinstance(value, frozenset) and value & item.outside and self.welcome:
            yield gettext("→\u00a0Parlez-en ici\u00a0: %(place)s.", place=self._door(self.welcome))
        if isinstance(value, frozenset) and not _alone(item, value):
            return
        number = self._next_number(index, value)
        if number > len(questions) > index + 1:
            yield gettext("→\u00a0Vous avez fini les questions.")
        elif number > index + 2:
            yield gettext("→\u00a0Passez à la question\u00a0%(number)s.", number=number)

    def _call(self, item: EmergencyEntry) -> str:
        return f"{whole(item.written.number)}\u00a0({self.wording.say(item.written, 'name')})"

    def _door(self, role: str) -> str:
        """The name of a role, and a number to call wherever one lives."""
        referral = office_for(self.catalogue, role, None)
        return ", ".join([self.wording.say(referral.role, "name"), *map(contact, referral.phones[:1])])

    def _next_number(self, index: int, value: Value | None) -> int:
        """The first question further on that this answer alone does not close."""
        questions, amounts = self.questions, self.amounts
        answers = {questions[index].id: value}
        settled = {questions[index].id}
        for number, item in enumerate(questions[index + 1 :], start=index + 2):
            if item.rule is None or not item.rule.facts <= settled or item.rule.test(answers, amounts):
                return number
            settled.add(item.id)
        return len(questions) + 1


def _alone(item: QuestionEntry, value: frozenset[str]) -> bool:
    return all(option.exclusive for option in item.written.options if option.id in value)
