"""What happens after the commit: waiting texts are sent, what has expired is cleared, until told to stop."""

from __future__ import annotations

import datetime as dt
import os
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass

import structlog

from kebabalab.db.outbox import Outbox, Waiting
from kebabalab.gateways.sms import Sender, TextNotSent
from kebabalab.models.errors import StoreUnavailable
from kebabalab.tools.ports import Clock

log = structlog.get_logger()

TICKET = "ticket"
AT_ONCE = 10
MOST_ATTEMPTS = 8
# As long as a claim may take: ten texts, each with the whole of its time-out.
LEASE = dt.timedelta(minutes=3)
FIRST_RETRY = dt.timedelta(seconds=10)
LONGEST_RETRY = dt.timedelta(minutes=30)
SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_TO_NOTICE_THE_END = 0.25
SECONDS_AFTER_TROUBLE = 5.0


@dataclass(frozen=True, slots=True)
class Texts:
    """Sends what waits in the outbox. `kitchen` is the E.164 number that gets the tickets, "" for nobody."""

    outbox: Outbox
    sender: Sender
    clock: Clock
    kitchen: str = ""

    def send_waiting(self) -> int:
        """Send the texts that are due, each marked as soon as it went. Returns how many there were."""
        waiting = self.outbox.claim(self.clock.now(), AT_ONCE, LEASE)
        for text in waiting:
            self._send(text)
        return len(waiting)

    def _send(self, text: Waiting) -> None:
        to = text.recipient or (self.kitchen if text.kind == TICKET else "")
        if not to:
            self.outbox.dead(text, "nobody to send it to", self.clock.now())
            return
        try:
            reference = self.sender.send(to, text.body)
        except TextNotSent as failed:
            self._try_later(text, failed)
            return
        self.outbox.sent(text, self.clock.now())
        log.info("text handed over", kind=text.kind, to=to, reference=reference)

    def _try_later(self, text: Waiting, failed: TextNotSent) -> None:
        now = self.clock.now()
        if failed.lasting or text.attempts + 1 >= MOST_ATTEMPTS:
            self.outbox.dead(text, failed.reason, now)
            log.error("text given up", kind=text.kind, order=text.order_id, reason=failed.reason)
            return
        again = now + min(FIRST_RETRY * 3**text.attempts, LONGEST_RETRY)
        self.outbox.failed(text, failed.reason, again)
        log.warning("text not sent yet", kind=text.kind, order=text.order_id, reason=failed.reason)


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
