"""axe, with all its rules, finds nothing on any page in any state; and nothing ever scrolls sideways.

Each state is loaded once, then looked at in several views. A page made of parts that axe has looked at, as another
question of the same kind, or of texts in the same colours, is left to the long proof; so is most of what is in English.
"""

import time
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, get_args

import pytest
from cryptography.fernet import Fernet
from playwright.sync_api import BrowserContext, Page, expect

from engine.content.catalogue_loader import load_catalogue
from engine.content.shapes.questions import QuestionKind
from tests.browser.checks import SHADES, Seen, assert_accessible, no_sideways_scroll
from tests.browser.journeys import AUTONOMY, DANGER, journeys
from tests.browser.walking import Journey, Mouse, begin, fill, questions, send

ROOT = Path(__file__).parents[2]
KEY = ROOT / "instance" / "local.key"  # of the site on this machine, made when it starts


class View(NamedTuple):
    """How a page is looked at, and which rules of axe then run: those about colours, all the others."""

    scheme: Literal["light", "dark"]
    width: int  # px
    colours: bool
    others: bool


# Colours hang on the scheme, but neither on the width nor on the words; the structure hangs on the words alone.
VIEWS = {
    "fr": [View("light", 320, True, True), View("dark", 360, True, False)],
    "en": [View("light", 320, False, True)],
}
EVERY_VIEW = {
    lang: [View(scheme, width, True, True) for scheme in ("light", "dark") for width in (320, 360, 1280)]
    for lang in VIEWS
}
WIDTHS = (320, 640, 1280)  # px; what is left of a window of 1280 zoomed to 400 %, to 200 %, and all of it
SEEN = {lang: Seen() for lang in VIEWS}  # by axe
SHOWN = {scheme: Seen(SHADES) for scheme in ("light", "dark")}  # the colours, whatever the language
SHARED_POSTCODE = "74370"  # of several communes

# One of each kind; then those that differ in their words alone.
OTHER_PAGES = (
    "logement",
    "aides",
    "situations",
    "aides?q=zzzz",
    "aides/fsl-acces-aide-financiere",
    "pieces",
    "pieces/avis-imposition",
    "services",
    "services/pole-medico-social?commune=Annecy",
    "services/pole-medico-social?commune=zzzz",
    "urgence",
    "effacer",
    "accessibilite",
    "plan-du-site",
    "reprendre",
    "poste-accueil?besoins=autonomie&besoins=logement",
)
LIKE_THEM = (
    "aides?q=loyer",
    "aides?q=adoption",
    "mentions-legales",
    "donnees-personnelles",
    "efface",
    "aides/espace-rencontre",
    "services/pole-medico-social",
    f"services/pole-medico-social?commune={SHARED_POSTCODE}",
    "une-page",
    "poste-accueil",
)
ERRORS = {"aides/zzzz": 404, "reponses": 410}

pytestmark = pytest.mark.browser_context_args(reduced_motion="reduce")


@pytest.fixture(autouse=True, params=["some-views", pytest.param("every-view", marks=pytest.mark.long)])
def views(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Enough views to catch a fault in each run; all of them, colours included, as a long proof."""
    if request.param == "every-view":
        monkeypatch.setitem(globals(), "VIEWS", EVERY_VIEW)


@pytest.fixture(params=["fr", pytest.param("en", marks=pytest.mark.long)])
def home(request: pytest.FixtureRequest, site: str) -> str:
    return f"{site}/{request.param}/"


@pytest.fixture
def page(page: Page) -> Page:
    page.set_default_timeout(15_000)
    return page


@pytest.mark.parametrize("journey", journeys(DANGER))
def test_journey(page: Page, home: str, journey: Journey) -> None:
    begin(page, home, Mouse(page), journey.need)
    for _ in questions(page, Mouse(page), journey):
        check(page)
    open_everything(page)
    check(page)
    for path in ("reponses", "resultats/imprimer"):
        page.goto(home + path)
        check(page)


def test_each_kind_of_question(page: Page, home: str) -> None:
    """Sent empty, filled in, and shown again with its answer."""
    left = set(get_args(QuestionKind))
    begin(page, home, Mouse(page), AUTONOMY.need)
    for fact in questions(page, Mouse(page), AUTONOMY):
        kind = kinds()[fact]
        if kind in left:
            left.remove(kind)
            refused(page)
            check(page)
            fill(page, Mouse(page), AUTONOMY.answers[fact])
            check(page)
            send(page, Mouse(page))
            page.goto(f"{home}questions/{fact}")
            check(page)
        if not left:
            return
    raise AssertionError(left)


def test_which_commune(page: Page, home: str) -> None:
    begin(page, home, Mouse(page), AUTONOMY.need)
    for fact in questions(page, Mouse(page), AUTONOMY):
        if kinds()[fact] == "commune":
            break
    for typed in ("zzzz", SHARED_POSTCODE):
        fill(page, Mouse(page), typed)
        refused(page)
        check(page)
    page.locator("input[name=pick]").first.check()
    check(page)


def test_home_without_a_choice(page: Page, home: str) -> None:
    page.goto(home)
    check(page)
    refused(page)
    check(page)


def test_answers_kept_then_erased(page: Page, home: str) -> None:
    begin(page, home, Mouse(page), AUTONOMY.need)
    for path in ("", "effacer"):
        page.goto(home + path)
        check(page)
    send(page, Mouse(page))
    expect(page).to_have_url(f"{home}efface")
    check(page)


def test_answers_lost(page: Page, context: BrowserContext, home: str) -> None:
    """Expired after an hour; then unreadable here, where one may erase what another site of ours could still read."""
    for change, forms in ((grow_old, 0), (damage, 1)):
        begin(page, home, Mouse(page), AUTONOMY.need)
        [cookie] = context.cookies()
        context.add_cookies([{**cookie, "value": change(cookie["value"])}])
        page.goto(f"{home}reponses")
        expect(page.locator("main form")).to_have_count(forms)
        check(page)


def test_cookie_refused(page: Page, context: BrowserContext, home: str) -> None:
    page.goto(home)
    context.clear_cookies()
    send(page, Mouse(page))
    expect(page.locator("main a[href$=une-page]")).to_be_visible()
    check(page)


def test_wrong_code(page: Page, home: str) -> None:
    page.goto(f"{home}reprendre")
    page.locator("#code").fill("BONJOUR")
    refused(page)
    check(page)


def test_one_page(page: Page, home: str) -> None:
    page.goto(f"{home}une-page?besoins=autonomie")
    check(page)
    page.locator("#age").fill("abc")
    page.locator("#commune").fill(SHARED_POSTCODE)
    refused(page)
    check(page)
    page.locator("#age").fill("72")
    page.locator("#commune").fill("Annecy")
    send(page, Mouse(page))
    expect(page.locator("#service")).to_be_visible()
    open_everything(page)
    check(page)


@pytest.mark.parametrize("paths", [OTHER_PAGES, pytest.param(LIKE_THEM, marks=pytest.mark.long)], ids=["each", "like"])
def test_pages_without_answers(page: Page, home: str, paths: tuple[str, ...]) -> None:
    for path, status in (dict.fromkeys(paths, 200) | ERRORS).items():
        response = page.goto(home + path)
        assert response
        assert response.status == status, response.url
        open_everything(page)
        check(page)


def check(page: Page) -> None:
    """Look at the page as it is now, in each view."""
    lang = page.locator("html").get_attribute("lang") or ""
    new = VIEWS is EVERY_VIEW or SEEN[lang].is_new(page)
    for width in WIDTHS if new else WIDTHS[:1]:
        page.set_viewport_size({"width": width, "height": 800})
        no_sideways_scroll(page)
    for view in VIEWS[lang] if new else ():
        page.emulate_media(color_scheme=view.scheme)
        page.set_viewport_size({"width": view.width, "height": 800})
        colours = view.colours and (VIEWS is EVERY_VIEW or SHOWN[view.scheme].is_new(page))
        if not colours and not view.others:
            continue
        try:
            assert_accessible(page, colours=colours, others=view.others)
        except AssertionError as error:
            error.add_note(f"in {view.scheme}, {view.width} px wide")
            raise


def refused(page: Page) -> None:
    """Send the form as it is, which the site should not accept."""
    send(page, Mouse(page))
    expect(page.locator(".error")).to_be_visible()


def open_everything(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")


@cache
def kinds() -> dict[str, str]:
    """The kind of each question."""
    return {fact: item.written.kind for fact, item in load_catalogue(ROOT / "questionnaires").questions.items()}


def grow_old(token: str) -> str:
    """The same cookie, last seen more than an hour ago."""
    key = Fernet(KEY.read_bytes())
    return key.encrypt_at_time(key.decrypt(token), int(time.time()) - 3700).decode()


def damage(token: str) -> str:
    return token[:-9] + "AAAAAAAA="
