"""What this person must know first, by the answers that are sure: a doubt tells nothing here."""

from __future__ import annotations

from dataclasses import dataclass

from engine.content.catalogue import Catalogue
from engine.content.shapes.guideposts import Guidepost, GuidepostLine
from engine.rules.truth import Amounts, Answers


@dataclass(frozen=True, eq=False)
class Signpost:
    """A guidepost, and those of its lines that are for this person."""

    written: Guidepost
    lines: tuple[GuidepostLine, ...]


def guideposts(catalogue: Catalogue, answers: Answers, amounts: Amounts) -> list[Signpost]:
    """Those to show, in content order."""
    found = []
    for item in catalogue.guideposts.values():
        if item.rule and item.rule.test(answers, amounts) is True:
            lines = tuple(line.written for line in item.lines if line.truth(answers, amounts) is True)
            found += [Signpost(item.written, lines)] if lines else []
    return found


def guideposts_of(catalogue: Catalogue, aid: str) -> list[Signpost]:
    """Those that the page of an aid says to everyone: the lines that hang on no answer."""
    return [
        Signpost(item.written, tuple(line.written for line in item.lines if line.rule is None))
        for item in catalogue.guideposts.values()
        if aid in item.written.aids
    ]
