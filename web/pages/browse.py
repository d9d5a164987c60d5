"""Public pages of all aids, documents and services: lists, search, one page each, with their sources."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, request
from flask.typing import ResponseReturnValue

from engine.case.directory import office_for
from engine.case.guideposts import guideposts_of
from engine.content.communes import find_communes
from engine.content.entries import AidEntry
from engine.content.shapes.elsewhere import Elsewhere
from engine.content.word_search import Query
from web.current import absolute, catalogue, today
from web.pages.addresses import aid_address
from web.pages.aid_words import aid_words
from web.pages.linked_data import government_service
from web.pages.render import page_in
from web.words.i18n import LANGUAGE_PREFIX
from web.words.wording import Wording

browse = Blueprint("browse", __name__, url_prefix=LANGUAGE_PREFIX)


@browse.get("/aides")
def aids() -> ResponseReturnValue:
    parents = [aid for aid in catalogue().aids.values() if aid.parent is None]
    wording = _wording()
    query = Query(_typed())
    found = query.find((item, aid_words(item, wording)) for item in parents)
    groups = [(need, [aid for aid in found if need.id == aid.needs[0]]) for need in catalogue().needs.values()]
    return page_in(
        wording,
        "aids.html",
        groups=[group for group in groups if group[1]],
        found=found,
        query=_typed(),
        elsewhere=_elsewhere(query, wording, nothing=not found),
        roles=catalogue().roles,
    )


@browse.get("/aides/<aid_id>")
def aid(aid_id: str) -> ResponseReturnValue:
    found = catalogue().aids.get(aid_id) or abort(404)
    if found.parent:
        return redirect(aid_address(aid_id), 302)
    wording = _wording()
    return page_in(
        wording,
        "aid.html",
        aid=found,
        data=government_service(catalogue(), found, wording, absolute("browse.aid", aid_id=found.id)),
        variants=[catalogue().aids[variant] for variant in found.variants],
        documents=catalogue().documents,
        roles=catalogue().roles,
        known_first=guideposts_of(catalogue(), found.id),
    )


@browse.get("/pieces")
def documents() -> ResponseReturnValue:
    wording = _wording()
    papers = ((item, f"{wording.say(item, 'name')} {item.name}") for item in catalogue().documents.values())
    return page_in(wording, "documents.html", documents=Query(_typed()).find(papers), query=_typed())


@browse.get("/pieces/<document_id>")
def document(document_id: str) -> ResponseReturnValue:
    found = catalogue().documents.get(document_id) or abort(404)
    users = [
        item
        for item in catalogue().aids.values()
        if any(guarded.written.document == document_id for guarded in item.every_document)
    ]
    return page_in(_wording(), "document.html", document=found, aids=users)


@browse.get("/services")
def services() -> ResponseReturnValue:
    wording = _wording()
    query = Query(_typed())
    roles = catalogue().roles
    found = query.find(
        (item, f"{wording.say(item, 'name')} {item.name} {wording.say(item, 'purpose')}") for item in roles.values()
    )
    named = [roles[item.role] for item in _elsewhere(query, wording, nothing=not found)]
    return page_in(wording, "services.html", roles=list(dict.fromkeys([*found, *named])), query=_typed())


@browse.get("/services/<role_id>")
def service(role_id: str) -> ResponseReturnValue:
    """A service and its offices; `?commune=` finds the nearest known one."""
    if role_id not in catalogue().roles:
        abort(404)
    typed = request.args.get("commune", "")[:80]
    found = find_communes(catalogue(), typed)
    place = found.one.insee if found.one else None
    users = [item for item in catalogue().aids.values() if _uses(item, role_id) and item.parent is None]
    return page_in(
        _wording(),
        "service.html",
        referral_found=office_for(catalogue(), role_id, place),
        aids=users,
        typed=typed,
        found=found,
    )


def _wording() -> Wording:
    """These pages speak to anyone."""
    return Wording(catalogue(), today())


def _typed() -> str:
    return request.args.get("q", "")[:80]


def _elsewhere(query: Query, wording: Wording, *, nothing: bool) -> list[Elsewhere]:
    """What the query names and this guide does not hold; with a slip in a word too, where `nothing` else was found."""
    phrases = {item: [*wording.each(item, "keywords"), *item.keywords] for item in catalogue().elsewhere.values()}
    named = [item for item in phrases if query.names(phrases[item])]
    return named or [item for item in phrases if nothing and query.names(phrases[item], nearly=True)]


def _uses(item: AidEntry, role: str) -> bool:
    return role in item.roles
