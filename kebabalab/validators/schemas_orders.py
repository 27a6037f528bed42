"""The arguments of the tools that promise, place, repeat and text orders; their descriptions are what the model reads."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.alias_generators import to_camel

LONGEST_TEXT = 2000


def _absent_as_empty(value: object) -> object:
    return "" if value is None else value


def _absent_as_yes(value: object) -> object:
    return True if value is None or value == "" else value


# Models write null for what they were not told, and numbers where digits are meant.
Words = Annotated[str, BeforeValidator(_absent_as_empty), Field(max_length=LONGEST_TEXT)]
YesUnlessNo = Annotated[bool, BeforeValidator(_absent_as_yes)]


class Spoken(BaseModel):
    """Arguments by their wire names; numbers are taken for their digits, what is not known is left out."""

    model_config = ConfigDict(
        alias_generator=to_camel,
        populate_by_name=True,
        frozen=True,
        extra="ignore",
        str_strip_whitespace=True,
        coerce_numbers_to_str=True,
    )


class NoArguments(Spoken):
    """A tool that takes none."""


class SetPickupTime(Spoken):
    """When the caller comes."""

    requested_time: Words = Field(
        description="The caller's own words for when they come: in twenty minutes, six thirty, tomorrow at noon, "
        "as soon as possible."
    )


class CreateOrder(Spoken):
    """Who the order is for, and what the kitchen must know."""

    customer_name: Words = Field(default="", description="The name the caller gave. Leave out if they gave none.")
    customer_phone: Words = Field(
        default="", description="Only if the caller asked for another number than the one they are calling from."
    )
    notes: Words = Field(
        default="",
        description="What the kitchen must know besides the items, such as an allergy, in the caller's words.",
    )
    send_sms: YesUnlessNo = Field(
        default=True, alias="sendSMS", description="False only if the caller wants no text message."
    )


class RepeatLastOrder(Spoken):
    """Whose latest order."""

    phone_number: Words = Field(
        default="", description="Leave out: the caller's own number is used. Only a number used in this call is allowed."
    )


class SendText(Spoken):
    """Where a text goes."""

    phone_number: Words = Field(
        default="", description="Leave out: the caller's own number is used. Only a number used in this call is allowed."
    )


class EndCall(Spoken):
    """Why the call ends."""

    reason: Words = Field(default="", description="Why the call ends, in a few words.")
