"""Every character that content may hold is drawn by the fonts of the paper."""

from flask import Flask

from engine.content.drawable import ALLOWED
from tests.paper.documents import bare_sheet, opened
from web.paper.pdf import SHEET, compile_pdf


def test_the_fonts_draw_all_that_content_may_hold(app: Flask) -> None:
    """A single one that they lack would refuse the whole document. Accents need a letter to stand on."""
    letters = " ".join(f"e{character}e" for character in sorted(ALLOWED))
    with app.app_context():
        pdf = compile_pdf(SHEET, bare_sheet(letters))
    assert opened(pdf).pages
