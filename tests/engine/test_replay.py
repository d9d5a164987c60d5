"""Examples replayed: each that does not hold is told on one line, with what was expected, found, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.case.author_faults import faults_for_authors
from engine.case.replay import faults_of_examples
from engine.content.problems import ContentError
from tests.engine import small

HOME = small.HOME.replace("{texte: Majeur.,", "{id: majeur, texte: Majeur.,")
LINE = HOME.count("\n") + 2
SURE = "souhait: [toit], locataire: oui"


def loaded(tmp_path: Path, example: str, home: str = HOME) -> list[str]:
    catalogue = small.load(tmp_path, {"aides/1/toit.yaml": f"{home.rstrip()}\nexemples:\n  - {example}\n"})
    return [str(fault) for fault in faults_of_examples(catalogue)]


@pytest.mark.parametrize(
    ("example", "fault"),
    [
        (f"{{titre: T, avec: {{{SURE}, age: '18'}}, alors: probable}}", None),
        (f"{{titre: T, avec: {{{SURE}, age: '17'}}, alors: peu-probable, car: majeur}}", None),
        (f"{{titre: T, avec: {{{SURE}, age: '17'}}, alors: peu-probable, car: age >= 18}}", None),
        (f"{{titre: T, avec: {{{SURE}, age: nsp}}, alors: a-verifier}}", None),
        (
            f"{{titre: Dix-sept ans, avec: {{{SURE}, age: '17'}}, alors: probable}}",
            "exemple « Dix-sept ans » : attendu probable, trouvé peu-probable ; ce qui décide : « majeur ».",
        ),
        (
            f"{{avec: {{{SURE}, age: nsp}}, alors: probable}}",
            "exemple « n° 1 » : attendu probable, trouvé a-verifier ; reste ouvert : « majeur ».",
        ),
        (
            "{titre: T, avec: {souhait: [toit], locataire: non, age: '18'}, alors: peu-probable, car: majeur}",
            "exemple « T » : attendu peu-probable à cause de « majeur » ; ce qui décide : « Locataire. ».",
        ),
        (f"{{titre: T, avec: {{{SURE}, age: '17'}}, alors: peu-probable}}", "exemple « T » : il manque « car » ; ce qui décide : « majeur »."),
        (
            f"{{titre: T, avec: {{{SURE}, age: '18'}}, alors: probable, car: majeur}}",
            "exemple « T » : « car » ne va qu’avec « peu-probable » : retirez-le.",
        ),
        ("{titre: T, avec: {souhait: [carte]}, alors: probable}", "exemple « T » : attendu probable, trouvé non-concerne."),
    ],
)  # fmt: skip
def test_an_example(tmp_path: Path, example: str, fault: str | None) -> None:
    told = f"aides/1/toit.yaml, ligne {LINE} : {fault}"
    assert loaded(tmp_path, example) == ([] if fault is None else [told])


def test_an_example_of_a_sub_form_is_told_where_it_is_written(tmp_path: Path) -> None:
    home = f"{HOME.rstrip()}\n    exemples:\n      - {{titre: F, avec: {{souhait: [carte]}}, alors: probable}}\n"
    catalogue = small.load(tmp_path, {"aides/1/toit.yaml": home})
    (fault,) = faults_of_examples(catalogue)
    assert (fault.file, fault.line) == ("aides/1/toit.yaml", home.count("\n"))


def test_an_example_on_an_amount_needs_a_date(tmp_path: Path) -> None:
    example = "{titre: E, avec: {souhait: [argent], revenus: '900'}, alors: probable%s}"
    said = {}
    for day in ("", ', date: "2026-06-01"', ', date: "2027-06-01"'):
        text = f"{small.MONEY.rstrip()}\nexemples:\n  - {example % day}\n"
        catalogue = small.load(tmp_path, {"aides/2/secours.yaml": text})
        said[day[-11:-7]] = [fault.message for fault in faults_of_examples(catalogue)]
    still_open = "exemple « E » : attendu probable, trouvé a-verifier ; reste ouvert : « Peu de revenus. »"
    assert said == {"": [f"{still_open} ; mettez une « date »."], "2026": [], "2027": [f"{still_open}."]}


def test_a_condition_that_an_example_calls_must_exist(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as error:
        loaded(tmp_path, f"{{avec: {{{SURE}, age: '17'}}, alors: peu-probable, car: majeurs}}")
    hint = "la condition « majeurs » n’existe pas. Vouliez-vous écrire « majeur » ?"
    assert str(error.value) == f"aides/1/toit.yaml, ligne {LINE} : {hint}"


def test_two_conditions_of_one_id(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as error:
        loaded(
            tmp_path,
            "{avec: {}, alors: a-verifier}",
            HOME.replace("{texte: Locataire.,", "{id: majeur, texte: Locataire.,"),
        )
    told = [str(problem) for problem in error.value.problems]
    assert "aides/1/toit.yaml, ligne 9 : l’identifiant « majeur » désigne deux conditions de « toit »." in told


def test_a_rule_that_is_shared_may_be_called_too(tmp_path: Path) -> None:
    residents = small.RESIDENTS.replace("[{texte", "[{id: ici, texte")
    card = f"{small.CARD.rstrip()}\nexemples:\n  - {{avec: {{souhait: [carte], lieu: hors-74}}, alors: peu-probable, car: ici}}\n"
    catalogue = small.load(tmp_path, {"regles/habitants.yaml": residents, "aides/3/carte.yaml": card})
    assert faults_of_examples(catalogue) == []


@pytest.mark.parametrize(
    "word",
    ["lignes 12-15", "l. 12", "page 4", "article L. 232", "fiche 1/2-6", "RDAS", "nos textes", "apa.yaml", "aides_percues", "nsp", "un inconnu", "aide-a-la-vie-partagee"],
)  # fmt: skip
def test_a_word_of_the_workshop_is_not_for_residents(tmp_path: Path, word: str) -> None:
    home = small.HOME.replace("en_bref: Un toit.", f'en_bref: "Un toit, {word}."')
    (fault,) = faults_for_authors(small.load(tmp_path, {"aides/1/toit.yaml": home}))
    assert (fault.file, fault.line) == ("aides/1/toit.yaml", 4)
    assert "ne se lit pas sur le site" in fault.message


@pytest.mark.parametrize(
    "text", ["Un toit de {bareme.plafond}.", "Un lit, page après page.", "Une ligne droite.", "Le rez-de-chaussée."]
)
def test_other_words_are(tmp_path: Path, text: str) -> None:
    home = small.HOME.replace("en_bref: Un toit.", f'en_bref: "{text}"')
    assert faults_for_authors(small.load(tmp_path, {"aides/1/toit.yaml": home})) == []


def test_the_agent_may_read_them(tmp_path: Path) -> None:
    home = f"{small.HOME.replace('postes:', 'pour_agent: [{texte: Voir la ligne 12 du RDAS.}]' + chr(10) + 'postes:')}"
    assert faults_for_authors(small.load(tmp_path, {"aides/1/toit.yaml": home})) == []
