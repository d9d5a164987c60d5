"""What the request in hand is served from: the content, the day, and the address of the site."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

from flask import current_app, request, url_for

from engine.content.catalogue import Catalogue


def catalogue() -> Catalogue:
    """The content this site serves."""
    return cast(Catalogue, current_app.extensions["catalogue"])


def today() -> date:
    """The day in the Département; on one's own machine `?date=2026-01-31` looks at another day."""
    if current_app.config["GUIDE_LOCAL"] and (asked := request.args.get("date")):
        try:
            return date.fromisoformat(asked)
        except ValueError:
            pass
    return datetime.now(ZoneInfo(catalogue().departement.time_zone)).date()


def site_address() -> str:
    """The address of the site, without a slash at its end: the one of the settings; on one's own machine, as asked.

    What the request says is not the visitor's behind a proxy that ends TLS.
    """
    return current_app.config["SITE_URL"] or request.host_url.rstrip("/")


def absolute(endpoint: str, **values: Any) -> str:
    """The whole address of a page, for paper, messages and search engines."""
    return site_address() + url_for(endpoint, **values)
