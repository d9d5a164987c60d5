"""The words of the offices are explained once, at the end of each page that holds them."""

import re
from itertools import chain
from time import process_time
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from flask_babel import force_locale, pgettext

from engine.content.catalogue import Catalogue
from tests.sampled import Swept
from tests.web.checked import CheckedClient
from tests.web.journeys import Visitor
from tests.web.words import words_of
from web.words.glossary import Explained, Glossary

BUDGET = 1  # millisecond
LEASE, GIR = Explained("bail", "Un contrat."), Explained("GIR", "Une mesure.")
SMALL = Glossary(
    [(LEASE, ["bail", "baux"]), (GIR, ["GIR"]), (Explained("domicile de secours", "?"), ["domicile de secours"])]
)


@pytest.fixture
def visitor(client: CheckedClient) -> Visitor:
    return Visitor(client)


def folds(tree: Element) -> list[Element]:
    return [item for item in tree.iter("details") if "words" in item.get("class", "").split()]


def explained(tree: Element) -> list[str]:
    return [words_of(item) for fold in folds(tree) for item in fold.iter("dt")]


def held(app: Flask, catalogue: Catalogue, tree: Element, lang: str) -> set[str]:
    """The words of the page before its list, found in another way: one by one, the longest first."""
    [main] = tree.iter("main")
    text = " ".join(words_of(item) for item in main if item not in folds(tree))
    with app.test_request_context(f"/{lang}/"), force_locale(lang):
        forms = {
            pgettext("Term", form): pgettext("Term", term.word)
            for term in catalogue.terms.values()
            for form in term.written
        }
    found = set()
    for form in sorted(forms, key=len, reverse=True):
        either = rf"(?<!\w)[{form[0]}{form[0].upper()}]{re.escape(form[1:])}(?!\w)"
        if re.search(either, text):
            found.add(forms[form])
            text = re.sub(either, "…", text)
    return found


def addresses(catalogue: Catalogue, lang: str, swept: Swept) -> list[str]:
    aids = [
        f"aides/{aid.id}"
        for aid in swept((aid for aid in catalogue.aids.values() if aid.parent is None), lambda aid: aid.needs, most=6)
    ]
    questions = [f"une-page?besoins={need}" for need in catalogue.open_needs]
    fixed = ["", "aides", "pieces", "services", "situations", "urgence", "mentions-legales"]
    return [f"/{lang}/{name}" for name in chain(fixed, questions, aids)]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_page_explains_all_the_words_it_holds_and_no_other(
    app: Flask, client: CheckedClient, catalogue: Catalogue, swept: Swept, lang: str
) -> None:
    seen = set()
    for address in addresses(catalogue, lang, swept):
        tree = Visitor(client, lang).go(address).tree
        listed = explained(tree)
        assert set(listed) == held(app, catalogue, tree, lang), address
        assert len(listed) == len(set(listed)), address
        seen.update(listed)
    assert len(seen) > 40


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_so_do_a_result_and_the_questions_before_it(
    app: Flask, client: CheckedClient, catalogue: Catalogue, lang: str
) -> None:
    visitor = Visitor(client, lang)
    pages = [visitor.begin(["autonomie"])]
    while pages[-1].fact:
        pages.append(visitor.answer("non" if pages[-1].fact == "danger" else "nsp"))
    assert pages[-1].is_result
    for page in pages[::3] + pages[-1:]:
        assert set(explained(page.tree)) == held(app, catalogue, page.tree, lang), page.path
    assert explained(pages[-1].tree)


def test_the_list_is_folded_after_all_the_page_says(visitor: Visitor) -> None:
    tree = visitor.go("/fr/aides/apa-domicile").tree
    [main] = tree.iter("main")
    [fold] = folds(tree)
    assert main[-1] is fold
    assert fold.get("open") is None
    assert words_of(fold[0]) == "Les mots de cette page"
    assert "La perte d’autonomie, de 1 (la plus forte) à 6." in [words_of(item) for item in fold.iter("dd")]


def test_a_page_without_such_a_word_has_no_list(visitor: Visitor) -> None:
    assert folds(visitor.go("/fr/effacer").tree) == []


def test_neither_the_desk_nor_the_printed_sheet_has_one(visitor: Visitor, app: Flask, catalogue: Catalogue) -> None:
    visitor.play(list(catalogue.open_needs), {})
    for address in ("/fr/poste-accueil?besoins=autonomie", "/fr/resultats/imprimer"):
        page = visitor.go(address)
        assert page.status == 200
        assert held(app, catalogue, page.tree, "fr")
        assert folds(page.tree) == []


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>Le bail.</p>", [LEASE]),
        ("<p>Baux et GIR, bail</p>", [LEASE, GIR]),
        ("<p>l’<b>GIR</b>, en GIR&nbsp;3</p>", [GIR]),
        ("bail", [LEASE]),
        ("GIR", [GIR]),
        ("<p>le domicile\n   de <em>secours</em></p>", [Explained("domicile de secours", "?")]),
        ("<p>gir, AGIR, GIRS, baillis</p>", []),
        ('<p id="bail" title="GIR">x</p>', []),
        ("<script>bail</script><svg><title>GIR</title></svg>", []),
        ("", []),
    ],
)
def test_whole_words_that_one_sees_are_found(html: str, found: list[Explained]) -> None:
    assert SMALL.found_in(html) == found


def test_without_words_nothing_is_found() -> None:
    assert Glossary([]).found_in("<p>bail</p>") == []


def test_it_takes_no_time(visitor: Visitor, catalogue: Catalogue) -> None:
    """On the result of someone who has every need and knows nothing: the best of several, on a machine shared."""
    html = visitor.play(list(catalogue.open_needs), {}).response.text
    words = Glossary((Explained(term.word, term.explanation), term.written) for term in catalogue.terms.values())
    taken = []
    for _ in range(20):
        start = process_time()
        words.found_in(html)
        taken.append((process_time() - start) * 1000)
    assert min(taken) < BUDGET
