"""Where a form comes from, as the browser says: a form of another site must not erase anything.

The cookie itself stays home when another site sends a form (SameSite). A site under the same domain is not stopped
by that; these headers tell it apart.
"""

from __future__ import annotations

from flask import request

from web.current import site_address


def from_elsewhere() -> bool:
    """Whether this form was sent by a page that is not of this site. Browsers before 2020 say nothing, and may."""
    fetched = request.headers.get("Sec-Fetch-Site")
    if fetched is not None:
        return fetched not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is not None and origin != site_address()
