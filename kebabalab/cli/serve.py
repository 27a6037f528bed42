"""`kebabalab serve`: check everything, bring the store up to date, then answer calls until told to stop."""

from __future__ import annotations

import datetime as dt
import resource
import socket
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import click
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server.mp import MPServer

from kebabalab import app, logs
from kebabalab.cli.settings import load, stop
from kebabalab.config import Settings
from kebabalab.gateways.clock import ShiftedClock
from kebabalab.gateways.shop_files import load as load_shop
from kebabalab.models.errors import ShopFilesBroken, StoreUnavailable
from kebabalab.tools.ports import ShopData

# VAPI waits 20 seconds for a tool; whatever takes longer is heard by nobody.
SECONDS_TO_FINISH = 25
MILLISECONDS_FOR_HEADERS = 10_000
# Of one process, those that send nothing among them; files that it needs for itself are beside them.
MOST_CONNECTIONS = 8_192
FILES_BESIDE = 256
# Granian's own lines go where ours do.
GRANIAN_LOGS = {"loggers": {"_granian": {"handlers": [], "propagate": True}}}


@click.command()
@click.option("--host", help="Address to listen on.  [HOST, else 127.0.0.1]")
@click.option("--port", type=int, help="Port to listen on.  [PORT, else 8000]")
@click.option("--shop", type=click.Path(path_type=Path), help="The shop's folder.  [SHOP_DIR, else shops/kebabalab]")
@click.option("--at", help='Pretend it is this time in the shop, "2026-11-27 01:00", and let it run on.')
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Worker processes.")
def serve(host: str | None, port: int | None, shop: Path | None, at: str | None, workers: int) -> None:
    """Serve the shop: answer VAPI's webhooks and send texts, until SIGTERM or Ctrl-C.

    What is in flight is finished first.
    """
    settings = load(host=host, port=port, shop_dir=shop)
    logs.configure(settings.log_level)
    held = _shop(settings)
    problems = exposure(settings, pretends=at is not None)
    address = _address(settings, problems)
    moment = _moment(at, held.shop.zone, problems)
    if problems:
        stop(problems)
    try:
        app.migrate(settings)
    except StoreUnavailable as down:
        raise click.ClickException(f"The database can't be used: {down}") from None
    started = dt.datetime.now(dt.UTC)
    plan = app.Plan(settings, ShiftedClock(moment, started) if moment else None)
    server = _server(settings, address, workers)
    server.on_startup(partial(_announce, plan, held))
    try:
        server.serve(target_loader=partial(app.load, plan), wrap_loader=False)
    except (OSError, RuntimeError) as error:
        raise click.ClickException(f"Can't listen on {settings.host}:{settings.port}: {error}") from None


def exposure(settings: Settings, *, pretends: bool = False) -> list[str]:
    """Why this server may not listen where it is told to, a line each; none when it may."""
    if settings.is_local:
        return []
    problems = []
    if not settings.is_authenticated:
        problems.append(
            f"HOST: {settings.host} can be reached from other machines, and anyone could order: "
            "set VAPI_WEBHOOK_SECRET or VAPI_WEBHOOK_HMAC_SECRET first, or listen on 127.0.0.1"
        )
    if pretends:
        problems.append(f"--at: pretending another time is for this machine alone, not for HOST {settings.host}")
    return problems


def _shop(settings: Settings) -> ShopData:
    try:
        return load_shop(settings.shop_folder)
    except ShopFilesBroken as broken:
        stop([f"{settings.shop_folder}: {problem}" for problem in broken.problems])


def _address(settings: Settings, problems: list[str]) -> str:
    """The address to listen on, as digits; a line among the problems when the port can't be had there.

    The server itself would share a taken port, and calls would go to either.
    """
    try:
        found = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)
        family, _kind, _protocol, _name, address = min(found, key=lambda one: one[0] != socket.AF_INET)
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            # What a server that has ended left behind is no obstacle.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        problems.append(f"PORT: can't listen on {settings.host}:{settings.port}: {error.strerror}")
        return ""
    return str(address[0])


def _moment(words: str | None, zone: ZoneInfo, problems: list[str]) -> dt.datetime | None:
    if words is None:
        return None
    try:
        read = dt.datetime.fromisoformat(words)
    except ValueError:
        problems.append(f'--at: {words!r} is no time such as "2026-11-27 01:00"')
        return None
    return read if read.tzinfo else read.replace(tzinfo=zone)


def _server(settings: Settings, address: str, workers: int) -> MPServer:
    return MPServer(
        target="kebabalab",
        address=address,
        port=settings.port,
        interface=Interfaces.ASGINL,
        workers=workers,
        # What finds out the version of HTTP by itself waits without end for the first byte.
        http=HTTPModes.http1,
        websockets=False,
        backpressure=connections_at_once(),
        http1_settings=HTTP1Settings(header_read_timeout=MILLISECONDS_FOR_HEADERS),
        respawn_failed_workers=True,
        workers_kill_timeout=SECONDS_TO_FINISH,
        log_level=LogLevels.error,
        log_dictconfig=GRANIAN_LOGS,
    )


def connections_at_once() -> int:
    """How many connections a process can hold: as many as are wanted, where the machine allows so many open files."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_CONNECTIONS + FILES_BESIDE
    allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < allowed:
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    return max(allowed - FILES_BESIDE, allowed // 2)


def _announce(plan: app.Plan, held: ShopData) -> None:
    settings = plan.settings
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    click.echo(f"Kebabalab listens on http://{host}:{settings.port}/webhook")
    click.echo(f"  shop            {held.shop.name} ({settings.shop_folder}), menu {held.menu.version}")
    click.echo(f"  database        {app.shown(settings.database_url)}")
    click.echo(f"  texts           {'through Twilio' if settings.sends_texts else 'not sent'}")
    click.echo(f"  authentication  {'on' if settings.is_authenticated else 'OFF: only this machine can reach it'}")
    if plan.pretended is not None:
        click.echo(f"  time            pretends that it is {plan.pretended.at:%A %d %B %Y %H:%M}, and runs on")
