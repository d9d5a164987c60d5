"""An aid with several doors: the first that surely holds, the last for all others; a badly written one is told."""

from pathlib import Path

import pytest

from engine.content.answers import Written, read_answers
from engine.content.catalogue import Catalogue
from engine.content.problems import ContentError
from tests.engine.small import CARD, DAY, FILES, HOME, ask, load

DOORS = """guichet:
  - {cas: Signé., si: bail == "signe", deposer: siege, note: Le bail d’abord.}
  - {cas: Jeune., si: age < 25, renseigner: ecoute}
  - {deposer: maison, renseigner: siege}"""


def several(root: Path, doors: str = DOORS) -> Catalogue:
    home = HOME.replace("guichet: {deposer: maison, renseigner: siege}", doors)
    return load(root, {"aides/1/toit.yaml": home})


@pytest.mark.parametrize(
    ("written", "door"),
    [
        ({"locataire": "oui", "bail": "signe", "age": "20"}, ("siege", None)),
        ({"locataire": "oui", "bail": "promis", "age": "20"}, (None, "ecoute")),
        ({"locataire": "oui", "bail": "promis", "age": "30"}, ("maison", "siege")),
        ({"age": "20"}, (None, "ecoute")),
        ({"locataire": "oui", "bail": "nsp", "age": "nsp"}, ("maison", "siege")),
        ({}, ("maison", "siege")),
    ],
)
def test_the_first_door_that_surely_holds(
    tmp_path: Path, written: dict[str, Written], door: tuple[str | None, str | None]
) -> None:
    catalogue = several(tmp_path)
    for name in ("toit", "toit-meubles"):  # the variant, which says nothing, has those of its parent
        contacts = catalogue.aids[name].contacts_for(read_answers(catalogue, written), catalogue.amounts_at(DAY))
        assert (contacts.submit, contacts.ask) == door


def test_all_its_doors_are_known(tmp_path: Path) -> None:
    aid = several(tmp_path).aids["toit"]
    assert aid.roles == ("siege", "ecoute", "maison")
    assert (aid.contacts.submit, aid.contacts.ask) == ("maison", "siege")


def test_what_a_door_hangs_on_is_asked(tmp_path: Path) -> None:
    """Here nothing else looks at the age."""
    doors = "guichet: [{cas: Jeune., si: age < 25, renseigner: ecoute}, {deposer: siege}]"
    money = FILES["aides/2/secours.yaml"].replace("guichet: {deposer: siege}", doors)
    sought: dict[str, Written] = {"danger": "non", "souhait": ["argent"], "revenus": "900"}
    assert "age" not in ask(load(tmp_path / "before"), sought, ("argent",)).pending
    assert "age" in ask(load(tmp_path / "after", {"aides/2/secours.yaml": money}), sought, ("argent",)).pending


@pytest.mark.parametrize(
    ("doors", "fault"),
    [
        ("guichet: [{cas: A., si: age < 25, deposer: siege}]", "ligne 13 : le dernier guichet n’a pas de « si » : il vaut pour les autres cas."),
        ("guichet: {si: age < 25, deposer: siege}", "ligne 13 : le dernier guichet n’a pas de « si » : il vaut pour les autres cas."),
        ("guichet: [{deposer: siege}, {deposer: maison}]", "ligne 13 : chaque guichet, sauf le dernier, a « cas » et « si »."),
        ("guichet: [{si: age < 25, deposer: siege}, {deposer: maison}]", "ligne 13 : chaque guichet, sauf le dernier, a « cas » et « si »."),
        ("guichet: [{cas: A., si: age < 25, deposer: siege}, {deposer: maisson}]", "ligne 13 : le guichet « maisson » n’existe pas. Vouliez-vous écrire « maison » ?"),
        ("guichet: [{cas: A., si: agge < 25, deposer: siege}, {deposer: maison}]", "ligne 13 : la question « agge » n’existe pas. Vouliez-vous écrire « age » ?"),
        ("guichet: [{cas: A., si: age < 25, depose: siege}, {deposer: maison}]", "ligne 13 : la clé « depose » n’existe pas ici. Vouliez-vous écrire « deposer » ?"),
    ],
)  # fmt: skip
def test_a_badly_written_door(tmp_path: Path, doors: str, fault: str) -> None:
    with pytest.raises(ContentError) as error:
        several(tmp_path, doors)
    assert str(error.value).splitlines() == [f"aides/1/toit.yaml, {fault}"]


def test_a_single_door_stays_as_it_was(tmp_path: Path) -> None:
    catalogue = load(tmp_path, {"aides/3/carte.yaml": CARD})
    assert catalogue.aids["carte"].contacts_for({}, {}) == catalogue.aids["carte"].contacts
