"""What the site is told by its environment, checked before it serves anything.

`GUIDE_LOCAL=1` (set by `make run`) serves one's own machine only, over plain http, with a key made once and kept in
a private file. Anywhere else, `SITE_URL` (https) and `SECRET_KEYS` are required.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.fernet import Fernet

LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "[::1]")


class SettingsError(Exception):
    """The environment does not allow the site to start; the message says what to set."""


@dataclass(frozen=True)
class Settings:
    """`local`: plain http on this machine alone. `keys`: Fernet keys, the first one encrypts. `hosts`: names served."""

    local: bool
    keys: tuple[bytes, ...]
    hosts: tuple[str, ...]


def read_settings(environment: Mapping[str, str], private: Path) -> Settings:
    """Settings of this process. `private` is the folder of the local key.

    Raises:
        SettingsError: something is missing or unsafe.
    """
    if environment.get("GUIDE_LOCAL") == "1":
        return Settings(local=True, keys=(_local_key(private),), hosts=LOOPBACK_HOSTS)
    url = urlsplit(environment.get("SITE_URL", ""))
    if url.scheme != "https" or not url.hostname:
        raise SettingsError(
            "SITE_URL must be the https address of the site (or set GUIDE_LOCAL=1 on your own machine)."
        )
    keys = tuple(key.strip().encode() for key in environment.get("SECRET_KEYS", "").split(",") if key.strip())
    if not keys:
        raise SettingsError("SECRET_KEYS must hold one or more Fernet keys, separated by commas, the newest first.")
    try:
        for key in keys:
            Fernet(key)
    except ValueError:
        raise SettingsError("SECRET_KEYS holds a key that is not 32 bytes in url-safe base64.") from None
    return Settings(local=False, keys=keys, hosts=(url.hostname,))


def _local_key(private: Path) -> bytes:
    """The key of this machine, made on first use; a rival worker's key wins if it was quicker."""
    private.mkdir(mode=0o700, exist_ok=True)
    file = private / "local.key"
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_bytes()
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(Fernet.generate_key())
    return file.read_bytes()
