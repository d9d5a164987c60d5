"""The first visit: one round trip on a weak signal, no script, nobody else, nothing kept but one cookie."""

import gzip
import re
import socket
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Request

ONE_ROUND_TRIP = 14_600  # bytes: ten TCP segments, what a server may send before it waits for an answer


@pytest.mark.bench
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_first_page_fits_in_one_round_trip(site: str, lang: str) -> None:
    page = fetch(site, f"/{lang}/")
    linked = re.findall(r'<link rel="(?:stylesheet|icon)" href="([^"]+)"', body(page))
    assert len(linked) == 2
    sizes = {path: len(fetch(site, path)) for path in ("/", *linked)} | {"page": len(page)}
    assert sum(sizes.values()) <= ONE_ROUND_TRIP, sizes


def test_it_asks_nobody_else_and_runs_nothing(page: Page, site: str) -> None:
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    page.goto(site, wait_until="networkidle")
    assert {request.resource_type for request in asked} <= {"document", "stylesheet", "image", "other"}
    assert {urlsplit(request.url).netloc for request in asked} == {urlsplit(site).netloc}
    assert page.locator("script").count() == 0


def test_it_keeps_one_cookie_and_nothing_else(page: Page, context: BrowserContext, site: str) -> None:
    page.goto(f"{site}/fr/")
    kept = context.storage_state(indexed_db=True)
    assert not kept["origins"]
    assert len(kept["cookies"]) == 1
    cookie = kept["cookies"][0]
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Lax"
    assert cookie["expires"] == -1  # forgotten when the browser closes
    assert page.evaluate("sessionStorage.length") == 0
    assert page.evaluate("indexedDB.databases()") == []
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(found => found.length)") == 0


def fetch(site: str, path: str) -> bytes:
    """All the bytes that come over the wire for one address, headers included, as a browser asks for it."""
    address = urlsplit(site)
    request = f"GET {path} HTTP/1.1\r\nHost: {address.netloc}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
    with socket.create_connection((address.hostname, address.port), timeout=10) as connection:
        connection.sendall(request.encode())
        received = b"".join(iter(lambda: connection.recv(65536), b""))
    assert re.match(rb"HTTP/1.1 (200|302) ", received), received[:200]
    return received


def body(response: bytes) -> str:
    head, content = response.split(b"\r\n\r\n", 1)
    assert b"Content-Encoding: gzip" in head
    return gzip.decompress(content).decode()
