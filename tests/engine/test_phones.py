"""Telephone numbers as others write them: read when there is no doubt, refused with the reason otherwise."""

import pytest

from engine.content.phones import NumberError, is_dialed, read_number


@pytest.mark.parametrize(
    ("given", "written", "mended"),
    [
        ("04 50 33 50 00", "04 50 33 50 00", False),
        ("0450335000", "04 50 33 50 00", False),
        ("04.50.33.50.00", "04 50 33 50 00", False),
        ("04-50-33-50-00", "04 50 33 50 00", False),
        ("04\u00a050\u202f33 50 00", "04 50 33 50 00", False),
        ("+33450335000", "04 50 33 50 00", False),
        ("+33 4 50 33 50 00", "04 50 33 50 00", False),
        ("+33 (0)4 50 33 50 00", "04 50 33 50 00", False),
        ("+330450335000", "04 50 33 50 00", False),
        ("0033450335000", "04 50 33 50 00", False),
        ("tel:0450335000", "04 50 33 50 00", False),
        ("Tél. : 04 50 33 50 00", "04 50 33 50 00", False),
        ("450335000", "04 50 33 50 00", True),
        ("4 50 33 50 00", "04 50 33 50 00", True),
        ("0810 22 42 62", "08 10 22 42 62", False),
        ("39 19", "3919", False),
        ("115", "115", False),
        ("17", "17", False),
        ("116 006", "116006", False),
        ("+41 22 000 00 00", "+41220000000", False),
        ("0041 22 000 00 00", "+41220000000", False),
    ],
)
def test_what_can_be_read(given: str, written: str, mended: bool) -> None:
    number = read_number(given)
    assert number.written == written
    assert bool(number.mended) is mended
    assert is_dialed(number.written)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("tel:0450335000/0612345678", "a plusieurs numéros. Gardez-en un seul."),
        ("04 50 33 50 00 ou 04 50 33 50 01", "a plusieurs numéros. Gardez-en un seul."),
        ("04 50 33 50 00 ; 04 50 33 50 01", "a plusieurs numéros. Gardez-en un seul."),
        ("04 50 33 50 00 poste 12", "a un poste (12), qu’un téléphone ne compose pas. Gardez le numéro seul."),
        ("04 50 33 50 00 p. 12", "a un poste (12), qu’un téléphone ne compose pas. Gardez le numéro seul."),
        ("4,50335E+08", "le tableur a abîmé ce numéro."),
        ("04 50 33 50", "il a 8 chiffres. Il en faut dix"),
        ("04 50 33 50 000", "il a 11 chiffres. Il en faut dix"),
        ("0450335000.0", "il a 11 chiffres. Il en faut dix"),
        ("O4 50 33 50 00", "« O » est en trop."),
        ("demander à l’accueil", "« demander » est en trop."),
        ("00 50 33 50 00", "n’est pas un numéro"),
        ("-", "n’est pas un numéro."),
    ],
)
def test_what_is_refused_and_why(given: str, said: str) -> None:
    with pytest.raises(NumberError) as error:
        read_number(given)
    assert said in str(error.value)
    assert not is_dialed(given)
