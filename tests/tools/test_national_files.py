"""National files, good and bad: what `annuaire importer` does with each. `test_directory_files.py` has the tables."""

from collections.abc import Callable

import pytest

from tests.tools.commands import NATIONAL, OTHER
from tests.tools.commands import written as structures
from tests.tools.conftest import Taken, named
from tests.tools.dila_samples import service, written

KEEP = "--garder"
TWO = "04 50 99 00 00 / 06 12 34 56 78"
# National files: what they hold, the options, what is said.
GOOD_NATIONAL = [
    ("structures", structures([NATIONAL, OTHER]), [], "2 guichets ajoutés"),
    ("a number without its zero", structures([{**NATIONAL, "telephone": "450335000"}]), [], "avait perdu son zéro. Il est remis."),
    ("an old code", structures([{**NATIONAL, "code_insee": "74093"}]), [], "« 74093 » est un ancien code (Cran-Gevrier)."),
    ("the structures of here", structures([NATIONAL, {**OTHER, "code_postal": "38000"}]), [KEEP], "1 structures hors de la Haute-Savoie, laissées."),
    ("the services of the State", written(service(1, "caf", "74010")), [], "1 guichets de l’annuaire de l’administration."),
    ("those of here", written(service(1, "caf", "74010"), service(2, "caf", "38185")), [KEEP], "1 services hors de la Haute-Savoie, laissés."),
    ("a faulty one among them", written(service(1, "caf", "74010"), service(2, "cpam", "74010", telephone=[{"valeur": TWO}])), [KEEP], f"« telephone » : « {TWO} » a plusieurs numéros."),
]  # fmt: skip
BAD_NATIONAL = [
    ("two numbers", structures([{**NATIONAL, "telephone": "tel:0450335000/0612345678"}]), ["structure 1 (Pôle médico-social d'Annecy) : « telephone » : « tel:0450335000/0612345678 » a plusieurs numéros. Gardez-en un seul."]),
    ("an extension", structures([{**NATIONAL, "telephone": "04 50 33 50 00 poste 12"}]), ["structure 1 (Pôle médico-social d'Annecy) : « telephone » : « 04 50 33 50 00 poste 12 » a un poste (12), qu’un téléphone ne compose pas. Gardez le numéro seul."]),
    ("cut half way", written(service(1, "caf", "74010"))[:-40], ["ligne 1 : le JSON n’est pas lisible après le service 0. Le fichier est peut-être coupé."]),
    ("all of France", written(service(1, "caf", "74010"), service(2, "caf", "38185"), service(3, "caf", "01004")), [" : 2 services ne sont pas pour la Haute-Savoie. Pour ne prendre que ceux d’ici, ajoutez --garder."]),
    ("nothing of here", written(service(1, "gendarmerie", "74010")), [" : aucun service de la Haute-Savoie n’a de rôle ici."]),
    ("no date", written(service(1, "caf", "74010", date_modification="")), ["service 1 (Service caf d’essai 1) : il manque « date_modification »."]),
    ("no such day", written(service(1, "caf", "74010", date_modification="31/02/2026")), ["service 1 (Service caf d’essai 1) : « date_modification » n’est pas une date (« 31/02/2026 »)."]),
    ("a day to come", written(service(1, "caf", "74010", date_modification="02/01/2099 10:00:00")), ["service 1 (Service caf d’essai 1) : « date_modification » est dans le futur ou avant l’an 2000 (2099-01-02)."]),
    ("two mairies", written(service(1, "mairie", "74010"), service(2, "mairie", "74010")), ["service 2 (Service mairie d’essai 2) : Annecy a déjà une mairie : Service mairie d’essai 1."]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "options", "said"), GOOD_NATIONAL, ids=named(GOOD_NATIONAL))
def test_a_national_file_is_taken(attempt: Taken, name: str, data: bytes, options: list[str], said: str) -> None:
    found, output = attempt(data, options)
    assert set(found) == {"guichets-importes.yaml"}, name
    assert said in output


@pytest.mark.parametrize(("name", "data", "said"), BAD_NATIONAL, ids=named(BAD_NATIONAL))
def test_a_national_file_is_refused_whole_with_the_reason(
    refused: Callable[..., list[str]], name: str, data: bytes, said: list[str]
) -> None:
    assert refused(data) == [f"essai{'' if fault.startswith(' :') else ', '}{fault}" for fault in said], name
