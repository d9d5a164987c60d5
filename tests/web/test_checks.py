"""The checks themselves: a sound page passes, and each fault is seen."""

import pytest

from tests.web.page import problems_in_page
from tests.web.typography import problems_in_prose

SOUND = """<!doctype html>
<html lang="fr" dir="ltr"><head><meta charset="utf-8"><title>Votre âge – Le guide</title>
<link rel="stylesheet" href="/static/style.css"></head>
<body><main><form method="post"><h1><label for="age">Votre âge</label></h1>
<p id="aide">En années.</p><input id="age" name="age" aria-describedby="aide">
<fieldset><legend>Et encore</legend><label><input type="checkbox" name="x"> Oui</label></fieldset>
<h2>Suite</h2><ul><li><a href="https://www.service-public.fr/">Le service public</a></li></ul>
</form></main></body></html>"""

FAULTS = {
    "no title": ("<title>Votre âge – Le guide</title>", "<title>Le guide</title>", "title"),
    "two h1": ("<h2>Suite</h2>", "<h1>Suite</h1>", "one h1"),
    "no h1": ("<h1><label", "<h2><label", "one h1"),
    "another language": ('lang="fr"', 'lang="en"', "lang is"),
    "no direction": (' dir="ltr"', "", "dir is"),
    "an id used twice": ('<p id="aide">', '<p id="aide"><b id="aide">x</b>', "used 2 times"),
    "a lost description": ('<p id="aide">', "<p>", "points to #aide"),
    "a lost label": ('for="age"', 'for="autre"', "no label"),
    "an empty label": (" Oui</label>", "</label>", "no label"),
    "a lost anchor": ('href="https://www.service-public.fr/"', 'href="#nulle-part"', "points to #nulle-part"),
    "a silent link": ("Le service public</a>", "</a>", "says nothing"),
    "a group without a name": ("<legend>Et encore</legend>", "", "legend"),
    "broken syntax": ("<h2>Suite</h2>", "<h2>Suite</p></h2>", "not HTML5"),
    "an empty list": ('<li><a href="https://www.service-public.fr/">Le service public</a></li>', "", "is empty"),
    "a stranger in a list": ("<ul><li>", "<ul><p>x</p><li>", "holds"),
    "a skipped heading": ("<h2>Suite</h2>", "<h3>Suite</h3>", "skips"),
    "a style from elsewhere": ("/static/style.css", "https://cdn.example/style.css", "from elsewhere"),
    "a style from elsewhere, any scheme": ("/static/style.css", "//cdn.example/style.css", "from elsewhere"),
    "an image from elsewhere": ("<h2>Suite</h2>", '<h2>Suite</h2><img alt="x" src="http://x.example/x">', "elsewhere"),
    "a form sent elsewhere": ('method="post"', 'method="post" action="https://x.example/"', "from elsewhere"),
    "an inline style": ("<ul>", '<ul style="color: red">', "inline style"),
    "an inline handler": ("<ul>", '<ul onclick="x()">', "inline onclick"),
    "an inline script": ("<h2>Suite</h2>", "<h2>Suite</h2><script>x()</script>", "inline <script>"),
    "a link that runs code": ("https://www.service-public.fr/", "javascript:x()", "strange kind"),
    "a straight apostrophe": ("En années.", "En fin d'année.", "apostrophe"),
    "a title that hides the error": ("<ul>", '<p role="alert">Faute.</p><ul>', "announce the error"),
}


def test_a_sound_page_passes() -> None:
    assert problems_in_page(SOUND, "fr") == []


@pytest.mark.parametrize(("sound", "faulty", "message"), FAULTS.values(), ids=FAULTS)
def test_each_fault_is_seen(sound: str, faulty: str, message: str) -> None:
    assert sound in SOUND
    found = problems_in_page(SOUND.replace(sound, faulty), "fr")
    assert any(message in problem for problem in found), found


@pytest.mark.parametrize(
    "text",
    ["Qui ?", "Oui : non", "Bien !", "Un ; deux", "«\u00a0Oui »", "« Oui\u00a0»", "L'aide", "Et...", 'Le "mot"'],
)
def test_bad_french_is_seen(text: str) -> None:
    assert list(problems_in_prose(text))


@pytest.mark.parametrize(
    "text",
    [
        "Qui\u00a0?",
        "Oui\u00a0: non",
        "«\u00a0Oui\u00a0»",
        "L’aide",
        "https://exemple.fr/?a:b",
        "À 12:30",
        "Vrai\u00a0?!",
    ],
)
def test_good_french_passes(text: str) -> None:
    assert list(problems_in_prose(text)) == []
