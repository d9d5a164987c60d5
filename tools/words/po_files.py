"""The .po files of a language: read with their lines, merged without contradiction, written always in the same way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, PoFileParser

from engine.content.problems import ContentError, Problem

Key = tuple[str | None, str]


@dataclass(frozen=True)
class Sentence:
    """A French text to translate, with its context, and its plural where it counts something."""

    context: str | None
    text: str
    plural: str | None = None

    @property
    def key(self) -> Key:
        """What tells it from all others."""
        return self.context, self.text


@dataclass(frozen=True)
class Translation:
    """A sentence in another language, one string a plural form; `remarks` are the translator's own."""

    sentence: Sentence
    strings: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    line: int = 0

    @property
    def done(self) -> bool:
        """Whether nothing of it is missing."""
        return bool(self.strings) and all(self.strings)


Tree = Mapping[str, list[Translation]]


def read_tree(folder: Path) -> dict[str, list[Translation]]:
    """The .po files under the folder of a language, by their names in it.

    Raises:
        ContentError: one of them is not a .po file.
    """
    paths = sorted(folder.rglob("*.po"))
    return {path.relative_to(folder).as_posix(): read(path, folder.name) for path in paths}


def read(path: Path, lang: str) -> list[Translation]:
    """The translations of a file in their order. One marked as a guess (`fuzzy`) counts as none.

    Raises:
        ContentError: it is not a .po file.
    """
    noting = _Noting(locale=lang)
    try:
        with path.open("rb") as stream:
            PoFileParser(noting, ignore_obsolete=True, abort_invalid=True).parse(stream)
    except (PoFileError, UnicodeDecodeError) as error:
        line = getattr(error, "lineno", None) or 0
        shown = path.as_posix().rpartition(f"/{lang}/")[2]
        said = f"ce n’est pas un fichier .po lisible ({error})."
        raise ContentError([Problem(f"{lang}/{shown}", line + 1, said)]) from None
    return [_translation(message) for message in noting.noted]


class _Noting(Catalog):
    """A catalogue that notes each message as it comes, one given twice included."""

    def __init__(self, locale: str) -> None:
        super().__init__(locale=locale)
        self.noted: list[Message] = []

    def __setitem__(self, id: str | tuple[str, ...] | list[str], message: Message) -> None:  # noqa: A002
        if id:
            self.noted.append(message)
        super().__setitem__(id, message)


def _translation(message: Message) -> Translation:
    text, *plural = [message.id] if isinstance(message.id, str) else message.id
    strings = [message.string] if isinstance(message.string, str) else message.string or ()
    return Translation(
        Sentence(message.context, text, plural[0] if plural else None),
        () if message.fuzzy else tuple(string or "" for string in strings),
        tuple(message.user_comments),
        message.lineno or 0,
    )


def merged(folder: Path, tree: Tree) -> dict[Key, Translation]:
    """All that is translated, by its key.

    Raises:
        ContentError: the same sentence is translated in two ways; names each place.
    """
    found: dict[Key, tuple[str, Translation]] = {}
    problems = []
    for name, translations in tree.items():
        for item in translations:
            if not item.done:
                continue
            where, known = found.setdefault(item.sentence.key, (name, item))
            if known.strings != item.strings and len(known.strings) == len(item.strings):
                said = f"« {item.sentence.text} » est traduit « {item.strings[0]} » ici, et « {known.strings[0]} » dans"
                problems.append(Problem(f"{folder.name}/{name}", item.line, f"{said} {where}, ligne {known.line}."))
    if problems:
        raise ContentError(problems)
    return {key: item for key, (_, item) in found.items()}


def write(path: Path, lang: str, translations: Iterable[Translation]) -> bool:
    """Write a file, unless it holds these very bytes already; whether it was written."""
    text = "\n".join([_header(lang), *map(_written, translations)]).encode()
    if path.exists() and path.read_bytes() == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)
    return True


def plural_forms(lang: str) -> str:
    """How a language counts, as gettext wants it said."""
    return Catalog(locale=lang).plural_forms


def _header(lang: str) -> str:
    lines = (
        f"Language: {lang}",
        f"Plural-Forms: {plural_forms(lang)}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
    )
    return 'msgid ""\nmsgstr ""\n' + "".join(f'"{line}\\n"\n' for line in lines)


def _written(item: Translation) -> str:
    sentence = item.sentence
    lines = [f"# {remark}".rstrip() for remark in item.remarks]
    if sentence.context is None and "%(" in sentence.text + (sentence.plural or ""):
        lines.append("#, python-format")
    elif "{bareme." in sentence.text:
        lines.append("#, python-brace-format")
    if sentence.context is not None:
        lines.append(f"msgctxt {_quoted(sentence.context)}")
    lines.append(f"msgid {_quoted(sentence.text)}")
    if sentence.plural is None:
        lines.append(f"msgstr {_quoted(item.strings[0] if item.strings else '')}")
    else:
        lines.append(f"msgid_plural {_quoted(sentence.plural)}")
        lines += [f"msgstr[{index}] {_quoted(string)}" for index, string in enumerate(item.strings)]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A text on one line, as .po files quote it."""
    for sign, written in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r")):
        text = text.replace(sign, written)
    return f'"{text}"'
