"""`kebabalab worker`: sends waiting texts in a process of its own."""

from __future__ import annotations

import signal
import threading

import click

from kebabalab import app, logs
from kebabalab.cli.settings import load
from kebabalab.models.errors import StoreUnavailable
from kebabalab.worker import SECONDS_BETWEEN_LOOKS, keep_doing


@click.command()
@click.option("--once", is_flag=True, help="Send what is due now and end.")
def worker(once: bool) -> None:
    """Send waiting texts until SIGTERM or Ctrl-C. A server does this by itself; this is for one that shall not."""
    settings = load()
    logs.configure(settings.log_level)
    try:
        app.migrate(settings)
    except StoreUnavailable as down:
        raise click.ClickException(f"The database can't be used: {down}") from None
    texts = app.texts(app.Plan(settings))
    if once:
        click.echo(f"{texts.send_waiting()} texts were due.")
        return
    told_to_stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_signal: told_to_stop.set())
    keep_doing(texts.send_waiting, SECONDS_BETWEEN_LOOKS, told_to_stop.wait)
