"""The arguments of the tools that promise, place, repeat and text orders; descriptions are product text."""

from __future__ import annotations

from pydantic import Field, model_validator

from kebabalab.validators.schemas import Arguments, Flag, NoArguments, Text

__all__ = ["CreateOrder", "EndCall", "NoArguments", "RepeatLastOrder", "SendText", "SetPickupTime"]

_OWN_NUMBER = "Leave out: the caller's own number is used. Only a number that was ordered for in this call is taken."


class SetPickupTime(Arguments):
    """When the caller comes."""

    requested_time: Text = Field(
        description="The caller's own words for when they come: in twenty minutes, six thirty, tomorrow at noon, "
        "as soon as possible."
    )

    @model_validator(mode="before")
    @classmethod
    def _under_its_name(cls, data: object) -> object:
        if isinstance(data, dict) and len(data) == 1:
            return {"requested_time": next(iter(data.values()))}
        return data


class CreateOrder(Arguments):
    """Who the order is for, and what the kitchen must know."""

    customer_name: Text = Field(default="", description="The name that the caller gave; left out if they gave none.")
    customer_phone: Text = Field(
        default="", description="Only if the caller gave another number than the one they are calling from."
    )
    notes: Text = Field(
        default="",
        description="What the kitchen must know besides the items, such as an allergy, in the caller's words.",
    )
    send_sms: Flag = Field(default=True, alias="sendSMS", description="False only if the caller wants no text message.")


class RepeatLastOrder(Arguments):
    """Whose latest order."""

    phone_number: Text = Field(default="", description=_OWN_NUMBER)


class SendText(Arguments):
    """Where a text goes."""

    phone_number: Text = Field(default="", description=_OWN_NUMBER)


class EndCall(Arguments):
    """Why the call ends."""

    reason: Text = Field(default="", description="Why the call ends, in a few words.")
