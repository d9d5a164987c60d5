"""The whole journey without JavaScript."""

import pytest
from playwright.sync_api import Page

from tests.browser.journeys import DANGER, JOURNEYS
from tests.browser.walking import Journey, Mouse, verdicts, walk

pytestmark = pytest.mark.browser_context_args(java_script_enabled=False)


@pytest.mark.parametrize("journey", JOURNEYS.values(), ids=JOURNEYS.keys())
def test_journey(page: Page, site: str, journey: Journey) -> None:
    seen = walk(page, f"{site}/fr/", Mouse(page), journey)
    assert journey.verdicts.items() <= verdicts(page).items()
    assert ("urgence" in seen) == (journey is DANGER)


def test_whom_to_call_stays_on_the_result(page: Page, site: str) -> None:
    walk(page, f"{site}/fr/", Mouse(page), DANGER)
    assert page.locator(".danger a[href='tel:17']").is_visible()
    assert page.locator(".danger a[href='tel:3919']").is_visible()
