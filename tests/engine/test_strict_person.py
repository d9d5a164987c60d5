"""Words for the person one answers for: an author who writes one wrongly, or in the wrong place, is told where."""

from pathlib import Path

import pytest

from tests.engine.conftest import Faults
from tests.engine.essay import AID
from tests.engine.test_strict_content import QUESTION

TOGETHER = "« proche », « mien » et « genre » vont ensemble."


def other(text: str) -> str:
    """A question with this wording for someone else, on its fourth line."""
    return QUESTION.replace("  court", f'  texte_proche: "{text}"\n  court', 1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{Proch} dort-{il} ?", "« {Proch} » n’est ni un montant ni un mot pour la personne. Vouliez-vous écrire « Proche » ?"),
        ("{bareme.aspa_seule} ?", "le montant « bareme.aspa_seule » n’existe pas. Vouliez-vous écrire « aspa_seul » ?"),
    ],
)  # fmt: skip
def test_a_word_that_stands_for_nobody(content: Path, faults: Faults, text: str, message: str) -> None:
    (content / "questions/essai.yaml").write_text(other(text), "utf-8")
    (fault,) = [item for item in faults() if "ligne 4" in item]
    assert fault == f"questions/essai.yaml, ligne 4 : {message}"


def test_a_sentence_said_to_the_person_does_not_name_a_relative(content: Path, faults: Faults) -> None:
    (content / "aides/essai.yaml").write_text(f'{AID}montant: [{{texte: "Pour {{proche}}."}}]\n', "utf-8")
    (fault,) = faults()
    assert fault == "aides/essai.yaml, ligne 7 : « {proche} » ne se dit que dans « texte_proche » ou « aide_proche »."


@pytest.mark.parametrize(
    ("first", "message"),
    [
        ("{id: un, texte: Un, troisieme_personne: oui, proche: votre mère, mien: ma mère}", TOGETHER),
        ("{id: un, texte: Un, troisieme_personne: oui, proche: votre mère, genre: feminin}", TOGETHER),
        ("{id: un, texte: Un, troisieme_personne: oui, genre: feminin}", TOGETHER),
        (
            "{id: un, texte: Un, proche: votre mère, mien: ma mère, genre: feminin}",
            "« proche » demande « troisieme_personne: oui ».",
        ),
        (
            "{id: un, texte: Un, groupe: A}, {id: trois, texte: Trois, groupe: B}, {id: quatre, texte: Q, groupe: A}",
            "mettez ensemble les réponses du groupe « A ».",
        ),
    ],
)
def test_an_answer_that_is_half_described(content: Path, faults: Faults, first: str, message: str) -> None:
    (content / "questions/essai.yaml").write_text(QUESTION.replace("{id: un, texte: Un}", first), "utf-8")
    assert faults() == [f"questions/essai.yaml, ligne 5 : {message}"]
