"""Static files, served by WhiteNoise under names that carry their fingerprint, so that they may be kept for ever."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from flask import Flask
from whitenoise import WhiteNoise

PREFIX = "/static"


def set_up(app: Flask, folder: Path) -> None:
    """Serve `folder` under /static and give templates `asset(name)`."""

    @lru_cache(maxsize=64)
    def asset(name: str) -> str:
        """Address of a static file, which changes whenever the file does."""
        fingerprint = hashlib.sha256((folder / name).read_bytes()).hexdigest()[:10]
        return f"{PREFIX}/{name}?v={fingerprint}"

    app.jinja_env.globals["asset"] = asset
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=str(folder),
        prefix=PREFIX,
        autorefresh=False,
        immutable_file_test=lambda path, url: True,
        allow_all_origins=False,
    )
