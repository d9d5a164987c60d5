"""The site as on one's own machine, and a visitor who checks every page."""

from collections.abc import Callable

import pytest
from cryptography.fernet import Fernet
from flask import Flask

from app import create_app
from engine.content.catalogue import Catalogue
from tests.sampled import Swept
from tests.web.checked import CheckedClient
from tests.web.crawl import Crawl, crawl
from web.settings import Settings

LOCAL_HOSTS = ("localhost", "127.0.0.1")


@pytest.fixture(scope="session")
def app() -> Flask:
    """The site over plain http, with a key of its own."""
    return local_site(Fernet.generate_key())


@pytest.fixture(scope="session")
def public_app() -> Flask:
    """The site as the public would meet it, over https."""
    settings = Settings(False, (Fernet.generate_key(),), ("guide.example",), "https://guide.example")
    site = create_app(settings)
    site.test_client_class = CheckedClient
    return site


@pytest.fixture(scope="session")
def catalogue(app: Flask) -> Catalogue:
    """The content that the site serves."""
    return app.extensions["catalogue"]


@pytest.fixture
def client(app: Flask) -> CheckedClient:
    """A visitor with no cookie yet."""
    return app.test_client()


@pytest.fixture
def make_app() -> Callable[..., Flask]:
    """A site of one's own, to add a broken view to or to change its keys: `make_app(newest_key, older_key)`."""
    return local_site


@pytest.fixture(scope="session")
def crawls() -> dict[tuple[Flask, str, bool], Crawl]:
    """Those made in this process: by site, by language, and whether of every page."""
    return {}


@pytest.fixture
def crawled(app: Flask, crawls: dict[tuple[Flask, str, bool], Crawl], swept: Swept) -> Callable[..., Crawl]:
    """`crawled(lang)`: the pages that a visitor with a result can reach by links, of our site or of another one."""

    def visit(lang: str, site: Flask = app) -> Crawl:
        key = site, lang, swept.whole
        if key not in crawls:
            crawls[key] = crawl(site.test_client(), lang, swept)
        return crawls[key]

    return visit


def local_site(*keys: bytes) -> Flask:
    """A local site with these keys, the newest first."""
    site = create_app(Settings(local=True, keys=keys or (Fernet.generate_key(),), hosts=LOCAL_HOSTS))
    site.test_client_class = CheckedClient
    return site
