"""Front door: `create_app()` is the one place where content, reasoning and pages meet."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import click
from flask import Flask

from engine.content.catalogue_loader import load_catalogue
from engine.content.imported_directory import LINKS, OFFICES
from engine.content.problems import ContentError
from tools import catalogue_commands, directory_commands
from web import site
from web.deployment import Deployment, read_deployment, with_desk
from web.settings import Settings, SettingsError, read_settings

HERE = Path(__file__).parent


def create_app(
    settings: Settings | None = None,
    content: Path = HERE / "questionnaires",
    translations: Path = HERE / "translations",
    imported: Path | None = None,
) -> Flask:
    """The site. Stops with a plain message when the content or the settings are not fit to serve.

    `imported` is the folder of the directory taken in from national files: that of GUIDE_ANNUAIRE, or our own.
    Under the `flask` command the site is this machine's own, as with `make run`.
    """
    app = Flask(__name__, static_folder=None, instance_path=str(HERE / "instance"))
    environment = dict(os.environ)
    if click.get_current_context(silent=True):
        environment["GUIDE_LOCAL"] = "1"
    settings, deployment = _installation(settings, environment)
    imported = imported or Path(environment.get("GUIDE_ANNUAIRE") or HERE / "instance" / "annuaire")
    try:
        catalogue = load_catalogue(content, imported)
    except ContentError as error:
        sys.exit(f"Les contenus ne sont pas utilisables :\n{error}{_where(error, imported)}")
    try:
        catalogue = with_desk(catalogue, deployment)
    except ValueError as fault:
        sys.exit(f"Le site ne peut pas démarrer :\n  {fault}")
    app.extensions["content"] = content
    app.extensions["imported"] = imported
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(translations)
    catalogue_commands.register(app)
    directory_commands.register(app)
    site.set_up(app, catalogue, settings, HERE / "static", deployment)
    return app


def _installation(settings: Settings | None, environment: Mapping[str, str]) -> tuple[Settings, Deployment | None]:
    """What the host has set, or a stop with all that there is to mend."""
    deployment = None
    faults: list[str] = []
    try:
        settings = settings or read_settings(environment, HERE / "instance")
    except SettingsError as error:
        faults += error.faults
    try:
        deployment = read_deployment(environment)
    except ContentError as error:
        faults += map(str, error.problems)
    if faults or not settings:
        sys.exit("\n  ".join(["Le site ne peut pas démarrer :", *faults]))
    return settings, deployment


def _where(error: ContentError, imported: Path | None) -> str:
    """Where the faulty files of national directories are, and the way out: no command starts with them there."""
    if not {problem.file for problem in error.problems} & {OFFICES, LINKS}:
        return ""
    return f"\n« {OFFICES} » et « {LINKS} » sont dans {imported}. Retirez le fautif, puis importez de nouveau."
