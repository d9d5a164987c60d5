"""Named conditions: what stands for them everywhere, and what is said of those that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.content.problems import ContentError
from engine.rules.conditions import Expr, parse
from engine.rules.definitions import expand
from tests.engine import small

KNOWN = {"petit": parse("a or b"), "grand": parse("c and d")}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("petit", "a or b"),
        ("petit or e", "a or b or e"),
        ("e or petit", "e or a or b"),
        ("petit and e", "(a or b) and e"),
        ("grand and e", "c and d and e"),
        ("grand or e", "(c and d) or e"),
        ("not petit", "not (a or b)"),
        ("not (petit and e)", "not ((a or b) and e)"),
        ("(a or b) or e", "(a or b) or e"),
        ("petite or e", "petite or e"),
        ("inconnu and petit", "inconnu and (a or b)"),
    ],
)
def test_a_name_means_what_it_was_given(written: str, meant: str) -> None:
    assert expand(parse(written), KNOWN) == parse(meant)


DEFINITIONS = """
- {id: majeur, si: age >= 18, texte: A 18 ans.}
- {id: majeur_ici, si: majeur and lieu != "hors-74", texte: A 18 ans et vit ici.}
"""


def rule(tmp_path: Path, si: str, definitions: str = DEFINITIONS) -> Expr:
    """A condition of the small catalogue as the site understands it."""
    changed = {
        "definitions.yaml": definitions,
        "aides/1/toit.yaml": small.HOME.replace("si: age >= 18", f"si: {si}"),
    }
    aid = small.load(tmp_path, changed).aids["toit"]
    assert aid.conditions[0].rule.text == si
    return aid.conditions[0].rule.expression


def faults(tmp_path: Path, definitions: str, si: str = "age >= 18") -> list[str]:
    with pytest.raises(ContentError) as error:
        rule(tmp_path, si, definitions)
    return str(error.value).splitlines()


def test_a_definition_is_used_by_its_name_and_may_use_an_earlier_one(tmp_path: Path) -> None:
    assert rule(tmp_path, "majeur_ici or inconnu") == parse('(age >= 18 and lieu != "hors-74") or inconnu')


def test_what_is_asked_and_decided_is_that_of_the_rule_in_full(tmp_path: Path) -> None:
    named, full = tmp_path / "named", tmp_path / "full"
    changed = {
        "definitions.yaml": DEFINITIONS,
        "aides/1/toit.yaml": small.HOME.replace("si: age >= 18", "si: majeur_ici"),
    }
    one = small.load(named, changed)
    other = small.load(full, {"aides/1/toit.yaml": small.HOME.replace("age >= 18", 'age >= 18 and lieu != "hors-74"')})
    assert list(one.definitions) == ["majeur", "majeur_ici"]
    for answers in ({}, {"souhait": ["toit"]}, {"souhait": ["toit"], "age": "20"}, {"souhait": ["toit"], "age": "nsp"}):
        found, wanted = small.ask(one, answers), small.ask(other, answers)
        assert (found.pending, found.at_least, found.because) == (wanted.pending, wanted.at_least, wanted.because)


@pytest.mark.parametrize(
    ("definitions", "message"),
    [
        ("- {id: locataire, si: age >= 18, texte: T}", "« locataire » est déjà le nom d’une question : choisissez-en un autre."),
        ("- {id: x, si: agge >= 18, texte: T}", "la question « agge » n’existe pas. Vouliez-vous écrire « age » ?"),
        ("- {id: x, si: age >=, texte: T}", "après « >= » il faut un nombre"),
        ("- {id: x, si: x or age >= 18, texte: T}", "« x » sert dans « x or age >= 18 » : sa définition doit être placée avant."),
        (
            "- {id: x, si: majeur, texte: T}\n- {id: majeur, si: age >= 18, texte: T}",
            "« majeur » sert dans « majeur » : sa définition doit être placée avant.",
        ),
        (
            "- {id: majeur, si: age >= 18, texte: T}\n- {id: x, si: majeurs, texte: T}",
            "la question ou la définition « majeurs » n’existe pas. Vouliez-vous écrire « majeur » ?",
        ),
        ("- {id: un-nom, si: age >= 18, texte: T}", "ce mot n’a pas la bonne forme"),
        ("- {id: x, si: age >= 18}", "il manque la clé « texte »."),
    ],
)  # fmt: skip
def test_a_faulty_definition(tmp_path: Path, definitions: str, message: str) -> None:
    (fault,) = faults(tmp_path, definitions)
    assert fault.startswith(
        f"definitions.yaml, ligne {definitions.count(chr(10)) + 1 if 'majeurs' in definitions else 1} : {message}"
    )


def test_a_faulty_definition_is_told_once_however_many_rules_use_it(tmp_path: Path) -> None:
    assert len(faults(tmp_path, "- {id: x, si: agge >= 18, texte: T}", "x")) == 1


def test_two_definitions_of_one_name(tmp_path: Path) -> None:
    one = "- {id: x, si: age >= 18, texte: T}"
    assert faults(tmp_path, f"{one}\n{one}") == [
        "definitions.yaml, ligne 2 : « x » existe déjà dans definitions.yaml, ligne 1."
    ]
