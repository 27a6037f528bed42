"""`kebabalab call FILE` and `kebabalab demo`: a recorded call, played and printed as a conversation."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import orjson
from rich.console import Console
from rich.markup import escape

from kebabalab.cli.orders_commands import print_orders
from kebabalab.cli.replay import Body, Recorded, RecordingBroken, Turn, differences, load, play, renewed
from kebabalab.cli.settings import stop
from kebabalab.cli.temporary_server import ServerDidNotStart, TemporaryServer, serving
from kebabalab.config import PROJECT
from kebabalab.gateways.webhook_client import WebhookClient, WebhookFailed
from kebabalab.logs import masked

RECORDED_CALLS = Path("examples/calls")
DEMO = RECORDED_CALLS / "simple_order.json"


@dataclass(frozen=True, slots=True)
class Played:
    """A recording as it went: its turns and the orders stored afterwards, None where the store can't be read."""

    recorded: Recorded
    turns: tuple[Turn, ...]
    stored: tuple[Body, ...] | None

    @property
    def mismatches(self) -> tuple[str, ...]:
        """What was not as the recording says it must be."""
        lines = [f"step {n}: {line}" for n, turn in enumerate(self.turns, start=1) for line in turn.mismatches]
        if self.recorded.stored and self.stored is not None:
            lines += differences(list(self.recorded.stored), list(self.stored), "stored")
        return tuple(lines)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--url", help="Play it against this server, under new ids, instead of one started for it.")
@click.option("--secret", envvar="VAPI_WEBHOOK_SECRET", default="", help="The shared secret of that server.")
@click.option("--shop", type=click.Path(path_type=Path, exists=True), help="The shop's folder for the server started.")
@click.option("--verbose", is_flag=True, help="Print each answer whole.")
def call(file: Path, url: str | None, secret: str, shop: Path | None, verbose: bool) -> None:
    """Replay a recorded call and print what was asked, answered and stored.

    Exit code 1 when an answer is not what the recording expects.
    """
    console = Console(highlight=False, soft_wrap=True)
    try:
        recorded = load(file)
        if url:
            played = play_on(renewed(recorded), WebhookClient(url, secret.split(",", maxsplit=1)[0].strip()))
        else:
            with server_for(recorded, shop) as server:
                played = play_on(recorded, WebhookClient(server.url), server)
    except RecordingBroken as broken:
        stop([str(broken)])
    except (WebhookFailed, ServerDidNotStart) as failed:
        raise click.ClickException(str(failed)) from None
    _print(played, console, verbose=verbose)
    sys.exit(1 if played.mismatches else 0)


@click.command()
@click.pass_context
def demo(context: click.Context) -> None:
    """Replay a simple order against a server started for it, and print the call as a conversation."""
    file = DEMO if DEMO.exists() else PROJECT / DEMO
    context.invoke(call, file=file, url=None, secret="", shop=None, verbose=False)


@contextlib.contextmanager
def server_for(
    recorded: Recorded, shop: Path | None = None, settings: Mapping[str, str] | None = None
) -> Iterator[TemporaryServer]:
    """A server of its own, at the time that the recording is played at. Raises ServerDidNotStart."""
    with tempfile.TemporaryDirectory(prefix="kebabalab-", ignore_cleanup_errors=True) as folder:
        arguments = ["--at", recorded.at] if recorded.at else []
        with serving(Path(folder), settings or {}, arguments, shop and shop.resolve()) as server:
            yield server


def play_on(recorded: Recorded, client: WebhookClient, server: TemporaryServer | None = None) -> Played:
    """Play it all, and read the orders stored where the server is our own. Raises WebhookFailed."""
    try:
        turns = tuple(play(recorded, client.post))
    finally:
        client.close()
    stored = tuple(orjson.loads(server.command("orders", "--json", "--show-phones"))) if server else None
    return Played(recorded, turns, stored)


def _print(played: Played, console: Console, *, verbose: bool) -> None:
    recorded = played.recorded
    when = f", {recorded.at}" if recorded.at else ""
    console.print(f"[bold]{escape(recorded.title)}[/bold] ({escape(recorded.caller or 'number withheld')}{when})\n")
    for turn in played.turns:
        _print_turn(turn, console, verbose=verbose)
    _print_stored(played.stored, console)
    for line in played.mismatches:
        console.print(f"[red]not as expected:[/red] {escape(line)}")


def _print_turn(turn: Turn, console: Console, *, verbose: bool) -> None:
    if turn.step.say:
        console.print(f"[cyan]Caller[/cyan]     {escape(turn.step.say)}")
    for row in turn.rows:
        console.print(f"[dim]  {escape(row.tool)}({escape(_shown(row.arguments))})[/dim]")
        colour = "green" if row.ok else "yellow"
        console.print(f"[{colour}]Assistant[/{colour}]  {escape(str(row.result.get('message', '')))}")
        if verbose:
            console.print(f"[dim]  {escape(_shown(row.result))}[/dim]")
    if not turn.rows:
        answered = _shown(turn.answer) or "nothing to say"
        console.print(f"[dim]  {escape(str(turn.step.message.get('type')))}: {escape(answered)}[/dim]")
    console.print()


def _print_stored(stored: Sequence[Body] | None, console: Console) -> None:
    if stored is None:
        console.print("[dim]What was stored is with that server: `kebabalab orders` there lists it.[/dim]")
        return
    console.print("[bold]Stored[/bold]")
    print_orders([{**order, "phone": masked(str(order["phone"]))} for order in stored], console)


def _shown(value: object) -> str:
    if isinstance(value, str):
        return value
    text = orjson.dumps(value).decode()
    return "" if text == "{}" else text
