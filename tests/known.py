"""The same content, loaded once a process, the same template compiled once: nearly all that asks is after something else."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from hashlib import blake2b
from pathlib import Path
from types import CodeType

from jinja2.bccache import Bucket, BytecodeCache

from engine.content.catalogue import Catalogue

MOST_KNOWN = 6  # copies; the first that were loaded are the real content, with and without what was taken in


def once(load: Callable[..., Catalogue]) -> Callable[..., Catalogue]:
    """`load`, but for content known by every byte of its files. Faulty content is loaded, and refused, each time."""
    known: dict[tuple[bytes, bool], Catalogue] = {}

    @wraps(load)
    def look(root: Path, imported: Path | None = None, *, sections_known: bool = True) -> Catalogue:
        key = _digest(root, imported), sections_known
        if key not in known:
            if len(known) == MOST_KNOWN:
                known.popitem()  # the last copy: its test is over, or about to be
            known[key] = load(root, imported, sections_known=sections_known)
        return known[key]

    return look


class Templates(BytecodeCache):
    """What each template comes to, whichever site asks. A template is the same when every character of it is."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code
        self.known[bucket.key, bucket.checksum] = bucket.code


def _digest(*folders: Path | None) -> bytes:
    total = blake2b(digest_size=16)
    for folder in folders:
        files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder else []
        total.update(f"/{len(files)}".encode())
        for path in files:
            content = path.read_bytes()
            total.update(f"{path.relative_to(folder or path)}/{len(content)}/".encode() + content)
    return total.digest()
