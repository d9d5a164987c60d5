"""The words that a page asks for speak of the person it is made for: they are let go with it."""

import pytest
from flask.testing import FlaskClient

from web.pages import render


def test_what_a_page_says_of_someone_is_not_kept_beyond_it(client: FlaskClient) -> None:
    assert client.get("/fr/aides").status_code == 200
    with pytest.raises(LookupError):
        render._helpers.get()
