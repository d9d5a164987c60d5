"""Public pages of all aids, papers and services: lists, search, one page each, with their sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from flask import Blueprint, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue

from engine.compiled import CompiledAid
from engine.directory import office_for
from engine.places import find_communes, plain
from web.addresses import aid_address
from web.i18n import LANGUAGE_PREFIX
from web.state import catalogue
from web.wording import wording

library = Blueprint("library", __name__, url_prefix=LANGUAGE_PREFIX)
T = TypeVar("T")


@library.get("/aides")
def aids() -> ResponseReturnValue:
    parents = [aid for aid in catalogue().aids.values() if aid.parent is None]
    found = _search(parents, _aid_words)
    groups = [(need, [aid for aid in found if need.id == aid.needs[0]]) for need in catalogue().needs.values()]
    return render_template("aids.html", groups=[group for group in groups if group[1]], found=found, query=_query())


@library.get("/aides/<aid_id>")
def aid(aid_id: str) -> ResponseReturnValue:
    found = catalogue().aids.get(aid_id) or abort(404)
    if found.parent:
        return redirect(aid_address(aid_id), 302)
    return render_template(
        "aid.html",
        aid=found,
        forms=[catalogue().aids[form] for form in found.forms],
        documents=catalogue().documents,
        roles=catalogue().roles,
    )


@library.get("/pieces")
def documents() -> ResponseReturnValue:
    found = _search(catalogue().documents.values(), lambda item: f"{wording().say(item, 'name')} {item.name}")
    return render_template("documents.html", documents=found, query=_query())


@library.get("/pieces/<document_id>")
def document(document_id: str) -> ResponseReturnValue:
    found = catalogue().documents.get(document_id) or abort(404)
    users = [
        item
        for item in catalogue().aids.values()
        if any(guarded.item.document == document_id for guarded in item.documents)
    ]
    return render_template("document.html", document=found, aids=users)


@library.get("/services")
def services() -> ResponseReturnValue:
    found = _search(
        catalogue().roles.values(),
        lambda item: f"{wording().say(item, 'name')} {item.name} {wording().say(item, 'purpose')}",
    )
    return render_template("services.html", roles=found, query=_query())


@library.get("/services/<role_id>")
def service(role_id: str) -> ResponseReturnValue:
    """A service and its offices; `?commune=` finds the nearest known one."""
    if role_id not in catalogue().roles:
        abort(404)
    typed = request.args.get("commune", "")[:80]
    communes = find_communes(catalogue(), typed)
    place = communes[0].insee if len(communes) == 1 else None
    users = [item for item in catalogue().aids.values() if _uses(item, role_id) and item.parent is None]
    return render_template(
        "service.html",
        referral_found=office_for(catalogue(), role_id, place),
        aids=users,
        typed=typed,
        communes=communes,
    )


def _query() -> str:
    return request.args.get("q", "")[:80]


def _search(items: Iterable[T], words: Callable[[T], str]) -> list[T]:
    """Items whose words hold every word of the query."""
    wanted = plain(_query()).split()
    return [item for item in items if all(word in plain(words(item)) for word in wanted)]


def _aid_words(item: CompiledAid) -> str:
    say, aid = wording().say, item.aid
    names = [say(form, "name") for form in aid.forms]
    return " ".join([say(aid, "name"), say(aid, "summary"), aid.name, *wording().each(aid, "keywords"), *names])


def _uses(item: CompiledAid, role: str) -> bool:
    return role in item.contacts.roles
