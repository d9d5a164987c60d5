"""One form per question: the words come from the content, the checks from the engine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from flask import request
from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, RadioField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice

from engine.content.answers import DONT_KNOW, NO, YES, AnswerError, Written, read_answer
from engine.content.catalogue import Catalogue
from engine.content.shapes.questions import Question
from engine.rules.truth import Value
from web.pages.faults import explain
from web.pages.places import PlaceError, label, read_place
from web.words import i18n
from web.words.wording import Wording


class TextForm(FlaskForm):
    """A form that reads what was typed or ticked: a file or JSON sent in its place counts as nothing sent."""

    def __init__(self, *, data: Mapping[str, object] | None = None) -> None:
        super().__init__((request.form or None) if request.method == "POST" else None, data=data)


class QuestionForm(TextForm):
    """Base of the question forms. After `accept`, `value` is the answer; `None` means « je ne sais pas »."""

    answer: Field
    value: Value | None = None

    def accept(self, catalogue: Catalogue, question: Question) -> bool:
        """Whether what was sent is an answer; otherwise `answer.errors` says what is wrong, in the page's language."""
        if not self.validate():
            return False
        try:
            self.value = read_answer(catalogue, question.id, self.written(catalogue, question))
            self.doubt(question)
        except AnswerError as error:
            self.answer.errors = [explain(error, question)]
            return False
        return True

    def written(self, catalogue: Catalogue, question: Question) -> Written:
        """What was sent, in the engine's notation."""
        return self.answer.data or ""

    def doubt(self, question: Question) -> None:
        """Refuse once what is hard to believe."""

    def show_again(self, catalogue: Catalogue, question: Question) -> None:
        """Show what was sent without judging it: the page is asked for in another language."""
        self.accept(catalogue, question)
        self.answer.errors = []


class ChoiceForm(QuestionForm):
    """One answer among several."""

    answer = RadioField(validate_choice=False)


class BoxesForm(QuestionForm):
    """Any of several answers."""

    answer = SelectMultipleField(validate_choice=False)


class NumberForm(QuestionForm):
    """A typed number or sum. With « je ne sais pas » ticked as well, neither counts. A zero is an answer."""

    answer = StringField()
    unknown = BooleanField()
    confirmed = StringField()  # the number that was asked back

    def written(self, catalogue: Catalogue, question: Question) -> Written:
        typed = (self.answer.data or "").strip()
        if typed and self.unknown.data:
            raise AnswerError("deux-reponses", "deux réponses ont été envoyées.", typed)
        return DONT_KNOW if self.unknown.data else typed

    def doubt(self, question: Question) -> None:
        number, believed = doubtful(question, self.value), self.confirmed.data
        self.confirmed.data = ""
        if number is not None and believed != str(number):
            self.confirmed.data = str(number)
            raise AnswerError("douteux", "le nombre est douteux.", i18n.number(number))


class CommuneForm(QuestionForm):
    """A commune by name or postcode. When it is not sure which, `choices` lists those that fit, to be picked."""

    answer = StringField()
    pick = SelectMultipleField(validate_choice=False)
    choices: list[SelectChoice]

    def written(self, catalogue: Catalogue, question: Question) -> Written:
        self.choices = []
        try:
            return read_place(catalogue, question, (self.answer.data or "").strip(), self.pick.data or [])
        except PlaceError as error:
            self.choices = [SelectChoice(match.commune.insee, label(match)) for match in error.found.matches]
            raise

    def show_again(self, catalogue: Catalogue, question: Question) -> None:
        super().show_again(catalogue, question)
        picked = [part for part in self.pick.data or [] if part in catalogue.communes]
        if picked and self.value is not None:  # chosen in a list: it stands in the field from now on
            self.answer.data = catalogue.communes[picked[0]].name
            self.pick.data = [part for part in self.pick.data if part not in picked]


def question_form(wording: Wording, question: Question, current: Written | None = None) -> QuestionForm:
    """The form of a question, showing the `current` written answer when there is one."""
    catalogue = wording.catalogue
    match question.kind:
        case "oui-non" | "choix":
            return _with_choices(ChoiceForm(data={"answer": current}), wording, question)
        case "choix-multiple":
            chosen = [current] if isinstance(current, str) else current
            return _with_choices(BoxesForm(data={"answer": chosen}), wording, question)
        case "commune":
            parts = current.split() if isinstance(current, str) else []
            data = {
                "answer": "".join(catalogue.communes[part].name for part in parts if part in catalogue.communes),
                "pick": [part for part in parts if part not in catalogue.communes],
            }
            return CommuneForm(data=data)
        case _:
            known = current if isinstance(current, str) and current != DONT_KNOW else None
            shown = i18n.typed_number(Decimal(known)) if known else ""
            return NumberForm(data={"answer": shown, "unknown": current == DONT_KNOW})


def _with_choices(form: QuestionForm, wording: Wording, question: Question) -> QuestionForm:
    """The form with the answers offered to this person; the template says them in words."""
    offered = (YES, NO) if question.kind == "oui-non" else [option.id for option in wording.options(question)]
    form.answer.choices = [SelectChoice(value) for value in (*offered, DONT_KNOW)]
    return form


def doubtful(question: Question, value: Value | None) -> int | Decimal | None:
    """A number so large that it is asked back: a sum for a year, perhaps, or a slip."""
    match value:
        case bool():
            return None
        case int() | Decimal() if question.doubt_from is not None and value >= question.doubt_from:
            return value
    return None


def read_back(questions: Iterable[Question]) -> list[Question]:
    """Those whose answer is typed: what was understood of it is told to the person on the next page."""
    return [question for question in questions if question.kind in ("nombre", "montant", "commune")]
