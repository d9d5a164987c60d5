"""What the site is told by its environment, checked before it serves anything.

`GUIDE_LOCAL=1` (set by `make run`) serves one's own machine only, over plain http, with a key made once and kept in
a private file. Anywhere else, `SITE_URL` (https) and `SECRET_KEYS` are required.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.fernet import Fernet

LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "[::1]")
LOCAL_KEY = "local.key"


class SettingsError(Exception):
    """The environment does not allow the site to start. Holds every fault found, in French, with what to set."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


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
        key = _local_key(private)
        if faults := list(_key_faults((key,), str(private / LOCAL_KEY))):
            raise SettingsError(faults)
        return Settings(local=True, keys=(key,), hosts=LOOPBACK_HOSTS)
    address = environment.get("SITE_URL", "").strip()
    keys = tuple(key.strip().encode() for key in environment.get("SECRET_KEYS", "").split(",") if key.strip())
    if faults := [*_address_faults(address), *_key_faults(keys, "SECRET_KEYS")]:
        raise SettingsError(faults)
    url = urlsplit(address)
    host, port = url.hostname or "", "" if url.port in (None, 443) else f":{url.port}"
    return Settings(local=False, keys=keys, hosts=(host,), address=f"https://{host}{port}")


def _address_faults(address: str) -> Iterator[str]:
    """Why this is not the https address of a site that is served at its root."""
    like = "Donnez l’adresse https du site, comme « https://guide.departement.fr »."
    if not address:
        yield f"SITE_URL manque. {like} (Sur votre propre machine : GUIDE_LOCAL=1, et rien d’autre.)"
        return
    try:
        url = urlsplit(address)
        url.port  # noqa: B018 – read to be checked
    except ValueError:
        yield f"SITE_URL n’est pas une adresse lisible. {like}"
        return
    if url.scheme != "https":
        yield f"SITE_URL ne commence pas par « https:// ». {like}"
    elif not url.hostname:
        yield f"SITE_URL ne nomme aucune machine. {like}"
    if url.scheme == "https" and url.path.strip("/"):
        yield f"SITE_URL a un chemin, « {url.path} » : le site ne se sert qu’à la racine d’un nom. Retirez-le."


def _key_faults(keys: tuple[bytes, ...], place: str) -> Iterator[str]:
    """Which of the keys are none; never what they are, since messages go to the logs."""
    if not keys:
        yield f"{place} manque. Donnez une clé ou plusieurs, séparées par des virgules : la première chiffre."
    for number, key in enumerate(keys, 1):
        try:
            Fernet(key)
        except ValueError:
            yield f"{place} : la clé n° {number} n’est pas une clé de 32 octets en base64 « url-safe »."


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
