"""What the tests know already, they know by all that it says."""

from __future__ import annotations

from jinja2 import DictLoader, Environment

from tests.known import Templates


def test_a_template_that_changes_is_compiled_anew() -> None:
    known = Templates()

    def page(source: str) -> str:
        loader = DictLoader({"page.html": source})
        return Environment(loader=loader, bytecode_cache=known, autoescape=True).get_template("page.html").render()

    assert [page("one"), page("two"), page("one")] == ["one", "two", "one"]
    assert len(known.known) == 2, "and not compiled again when it is the same"
