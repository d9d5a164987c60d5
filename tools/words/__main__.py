"""`python -m tools.words`: bring the words to translate up to date.

With `--nouvelle de`, begin a language; with `--compiler en`, compile one for the site.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from babel import Locale, UnknownLocaleError

from engine.content.catalogue_loader import load_catalogue
from engine.content.languages import FILE, SOURCE_LANGUAGE, read_languages
from engine.content.problems import ContentError
from tools.words.collect import CONTENT, collect
from tools.words.compile import compile_language
from tools.words.update import update

ROOT = Path(__file__).parents[2]


def main(arguments: list[str], root: Path = ROOT) -> str | None:
    """Do what is asked; what went wrong, in French, or nothing."""
    parser = argparse.ArgumentParser("python -m tools.words", description="Les textes à traduire.")
    parser.add_argument("--nouvelle", metavar="CODE", help="commencer une langue, par exemple « de »")
    parser.add_argument("--compiler", metavar="CODE", help="compiler une langue pour le site")
    asked = parser.parse_args(arguments)
    try:
        if asked.compiler:
            catalogue = load_catalogue(root / CONTENT)
            open_needs = compile_language(root / "translations" / asked.compiler, catalogue)
            if open_needs is None:
                print(f"{asked.compiler} : tout reste en français, il manque des mots communs à toutes les pages.")
            elif closed := catalogue.needs.keys() - open_needs:
                print(f"{asked.compiler} : en français, faute de traduction : {', '.join(sorted(closed))}.")
            return None
        if asked.nouvelle:
            begin(root / "translations", asked.nouvelle)
        for line in write(root):
            print(line)
    except ContentError as error:
        return str(error)
    return None


def write(root: Path) -> list[str]:
    """Bring every language up to the French, and say what is missing.

    Raises:
        ContentError: a file cannot be read, or a sentence is translated in two ways.
    """
    collected = collect(root)
    languages = read_languages(root / "translations")
    return [
        f"{lang}/{line}"
        for lang in languages
        if lang != SOURCE_LANGUAGE
        for line in update(root / "translations" / lang, collected)
    ]


def begin(translations: Path, lang: str) -> None:
    """Put a language into the list, not yet offered to visitors.

    Raises:
        ContentError: the list cannot be read.
    """
    try:
        name = Locale.parse(lang).get_display_name() if re.fullmatch("[a-z]{2,3}", lang) else None
    except UnknownLocaleError:
        name = None
    if name is None:
        sys.exit(f"« {lang} » n’est pas le code d’une langue. Par exemple : de, it, ar.")
    if lang in read_languages(translations):
        sys.exit(f"« {lang} » est déjà dans translations/{FILE}.")
    with (translations / FILE).open("a", encoding="utf-8") as stream:
        stream.write(f"{lang}: {{nom: {name[0].upper()}{name[1:]}}}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
