"""Compiles what is translated into one catalogue a language, with the needs that the language has in full.

Of a need that is not complete, nothing goes in: its pages are French, and never half so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog as Messages
from babel.messages.mofile import write_mo

from engine.content.catalogue import Catalogue
from engine.content.languages import HEADER, OpenNeeds
from engine.content.prose import resident_prose
from tools.words.collect import SITE
from tools.words.po_files import Key, Translation, Tree, merged, plural_forms, read_tree


def compile_language(folder: Path, catalogue: Catalogue) -> OpenNeeds:
    """Write the compiled catalogue of the language in `folder`, and say which needs it has.

    Raises:
        ContentError: a file cannot be read, or a sentence is translated in two ways.
    """
    tree = read_tree(folder)
    known = merged(folder, tree)
    open_needs = find_open_needs(catalogue, tree, known)
    closed = _words_of_closed_needs(catalogue, open_needs)
    target = folder / "LC_MESSAGES" / "messages.mo"
    target.parent.mkdir(parents=True, exist_ok=True)
    messages = _Compiled(folder.name, open_needs)
    for key, item in known.items():
        if key not in closed:
            sentence, strings = item.sentence, item.strings
            text = (sentence.text, sentence.plural) if sentence.plural else sentence.text
            messages.add(text, strings if sentence.plural else strings[0], context=sentence.context)
    with target.open("wb") as stream:
        write_mo(stream, messages)
    return open_needs


def find_open_needs(catalogue: Catalogue, tree: Tree, known: Mapping[Key, Translation]) -> OpenNeeds:
    """The needs all of whose words are known; nothing where those that every page may show are not."""
    site = tree.get(SITE, [])
    if not site or not all(item.done for item in site) or shared_words(catalogue) - known.keys():
        return None
    return frozenset(need for need in catalogue.needs if not words_of(catalogue, need) - known.keys())


def shared_words(catalogue: Catalogue) -> set[Key]:
    """What a resident may read of the content whatever the need."""
    held = (catalogue.needs, catalogue.rules, catalogue.amounts, catalogue.roles, catalogue.offices, catalogue.letters)
    parts: list[Any] = [part for items in held for part in items.values()]
    parts += [item.written for item in catalogue.emergencies.values()]
    return _words([*parts, *(route.written for route in catalogue.routes)])


def words_of(catalogue: Catalogue, need: str) -> set[Key]:
    """What a resident may read for this need: its questions, its aids and their papers."""
    needs = frozenset([need])
    aids = catalogue.aids_for(needs)
    papers = {paper.written.document for aid in aids for paper in aid.documents}
    return _words(
        [
            *(item.written for item in catalogue.questions_for(needs)),
            *(aid.written for aid in aids),
            *(catalogue.documents[paper] for paper in papers),
        ]
    )


def _words_of_closed_needs(catalogue: Catalogue, open_needs: OpenNeeds) -> set[Key]:
    """The words of needs that are not open, without those that open ones need too."""
    has = open_needs or frozenset()
    shared = shared_words(catalogue).union(*(words_of(catalogue, need) for need in has))
    closed: set[Key] = set().union(*(words_of(catalogue, need) for need in catalogue.needs if need not in has))
    return closed - shared


def _words(parts: Iterable[Any]) -> set[Key]:
    return {key for part in parts for key in resident_prose(part)}


class _Compiled(Messages):
    """Messages whose header holds no date, and says what is open."""

    def __init__(self, lang: str, open_needs: OpenNeeds) -> None:
        super().__init__(locale=lang, charset="utf-8")
        self._lang, self._open_needs = lang, open_needs

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        headers = [
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Language", self._lang),
            ("Plural-Forms", plural_forms(self._lang)),
        ]
        if self._open_needs is not None:
            headers.append((HEADER, " ".join(sorted(self._open_needs))))
        return headers
