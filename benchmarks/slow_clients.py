"""What callers notice of clients that send half a request and stay: latency with and without them, in one run.

python -m benchmarks.slow_clients [--connections 200] [--calls 200] [--json]
"""

from __future__ import annotations

import argparse
import json
import socket
import statistics
import tempfile
import time
import urllib.parse
from pathlib import Path

from kebabalab.cli.temporary_server import serving
from tests.e2e.wire import Call

HALF = b"POST /webhook HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"


def main() -> None:
    """Print the medians and the slowest in milliseconds, without and with slow clients."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--connections", type=int, default=200, help="clients that send half a request")
    options.add_argument("--calls", type=int, default=200, help="tool calls that are timed, each time")
    options.add_argument("--json", action="store_true", help="print JSON")
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="kebabalab-slow-") as folder, serving(Path(folder), {}) as server:
        alone = timed(server.url, given.calls)
        held = [half_sent(server.url) for _ in range(given.connections)]
        beside = timed(server.url, given.calls)
        for connection in held:
            connection.close()
    found = {
        "alone_median": alone[0],
        "alone_slowest": alone[1],
        "beside_median": beside[0],
        "beside_slowest": beside[1],
    }
    found["ratio_of_medians"] = beside[0] / alone[0]
    if given.json:
        print(json.dumps(found, indent=2))
        return
    for name, value in found.items():
        print(f"{name:20} {value:9.2f}")


def timed(url: str, calls: int) -> tuple[float, float]:
    """The median and the slowest of so many tool calls, in milliseconds."""
    took = []
    for n in range(calls):
        begun = time.perf_counter()
        assert Call(url, id=f"timed-{n}-{begun}").send(("quickAddItem", {"description": "two cokes"})).status == 200
        took.append(1000 * (time.perf_counter() - begun))
    return statistics.median(took), max(took)


def half_sent(url: str) -> socket.socket:
    """A connection that has sent half a request."""
    where = urllib.parse.urlsplit(url)
    connection = socket.create_connection((where.hostname or "", where.port or 80))
    connection.sendall(HALF)
    return connection


if __name__ == "__main__":
    main()
