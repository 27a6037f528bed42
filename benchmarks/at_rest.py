"""What a thief finds: simulated calls over a real server, then all its files searched for every name, number and note.

python -m benchmarks.at_rest [--calls 500] [--store sqlite|sqlite-redis|postgres|postgres-redis] [--json]

Each call has a name, a caller's number and a note of its own, which are said to the tools and in the transcript, and
every third one orders for a mobile number. Searched are the database's files with its log, what Redis writes to disk,
all that the server printed (at the level `debug`) and its metrics. Texts go to a Twilio of our own. The same search
with ENCRYPTION=off shows that it finds things.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.servers import POSTGRES, SQLITE, WITH_REDIS, Server, own_folder, store
from tests.contracts.redis_server import redis_server
from tests.e2e.wire import Call, post, send
from tests.fake_twilio import FROM, SID, TOKEN, twilio

SQLITE_REDIS = "sqlite-redis"
STORES = (SQLITE, POSTGRES, WITH_REDIS, SQLITE_REDIS)
MOBILES = ("0491570006", "0491570156", "0491570157", "0491570158", "0491570159", "0491570110")
SECONDS_TO_SEND = 60
NATIONAL = 9  # digits of a number without its country code or its 0
_WORDS = re.compile(rb"[A-Za-z]{9,}")
# Digits with what people write between them.
_DIGITS = re.compile(rb"\d(?:[ ().-]{0,2}\d){8,}")
_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"


@dataclass(frozen=True)
class Person:
    """Who calls: words that nobody else has in their name and their note, and numbers as they are dialled at home."""

    name: str
    note: str
    caller: str
    number: str


@dataclass
class Found:
    """How many calls there were, how much was searched, and what was found in clear, by file."""

    calls: int = 0
    ordered: int = 0
    texts: int = 0
    bytes_searched: int = 0
    secrets: int = 0
    in_clear: dict[str, list[str]] = field(default_factory=dict)


def people(count: int, seed: int) -> list[Person]:
    """So many people."""
    dice = random.Random(seed)
    words = _strange_words(dice)
    return [
        Person(
            f"{next(words).capitalize()} {next(words).capitalize()}",
            f"please ring {next(words)} at the {next(words)} door",
            f"025550{n:04d}",
            MOBILES[n // 3 % len(MOBILES)] if n % 3 == 0 else "",
        )
        for n in range(count)
    ]


def played(calls: int, kind: str = SQLITE, *, encryption: str = "on", seed: int = 1) -> Found:
    """Make the calls, then search."""
    found, everybody = Found(calls), people(calls, seed)
    with ExitStack() as held:
        folder = held.enter_context(own_folder())
        stores = held.enter_context(store(SQLITE if kind == SQLITE_REDIS else kind, folder))
        if kind == SQLITE_REDIS:
            stores.redis = held.enter_context(redis_server())
            stores.settings["REDIS_URL"] = stores.redis.url
        fake = held.enter_context(twilio())
        settings = {
            **stores.settings, "ENCRYPTION": encryption, "RATE_LIMIT": "off", "LOG_LEVEL": "debug",
            "TWILIO_ACCOUNT_SID": SID, "TWILIO_AUTH_TOKEN": TOKEN, "TWILIO_FROM": FROM, "TWILIO_BASE_URL": fake.url,
        }  # fmt: skip
        server = Server(folder, settings, 1)
        held.callback(server.kill)
        server.start()
        server.wait_until_ready()
        with ThreadPoolExecutor(4) as threads:
            found.ordered = sum(threads.map(lambda person: _call(server.url, person), everybody))
        given_up = time.monotonic() + SECONDS_TO_SEND
        # A ticket for each order, and a confirmation for each mobile number.
        while len(fake.bodies) < found.ordered and time.monotonic() < given_up:
            time.sleep(0.1)
        (folder / "metrics").write_bytes(send(server.url, path="/metrics").body)
        if stores.redis is not None:
            _saved(stores.redis.url)
        found.texts = len(fake.bodies)
        places = [folder, *(Path(one) for one in _behind(stores.settings))]
        secrets = _secrets(everybody)
        found.secrets = len(secrets)
        for file in _files(places):
            content = file.read_bytes()
            found.bytes_searched += len(content)
            if seen := sorted(_in(content) & secrets):
                found.in_clear[file.name] = seen
    return found


def _call(url: str, person: Person) -> bool:
    """A call from its beginning to its report; whether an order was placed."""
    call = Call(url, f"+61{person.caller[1:]}")
    call.send(
        ("getCallerSmartContext", {}),
        ("quickAddItem", {"description": "two cokes"}),
        ("setPickupTime", {"requestedTime": "tomorrow at 6 pm"}),
    )
    said = {"customerName": person.name, "notes": person.note, "customerPhone": person.number}
    answer = call.tool("createOrder", **{name: value for name, value in said.items() if value})
    call.tool("getCartState")
    call.send(("nobodyHasThis", {"name": person.name, "phone": person.caller}))
    spoken = f"User: I am {person.name}, {person.caller[:2]} {person.caller[2:6]} {person.caller[6:]}. {person.note}"
    turns = [{"role": "user", "message": spoken, "secondsFromStart": 1.0}]
    report = call.message(
        "end-of-call-report", transcript=spoken, summary=spoken, messages=turns, endedReason="hung up"
    )
    post(url, report)
    post(url, f'{{"message": {{"type": "tool-calls", "name": "{person.name}", {person.caller}'.encode())
    return bool(answer["ok"])


def _strange_words(dice: random.Random) -> Iterator[str]:
    """Words of twelve letters that no menu and no library has, each once."""
    known: set[str] = set()
    while True:
        word = "".join(dice.choice(_CONSONANTS) + dice.choice(_VOWELS) for _ in range(6))
        if word not in known:
            known.add(word)
            yield word


def _secrets(everybody: list[Person]) -> set[str]:
    """Every word of a name or note that only one person has, and every number without country code and 0."""
    words = {word.lower() for one in everybody for word in f"{one.name} {one.note}".split() if len(word) == 12}
    return words | {number[1:] for one in everybody for number in (one.caller, one.number) if number}


def _in(content: bytes) -> set[str]:
    """The words and numbers of a file, numbers however they are written."""
    found = {word.decode().lower() for word in set(_WORDS.findall(content))}
    for run in set(_DIGITS.findall(content)):
        digits = re.sub(rb"\D", b"", run).decode()
        found |= {digits[n : n + NATIONAL] for n in range(len(digits) - NATIONAL + 1)}
    # Words that stand without anything between them.
    return found | {
        word[n : n + 12] for word in found if word.isalpha() and len(word) > 12 for n in range(len(word) - 11)
    }


def _saved(url: str) -> None:
    """Have Redis write all that it holds into one file as well."""
    import redis

    redis.Redis.from_url(url).save()


def _behind(settings: dict[str, str]) -> list[str]:
    """The folders in which PostgreSQL and Redis keep what they are told."""
    redis_url, database = settings.get("REDIS_URL", ""), settings["DATABASE_URL"]
    folders = [str(Path(redis_url.removeprefix("unix://")).parent)] if redis_url.startswith("unix://") else []
    return folders + ([f"{database.partition('?host=')[2]}/data"] if "?host=" in database else [])


def _files(places: list[Path]) -> list[Path]:
    return sorted(file for place in places for file in place.rglob("*") if file.is_file() and file.suffix != ".key")


def main() -> int:
    """Play what the command line asks for; 1 when anything was found in clear."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--calls", type=int, default=500)
    options.add_argument("--store", choices=STORES, default=SQLITE)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--json", action="store_true", help="print JSON")
    given = options.parse_args()
    on, off = (played(given.calls, given.store, encryption=which, seed=given.seed) for which in ("on", "off"))
    if given.json:
        print(json.dumps({"on": asdict(on), "off": asdict(off)}, indent=2))
    else:
        for name, found in (("on", on), ("off", off)):
            seen = sum(map(len, found.in_clear.values()))
            print(
                f"encryption {name:3}: {found.calls} calls, {found.ordered} orders, {found.texts} texts; "
                f"{found.bytes_searched:,} bytes searched for {found.secrets} words and numbers: {seen} found in clear"
                + (f" ({', '.join(found.in_clear)})" if found.in_clear else "")
            )
    return 1 if on.in_clear or not off.in_clear or on.ordered != given.calls else 0


if __name__ == "__main__":
    sys.exit(main())
