"""One form per question: the words come from the content, the checks from the engine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import request
from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, RadioField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice

from engine.content.answers import DONT_KNOW, NO, YES, AnswerError, Written, read_answer
from engine.content.catalogue import Catalogue
from engine.content.communes import find_communes
from engine.content.shapes.questions import Question
from engine.rules.truth import Value
from web.words.i18n import gettext
from web.words.wording import Wording

# A commune search that fits more than this is sent back for a more precise name.
MOST_COMMUNES = 25


class TextForm(FlaskForm):
    """A form that reads what was typed or ticked: a file or JSON sent in its place counts as nothing sent."""

    def __init__(self, *, data: Mapping[str, object] | None = None) -> None:
        super().__init__(request.form or None, data=data)


class QuestionForm(TextForm):
    """Base of the question forms. After `accept`, `value` is the answer; `None` means « je ne sais pas »."""

    answer: Field
    value: Value | None = None

    def accept(self, catalogue: Catalogue, question: Question) -> bool:
        """Whether what was sent is an answer; otherwise `answer.errors` says what is wrong, in the page's language."""
        if not self.validate():
            return False
        try:
            self.value = read_answer(catalogue, question.id, self.written(catalogue))
        except AnswerError as error:
            self.answer.errors = [explain(error.fault, question)]
            return False
        return True

    def written(self, catalogue: Catalogue) -> Written:
        """What was sent, in the engine's notation."""
        return self.answer.data or ""


class NumberForm(QuestionForm):
    """A typed number or sum. « Je ne sais pas » counts only when nothing is typed, and a zero is an answer."""

    unknown = BooleanField()

    def written(self, catalogue: Catalogue) -> Written:
        typed = (self.answer.data or "").strip()
        return DONT_KNOW if self.unknown.data and not typed else typed


class CommuneForm(QuestionForm):
    """A commune by name or postcode. When several fit, `pick` lists them and the person chooses."""

    pick: RadioField

    def written(self, catalogue: Catalogue) -> Written:
        typed: str = (self.answer.data or "").strip()
        picked: str = self.pick.data or ""
        if not typed:
            return picked
        found = find_communes(catalogue, typed)
        if picked in {commune.insee for commune in found}:
            return picked
        if len(found) == 1:
            return found[0].insee
        if not found:
            raise AnswerError("commune-inconnue", typed)
        if len(found) > MOST_COMMUNES:
            raise AnswerError("commune-vague", typed)
        self.pick.choices = [SelectChoice(item.insee, item.name) for item in found] + self.pick.choices
        raise AnswerError("commune-laquelle", typed)


def question_form(wording: Wording, question: Question, current: Written | None = None) -> QuestionForm:
    """The form of a question, showing the `current` written answer when there is one."""
    say, catalogue = wording.say, wording.catalogue
    options = [SelectChoice(option.id, say(option, "text")) for option in wording.options(question)]
    unknown = SelectChoice(DONT_KNOW, say(question.dont_know, "text"))
    match question.kind:
        case "oui-non":
            yes_no = [SelectChoice(YES, gettext("Oui")), SelectChoice(NO, gettext("Non"))]
            return _form(QuestionForm, answer=_radio([*yes_no, unknown]))(data={"answer": current})
        case "choix":
            return _form(QuestionForm, answer=_radio([*options, unknown]))(data={"answer": current})
        case "choix-multiple":
            field = SelectMultipleField(choices=[*options, unknown], validate_choice=False)
            chosen = [current] if isinstance(current, str) else current
            return _form(QuestionForm, answer=field)(data={"answer": chosen})
        case "commune":
            commune = catalogue.communes.get(current) if isinstance(current, str) else None
            data = {"answer": commune.name} if commune else {"pick": current}
            return _form(CommuneForm, answer=StringField(), pick=_radio([*options, unknown]))(data=data)
        case _:
            known = "" if current == DONT_KNOW else current
            return _form(NumberForm, answer=StringField())(data={"answer": known, "unknown": current == DONT_KNOW})


def explain(fault: str, question: Question) -> str:
    """What is wrong with an answer, and what to do about it."""
    match fault:
        case "bornes":
            return gettext("Écrivez un nombre entre %(low)s et %(high)s.", low=question.min, high=question.max)
        case "nombre":
            return gettext("Écrivez un nombre entier, en chiffres. Par exemple\u00a0: 72.")
        case "montant":
            return gettext("Écrivez une somme en chiffres. Par exemple\u00a0: 950 ou 950,50.")
        case "exclusif":
            return gettext("Cette réponse ne va pas avec les autres. Gardez l’une ou les autres.")
        case "vide":
            return gettext("Choisissez au moins une réponse.")
        case "commune-inconnue":
            return gettext("Nous ne trouvons pas cette commune en Haute-Savoie. Vérifiez le nom ou le code postal.")
        case "commune-vague":
            return gettext("Beaucoup de communes ont ce nom. Écrivez-le en entier.")
        case "commune-laquelle":
            return gettext("Plusieurs communes correspondent. Choisissez la vôtre.")
    if question.kind == "commune":
        return gettext("Écrivez une commune ou un code postal, ou choisissez une réponse.")
    return gettext("Choisissez une réponse.")


def _radio(choices: list[SelectChoice]) -> RadioField:
    return RadioField(choices=choices, validate_choice=False)


def _form(base: type[QuestionForm], **fields: Any) -> type[QuestionForm]:
    """A form class with the fields of one question."""
    return type(base.__name__, (base,), fields)
