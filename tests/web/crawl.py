"""Walks the site by its links, as a visitor with a result or a search engine would."""

import re
from collections import deque
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin, urlsplit
from xml.etree.ElementTree import Element

from flask.testing import FlaskClient

from tests.web.journeys import Visitor
from tests.web.page import parse

MOST_PAGES = 3000


@dataclass
class Crawl:
    """What was found: each page by its address, dead links, and addresses of the site in other languages."""

    pages: dict[str, Element] = field(default_factory=dict)
    dead: list[str] = field(default_factory=list)
    lost_anchors: list[str] = field(default_factory=list)
    other_languages: dict[str, set[str]] = field(default_factory=dict)


def crawl(client: FlaskClient, lang: str) -> Crawl:
    """Every page in `lang` that links lead to, from the home page, from a result and from all questions at once."""
    visitor = Visitor(client, lang)
    needs = visitor.open_needs()
    visitor.play(needs, {})
    found = Crawl()
    every_question = f"/{lang}/une-page?" + "&".join(f"besoins={need}" for need in needs)
    todo = deque((f"/{lang}/", f"/{lang}/resultats", f"/{lang}/reponses", every_question))
    known, anchors = set(todo), set()
    while todo:
        assert len(found.pages) < MOST_PAGES, "the site has no end"
        address = todo.popleft()
        page = client.get(address, follow_redirects=True)
        if page.status_code != 200:
            found.dead.append(f"{address} → {page.status_code}")
            continue
        if page.mimetype != "text/html":
            continue
        tree = found.pages[address] = parse(page.text)
        for link in tree.iter("a"):
            target, anchor = urldefrag(urljoin(address, link.get("href", "")))
            if urlsplit(target).scheme or not target.startswith("/"):
                continue
            if not re.match(rf"/{lang}(/|$)", target):
                found.other_languages.setdefault(address, set()).add(target)
                continue
            if anchor:
                anchors.add((address, target, anchor))
            if target not in known:
                known.add(target)
                todo.append(target)
    for address, target, anchor in sorted(anchors):
        if target in found.pages and anchor not in {item.get("id") for item in found.pages[target].iter()}:
            found.lost_anchors.append(f"{address} → {target}#{anchor}")
    return found
