"""The guide for social workers against the site: its files load, its examples hold, its messages are the real ones."""

import re
import shutil
from pathlib import Path

import pytest

from engine.case.author_faults import faults_for_authors
from engine.content.catalogue import Catalogue
from engine.content.catalogue_loader import load_catalogue
from engine.content.condition_reader import ConditionReader
from engine.content.problems import ContentError
from tests.copies import slim_copy
from tests.sampled import cases

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/ajouter-une-aide.md").read_text("utf-8")
BLOCKS = re.findall(r"^```yaml\n# (questionnaires/\S+?\.yaml)[^\n]*\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
# The right-hand column of the table of conditions: `… | `condition` |`.
CONDITIONS = re.findall(r"\| `([^`]+)` \|$", GUIDE.split("\n## 3. ")[1].split("\n### ")[0], re.MULTILINE)
EXAMPLE = "aides/autonomie/exemple-accueil-de-jour.yaml"
# What section 7 adds to the papers of the aid, once paper and question are there.
PAPER = re.search(r"^    (- \{piece: exemple-.*\})$", GUIDE, re.MULTILINE)

# What a beginner may write instead, and what the guide says the site will answer.
SLIPS = [
    ("en_bref:", "en_bret:", "la clé « en_bret » n’existe pas ici. Vouliez-vous écrire « en_bref » ?"),
    ("    origine: local\n", "", "il manque la clé « origine »."),
    ("nature: aide\n", "nature: aide\nnature: aide\n", "la clé « nature » est écrite deux fois."),
    ('"À votre charge', "À votre charge", "un texte qui contient « : » doit être entre guillemets droits."),
    ("    origine:", "\torigine:", "une tabulation ; mettez des espaces à la place."),
    ("  - texte: Vous habitez", " - texte: Vous habitez", "la mise en forme n’est pas lisible"),
    ('"2049, 2051"', "2049, 2051", "mettez les numéros de lignes entre guillemets"),
    ("si: aides_percues", "si: aide_percue", "la question « aide_percue » n’existe pas."),
    (
        'has "aide-domicile"',
        'has "aide-a-domicile"',
        "« aide-a-domicile » n’est pas une réponse de « demande_autonomie ».",
    ),
    ('aides_percues has "apa"', 'aides_percues == "apa"', "« aides_percues » admet plusieurs réponses"),
    ('aides_percues has "apa"', "aides_percues", "« aides_percues » n’est pas une question oui-non"),
    ('["1", "2"', "[1, 2", "ne contient que des textes entre guillemets."),
    ("and inconnu)\n", "and inconnu\n", "il manque « ) » dans"),
    ("si: habite_ici", "si: habite_ic", "la question ou la définition « habite_ic » n’existe pas."),
    ("si: habite_ici or", 'si: habite_ici == "oui" or', "« habite_ici » est une définition"),
    ("car: apa\n", "car: appa\n", "la condition « appa » n’existe pas."),
    ("{lignes: 2041}", "{lignes: 99999}", "la ligne 99999 n’existe pas"),
    ("id: exemple-accueil-de-jour", "id: exemple-accueil-du-jour", "donnez-leur le même nom."),
    ("piece: decision-apa", "piece: decison-apa", "la pièce « decison-apa » n’existe pas."),
    ("apa-territoire", "apa-teritoire", "le guichet « apa-teritoire » n’existe pas."),
    (
        "si: lieu_de_vie",
        "si: ressources_mensuelles <= bareme.aspa_seule and lieu_de_vie",
        "le montant « aspa_seule » n’existe pas.",
    ),
    ("nature: aide", "nature: prestation", "« prestation » n’est pas possible ici."),
    ("id: exemple-accueil-de-jour", "id: apa-domicile", "« apa-domicile » existe déjà dans"),
]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the content, with all that the guide tells its reader to write."""
    copy = with_example(tmp_path_factory.mktemp("guide"))
    for name, text in BLOCKS:
        if EXAMPLE not in name:
            with (copy.parent / name).open("a", encoding="utf-8") as file:
                file.write(text)
    aid = (copy / EXAMPLE).read_text("utf-8")
    assert PAPER
    assert aid.count("\npieces:\n") == 1
    (copy / EXAMPLE).write_text(aid.replace("\npieces:\n", f"\npieces:\n  {PAPER[1]}\n"), "utf-8")
    return copy


def with_example(folder: Path) -> Path:
    """A copy of the content, with the aid of the guide alone, as it stands."""
    copy = shutil.copytree(ROOT / "questionnaires", folder / "questionnaires")
    (copy / EXAMPLE).write_text(dict(BLOCKS)[f"questionnaires/{EXAMPLE}"], "utf-8")
    return copy


@pytest.fixture(scope="module")
def catalogue(content: Path) -> Catalogue:
    return load_catalogue(content)


def test_every_yaml_block_says_where_it_goes() -> None:
    assert len(BLOCKS) == GUIDE.count("```yaml") >= 3
    assert f"questionnaires/{EXAMPLE}" in [name for name, _ in BLOCKS]


def test_the_file_of_the_guide_is_named_after_its_aid(catalogue: Catalogue) -> None:
    assert Path(EXAMPLE).stem in catalogue.aids


def test_the_aid_of_the_guide_needs_nothing_else(tmp_path: Path) -> None:
    """Pasted as it stands, before any paper or question of one's own."""
    assert faults_for_authors(load_catalogue(with_example(tmp_path))) == []


def test_the_examples_of_the_guide_hold(catalogue: Catalogue) -> None:
    """With all that the guide adds: what `catalogue verifier` checks finds nothing, each verdict is shown once."""
    assert faults_for_authors(catalogue) == []
    examples = catalogue.aids[Path(EXAMPLE).stem].written.examples
    assert {example.expected for example in examples} == {"probable", "a-verifier", "peu-probable", "non-concerne"}


def test_what_the_guide_adds_is_used(catalogue: Catalogue) -> None:
    """A paper that no aid asks for, or a question that changes nothing, would fail the tests of the whole content."""
    aid = catalogue.aids[Path(EXAMPLE).stem]
    assert "exemple-attestation-presence" in [item.written.document for item in aid.documents]
    assert aid.id in catalogue.aids_on["exemple_jours_accueil"]


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_condition_of_the_guide_can_be_written(catalogue: Catalogue, condition: str) -> None:
    questions = {name: item.written for name, item in catalogue.questions.items()}
    reader = ConditionReader(questions, amounts=catalogue.amounts, communes=catalogue.communes)
    for definition in catalogue.definitions.values():
        assert reader.define(definition, ()) == []
    assert reader.read(condition)[1] == ()


def test_the_table_of_conditions_is_found() -> None:
    assert len(CONDITIONS) >= 10


@pytest.mark.parametrize("slip", cases(SLIPS, [slip[2][:40] for slip in SLIPS], most=12))
def test_a_slip_gets_the_message_of_the_guide(content: Path, tmp_path: Path, slip: tuple[str, str, str]) -> None:
    right, wrong, message = slip
    assert message in plain(GUIDE)
    copy = slim_copy(tmp_path / "questionnaires", content)
    text = (content / EXAMPLE).read_text("utf-8")
    assert right in text
    (copy / EXAMPLE).write_text(text.replace(right, wrong, 1), "utf-8")
    with pytest.raises(ContentError) as error:
        load_catalogue(copy)
    assert message in plain(str(error.value))
