"""Walks the site by its links, as a visitor with a result or a search engine would."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin, urlsplit
from xml.etree.ElementTree import Element

from flask.testing import FlaskClient

from tests.sampled import WHOLE, Swept
from tests.web.journeys import Visitor
from tests.web.page import parse

MOST_PAGES = 3000
OF_A_KIND = 6


@dataclass
class Crawl:
    """What was found: each page by its address, all that links lead to, which of it is dead, and addresses of the site
    in other languages."""

    lang: str
    pages: dict[str, Element] = field(default_factory=dict)
    linked: set[str] = field(default_factory=set)
    opened: set[str] = field(default_factory=set)
    anchors: set[tuple[str, str, str]] = field(default_factory=set)
    dead: list[str] = field(default_factory=list)
    lost_anchors: list[str] = field(default_factory=list)
    other_languages: dict[str, set[str]] = field(default_factory=dict)


def crawl(client: FlaskClient, lang: str, swept: Swept = WHOLE) -> Crawl:
    """Every page in `lang` that links lead to, from the home page, from a result and from all questions at once.

    Of many pages of one kind, as those of the aids, what `swept` takes is opened.
    """
    visitor = Visitor(client, lang)
    needs = visitor.open_needs()
    visitor.play(needs, {})
    found = Crawl(lang)
    every_question = f"/{lang}/une-page?" + "&".join(f"besoins={need}" for need in needs)
    found.linked |= {f"/{lang}/", f"/{lang}/resultats", f"/{lang}/reponses", every_question}
    while addresses := list(_to_open(found, swept)):
        for address in addresses:
            assert len(found.pages) < MOST_PAGES, "the site has no end"
            found.opened.add(address)
            _open(client, address, found)
    for address, target, anchor in sorted(found.anchors):
        if target in found.pages and anchor not in {item.get("id") for item in found.pages[target].iter()}:
            found.lost_anchors.append(f"{address} → {target}#{anchor}")
    return found


def _to_open(found: Crawl, swept: Swept) -> Iterable[str]:
    """What is linked and not opened yet: no more of one kind, in all, than a part holds."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for address in sorted(found.linked - found.opened):
        kinds[_kind(address)].append(address)
    for kind, addresses in kinds.items():
        opened = sum(_kind(address) == kind for address in found.opened)
        if swept.whole or opened < OF_A_KIND:
            here = len(f"/{found.lang}")  # the same pages in each language
            yield from swept(addresses, most=OF_A_KIND - opened, by=lambda address: address[here:])  # noqa: B023


def _kind(address: str) -> str:
    """« /fr/aides/ » of « /fr/aides/apa-domicile »; that of another page is itself, but for what it is asked."""
    path = address.partition("?")[0]
    return f"{path.rpartition('/')[0]}/" if path.count("/") > 2 else path


def _open(client: FlaskClient, address: str, found: Crawl) -> None:
    page = client.get(address, follow_redirects=True)
    if page.status_code != 200:
        found.dead.append(f"{address} → {page.status_code}")
        return
    if page.mimetype != "text/html":
        return
    tree = found.pages[address] = parse(page.text)
    for link in tree.iter("a"):
        target, anchor = urldefrag(urljoin(address, link.get("href", "")))
        if urlsplit(target).scheme or not target.startswith("/"):
            continue
        if not re.match(rf"/{found.lang}(/|$)", target):
            found.other_languages.setdefault(address, set()).add(target)
            continue
        if anchor:
            found.anchors.add((address, target, anchor))
        found.linked.add(target)
