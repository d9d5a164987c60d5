"""The site that is measured: made once for all that measures it."""

import pytest
from flask import Flask

from engine.content.catalogue import Catalogue
from tests.load import weights


@pytest.fixture(scope="package")
def app() -> Flask:
    return weights.site()


@pytest.fixture(scope="package")
def catalogue(app: Flask) -> Catalogue:
    return app.extensions["catalogue"]
