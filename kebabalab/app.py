"""Builds every part and joins them: what a server's process and the commands need, from the settings alone."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import structlog

from kebabalab import logs
from kebabalab.config import Settings
from kebabalab.db import backup as backups
from kebabalab.db.backup_file import BackupBroken, one_at_a_time, read_key
from kebabalab.db.calls import SqlCalls
from kebabalab.db.connection import Database
from kebabalab.db.migrate import revision, upgrade
from kebabalab.db.opt_outs import OptOuts
from kebabalab.db.orders import OrderBook
from kebabalab.db.outbox import Outbox
from kebabalab.db.passwords import Passwords
from kebabalab.db.privacy import Keeping, clear_old
from kebabalab.db.purge import purge_calls
from kebabalab.db.redis_calls import RedisCalls
from kebabalab.db.redis_counts import shared_counts
from kebabalab.db.redis_sessions import RedisSessions
from kebabalab.db.staff import StaffBook
from kebabalab.db.staff_door import StaffDoor
from kebabalab.db.staff_orders import Board, UnsentTexts
from kebabalab.db.staff_sessions import StaffSessions
from kebabalab.db.texts_book import Report, TextsBook
from kebabalab.db.vault import NO_VAULT, Vault
from kebabalab.db.vault_keys import KeySource, make_vault
from kebabalab.db.vault_register import register
from kebabalab.db.vault_rotation import seal_plain
from kebabalab.gateways.clock import ShiftedClock, SystemClock
from kebabalab.gateways.holidays import is_public_holiday
from kebabalab.gateways.shop_files import ShopFolder
from kebabalab.gateways.sms import ConsoleSender, Sender
from kebabalab.gateways.twilio_sms import TwilioAccount, TwilioSender, is_from_twilio
from kebabalab.models.errors import StoreUnavailable
from kebabalab.models.staff import Lifetimes
from kebabalab.tools.ports import Calls, Clock, Ports
from kebabalab.web.application import create_app
from kebabalab.web.front import Front
from kebabalab.web.limits import Counter, read_limit
from kebabalab.web.metrics import new_metrics
from kebabalab.web.parts import Parts
from kebabalab.web.proxies import BehindProxies, read_networks
from kebabalab.web.signature import Gate, Hmac, SharedSecret
from kebabalab.web.staff_ports import StaffParts
from kebabalab.web.twilio_status import TwilioReports
from kebabalab.worker import SECONDS_BETWEEN_LOOKS, Texts, beside_the_server, end_with_parent

log = structlog.get_logger()

SECONDS_BETWEEN_PURGES = 300.0
SECONDS_BETWEEN_TIDYINGS = 2.0
SECONDS_BETWEEN_CLEARINGS = 3600.0
SECONDS_BETWEEN_SEALINGS = 60.0
STORE_UNAVAILABLE, STORE_NOT_UP_TO_DATE = "store_unavailable", "store_not_up_to_date"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to build from, the same in every process of a server. `pretended` is another time than the machine's."""

    settings: Settings
    pretended: ShiftedClock | None = None

    @property
    def clock(self) -> Clock:
        """The clock that orders are taken by."""
        return self.pretended or SystemClock()


def load(plan: Plan) -> Front:
    """The application of one process, its background work started. Raises ShopFilesBroken."""
    settings = plan.settings
    logs.configure(settings.log_level)
    database = open_database(settings)
    built = create_app(parts(plan, database))
    end_with_parent()
    beside_the_server("texts", texts(plan, database).send_waiting, SECONDS_BETWEEN_LOOKS)
    beside_the_server("tidy", database.tidy, SECONDS_BETWEEN_TIDYINGS)
    beside_the_server("purge", partial(purge, plan, database), SECONDS_BETWEEN_PURGES)
    beside_the_server("privacy", partial(clear, plan, database), SECONDS_BETWEEN_CLEARINGS)
    beside_the_server("vault", partial(seal, database), SECONDS_BETWEEN_SEALINGS)
    if settings.backup_dir is not None:
        beside_the_server("backup", partial(back_up, settings, settings.backup_dir, database), SECONDS_BETWEEN_PURGES)
    return Front(BehindProxies(built, read_networks(settings.trusted_proxies)), settings.max_request_size)


def parts(plan: Plan, database: Database) -> Parts:
    """What the web answers with. Raises ShopFilesBroken."""
    settings = plan.settings
    live = live_calls(settings, database.vault)
    lifetime = dt.timedelta(seconds=settings.session_ttl)
    calls: Calls = SqlCalls(database, lifetime, settings.max_sessions)
    if live is not None:
        calls = RedisCalls(live, database, lifetime, settings.max_sessions)
    shops = ShopFolder(settings.shop_folder, log)
    counter = Counter(shared_counts(settings.redis_url) if settings.redis_url else None)
    return Parts(
        ports=Ports(calls, shops, plan.clock, is_public_holiday),
        clock=SystemClock(),
        gate=gate(settings),
        limit=read_limit(settings.rate_limit, counter),
        call_limit=read_limit(settings.call_rate_limit, counter),
        metrics=new_metrics(lambda: TextsBook(database).counts(plan.clock.now())),
        problems=readiness(database, live),
        assistant={"assistantId": settings.vapi_assistant_id} if settings.vapi_assistant_id else {},
        max_request_size=settings.max_request_size,
        allowed_origins=settings.allowed_origins,
        twilio=reports(plan, database),
        staff=staff_parts(settings, database),
        public_url=settings.public_url,
    )


def staff_parts(settings: Settings, database: Database) -> StaffParts:
    """What the pages for staff are made with."""
    lifetimes = staff_lifetimes(settings)
    sessions = StaffSessions(database, lifetimes)
    return StaffParts(
        door=StaffDoor(database, Passwords(), sessions),
        sessions=sessions,
        accounts=StaffBook(database),
        orders=OrderBook(database),
        board=Board(database).orders,
        texts=UnsentTexts(database),
        lifetimes=lifetimes,
    )


def staff_lifetimes(settings: Settings) -> Lifetimes:
    """How long staff and paired devices stay signed in."""
    return Lifetimes(
        dt.timedelta(minutes=settings.staff_idle_minutes),
        dt.timedelta(hours=settings.staff_session_hours),
        dt.timedelta(days=settings.device_idle_days),
        dt.timedelta(days=settings.device_days),
    )


def reports(plan: Plan, database: Database) -> TwilioReports | None:
    """Who hears what became of texts; None where Twilio is not told of this server."""
    settings, book, opt_outs = plan.settings, TextsBook(database), OptOuts(database)
    if not (settings.public_url and settings.sends_texts):
        return None

    def report(text: int, reference: str, delivery: str, code: str) -> None:
        book.report(Report(text, reference, delivery, code), plan.clock.now())

    def wants_texts(number: str, wants: bool) -> None:
        if wants:
            opt_outs.drop(number)
        else:
            opt_outs.add(number, plan.clock.now())

    token = settings.twilio_auth_token.get_secret_value()
    return TwilioReports(settings.public_url, partial(is_from_twilio, token), report, wants_texts)


def live_calls(settings: Settings, vault: Vault = NO_VAULT) -> RedisSessions | None:
    """Live calls in Redis; None where they are in the database."""
    if not settings.redis_url:
        return None
    return RedisSessions(settings.redis_url, settings.session_ttl * 1000, vault=vault)


def open_database(settings: Settings) -> Database:
    """The database that is set, with the keys to what it holds. Raises KeyMissing, StoreUnavailable."""
    return Database(settings.database_url, vault=make_vault(key_source(settings)))


def key_source(settings: Settings) -> KeySource:
    """What the settings say of keys."""
    return KeySource(settings.database_url, settings.keys, settings.data_key_file, settings.encryption == "on")


def readiness(database: Database, live: RedisSessions | None = None) -> Callable[[], tuple[str, ...]]:
    """A look at the stores that says why they can't be used, with nothing to say when they can."""

    def problems() -> tuple[str, ...]:
        try:
            current, needed = revision(database)
            if live is not None:
                live.ping()
        except StoreUnavailable:
            return (STORE_UNAVAILABLE,)
        return () if current == needed else (STORE_NOT_UP_TO_DATE,)

    return problems


def gate(settings: Settings) -> Gate:
    """Who may call the webhook."""
    ways: list[SharedSecret | Hmac] = []
    if settings.webhook_secrets:
        headers = [("X-Vapi-Secret", ""), ("Authorization", "Bearer ")]
        if settings.vapi_webhook_secret_header:
            prefix = settings.vapi_webhook_secret_prefix
            headers.append((settings.vapi_webhook_secret_header, f"{prefix} " if prefix.isalnum() else prefix))
        ways.append(SharedSecret(_bytes(settings.webhook_secrets), tuple(headers)))
    if settings.hmac_secrets:
        timed = settings.vapi_webhook_hmac_payload == "timestamp.body"
        ways.append(
            Hmac(
                _bytes(settings.hmac_secrets),
                settings.vapi_webhook_hmac_algorithm,
                settings.vapi_webhook_hmac_header,
                settings.vapi_webhook_hmac_prefix,
                settings.vapi_webhook_hmac_encoding,
                settings.vapi_webhook_hmac_timestamp_header if timed else "",
            )
        )
    return Gate(tuple(ways))


def texts(plan: Plan, database: Database | None = None) -> Texts:
    """Who sends the texts that wait in the database."""
    outbox = Outbox(database or open_database(plan.settings))
    return Texts(outbox, sender(plan.settings), plan.clock, plan.settings.shop_order_to)


def sender(settings: Settings) -> Sender:
    """Twilio, or the log where there is no account."""
    if not settings.sends_texts:
        return ConsoleSender()
    token = settings.twilio_auth_token.get_secret_value()
    return TwilioSender(
        TwilioAccount(
            settings.twilio_account_sid,
            token,
            settings.twilio_from,
            settings.twilio_base_url,
            settings.public_url,
        )
    )


def purge(plan: Plan, database: Database) -> int:
    """Clear calls that nobody uses any more, and what has ended of staff; 0, as there is nothing left to do at once."""
    gone = purge_calls(database, plan.clock.now(), dt.timedelta(seconds=plan.settings.session_ttl))
    if gone:
        log.info("calls cleared", count=gone)
    # Sessions end by the machine's own time, whatever time orders are taken by.
    StaffSessions(database, staff_lifetimes(plan.settings)).purge(SystemClock().now())
    return 0


def clear(plan: Plan, database: Database) -> int:
    """Clear what is known of callers and older than it is to be kept; 0, as there is nothing left to do at once."""
    settings = plan.settings
    keeping = Keeping(settings.keep_orders_days, settings.keep_calls_days, settings.keep_texts_days)
    gone = clear_old(database, plan.clock.now(), keeping)
    if any(gone.values()):
        log.info("personal data cleared", **gone)
    return 0


def seal(database: Database) -> int:
    """Encrypt what was kept before there was a key; 0, as there is nothing left to do at once."""
    done = seal_plain(database)
    if done:
        log.info("older rows encrypted", count=done)
    return 0


def back_up(settings: Settings, folder: Path, database: Database) -> int:
    """Make a backup if the newest one is old enough and no other process does; 0, as nothing is left to do at once."""
    now, every = SystemClock().now(), dt.timedelta(hours=settings.backup_every_hours)
    try:
        if not backups.due(folder, now, every):
            return 0
        with one_at_a_time(folder) as mine:
            # Another process may have made it since.
            if not mine or not backups.due(folder, now, every):
                return 0
            key = read_key(settings.backup_key_file) if settings.backup_key_file is not None else None
            made = backups.backup(database, folder, now, key)
            backups.rotate(folder, settings.backup_keep)
            log.info("backup made", file=made.name, size=made.stat().st_size, encrypted=key is not None)
    except (OSError, BackupBroken, StoreUnavailable) as error:
        log.error("backup failed", reason=str(error), folder=str(folder))
    return 0


def migrate(settings: Settings) -> None:
    """Bring the database up to date and make sure that its keys are there. Raises StoreUnavailable, KeyMissing."""
    database = open_database(settings)
    try:
        prepare(database)
    finally:
        # What is open here must not be shared with the processes that are made of this one.
        database.close()


def prepare(database: Database) -> None:
    """Bring the database up to date and make sure that its keys are there. Raises StoreUnavailable, KeyMissing."""
    upgrade(database)
    register(database, SystemClock().now())


def shown(database_url: str) -> str:
    """The database's address without its password."""
    return re.sub(r"(://[^:/@]*):[^@]*@", r"\1:***@", database_url)


def _bytes(secrets: tuple[str, ...]) -> tuple[bytes, ...]:
    return tuple(secret.encode() for secret in secrets)
