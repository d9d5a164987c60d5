"""Letters to fill in by hand: a page to read and print, and the same as a PDF. They ask nothing and keep nothing."""

from __future__ import annotations

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue

from engine.content.shapes.letters import Letter
from web.current import catalogue, today
from web.pages.render import page_in
from web.paper.letter import letter_data
from web.paper.pdf import letter_pdf
from web.words.i18n import LANGUAGE_PREFIX
from web.words.wording import Wording

letters = Blueprint("letters", __name__, url_prefix=LANGUAGE_PREFIX)


@letters.get("/lettres/<letter_id>")
def letter(letter_id: str) -> ResponseReturnValue:
    found, wording = _known(letter_id), Wording(catalogue(), today())
    users = [aid for aid in catalogue().aids.values() if aid.parent is None and letter_id in aid.letters]
    return page_in(wording, "letter.html", written=found, paper=letter_data(found, wording), aids=users)


@letters.get("/lettres/<letter_id>.pdf")
def pdf(letter_id: str) -> ResponseReturnValue:
    found = _known(letter_id)
    name = f"inline; filename=lettre-{found.id}.pdf"
    paper = letter_pdf(found, Wording(catalogue(), today()))
    return Response(paper, mimetype="application/pdf", headers={"Content-Disposition": name})


def _known(letter_id: str) -> Letter:
    return catalogue().letters.get(letter_id) or abort(404)
