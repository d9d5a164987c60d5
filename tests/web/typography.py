"""French as it is printed: curly apostrophes, no-break spaces around high punctuation."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tests.web.words import words

# Addresses and times have their own punctuation.
NOT_PROSE = re.compile(r"https?://\S+|\S+@\S+|\b\d{1,2}:\d{2}\b")
FAULTS = {
    "a straight apostrophe": re.compile(r"'"),
    "no no-break space before high punctuation": re.compile(r"(?<![\u00a0?!])[:;?!»]"),
    "no no-break space after «": re.compile(r"«(?!\u00a0)"),
    "straight double quotes": re.compile(r'"'),
    "three dots for an ellipsis": re.compile(r"\.\.\."),
    "a full stop before a colon": re.compile(r"\.\u00a0?:"),
}


def problems_in_french(tree: Element) -> Iterator[str]:
    """Where the French of a page is not printed as it should be."""
    yield from problems_in_prose(words(tree, "fr"))


def problems_in_prose(text: str) -> Iterator[str]:
    """The same for a bare text."""
    for line in NOT_PROSE.sub("", text).splitlines():
        for fault, pattern in FAULTS.items():
            if found := pattern.search(line):
                yield f"{fault}: « {line[max(0, found.start() - 30) : found.end() + 15]} »"
