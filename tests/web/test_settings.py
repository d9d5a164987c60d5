"""The site starts only when it is safe to serve."""

import os
import re
import stat
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from app import create_app
from tests.copies import copy_of_content
from web.settings import Settings, SettingsError, read_settings

KEY = Fernet.generate_key().decode()
OTHER_KEY = Fernet.generate_key().decode()


@pytest.mark.parametrize(
    ("environment", "about"),
    [
        ({}, "SITE_URL"),
        ({"SECRET_KEYS": KEY}, "SITE_URL"),
        ({"SITE_URL": "http://guide.example", "SECRET_KEYS": KEY}, "SITE_URL"),
        ({"SITE_URL": "guide.example", "SECRET_KEYS": KEY}, "SITE_URL"),
        ({"SITE_URL": "https://", "SECRET_KEYS": KEY}, "SITE_URL"),
        ({"SITE_URL": "https://[guide", "SECRET_KEYS": KEY}, "SITE_URL"),
        ({"SITE_URL": "https://guide.example:port", "SECRET_KEYS": KEY}, "SITE_URL"),
        ({"SITE_URL": "https://guide.example/guide", "SECRET_KEYS": KEY}, "SITE_URL"),
        ({"SITE_URL": "https://guide.example"}, "SECRET_KEYS"),
        ({"SITE_URL": "https://guide.example", "SECRET_KEYS": " , "}, "SECRET_KEYS"),
        ({"SITE_URL": "https://guide.example", "SECRET_KEYS": "secret"}, "SECRET_KEYS"),
        ({"SITE_URL": "https://guide.example", "SECRET_KEYS": f"{KEY},secret"}, "SECRET_KEYS"),
        ({"SITE_URL": "https://guide.example", "SECRET_KEYS": KEY[:-4]}, "SECRET_KEYS"),
        ({"SITE_URL": "https://guide.example", "SECRET_KEYS": "é" * 44}, "SECRET_KEYS"),
        ({"GUIDE_LOCAL": "yes"}, "SITE_URL"),
    ],
)
def test_what_is_missing_or_unsafe_is_named(environment: Mapping[str, str], about: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=about) as refused:
        read_settings(environment, tmp_path / "private")
    assert KEY not in str(refused.value), "a key is not for the logs"
    assert not (tmp_path / "private").exists(), "no key is made in public"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "SITE_URL manque"),
        ("http://guide.example", "ne commence pas par « https:// »"),
        ("guide.example", "ne commence pas par « https:// »"),
        ("https://", "ne nomme aucune machine"),
        ("https://guide.example:port", "n’est pas une adresse lisible"),
        ("https://guide.example/guide", "a un chemin"),
    ],
)
def test_what_is_wrong_with_the_address_is_said_in_french(address: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as refused:
        read_settings({"SITE_URL": address, "SECRET_KEYS": KEY}, tmp_path)
    [fault] = refused.value.faults
    assert said in plain(fault)


def test_each_key_that_is_none_is_counted_and_not_shown(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as refused:
        read_settings({"SITE_URL": "https://guide.example", "SECRET_KEYS": f"secret,{KEY},autre"}, tmp_path)
    assert [plain(fault).partition(" n’est")[0] for fault in refused.value.faults] == [
        "SECRET_KEYS : la clé n° 1",
        "SECRET_KEYS : la clé n° 3",
    ]
    assert "secret" not in str(refused.value)


def test_the_site_stops_with_all_that_is_to_mend(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("GUIDE_LOCAL", "SITE_URL", "SECRET_KEYS"):
        monkeypatch.delenv(name, raising=False)
    faulty = tmp_path / "deploiement.yaml"
    faulty.write_text("editeur: {nom: Le Département}\n", "utf-8")
    monkeypatch.setenv("GUIDE_DEPLOIEMENT", str(faulty))
    with pytest.raises(SystemExit) as stopped:
        create_app()
    first, *lines = plain(str(stopped.value)).splitlines()
    assert first == "Le site ne peut pas démarrer :"
    assert [line.split()[0] for line in lines[:2]] == ["SITE_URL", "SECRET_KEYS"]
    assert f"  {faulty}, ligne 1 : il manque la clé « hebergeur »." in lines
    assert f"  {faulty}, ligne 1 : il manque la clé « contact »." in lines


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_public_settings(tmp_path: Path) -> None:
    environment = {"SITE_URL": "https://guide.example:8443/", "SECRET_KEYS": f" {KEY} , {OTHER_KEY},"}
    keys = (KEY.encode(), OTHER_KEY.encode())
    wanted = Settings(local=False, keys=keys, hosts=("guide.example",), address="https://guide.example:8443")
    assert read_settings(environment, tmp_path) == wanted


def test_the_local_key_is_made_once_and_is_private(tmp_path: Path) -> None:
    private = tmp_path / "private"
    old_mask = os.umask(0)
    try:
        first = read_settings({"GUIDE_LOCAL": "1"}, private)
    finally:
        os.umask(old_mask)
    assert read_settings({"GUIDE_LOCAL": "1"}, private) == first
    assert first.local
    assert set(first.hosts) == {"127.0.0.1", "localhost", "[::1]"}
    assert stat.S_IMODE((private / "local.key").stat().st_mode) == 0o600
    assert stat.S_IMODE(private.stat().st_mode) == 0o700
    assert [path.name for path in private.iterdir()] == ["local.key"]


def test_workers_that_start_together_share_the_local_key(tmp_path: Path) -> None:
    for attempt in range(20):
        private = tmp_path / str(attempt)
        with ThreadPoolExecutor(8) as workers:
            started = list(
                workers.map(lambda _, private=private: read_settings({"GUIDE_LOCAL": "1"}, private), range(8))
            )
        assert len({settings.keys for settings in started}) == 1
        Fernet(started[0].keys[0])


def test_a_local_key_that_was_never_written_is_made(tmp_path: Path) -> None:
    """The machine stopped between making the file and filling it."""
    (tmp_path / "local.key").touch(mode=0o600)
    Fernet(read_settings({"GUIDE_LOCAL": "1"}, tmp_path).keys[0])


def test_a_local_key_that_is_no_key_is_named(tmp_path: Path) -> None:
    (tmp_path / "local.key").write_bytes(b"secret")
    with pytest.raises(SettingsError, match=r"local\.key"):
        read_settings({"GUIDE_LOCAL": "1"}, tmp_path)


def break_line(file: Path, line: int) -> None:
    """Misspell the key of one line."""
    lines = file.read_text("utf-8").splitlines()
    lines[line - 1] = re.sub(r"(\w+):", r"\1_faux:", lines[line - 1], count=1)
    file.write_text("\n".join(lines) + "\n", "utf-8")


@pytest.mark.parametrize("name", ["besoins.yaml", "questions/1-commun.yaml", "aides/autonomie/apa-domicile.yaml"])
def test_broken_content_stops_the_site_with_file_and_line(tmp_path: Path, name: str) -> None:
    content = tmp_path / "questionnaires"
    copy_of_content(content)
    line = next(
        number
        for number, text in enumerate((content / name).read_text("utf-8").splitlines(), 1)
        if re.match(r"(  )?(nom|court):", text)
    )
    break_line(content / name, line)
    settings = Settings(local=True, keys=(KEY.encode(),), hosts=("localhost",))
    with pytest.raises(SystemExit) as stopped:
        create_app(settings, content)
    assert f"{name}, ligne {line} :" in str(stopped.value).replace("\u00a0", " ")


def test_content_that_is_not_there_stops_the_site(tmp_path: Path) -> None:
    settings = Settings(local=True, keys=(KEY.encode(),), hosts=("localhost",))
    with pytest.raises(SystemExit, match=r"besoins\.yaml"):
        create_app(settings, tmp_path)
