"""What the site is told by its environment, checked before it serves anything.

`GUIDE_LOCAL=1` (set by `make run`) serves one's own machine only, over plain http, with a key made once and kept in
a private file. Anywhere else, `SITE_URL` (https) and `SECRET_KEYS` are required.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.fernet import Fernet

LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "[::1]")
LOCAL_KEY = "local.key"


class SettingsError(Exception):
    """The environment does not allow the site to start; the message says what to set."""


@dataclass(frozen=True)
class Settings:
    """`local`: plain http on this machine alone. `keys`: Fernet keys, the first one encrypts. `hosts`: names served.

    `address`: where the public finds the site, without a slash at its end; none on one's own machine.
    """

    local: bool
    keys: tuple[bytes, ...]
    hosts: tuple[str, ...]
    address: str | None = None


def read_settings(environment: Mapping[str, str], private: Path) -> Settings:
    """Settings of this process. `private` is the folder of the local key.

    Raises:
        SettingsError: something is missing or unsafe.
    """
    if environment.get("GUIDE_LOCAL") == "1":
        keys = _checked((_local_key(private),), str(private / LOCAL_KEY))
        return Settings(local=True, keys=keys, hosts=LOOPBACK_HOSTS)
    public = _public(environment.get("SITE_URL", ""))
    if not public:
        raise SettingsError(
            "SITE_URL must be the https address of the site, without a path (or set GUIDE_LOCAL=1 on your own machine)."
        )
    keys = tuple(key.strip().encode() for key in environment.get("SECRET_KEYS", "").split(",") if key.strip())
    if not keys:
        raise SettingsError("SECRET_KEYS must hold one or more Fernet keys, separated by commas, the newest first.")
    host, address = public
    return Settings(local=False, keys=_checked(keys, "SECRET_KEYS"), hosts=(host,), address=address)


def _public(address: str) -> tuple[str, str] | None:
    """The host of an https address, and the address with nothing after its port: the site is served at its root."""
    try:
        url = urlsplit(address)
        port = f":{url.port}" if url.port not in (None, 443) else ""
    except ValueError:
        return None
    if url.scheme != "https" or not url.hostname or url.path.strip("/"):
        return None
    return url.hostname, f"https://{url.hostname}{port}"


def _checked(keys: tuple[bytes, ...], place: str) -> tuple[bytes, ...]:
    try:
        for key in keys:
            Fernet(key)
    except ValueError:
        raise SettingsError(f"{place} holds a key that is not 32 bytes in url-safe base64.") from None
    return keys


def _local_key(private: Path) -> bytes:
    """The key of this machine, made on first use. Of workers that start together, one makes it and the others wait."""
    private.mkdir(mode=0o700, exist_ok=True)
    descriptor = os.open(private / LOCAL_KEY, os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        key = file.read()
        if not key:
            key = Fernet.generate_key()
            file.write(key)
    return key
