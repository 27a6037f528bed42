"""Rubbish in every place that takes input: envelope, arguments, sentences. Nothing may raise, nor take long.

    python -m benchmarks.fuzz [--inputs 200000] [--seed 1] [--json]

In this process, through the same application that serves. Counts answers by status, exceptions, and the slowest.
"""

from __future__ import annotations

import argparse
import json
import random
import string
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import structlog
from rich.progress import track

from kebabalab import app
from kebabalab.config import from_environment
from kebabalab.tools.registry import TOOLS

SHOP = Path(__file__).parents[1] / "shops" / "kebabalab"
SAMPLES = sorted((Path(__file__).parents[1] / "tests" / "vapi_samples").glob("*.json"))
ODD = (
    "", "\x00", "\u202e", "\ud83d\ude00", "'; DROP TABLE orders;--", "{{7*7}}", "../../etc/passwd", "9" * 400, "-1",
    "NaN", "a" * 5000, "\r\nX: y", "<script>", "%s%n", "\\", "two " * 200,
)  # fmt: skip
WORDS = (
    "a large lamb kebab with no onion extra garlic and two cokes both on the other half make that three or not"
).split()


def fuzzed(inputs: int, seed: int, bar: bool = False) -> dict[str, Any]:
    """So many inputs; the counts."""
    dice = random.Random(seed)
    structlog.configure(processors=[_silent])
    samples = [path.read_bytes() for path in SAMPLES]
    statuses: Counter[int] = Counter()
    raised: Counter[str] = Counter()
    slowest = 0.0
    with tempfile.TemporaryDirectory(prefix="kebabalab-fuzz-") as folder:
        settings = from_environment(
            {"database_url": f"sqlite:///{folder}/calls.db", "shop_dir": SHOP, "rate_limit": "off"},
            Path(folder) / ".env",
        )
        app.migrate(settings)
        database = app.open_database(settings)
        flask = app.create_app(app.parts(app.Plan(settings), database))
        flask.testing = True
        client = flask.test_client()
        for n in track(range(inputs), description="inputs", disable=not bar):
            body = made(dice, samples, n)
            begun = time.perf_counter()
            try:
                statuses[client.post("/webhook", data=body, content_type="application/json").status_code] += 1
            except Exception as error:  # noqa: BLE001
                raised[type(error).__name__] += 1
            slowest = max(slowest, time.perf_counter() - begun)
        database.close()
    return {
        "inputs": inputs,
        "statuses": dict(sorted(statuses.items())),
        "server_errors": sum(count for status, count in statuses.items() if status >= 500),
        "raised": dict(raised),
        "slowest_seconds": round(slowest, 3),
    }


def made(dice: random.Random, samples: list[bytes], n: int) -> bytes:
    """One input: a sample with bytes changed, a message with odd arguments, or words in any order."""
    kind = n % 3
    if kind == 0:
        body = bytearray(dice.choice(samples))
        for _ in range(dice.randint(1, 8)):
            body[dice.randrange(len(body))] = dice.randrange(256)
        return bytes(body[: dice.randrange(len(body))]) if dice.random() < 0.1 else bytes(body)
    if kind == 1:
        asked = [(dice.choice(list(TOOLS)), _value(dice, 3)) for _ in range(dice.randint(1, 3))]
    else:
        said = " ".join(dice.choices([*WORDS, *ODD[:8]], k=dice.randint(1, 40)))
        asked = [("quickAddItem", {"description": said})]
    calls = [
        {"id": f"t{n}-{k}", "function": {"name": name, "arguments": given}} for k, (name, given) in enumerate(asked)
    ]
    call = {"id": f"fuzz-{n % 500}", "customer": {"number": "+61491570156"}}
    return json.dumps({"message": {"type": "tool-calls", "call": call, "toolCallList": calls}}).encode()


def _value(dice: random.Random, depth: int) -> Any:
    kind = dice.randrange(8 if depth else 5)
    if kind == 0:
        return dice.choice(ODD)
    if kind == 1:
        return dice.choice((0, -1, 2**63, 1e308, 3.7, True, None))
    if kind in (2, 3):
        return " ".join(dice.choices(WORDS, k=dice.randint(1, 8)))
    if kind == 4:
        return "".join(dice.choices(string.printable, k=dice.randint(0, 30)))
    if kind == 5:
        return [_value(dice, depth - 1) for _ in range(dice.randint(0, 4))]
    names = ("description", "items", "itemIndex", "modifications", "quantity", "requestedTime", "customerName", "notes",
             "phoneNumber", "size", "sauces", "itemIndices", "name", "category")  # fmt: skip
    return {dice.choice(names): _value(dice, depth - 1) for _ in range(dice.randint(0, 5))}


def _silent(_logger: object, _method: str, _event: object) -> Any:
    raise structlog.DropEvent


def main() -> None:
    """Print the counts. Exit code 1 when anything raised or answered 5xx."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--inputs", type=int, default=200_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--json", action="store_true", help="print JSON")
    given = options.parse_args()
    found = fuzzed(given.inputs, given.seed, bar=sys.stderr.isatty())
    print(
        json.dumps(found, indent=2) if given.json else "\n".join(f"{name:16} {value}" for name, value in found.items())
    )
    sys.exit(1 if found["server_errors"] or found["raised"] else 0)


if __name__ == "__main__":
    main()
