"""Scripted callers for the benchmarks that break things: whole calls over HTTP, each message until it is answered."""

from __future__ import annotations

import http.client
import itertools
import random
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from kebabalab.web.errors import LET_ME_CHECK, SAY_AGAIN, WHAT_TO_DO
from tests.e2e.wire import Call

Result = dict[str, Any]

# What is said, and how many pieces that is; none of it leaves a choice open.
SAID = (
    ("a large lamb kebab with garlic sauce", 1),
    ("two cokes", 2),
    ("a small chicken kebab with hummus", 1),
    ("large chips", 1),
    ("a lamb gozleme", 1),
    ("a large lamb kebab with bbq sauce", 1),
    ("three waters", 3),
)
# Orders for later than twelve hours ahead do not keep the kitchen busy: thousands of them delay nobody.
WHEN = "tomorrow at 6 pm"
NUMBERS = ("+61491570006", "+61491570156", "+61491570157", "+61491570158", "+61491570159", "+61491570110")
ANSWERED, CUT, REFUSED, WRONG = "answered", "cut off", "refused", "wrong"
UNSURE = "not known"
SECONDS_BETWEEN_TRIES = (0.05, 0.25)


@dataclass(frozen=True)
class Attempt:
    """One request: when it began and how long it took in seconds, and how it ended (one of the words above)."""

    began: float
    seconds: float
    ended: str


@dataclass
class Told:
    """A call as its caller knows it: what was asked for, and what every answer said."""

    id: str
    caller: str
    pieces: int = 0
    cart: list[Result] = field(default_factory=list)
    order: str = ""
    total_cents: int = 0
    wants_text: bool = False
    amended: int = 0
    said: list[str] = field(default_factory=list)
    surprises: list[str] = field(default_factory=list)
    finished: bool = False

    def heard(self, result: Result) -> None:
        """Take note of an answer that went well."""
        self.said.append(str(result["message"]))
        if "cart" in result:
            self.cart = result["cart"]
            if result["itemCount"] != self.pieces:
                self.surprises.append(f"{result['itemCount']} pieces instead of {self.pieces}")
        if "orderNumber" not in result:
            return
        if self.order not in ("", result["orderNumber"]):
            self.surprises.append(f"{self.order} became {result['orderNumber']}")
        self.order, self.total_cents = result["orderNumber"], round(result["total"] * 100)
        self.amended += result.get("amended", False)


class Callers:
    """So many callers at once, each making one call after the other until told to stop."""

    def __init__(self, url: str, seed: int, pause: float = 0.1, new_ids: bool = False) -> None:
        """Prepare them. With `new_ids` what was refused is said again under another id, as a model does."""
        self._url, self._seed, self._pause, self._new_ids = url, seed, pause, new_ids
        self._done = threading.Event()
        self._given_up = threading.Event()
        self._lock = threading.Lock()
        self.told: list[Told] = []
        self.attempts: list[Attempt] = []
        # By call and tool call, for those that were sent more than once: when the last time was, in ms since 1970.
        self.repeated: dict[tuple[str, str], int] = {}

    @property
    def answered(self) -> int:
        """How many messages were answered so far."""
        return sum(attempt.ended == ANSWERED for attempt in list(self.attempts))

    @contextmanager
    def calling(self, callers: int, patience: float = 120.0) -> Iterator[None]:
        """Call for as long as this lasts, then bring every call to its end; what has no answer then is left so."""
        with ThreadPoolExecutor(callers) as threads:
            going: list[Future[None]] = [threads.submit(self._call_on, n) for n in range(callers)]
            try:
                yield
            finally:
                self._done.set()
                end = threading.Timer(patience, self._given_up.set)
                end.start()
                for one in going:
                    one.result()
                end.cancel()

    def order_at_once(self, callers: int) -> None:
        """Fill so many carts one after the other, then place all orders at the same moment."""
        talks = [_Talk(self, n, 0, random.Random(f"{self._seed} {n}")) for n in range(callers)]
        with ThreadPoolExecutor(callers) as threads:
            list(threads.map(lambda talk: talk.fill(1), talks))
            together = threading.Barrier(callers)

            def place(talk: _Talk) -> None:
                together.wait()
                talk.told.finished = talk.place()

            list(threads.map(place, talks))

    def _call_on(self, caller: int) -> None:
        rng = random.Random(f"{self._seed} {caller}")
        for number in itertools.count():
            if self._done.is_set():
                return
            _Talk(self, caller, number, rng).whole()

    def begun(self, caller: int, number: int) -> Told:
        """A new call."""
        told = Told(f"benchmark-{caller}-{number}", NUMBERS[caller % len(NUMBERS)])
        with self._lock:
            self.told.append(told)
        return told

    def ask(self, told: Told, message: int, name: str, **arguments: object) -> Result | None:
        """The answer to one message, sent again under its id until there is one; None when it was given up."""
        call = Call(self._url, told.caller, told.id)
        id = f"{told.id}-{message}"
        rng = random.Random(id)
        for tries in itertools.count():
            if self._given_up.is_set():
                break
            began = time.monotonic()
            if tries and not self._new_ids:
                self.repeated[f"call:{told.id}", id] = round(time.time() * 1000)
            result, ended = self._sent(call, id, name, arguments)
            self.attempts.append(Attempt(began, time.monotonic() - began, ended))
            if ended == ANSWERED:
                return result
            if ended == WRONG:
                told.surprises.append(f"{name} {arguments}: {result}")
                return result
            if ended == UNSURE and name != "getCartState":
                done = self._done_after_all(told, message, name)
                if done is not None:
                    return done
            if ended in (REFUSED, UNSURE) and self._new_ids:
                id = f"{told.id}-{message}-{tries}"
            time.sleep(rng.uniform(*SECONDS_BETWEEN_TRIES))
        return None

    def pause(self, rng: random.Random) -> None:
        """What a caller takes to speak, much shortened."""
        time.sleep(rng.uniform(0.0, self._pause))

    def _sent(self, call: Call, id: str, name: str, arguments: dict[str, object]) -> tuple[Result, str]:
        try:
            reply = call.send((name, arguments), ids=(id,))
        except (OSError, http.client.HTTPException):
            return {}, CUT
        if reply.status != 200:
            return {"status": reply.status}, WRONG
        (result,) = reply.results
        if result["ok"]:
            return result, ANSWERED
        speakable = {SAY_AGAIN: REFUSED, LET_ME_CHECK: UNSURE}
        if result["error"] != WHAT_TO_DO.get(result["message"]):
            return result, WRONG
        return result, speakable.get(result["message"], WRONG)

    def _done_after_all(self, told: Told, message: int, name: str) -> Result | None:
        """What the cart is, where it shows that what was asked for is done; None to ask again."""
        if name not in ("quickAddItem", "editCartItem"):
            return None
        cart = self.ask(told, 1000 + message, "getCartState")
        return cart if cart is not None and cart["itemCount"] == told.pieces else None


class _Talk:
    """One call: what its caller says, message by message."""

    def __init__(self, callers: Callers, caller: int, number: int, rng: random.Random) -> None:
        self._callers, self._rng = callers, rng
        self.told = callers.begun(caller, number)
        self._message = 0

    def whole(self) -> None:
        """A call from its first word: most place an order, some only fill a cart, some change what they ordered."""
        rng = self._rng
        going_on = self.fill(rng.randint(2, 4))
        if going_on and rng.random() < 0.85:
            going_on = self.place()
            if going_on and rng.random() < 0.2:
                # The model repeats itself, with a new id.
                going_on = self.place(self.told.wants_text)
            if going_on and rng.random() < 0.2:
                going_on = self._add()
        self.told.finished = going_on

    def fill(self, lines: int) -> bool:
        """Put things in the cart, change one of them now and then, and agree on a time."""
        going_on = all(self._add() for _ in range(lines))
        if going_on and self._rng.random() < 0.3:
            going_on = self._edit()
        return going_on and self._say("setPickupTime", requestedTime=WHEN)

    def place(self, wants_text: bool | None = None) -> bool:
        """Place the order."""
        self.told.wants_text = self._rng.random() < 0.5 if wants_text is None else wants_text
        name = f"Ana {'abcdefghij'[self._rng.randrange(10)]}"
        if self.told.order:
            return self._say("createOrder", sendSMS=self.told.wants_text)
        return self._say("createOrder", customerName=name, sendSMS=self.told.wants_text)

    def _add(self) -> bool:
        words, pieces = self._rng.choice(SAID)
        self.told.pieces += pieces
        return self._say("quickAddItem", description=words)

    def _edit(self) -> bool:
        self.told.pieces += 4 - self.told.cart[0]["quantity"]
        return self._say("editCartItem", itemIndex=0, modifications={"quantity": 4})

    def _say(self, name: str, **arguments: object) -> bool:
        self._message += 1
        result = self._callers.ask(self.told, self._message, name, **arguments)
        if result is None or not result.get("ok"):
            return False
        self.told.heard(result)
        self._callers.pause(self._rng)
        return True
