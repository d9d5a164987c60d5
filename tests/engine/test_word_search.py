"""What is found by a word: no accent, plural or slip stands in the way, and no piece of another word is taken for it."""

import pytest

from engine.content.word_search import Query

AIDS = {
    "aspa": "ASPA, le minimum vieillesse. Une retraite trop petite",
    "apa": "APA à domicile, GIR 1 à 4, perte d’autonomie, toilette",
    "loyer": "Dette de loyer, impayé, expulsion",
    "travaux": "Un hôpital près d’un travail ; des journaux",
    "carsat": "Carsat, caisse de retraite",
}


def found(typed: str) -> list[str]:
    return Query(typed).find(AIDS.items())


@pytest.mark.parametrize(
    ("typed", "aids"),
    [
        ("aspa", ["aspa"]),
        ("ASPA", ["aspa"]),
        ("montant aspa", ["aspa"]),
        ("comment avoir l’ASPA", ["aspa"]),
        ("girre", ["apa"]),
        ("gir", ["apa"]),
        ("loyers", ["loyer"]),
        ("impayés", ["loyer"]),
        ("impaye", ["loyer"]),
        ("hopitaux", ["travaux"]),
        ("journal", ["travaux"]),
        ("autonomi", ["apa"]),
        ("autonomei", ["apa"]),
        ("toilete", ["apa"]),
        ("expultion", ["loyer"]),
        ("retraite", ["aspa", "carsat"]),
        ("caisse retraite", ["carsat"]),
        ("retraite martienne", ["aspa", "carsat"]),
    ],
)
def test_what_is_meant_is_found(typed: str, aids: list[str]) -> None:
    assert found(typed) == aids


@pytest.mark.parametrize("typed", ["rsa", "sat", "dom icile", "aut", "gri", "loy", "martienne", "xylophone"])
def test_a_piece_of_a_word_finds_nothing(typed: str) -> None:
    assert found(typed) == []


def test_nothing_typed_finds_all() -> None:
    assert found("") == found(" ?! ") == list(AIDS)


def test_words_that_link_count_where_there_are_no_others() -> None:
    assert found("de") == ["loyer", "carsat"]


def test_a_slip_is_forgiven_only_where_nothing_fits_as_typed() -> None:
    places = {"foyer": "Un foyer", "loyer": "Un loyer"}
    assert Query("foyer").find(places.items()) == ["foyer"]
    assert Query("boyer").find(places.items()) == ["foyer", "loyer"]


@pytest.mark.parametrize("typed", ["RSA", "le rsa", "demande de RSA", "revenu solidarité active", "rsa jeune"])
def test_a_phrase_is_named_when_all_its_words_are_typed(typed: str) -> None:
    assert Query(typed).names(["RSA", "revenu de solidarité active"])


@pytest.mark.parametrize("typed", ["revenu", "carsat", "solidarité", "", "loyer"])
def test_a_phrase_is_not_named_by_a_part_of_it(typed: str) -> None:
    assert not Query(typed).names(["RSA", "revenu de solidarité active", "foyer"])


def test_a_phrase_is_nearly_named_with_a_slip() -> None:
    assert Query("adobtion").names(["adoption"], nearly=True)
    assert not Query("adobtion").names(["adoption"])
    assert not Query("IVF").names(["IVG"], nearly=True)
