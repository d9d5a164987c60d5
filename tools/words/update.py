"""Brings the .po files of a language up to the French: the only writer of these files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog

from tools.words.po_files import Key, Sentence, Translation, merged, read_tree, write


def update(folder: Path, collected: Mapping[str, list[Sentence]]) -> list[str]:
    """Make the tree under `folder` say what was collected, and say in French what is then missing.

    Translations are kept, a sentence that another file translates is filled in from there, and one that lost its
    French is dropped. A file whose content would not change is not touched.

    Raises:
        ContentError: a file cannot be read, or a sentence is translated in two ways.
    """
    lang, tree = folder.name, read_tree(folder)
    known = merged(folder, tree)
    forms = Catalog(locale=lang).num_plurals
    missing = []
    for name, sentences in collected.items():
        before = tree.get(name, [])
        reworked = _reworked(before, sentences)
        own = {item.sentence.key: item for item in before}
        items = [_filled(item, own.get(item.key), known, reworked, forms) for item in sentences]
        write(folder / name, lang, items)
        if left := sum(not item.done for item in items):
            missing.append(f"{name} : {left} {'texte' if left == 1 else 'textes'} à traduire")
    _remove(folder, set(tree) - set(collected))
    return missing


def _reworked(before: Iterable[Translation], sentences: Iterable[Sentence]) -> dict[str, Translation]:
    """Translations of the same words under a context that is gone: a shape was given another name."""
    kept = {item.key for item in sentences}
    return {item.sentence.text: item for item in before if item.done and item.sentence.key not in kept}


def _filled(
    sentence: Sentence,
    own: Translation | None,
    known: Mapping[Key, Translation],
    reworked: Mapping[str, Translation],
    forms: int,
) -> Translation:
    """A sentence with what is known of its translation, and the remarks of this file on it."""
    source = known.get(sentence.key) or own or reworked.get(sentence.text)
    strings = source.strings if source else ()
    wanted = forms if sentence.plural else 1
    remarks = own.remarks if own else ()
    return Translation(sentence, strings if len(strings) == wanted else ("",) * wanted, remarks)


def _remove(folder: Path, names: Iterable[str]) -> None:
    """Files whose source is gone, and the folders that they leave empty."""
    for name in names:
        path = folder / name
        path.unlink()
        for parent in path.relative_to(folder).parents:
            if parent.parts and not any((folder / parent).iterdir()):
                (folder / parent).rmdir()
