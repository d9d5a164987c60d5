"""A test client that reads each page it fetches as a strict visitor would."""

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.page import TOKEN, problems_in_page
from web.headers import FRAMED_BY_US, static_headers
from web.words.i18n import LANGUAGES, SOURCE_LANGUAGE

FRAMED = "/poste-accueil/feuille.pdf"
_seen: dict[tuple[str, str], list[str]] = {}


class CheckedClient(FlaskClient):
    """Fails as soon as an answer of the site, whatever its status, is not as it should be."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Any request: `get`, `post` and the others all come here. The public site is asked at its own address."""
        if args and isinstance(args[0], str) and not self.application.config["GUIDE_LOCAL"]:
            kwargs.setdefault("base_url", f"https://{self.application.config['TRUSTED_HOSTS'][0]}")
        response = super().open(*args, **kwargs)
        problems = [*self._problems_in_headers(response), *_problems_in_body(response)]
        request = response.request
        assert not problems, f"{request.method} {request.path} → {response.status_code}\n  " + "\n  ".join(problems)
        return response

    def _problems_in_headers(self, response: TestResponse) -> list[str]:
        wanted = {**static_headers(https=not self.application.config["GUIDE_LOCAL"])}
        if response.mimetype == "application/pdf" and response.request.path.endswith(FRAMED):
            wanted |= FRAMED_BY_US
        found = [
            f"header {name}: {response.headers.get(name)!r} instead of {value!r}"
            for name, value in wanted.items()
            if response.headers.getlist(name) != [value]
        ]
        if not response.request.path.startswith("/static/") and response.headers.get("Cache-Control") != "no-store":
            found.append(f"Cache-Control is {response.headers.get('Cache-Control')!r}")
        if response.status_code >= 500:
            found.append("the site broke")
        return found


def _problems_in_body(response: TestResponse) -> list[str]:
    """What is wrong in a page. The same page is not read twice, whatever its form token."""
    unseen = 300 <= response.status_code < 400  # what werkzeug says in a redirect is shown to nobody
    refused = response.status_code == 400 and not response.data  # asked of a host that is not ours
    if response.mimetype != "text/html" or response.request.method in ("HEAD", "OPTIONS") or unseen or refused:
        return []
    lang = language_of(response.request.path)
    key = (lang, TOKEN.sub(r"\1", response.text))
    if key not in _seen:
        _seen[key] = problems_in_page(response.text, lang)
    return _seen[key]


def language_of(path: str) -> str:
    """The language a page should be in, from its address."""
    first = path.strip("/").split("/")[0]
    return first if first in LANGUAGES else SOURCE_LANGUAGE
