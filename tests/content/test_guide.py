"""The guide for social workers against the site: its files load, its examples hold, its messages are the real ones."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from engine.case.assessment import assess
from engine.content.answers import read_answers
from engine.content.catalogue import Catalogue
from engine.content.catalogue_loader import load_catalogue
from engine.content.condition_faults import faults_of_condition
from engine.content.problems import ContentError
from engine.rules.conditions import parse

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/ajouter-une-aide.md").read_text("utf-8")
BLOCKS = re.findall(r"^```yaml\n# (questionnaires/\S+?\.yaml)[^\n]*\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
# The right-hand column of the table of conditions: `… | `condition` |`.
CONDITIONS = re.findall(r"\| `([^`]+)` \|$", GUIDE.split("\n## 3. ")[1].split("\n### ")[0], re.MULTILINE)
EXAMPLE = "aides/autonomie/exemple-accueil-de-jour.yaml"
WITHOUT_DATE = date(2026, 6, 15)

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
    ("si: not (commune", "si: not ((commune", "il manque « ) » dans"),
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
    copy = tmp_path_factory.mktemp("guide") / "questionnaires"
    shutil.copytree(ROOT / "questionnaires", copy)
    for name, text in BLOCKS:
        with (copy.parent / name).open("a", encoding="utf-8") as file:
            file.write(text)
    return copy


@pytest.fixture(scope="module")
def catalogue(content: Path) -> Catalogue:
    return load_catalogue(content)


def test_every_yaml_block_says_where_it_goes() -> None:
    assert len(BLOCKS) == GUIDE.count("```yaml") >= 3
    assert f"questionnaires/{EXAMPLE}" in [name for name, _ in BLOCKS]


def test_the_file_of_the_guide_is_named_after_its_aid(catalogue: Catalogue) -> None:
    assert Path(EXAMPLE).stem in catalogue.aids


def test_the_examples_of_the_guide_hold(catalogue: Catalogue) -> None:
    aid = catalogue.aids[Path(EXAMPLE).stem]
    wanted, found = [], []
    for example in aid.written.examples:
        day = date.fromisoformat(example.day) if example.day else WITHOUT_DATE
        result = assess(aid, read_answers(catalogue, example.answers), catalogue.amounts_at(day))
        wanted.append((example.title, example.expected, example.because))
        found.append((example.title, result.verdict, result.deciding.rule.text if result.deciding else None))
    assert found == wanted
    assert {verdict for _, verdict, _ in found} == {"probable", "a-verifier", "peu-probable", "non-concerne"}


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_condition_of_the_guide_can_be_written(catalogue: Catalogue, condition: str) -> None:
    questions = {name: item.written for name, item in catalogue.questions.items()}
    assert not list(faults_of_condition(parse(condition), questions, catalogue.amounts, catalogue.communes))


def test_the_table_of_conditions_is_found() -> None:
    assert len(CONDITIONS) >= 10


@pytest.mark.parametrize(("right", "wrong", "message"), SLIPS, ids=[slip[2][:40] for slip in SLIPS])
def test_a_slip_gets_the_message_of_the_guide(
    content: Path, tmp_path: Path, right: str, wrong: str, message: str
) -> None:
    assert message in plain(GUIDE)
    copy = shutil.copytree(content, tmp_path / "questionnaires")
    text = (copy / EXAMPLE).read_text("utf-8")
    assert right in text
    (copy / EXAMPLE).write_text(text.replace(right, wrong, 1), "utf-8")
    with pytest.raises(ContentError) as error:
        load_catalogue(copy)
    assert message in plain(str(error.value))
