"""Texts go to Twilio's API as it documents them, and each of its answers is taken for what it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from kebabalab.cli.temporary_server import free_port
from kebabalab.gateways.sms import Fate, Outgoing, TextNotSent
from kebabalab.gateways.twilio_sms import TwilioAccount, TwilioSender
from tests.fake_twilio import FROM, SID, TOKEN, FakeTwilio, Troubles, twilio

TO, OTHER = "+61491570156", "+61491570157"
TEXT = Outgoing(TO, "Order 047 is ready at 6:15 PM.", 7, dt.timedelta(minutes=30))


@pytest.fixture
def fake() -> Iterator[FakeTwilio]:
    with twilio() as running:
        yield running


def sender(fake: FakeTwilio, **account: Any) -> TwilioSender:
    return TwilioSender(replace(TwilioAccount(SID, TOKEN, FROM, fake.url), **account))


def a_minute_ago() -> dt.datetime:
    return dt.datetime.now(dt.UTC) - dt.timedelta(minutes=1)


def failure(fake: FakeTwilio, text: Outgoing = TEXT, **account: Any) -> TextNotSent:
    with pytest.raises(TextNotSent) as failed:
        sender(fake, **account).send(text)
    assert TO not in failed.value.reason
    return failed.value


def test_a_text_is_posted_to_the_account_and_is_dropped_when_it_is_worth_nothing_any_more(fake: FakeTwilio) -> None:
    reference = sender(fake).send(TEXT)
    (taken,) = fake.taken
    assert taken.sid == reference
    assert taken.form == {"To": TO, "From": FROM, "Body": TEXT.body, "ValidityPeriod": "1800"}


def test_twilio_is_told_where_to_report_what_became_of_a_text(fake: FakeTwilio) -> None:
    sender(fake, public_url="https://line.example").send(TEXT)
    assert fake.taken[0].form["StatusCallback"] == "https://line.example/twilio/status?text=7"


@pytest.mark.parametrize(
    ("troubles", "fate", "taken"),
    (
        (Troubles(busy=1.0, retry_after=7), Fate.ALL_WAIT, 0),
        (Troubles(error=1.0), Fate.UNKNOWN, 0),
        (Troubles(unavailable=1.0, taken=1.0), Fate.UNKNOWN, 1),
        (Troubles(dropped=1.0), Fate.UNKNOWN, 0),
        (Troubles(lost=1.0), Fate.UNKNOWN, 1),
    ),
    ids=("busy", "error", "unavailable", "dropped", "lost"),
)
def test_a_bad_day_of_twilios_tells_what_is_known_of_the_text(troubles: Troubles, fate: Fate, taken: int) -> None:
    with twilio(FakeTwilio(troubles)) as fake:
        assert failure(fake).fate is fate
        assert len(fake.taken) == taken


def test_an_answer_that_does_not_come_in_time_leaves_the_text_in_doubt() -> None:
    with twilio(FakeTwilio(Troubles(late=1.0, slow=1.0))) as fake:
        assert failure(fake, seconds=0.1).fate is Fate.UNKNOWN
        assert fake.bodies == [TEXT.body]


def test_how_long_to_wait_is_taken_from_the_answer() -> None:
    with twilio(FakeTwilio(Troubles(busy=1.0, retry_after=7))) as fake:
        assert failure(fake).after == dt.timedelta(seconds=7)


def test_who_wants_no_texts_is_told_apart_from_who_can_get_none(fake: FakeTwilio) -> None:
    fake.opted_out.add(TO)
    fake.landlines.add(OTHER)
    assert failure(fake).fate is Fate.OPTED_OUT
    assert failure(fake, replace(TEXT, to=OTHER)).fate is Fate.NEVER


def test_a_number_that_is_none_is_never_tried_again(fake: FakeTwilio) -> None:
    fake.invalid.add(TO)
    assert (failure(fake).fate, failure(fake).reason) == (Fate.NEVER, "Twilio answered 400, code 21211")


def test_wrong_credentials_are_no_fault_of_the_text(fake: FakeTwilio) -> None:
    assert failure(fake, token="wrong").fate is Fate.ALL_REFUSED


def test_an_api_that_is_not_there_has_certainly_taken_nothing() -> None:
    with pytest.raises(TextNotSent) as failed:
        TwilioSender(TwilioAccount(SID, TOKEN, FROM, f"http://127.0.0.1:{free_port()}")).send(TEXT)
    assert failed.value.fate is Fate.LATER


def test_what_was_taken_is_found_by_receiver_and_words_the_oldest_first(fake: FakeTwilio) -> None:
    held = sender(fake)
    first, _other, _elsewhere, second = (
        held.send(TEXT),
        held.send(replace(TEXT, body="Another")),
        held.send(replace(TEXT, to=OTHER)),
        held.send(TEXT),
    )
    assert held.find(TEXT, a_minute_ago()) == (first, second)


def test_what_was_taken_is_found_behind_many_others(fake: FakeTwilio) -> None:
    held = sender(fake)
    reference = held.send(TEXT)
    for number in range(120):
        fake.take({"To": TO, "From": FROM, "Body": f"Order {number}"})
    assert held.find(TEXT, a_minute_ago()) == (reference,)
    assert fake.asked["looked up"] == 2


def test_what_was_taken_long_before_is_another_text(fake: FakeTwilio) -> None:
    held = sender(fake)
    held.send(TEXT)
    assert held.find(TEXT, dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)) == ()


def test_a_list_that_can_not_be_had_is_no_empty_list(fake: FakeTwilio) -> None:
    fake.refuses_account = True
    with pytest.raises(TextNotSent):
        sender(fake).find(TEXT, a_minute_ago())
