"""Which cited lines have moved or gone between two editions of a text, told by the prints of the lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from engine.content.sections import Range
from engine.content.shapes.base import Source
from engine.content.source_texts import Line, SourceText, line_ranges


def moved_citations(
    citations: Iterable[tuple[str, Source]], before: Mapping[str, SourceText], after: Mapping[str, SourceText]
) -> Iterator[str]:
    """One sentence in French, for authors, for each citation whose lines are elsewhere or gone; each only once."""
    changed = {
        name: new_places(text.lines, after[name].lines)
        for name, text in before.items()
        if name in after and text.sha256 != after[name].sha256
    }
    told = set()
    for who, source in citations:
        if source.cited_text not in changed or not source.lines or (who, source) in told:
            continue
        told.add((who, source))
        places, known = changed[source.cited_text], before[source.cited_text].lines
        now: list[Range] = []
        gone: list[Range] = []
        for first, last in line_ranges(source.lines):
            cited = [number for number in range(first, last + 1) if number in known]
            held = [places[number] for number in cited if number in places]
            now += [(held[0], held[-1])] if held else []
            gone += [(number, number) for number in cited if number not in places]
        if gone or written(now) != source.lines:
            lost = f" ; changées ou disparues : {written(gone)}" if gone else ""
            yield f"{who} : {source.cited_text}, lignes {source.lines} → {written(now) or 'aucune'}{lost}"


def new_places(before: Mapping[int, Line], after: Mapping[int, Line]) -> dict[int, int]:
    """For each line of the older edition that the newer one holds, in the same order, its number there."""
    old, new = sorted(before), sorted(after)
    same = SequenceMatcher(None, [before[number].print for number in old], [after[number].print for number in new])
    return {
        old[match.a + step]: new[match.b + step] for match in same.get_matching_blocks() for step in range(match.size)
    }


def written(ranges: Iterable[Range]) -> str:
    """[(580, 580), (590, 592)] → `580, 590-592`."""
    return ", ".join(f"{first}-{last}" if last > first else f"{first}" for first, last in ranges)
