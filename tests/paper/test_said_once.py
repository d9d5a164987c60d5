"""What several aids say of one paper or one office is said once, and names in brackets stand in no other brackets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask, g

from engine.case.case import Case
from engine.case.plan import Plan
from tests.content.people import personas, play
from tests.load.weights import visitor
from tests.paper.documents import LANGS, squeezed, text_of
from tests.sampled import Swept
from tests.web.page import parse
from tests.web.words import words_of
from web.paper.sheet import PARTS, Sheet
from web.words.once import once
from web.words.wording import Wording

SENTENCE = re.compile(r"(?<=[.!?])\s+|\s–\s")
WITHIN = re.compile(r"\([^()]*\([^()]*\)")


def cases(app: Flask, swept: Swept) -> list[Case]:
    return [play(app.extensions["catalogue"], persona).case for persona in swept(personas(), most=60)]


def texts(said: Any) -> Iterator[str]:
    """All that a line says."""
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict):
        yield from texts(list(said.values()))
    elif isinstance(said, list):
        for one in said:
            yield from texts(one)


@pytest.mark.parametrize("lang", LANGS)
def test_no_line_says_a_sentence_twice(app: Flask, swept: Swept, lang: str) -> None:
    twice = set()
    with app.test_request_context(f"/{lang}/"):
        g.lang = lang
        for case in cases(app, swept):
            sheet = Sheet(Plan(case), Wording.of(case)).data()
            for line in (line for part in PARTS for line in sheet[part]):
                said = Counter(SENTENCE.split(" – ".join(texts(line))))
                twice |= {sentence for sentence, count in said.items() if count > 1 and sentence.endswith((".", "!"))}
    assert twice == set()


@pytest.mark.parametrize("lang", LANGS)
def test_no_brackets_within_brackets(app: Flask, swept: Swept, lang: str) -> None:
    found, tried = [], 0
    for case in cases(app, swept):
        person = visitor(app, case.needs, case.answers)
        for path in ("resultats", "resultats/imprimer"):
            page = parse(person.get(f"/{lang}/{path}").text)
            lines = [words_of(line) for tag in ("li", "p") for line in page.iter(tag)]
            found += [line for line in lines if WITHIN.search(line)]
        with app.test_request_context(f"/{lang}/"):
            g.lang = lang
            bracketed = [clock["aid"] for clock in Sheet(Plan(case), Wording.of(case)).data()["clocks"]]
        paper = squeezed(text_of(person.get(f"/{lang}/resultats/liste.pdf").data))
        found += [aid for aid in bracketed if "(" in aid and squeezed(f"({aid})") in paper]
        tried += any("(" in aid for aid in bracketed)
    assert found == []
    assert tried >= 3


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (["A.", "A. B."], ["A.", "B."]),
        (["A. B.", "B. A."], ["A. B."]),
        (["A. A.", "Non\u00a0! C ?"], ["A.", "Non\u00a0! C ?"]),
        (["Voir art.\u00a05. Oui.", "Oui. Non."], ["Voir art.\u00a05. Oui.", "Non."]),
        ([], []),
    ],
)
def test_texts_said_together(said: list[str], kept: list[str]) -> None:
    assert once(said) == kept
