"""« Parce que »: each reason can be read alone, without the question that it answers."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from flask import Flask

from engine.content.catalogue import Catalogue
from tests.content.conftest import DAY
from web.words.plan_words import reason_in_words
from web.words.wording import Wording


@pytest.mark.parametrize(("lang", "yes_or_no"), [("fr", ("Oui", "Non")), ("en", ("Yes", "No"))])
def test_a_yes_or_a_no_names_its_question(
    app: Flask, catalogue: Catalogue, lang: str, yes_or_no: tuple[str, str]
) -> None:
    with app.test_request_context(f"/{lang}/"):
        app.preprocess_request()
        told = []
        for fact, question in catalogue.questions.items():
            for option in question.options if question.written.kind == "choix" else ():
                answered = SimpleNamespace(answers={fact: option})
                told.append(reason_in_words(fact, answered, Wording(catalogue, DAY)))
    assert len(told) > 50
    assert [reason for reason in told if re.match(rf"({'|'.join(yes_or_no)})\b", reason)] == []
    assert any(f"{word}," in reason for reason in told for word in yes_or_no)
