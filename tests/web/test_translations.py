"""Each language but French says all that French says, and nothing else. French is the source: it has no catalogue."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from app import HERE
from tests.web.crawl import Crawl
from tests.web.messages import BEGUN, COMPLETE, PLACEHOLDER, TAG, TRANSLATIONS, numbers, pairs, placeholders, translated
from tests.web.words import words
from tools.words.collect import EVERYWHERE, collect
from tools.words.po_files import Sentence, read_tree
from tools.words.update import update

LANGS = pytest.mark.parametrize("lang", BEGUN)
WHOLE = pytest.mark.parametrize("lang", COMPLETE)
LARGEST = 60_000  # bytes of a file that someone translates in one go
# Explanations that only a translation needs, and whose numbers are no one's age or amount.
GLOSSES = {"en": ("1 = most dependent, 6 = independent", "under 18")}
# The same word, or a name that is not translated. Acronyms need no entry.
SAME = {
    "en": {
        "6e", "AEMO-H", "CeGIDD", "Colibri", "MesVaccins", "Paje", "Pajemploi", "Pala", "Passage",
        "Petits pas Grands pas", "adoption", "aemo-h", "apjm", "arrêté", "association", "baby-sitter", "chlamydia",
        "commission", "contraception", "contribution", "couple", "discrimination", "documents", "extension",
        "implant", "infection", "label", "mentor", "mission locale", "monenfant", "mutilation", "notice",
        "papillomavirus", "patch", "prostitution", "regret", "restriction", "secret", "test", "tribunal judiciaire",
        "vaccination",
        "€", "Action Logement", "Alvéole", "Amendement Creton", "Banque de France", "Budget", "Loca-Pass", "Notes",
        "Possible", "Service", "Situation", "Technologies", "Urgent.", "Visale", "Wimoov",
        "alzheimer", "animal", "budget", "bus", "carsat", "compensation", "conférence des financeurs", "cotorep", "crip",
        "divorce", "fam", "famidac", "garage", "ime", "impro", "information", "jaf", "minimum", "parents", "parking",
        "plan", "qualification", "restaurant", "sanction", "sathav", "scooter", "sport", "suspension", "table", "taxi",
        "train", "transport", "usld",
        "domicile de secours", "élection de domicile", "forfait hospitalier", "foyer de vie", "foyers de vie", "habilité",
        "habilitée", "habilités", "habilitées", "habitat inclusif", "pôle médico-social", "pôles médico-sociaux",
        "récépissé", "récépissés", "référente", "référents", "résidence autonomie", "résidences autonomie",
        "tarif dépendance", "ticket modérateur",
    },
}  # fmt: skip
# Little words that no sentence of the language holds, and that a sentence of French can hardly do without.
FRENCH = re.compile(r"\b(vous|votre|vos|est|sont|une|avec|dans|pour|pas|les|des|nous)\b", re.IGNORECASE)
# A French name beside its translation, or a quotation.
QUOTED = re.compile(r"\([^()]*\)|“[^”]*”|«[^»]*»")
# French names used as they are.
NAMES = re.compile(
    r"[Cc]onférence des financeurs|Défenseur des droits|Petits pas Grands pas|rue (de l’|des )\S+|Thonon-les-Bains|\S+-les-\S+"
)


@pytest.fixture(scope="module")
def collected() -> dict[str, list[Sentence]]:
    """All that there is to translate."""
    return collect(HERE)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.po")}


@LANGS
def test_the_words_are_fresh(tmp_path: Path, collected: dict[str, list[Sentence]], lang: str) -> None:
    """Otherwise: `make translations`."""
    copy = tmp_path / lang
    shutil.copytree(TRANSLATIONS / lang, copy)
    update(copy, collected)
    assert files(copy) == files(TRANSLATIONS / lang)


@LANGS
def test_a_file_says_what_its_source_says_in_the_same_order(collected: dict[str, list[Sentence]], lang: str) -> None:
    tree = read_tree(TRANSLATIONS / lang)
    assert {name: [item.sentence for item in items] for name, items in tree.items()} == collected
    assert set(EVERYWHERE) <= tree.keys()


@LANGS
def test_a_file_is_small_and_holds_nothing_that_moves_by_itself(lang: str) -> None:
    for name, content in files(TRANSLATIONS / lang).items():
        assert len(content) <= LARGEST, name
        assert not re.search(rb"^#[:~|]|^#, .*fuzzy|-Date:", content, re.MULTILINE), name
        assert b"\r" not in content, name


def test_french_needs_no_catalogue() -> None:
    assert sorted(path.name for path in TRANSLATIONS.iterdir() if path.is_dir()) == sorted(BEGUN)
    assert not list(TRANSLATIONS.rglob("*.pot"))


@WHOLE
def test_nothing_is_missing(lang: str) -> None:
    missing = {
        name: [item.sentence.text for item in items if not item.done]
        for name, items in read_tree(TRANSLATIONS / lang).items()
    }
    assert {name: texts for name, texts in missing.items() if texts} == {}


@LANGS
def test_each_plural_has_all_its_forms(lang: str) -> None:
    forms = Catalog(locale=lang).num_plurals
    assert all(len(item.strings) == (forms if item.sentence.plural else 1) for item in translated(lang))


@LANGS
def test_placeholders_and_tags_are_kept(lang: str) -> None:
    for item in translated(lang):
        for text, string in pairs(item):
            if not (item.sentence.plural and placeholders(text) == ["%(count)s"] and not placeholders(string)):
                assert placeholders(string) == placeholders(text), text
            assert sorted(TAG.findall(string)) == sorted(TAG.findall(text)), text


@LANGS
def test_numbers_are_kept(lang: str) -> None:
    changed = []
    for item in translated(lang):
        for text, string in pairs(item):
            bare = string
            for gloss in GLOSSES.get(lang, ()):
                bare = bare.replace(gloss, "")
            if numbers(text) not in (numbers(string), numbers(bare)):
                changed.append((text, string))
    assert changed == []


def acronyms(lang: str) -> set[str]:
    """Words written in capitals somewhere; a search word may write them small."""
    texts = " ".join(text for item in translated(lang) for text, _ in pairs(item))
    return {word.casefold() for word in re.findall(r"\b[A-Z][A-Z0-9]+\b", texts)}


@WHOLE
def test_no_text_is_left_in_french(lang: str) -> None:
    known = acronyms(lang)
    same = {text for item in translated(lang) for text, string in pairs(item) if text == string}
    untranslated = {
        text for text in same if not all(word in known or word.isdecimal() for word in text.casefold().split())
    }
    assert untranslated - SAME[lang] == set()


@WHOLE
def test_no_sentence_is_half_in_french(lang: str) -> None:
    halves = []
    for item in translated(lang):
        for _, string in pairs(item):
            if found := FRENCH.search(NAMES.sub("", QUOTED.sub("", string))):
                halves.append(f"{found[0]}: {string}")
    assert halves == []


def longest_piece(text: str) -> str:
    """The longest run of words of a message that reach the page as they are."""
    pieces = re.split(f"{PLACEHOLDER.pattern}|{TAG.pattern}", text)
    return max((piece.strip() for piece in pieces), key=len)


@WHOLE
def test_no_page_shows_the_french_of_a_message(crawled: Callable[[str], Crawl], lang: str) -> None:
    """What is marked as French is a name or a citation, and is left out; so is what a translation keeps."""
    pages = {address: words(page, lang) for address, page in crawled(lang).pages.items()}
    everything = "\n".join(pages.values())
    texts = [pair for item in translated(lang) for pair in pairs(item)]
    kept = "\n".join(string for _, string in texts)
    shown = {
        piece: [address for address, content in pages.items() if piece in content][:3]
        for piece in {longest_piece(text) for text, _ in texts}
        if len(piece.split()) >= 4 and piece in everything and piece not in kept
    }
    assert shown == {}
