"""From the boxes of the empty questionnaire to the aids, by their numbers: those for which the answer matters."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from flask import Flask

from engine.content.entries import AidEntry, QuestionEntry
from engine.rules.truth import Value
from tests.content.conftest import DAY
from tests.paper.blanks import NEEDS, asked, each_need, every, missing, printed, told, whole_aids
from tests.paper.test_blank_arrows import values
from web.paper.blank_aids import numbered


def led(app: Flask, need: str) -> Iterator[tuple[QuestionEntry, Value, list[int]]]:
    """Each answer that leads somewhere, with the numbers it gives."""
    for item, said in zip(asked(app.extensions["catalogue"], need), told(app, need)["questions"], strict=True):
        for value, box in zip(values(item, need)[:-1], said["boxes"], strict=True):
            if box["aids"]:
                yield item, value, list(spread(box["aids"]))


def spread(text: str) -> Iterator[int]:
    for run in text.split(", "):
        first, _, last = run.partition("–")
        yield from range(int(first), int(last or first) + 1)


def rules_met(app: Flask, need: str, aid: AidEntry, fact: str, value: Value) -> list[bool | None]:
    """What this answer alone settles, for whoever looks for nothing in the other needs."""
    catalogue = app.extensions["catalogue"]
    told, amounts = {**catalogue.nothing_sought([need]), fact: value}, catalogue.amounts_at(DAY)
    return [rule.test(told, amounts) for rule in aid.verdict_rules if fact in rule.facts]


@pytest.mark.parametrize(
    ("numbers", "said"), [([], ""), ([3], "3"), ([7, 3], "3, 7"), ([1, 2], "1, 2"), ([1, 2, 3, 9], "1–3, 9")]
)
def test_numbers_that_follow_each_other_are_told_together(numbers: list[int], said: str) -> None:
    assert numbered(numbers) == said


@each_need
def test_the_numbers_are_those_of_aids_for_which_the_answer_matters(app: Flask, need: str) -> None:
    aids = whole_aids(app.extensions["catalogue"], need)
    found = list(led(app, need))
    assert len(found) >= 10
    for item, value, numbers in found:
        for number in numbers:
            aid = aids[number - 1]
            assert item.id in aid.verdict_facts, (item.id, aid.id)
            here = rules_met(app, need, aid, item.id, value)
            others = [rules_met(app, need, aid, item.id, other) for other in values(item, need)[:-1] if other != value]
            assert any(other != here for other in others), (item.id, value, aid.id)


@each_need
def test_every_aid_is_led_to(app: Flask, need: str) -> None:
    """By an answer, or it concerns whoever comes."""
    numbers = {number for _, _, found in led(app, need) for number in found}
    aids = whole_aids(app.extensions["catalogue"], need)
    assert [aid.id for number, aid in enumerate(aids, 1) if number not in numbers and aid.concerns] == []


@every
def test_the_numbers_are_printed_after_their_box(app: Flask, need: str, lang: str) -> None:
    boxes = [box for item in told(app, need, lang)["questions"] for box in item["boxes"] if box["aids"]]
    wanted = [
        f"{box['help'] or box['text']}{' ' + box['then'] if box['then'] else ''} → {box['aids']}" for box in boxes
    ]
    assert missing(wanted, printed(app, need, lang)) == []


def test_where_some_of_them_lead(app: Flask) -> None:
    known = app.extensions["catalogue"]
    found = {
        (need, item.id, value): {whole_aids(known, need)[number - 1].id for number in numbers}
        for need in NEEDS
        for item, value, numbers in led(app, need)
    }
    assert "apa-domicile" in found["autonomie", "demande_autonomie", frozenset(["aide-domicile"])]
    assert "recours-rapo" in found["autonomie", "demande_autonomie", frozenset(["contester"])]
    assert "apa-domicile" not in found["autonomie", "demande_autonomie", frozenset(["contester"])]
    assert "fsl-impaye-loyer" in found["logement", "demande_logement", frozenset(["impaye-loyer"])]


def test_an_answer_not_known_leads_nowhere(app: Flask) -> None:
    assert {item["unsure"]["aids"] for need in NEEDS for item in told(app, need)["questions"]} == {""}
    assert not re.search(r"→ \d", " ".join(item["unsure"]["text"] for item in told(app, "logement")["questions"]))
