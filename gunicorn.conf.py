"""How gunicorn runs the site: it reads this file by itself in this folder, for `make run` and on a server alike.

A killed worker is born again from the content the master has checked. `make reload` (the signal HUP) has the content
read again: what is faulty changes nothing, and the log says where.
"""

import gc
import os
from pathlib import Path

PORT = os.environ.get("PORT", "8000")

wsgi_app = "app:create_app()"
bind = f"127.0.0.1:{PORT}"
pidfile = f"instance/gunicorn-{PORT}.pid"
control_socket_disable = True

workers = int(os.environ.get("WEB_CONCURRENCY", "2"))  # one a processor
worker_class = "web.waiting_room.Worker"
worker_connections = 400  # a worker's; most systems allow a process 1,024 open files
backlog = 128  # connections not yet taken in; those that wait longer than a visitor does serve nobody
preload_app = True

Path("instance").mkdir(mode=0o700, exist_ok=True)


def pre_fork(server, worker):
    """What every worker needs is made once, before it is born: its first visitor does not wait for it."""
    from web.busy import busy_answers

    site = server.app.wsgi()
    busy_answers(site)
    for template in site.jinja_env.list_templates(extensions=["html"]):
        site.jinja_env.get_template(template)
    # Left out of garbage collection, it stays in memory that workers share, and they end at once.
    gc.collect()
    gc.freeze()


def on_reload(server):
    """Read content, translations and templates again, and keep the site as it is if they are not fit to serve."""
    from app import create_app

    gc.unfreeze()
    try:
        server.app.callable = create_app()
    except (SystemExit, Exception) as fault:  # noqa: BLE001
        server.log.error("Nothing has changed: the site goes on with the content it had.\n%s", fault)
