"""`kebabalab doctor`: what works, what does not, and what to do about it, a line each."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import click

from kebabalab.app import key_source, live_calls, open_database, shown, staff_lifetimes
from kebabalab.cli.serve import exposure
from kebabalab.cli.settings import read
from kebabalab.cli.store import exists
from kebabalab.config import ENV_FILE, Settings
from kebabalab.db.connection import Database
from kebabalab.db.migrate import is_current, revision
from kebabalab.db.staff import StaffBook
from kebabalab.db.staff_sessions import StaffSessions
from kebabalab.db.texts_book import TextsBook
from kebabalab.db.vault_keys import check_none_needed
from kebabalab.db.vault_register import state
from kebabalab.gateways.clock import SystemClock
from kebabalab.gateways.services import Visit, visit_server, visit_twilio, visit_vapi
from kebabalab.gateways.shop_files import load as load_shop
from kebabalab.models.errors import ShopFilesBroken, StoreUnavailable
from kebabalab.models.shop import Shop
from kebabalab.models.staff import Role
from kebabalab.rules.hours import is_open

SHORT_SECRET = 16
SKEW = dt.timedelta(seconds=60)
COLOURS = {"ok": "green", "warn": "yellow", "fail": "red"}


class Level(StrEnum):
    """How a check went."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what there is, and what to do where that is not well."""

    level: Level
    about: str
    says: str
    to_do: str = ""


@click.command()
@click.option("--offline", is_flag=True, help="Ask no service beyond this machine.")
def doctor(offline: bool) -> None:
    """Check settings, shop, database and services, and say what to do.

    Exit code 1 when anything fails.
    """
    worst = Level.OK
    for finding in findings(offline=offline):
        click.echo(f"{click.style(f'{finding.level:4}', fg=COLOURS[finding.level])}  {finding.about}: {finding.says}")
        if finding.to_do:
            click.echo(f"      {finding.to_do}")
        worst = Level.FAIL if Level.FAIL in {finding.level, worst} else worst
    sys.exit(1 if worst == Level.FAIL else 0)


def findings(*, offline: bool, env_file: Path = ENV_FILE) -> Iterator[Finding]:
    """Everything that is looked at, one after the other."""
    settings, problems = read(env_file)
    for problem in problems:
        yield Finding(Level.FAIL, "settings", problem, "Mend it in .env or in the environment; .env.example lists all.")
    if settings is None:
        return
    if not problems:
        yield Finding(Level.OK, "settings", "every one of them is valid")
    shop: Shop | None = None
    try:
        data = load_shop(settings.shop_folder)
    except ShopFilesBroken as broken:
        for problem in broken.problems:
            yield Finding(Level.FAIL, "shop", f"{settings.shop_folder}: {problem}")
    else:
        shop = data.shop
        sold = f"{len(data.menu.items)} items, {len(data.menu.deals)} deals, menu {data.menu.version}"
        yield Finding(Level.OK, "shop", f"{shop.name} ({settings.shop_folder}): {sold}")
    yield from _clock(shop)
    yield from _database(settings)
    yield from _encryption(settings)
    yield from _redis(settings)
    yield from _authentication(settings)
    yield from _texts(settings, offline=offline)
    yield from _unsent(settings)
    yield from _staff(settings)
    yield from _vapi(settings, offline=offline)
    yield from _server(settings)


def _clock(shop: Shop | None) -> Iterator[Finding]:
    if shop is None:
        return
    now = SystemClock().now().astimezone(shop.zone)
    state = "open" if is_open(shop.hours, shop.zone, now) else "closed"
    yield Finding(Level.OK, "clock", f"{now:%A %H:%M} in {shop.zone.key}, when the shop is {state}")


def _database(settings: Settings) -> Iterator[Finding]:
    where = shown(settings.database_url)
    file = Path(settings.database_url.removeprefix("sqlite:///"))
    if settings.database_url.startswith("sqlite") and not file.exists():
        folder = next(parent for parent in file.absolute().parents if parent.exists())
        if folder.is_dir() and os.access(folder, os.W_OK):
            yield Finding(Level.WARN, "database", f"{where} is not there yet", "The first `kebabalab serve` makes it.")
        else:
            to_do = "Set DATABASE_URL to a file in a folder that this user can write to."
            yield Finding(Level.FAIL, "database", f"{where} can't be made in {folder}", to_do)
        return
    database: Database | None = None
    try:
        database = Database(settings.database_url)
        current, needed = revision(database)
        with database.transaction():
            pass
    except StoreUnavailable as down:
        to_do = "Check DATABASE_URL, whether the database runs, and whether this user may write to it."
        yield Finding(Level.FAIL, "database", f"{where} can't be used ({down})", to_do)
        return
    finally:
        if database is not None:
            database.close()
    if current != needed:
        says = f"{where} is at step {current or 'none'}, this version needs {needed}"
        yield Finding(Level.WARN, "database", says, "The next `kebabalab serve` brings it up to date.")
    else:
        yield Finding(Level.OK, "database", f"{where} can be written to and is up to date")


def _encryption(settings: Settings) -> Iterator[Finding]:
    source = key_source(settings)
    if not source.seals:
        to_do = "Take ENCRYPTION=off out of the settings, then `kebabalab keys rotate`."
        yield Finding(
            Level.WARN, "encryption", "OFF: names, numbers and transcripts can be read in the database", to_do
        )
        return
    makes_one = source.in_use is not None and source.file is None and not source.in_use.exists()
    try:
        if makes_one and source.in_use is not None:
            check_none_needed(source.url, source.in_use)
            yield Finding(Level.OK, "encryption", f"on: the next `kebabalab serve` makes the key file {source.in_use}")
            return
        database = open_database(settings)
    except StoreUnavailable as wrong:
        yield Finding(Level.FAIL, "encryption", str(wrong), "Nothing that was kept can be read without its key.")
        return
    try:
        with closing(database):
            lost, plain = state(database)
    except StoreUnavailable:
        # Said of the database already.
        return
    if lost:
        to_do = "Add it to DATA_KEYS or to the key file, behind the newest."
        yield Finding(Level.FAIL, "encryption", f"the key {', '.join(lost)} is missing, and rows need it", to_do)
    newest = database.vault.newest
    assert newest is not None  # noqa: S101
    where = f"in {source.in_use}" if source.in_use is not None else "in DATA_KEYS"
    yield Finding(Level.OK, "encryption", f"on, with the key {newest.id} {where}: keep a copy away from this machine")
    if plain:
        to_do = "The server sees to that in the background; `kebabalab keys rotate` does it at once."
        yield Finding(Level.WARN, "encryption", "what was kept before is not encrypted yet", to_do)
    if source.in_use is not None and source.in_use.stat().st_mode & 0o077:
        yield Finding(Level.WARN, "encryption", f"others can read {source.in_use}", f"chmod 600 {source.in_use}")


def _redis(settings: Settings) -> Iterator[Finding]:
    live = live_calls(settings)
    if live is None:
        return
    try:
        live.ping()
    except StoreUnavailable as down:
        to_do = "Check REDIS_URL, and whether Redis runs and lets this machine in."
        yield Finding(Level.FAIL, "redis", f"{shown(settings.redis_url)} can't be used ({down})", to_do)
    else:
        yield Finding(Level.OK, "redis", f"{shown(settings.redis_url)} answers: live calls are kept there")
    finally:
        live.close()


def _authentication(settings: Settings) -> Iterator[Finding]:
    for problem in exposure(settings):
        yield Finding(Level.FAIL, "authentication", problem)
    if not settings.is_authenticated:
        if settings.is_local:
            to_do = "Set VAPI_WEBHOOK_SECRET, and the same secret in VAPI, before a proxy or tunnel leads here."
            yield Finding(Level.WARN, "authentication", "off: whoever reaches this machine can order", to_do)
        return
    ways = [
        *(["secret"] * bool(settings.webhook_secrets)),
        *([f"{settings.vapi_webhook_hmac_algorithm} signature"] * bool(settings.hmac_secrets)),
    ]
    yield Finding(Level.OK, "authentication", f"on: {' or '.join(ways)}")
    if any(len(secret) < SHORT_SECRET for secret in (*settings.webhook_secrets, *settings.hmac_secrets)):
        to_do = "`python -c 'import secrets; print(secrets.token_urlsafe(32))'` makes a good one."
        yield Finding(Level.WARN, "authentication", f"a secret has fewer than {SHORT_SECRET} characters", to_do)
    if settings.hmac_secrets and settings.vapi_webhook_hmac_payload == "body":
        to_do = "Sign the time as well: VAPI_WEBHOOK_HMAC_PAYLOAD=timestamp.body."
        yield Finding(Level.WARN, "authentication", "signatures without a time are good for ever", to_do)


def _texts(settings: Settings, *, offline: bool) -> Iterator[Finding]:
    if not settings.sends_texts:
        to_do = "Set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM to send them."
        yield Finding(Level.WARN, "texts", "noted in the log, not sent: `kebabalab texts list` shows them", to_do)
    elif offline:
        yield Finding(Level.OK, "texts", "Twilio is set up (not asked)")
    else:
        token = settings.twilio_auth_token.get_secret_value()
        visit = visit_twilio(settings.twilio_base_url, settings.twilio_account_sid, token)
        yield from _visited("texts", "Twilio", visit, "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN")
    if settings.sends_texts and not settings.public_url:
        to_do = "Set PUBLIC_URL to the address at which Twilio reaches this server."
        yield Finding(Level.WARN, "texts", "Twilio does not tell which texts arrived, nor who has sent STOP", to_do)
    if not settings.shop_order_to:
        to_do = "Set SHOP_ORDER_TO to have each order texted to the kitchen."
        yield Finding(Level.WARN, "texts", "no number gets a text of each order", to_do)


def _unsent(settings: Settings) -> Iterator[Finding]:
    """Texts that wait for too long or were given up; that the database can't be read is said already."""
    if not exists(settings):
        return
    try:
        with closing(Database(settings.database_url)) as database:
            if not is_current(database):
                return
            counts = TextsBook(database).counts(SystemClock().now())
    except StoreUnavailable:
        return
    if counts["given_up"]:
        to_do = "`kebabalab texts list --dead` says why, `kebabalab texts resend` sends them again."
        yield Finding(Level.WARN, "texts", f"{counts['given_up']} given up in the last 24 hours", to_do)
    if counts["late"]:
        to_do = "Is a server or `kebabalab worker` running? `kebabalab texts list` says what they wait for."
        yield Finding(Level.WARN, "texts", f"{counts['late']} waiting for more than two minutes", to_do)


def _staff(settings: Settings) -> Iterator[Finding]:
    """Who can open the pages for staff; that the database can't be read is said already."""
    if not exists(settings):
        return
    try:
        with closing(Database(settings.database_url)) as database:
            if not is_current(database):
                return
            accounts = StaffBook(database).accounts()
            tablets = len(StaffSessions(database, staff_lifetimes(settings)).devices())
    except StoreUnavailable:
        return
    if not (accounts or tablets):
        yield Finding(Level.OK, "staff", "nobody has an account yet: `kebabalab staff add NAME --role owner` adds one")
        return
    owners = sum(one.role is Role.OWNER for one in accounts)
    yield Finding(
        Level.OK, "staff", f"{owners} of {len(accounts)} accounts are an owner's, {tablets} tablets are paired"
    )
    if not (settings.is_local or settings.public_url.startswith("https://")):
        to_do = "End TLS in a proxy, and set PUBLIC_URL to its https address: docs/STAFF.md."
        yield Finding(Level.WARN, "staff", "whoever shares the network may read their cookies", to_do)


def _vapi(settings: Settings, *, offline: bool) -> Iterator[Finding]:
    key = settings.vapi_api_key.get_secret_value()
    if not key:
        yield Finding(Level.OK, "VAPI", "no key is set: calls can be answered, nothing can be set up by command")
    elif offline:
        yield Finding(Level.OK, "VAPI", "a key is set (not asked)")
    else:
        yield from _visited("VAPI", "its API", visit_vapi(settings.vapi_base_url, key), "VAPI_API_KEY")


def _visited(about: str, name: str, visit: Visit, credentials: str) -> Iterator[Finding]:
    if visit.problem:
        yield Finding(Level.FAIL, about, f"{name}: {visit.problem}", f"Check the network and {credentials}.")
    else:
        yield Finding(Level.OK, about, f"{name} answers and takes the credentials")
    if visit.its_time is not None and abs(visit.its_time - SystemClock().now()) > SKEW:
        says = f"{name} has another time: {visit.its_time:%H:%M:%S} UTC"
        yield Finding(Level.WARN, "clock", says, "Set this machine's clock by NTP: pickup times hang on it.")


def _server(settings: Settings) -> Iterator[Finding]:
    host = "127.0.0.1" if settings.host in {"0.0.0.0", "::"} else settings.host  # noqa: S104
    url = f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"
    visit = visit_server(url)
    if not visit.problem:
        yield Finding(Level.OK, "server", f"one runs at {url} and is ready")
    elif visit.problem.startswith("not reached"):
        yield Finding(Level.OK, "server", f"none runs at {url} yet: `kebabalab serve` starts it")
    else:
        to_do = "See what the server's log says, or whether another program has this port."
        yield Finding(Level.FAIL, "server", f"{url}: {visit.problem}", to_do)
