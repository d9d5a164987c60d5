"""Citations whose fiche does not hold their lines, said with the fiche that does."""

from __future__ import annotations

from collections.abc import Iterator

from engine.content.problems import nearest
from engine.content.sections import Sections, names
from engine.content.shapes.base import Source
from engine.content.source_texts import line_ranges

Fault = tuple[str, str]  # the French key it stands at, what is wrong


def section_faults(source: Source, full: Source, sections: Sections | None) -> list[Fault]:
    """What is wrong with the fiche of a citation: `source` as it is written, `full` with what it inherits.

    `sections` are those of its text, none where the text has no fiche.
    """
    if source.section is not None:
        unknown = [("fiche", fault) for fault in _unknown(source.section, full.cited_text, sections)]
        if unknown:
            return unknown
    if full.section is None or full.lines is None or sections is None:
        return []
    if source.lines is None and source.section is None:
        return []  # nothing of its own: said where it is written
    if not all(name in sections.bounds for name in names(full.section)):
        return []  # inherited, and said there
    astray = [
        ("lignes", _astray(full.section, first, last, sections))
        for first, last in line_ranges(full.lines)
        if not sections.hold(full.section, first, last)
    ]
    return astray or [("fiche", fault) for fault in _idle(source.section, full.lines, sections)]


def _unknown(section: str, text: str | None, sections: Sections | None) -> Iterator[str]:
    if sections is None:
        yield f"« {text} » n’est pas divisé en fiches : retirez « fiche »."
        return
    for name in names(section):
        if name not in sections.bounds:
            yield f"la fiche « {name} » n’existe pas dans « {text} ». {nearest(name, sections.bounds)}"


def _astray(section: str, first: int, last: int, sections: Sections) -> str:
    """Says where lines are that are not in the fiche named."""
    parts = sections.parts(first, last)
    lines, verb = (f"la ligne {first}", "n’est") if first == last else (f"les lignes {first}-{last}", "ne sont")
    if not parts:
        return f"{lines} {verb} dans aucune fiche."
    if len(parts) == 1 and (parts[0].first, parts[0].last) == (first, last):
        return f"{lines} {verb} pas dans la fiche {section} mais dans {parts[0].section}."
    held = ", ".join(f"{_written(part.first, part.last)} dans {part.section}" for part in parts)
    return f"{lines} {verb} pas dans une seule fiche : {held}."


def _idle(section: str | None, lines: str, sections: Sections) -> Iterator[str]:
    for name in names(section) if section else ():
        if not any(sections.hold(name, first, last) for first, last in line_ranges(lines)):
            yield f"aucune ligne citée n’est dans la fiche {name} : retirez-la."


def _written(first: int, last: int) -> str:
    return f"{first}" if first == last else f"{first}-{last}"
