"""The words of a page as they are read: by blocks, one language only."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

# Elements that do not begin a new line of text.
INLINE = {"a", "b", "cite", "em", "label", "small", "span", "strong", "sub", "sup"}
UNREAD = {"script", "style", "svg", "template"}
READ_ATTRIBUTES = ("aria-label", "alt", "title", "placeholder")
# Stands for words in another language, so that the ones around them are not glued together.
OTHER_LANGUAGE = "\ufffc"


def words(element: Element, lang: str | None = None) -> str:
    """The text of an element, one line a block. With `lang`, what is marked as another language is left out."""
    return re.sub(r"[ \t\r\f]*\n\s*", "\n", re.sub(r"[ \t\r\f]+", " ", "".join(_pieces(element, lang)))).strip("\n ")


def words_of(element: Element | None) -> str:
    """The text of an element on one line."""
    return "" if element is None else re.sub(r"[ \n]+", " ", words(element)).strip()


def _pieces(element: Element, lang: str | None) -> Iterator[str]:
    if element.tag in UNREAD or not isinstance(element.tag, str):
        return
    if lang and element.get("lang", lang) != lang:
        yield OTHER_LANGUAGE
        return
    edge = "" if element.tag in INLINE else "\n"
    yield edge
    yield from (f"\n{element.get(name)}\n" for name in READ_ATTRIBUTES if element.get(name))
    yield (element.text or "").replace("\n", " ")
    for child in element:
        yield from _pieces(child, lang)
        yield (child.tail or "").replace("\n", " ")
    yield edge
