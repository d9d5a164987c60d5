"""What an agent looks for at the desk in one box: a code to resume, a question by its number, an aid, a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from engine.case.code import ResumeError, read_code
from engine.content.amounts import DatedAmount
from engine.content.answers import write_answer
from engine.content.entries import AidEntry, QuestionEntry
from engine.content.word_search import Query
from web.current import catalogue
from web.pages.aid_words import aid_words
from web.words.wording import Wording

LONGEST = 400  # letters
MOST = 6  # lines of each kind


@dataclass(frozen=True)
class Found:
    """`typed` is what was looked for; a question has its number on the page."""

    typed: str = ""
    question: QuestionEntry | None = None
    aids: tuple[AidEntry, ...] = ()
    amounts: tuple[DatedAmount, ...] = ()


def search(typed: str, questions: Sequence[QuestionEntry], wording: Wording) -> Found:
    """A question by its number; else the aids and the amounts that hold these words."""
    typed = typed[:LONGEST]
    if not typed:
        return Found()
    if typed.isascii() and typed.isdecimal() and len(typed) < len(str(LONGEST)):
        number = int(typed)
        return Found(typed, question=questions[number - 1] if 0 < number <= len(questions) else None)
    query = Query(typed)
    aids = query.find((item, aid_words(item, wording)) for item in catalogue().aids.values() if item.parent is None)
    amounts = query.find(
        (item, f"{wording.say(item.amount, 'name')} {item.amount.name}") for item in wording.amounts.values()
    )
    return Found(typed, aids=tuple(aids[:MOST]), amounts=tuple(amounts[:MOST]))


def opened_code(typed: str) -> MultiDict[str, str] | None:
    """What a code holds, as this form would have sent it; nothing, where it is no code."""
    known = catalogue()
    try:
        needs, answers = read_code(known, typed)
    except ResumeError:
        return None
    form = MultiDict([("besoins", need) for need in needs])
    for fact, value in answers.items():
        written = write_answer(value)
        texts = [written] if isinstance(written, str) else written
        if known.questions[fact].written.kind == "commune":
            texts = [known.communes[text].name if text in known.communes else text for text in texts[0].split()]
        form.setlist(fact, texts)
    return form
