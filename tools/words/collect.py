"""Collects the sentences to translate, file by file, each in the order in which one reads them.

Which texts of the content these are is said once, by `Prose` in its shapes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file

from engine.content.file_shapes import FILE_SHAPES
from engine.content.french_keys import KeyPath
from engine.content.problems import ContentError, Problem
from engine.content.prose import prose
from engine.content.strict_yaml import load_yaml, yaml_files
from tools.words.po_files import Sentence

CONTENT = "questionnaires"
SITE, SHARED, OFFICES = "site.po", "commun.po", "guichets.po"
RULES, SITUATIONS, ELSEWHERE = "regles.po", "situations.po", "ailleurs.po"
GLOSSARY, LETTERS = "mots.po", "lettres.po"
# What every page of the site may show, whatever the need.
EVERYWHERE = (SITE, SHARED, OFFICES, RULES, SITUATIONS, ELSEWHERE, GLOSSARY, LETTERS)

_TEMPLATES: dict[str, str] = {"trimmed": "true", "silent": "false"}
_KEYWORDS = {**DEFAULT_KEYWORDS, "lazy_gettext": None}


class ContentText(NamedTuple):
    """A text of the content, and where it is written."""

    file: str
    line: int
    context: str
    text: str
    for_agents: bool


def collect(root: Path) -> dict[str, list[Sentence]]:
    """For each .po file of a language, its sentences; a file without any is left out.

    Raises:
        ContentError: a content file cannot be read.
    """
    found: dict[str, dict[tuple[str | None, str], Sentence]] = {SITE: _once(_site(root))}
    for item in content_texts(root / CONTENT):
        if not item.for_agents:
            sentence = Sentence(item.context, item.text)
            found.setdefault(_po_file(item.file), {}).setdefault(sentence.key, sentence)
    return {name: list(sentences.values()) for name, sentences in found.items() if sentences}


def content_texts(content: Path) -> Iterator[ContentText]:
    """Every text of the content that a person reads, in reading order.

    Raises:
        ContentError: a file cannot be read, or none of our shapes is for it.
    """
    for name in yaml_files(content, "."):
        shape = FILE_SHAPES.get(Path(name).parts[0])
        if shape is None:
            raise ContentError([Problem(name, 1, "ce fichier n’est pas connu de engine/content/file_shapes.py.")])
        file = load_yaml(content, name, shape)
        order = {place: rank for rank, place in enumerate(file.lines)}
        for said in sorted(prose(file.value), key=lambda said: _rank(order, said.place)):
            yield ContentText(name, file.line(*said.place), said.context, said.text, said.for_agents)


def _rank(order: dict[KeyPath, int], place: KeyPath) -> int:
    """Where a text stands in its file; one that the file leaves out, where it would."""
    while place not in order:
        place = place[:-1]
    return order[place]


def _po_file(name: str) -> str:
    """The .po file that holds the sentences of a content file."""
    path = Path(name)
    if path.parts[0] in ("aides", "questions", "pieces") or path.stem.startswith("guichets"):
        return path.with_suffix(".po").as_posix()
    if path.parts[0] == "regles":
        return RULES
    return path.with_suffix(".po").name if path.stem in ("situations", "ailleurs", "mots", "lettres") else SHARED


def _site(root: Path) -> Iterator[Sentence]:
    """The words of the templates, sorted by name, then those of the code."""
    for path in sorted((root / "templates").rglob("*.html")):
        yield from _extracted(path, "jinja2", _TEMPLATES)
    for path in [root / "app.py", *sorted((root / "web").rglob("*.py"))]:
        yield from _extracted(path, "python", {})


def _extracted(path: Path, method: str, options: dict[str, str]) -> Iterator[Sentence]:
    for _, text, _, context in extract_from_file(method, path, keywords=_KEYWORDS, options=options):
        if isinstance(text, str):
            yield Sentence(context, text)
        else:
            yield Sentence(context, text[0], text[1])


def _once(sentences: Iterable[Sentence]) -> dict[tuple[str | None, str], Sentence]:
    """Each at its first place; one that has a plural somewhere has it everywhere."""
    found: dict[tuple[str | None, str], Sentence] = {}
    for sentence in sentences:
        known = found.setdefault(sentence.key, sentence)
        if sentence.plural and not known.plural:
            found[sentence.key] = sentence
    return found
