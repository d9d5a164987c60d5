"""Content that is well written but does not fit together stops the loading: unknown names, loops, ids used twice."""

from pathlib import Path

import pytest

from tests.engine.conftest import Faults, ToldOf
from tests.engine.essay import AID, with_line

QUESTION = """- id: essai_question
  type: choix
  texte: Un essai ?
  court: Essai
  options: [{id: un, texte: Un}, {id: deux, texte: Deux}]
  nsp: {qui: La mairie.}
"""


@pytest.mark.parametrize(
    ("added", "message"),
    [
        ("pieces: [piece-identit]", "la pièce « piece-identit » n’existe pas. Vouliez-vous écrire « piece-identite » ?"),
        ("pieces: [{piece: zzzz}]", "la pièce « zzzz » n’existe pas. Valeurs possibles : "),
        ("guichet: {deposer: mairie-cas}", "le guichet « mairie-cas » n’existe pas. Vouliez-vous écrire « mairie-ccas » ?"),
        ("guichet: {decider: mdhp}", "le guichet « mdhp » n’existe pas. Vouliez-vous écrire « mdph » ?"),
        ("regles: [fsl-socl]", "la règle « fsl-socl » n’existe pas. Vouliez-vous écrire « fsl-socle » ?"),
        (
            "exclut: [{avec: apa-domicil, texte: L’une ou l’autre.}]",
            "l’aide « apa-domicil » n’existe pas. Vouliez-vous écrire « apa-domicile » ?",
        ),
        ("exclut: [{texte: L’une ou l’autre.}]", "une exclusion a soit « avec », soit « si »."),
        ("exclut: [{avec: pch, si: age > 1, texte: L’une.}]", "une exclusion a soit « avec », soit « si »."),
        ("exclut: [{si: agge > 1, texte: L’une ou l’autre.}]", "la question « agge » n’existe pas."),
        ("exclut: [{si: age > 1, cede: oui, texte: L’une.}]", "« cede » demande « avec »."),
        ("exclut: [{avec: essai, texte: L’une ou l’autre.}]", "une aide ne s’exclut pas elle-même."),
        ("fermee: oui", "« fermee » demande « deja » : dites qui l’a déjà."),
        ("deja: {si: agge > 1}", "la question « agge » n’existe pas."),
        ("deja: {si: age > 1, pieces: [zzzz]}", "la pièce « zzzz » n’existe pas. Valeurs possibles : "),
        (
            "deja: {si: age > 1, etapes: [{texte: Écrivez., voir: recours-rappo}]}",
            "l’aide « recours-rappo » n’existe pas. Vouliez-vous écrire « recours-rapo » ?",
        ),
        ("delais: [{texte: Vite., qui: vous, urgent: oui}]", "« urgent » demande « quand: maintenant »."),
        ("aussi: agge > 1", "la question « agge » n’existe pas."),
        (
            "conditions: [{texte: A., si: age > 1, signe: age > 0, origine: local, source: {lignes: 12}}]",
            "« signe » et « confirme_par » vont ensemble.",
        ),
        (
            "recours: [{texte: Écrivez., voir: recours-rappo}]",
            "l’aide « recours-rappo » n’existe pas. Vouliez-vous écrire « recours-rapo » ?",
        ),
        (
            'montant: [{texte: "{bareme.aspa_seule} par mois."}]',
            "le montant « bareme.aspa_seule » n’existe pas. Vouliez-vous écrire « aspa_seul » ?",
        ),
        ('montant: [{texte: "{aspa} par mois."}]', "« {aspa} » n’est pas un montant : écrivez {bareme.…}."),
        ("delais: [{texte: Vite., qui: vous, si: agge > 1}]", "la question « agge » n’existe pas."),
        (
            "duree: [{texte: Un an., source: {texte: rdas-2032}}]",
            "le texte « rdas-2032 » n’existe pas. Vouliez-vous écrire « rdas-2023 » ?",
        ),
        (
            "exemples: [{avec: {agge: \"60\"}, alors: probable}]",
            "la question « agge » n’existe pas. Vouliez-vous écrire « age » ?",
        ),
        ("exemples: [{avec: {age: soixante}, alors: probable}]", "« soixante » n’est pas un nombre entier."),
        ('exemples: [{avec: {gir: "7"}, alors: probable}]', "« 7 » n’est pas une réponse possible."),
        ('exemples: [{avec: {age: ["60", "61"]}, alors: probable}]', "une seule réponse est attendue."),
        ('exemples: [{avec: {}, alors: probable, date: "2026-02-30"}]', "« 2026-02-30 » n’est pas une date."),
    ],
)  # fmt: skip
def test_an_aid_that_names_what_does_not_exist(told_of: ToldOf, added: str, message: str) -> None:
    (fault,) = told_of(with_line, added)
    assert fault.startswith(f"aides/essai.yaml, ligne 7 : {message}")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (AID.replace("[logement]", "[logemant]"), 5, "le besoin « logemant » n’existe pas. Vouliez-vous écrire « logement » ?"),
        (AID.replace("besoins: [logement]\n", ""), 1, "il manque la clé « besoins »."),
        (AID.replace("nature: aide\n", ""), 1, "il manque la clé « nature »."),
        (AID.replace("rdas-2023", "rdas-2024"), 6, "le texte « rdas-2024 » n’existe pas. Vouliez-vous écrire « rdas-2023 » ?"),
    ],
)  # fmt: skip
def test_an_aid_that_is_out_of_place(content: Path, faults: Faults, text: str, line: int, message: str) -> None:
    (content / "aides/essai.yaml").write_text(text, "utf-8")
    assert faults() == [f"aides/essai.yaml, ligne {line} : {message}"]


def test_an_aid_id_used_twice(content: Path, faults: Faults) -> None:
    for folder, text in {"logement": AID, "enfance": f"# Une copie.\n{AID}"}.items():
        (content / "aides" / folder / "essai.yaml").write_text(text, "utf-8")
    (fault,) = faults()
    assert fault == "aides/logement/essai.yaml, ligne 1 : « essai » existe déjà dans aides/enfance/essai.yaml, ligne 2."


def test_a_file_named_otherwise_than_its_aid(content: Path, faults: Faults) -> None:
    (content / "aides/essais.yaml").write_text(f"# Un essai.\n{AID}", "utf-8")
    told = "l’identifiant est « essai » et le fichier « essais.yaml » : donnez-leur le même nom."
    assert faults() == [f"aides/essais.yaml, ligne 2 : {told}"]


def test_a_sub_form_with_the_id_of_an_aid(content: Path, faults: Faults) -> None:
    form = "postes:\n  - {id: essai, nom: Poste, en_bref: Un poste., source: {}}\n"
    (content / "aides/essai.yaml").write_text(AID + form, "utf-8")
    assert faults() == ["aides/essai.yaml, ligne 1 : l’aide « essai » existe déjà ailleurs."]


def test_a_question_that_waits_for_a_later_one(content: Path, faults: Faults) -> None:
    first = QUESTION.replace("  type", '  si: essai_suite == "un"\n  type', 1)
    (content / "questions/essai.yaml").write_text(first + QUESTION.replace("essai_question", "essai_suite"), "utf-8")
    assert faults() == [
        "questions/essai.yaml, ligne 2 : « essai_question » dépend de « essai_suite », qui doit être placée avant."
    ]


WORDS = '  autrement: [{si: essai_suite == "un", texte: Et vous}]\n  type'
ANSWER = '{si: essai_suite == "un", id: un,'


@pytest.mark.parametrize(
    "first",
    [QUESTION.replace("  type", WORDS, 1), QUESTION.replace("{id: un,", ANSWER, 1)],
    ids=["other words", "an answer"],
)
def test_what_is_put_to_some_hangs_on_earlier_questions_alone(content: Path, faults: Faults, first: str) -> None:
    assert first != QUESTION
    (content / "questions/essai.yaml").write_text(first + QUESTION.replace("essai_question", "essai_suite"), "utf-8")
    (fault,) = faults()
    assert fault.endswith("« essai_question » dépend de « essai_suite », qui doit être placée avant.")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (QUESTION.replace("essai_question", "essai-question"), 1, "ce mot n’a pas la bonne forme"),
        (QUESTION.replace("type: choix", "type: chois"), 2, "« chois » n’est pas possible ici. Vouliez-vous écrire « choix » ?"),
        (QUESTION.replace("type: choix", "type: nombre"), 5, "une question « nombre » n’a pas d’options."),
        (QUESTION.replace(", {id: deux, texte: Deux}", ""), 5, "une question à choix a au moins deux options."),
        (QUESTION.replace("id: deux", "id: un"), 5, "l’option « un » est déjà prise."),
        (QUESTION.replace("id: deux", "id: nsp"), 5, "l’option « nsp » est déjà prise."),
        (QUESTION.replace("nsp: {qui: La mairie.}", "nsp: {}"), 6, "il manque la clé « qui »."),
        (QUESTION.replace("  nsp: {qui: La mairie.}\n", ""), 1, "il manque la clé « nsp »."),
        (QUESTION + "  si: essai_question == \"un\"\n", 7, "« essai_question » dépend de « essai_question »"),
        (QUESTION.replace("essai_question", "age"), 1, "« age » existe déjà dans questions/"),
    ],
)  # fmt: skip
def test_a_faulty_question(content: Path, faults: Faults, text: str, line: int, message: str) -> None:
    (content / "questions/essai.yaml").write_text(text, "utf-8")
    (fault,) = faults()
    assert fault.startswith(f"questions/essai.yaml, ligne {line} : {message}")


@pytest.mark.parametrize(
    ("amount", "message"),
    [
        ("", "un barème a soit « valeurs », soit « derive »."),
        (
            ', derive: {de: mtp}, valeurs: [{depuis: "2026-01-01", valeur: "1", reference: Loi}]',
            "un barème a soit « valeurs », soit « derive ».",
        ),
        (", derive: {de: mtpp}", "le barème « mtpp » n’existe pas. Vouliez-vous écrire « mtp » ?"),
        (", derive: {de: aspa_seul}", "« aspa_seul » est lui-même dérivé."),
        (", derive: {de: mtp, fois: aspa_seul}", "« aspa_seul » est lui-même dérivé."),
        (', valeurs: [{depuis: "2026-01-01", valeur: "1 000", reference: Loi}]', "ce mot n’a pas la bonne forme"),
        (', valeurs: [{depuis: "2026-01-01", valeur: "12,5", reference: Loi}]', "ce mot n’a pas la bonne forme"),
        (', valeurs: [{depuis: 01/01/2026, valeur: "1", reference: Loi}]', "ce mot n’a pas la bonne forme"),
        (', valeurs: [{depuis: "2026-13-01", valeur: "1", reference: Loi}]', "« 2026-13-01 » n’est pas une date."),
        (', valeurs: [{depuis: "2026-01-01", jusque: "2025-12-31", valeur: "1", reference: Loi}]', "« jusque » est avant « depuis »."),
        (', derive: {de: mtp, divise: "0"}', "on ne divise pas par zéro."),
        (', valeurs: [{depuis: "2026-01-01", valeur: "1"}]', "il manque la clé « reference »."),
    ],
)  # fmt: skip
def test_a_faulty_amount(content: Path, faults: Faults, amount: str, message: str) -> None:
    file = content / "baremes.yaml"
    before = file.read_text("utf-8").rstrip("\n")
    file.write_text(f"{before}\n- {{id: essai, nom: Essai, unite: euros{amount}}}\n", "utf-8")
    (fault,) = faults()
    assert fault.startswith(f"baremes.yaml, ligne {before.count(chr(10)) + 2} : {message}")
