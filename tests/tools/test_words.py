"""The writer of the words to translate: what changes when a French sentence does, and what it refuses."""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import pytest
import yaml

from app import HERE
from engine.content.problems import ContentError
from tools.words.__main__ import main
from tools.words.collect import collect, content_texts
from tools.words.po_files import Sentence, Translation, merged, read, read_tree, write
from tools.words.update import update

SOURCES = ("questionnaires", "templates", "translations", "web")
AID = """\
id: {id}
nom: {name}
en_bref: Un repas chaud.
source: {{texte: rdas-2023}}
pour_agent:
  - texte: Le texte se contredit.
etapes:
  - texte: Téléphonez.
mots: [cantine]
conditions:
  - {{texte: Vous avez faim., texte_proche: La personne a faim., si: faim, origine: local, source: {{lignes: 1}}}}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of all that is translated, and of its translations."""
    for name in SOURCES:
        shutil.copytree(HERE / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    shutil.copy(HERE / "app.py", tmp_path)
    return tmp_path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Two aids, a page, and their English."""
    for name in ("soupe", "pain"):
        path = tmp_path / "questionnaires" / "aides" / "faim" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(AID.format(id=name, name=name.capitalize()), "utf-8")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "b.html").write_text("{{ _('Au revoir') }} {{ _('Merci') }}", "utf-8")
    (tmp_path / "templates" / "a.html").write_text(
        "{{ _('Merci') }}{% trans count=n %}{{ count }} repas{% pluralize %}{{ count }} repas chauds{% endtrans %}",
        "utf-8",
    )
    (tmp_path / "app.py").write_text("", "utf-8")
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / "langues.yaml").write_text("fr: {nom: Français}\nen: {nom: English}\n", "utf-8")
    assert main([], tmp_path) is None
    return tmp_path


def english(root: Path) -> dict[str, list[str]]:
    """Each file with its lines."""
    folder = root / "translations" / "en"
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8").split("\n") for path in folder.rglob("*.po")}


def changes(before: dict[str, list[str]], after: dict[str, list[str]]) -> dict[str, list[str]]:
    """By file, the lines of its diff."""
    found = {name: [*difflib.unified_diff(before.get(name, []), after.get(name, []), n=3)] for name in before | after}
    return {name: lines for name, lines in found.items() if lines}


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def translate(root: Path, name: str, text: str, string: str) -> None:
    """Fill in one sentence as a translator would."""
    path = root / "translations" / "en" / name
    before = path.read_text("utf-8")
    assert before.count(f'msgid "{text}"\nmsgstr') == 1
    head, tail = before.split(f'msgid "{text}"\n')
    path.write_text(f'{head}msgid "{text}"\nmsgstr "{string}"\n{tail.split(chr(10), 1)[1]}', "utf-8")


@pytest.mark.long
def test_on_a_clean_copy_no_byte_changes(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = english(site)
    assert main([], site) is None
    assert changes(before, english(site)) == {}


def test_a_sentence_that_changes_touches_the_file_of_its_aid_alone(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = english(site)
    aid = site / "questionnaires" / "aides" / "autonomie" / "apa-domicile.yaml"
    replace(aid, "Choisissez par exemple un service", "Prenez par exemple un service")
    assert main([], site) is None
    changed = changes(before, english(site))
    assert list(changed) == ["aides/autonomie/apa-domicile.po"]
    assert len(changed["aides/autonomie/apa-domicile.po"]) <= 20
    assert capsys.readouterr().out == "en/aides/autonomie/apa-domicile.po : 1 texte à traduire\n"


def test_sentences_stand_in_the_order_of_the_file(small: Path) -> None:
    texts = [sentence.text for sentence in collect(small)["aides/faim/soupe.po"]]
    assert texts == ["Soupe", "Un repas chaud.", "Téléphonez.", "cantine", "Vous avez faim.", "La personne a faim."]


def test_those_of_the_site_stand_in_the_order_of_the_templates(small: Path) -> None:
    assert collect(small)["site.po"] == [
        Sentence(None, "Merci"),
        Sentence(None, "%(count)s repas", "%(count)s repas chauds"),
        Sentence(None, "Au revoir"),
    ]


def test_what_agents_alone_read_is_not_translated(small: Path) -> None:
    assert "Le texte se contredit." in {
        item.text for item in content_texts(small / "questionnaires") if item.for_agents
    }
    assert not [lines for lines in english(small).values() if "contredit" in "\n".join(lines)]


def test_no_note_for_agents_is_in_the_tree() -> None:
    notes = [item for item in content_texts(HERE / "questionnaires") if item.for_agents]
    assert len(notes) > 300
    keys = {sentence.key for sentences in collect(HERE).values() for sentence in sentences}
    assert not keys & {(item.context, item.text) for item in notes}
    assert not [key for key in keys if key[0] in ("AgentNote", "CitedText", "Source", "Example")]


def test_each_file_lists_its_own_and_is_filled_in_from_another(small: Path) -> None:
    translate(small, "aides/faim/soupe.po", "Vous avez faim.", "You are hungry.")
    assert main([], small) is None
    assert 'msgstr "You are hungry."' in english(small)["aides/faim/pain.po"]


def test_two_translations_of_a_sentence_are_refused(small: Path) -> None:
    translate(small, "aides/faim/pain.po", "Vous avez faim.", "You are hungry.")
    translate(small, "aides/faim/soupe.po", "Vous avez faim.", "You feel hungry.")
    before = english(small)
    for asked in ([], ["--compiler", "en"]):
        if asked:
            shutil.copytree(HERE / "questionnaires", small / "questionnaires", dirs_exist_ok=True)
            for extra in (small / "questionnaires" / "aides" / "faim").iterdir():
                extra.unlink()
        said = main(asked, small) or ""
        assert "en/aides/faim/soupe.po, ligne 26 :" in said
        assert "« Vous avez faim. » est traduit « You feel hungry. » ici" in said
        assert "« You are hungry. » dans aides/faim/pain.po, ligne 26." in said
    assert english(small) == before


def test_the_file_of_an_aid_that_is_gone_goes_with_it(small: Path) -> None:
    translate(small, "aides/faim/pain.po", "Pain", "Bread")
    (small / "questionnaires" / "aides" / "faim" / "pain.yaml").rename(small / "questionnaires" / "aides" / "pain.yaml")
    (small / "questionnaires" / "aides" / "faim" / "soupe.yaml").unlink()
    assert main([], small) is None
    assert set(english(small)) == {"site.po", "aides/pain.po"}
    assert 'msgstr "Bread"' in english(small)["aides/pain.po"], "words that move keep their translation"
    assert not (small / "translations" / "en" / "aides" / "faim").exists()


def test_what_is_missing_is_said_in_french(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translate(small, "site.po", "Merci", "Thank you")
    translate(small, "site.po", "Au revoir", "Goodbye")
    assert main([], small) is None
    assert capsys.readouterr().out.splitlines() == [
        "en/site.po : 1 texte à traduire",
        "en/aides/faim/pain.po : 6 textes à traduire",
        "en/aides/faim/soupe.po : 6 textes à traduire",
    ]


def test_a_guess_counts_as_no_translation(small: Path) -> None:
    path = small / "translations" / "en" / "site.po"
    replace(path, 'msgid "Merci"\nmsgstr ""', '#, fuzzy\nmsgid "Merci"\nmsgstr "Mercy"')
    assert main([], small) is None
    assert "Mercy" not in path.read_text("utf-8")


def test_a_remark_of_the_translator_is_kept(small: Path) -> None:
    path = small / "translations" / "en" / "site.po"
    replace(path, 'msgid "Merci"', '# said at a counter\nmsgid "Merci"')
    before = english(small)
    assert main([], small) is None
    assert english(small) == before


def test_words_keep_their_translation_when_their_shape_changes_its_name(small: Path) -> None:
    path = small / "translations" / "en" / "aides" / "faim" / "pain.po"
    translate(small, "aides/faim/pain.po", "Pain", "Bread")
    replace(path, 'msgctxt "Aid"\nmsgid "Pain"', 'msgctxt "Help"\nmsgid "Pain"')
    assert main([], small) is None
    assert 'msgctxt "Aid"\nmsgid "Pain"\nmsgstr "Bread"' in path.read_text("utf-8")


def test_a_new_language_begins_empty_and_is_not_offered(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--nouvelle", "ar"], small) is None
    listed = yaml.safe_load((small / "translations" / "langues.yaml").read_text("utf-8"))
    assert listed["ar"] == {"nom": "العربية"}
    tree = read_tree(small / "translations" / "ar")
    assert set(tree) == set(english(small))
    assert not any(item.done for items in tree.values() for item in items)
    plural = next(item for item in tree["site.po"] if item.sentence.plural)
    assert plural.strings == ("",) * 6, "Arabic counts in six ways"
    assert "ar/site.po : 3 textes à traduire" in capsys.readouterr().out


@pytest.mark.parametrize("code", ["en", "zz", "français", "../en", "de-DE"])
def test_a_language_we_have_or_nobody_knows_is_refused(small: Path, code: str) -> None:
    listed = (small / "translations" / "langues.yaml").read_bytes()
    with pytest.raises(SystemExit, match="«"):
        main(["--nouvelle", code], small)
    assert (small / "translations" / "langues.yaml").read_bytes() == listed


def test_any_sign_is_read_as_it_was_written(tmp_path: Path) -> None:
    odd = 'Un « "guillemet" », une \\ barre,\tune tabulation\net une ligne.'
    items = [
        Translation(Sentence("Aid", odd), (odd,), ("a remark",)),
        Translation(Sentence(None, "%(count)s an", "%(count)s ans"), ("%(count)s year", "%(count)s years")),
    ]
    path = tmp_path / "en" / "site.po"
    assert write(path, "en", items)
    assert [(i.sentence, i.strings, i.remarks) for i in read(path, "en")] == [
        (i.sentence, i.strings, i.remarks) for i in items
    ]
    assert not write(path, "en", items), "the same bytes are not written again"


def test_a_file_that_is_no_po_file_is_refused_with_its_line(small: Path) -> None:
    path = small / "translations" / "en" / "site.po"
    replace(path, 'msgid "Merci"', "<<<<<<< HEAD")
    with pytest.raises(ContentError, match=r"site\.po, ligne \d+ : ce n’est pas un fichier \.po lisible"):
        update(small / "translations" / "en", collect(small))


def test_a_sentence_given_twice_in_one_file_is_checked_too(small: Path) -> None:
    folder = small / "translations" / "en"
    with (folder / "site.po").open("a", encoding="utf-8") as stream:
        stream.write('\nmsgid "Bis"\nmsgstr "one"\n\nmsgid "Bis"\nmsgstr "two"\n')
    with pytest.raises(ContentError, match="« Bis » est traduit « two » ici"):
        merged(folder, read_tree(folder))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("aides/enfance/tisf.po", "en : en français, faute de traduction : enfance.\n"),
        ("guichets.po", "en : tout reste en français, il manque des mots communs à toutes les pages.\n"),
    ],
)
def test_compiling_says_what_stays_in_french(
    site: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    folder = site / "translations" / "en"
    write(folder / name, "en", [Translation(item.sentence) for item in read(folder / name, "en")])
    assert main(["--compiler", "en"], site) is None
    assert capsys.readouterr().out == said
