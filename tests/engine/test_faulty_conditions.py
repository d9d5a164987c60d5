"""Conditions that name what does not exist, or compare what cannot be compared, stop the loading."""

from pathlib import Path

import pytest

from tests.engine.conftest import Faults, ToldOf
from tests.engine.essay import AID, CONDITION


def rule(si: str) -> str:
    return AID + CONDITION.replace("age >= 60", si)


@pytest.mark.parametrize(
    ("si", "message"),
    [
        ("agge >= 60", "la question « agge » n’existe pas. Vouliez-vous écrire « age » ?"),
        ('gir == "7bis"', "« 7bis » n’est pas une réponse de « gir ». Valeurs possibles : 1, 2, 3, 4, 5, 6."),
        (
            'lieu_de_vie in ["domicil"]',
            "« domicil » n’est pas une réponse de « lieu_de_vie ». Vouliez-vous écrire « domicile » ?",
        ),
        ('gir >= "5"', "« gir » se compare avec ==, != ou in."),
        ('gir has "5"', "« gir » se compare avec ==, != ou in."),
        ("gir == 5", "« gir » se compare à un texte entre guillemets."),
        ("gir", "« gir » n’est pas une question oui-non : il faut la comparer à une valeur."),
        ('age == "60"', "« age » se compare à un nombre ou à un barème (<, <=, >, >=, ==, !=)."),
        ('age in ["60"]', "« age » se compare à un nombre ou à un barème (<, <=, >, >=, ==, !=)."),
        ('en_couple == "oui"', "« en_couple » est une question oui-non : écrivez « en_couple » ou « not en_couple »."),
        (
            'aides_percues == "apa"',
            '« aides_percues » admet plusieurs réponses : écrivez aides_percues has "…" ou has ["…", "…"].',
        ),
        (
            'aides_percues has ["apa", "pchh"]',
            "« pchh » n’est pas une réponse de « aides_percues ». Vouliez-vous écrire « pch » ?",
        ),
        ('gir has ["5"]', "« gir » se compare avec ==, != ou in."),
        (
            "en_coupl",
            "la question ou la définition « en_coupl » n’existe pas. Vouliez-vous écrire « en_couple » ?",
        ),
        (
            "habite_ic or inconnu",
            "la question ou la définition « habite_ic » n’existe pas. Vouliez-vous écrire « habite_ici » ?",
        ),
        ('habite_ici == "oui"', "« habite_ici » est une définition : écrivez « habite_ici » seul, ou « not habite_ici »."),
        ('commune == "75056"', "« 75056 » n’est pas une réponse de « commune ». Valeurs possibles : arrivee-recente, hors-74, sans-domicile."),
        (
            "ressources_mensuelles <= bareme.aspa_seule",
            "le montant « aspa_seule » n’existe pas. Vouliez-vous écrire « aspa_seul » ?",
        ),
        ("age => 60", "« => 60 » n’est pas compris dans « age => 60 »."),
        ("age >= 60 and", "une question est attendue au lieu de la fin dans « age >= 60 and »."),
    ],
)  # fmt: skip
def test_a_faulty_condition(told_of: ToldOf, si: str, message: str) -> None:
    assert told_of(rule, si) == [f"aides/essai.yaml, ligne 9 : {message}"]


def test_a_commune_may_be_named_in_a_condition(content: Path, faults: Faults) -> None:
    (content / "aides/essai.yaml").write_text(rule('commune == "74010"'), "utf-8")
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        faults()
