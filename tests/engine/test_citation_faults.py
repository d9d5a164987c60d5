"""A citation beyond the end of its text, out of its fiche, or that runs backwards, stops the loading, wherever it stands."""

import shutil
from pathlib import Path

import pytest

from tests.engine.conftest import Faults, ToldOf
from tests.engine.essay import AID, with_line


@pytest.mark.parametrize(
    ("added", "message"),
    [
        ("duree: [{texte: Un an., source: {lignes: 31661}}]", "la ligne 31661 n’existe pas : « rdas-2023 » finit à la ligne 31660."),
        ("duree: [{texte: Un an., source: {lignes: 12-10}}]", "les lignes « 12-10 » ne se suivent pas."),
        (
            "duree: [{texte: Un an., source: {texte: charte-cooperation, lignes: 1-213}}]",
            "la ligne 213 n’existe pas : « charte-cooperation » finit à la ligne 212.",
        ),
        (
            "postes: [{id: essai-poste, nom: P, en_bref: P., source: {lignes: 40000}}]",
            "la ligne 40000 n’existe pas : « rdas-2023 » finit à la ligne 31660.",
        ),
        (
            "pour_agent: [{texte: Rien., sources: [{lignes: 40000}]}]",
            "la ligne 40000 n’existe pas : « rdas-2023 » finit à la ligne 31660.",
        ),
    ],
)  # fmt: skip
def test_a_citation_that_points_nowhere(told_of: ToldOf, added: str, message: str) -> None:
    assert told_of(with_line, added) == [f"aides/essai.yaml, ligne 7 : {message}"]


def test_the_last_line_may_be_cited(content: Path, faults: Faults) -> None:
    (content / "aides/essai.yaml").write_text(f"{AID}duree: [{{texte: Un an., source: {{lignes: 31660}}}}]\n", "utf-8")
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        faults()


def test_papers_and_shared_rules_are_held_to_it_too(content: Path, faults: Faults) -> None:
    paper = "- {id: essai-papier, nom: Essai, source: {texte: rdas-2023, lignes: 40000}}\n"
    (content / "pieces/essai.yaml").write_text(paper, "utf-8")
    shared = "id: essai\nnom: Essai\nsource: {texte: rdas-2023, lignes: 0-3}\n"
    (content / "regles/essai.yaml").write_text(shared, "utf-8")
    assert faults() == [
        "pieces/essai.yaml, ligne 1 : la ligne 40000 n’existe pas : « rdas-2023 » finit à la ligne 31660.",
        "regles/essai.yaml, ligne 3 : les lignes « 0-3 » ne se suivent pas.",
    ]


OF_FICHE_2_7 = AID.replace('lignes: "12, 34-56"', 'fiche: "1/2-7", lignes: 2059-2255')


def lasting(source: str) -> str:
    """One key more for the aid, on one line: how long it lasts, and where this is written."""
    return f"duree: [{{texte: Un an., source: {{{source}}}}}]\n"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        # In another fiche from end to end.
        ('fiche: "1/2-8", lignes: 2099', "la ligne 2099 n’est pas dans la fiche 1/2-8 mais dans 1/2-7."),
        ('fiche: "1/2-8", lignes: 2099-2105', "les lignes 2099-2105 ne sont pas dans la fiche 1/2-8 mais dans 1/2-7."),
        ('fiche: "1/2-8", lignes: "2300, 12480"', "la ligne 12480 n’est pas dans la fiche 1/2-8 mais dans 1/annexe."),
        (
            'fiche: "1/2-8, 1/2-7", lignes: "2300, 2099, 1929"',
            "la ligne 1929 n’est pas dans la fiche 1/2-8, 1/2-7 mais dans 1/2-5.",
        ),
        # The fiche is that of the aid.
        ("lignes: 2300", "la ligne 2300 n’est pas dans la fiche 1/2-7 mais dans 1/2-8."),
        # Across the end of a fiche, named or not.
        (
            "lignes: 2250-2262",
            "les lignes 2250-2262 ne sont pas dans une seule fiche : 2250-2255 dans 1/2-7, 2259-2262 dans 1/2-8.",
        ),
        (
            'fiche: "1/2-7, 1/2-8", lignes: 2255-2259',
            "les lignes 2255-2259 ne sont pas dans une seule fiche : 2255 dans 1/2-7, 2259 dans 1/2-8.",
        ),
        ("lignes: 2250-2256", "les lignes 2250-2256 ne sont pas dans une seule fiche : 2250-2255 dans 1/2-7."),
        # In no fiche: the title of the Livre 2.
        ("lignes: 3759", "la ligne 3759 n’est dans aucune fiche."),
        ("lignes: 3758-3759", "les lignes 3758-3759 ne sont dans aucune fiche."),
        # A fiche that does not exist, or holds nothing of what is cited.
        (
            'fiche: "1/2-77", lignes: 2099',
            "la fiche « 1/2-77 » n’existe pas dans « rdas-2023 ». Vouliez-vous écrire « 1/2-7 » ?",
        ),
        ('fiche: "1/2-7, 1/2-8", lignes: 2300', "aucune ligne citée n’est dans la fiche 1/2-7 : retirez-la."),
        ('fiche: "1/2-8"', "les lignes 2059-2255 ne sont pas dans la fiche 1/2-8 mais dans 1/2-7."),
        # A text that has no fiches.
        (
            'texte: refus-de-soins, fiche: "1/2-7", lignes: 12',
            "« refus-de-soins » n’est pas divisé en fiches : retirez « fiche ».",
        ),
        ('texte: information-nationale, fiche: "1"', "« information-nationale » n’est pas divisé en fiches : retirez « fiche »."),
    ],
)  # fmt: skip
def test_a_fiche_that_does_not_hold_the_lines(told_of: ToldOf, source: str, message: str) -> None:
    assert told_of(lambda source: OF_FICHE_2_7 + lasting(source), source) == [f"aides/essai.yaml, ligne 7 : {message}"]


def test_the_fiche_of_an_aid_is_said_once_to_be_unknown(content: Path, faults: Faults) -> None:
    """What inherits it cannot be told right from wrong."""
    (content / "aides/essai.yaml").write_text(OF_FICHE_2_7.replace("1/2-7", "1/2-0") + lasting("lignes: 2300"), "utf-8")
    assert faults() == [
        "aides/essai.yaml, ligne 6 : la fiche « 1/2-0 » n’existe pas dans « rdas-2023 ». Vouliez-vous écrire « 1/2-10 » ?"
    ]


@pytest.mark.parametrize(
    "source",
    [
        "lignes: 2059-2255",
        'lignes: "2099, 2105-2110"',
        'fiche: "1/2-8", lignes: 2259-2417',
        'fiche: "1/2-7, 1/annexe", lignes: "2099, 12480"',
        "texte: refus-de-soins, lignes: 12",  # another text does not inherit the fiche
        "",
    ],
)
def test_a_fiche_that_holds_the_lines(told_of: ToldOf, source: str) -> None:
    assert told_of(lambda source: OF_FICHE_2_7 + lasting(source), source) == []


def test_a_variant_inherits_the_fiche_of_its_aid(content: Path, faults: Faults) -> None:
    variant = "postes: [{id: essai-poste, nom: P, en_bref: P., source: {lignes: 2300}}]\n"
    (content / "aides/essai.yaml").write_text(OF_FICHE_2_7 + variant, "utf-8")
    assert faults() == ["aides/essai.yaml, ligne 7 : la ligne 2300 n’est pas dans la fiche 1/2-7 mais dans 1/2-8."]


def test_notes_papers_and_shared_rules_are_held_to_their_fiche(content: Path, faults: Faults) -> None:
    note = "pour_agent:\n  - texte: Rien.\n    sources: [{lignes: 2099}, {lignes: 2300}]\n"
    (content / "aides/essai.yaml").write_text(OF_FICHE_2_7 + note, "utf-8")
    paper = '- {id: essai-papier, nom: Essai, source: {texte: rdas-2023, fiche: "1/2-8", lignes: 2099}}\n'
    (content / "pieces/essai.yaml").write_text(paper, "utf-8")
    shared = 'id: essai\nnom: Essai\nsource: {texte: rdas-2023, fiche: "1/2-8", lignes: 2099}\n'
    (content / "regles/essai.yaml").write_text(shared, "utf-8")
    wrong = "la ligne 2099 n’est pas dans la fiche 1/2-8 mais dans 1/2-7."
    assert faults() == [
        "aides/essai.yaml, ligne 9 : la ligne 2300 n’est pas dans la fiche 1/2-7 mais dans 1/2-8.",
        f"pieces/essai.yaml, ligne 1 : {wrong}",
        f"regles/essai.yaml, ligne 3 : {wrong}",
    ]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (None, "ligne 1 : le fichier manque."),
        ("fiche;debut;fin\n", "ligne 1 : l’en-tête attendu est « texte;fiche;debut;fin »."),
        ("texte;fiche;debut;fin\nrdas-2023;1/1-1;490;\n", "ligne 2 : « debut » et « fin » sont des numéros de ligne."),
    ],
)  # fmt: skip
def test_bounds_of_fiches_that_cannot_be_read(content: Path, faults: Faults, table: str | None, message: str) -> None:
    file = content / "textes/fiches.csv"
    file.unlink()
    if table is not None:
        file.write_text(table, "utf-8")
    assert faults() == [f"textes/fiches.csv, {message}"]


def test_where_no_text_was_read_fiches_are_not_looked_at(content: Path, faults: Faults) -> None:
    shutil.rmtree(content / "textes")
    (content / "aides/essai.yaml").write_text(OF_FICHE_2_7 + lasting("lignes: 2300"), "utf-8")
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        faults()
