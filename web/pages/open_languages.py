"""Which parts of the site a language has: where its words are not complete, the page is French and says so.

What is complete is worked out when the catalogue of the language is compiled, and stands in its header.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from gettext import GNUTranslations
from pathlib import Path

from flask import Flask, current_app, g, request
from markupsafe import Markup

from engine.content.entries import AidEntry
from engine.content.languages import HEADER, SOURCE_LANGUAGE, OpenNeeds
from web.current import catalogue
from web.session import load_case
from web.words.i18n import voice
from web.words.languages import LANGUAGES

_NAME_EVERY_AID = ("browse.aids", "browse.documents")
_ABOUT_THE_CASE = ("journey",)
_ABOUT_WHAT_IS_ASKED = ("one_page", "desk")


def set_up(app: Flask, translations: Path) -> None:
    """Read what each language has, and choose the language of each page."""
    app.extensions["open_needs"] = {
        lang: read_open_needs(translations / lang / "LC_MESSAGES" / "messages.mo")
        for lang in LANGUAGES
        if lang != SOURCE_LANGUAGE
    }
    app.jinja_env.globals["french_only"] = french_only

    @app.before_request
    def choose() -> None:
        if "lang" in g and _lacks_something(g.lang):
            g.page_lang = page_language(g.lang, needs_of_page())

    @app.context_processor
    def notice() -> dict[str, str]:
        return {"address_lang": g.get("lang", SOURCE_LANGUAGE), "french_notice": french_notice()}


def read_open_needs(compiled: Path) -> OpenNeeds:
    """The needs that a compiled catalogue says it has."""
    if not compiled.exists():
        return None
    with compiled.open("rb") as stream:
        said = GNUTranslations(stream).info().get(HEADER.lower())
    return None if said is None else frozenset(said.split())


def page_language(lang: str, needs: Iterable[str]) -> str:
    """The language of a page about these needs: the one asked for where it has them all, else French."""
    has = _open_needs(lang)
    return lang if has is not None and has.issuperset(needs) else SOURCE_LANGUAGE


def has_page(lang: str, endpoint: str, found: Mapping[str, str]) -> bool:
    """Whether a page that holds no answer is there in a language; `found` is what its address names."""
    return page_language(lang, _needs_named(lang, endpoint, found)) == lang


def needs_of_page() -> frozenset[str]:
    """The needs whose words the page asked for may show."""
    found, blueprint = request.view_args or {}, request.blueprint
    if blueprint in _ABOUT_THE_CASE:
        case = load_case()
        return frozenset(case.needs if case else ())
    if blueprint in _ABOUT_WHAT_IS_ASKED:
        return frozenset(catalogue().needs.keys() & set(request.values.getlist("besoins")))
    return _needs_named(g.lang, request.endpoint, found)


def _needs_named(lang: str, endpoint: str | None, found: Mapping[str, str]) -> frozenset[str]:
    """Those that an address names, by themselves or by an aid of theirs that the language lacks."""
    if "besoin" in found:
        return frozenset([found["besoin"]])
    aids = [aid for aid in catalogue().aids.values() if _is_named(aid, endpoint, found)]
    return frozenset(need for aid in aids if not _is_open(aid, lang) for need in aid.needs)


def french_only(aid: AidEntry | str) -> Markup:
    """For the tag around the name of an aid of another need: its language, where the page has another."""
    item = catalogue().aids[aid] if isinstance(aid, str) else aid
    lang = g.get("page_lang") or g.get("lang", SOURCE_LANGUAGE)
    return Markup("") if _is_open(item, lang) else Markup(' lang="fr"')


def french_notice() -> str:
    """In the visitor's language, that the page exists only in French; empty where it is in theirs."""
    lang = g.get("lang", SOURCE_LANGUAGE)
    if g.get("page_lang", lang) == lang:
        return ""
    return voice(lang).gettext("Cette partie du site n’existe qu’en français pour l’instant.")


def _is_named(aid: AidEntry, endpoint: str | None, found: Mapping[str, str]) -> bool:
    """Whether a page tells of an aid, be it by its name alone."""
    if "aid_id" in found:
        return aid.id == found["aid_id"]
    if "document_id" in found:
        return any(paper.written.document == found["document_id"] for paper in aid.every_document)
    if "role_id" in found:
        return found["role_id"] in aid.roles
    return endpoint in _NAME_EVERY_AID


def _is_open(aid: AidEntry, lang: str) -> bool:
    """Whether a language has an aid: with one of its needs, it has all its words."""
    has = _open_needs(lang)
    return has is not None and not has.isdisjoint(aid.needs)


def _lacks_something(lang: str) -> bool:
    return page_language(lang, catalogue().needs) != lang


def _open_needs(lang: str) -> OpenNeeds:
    if lang == SOURCE_LANGUAGE:
        return frozenset(catalogue().needs)
    known: dict[str, OpenNeeds] = current_app.extensions["open_needs"]
    return known.get(lang)
