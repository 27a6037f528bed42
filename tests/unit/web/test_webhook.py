"""Whatever goes wrong behind it, the webhook answers in words that the caller can hear."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
import structlog
from flask.testing import FlaskClient

from kebabalab.db.memory import MemoryCalls
from kebabalab.gateways.clock import SystemClock
from kebabalab.models.call import CallRecord
from kebabalab.models.errors import OutcomeUnknown, StoreUnavailable
from kebabalab.tools.ports import Calls, OpenedCall, Ports
from kebabalab.web.application import create_app
from kebabalab.web.limits import read_limit
from kebabalab.web.metrics import new_metrics
from kebabalab.web.parts import Parts
from kebabalab.web.signature import Gate, SharedSecret
from tests.phone_call import CALLER, SANDWICH_BAR, FixedClock, FixedShop, a_store

PRIVATE = "Zebediah Quagmire"


class FailingCalls:
    """A store on which everything fails in this way."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    @contextmanager
    def open(self, key: str, caller: str, now: dt.datetime, sent_at: dt.datetime | None = None) -> Iterator[OpenedCall]:
        raise self.error
        yield

    def record(self, record: CallRecord) -> None:
        raise self.error


def parts_with(calls: Calls, **changes: Any) -> Parts:
    parts = Parts(
        ports=Ports(calls, FixedShop(SANDWICH_BAR), FixedClock()),
        clock=SystemClock(),
        gate=Gate(),
        limit=read_limit("off"),
        metrics=new_metrics(),
        problems=tuple,
    )
    return replace(parts, **changes)


def client_of(calls: Calls, **changes: Any) -> FlaskClient:
    return create_app(parts_with(calls, **changes)).test_client()


def message(kind: str = "tool-calls", *names: str) -> dict[str, Any]:
    calls = [{"id": f"t{n}", "name": name} for n, name in enumerate(names)]
    customer = {"number": CALLER, "name": PRIVATE}
    return {"message": {"type": kind, "call": {"id": "a1", "customer": customer}, "toolCallList": calls}}


def rows(client: FlaskClient, *names: str) -> list[dict[str, Any]]:
    answer = client.post("/webhook", json=message("tool-calls", *names))
    assert answer.status_code == 200
    assert answer.json is not None
    return [{**row, "error": json.loads(row["error"])} for row in answer.json["results"]]


FAILURES = (StoreUnavailable("OperationalError"), RuntimeError(f"no room for {PRIVATE}"), ZeroDivisionError())


@pytest.mark.parametrize("error", FAILURES, ids=lambda error: type(error).__name__)
def test_when_the_store_fails_each_call_is_asked_to_be_said_again(error: Exception) -> None:
    answered = rows(client_of(FailingCalls(error)), "quickAddItem", "priceCart")
    assert [(row["toolCallId"], row["name"]) for row in answered] == [("t0", "quickAddItem"), ("t1", "priceCart")]
    for row in answered:
        assert row["error"]["ok"] is False
        assert row["error"]["message"] == "Sorry, one moment. Please say that again."
        assert "Nothing was changed" in row["error"]["error"]


def test_when_nobody_knows_what_was_kept_the_model_is_told_to_look() -> None:
    (row,) = rows(client_of(FailingCalls(OutcomeUnknown("x"))), "quickAddItem")
    said = row["error"]
    assert said["message"] == "Sorry, one moment. Let me check that."
    assert "getCartState" in said["error"]
    assert "Nothing was changed" not in said["error"]


def test_when_no_more_calls_can_be_held_the_caller_is_told_to_try_later() -> None:
    client = client_of(MemoryCalls(dt.timedelta(minutes=30), 1))
    other = message("tool-calls", "quickAddItem")
    other["message"]["call"]["id"] = "a2"
    other["message"]["toolCallList"][0]["arguments"] = {"description": "a fizz"}
    client.post("/webhook", json=other)
    (row,) = rows(client, "checkOpen")
    assert "call again in a few minutes" in row["error"]["message"]


@pytest.mark.parametrize("error", FAILURES, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("kind", ("status-update", "end-of-call-report"))
def test_a_report_that_cannot_be_kept_is_answered_all_the_same(kind: str, error: Exception) -> None:
    answer = client_of(FailingCalls(error)).post("/webhook", json=message(kind))
    assert (answer.status_code, answer.json) == (200, {})


def test_a_failure_is_logged_by_its_place_and_never_by_its_words() -> None:
    with structlog.testing.capture_logs() as logged:
        rows(client_of(FailingCalls(RuntimeError(f"no room for {PRIVATE}"))), "quickAddItem")
    assert [line["error"] for line in logged if line["event"] == "message failed"] == ["RuntimeError"]
    assert "test_webhook.py" in str(logged)
    assert PRIVATE not in str(logged)


@pytest.mark.parametrize("error", (StoreUnavailable("x"),), ids=["store"])
def test_a_call_finds_its_assistant_even_while_nobody_can_be_recognised(error: Exception) -> None:
    client = client_of(FailingCalls(error), assistant={"assistantId": "assistant-1"})
    answer = client.post("/webhook", json=message("assistant-request")).json
    assert answer is not None
    assert answer["assistantId"] == "assistant-1"
    assert answer["assistantOverrides"]["variableValues"]["caller_is_known"] == "no"


def test_the_assistant_is_told_from_the_start_who_needs_a_person() -> None:
    store = a_store()
    client = client_of(store, assistant={"assistantId": "assistant-1"})

    def told() -> str:
        answer = client.post("/webhook", json=message("assistant-request")).json
        assert answer is not None
        return str(answer["assistantOverrides"]["variableValues"]["caller_needs_person"])

    assert told() == ""
    store.block(CALLER)
    assert "transferCall" in told()


def test_what_an_assistant_was_set_to_stays_beside_the_callers_context() -> None:
    assistant = {"assistantId": "assistant-1", "assistantOverrides": {"firstMessage": "Hello"}}
    answer = client_of(a_store(), assistant=assistant).post("/webhook", json=message("assistant-request")).json
    assert answer is not None
    assert answer["assistantOverrides"]["firstMessage"] == "Hello"
    assert answer["assistantOverrides"]["variableValues"]["shop_name"] == SANDWICH_BAR.shop.name


def test_a_caller_is_put_through_to_whom_the_shop_names_for_it() -> None:
    shop = FixedShop(replace(SANDWICH_BAR, shop=replace(SANDWICH_BAR.shop, phone="+61255501234", transfer_to="")))
    ports = Ports(a_store(), shop, FixedClock())
    client = client_of(a_store(), ports=ports)
    own = client.post("/webhook", json=message("transfer-destination-request")).json
    shop.data = replace(shop.data, shop=replace(shop.data.shop, transfer_to="+61255505678"))
    other = client.post("/webhook", json=message("transfer-destination-request")).json
    shop.data = replace(shop.data, shop=replace(shop.data.shop, transfer_to="", phone=""))
    nobody = client.post("/webhook", json=message("transfer-destination-request")).json
    assert own is not None
    assert other is not None
    assert nobody is not None
    assert [held["destination"]["number"] for held in (own, other)] == ["+61255501234", "+61255505678"]
    assert list(nobody) == ["error"]


def test_it_is_not_ready_while_anything_is_wrong() -> None:
    client = client_of(a_store(), problems=lambda: ("store_unavailable",))
    answer = client.get("/ready")
    assert (answer.status_code, answer.json) == (503, {"ready": False, "reasons": ["store_unavailable"]})
    assert client.get("/health").status_code == 200


def test_a_page_that_fails_answers_without_its_reason() -> None:
    def failing() -> tuple[str, ...]:
        raise RuntimeError(f"no room for {PRIVATE}")

    with structlog.testing.capture_logs() as logged:
        answer = client_of(a_store(), problems=failing).get("/ready")
    assert (answer.status_code, answer.json) == (500, {"error": "internal_server_error"})
    assert PRIVATE not in str(logged)


def test_what_is_counted_is_shown_to_this_machine_alone() -> None:
    client = client_of(a_store())
    assert client.get("/metrics", environ_base={"REMOTE_ADDR": "127.0.0.1"}).status_code == 200
    assert client.get("/metrics", environ_base={"REMOTE_ADDR": "::1"}).status_code == 200
    for address in ("192.0.2.1", "", "unix"):
        assert client.get("/metrics", environ_base={"REMOTE_ADDR": address}).status_code == 404


def test_a_type_of_message_that_an_attacker_makes_up_is_no_series_of_its_own() -> None:
    client = client_of(a_store())
    for n in range(3):
        client.post("/webhook", json=message(f"made-up-{n}"))
    page = client.get("/metrics").text
    assert 'kebabalab_webhooks_total{type="other"} 3.0' in page
    assert "made-up" not in page


def test_a_call_that_asks_faster_than_anyone_talks_is_asked_to_wait_and_no_other_is() -> None:
    gate = Gate((SharedSecret((b"a-secret-of-tests",)),))
    client = client_of(a_store(), gate=gate, call_limit=read_limit("2/hour"))
    headers = {"X-Vapi-Secret": "a-secret-of-tests"}
    asked = [message("tool-calls", "checkOpen") for _ in range(4)]
    asked[3]["message"]["call"]["id"] = "another"
    answers = [client.post("/webhook", json=one, headers=headers) for one in asked]
    assert [answer.status_code for answer in answers] == [200] * 4
    kinds = [next(iter({"result", "error"} & answer.json["results"][0].keys())) for answer in answers if answer.json]
    assert kinds == ["result", "result", "error", "result"]


def test_the_report_of_a_call_that_asked_too_much_is_kept_all_the_same() -> None:
    gate = Gate((SharedSecret((b"a-secret-of-tests",)),))
    client = client_of(a_store(), gate=gate, call_limit=read_limit("1/hour"))
    headers = {"X-Vapi-Secret": "a-secret-of-tests"}
    for _ in range(2):
        client.post("/webhook", json=message("tool-calls", "checkOpen"), headers=headers)
    assert client.post("/webhook", json=message("end-of-call-report"), headers=headers).json == {}
