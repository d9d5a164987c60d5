"""What each address may do: whether a form sent there must bring its token, and what happens to the cookie.

Every endpoint is named here once; the tests hold the site to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from flask import request


class Cookie(Enum):
    """What an answer does to the one cookie."""

    LEFT = auto()
    """Nothing, ever: what is public, and what may be long in coming, such as the PDF."""
    BEGUN = auto()
    """Given to whoever has none: the page holds a form that must bring its token."""
    RENEWED = auto()
    """A step of the journey: sent back once it is some minutes old, so that its hour begins again; never given."""
    WRITTEN = auto()
    """A form that changes answers: sent back when it did."""
    TAKEN = auto()
    """Taken back, whatever it held; a trace says for two hours which visit was erased, and nothing of it."""


@dataclass(frozen=True)
class Policy:
    """`open_because` says why a form sent here needs no token; where it says nothing, one is needed.

    A page is `listed` if search engines may lead to it: it is the same for everyone, and holds no answer.
    """

    cookie: Cookie
    open_because: str | None = None
    listed: bool = False


_NOTHING_CHANGES = "the answers travel in the form itself and change nothing on the server"

POLICIES = {
    "root.front": Policy(Cookie.LEFT),
    "root.health": Policy(Cookie.LEFT),
    "search_engines.robots": Policy(Cookie.LEFT),
    "search_engines.sitemap": Policy(Cookie.LEFT),
    "browse.aids": Policy(Cookie.LEFT, listed=True),
    "browse.aid": Policy(Cookie.LEFT, listed=True),
    "browse.documents": Policy(Cookie.LEFT, listed=True),
    "browse.document": Policy(Cookie.LEFT, listed=True),
    "browse.services": Policy(Cookie.LEFT, listed=True),
    "browse.service": Policy(Cookie.LEFT, listed=True),
    "letters.letter": Policy(Cookie.LEFT, listed=True),
    "letters.pdf": Policy(Cookie.LEFT),
    "one_page.choose": Policy(Cookie.LEFT),
    "one_page.answer": Policy(Cookie.LEFT, open_because=_NOTHING_CHANGES),
    "desk.begin": Policy(Cookie.LEFT),
    "desk.update": Policy(Cookie.LEFT, open_because=_NOTHING_CHANGES),
    "desk.paper": Policy(Cookie.LEFT, open_because=_NOTHING_CHANGES),
    "journey.proceed": Policy(Cookie.RENEWED),
    "journey.question": Policy(Cookie.RENEWED),
    "journey.answer": Policy(Cookie.WRITTEN),
    "journey.review": Policy(Cookie.RENEWED),
    "journey.results": Policy(Cookie.RENEWED),
    "journey.sheet": Policy(Cookie.LEFT),
    "journey.pdf": Policy(Cookie.LEFT),
    "journey.calendar_file": Policy(Cookie.LEFT),
    "journey.aid": Policy(Cookie.RENEWED),
    "code.ask": Policy(Cookie.BEGUN),
    "code.use": Policy(Cookie.WRITTEN),
    "pages.home": Policy(Cookie.BEGUN, listed=True),
    "pages.choose": Policy(Cookie.WRITTEN),
    "pages.situations": Policy(Cookie.BEGUN, listed=True),
    "pages.live": Policy(Cookie.WRITTEN),
    "pages.need": Policy(Cookie.BEGUN, listed=True),
    "pages.begin": Policy(Cookie.WRITTEN),
    "pages.questionnaire": Policy(Cookie.LEFT),
    "pages.emergency": Policy(Cookie.LEFT, listed=True),
    "pages.ask_erase": Policy(Cookie.BEGUN),
    "pages.erase": Policy(Cookie.TAKEN),
    "pages.leave": Policy(Cookie.TAKEN, open_because="leaving must work from an old page too"),
    "pages.erased": Policy(Cookie.LEFT),
    "pages.accessibility": Policy(Cookie.LEFT, listed=True),
    "pages.legal": Policy(Cookie.LEFT, listed=True),
    "pages.privacy": Policy(Cookie.LEFT, listed=True),
    "pages.sitemap": Policy(Cookie.LEFT, listed=True),
}


def open_to_all() -> Iterator[str]:
    """The endpoints that take a form from anywhere, without a token."""
    return (endpoint for endpoint, policy in POLICIES.items() if policy.open_because)


def renews() -> bool:
    """Whether the address asked for lets the hour of the cookie begin again."""
    policy = POLICIES.get(request.endpoint or "")
    return policy is not None and policy.cookie in (Cookie.RENEWED, Cookie.WRITTEN)
