"""Reading conditions: what they mean, and what is said of those that cannot be read."""

from decimal import Decimal

import pytest

from engine.rules.conditions import (
    AmountRef,
    And,
    Compare,
    ConditionSyntaxError,
    Expr,
    Flag,
    Never,
    Not,
    Or,
    facts,
    leaves,
    parse,
)

A, B, C = Flag("a"), Flag("b"), Flag("c")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", A),
        ("  a  ", A),
        ("inconnu", Never()),
        ("age >= 60", Compare("age", ">=", Decimal(60))),
        ("age>=60", Compare("age", ">=", Decimal(60))),
        ("revenus < 1200.50", Compare("revenus", "<", Decimal("1200.50"))),
        ("revenus <= bareme.plafond_25", Compare("revenus", "<=", AmountRef("plafond_25"))),
        ('lieu == "hors-74"', Compare("lieu", "==", "hors-74")),
        ('lieu == ""', Compare("lieu", "==", "")),
        ('gir in ["1", "2"]', Compare("gir", "in", ("1", "2"))),
        ('souhait has "toit"', Compare("souhait", "has", "toit")),
        ('souhait has ["toit", "carte"]', Compare("souhait", "has", ("toit", "carte"))),
        ('nom == "a and (b"', Compare("nom", "==", "a and (b")),
        ("notaire", Flag("notaire")),
        ("a\n  and b", And((A, B))),
    ],
)
def test_a_condition_is_read(text: str, expected: Expr) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a or b and c", Or((A, And((B, C))))),
        ("a and b or c", Or((And((A, B)), C))),
        ("(a or b) and c", And((Or((A, B)), C))),
        ("not a and b", And((Not(A), B))),
        ("not (a and b)", Not(And((A, B)))),
        ("not not a", Not(Not(A))),
        ("a or b or c", Or((A, B, C))),
        ("((a))", A),
        ('not gir in ["1"]', Not(Compare("gir", "in", ("1",)))),
    ],
)
def test_not_binds_first_then_and_then_or(text: str, expected: Expr) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "une question est attendue au lieu de la fin dans «  »."),
        ("a and", "une question est attendue au lieu de la fin dans « a and »."),
        ("and a", "une question est attendue au lieu de « and » dans « and a »."),
        ("60 <= age", "une question est attendue au lieu de « 60 » dans « 60 <= age »."),
        ("bareme.x <= age", "une question est attendue au lieu de « bareme.x » dans « bareme.x <= age »."),
        ("a b", "« b » est de trop dans « a b »."),
        ("a)", "« ) » est de trop dans « a) »."),
        ("(a", "il manque « ) » dans « (a »."),
        ("age = 60", "« = 60 » n’est pas compris dans « age = 60 »."),
        ("Age > 60", "« Age > 60 » n’est pas compris dans « Age > 60 »."),
        ("gir == '1'", "« '1' » n’est pas compris dans « gir == '1' »."),
        ('gir == "1', '« "1 » n’est pas compris dans « gir == "1 ».'),
        ("a && b", "« && b » n’est pas compris dans « a && b »."),
        (
            "age >= vieux",
            "après « >= » il faut un nombre, un texte entre guillemets ou bareme.…, dans « age >= vieux ».",
        ),
        (
            "age >=",
            "après « >= » il faut un nombre, un texte entre guillemets ou bareme.…, dans « age >= ».",
        ),
        ('gir in "1"', 'après « in » il faut une liste ["…", "…"], dans « gir in "1" ».'),
        ("gir in []", "la liste de « gir in [] » ne contient que des textes entre guillemets."),
        ("gir in [1, 2]", "la liste de « gir in [1, 2] » ne contient que des textes entre guillemets."),
        ('gir in ["1", ]', 'la liste de « gir in ["1", ] » ne contient que des textes entre guillemets.'),
        ("souhait has []", "la liste de « souhait has [] » ne contient que des textes entre guillemets."),
        ('souhait has ["1", 2]', 'la liste de « souhait has ["1", 2] » ne contient que des textes entre guillemets.'),
        ('gir in ["1"', 'il manque « ] » dans « gir in ["1" ».'),
    ],
)
def test_what_cannot_be_read_is_said_in_french(text: str, message: str) -> None:
    with pytest.raises(ConditionSyntaxError) as error:
        parse(text)
    assert str(error.value) == message


def test_python_is_not_the_language() -> None:
    for text in ("__import__", "a.b.c", "f(x)", "a if b else c", "lambda", "1 + 1", "a[0]", "a; b"):
        with pytest.raises(ConditionSyntaxError):
            parse(f"{text} == ")


def test_a_condition_names_its_facts_and_its_comparisons() -> None:
    expression = parse('not a and (age >= 60 or a or souhait has "toit") or inconnu')
    assert list(facts(expression)) == ["a", "age", "a", "souhait"]
    assert [leaf.fact for leaf in leaves(expression)] == ["a", "age", "a", "souhait"]
