"""The language in every address: taken from the URL, given back to the links, switched without losing the page."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

from flask import Flask, Response, g, request, url_for

from web.current import absolute, catalogue
from web.words import i18n

# Pages answered to a POST, and the address at which they can be read.
_SHOWN_AT = {"journey.answer": "journey.question", "pages.choose": "pages.home", "pages.begin": "pages.need"}
_SHOWN_AT |= {"pages.live": "pages.situations", "code.use": "code.ask", "desk.update": "desk.begin"}
_SHOWN_AT |= {"one_page.answer": "one_page.choose", "pages.erase": "pages.ask_erase"}
SWITCH = "langue"
"""Sent by the button that changes the language of a form: show it again as it was filled in, judge and keep nothing."""
_KEPT_ARGUMENTS = ("q", "commune", "besoins", "depuis", "date")


def set_up(app: Flask) -> None:
    """Take `<lang>` out of the view's arguments, and give it back to the links."""
    app.jinja_env.globals.update(url_for=address, aid_address=aid_address, absolute=absolute)

    @app.url_value_preprocessor
    def take(endpoint: str | None, values: dict[str, Any] | None) -> None:
        if values and "lang" in values:
            g.lang = values.pop("lang")

    @app.url_defaults
    def give(endpoint: str, values: dict[str, Any]) -> None:
        if "lang" in g and app.url_map.is_endpoint_expecting(endpoint, "lang"):
            values.setdefault("lang", g.lang)

    @app.after_request
    def at_home(response: Response) -> Response:
        """What routing says of a missing slash holds the scheme seen here, not the visitor's: the path is enough."""
        if response.location and response.location.startswith(request.host_url):
            response.location = "/" + response.location.removeprefix(request.host_url).lstrip("/")
        return response

    @app.context_processor
    def links() -> dict[str, Any]:
        return {
            "lang": i18n.current_language(),
            "direction": "rtl" if i18n.current_language() in i18n.RIGHT_TO_LEFT else "ltr",
            "in_language": in_language,
        }


def address(endpoint: str, **values: Any) -> str:
    """`url_for` as templates call it, some twenty times a page: what a page links to is worked out once for all.

    Not for what someone typed: it would be kept.
    """
    return addresses_here()(endpoint, **values)


def addresses_here() -> Callable[..., str]:
    """The same for the page being made, which looks up once where and in what language it is."""
    return partial(_address, request.root_path, g.get("lang"))


@lru_cache(maxsize=4096)  # more than there are addresses
def _address(root: str, lang: str | None, endpoint: str, /, **values: Any) -> str:
    return url_for(endpoint, **values)


def aid_address(aid_id: str) -> str:
    """The page of an aid; a variant stands on that of its parent."""
    parent = catalogue().aids[aid_id].parent
    return address("browse.aid", aid_id=parent or aid_id, _anchor=aid_id if parent else None)


def in_language(lang: str) -> str:
    """This page in another language, its search kept; the home page where this one has no address of its own."""
    endpoint = _SHOWN_AT.get(request.endpoint or "", request.endpoint)
    if endpoint is None or request.view_args is None:
        return url_for("pages.home", lang=lang)
    kept = {key: request.args.getlist(key) for key in _KEPT_ARGUMENTS if key in request.args}
    return url_for(endpoint, **{**kept, **request.view_args, "lang": lang})
