"""What Twilio tells of texts is passed on when it is signed, and the sender is answered whatever happens behind."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial

import pytest
from flask.testing import FlaskClient
from twilio.request_validator import RequestValidator

from kebabalab.gateways.clock import SystemClock
from kebabalab.gateways.twilio_sms import is_from_twilio
from kebabalab.models.errors import StoreUnavailable
from kebabalab.tools.ports import Ports
from kebabalab.web.application import create_app
from kebabalab.web.limits import read_limit
from kebabalab.web.metrics import new_metrics
from kebabalab.web.parts import Parts
from kebabalab.web.signature import Gate
from kebabalab.web.twilio_status import TwilioReports
from tests.phone_call import SANDWICH_BAR, FixedClock, FixedShop, a_store

TOKEN, PUBLIC = "a-token-of-tests", "https://line.example"
REPORT = {"MessageSid": "SM1", "MessageStatus": "delivered", "To": "+61491570156"}


@dataclass
class Heard:
    """What was passed on; a store that fails, if told so."""

    reports: list[tuple[int, str, str, str]] = field(default_factory=list)
    wishes: list[tuple[str, bool]] = field(default_factory=list)
    fails: bool = False

    def report(self, *told: object) -> None:
        if self.fails:
            raise StoreUnavailable("x")
        self.reports.append(told)  # type: ignore[arg-type]

    def wants_texts(self, *told: object) -> None:
        if self.fails:
            raise StoreUnavailable("x")
        self.wishes.append(told)  # type: ignore[arg-type]


def client_of(heard: Heard | None, limit: str = "off") -> FlaskClient:
    parts = Parts(
        ports=Ports(a_store(), FixedShop(SANDWICH_BAR), FixedClock()),
        clock=SystemClock(),
        gate=Gate(),
        limit=read_limit(limit),
        metrics=new_metrics(),
        problems=lambda: (),
    )
    if heard is not None:
        signed = partial(is_from_twilio, TOKEN)
        parts = replace(parts, twilio=TwilioReports(PUBLIC, signed, heard.report, heard.wants_texts))
    return create_app(parts).test_client()


def told(client: FlaskClient, path: str, form: dict[str, str], signature: str = "") -> int:
    signature = signature or RequestValidator(TOKEN).compute_signature(f"{PUBLIC}{path}", form)
    return client.post(path, data=form, headers={"X-Twilio-Signature": signature}).status_code


def test_a_report_is_passed_on_with_the_text_that_its_address_names() -> None:
    heard = Heard()
    assert told(client_of(heard), "/twilio/status?text=7", REPORT) == 204
    assert heard.reports == [(7, "SM1", "delivered", "")]


def test_a_report_of_an_opt_out_is_passed_on_as_a_wish_too() -> None:
    heard = Heard()
    told(client_of(heard), "/twilio/status?text=7", {**REPORT, "MessageStatus": "failed", "ErrorCode": "21610"})
    assert heard.reports == [(7, "SM1", "failed", "21610")]
    assert heard.wishes == [("+61491570156", False)]


@pytest.mark.parametrize("text", ("", "x", "٣", "1" * 19))
def test_an_address_that_names_no_text_is_refused(text: str) -> None:
    heard = Heard()
    client = client_of(heard)
    path = f"/twilio/status?text={text}"
    signature = RequestValidator(TOKEN).compute_signature(f"{PUBLIC}{path}", REPORT)
    assert told(client, path, REPORT, signature) in {400, 403}
    assert heard.reports == []


@pytest.mark.parametrize(
    ("form", "wishes"),
    (
        ({"Body": "STOP"}, [("+61491570156", False)]),
        ({"Body": "unstop"}, [("+61491570156", True)]),
        ({"Body": "anything", "OptOutType": "STOP"}, [("+61491570156", False)]),
        ({"Body": "please stop"}, []),
        ({}, []),
    ),
)
def test_of_what_people_text_only_stop_and_start_are_heard(
    form: dict[str, str], wishes: list[tuple[str, bool]]
) -> None:
    heard = Heard()
    assert told(client_of(heard), "/twilio/message", {"From": "+61491570156", **form}) == 200
    assert heard.wishes == wishes


@pytest.mark.parametrize("path", ("/twilio/status?text=7", "/twilio/message"))
def test_what_is_not_signed_is_refused_and_not_passed_on(path: str) -> None:
    heard = Heard()
    assert told(client_of(heard), path, {**REPORT, "From": "+61491570156", "Body": "STOP"}, "wrong") == 403
    assert told(client_of(None), path, REPORT) == 403
    assert (heard.reports, heard.wishes) == ([], [])


def test_who_keeps_trying_signatures_is_kept_out_after_a_while() -> None:
    client = client_of(Heard(), "2/minute")
    answers = [told(client, "/twilio/status?text=7", REPORT, "wrong") for _ in range(3)]
    assert answers == [403, 403, 429]
    assert told(client, "/twilio/status?text=7", REPORT) == 204


@pytest.mark.parametrize("path", ("/twilio/status?text=7", "/twilio/message"))
def test_while_the_store_is_away_twilio_is_told_to_try_again(path: str) -> None:
    assert told(client_of(Heard(fails=True)), path, {**REPORT, "From": "+61491570156", "Body": "STOP"}) == 503
