"""The arguments of the order tools are taken in the shapes that models send them."""

from __future__ import annotations

import pytest

from kebabalab.models.errors import BadArguments
from kebabalab.validators.arguments import check
from kebabalab.validators.schemas_orders import CreateOrder, EndCall, NoArguments, RepeatLastOrder, SetPickupTime


@pytest.mark.parametrize(
    "raw",
    (
        {"customerName": "José", "customerPhone": "0491570006", "notes": None, "sendSMS": False},
        {"customer_name": "José", "customer_phone": "0491570006", "send_sms": "false"},
        {"customerName": " José ", "customerPhone": "0491570006", "sendSms": 0, "table": 4},
    ),
)
def test_an_orders_arguments_mean_the_same_in_every_spelling(raw: dict[str, object]) -> None:
    expected = CreateOrder(customer_name="José", customer_phone="0491570006", send_sms=False)
    assert check(CreateOrder, raw) == expected


def test_a_phone_number_sent_as_a_number_is_its_digits() -> None:
    assert check(RepeatLastOrder, {"phoneNumber": 61491570006}).phone_number == "61491570006"


def test_nothing_given_is_nothing_and_texts_are_on() -> None:
    assert check(CreateOrder, {}) == CreateOrder(customer_name="", customer_phone="", notes="", send_sms=True)


@pytest.mark.parametrize("raw", ({"requestedTime": "6pm"}, {"time": "6pm"}, {"arguments": {"pickup_time": "6pm"}}))
def test_a_time_is_taken_under_whatever_name_it_comes(raw: dict[str, object]) -> None:
    assert check(SetPickupTime, raw).requested_time == "6pm"


@pytest.mark.parametrize(
    ("schema", "raw"),
    (
        (SetPickupTime, {}),
        (SetPickupTime, {"requestedTime": {"hour": 6}}),
        (CreateOrder, {"customerName": ["a", {"b": 1}]}),
        (CreateOrder, {"notes": "x" * 10_000}),
        (CreateOrder, {"sendSMS": "perhaps"}),
    ),
)
def test_what_has_no_meaning_is_refused_by_name(schema: type[CreateOrder], raw: dict[str, object]) -> None:
    with pytest.raises(BadArguments) as refused:
        check(schema, raw)
    assert (next(iter(raw), "requestedTime")) in refused.value.problems[0]


def test_tools_without_arguments_mind_none() -> None:
    assert check(NoArguments, {"reason": "because"}) == NoArguments()
    assert check(EndCall, {"reason": "done"}).reason == "done"


def test_the_schema_names_the_wires_fields() -> None:
    assert set(CreateOrder.model_json_schema()["properties"]) == {"customerName", "customerPhone", "notes", "sendSMS"}
    assert SetPickupTime.model_json_schema()["required"] == ["requestedTime"]
