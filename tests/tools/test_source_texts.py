"""The tool that keeps what proves our citations, on two small made-up texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.content.catalogue_loader import load_catalogue
from engine.content.problems import ContentError
from engine.content.sections import FOLDER
from engine.content.shapes.base import Source
from engine.content.shapes.cited_texts import CitedText
from engine.content.source_texts import INDEX, RUNS, SourceText, SourceTexts, load_source_texts
from engine.content.strict_yaml import load_yaml
from engine.content.word_runs import HashedRuns, pack, runs
from tools.moved_lines import moved_citations
from tools.section_bounds import MismatchError
from tools.source_texts import CONTENT, main, make, write

SENTENCE = "Le vieux meunier du village moud chaque matin le grain de ses voisines"
PAGE = f"""\
# Le moulin

{SENTENCE}.
Il ouvre **30 heures** par semaine, sauf le premier lundi du trimestre.
\u00a0
Appelez le 04 50 00 00 01 ou écrivez à Meunier@Exemple.org, 74999 Moulinville.
"""
SOURCES = [
    CitedText(id="moulin", name="Le moulin", file="moulin.txt"),
    CitedText(id="oral", name="Ce qui se dit"),
    CitedText(id="puits", name="Le puits", file="puits.txt"),
]


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    (tmp_path / "moulin.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "puits.txt").write_text("Un puits.", encoding="utf-8")
    return tmp_path


def kept(seeds: Path) -> SourceTexts:
    (seeds / "contenus").mkdir(exist_ok=True)
    write(make(seeds, SOURCES), seeds / "contenus/textes")
    return load_source_texts(seeds / "contenus")


@pytest.fixture
def mill(seeds: Path) -> SourceText:
    return kept(seeds).texts["moulin"]


def test_only_texts_with_a_file_are_kept(seeds: Path) -> None:
    assert set(kept(seeds).texts) == {"moulin", "puits"}


def test_lines_are_counted_and_blank_ones_known(mill: SourceText) -> None:
    assert mill.line_count == 7
    assert mill.has(1, 7)
    assert not mill.has(7, 8)
    assert not mill.has(0, 1)
    assert not mill.has(4, 3)
    assert [number for number in range(1, 8) if mill.is_blank(number, number)] == [2, 5, 7]
    assert not mill.is_blank(1, 7)


def test_figures_are_those_of_the_cited_lines(mill: SourceText) -> None:
    assert mill.figures("4") == {"30", "1", "3"}
    assert mill.figures("1-3, 5") == set()


@pytest.mark.parametrize("contact", ["0450000001", "74999", "meunier@exemple.org", "Meunier@exemple.org"])
def test_contacts_are_recognised_where_they_are_printed(mill: SourceText, contact: str) -> None:
    assert mill.prints(contact, "6")
    assert not mill.prints(contact, "1-5")


@pytest.mark.parametrize("contact", ["0450000002", "7499", "74998", "eunier@exemple.org", "450000001"])
def test_other_contacts_are_not(mill: SourceText, contact: str) -> None:
    assert not mill.prints(contact, "1-7")


def test_a_copied_run_is_recognised_and_a_reworded_one_is_not(seeds: Path) -> None:
    found = kept(seeds).runs
    assert all(run in found for run in runs(SENTENCE.upper()))
    assert not any(run in found for run in runs(SENTENCE.replace("moud", "garde").replace("le grain", "un grain")))


def test_no_word_of_the_texts_is_kept(seeds: Path) -> None:
    kept(seeds)
    written = b"".join(path.read_bytes() for path in (seeds / "contenus/textes").iterdir()).lower()
    words = ("meunier", "village", "grain", "voisines", "heures", "trimestre", "0450", "exemple", "moulinville")
    assert [word for word in words if word.encode() in written] == []


def test_making_them_twice_changes_nothing(seeds: Path) -> None:
    folder = seeds / "textes"
    assert len(write(make(seeds, SOURCES), folder)) == 6
    assert write(make(seeds, SOURCES), folder) == []
    (folder / "retired.csv").touch()
    assert write(make(seeds, SOURCES), folder) == ["retired.csv"]


@pytest.mark.parametrize("name", ["moulin.csv", RUNS])
def test_a_file_changed_by_hand_is_refused(seeds: Path, name: str) -> None:
    kept(seeds)
    altered = seeds / "contenus/textes" / name
    content = altered.read_bytes()
    altered.write_bytes(bytes([content[0] ^ 1]) + content[1:])
    with pytest.raises(ContentError, match=f"textes/{name}, ligne 1 : le fichier n’est plus celui"):
        load_source_texts(seeds / "contenus")


@pytest.mark.parametrize("name", ["puits.csv", INDEX])
def test_a_missing_file_is_refused(seeds: Path, name: str) -> None:
    kept(seeds)
    (seeds / "contenus/textes" / name).unlink()
    with pytest.raises(ContentError, match="le fichier manque"):
        load_source_texts(seeds / "contenus")


def test_a_new_edition_says_where_each_cited_line_went(seeds: Path) -> None:
    before = kept(seeds).texts
    text = PAGE.replace("# Le moulin", "Un mot nouveau.\n\n#  **Le moulin**").replace("30 heures", "31 heures")
    (seeds / "moulin.txt").write_text(text, encoding="utf-8")
    cited = [
        ("farine", Source(cited_text="moulin", lines="1, 3-6")),
        ("farine", Source(cited_text="moulin", lines="1, 3-6")),
        ("heures", Source(cited_text="moulin", lines="4")),
        ("eau", Source(cited_text="puits", lines="1")),
        ("conseil", Source(cited_text="oral")),
    ]
    assert list(moved_citations(cited, before, kept(seeds).texts)) == [
        "farine : moulin, lignes 1, 3-6 → 3, 5-8 ; changées ou disparues : 4",
        "heures : moulin, lignes 4 → aucune ; changées ou disparues : 4",
    ]
    assert list(moved_citations(cited, before, before)) == []


def test_hashed_runs_hold_what_was_put_in_and_say_how_often_chance_errs() -> None:
    put = [tuple(f"{word}{number}" for word in "abcdefgh") for number in range(3000)]
    others = [(*run[:-1], "z") for run in put]
    found = HashedRuns(pack([*put, *put]))
    assert len(found) == 3000
    assert found.odds == 3000 / 2**40
    assert all(run in found for run in put)
    assert not any(run in found for run in others)


@pytest.mark.parametrize("packed", [b"", bytes(65_535), bytes(65_536) + b"abc", b"\1" + bytes(65_535) + b"ab"])
def test_bytes_that_are_no_hashed_runs_are_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match="drawers"):
        HashedRuns(packed)


@pytest.mark.parametrize("arguments", [[], ["here", "there"]])
def test_without_one_folder_it_says_how_it_is_run(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "python -m tools.source_texts SEEDS_FOLDER" in capsys.readouterr().err


def test_a_text_that_is_not_there_is_named_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in (CONTENT / FOLDER).iterdir()}
    assert main([str(tmp_path)]) == 2
    assert "Il manque un texte" in capsys.readouterr().err
    assert {path.name: path.stat().st_mtime_ns for path in (CONTENT / FOLDER).iterdir()} == before


def test_citations_out_of_their_fiche_do_not_keep_the_texts_from_being_read_again(
    content: Path, seeds: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a new edition, half of the lines may be those of the old one: here, no fiche is left."""
    for source in load_yaml(content, "sources.yaml", list[CitedText]).value:
        if source.file:
            (seeds / source.file).touch()
    monkeypatch.setattr("tools.source_texts.CONTENT", content)
    assert main([str(seeds)]) == 0
    with pytest.raises(ContentError, match="n’est pas divisé en fiches"):
        load_catalogue(content)
    capsys.readouterr()
    assert main([str(seeds)]) == 0
    assert capsys.readouterr().out == "Rien n’a changé.\n"


def test_a_text_whose_fiches_cannot_be_told_is_refused(
    seeds: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(lines: object) -> list[object]:
        raise MismatchError("Livre 1 : 2 fiches au sommaire, 3 titres dans le texte.")

    for source in load_yaml(CONTENT, "sources.yaml", list[CitedText]).value:
        if source.file:
            (seeds / source.file).touch()
    monkeypatch.setattr("tools.source_texts.section_bounds", refuse)
    assert main([str(seeds)]) == 2
    assert "Les fiches ne suivent pas le sommaire. Livre 1" in capsys.readouterr().err
