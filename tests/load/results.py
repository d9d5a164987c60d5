"""How long results are on a phone, as rows of the bench: only where there is a Chromium."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterator
from statistics import median
from threading import Thread

from flask import Flask
from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

from engine.content.catalogue import Catalogue
from tests.browser import lengths
from tests.browser.lengths import PHONE, Length

Row = tuple[str, float, float | None, str]


def chromium() -> str | None:
    """The installed Chromium."""
    return shutil.which(os.environ.get("CHROMIUM", "chromium"))


def rows(app: Flask, catalogue: Catalogue, found_at: str) -> Iterator[Row]:
    """Screens and words, and where on the first screen the three tiles end."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found_at, args=["--no-sandbox", "--no-proxy-server"])
        site = f"http://127.0.0.1:{server.port}"
        found = list(lengths.lengths(browser, site, lengths.everyone(catalogue)).values())
        lost = list(lengths.lengths(browser, site, lengths.who_knows_nothing(catalogue)).values())
        browser.close()
    server.shutdown()
    screens, words = [item.screens for item in found], [item.words for item in found]
    yield f"result, phone screens, median of {len(found)} people", median(screens), lengths.SCREENS, "screens"
    yield "result, phone screens, most", max(screens), lengths.MOST_SCREENS, "screens"
    yield "result, words in view, median", median(words), lengths.WORDS, ""
    yield "result, words in view, most", max(words), lengths.MOST_WORDS, ""
    yield "result of who knows nothing, most", max(item.screens for item in lost), lengths.NOTHING_KNOWN, "screens"
    calm = [item for item in found if not item.calls]
    for what, ends in (
        ("first aid", _known(calm, "aid")),
        ("paper count", _known(calm, "papers")),
        ("place", _known(calm, "place")),
    ):
        yield f"{what} ends, median, no danger told", median(ends), PHONE["height"], "px"
        yield f"{what} ends, lowest, no danger told", max(ends), PHONE["height"], "px"


def _known(found: list[Length], name: str) -> list[float]:
    return [end for item in found if (end := getattr(item, name)) is not None]
