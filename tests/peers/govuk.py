"""One question as a service of GOV.UK asks it: Flask, one WTForms form, and their macros in Jinja.

It keeps the form token in a session, as ours does, and neither translates, nor reasons, nor explains a word.
"""

from __future__ import annotations

from secrets import token_hex

from flask import Flask, render_template
from flask_wtf import FlaskForm
from govuk_frontend_wtf.main import WTFormsHelpers
from govuk_frontend_wtf.wtforms_widgets import GovCheckboxInput, GovSubmitInput, GovTextInput
from jinja2 import ChoiceLoader, PackageLoader, PrefixLoader
from wtforms import BooleanField, StringField, SubmitField

ADDRESS = "/question"


class AgeForm(FlaskForm):
    """A number, or that one does not know it."""

    answer = StringField("Quel âge avez-vous ?", widget=GovTextInput())
    unknown = BooleanField("Je ne sais pas", widget=GovCheckboxInput())
    send = SubmitField("Continuer", widget=GovSubmitInput())


def peer() -> Flask:
    """A site of this one page."""
    app = Flask(__name__, static_folder=None)
    app.config["SECRET_KEY"] = token_hex()
    packages = ("govuk_frontend_jinja", "govuk_frontend_wtf")
    macros = PrefixLoader({name: PackageLoader(name) for name in packages})
    app.jinja_options = {"loader": ChoiceLoader([PackageLoader("tests.peers"), macros])}
    WTFormsHelpers(app)

    @app.get(ADDRESS)
    def question() -> str:
        return render_template("question.html", form=AgeForm())

    return app
