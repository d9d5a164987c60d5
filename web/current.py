"""What the request in hand is served from: the content, and the day."""

from __future__ import annotations

from datetime import date, datetime
from typing import cast
from zoneinfo import ZoneInfo

from flask import current_app, request

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
