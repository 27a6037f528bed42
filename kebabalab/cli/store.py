"""What the commands of `kebabalab db` share: the database that is set, and a bar for what takes long."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from kebabalab.app import shown
from kebabalab.config import Settings
from kebabalab.db.connection import Database
from kebabalab.models.errors import StoreUnavailable

SQLITE = "sqlite:///"


@contextmanager
def database_of(settings: Settings, *, must_exist: bool = False) -> Iterator[Database]:
    """The database, closed at the end; a line that says what is wrong where it or the disk can't be used."""
    where = shown(settings.database_url)
    file = settings.database_url.removeprefix(SQLITE)
    # Only to look at it, a file that is not there must not be made.
    if must_exist and settings.database_url.startswith(SQLITE) and not Path(file).exists():
        raise click.ClickException(f"{where} is not there: DATABASE_URL says where the orders are")
    database: Database | None = None
    try:
        database = Database(settings.database_url)
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
