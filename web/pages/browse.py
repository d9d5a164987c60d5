"""Public pages of all aids, documents and services: lists, search, one page each, with their sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from flask import Blueprint, abort, redirect, request
from flask.typing import ResponseReturnValue

from engine.case.directory import office_for
from engine.content.communes import find_communes, plain
from engine.content.entries import AidEntry
from web.current import catalogue, today
from web.pages.addresses import aid_address
from web.pages.linked_data import government_service
from web.pages.render import page_in
from web.pages.search_engines import absolute
from web.words.i18n import LANGUAGE_PREFIX
from web.words.wording import Wording

browse = Blueprint("browse", __name__, url_prefix=LANGUAGE_PREFIX)
T = TypeVar("T")


@browse.get("/aides")
def aids() -> ResponseReturnValue:
    parents = [aid for aid in catalogue().aids.values() if aid.parent is None]
    wording = _wording()
    found = _search(parents, lambda item: _aid_words(item, wording))
    groups = [(need, [aid for aid in found if need.id == aid.needs[0]]) for need in catalogue().needs.values()]
    return page_in(wording, "aids.html", groups=[group for group in groups if group[1]], found=found, query=_query())


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
    )


@browse.get("/pieces")
def documents() -> ResponseReturnValue:
    wording = _wording()
    found = _search(catalogue().documents.values(), lambda item: f"{wording.say(item, 'name')} {item.name}")
    return page_in(wording, "documents.html", documents=found, query=_query())


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
    found = _search(
        catalogue().roles.values(),
        lambda item: f"{wording.say(item, 'name')} {item.name} {wording.say(item, 'purpose')}",
    )
    return page_in(wording, "services.html", roles=found, query=_query())


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


def _query() -> str:
    return request.args.get("q", "")[:80]


def _search(items: Iterable[T], words: Callable[[T], str]) -> list[T]:
    """Items whose words hold every word of the query."""
    wanted = plain(_query()).split()
    return [item for item in items if all(word in plain(words(item)) for word in wanted)]


def _aid_words(item: AidEntry, wording: Wording) -> str:
    say, aid = wording.say, item.written
    names = [say(variant, "name") for variant in aid.variants]
    return " ".join([say(aid, "name"), say(aid, "summary"), aid.name, *wording.each(aid, "keywords"), *names])


def _uses(item: AidEntry, role: str) -> bool:
    return role in item.roles
