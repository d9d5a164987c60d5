"""The whole journey without JavaScript."""

import pytest
from playwright.sync_api import Page

from tests.browser.journeys import DANGER, HEALTH, arrive, journeys
from tests.browser.walking import Journey, Mouse, to_the_letter, verdicts, walk

pytestmark = pytest.mark.browser_context_args(java_script_enabled=False)


@pytest.mark.parametrize("journey", journeys(DANGER))
def test_journey(page: Page, site: str, journey: Journey) -> None:
    seen = walk(page, f"{site}/fr/", Mouse(page), journey)
    assert journey.verdicts.items() <= verdicts(page).items()
    assert ("urgence" in seen) == (journey is DANGER)


def test_from_home_to_a_letter(page: Page, site: str) -> None:
    walk(page, f"{site}/fr/", Mouse(page), HEALTH)
    assert verdicts(page) == HEALTH.verdicts
    to_the_letter(page, Mouse(page))
    assert "refus" in page.locator(".letter").inner_text()


def test_whom_to_call_stays_on_the_result(page: Page, site: str) -> None:
    arrive(page, f"{site}/fr/", DANGER)
    assert page.locator(".danger a[href='tel:17']").is_visible()
    assert page.locator(".danger a[href='tel:3919']").is_visible()
