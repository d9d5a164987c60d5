"""What must be true of every page, in any language and any state."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from functools import lru_cache
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib

from tests.web.typography import problems_in_french
from tests.web.words import words_of
from web.words.i18n import RIGHT_TO_LEFT, SOURCE_LANGUAGE

TOKEN = re.compile(r'(name="csrf_token"[^>]*value=")([^"]*)')
FETCHED = {"src", "srcset", "poster", "data", "action", "formaction"}
NAMES_A_PAGE = {"canonical", "alternate"}  # fetched by no browser
NAMED_BY_ITSELF = {"hidden", "submit", "button", "reset", "image"}
REFERENCES = ("aria-describedby", "aria-labelledby", "aria-controls", "aria-errormessage", "for")


def parse(html: str) -> Element:
    """The tree of a page."""
    tokens = [found[2] for found in TOKEN.finditer(html)]
    tree = _parsed(TOKEN.sub(r"\1", html))[0]
    if tokens:
        tree = deepcopy(tree)
        fields = [item for item in tree.iter("input") if item.get("name") == "csrf_token"]
        for field, token in zip(fields, tokens, strict=True):
            field.set("value", token)
    return tree


@lru_cache(maxsize=400)
def _parsed(html: str) -> tuple[Element, list[str]]:
    """The tree of a page and its faults of syntax. Whoever checks a page and whoever reads it share the work.

    It comes without the tokens of its forms, so that the same page shown to another visitor is the same.
    """
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(html)
    # A page that gives back what was typed may hold characters that HTML does not know.
    faults = [item for item in parser.errors if item[1] != "invalid-codepoint"]
    return tree, [f"not HTML5, line {line}: {fault} {details}" for (line, _), fault, details in faults]


def problems_in_page(html: str, lang: str) -> list[str]:
    """Everything that is wrong in a page that should be in `lang`, in words."""
    tree, faults = _parsed(TOKEN.sub(r"\1", html))
    return [
        *faults,
        *_language(tree, lang),
        *_title(tree),
        *_references(tree),
        *_labels(tree),
        *_structure(tree),
        *_own_house(tree),
        *(problems_in_french(tree) if lang == SOURCE_LANGUAGE else ()),
    ]


def _language(tree: Element, lang: str) -> Iterator[str]:
    if tree.get("lang") != lang:
        yield f"lang is {tree.get('lang')!r} instead of {lang!r}"
    if tree.get("dir") != ("rtl" if lang in RIGHT_TO_LEFT else "ltr"):
        yield f"dir is {tree.get('dir')!r}"


def _title(tree: Element) -> Iterator[str]:
    """One h1, which the title begins with; an error announces itself before it."""
    headings = [words_of(item) for item in tree.iter("h1")]
    title = words_of(tree.find("head/title"))
    if len(headings) != 1 or not headings[0]:
        yield f"there should be one h1: {headings}"
    elif any(item.get("role") == "alert" for item in tree.iter()):
        if not re.match(rf"\w+\u00a0?: {re.escape(headings[0])}", title):
            yield f"the title {title!r} does not announce the error, then « {headings[0]} »"
    elif not title.startswith(headings[0]):
        yield f"the title {title!r} does not begin with the h1 {headings[0]!r}"


def _references(tree: Element) -> Iterator[str]:
    """Ids are used once, and what points to one finds it."""
    ids = Counter(item.get("id") for item in tree.iter() if item.get("id"))
    yield from (f"id {name!r} is used {count} times" for name, count in ids.items() if count > 1)
    for item in tree.iter():
        pointed = [name for attribute in REFERENCES for name in item.get(attribute, "").split()]
        if (link := item.get("href", "")).startswith("#"):
            pointed.append(link[1:])
        yield from (f"<{item.tag}> points to #{name}, which is not there" for name in pointed if name not in ids)


def _labels(tree: Element) -> Iterator[str]:
    """Each field has a name that is not empty; so have buttons, links and groups of choices."""
    named = {item.get("for") for item in tree.iter("label") if words_of(item)}
    wrapped = {id(field) for label in tree.iter("label") if words_of(label) for field in label.iter()}
    for item in tree.iter():
        if item.tag in ("input", "select", "textarea") and item.get("type") not in NAMED_BY_ITSELF:
            if item.get("id") not in named and id(item) not in wrapped and not item.get("aria-label"):
                yield f"the field {item.attrib} has no label"
        elif item.tag in ("a", "button", "summary") and not (words_of(item) or item.get("aria-label")):
            yield f"a <{item.tag}> says nothing: {item.attrib}"
        elif item.tag == "fieldset" and (not len(item) or item[0].tag != "legend" or not words_of(item[0])):
            yield "a fieldset does not begin with its legend"


def _structure(tree: Element) -> Iterator[str]:
    """What a validator refuses and a parser lets pass; headings that skip no level."""
    for item in tree.iter():
        if item.tag in ("ul", "ol") and (strangers := {child.tag for child in item} - {"li"}):
            yield f"a <{item.tag}> holds {strangers}"
        if item.tag in ("ul", "ol") and not len(item):
            yield f"a <{item.tag}> is empty"
    levels = [int(item.tag[1]) for item in tree.iter() if re.fullmatch(r"h[1-6]", item.tag)]
    after_title = levels[levels.index(1) :] if 1 in levels else []
    for before, after in itertools.pairwise(after_title):
        if after > before + 1:
            yield f"a heading skips from h{before} to h{after}"


def _own_house(tree: Element) -> Iterator[str]:
    """Nothing is fetched from elsewhere, and nothing is inline that the policy would block."""
    for item in tree.iter():
        for name, value in item.attrib.items():
            linked = name in ("href", "{http://www.w3.org/1999/xlink}href")
            fetched = name in FETCHED or (linked and item.tag != "a" and item.get("rel") not in NAMES_A_PAGE)
            if fetched and (urlsplit(value).scheme or urlsplit(value).netloc):
                yield f"<{item.tag}> fetches from elsewhere: {value}"
            if name == "style" or name.startswith("on"):
                yield f"<{item.tag}> has an inline {name}"
        data = item.get("type") == "application/ld+json"
        if item.tag == "style" or (item.tag == "script" and not item.get("src") and not data):
            yield f"an inline <{item.tag}>"
        if item.tag == "a" and urlsplit(item.get("href", "")).scheme not in (
            "",
            "https",
            "http",
            "mailto",
            "tel",
            "geo",
        ):
            yield f"a link of a strange kind: {item.get('href')}"
