"""The checks themselves, on pages made for it: a check that cannot fail proves nothing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Error, Page

from tests.browser.checks import assert_accessible, no_sideways_scroll

GOOD = """<!doctype html><html lang="fr" dir="ltr"><head><meta charset="utf-8"><title>Bonjour</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>Bonjour</h1><p>Une page toute simple.</p></main></body></html>"""

Show = Callable[[str], None]


@pytest.fixture
def show(page: Page) -> Show:
    """Show a page as the site would serve it, under a policy that allows no script."""

    def show(html: str) -> None:
        headers = {
            "Content-Type": "text/html; charset=utf-8",
            "Content-Security-Policy": "default-src 'none'",
        }
        page.route("**/*", lambda route: route.fulfill(body=html, headers=headers))
        page.goto("http://127.0.0.1/")

    return show


def test_a_good_page_passes(page: Page, show: Show) -> None:
    show(GOOD)
    assert_accessible(page)
    no_sideways_scroll(page)


@pytest.mark.parametrize(
    ("rule", "right", "wrong"),
    [
        ("html-has-lang", ' lang="fr"', ""),
        ("document-title", "<title>Bonjour</title>", ""),
        ("label", "<p>", "<input><p>"),
        pytest.param("region", "<main>", "<p>Dehors</p><main>", id="best practice"),
        pytest.param("color-contrast-enhanced", "<p>", '<p><font color="#666">Pâle</font>', id="AAA"),
        pytest.param(
            "label-content-name-mismatch",
            "<p>",
            '<button aria-label="Fermer">Ouvrir</button><p>',
            id="experimental",
        ),
    ],
)
def test_an_inaccessible_page_fails(page: Page, show: Show, rule: str, right: str, wrong: str) -> None:
    show(GOOD.replace(right, wrong, 1))
    with pytest.raises(AssertionError, match=rf"\n- {rule} \("):
        assert_accessible(page)


@pytest.mark.parametrize(("colours", "others"), [(True, False), (False, True)])
def test_rules_left_out_are_those_said(page: Page, show: Show, colours: bool, others: bool) -> None:
    show(GOOD.replace("<p>", '<input><p><font color="#666">Pâle</font>'))
    with pytest.raises(AssertionError) as failure:
        assert_accessible(page, colours=colours, others=others)
    assert ("- color-contrast" in str(failure.value), "- label (" in str(failure.value)) == (colours, others)


def test_a_page_too_wide_fails(page: Page, show: Show) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    show(GOOD.replace("<p>", "<pre>" + "large " * 80 + "</pre><p>"))
    with pytest.raises(AssertionError, match=r"320 px window:\n +<pre>"):
        no_sideways_scroll(page)


def test_without_scripts_axe_says_so_instead_of_waiting(browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context, pytest.raises(RuntimeError):
        assert_accessible(context.new_page())


def test_nothing_outside_can_be_reached(page: Page) -> None:
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto("http://example.org/")
