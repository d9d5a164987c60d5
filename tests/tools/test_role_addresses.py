"""An address of a service is kept, that of a person never."""

import pytest

from tools.role_addresses import is_of_a_service


@pytest.mark.parametrize(
    "address",
    [
        "accueil@essai.fr", "mairie74@village-essai.fr", "mairie.essai@orange.fr", "ccas-essai@wanadoo.fr",
        "mdph@mdph74.fr", "essai@wanadoo.fr", "dpmips.va@hautesavoie.fr", "greffe.ta-grenoble@juradm.fr",
        "secretariat@essai.fr", "fs.bonneville@exemple.fr",
    ],
)  # fmt: skip
def test_that_of_a_service(address: str) -> None:
    assert is_of_a_service(address, "Mairie d’Essai", "Essai")


@pytest.mark.parametrize(
    "address",
    ["jeanne.exemple@essai.fr", "j.exemple@orange.fr", "jexemple@essai-mairie.fr", "martin.essai@ville.fr", "titouan@x.fr"],
)  # fmt: skip
def test_that_of_a_person(address: str) -> None:
    """Even in a town that is called so."""
    assert not is_of_a_service(address, "Mairie d’Essai", "Essai")
