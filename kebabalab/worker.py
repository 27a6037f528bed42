"""What happens after the commit: waiting texts are sent, what has expired is cleared, until told to stop."""

from __future__ import annotations

import datetime as dt
import os
import random
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass

import structlog

from kebabalab.db.opt_outs import OptOuts
from kebabalab.db.outbox import Later, Outbox, Waiting
from kebabalab.gateways.sms import Fate, Outgoing, Sender, TextNotSent
from kebabalab.models.errors import StoreUnavailable
from kebabalab.models.texts import TextKind
from kebabalab.tools.ports import Clock

log = structlog.get_logger()

MOST_ATTEMPTS = 30
TOO_LATE = "too late"
NOBODY, WANTS_NONE, TOO_OFTEN = "nobody to send it to", "opted out", f"given up after {MOST_ATTEMPTS} tries"
NOT_KNOWN = "too late, and not known whether it went out"
SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_TO_NOTICE_THE_END = 0.25
SECONDS_AFTER_TROUBLE = 5.0


@dataclass(frozen=True, slots=True)
class Pace:
    """How texts are sent: so many at once, how long they are then this worker's, and when each is tried again.

    `lease` is what a text waits when its worker died with it. `one_try` is the longest that one can take, with the
    look-up before it: a batch is left in time, so that nothing is sent whose lease has ended. `before_looking` is how
    long Twilio is given to list what it has just taken. `refused` is the pause when it refuses the account, `busy`
    when it asks for one and does not say how long.
    """

    at_once: int = 10
    lease: dt.timedelta = dt.timedelta(seconds=90)
    one_try: dt.timedelta = dt.timedelta(seconds=40)
    first_retry: dt.timedelta = dt.timedelta(seconds=5)
    longest_retry: dt.timedelta = dt.timedelta(minutes=5)
    before_looking: dt.timedelta = dt.timedelta(seconds=20)
    refused: dt.timedelta = dt.timedelta(minutes=1)
    busy: dt.timedelta = dt.timedelta(seconds=2)


class Texts:
    """Sends what waits in the outbox. `kitchen` is the E.164 number that gets the tickets, "" for nobody."""

    def __init__(self, outbox: Outbox, sender: Sender, clock: Clock, kitchen: str = "", pace: Pace = Pace()) -> None:
        self._outbox = outbox
        self._opt_outs = OptOuts(outbox.database)
        self._sender = sender
        self._clock = clock
        self._kitchen = kitchen
        self._pace = pace
        self._waits_until: dt.datetime | None = None

    def send_waiting(self) -> int:
        """Send the texts that are due, each marked as soon as it went. Returns how many were dealt with."""
        began = self._clock.now()
        if self._waits_until is not None and began < self._waits_until:
            return 0
        self._waits_until = None
        batch = self._outbox.claim(began, self._pace.at_once, self._pace.lease)
        barred = self._opt_outs.among({self._receiver(text) for text in batch})
        last_start = began + self._pace.lease - self._pace.one_try
        for number, text in enumerate(batch):
            if self._must_stop(last_start):
                self._outbox.back(batch[number:], self._goes_on())
                return number
            self._deal_with(text, barred)
        return len(batch)

    def _must_stop(self, last_start: dt.datetime) -> bool:
        return self._waits_until is not None or self._clock.now() > last_start

    def _goes_on(self) -> dt.datetime:
        return self._waits_until or self._clock.now()

    def _receiver(self, text: Waiting) -> str:
        return text.recipient or (self._kitchen if text.kind == TextKind.TICKET else "")

    def _deal_with(self, text: Waiting, barred: frozenset[str]) -> None:
        to, now = self._receiver(text), self._clock.now()
        if not to:
            self._outbox.skipped(text, NOBODY, now)
            return
        outgoing = Outgoing(to, text.body, text.id, text.expires_at - now)
        looking = text.doubt_since is not None
        try:
            if text.doubt_since is not None and self._went_out(text, outgoing, text.doubt_since):
                return
            looking = False
            if now >= text.expires_at:
                self._give_up(text, TOO_LATE)
            elif to in barred:
                self._give_up(text, WANTS_NONE)
            else:
                self._sent(text, self._sender.send(outgoing))
        except TextNotSent as failed:
            self._failed(text, to, failed, looking=looking)

    def _went_out(self, text: Waiting, outgoing: Outgoing, since: dt.datetime) -> bool:
        """Whether a text that may have gone out did, as the carrier says; then it is marked so."""
        found = self._sender.find(outgoing, since)
        others = self._outbox.taken(found)
        own = next((reference for reference in found if reference not in others), "")
        log.info("text looked up", kind=text.kind, text=text.id, found=bool(own))
        if own:
            self._sent(text, own)
        return bool(own)

    def _sent(self, text: Waiting, reference: str) -> None:
        self._outbox.sent(text, reference, self._clock.now())
        log.info("text handed over", kind=text.kind, order=text.order_id, reference=reference)

    def _failed(self, text: Waiting, to: str, failed: TextNotSent, *, looking: bool) -> None:
        now = self._clock.now()
        if failed.fate in (Fate.ALL_WAIT, Fate.ALL_REFUSED):
            self._wait(failed, now)
        # While all wait no text uses up its tries.
        tried = self._waits_until is None
        if looking and tried and now >= text.expires_at:
            self._give_up(text, NOT_KNOWN)
        elif failed.fate is Fate.OPTED_OUT:
            self._opt_outs.add(to, now)
            self._give_up(text, WANTS_NONE)
        elif failed.fate is Fate.NEVER and not looking:
            self._give_up(text, failed.reason)
        elif tried and text.attempts + 1 >= MOST_ATTEMPTS:
            self._give_up(text, f"{TOO_OFTEN}: {failed.reason}")
        else:
            doubt = text.doubt_since or (now - self._pace.one_try if failed.fate is Fate.UNKNOWN else None)
            again = self._waits_until or now + self._pause(text, failed.fate)
            self._outbox.later(text, Later(failed.reason, again, tried=tried, doubt_since=doubt))
            log.warning("text not sent yet", kind=text.kind, order=text.order_id, reason=failed.reason)

    def _pause(self, text: Waiting, fate: Fate) -> dt.timedelta:
        """How long until the next try: longer each time, and not the same for all that failed together."""
        pause: dt.timedelta = min(self._pace.first_retry * 2 ** min(text.attempts, 20), self._pace.longest_retry)
        if fate is Fate.UNKNOWN:
            pause = max(pause, self._pace.before_looking)
        return pause + pause * random.uniform(0.0, 0.5)  # noqa: S311

    def _wait(self, failed: TextNotSent, now: dt.datetime) -> None:
        if failed.fate is Fate.ALL_WAIT:
            pause = failed.after if failed.after is not None else self._pace.busy
            self._waits_until = now + pause
            log.warning("all texts wait", reason=failed.reason, seconds=pause.total_seconds())
            return
        self._waits_until = now + self._pace.refused
        log.error(
            "all texts wait: Twilio refuses the account",
            reason=failed.reason,
            do="check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, and at Twilio whether the account is active and paid",
        )

    def _give_up(self, text: Waiting, why: str) -> None:
        self._outbox.dead(text, why, self._clock.now())
        log.error("text given up", kind=text.kind, order=text.order_id, text=text.id, reason=why)


def keep_doing(work: Callable[[], int], seconds: float, stopped: Callable[[float], bool]) -> None:
    """Do the work, at once again while there is some, else after a pause, until `stopped` says so.

    `stopped` waits up to the seconds that it is given and says whether to end.
    """
    pause = 0.0
    while not stopped(pause):
        try:
            pause = 0.0 if work() else seconds
        except StoreUnavailable:
            log.warning("store unavailable, trying again")
            pause = SECONDS_AFTER_TROUBLE
        except Exception as error:  # noqa: BLE001
            # Without this a single surprise would end the texts for as long as the server runs.
            log.error("work in the background failed", error=type(error).__name__)
            pause = SECONDS_AFTER_TROUBLE


def beside_the_server(name: str, work: Callable[[], int], seconds: float) -> threading.Thread:
    """A started thread that keeps doing the work for as long as this process serves, and ends what it has begun."""
    pausing = threading.Event()

    def stopped(pause: float) -> bool:
        # The server's process ends its main thread first and then waits for this one.
        left = pause
        while left > 0 and threading.main_thread().is_alive():
            pausing.wait(min(left, SECONDS_TO_NOTICE_THE_END))
            left -= SECONDS_TO_NOTICE_THE_END
        return not threading.main_thread().is_alive()

    thread = threading.Thread(target=keep_doing, args=(work, seconds, stopped), name=name)
    thread.start()
    return thread


def end_with_parent() -> threading.Thread:
    """A started thread that ends this process, in order, when the one that started it is gone.

    A server's processes whose supervisor was killed would go on answering on its port, beside the next server.
    """
    parent = os.getppid()

    def look() -> int:
        if os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGTERM)
        return 0

    return beside_the_server("parent", look, SECONDS_BETWEEN_LOOKS)
