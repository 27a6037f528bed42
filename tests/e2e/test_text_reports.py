"""What Twilio tells of texts is heard over real HTTP when Twilio signed it, and by nobody else."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kebabalab.cli.temporary_server import TemporaryServer, serving
from kebabalab.db.connection import Database
from kebabalab.db.opt_outs import OptOuts
from kebabalab.db.texts_book import TextsBook, TextSeen
from tests.e2e.wire import Call
from tests.fake_twilio import FROM, SID, TOKEN, FakeTwilio, post, signed_post, twilio
from tests.vaults import with_own_keys

# What a proxy in front of us would be called: Twilio signs this address, whatever reaches us.
PUBLIC = "https://line.example"
CALLER = "+61491570156"
KITCHEN = "+61491570110"
SETTINGS = {
    "TWILIO_ACCOUNT_SID": SID,
    "TWILIO_AUTH_TOKEN": TOKEN,
    "TWILIO_FROM": FROM,
    "SHOP_ORDER_TO": KITCHEN,
}


@pytest.fixture(scope="module")
def fake() -> Iterator[FakeTwilio]:
    with twilio() as running:
        yield running


@pytest.fixture(scope="module")
def server(fake: FakeTwilio, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TemporaryServer]:
    settings = {**SETTINGS, "TWILIO_BASE_URL": fake.url, "PUBLIC_URL": PUBLIC}
    with serving(tmp_path_factory.mktemp("reports"), settings) as running:
        yield running


@pytest.fixture
def database(server: TemporaryServer) -> Iterator[Database]:
    held = with_own_keys(f"sqlite:///{server.folder / 'calls.db'}")
    yield held
    held.close()


def a_sent_text(server: TemporaryServer, database: Database, fake: FakeTwilio) -> TextSeen:
    """The menu's link, texted in a call of its own and taken by Twilio."""
    before = len(fake.taken)
    assert Call(server.url, CALLER).tool("sendMenuLink")["queued"]
    ends = time.monotonic() + 20
    while TextsBook(database).latest(1)[0].state != "sent" and time.monotonic() < ends:
        time.sleep(0.05)
    assert len(fake.taken) == before + 1
    return TextsBook(database).latest(1)[0]


def arrived(fake: FakeTwilio, to: str, count: int) -> list[str]:
    """What arrived at this number, once there are so many."""
    ends = time.monotonic() + 20
    while time.monotonic() < ends:
        bodies = [message.body for message in list(fake.taken) if message.to == to]
        if len(bodies) >= count:
            return bodies
        time.sleep(0.05)
    raise AssertionError(f"fewer than {count} texts came to {to}")


def told(server: TemporaryServer, path: str, form: dict[str, str], token: str = TOKEN) -> int:
    """The answer to what Twilio signs for the public address, sent on to the server as a proxy does."""
    from twilio.request_validator import RequestValidator

    return post(f"{server.url}{path}", form, RequestValidator(token).compute_signature(f"{PUBLIC}{path}", form))


def a_report(fake: FakeTwilio, status: str, **more: str) -> dict[str, str]:
    return {"MessageSid": fake.taken[-1].sid, "MessageStatus": status, "To": CALLER, "From": FROM, **more}


def test_a_delivery_is_kept_with_the_text(server: TemporaryServer, database: Database, fake: FakeTwilio) -> None:
    text = a_sent_text(server, database, fake)
    path = fake.taken[-1].form["StatusCallback"].removeprefix(PUBLIC)
    assert path == f"/twilio/status?text={text.id}"
    assert told(server, path, a_report(fake, "delivered")) == 204
    assert TextsBook(database).latest(1)[0].delivery == "delivered"


def test_a_text_that_did_not_arrive_is_shown_to_staff(
    server: TemporaryServer, database: Database, fake: FakeTwilio
) -> None:
    text = a_sent_text(server, database, fake)
    told(server, f"/twilio/status?text={text.id}", a_report(fake, "undelivered", ErrorCode="30003"))
    assert TextsBook(database).latest(1, dead=True)[0].problem == "undelivered, code 30003"


@pytest.mark.parametrize("signed", ("not", "by another", "for another text"))
def test_what_twilio_did_not_sign_is_refused_and_changes_nothing(
    server: TemporaryServer, database: Database, fake: FakeTwilio, signed: str
) -> None:
    text = a_sent_text(server, database, fake)
    path, form = f"/twilio/status?text={text.id}", a_report(fake, "undelivered")
    if signed == "not":
        answer = post(f"{server.url}{path}", form, "")
    elif signed == "by another":
        answer = told(server, path, form, "another token")
    else:
        answer = signed_post(f"{server.url}{path}", form)
    assert answer == 403
    assert TextsBook(database).latest(1)[0].delivery == ""


@pytest.mark.parametrize("text", ("", "x", "-1", "9" * 19, "99999999"))
def test_a_report_of_no_text_of_ours_is_no_failure(server: TemporaryServer, text: str) -> None:
    form = {"MessageSid": "SM9", "MessageStatus": "delivered"}
    assert told(server, f"/twilio/status?text={text}", form) in {204, 400}


def test_stop_and_start_are_heard(server: TemporaryServer, database: Database) -> None:
    path = "/twilio/message"
    assert told(server, path, {"From": CALLER, "To": FROM, "Body": " stop "}) == 200
    assert OptOuts(database).among([CALLER]) == {CALLER}
    assert told(server, path, {"From": CALLER, "To": FROM, "Body": "thanks, start without me"}) == 200
    assert OptOuts(database).among([CALLER]) == {CALLER}
    assert told(server, path, {"From": CALLER, "To": FROM, "Body": "Start"}) == 200
    assert OptOuts(database).among([CALLER]) == frozenset()


def test_a_report_that_twilio_refused_for_an_opt_out_is_remembered(
    server: TemporaryServer, database: Database, fake: FakeTwilio
) -> None:
    text = a_sent_text(server, database, fake)
    told(server, f"/twilio/status?text={text.id}", a_report(fake, "failed", ErrorCode="21610"))
    assert OptOuts(database).drop(CALLER)


def test_a_server_that_twilio_does_not_know_of_believes_nobody(own_folder: Path) -> None:
    with serving(own_folder, {}) as running:
        assert signed_post(f"{running.url}/twilio/status?text=1", {"MessageSid": "SM1"}, "") == 403


def test_a_caller_and_the_kitchen_hear_of_an_order_from_placed_to_cancelled(
    server: TemporaryServer, fake: FakeTwilio
) -> None:
    caller = "+61491570159"
    call = Call(server.url, caller)
    call.tool("quickAddItem", description="two ayran")
    call.tool("setPickupTime", requestedTime="tomorrow at 7 pm")
    placed = call.tool("createOrder", customerName="Sam")
    arrived(fake, caller, 1)
    server.command("orders", "amend", placed["orderNumber"], "--line", "1", "--quantity", "1")
    arrived(fake, caller, 2)
    server.command("orders", "status", placed["orderNumber"], "preparing")
    server.command("orders", "status", placed["orderNumber"], "ready")
    arrived(fake, caller, 3)
    server.command("orders", "status", placed["orderNumber"], "cancelled", "--reason", "no gas")
    number = placed["displayOrderNumber"]
    placed_, changed, ready, cancelled = arrived(fake, caller, 4)
    assert f"order {number} for Sam" in placed_
    assert f"order {number} changed, for Sam\n1 x Ayran" in changed
    assert f"your order {number} is ready" in ready
    assert f"order {number} for Sam is cancelled. no gas" in cancelled
    tickets = arrived(fake, KITCHEN, 3)
    assert [ticket.split("\n")[0] for ticket in tickets] == [
        f"{number} NEW", f"{number} CHANGED 2", f"{number} CANCELLED",
    ]  # fmt: skip
