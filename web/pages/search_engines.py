"""What search engines read: the pages that are the same for everyone, at their addresses in each language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from flask import Blueprint, Flask, Response, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue

from web.current import absolute, catalogue
from web.pages.open_languages import has_page
from web.policies import POLICIES
from web.words.i18n import LANGUAGES

search_engines = Blueprint("search_engines", __name__)


def set_up(app: Flask) -> None:
    """Let each page name its addresses."""
    app.jinja_env.globals["public_addresses"] = public_addresses


@search_engines.get("/robots.txt")
def robots() -> ResponseReturnValue:
    """Where they have no business: the way of one person through the questions, and what it leads to."""
    closed = [f"Disallow: {address}" for address in sorted(_closed_addresses())]
    lines = ["User-agent: *", *closed, "", f"Sitemap: {absolute('search_engines.sitemap')}", ""]
    return Response("\n".join(lines), mimetype="text/plain")


@search_engines.get("/sitemap.xml")
def sitemap() -> ResponseReturnValue:
    """Every page to list, each with the same one in the other languages."""
    pages = [addresses_of(endpoint, values) for endpoint, values in _public_pages()]
    return Response(render_template("sitemap.xml", pages=pages), mimetype="application/xml")


def public_addresses() -> dict[str, str]:
    """Of the page asked for, in each language that has it; none where it is not for search engines."""
    policy = POLICIES.get(request.endpoint or "")
    if request.endpoint is None or policy is None or not policy.listed:
        return {}
    return addresses_of(request.endpoint, request.view_args or {})


def addresses_of(endpoint: str, values: Mapping[str, str]) -> dict[str, str]:
    """The absolute address of a page in each language that has it."""
    return {
        lang: absolute(endpoint, **{**values, "lang": lang}) for lang in LANGUAGES if has_page(lang, endpoint, values)
    }


def _public_pages() -> Iterator[tuple[str, dict[str, str]]]:
    """Every endpoint to list, with each of the things that it tells of."""
    found = catalogue()
    told = {
        "aid_id": [aid.id for aid in found.aids.values() if aid.parent is None],
        "document_id": list(found.documents),
        "role_id": list(found.roles),
        "letter_id": list(found.letters),
        "besoin": list(found.open_needs),
    }
    for rule in current_app.url_map.iter_rules():
        if rule.endpoint in POLICIES and POLICIES[rule.endpoint].listed:
            names = sorted(rule.arguments - {"lang"})
            for values in product(*(told[name] for name in names)):
                yield rule.endpoint, dict(zip(names, values, strict=True))


def _closed_addresses() -> Iterator[str]:
    """Where the pages not to list begin, in each language; what stands further down an address goes with it."""
    for rule in current_app.url_map.iter_rules():
        policy = POLICIES.get(rule.endpoint)
        if policy and not policy.listed and rule.arguments == {"lang"} and "GET" in (rule.methods or ()):
            yield from (url_for(rule.endpoint, lang=lang) for lang in LANGUAGES)
