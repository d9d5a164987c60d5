"""What each address may do: whether a form sent there must bring its token, and what happens to the cookie.

Every endpoint is named here once; the tests hold the site to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto


class Cookie(Enum):
    """What an answer does to the one cookie."""

    BEGUN = auto()
    """Given to whoever has none: the page holds a form that must bring its token."""
    RENEWED = auto()
    """Sent back to whoever sent it, so that its hour begins again; never given."""
    EMPTIED = auto()
    """Emptied of answers and token; it says no more than that they were erased."""
    TAKEN = auto()
    """Taken back."""


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
    "root.front": Policy(Cookie.RENEWED),
    "root.health": Policy(Cookie.RENEWED),
    "search_engines.robots": Policy(Cookie.RENEWED),
    "search_engines.sitemap": Policy(Cookie.RENEWED),
    "browse.aids": Policy(Cookie.RENEWED, listed=True),
    "browse.aid": Policy(Cookie.RENEWED, listed=True),
    "browse.documents": Policy(Cookie.RENEWED, listed=True),
    "browse.document": Policy(Cookie.RENEWED, listed=True),
    "browse.services": Policy(Cookie.RENEWED, listed=True),
    "browse.service": Policy(Cookie.RENEWED, listed=True),
    "one_page.choose": Policy(Cookie.RENEWED),
    "one_page.answer": Policy(Cookie.RENEWED, open_because=_NOTHING_CHANGES),
    "desk.begin": Policy(Cookie.RENEWED),
    "desk.update": Policy(Cookie.RENEWED, open_because=_NOTHING_CHANGES),
    "journey.proceed": Policy(Cookie.RENEWED),
    "journey.question": Policy(Cookie.RENEWED),
    "journey.answer": Policy(Cookie.RENEWED),
    "journey.review": Policy(Cookie.RENEWED),
    "journey.results": Policy(Cookie.RENEWED),
    "journey.sheet": Policy(Cookie.RENEWED),
    "journey.pdf": Policy(Cookie.RENEWED),
    "journey.calendar_file": Policy(Cookie.RENEWED),
    "journey.aid": Policy(Cookie.RENEWED),
    "code.ask": Policy(Cookie.BEGUN),
    "code.use": Policy(Cookie.RENEWED),
    "pages.home": Policy(Cookie.BEGUN, listed=True),
    "pages.choose": Policy(Cookie.RENEWED),
    "pages.situations": Policy(Cookie.BEGUN, listed=True),
    "pages.live": Policy(Cookie.RENEWED),
    "pages.need": Policy(Cookie.BEGUN, listed=True),
    "pages.begin": Policy(Cookie.RENEWED),
    "pages.questionnaire": Policy(Cookie.RENEWED),
    "pages.emergency": Policy(Cookie.RENEWED, listed=True),
    "pages.ask_erase": Policy(Cookie.BEGUN),
    "pages.erase": Policy(Cookie.EMPTIED),
    "pages.leave": Policy(Cookie.TAKEN, open_because="leaving must work from an old page too"),
    "pages.erased": Policy(Cookie.RENEWED),
    "pages.accessibility": Policy(Cookie.RENEWED, listed=True),
    "pages.legal": Policy(Cookie.RENEWED, listed=True),
    "pages.privacy": Policy(Cookie.RENEWED, listed=True),
    "pages.sitemap": Policy(Cookie.RENEWED, listed=True),
}


def open_to_all() -> Iterator[str]:
    """The endpoints that take a form from anywhere, without a token."""
    return (endpoint for endpoint, policy in POLICIES.items() if policy.open_because)
