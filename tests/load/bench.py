"""Prints speed and weight beside their budgets: `python -m tests.load.bench`."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from statistics import median

from engine.content.catalogue_loader import load_catalogue
from tests.content.shared import CONTENT
from tests.load import results, timings, weights
from tests.load.timings import milliseconds, peers_in

Row = tuple[str, float, float | None, str]


def rows() -> Iterator[Row]:
    """(what, figure, budget if there is one, unit)."""
    catalogue = load_catalogue(CONTENT)
    yield "load and check all content", timings.loading(), None, "ms"

    known = timings.situations(catalogue)
    steps = timings.reasoning(catalogue, known)
    yield f"next question + all verdicts, median of {len(steps)} steps", median(steps), 1, "ms"
    yield "next question + all verdicts, worst step", max(steps), None, "ms"
    yield "the same, first steps of a long need", timings.first_steps(catalogue), 2, "ms"
    yield "the same, all needs, nothing answered", timings.nothing_answered(catalogue), 3, "ms"
    for times in (2, 4):
        slower = sum(timings.reasoning(timings.larger(catalogue, times), known)) / sum(steps)
        yield f"the same with {times} times as many aids: times as long", slower, times, "×"

    for need, counts in weights.questions_asked(catalogue).items():
        yield f"questions, {need}, median of {len(counts)} people", median(counts), weights.QUESTIONS, ""
        yield f"questions, {need}, most", max(counts), weights.MOST_QUESTIONS, ""

    helped, people = weights.helped(catalogue)
    yield f"people of {people} with an aid probable or already received", helped, None, ""

    app = weights.site()
    gc.collect()
    gc.freeze()  # as a worker of gunicorn.conf.py does before its first visitor
    question = timings.question(app, catalogue)
    yield "question page, in process", milliseconds(question, 30), 3, "ms"
    yield "as fast as such a page of usual pieces: at least", 1 / peers_in(question, 60), timings.FASTER, "×"
    longest = weights.longest_answers(catalogue)
    yield "result page, in process", milliseconds(timings.result(app, catalogue), 30), 6, "ms"
    result = timings.longest_result(app, catalogue, longest)
    yield "result page, all needs, longest answers", milliseconds(result, 10), 25, "ms"
    yield "the same", len(result().data), weights.RESULT, "bytes"
    yield "desk, all answers sent", milliseconds(timings.desk(app, catalogue), 20), 8, "ms"
    sheets = timings.checklist_pdfs(app, catalogue)
    yield f"PDF, median of {len(sheets)} people", median(sheets), 12, "ms"
    yield "PDF, worst", max(sheets), 60, "ms"
    yield "the same paper again, median", median(timings.pdfs_again(app, catalogue)), 12, "ms"
    yield "blank questionnaire, worst need", max(timings.questionnaire_pdfs(app, catalogue)), 300, "ms"
    yield "first visit: page and stylesheet, compressed", weights.first_visit(app), weights.FIRST_VISIT, "bytes"
    size = len(weights.cookie(app, catalogue.open_needs, longest))
    yield f"largest cookie ({len(longest)} answers)", size, weights.COOKIE, "bytes"
    if chromium := results.chromium():
        yield from results.rows(app, catalogue, chromium)


def main() -> None:
    print(f"{'':58}{'figure':>10}{'budget':>10}{'ratio':>8}")
    for what, figure, budget, unit in rows():
        shown = f"{figure:,.2f}" if unit in ("ms", "×", "screens") else f"{figure:,.0f}"
        limit, ratio = (f"{budget:,}", f"{figure / budget:.2f}") if budget else ("", "")
        print(f"{what:58}{shown:>10}{limit:>10}{ratio:>8}  {unit}".rstrip(), flush=True)
    if not results.chromium():
        print("no Chromium here, so nothing on how long results are: apt-get install chromium")


if __name__ == "__main__":
    main()
