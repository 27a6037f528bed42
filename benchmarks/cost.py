"""What safety costs a caller: the same calls to two servers in turn, one with everything on and one with all of it off.

python -m benchmarks.cost [--calls 200] [--store sqlite|postgres|postgres-redis] [--json]

On: HMAC signatures over time and body, rate limits per address and per call, encryption of what is kept. Off: none of
them. Each message of a call goes to both servers, to the one and the other first in turn, on connections that stay
open; what is told is the time from the first byte sent to the last one read, in milliseconds, and the median of the
differences between the two answers to the same message.
"""

from __future__ import annotations

import argparse
import hashlib
import hmac
import http.client
import json
import statistics
import time
import urllib.parse
import uuid
from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass

from benchmarks.servers import SQLITE, STORES, own_folder, server_on, store

SECRET = "of-the-benchmark"
ON = {"VAPI_WEBHOOK_HMAC_SECRET": SECRET, "ENCRYPTION": "on"}
OFF = {"RATE_LIMIT": "off", "CALL_RATE_LIMIT": "off", "ENCRYPTION": "off"}
WARM_UP = 20
ASKED: tuple[tuple[str, dict[str, object]], ...] = (
    ("getCallerSmartContext", {}),
    ("quickAddItem", {"description": "a large lamb kebab with garlic sauce"}),
    ("quickAddItem", {"description": "two cokes"}),
    ("setPickupTime", {"requestedTime": "tomorrow at 6 pm"}),
    ("createOrder", {"customerName": "Ana", "notes": "no nuts, please ring at the side door"}),
    ("getCartState", {}),
)


@dataclass
class Line:
    """An open connection to a server."""

    url: str
    signs: bool

    def __post_init__(self) -> None:
        where = urllib.parse.urlsplit(self.url)
        self._connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=30)

    def ask(self, body: bytes) -> float:
        """The milliseconds until this message is answered."""
        headers = {"Content-Type": "application/json"}
        if self.signs:
            stamp = str(int(time.time()))
            signed = hmac.new(SECRET.encode(), f"{stamp}.".encode() + body, hashlib.sha256).hexdigest()
            headers |= {"x-timestamp": stamp, "x-signature": signed}
        began = time.perf_counter()
        self._connection.request("POST", "/webhook", body, headers)
        answer = self._connection.getresponse()
        content = answer.read()
        took = 1000 * (time.perf_counter() - began)
        if answer.status != 200 or b'"error"' in content:
            raise SystemExit(f"{answer.status}: {content.decode()}")
        return took


def measured(calls: int, kind: str) -> dict[str, list[tuple[float, float]]]:
    """For each tool how long its answers took, with everything off and on."""
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    with ExitStack() as held:
        lines = []
        for settings in (OFF, ON):
            folder = held.enter_context(own_folder())
            stores = held.enter_context(store(kind, folder))
            stores.settings.update(settings)
            lines.append(Line(held.enter_context(server_on(stores, folder, 1)).url, signs=settings is ON))
        for n in range(calls + WARM_UP):
            call = {"id": str(uuid.uuid4()), "type": "inboundPhoneCall", "customer": {"number": f"+612555{n:05d}"}}
            for name, arguments in ASKED:
                body = _message(call, name, arguments)
                first = n % 2
                times = {which: lines[which].ask(body) for which in (first, 1 - first)}
                if n >= WARM_UP:
                    found[name].append((times[0], times[1]))
    return dict(found)


def _message(call: dict[str, object], name: str, arguments: dict[str, object]) -> bytes:
    asked = {"id": uuid.uuid4().hex, "type": "function", "function": {"name": name, "arguments": arguments}}
    return json.dumps({"message": {"type": "tool-calls", "call": call, "toolCallList": [asked]}}).encode()


def summed(pairs: list[tuple[float, float]]) -> dict[str, float]:
    """Medians and 95th percentiles, and the median of the differences."""
    off, on = ([pair[n] for pair in pairs] for n in (0, 1))
    return {
        "off_median": statistics.median(off),
        "on_median": statistics.median(on),
        "off_p95": statistics.quantiles(off, n=20)[-1],
        "on_p95": statistics.quantiles(on, n=20)[-1],
        "median_of_differences": statistics.median(b - a for a, b in pairs),
    }


def main() -> None:
    """Print what the command line asks for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--calls", type=int, default=200)
    options.add_argument("--store", choices=STORES, default=SQLITE)
    options.add_argument("--json", action="store_true", help="print JSON")
    given = options.parse_args()
    found = measured(given.calls, given.store)
    found["all of them"] = [pair for pairs in found.values() for pair in pairs]
    table = {name: summed(pairs) for name, pairs in found.items()}
    if given.json:
        print(json.dumps(table, indent=2))
        return
    print(f"{given.calls} calls on {given.store}, milliseconds")
    print(f"{'':24}{'off':>8} {'on':>8} {'off p95':>9} {'on p95':>9} {'difference':>11}")
    for name, row in table.items():
        off, on, off_95, on_95, more = row.values()
        print(f"{name:24}{off:8.2f} {on:8.2f} {off_95:9.2f} {on_95:9.2f} {more:+11.2f}")


if __name__ == "__main__":
    main()
