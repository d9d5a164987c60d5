"""Templates say what Jinja's own would say: only the way there is shorter."""

from __future__ import annotations

import pytest
from flask import Flask
from jinja2 import Undefined
from markupsafe import Markup

from web.templates import Templates

PIECES = """
{% macro tag(name, said, mark="!", loud=False) %}<{{ name }}>{{ said }}{{ mark }}{% if loud %}?{% endif %}</{{ name }}>{% endmacro %}
{% macro around(name) %}<{{ name }}>{{ caller() }}</{{ name }}>{% endmacro %}
"""


def said(template: str, **known: object) -> str:
    app = Flask(__name__)
    app.jinja_environment = Templates
    app.jinja_env.autoescape = True
    return str(app.jinja_env.from_string(PIECES + template).render(**known)).strip()


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("<b> & 'co'", "&lt;b&gt; &amp; &#39;co&#39;"),
        (Markup("<b>"), "<b>"),
        (12, "12"),
        (None, "None"),
        (Undefined(), ""),
        (type("Name", (str,), {})("<i>"), "&lt;i&gt;"),
    ],
)
def test_what_is_not_safe_is_made_so_and_what_is_stays(value: object, written: str) -> None:
    assert said("{{ value }}", value=value) == written
    assert said("{{ tag('p', value) }}", value=value) == f"<p>{written}!</p>"


@pytest.mark.parametrize(
    "call",
    ["tag('p', 'a', '!', True)", "tag('p', 'a', loud=True)", "tag(name='p', said='a', loud=True)", "tag(*given)"],
)
def test_a_macro_takes_places_names_and_what_it_takes_by_itself(call: str) -> None:
    assert said("{{ " + call + " }}", given=("p", "a", "!", True)) == "<p>a!?</p>"


def test_a_macro_stands_around_what_it_is_called_with() -> None:
    assert said("{% call around('ul') %}{% for one in 'ab' %}{{ tag('li', one) }}{% endfor %}{% endcall %}") == (
        "<ul><li>a!</li><li>b!</li></ul>"
    )


def test_a_macro_given_too_much_is_a_fault() -> None:
    with pytest.raises(TypeError, match="not more than 4"):
        said("{{ tag('p', 'a', 'b', 'c', 'd') }}")


def test_what_is_not_known_cannot_be_called() -> None:
    with pytest.raises(Exception, match="'nobody' is undefined"):
        said("{{ nobody('here') }}")
