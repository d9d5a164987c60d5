"""What the guide promises, on the real content and any answers.

Never a wrong "no"; not knowing never counts as no; more answers never contradict; order does not matter; the
interview ends, within what it announced; what is kept is what counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.case.assessment import Assessment, Verdict
from engine.case.case import Case
from engine.case.interview import walk
from engine.case.path import Path
from engine.content.catalogue import Catalogue
from engine.rules.truth import Answers
from tests.content.conftest import DAY
from tests.content.sheets import Sheet, effort, needs, often, sheets

Needs = tuple[str, ...]
Verdicts = dict[str, Verdict]

OPEN = {Verdict.LIKELY, Verdict.TO_CHECK}
# Of an aid received no new request was looked at: whoever forgets that they have it reads what the other answers say.
POSSIBLE = {*OPEN, Verdict.HELD}
NO = {Verdict.UNLIKELY, Verdict.NOT_CONCERNED}
# What each verdict may become when an answer is added: only what was to be checked is ever settled. That the person
# already has an aid is a fact, which no verdict contradicts; that they came for something else only puts it away.
FOLLOWS = {
    Verdict.TO_CHECK: set(Verdict),
    Verdict.LIKELY: {Verdict.LIKELY, Verdict.HELD},
    Verdict.UNLIKELY: {*NO, Verdict.HELD},
    Verdict.NOT_CONCERNED: {*NO, Verdict.HELD},
    Verdict.HELD: {Verdict.HELD, Verdict.NOT_CONCERNED},
}


def assessed(catalogue: Catalogue, wanted: Needs, path: Path) -> dict[str, Assessment]:
    return {item.aid.id: item for item in Case(catalogue, wanted, path.answers, DAY).assessments}


def verdicts(catalogue: Catalogue, wanted: Needs, path: Path) -> Verdicts:
    return {aid: item.verdict for aid, item in assessed(catalogue, wanted, path).items()}


def follows(before: Assessment) -> set[Verdict]:
    """The one exception is said on the page: what rests on a sign is confirmed or not by an evaluation."""
    return FOLLOWS[before.verdict] | ({Verdict.UNLIKELY} if before.plausible else set())


def interview(
    catalogue: Catalogue, wanted: Needs, sheet: Sheet, choose: Callable[[Path], str | None] = lambda path: path.next
) -> Iterator[Path]:
    """Each step of someone who answers from `sheet`; `choose` picks which open question is answered."""
    kept: Answers = {}
    for _ in range(len(catalogue.questions) + 1):
        path = walk(catalogue, wanted, kept, DAY)
        yield path
        fact = choose(path)
        if fact is None:
            return
        kept = {**path.answers, fact: sheet[fact]}
    pytest.fail("l’entretien ne finit pas : une question attend une autre qui l’attend")


def last(steps: Iterator[Path]) -> Path:
    *_, path = steps
    return path


@effort
def test_an_added_answer_never_contradicts(catalogue: Catalogue, examples: int) -> None:
    @often(examples)
    @given(needs(catalogue), sheets(catalogue))
    def check(wanted: Needs, sheet: Sheet) -> None:
        agree(catalogue, wanted, interview(catalogue, wanted, sheet))

    check()


def agree(catalogue: Catalogue, wanted: Needs, steps: Iterator[Path]) -> Path:
    """No step takes back what an earlier one said; the last step."""
    before: dict[str, Assessment] = {}
    for path in steps:
        now = assessed(catalogue, wanted, path)
        turned = {
            aid: (item.verdict, now[aid].verdict)
            for aid, item in before.items()
            if now[aid].verdict not in follows(item)
        }
        assert turned == {}, "une réponse de plus a contredit un verdict : cherchez la règle avec « catalogue montrer »"
        before = now
    return path


def askable(catalogue: Catalogue, path: Path, wanted: Needs) -> list[str]:
    """Open questions that make sense now: one that waits for another is not answered before it."""
    amounts = catalogue.amounts_at(DAY)
    rules = {fact: catalogue.questions[fact].rule for fact in path.pending}
    answers = {**path.answers, **catalogue.nothing_sought(wanted)}
    return [fact for fact, rule in rules.items() if rule is None or rule.test(answers, amounts)]


@effort
def test_order_does_not_matter(catalogue: Catalogue, examples: int) -> None:
    """Questions are answered in any order that makes sense; nothing contradicts on the way, the end is the same."""

    @often(examples)
    @given(needs(catalogue), sheets(catalogue), st.randoms(use_true_random=False))
    def check(wanted: Needs, sheet: Sheet, random: Random) -> None:
        straight = last(interview(catalogue, wanted, sheet))
        steps = interview(
            catalogue, wanted, sheet, lambda path: random.choice(askable(catalogue, path, wanted) or [None])
        )
        assert agree(catalogue, wanted, steps).answers == straight.answers

    check()


@effort
def test_answers_given_all_at_once_lead_to_the_same_place(catalogue: Catalogue, examples: int) -> None:
    """The one-page form: everything is answered, in no order, needed or not."""

    @often(examples)
    @given(needs(catalogue), sheets(catalogue))
    def check(wanted: Needs, sheet: Sheet) -> None:
        straight = last(interview(catalogue, wanted, sheet))
        at_once = walk(catalogue, wanted, sheet, DAY)
        assert (at_once.answers, at_once.asked, at_once.pending) == (straight.answers, straight.asked, ())

    check()


@effort
def test_not_knowing_never_counts_as_no(catalogue: Catalogue, examples: int) -> None:
    @often(examples)
    @given(needs(catalogue), sheets(catalogue), st.data())
    def check(wanted: Needs, sheet: Sheet, data: st.DataObject) -> None:
        known = last(interview(catalogue, wanted, sheet))
        forgotten = data.draw(st.sets(st.sampled_from(known.asked), min_size=1))
        vague = last(interview(catalogue, wanted, {**sheet, **dict.fromkeys(forgotten)}))
        after = verdicts(catalogue, wanted, vague)
        lost = {
            aid: after[aid]
            for aid, verdict in verdicts(catalogue, wanted, known).items()
            if verdict in OPEN and after[aid] not in POSSIBLE
        }
        assert lost == {}, (
            "« je ne sais pas » a compté comme un non : une règle « si » doit rester ouverte sans cette réponse"
        )

    check()


@pytest.mark.parametrize("knows", ["the need", "nothing"])
def test_someone_who_knows_nothing_gets_a_result(catalogue: Catalogue, knows: str) -> None:
    for need in catalogue.open_needs:
        sheet: Sheet = dict.fromkeys(catalogue.questions)
        if knows == "the need":
            first = catalogue.questions[f"demande_{need}"].written
            sheet[first.id] = frozenset(option.id for option in first.options if not option.exclusive)
        path = last(interview(catalogue, (need,), sheet))
        found = verdicts(catalogue, (need,), path)
        unlikely = [aid for aid, verdict in found.items() if verdict is Verdict.UNLIKELY]
        assert path.next is None, f"{need} : l’entretien ne finit pas pour qui ne sait rien"
        assert unlikely == [], (
            "qui ne sait rien ne doit lire aucun « peu probable » : une règle « si » dit non trop tôt"
        )
        assert POSSIBLE & set(found.values()), f"{need} : qui ne sait rien doit lire au moins une aide possible"


@effort
def test_the_interview_ends_within_what_it_announced(catalogue: Catalogue, examples: int) -> None:
    @often(examples)
    @given(needs(catalogue), sheets(catalogue))
    def check(wanted: Needs, sheet: Sheet) -> None:
        steps = list(interview(catalogue, wanted, sheet))
        asked = steps[-1].asked
        for done, step in enumerate(steps):
            assert step.asked == asked[:done], "une réponse est perdue, ou une question est posée deux fois"
            assert step.at_least <= len(asked) - done <= step.at_most

    check()


@effort
def test_what_is_kept_is_what_counts(catalogue: Catalogue, examples: int) -> None:
    """Any answers at all, given in any state: the walk keeps some, and these lead to the same place."""

    @often(examples)
    @given(needs(catalogue), sheets(catalogue), st.data())
    def check(wanted: Needs, sheet: Sheet, data: st.DataObject) -> None:
        facts = data.draw(st.sets(st.sampled_from(list(sheet))))
        some = {fact: sheet[fact] for fact in facts}
        path = walk(catalogue, wanted, some, DAY)
        assert path.answers.items() <= some.items()
        assert not set(path.pending) & set(some)
        again = walk(catalogue, wanted, path.answers, DAY)
        assert (again.answers, again.pending, again.because) == (path.answers, path.pending, path.because)

    check()
