"""Makes a page: a template, the wording that says its content, and what it shows."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from functools import lru_cache, partial
from typing import Any

from flask import Flask, render_template
from markupsafe import Markup

from engine.case.case import Case
from engine.case.letters import letters
from engine.content.catalogue import Catalogue
from engine.content.shapes.needs import Need
from web.current import catalogue, today
from web.pages.addresses import addresses_here
from web.pages.many_answers import typed_in
from web.pages.maps import map_search
from web.pages.places import label
from web.session import load_case
from web.words import i18n
from web.words.elision import of
from web.words.glossary import words_in
from web.words.needed import needed
from web.words.plan_words import (
    act,
    birthday_in_words,
    call_instead,
    deadlines_in_full,
    opening,
    place_name,
    reason_in_words,
    stage_name,
    still_possible,
    to_tell,
    turn_name,
    way_in,
    whose_deadline,
)
from web.words.states import state, unasked
from web.words.unbroken import unbroken
from web.words.wording import WORDING_HELPERS, Wording, cost_kind, nature_name

_HELPERS = (act, deadlines_in_full, place_name, reason_in_words, state, to_tell, turn_name, whose_deadline, words_in)
# Of the page being made, until it is: asked for some two hundred times a page, and `g` is slow to ask.
_helpers: ContextVar[dict[str, Callable[..., Any]]] = ContextVar("helpers")


def set_up(app: Flask) -> None:
    """Give templates what does not depend on the person: languages, open needs, communes."""
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters["unbroken"] = unbroken
    app.jinja_env.filters["opening"] = opening
    app.jinja_env.tests["unasked"] = unasked
    app.jinja_env.globals.update({name: _of_this_page(name) for name in (*WORDING_HELPERS, "state")})
    app.jinja_env.globals.update(
        i18n.template_helpers(),
        open_needs=open_needs,
        commune_options=lambda: commune_options(catalogue()),
        of=of,
        letters=letters,
        map_search=map_search,
        place_label=label,
        typed_in=typed_in,
        birthday_in_words=birthday_in_words,
        call_instead=call_instead,
        cost_kind=cost_kind,
        needed=needed,
        nature_name=nature_name,
        stage_name=stage_name,
        unasked=unasked,
        still_possible=still_possible,
        way_in=way_in,
    )


@lru_cache(maxsize=4)
def commune_options(catalogue: Catalogue) -> Markup:
    """The communes that a field offers to complete, ready to be put in any page."""
    return Markup("").join(Markup("<option>{}").format(commune.name) for commune in catalogue.communes.values())


def page(template: str, case: Case | None = None, **context: Any) -> str:
    """A template that speaks of the person of a case; of anyone, where there is none."""
    wording = Wording.of(case) if case else Wording(catalogue(), today())
    return page_in(wording, template, case=case, **context)


def page_in(wording: Wording, template: str, **context: Any) -> str:
    """A template in this wording. `visit` is the case that its first line speaks to, on whatever page one is."""
    visit = context.get("case") or load_case()
    helpers = wording.helpers() | {helper.__name__: partial(helper, wording=wording) for helper in _HELPERS}
    said = wording.voice.marked_up
    being_made = _helpers.set(helpers)
    try:
        return render_template(
            template, visit=visit, _=said, gettext=said, url_for=addresses_here(), **helpers, **context
        )
    finally:
        _helpers.reset(being_made)


def _of_this_page(name: str) -> Callable[..., Any]:
    """A helper for the pieces that pages share: these are read once, and ask the page being made for its wording."""

    def helper(*args: Any, **options: Any) -> Any:
        return _helpers.get()[name](*args, **options)

    return helper


def open_needs() -> list[Need]:
    """The needs that someone can choose today."""
    return [catalogue().needs[need] for need in catalogue().open_needs]
