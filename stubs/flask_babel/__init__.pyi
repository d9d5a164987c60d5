"""What the site uses of Flask-Babel 4, which ships no types."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from babel.support import Translations as Translations
from flask import Flask

class Babel:
    def __init__(self, app: Flask, *, locale_selector: Callable[[], str]) -> None: ...

def force_locale(locale: str) -> AbstractContextManager[None]: ...
def get_translations() -> Translations: ...
