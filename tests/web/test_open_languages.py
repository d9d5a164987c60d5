"""A language that has not all the words: the pages of that need are French and say so, all others are in the language."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader

from app import HERE, create_app
from engine.content.catalogue import Catalogue
from engine.content.languages import read_languages
from tests.sampled import cases
from tests.web.crawl import Crawl
from tests.web.journeys import Visitor, switches
from tests.web.page import parse
from tests.web.words import words
from tools.words.compile import compile_language
from tools.words.po_files import Translation, read_tree, write
from web.current import today
from web.pages.open_languages import page_language, read_open_needs
from web.settings import LOOPBACK_HOSTS, Settings
from web.words.wording import Wording

CLOSED = "enfance"
NOTICE = "This part of the site is only in French for now."
KEY = b"MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="


def without(folder: Path, name: str, *, only: int | None = None) -> None:
    """Take the translations out of a file, or out of the one sentence at that place."""
    items = read_tree(folder)[name]
    emptied = [
        Translation(item.sentence) if only is None or index == only else item for index, item in enumerate(items)
    ]
    write(folder / name, folder.name, emptied)


@pytest.fixture
def english(tmp_path: Path) -> Path:
    """A copy of the English words."""
    return shutil.copytree(HERE / "translations" / "en", tmp_path / "en", ignore=shutil.ignore_patterns("*.mo"))


def site_with(folder: Path) -> Flask:
    """The site with these words in place of its own."""
    settings = Settings(local=True, keys=(KEY,), hosts=LOOPBACK_HOSTS)
    return create_app(settings, translations=folder.parent)


@pytest.fixture(scope="module")
def truncated(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Flask:
    """The site whose English lacks one sentence of one aid for children."""
    folder = tmp_path_factory.mktemp("words") / "en"
    shutil.copytree(HERE / "translations" / "en", folder, ignore=shutil.ignore_patterns("*.mo"))
    without(folder, "aides/enfance/aed.po", only=0)
    compile_language(folder, catalogue)
    return site_with(folder)


@pytest.fixture
def visitor(truncated: Flask) -> FlaskClient:
    return truncated.test_client()


def notices(page: Element) -> list[Element]:
    return [item for item in page.iter("p") if item.get("class") == "note" and item.text == NOTICE]


def said(page: Element) -> str:
    """The words of a page, but for the notice, the links to other languages and the address in print.

    And but for the aids that a letter is for, and the words explained there: each is named in the language of its need.
    """
    page = deepcopy(page)
    of_a_letter = any(item.get("class") == "letter" for item in page.iter("section"))
    for parent in page.iter():
        for child in [*parent]:
            aid = of_a_letter and child.tag == "li" and [*child] and "/aides/" in child[0].get("href", "")
            explained = of_a_letter and "words" in child.get("class", "").split()
            if aid or explained or child in notices(parent) or child.get("hreflang") or child.get("formaction"):
                parent.remove(child)
    return words(page).replace("localhost/en/", "localhost/fr/")


@pytest.mark.parametrize(
    "address",
    [
        f"/en/{CLOSED}", f"/en/une-page?besoins={CLOSED}", f"/en/une-page?besoins=logement&besoins={CLOSED}",
        f"/en/poste-accueil?besoins={CLOSED}", "/en/aides/aed", "/en/aides/tisf", "/en/aides",
    ],
)  # fmt: skip
def test_the_pages_of_that_need_are_french_and_say_so(visitor: FlaskClient, client: FlaskClient, address: str) -> None:
    answer = visitor.get(address)
    assert answer.status_code == 200
    page = parse(answer.text)
    assert page.get("lang") == "fr"
    (notice,) = notices(page)
    assert notice.get("lang") == "en"
    assert said(page) == said(parse(client.get(address.replace("/en/", "/fr/", 1)).text))
    assert switches(page)["fr"] == address.replace("/en/", "/fr/"), "the way to the French page"


@pytest.mark.parametrize(
    "address", ["/en/", "/en/logement", "/en/autonomie", "/en/aides/fsl-impaye-loyer", "/en/urgence", "/en/une-page"]
)
def test_all_others_are_in_the_language(visitor: FlaskClient, client: FlaskClient, address: str) -> None:
    page = parse(visitor.get(address).text)
    assert page.get("lang") == "en"
    assert notices(page) == []
    assert said(page) == said(parse(client.get(address).text))


def test_a_journey_is_in_the_language_of_its_needs(visitor: FlaskClient) -> None:
    for needs, lang in ((["logement"], "en"), ([CLOSED], "fr")):
        person = Visitor(visitor, "en")
        person.play(needs, {})
        assert person.page.path == "/en/resultats", "its address keeps the language"
        assert person.page.tree.get("lang") == lang
        person.go("/en/effacer")
        person.send({})


def test_no_page_is_half_in_french(truncated: Flask, crawled: Callable[..., Crawl]) -> None:
    """Wherever one goes: a page is word for word that of the whole language, or that of the French site."""
    walked = crawled("en", truncated)
    english, french = crawled("en").pages, crawled("fr").pages
    assert walked.pages.keys() == english.keys()
    assert {page.get("lang") for page in walked.pages.values()} == {"en", "fr"}
    for address, page in walked.pages.items():
        if page.get("lang") == "en":
            assert notices(page) == [], address
            assert said(page) == said(english[address]), address
        else:
            assert len(notices(page)) == 1, address
            assert said(page) == said(french[address.replace("/en", "/fr", 1)]), address


def test_an_aid_of_that_need_named_on_another_page_is_marked(truncated: Flask, catalogue: Catalogue) -> None:
    with truncated.test_request_context("/en/aides/fsl-impaye-loyer"):
        truncated.preprocess_request()
        mark = truncated.jinja_env.globals["french_only"]
        assert mark("aed") == ' lang="fr"'
        assert mark("fsl-impaye-loyer") == ""
        assert Wording(catalogue, today()).aid_name("tisf") == catalogue.aids["tisf"].written.short_name


def test_the_sheet_to_print_is_french_too(visitor: FlaskClient) -> None:
    person = Visitor(visitor, "en")
    person.play([CLOSED], {})
    assert person.go("/en/resultats/imprimer").tree.get("lang") == "fr"
    for address in ("/en/resultats/liste.pdf", f"/en/{CLOSED}/questionnaire.pdf"):
        assert PdfReader(BytesIO(visitor.get(address).data)).trailer["/Root"]["/Lang"] == "fr"


@pytest.mark.parametrize(
    ("name", "closed"),
    [
        ("aides/enfance/tisf.po", {"enfance"}),
        pytest.param("questions/4-logement.po", {"logement"}, marks=pytest.mark.long),
        ("pieces/autonomie.po", {"autonomie", "budget", "enfance"}),
    ],
)
def test_a_need_is_open_when_all_its_words_are_there(
    english: Path, catalogue: Catalogue, name: str, closed: set[str]
) -> None:
    without(english, name)
    assert compile_language(english, catalogue) == catalogue.needs.keys() - closed
    assert read_open_needs(english / "LC_MESSAGES" / "messages.mo") == catalogue.needs.keys() - closed


@pytest.mark.parametrize("name", cases(["site.po", "commun.po", "guichets.po"], most=1))
def test_without_the_words_of_every_page_all_is_french(english: Path, catalogue: Catalogue, name: str) -> None:
    tree = read_tree(english)
    holders = Counter(sentence for items in tree.values() for sentence in {item.sentence for item in items})
    place = next(index for index, item in enumerate(tree[name]) if holders[item.sentence] == 1)
    without(english, name, only=place)
    assert compile_language(english, catalogue) is None
    page = parse(site_with(english).test_client().get("/en/").text)
    assert page.get("lang") == "fr"
    assert len(notices(page)) == 1


def test_a_site_whose_words_were_never_compiled_is_french(english: Path) -> None:
    assert parse(site_with(english).test_client().get("/en/logement").text).get("lang") == "fr"


def test_the_language_of_a_page_about_some_needs(truncated: Flask) -> None:
    with truncated.app_context():
        assert page_language("en", ()) == "en"
        assert page_language("en", ["logement", "autonomie"]) == "en"
        assert page_language("en", ["logement", CLOSED]) == "fr"
        assert page_language("fr", [CLOSED]) == "fr"


def test_a_language_is_offered_once_it_is_open(tmp_path: Path) -> None:
    (tmp_path / "langues.yaml").write_text(
        "fr: {nom: Français}\nde: {nom: Deutsch}\nit: {nom: Italiano, ouverte: oui}\nen: {nom: English, complete: oui}\n",
        "utf-8",
    )
    assert [code for code, language in read_languages(tmp_path).items() if language.offered] == ["it", "en"]
