"""What the commands of `kebabalab db` share: the database that is set, and a bar for what takes long."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from kebabalab.app import open_database, shown
from kebabalab.config import Settings
from kebabalab.db.connection import Database
from kebabalab.models.errors import StoreUnavailable

SQLITE = "sqlite:///"


def exists(settings: Settings) -> bool:
    """Whether the database is a server's, or a file that is there."""
    url = settings.database_url
    return not url.startswith(SQLITE) or Path(url.removeprefix(SQLITE)).exists()


@contextmanager
def database_of(settings: Settings, *, must_exist: bool = False, keys: bool = False) -> Iterator[Database]:
    """The database, closed at the end; a line that says what is wrong where it or the disk can't be used.

    With `keys` what it holds of callers can be read and written.
    """
    where = shown(settings.database_url)
    # Only to look at it, a file that is not there must not be made.
    if must_exist and not exists(settings):
        raise click.ClickException(f"{where} is not there: DATABASE_URL says where the orders are")
    database: Database | None = None
    try:
        database = open_database(settings) if keys else Database(settings.database_url)
        yield database
    except StoreUnavailable as down:
        raise click.ClickException(f"{where} can't be used: {down}") from None
    except OSError as error:
        raise click.ClickException(f"{error.filename or 'the disk'}: {error.strerror}") from None
    finally:
        if database is not None:
            database.close()


@contextmanager
def progress_bar(what: str, rows: int | None) -> Iterator[Callable[[int], None]]:
    """What to call with each so many rows: a bar on a terminal, nothing elsewhere."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:,} rows"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task(what, total=rows)
        yield lambda count: bar.advance(task, count)
