"""The answers that a sheet repeats: those that help the desk; what is sensitive only if the person ticks it in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from engine.case.case import Case
from engine.case.plan import Plan
from engine.content.catalogue import Catalogue
from web.words.i18n import gettext
from web.words.wording import Wording


@lru_cache(maxsize=4)
def private(catalogue: Catalogue) -> frozenset[str]:
    """The questions whose answers nobody should read over a shoulder: the sensitive ones, and those of danger."""
    doubted = {item.written.doubt for item in catalogue.emergencies.values()}
    return frozenset(
        name
        for name, item in catalogue.questions.items()
        if item.sensitive or name in doubted or any(option.danger for option in item.written.options)
    )


def printed(plan: Plan, *, everything: bool = False) -> Iterator[str]:
    """The questions whose answers the sheet repeats, in the order in which they were put.

    What the person does not know helps nobody, nor what no aid of theirs looks at. Where an aid is kept back, what
    they came for is too.
    """
    case = plan.case
    demands = {need.demand for need in case.catalogue.needs.values()} if case.quiet else set()
    looked_at = _looked_at(plan)
    for fact in case.path.asked:
        if case.answers[fact] is None or fact not in looked_at or fact in demands:
            continue
        if everything or fact not in private(case.catalogue):
            yield fact


def has_private(plan: Plan) -> bool:
    """Whether there is something to tick in."""
    return plan.discreet is not plan or set(printed(plan, everything=True)) != set(printed(plan))


def told(case: Case, fact: str, wording: Wording) -> str:
    """An answer with what it is about."""
    return wording.question_name(fact) + gettext("\u00a0:") + " " + wording.answer_to(fact, case.answers)


def _looked_at(plan: Plan) -> frozenset[str]:
    """What is always asked, and what decides the aids of the sheet."""
    known = plan.case.catalogue
    cards = [*plan.held, *plan.likely, *plan.to_check, *plan.unlikely]
    facts = frozenset[str](name for name, item in known.questions.items() if item.always)
    return facts.union(*(card.aid.verdict_facts | card.aid.detail_facts for card in cards))
