"""How long the result of everyone is on a phone, and what its first screen holds."""

from statistics import median

import pytest
from playwright.sync_api import Browser

from engine.content.catalogue_loader import load_catalogue
from tests.browser.lengths import (
    MOST_SCREENS,
    MOST_WORDS,
    NOTHING_KNOWN,
    PHONE,
    SCREENS,
    WORDS,
    Length,
    everyone,
    lengths,
    who_knows_nothing,
)
from tests.content.shared import CONTENT
from tests.sampled import Swept


@pytest.mark.bench
@pytest.mark.timeout(600)  # everyone, one after the other
def test_a_result_stays_short_for_everyone(browser: Browser, site: str, swept: Swept) -> None:
    found = lengths(browser, site, everyone(load_catalogue(CONTENT), swept))
    screens, words = [item.screens for item in found.values()], [item.words for item in found.values()]
    assert max(screens) <= MOST_SCREENS
    assert max(words) <= MOST_WORDS
    if swept.whole:  # the median of a part hangs on who is drawn
        assert (median(screens) <= SCREENS, median(words) <= WORDS) == (True, True), (median(screens), median(words))
    below = [name for name, item in found.items() if lowest(item) > PHONE["height"] and not item.calls]
    assert below == [], "what, how many and where are on the first screen, but below numbers to call"


@pytest.mark.bench
def test_whoever_knows_nothing_gets_two_screens_and_no_list(browser: Browser, site: str) -> None:
    found = lengths(browser, site, who_knows_nothing(load_catalogue(CONTENT)))
    assert {name: item.screens for name, item in found.items() if item.screens > NOTHING_KNOWN} == {}
    assert [name for name, item in found.items() if item.aid is not None] == []
    assert [name for name, item in found.items() if item.place > PHONE["height"]] == []


def lowest(item: Length) -> float:
    """Where the last of the aid, the papers and the place ends."""
    return max(end for end in (item.aid, item.papers, item.place) if end is not None)
