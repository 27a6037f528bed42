"""Errors, raised with facts and worded in language.say.

OrderingError                 what a caller can be told
  NotOnTheMenu                item, option or deal that is not sold
  SoldOut                     something in the cart that is not to be had any more
  NotAChoice                  a value that a field of this line does not have
  NeedsChoice                 a line still has a choice open
  QuantityOutOfRange          not 1 to 50
  CartFull                    no more lines
  CartEmpty                   nothing to order
  NoSuchLine                  index out of range
  BadArguments                a tool was called with what it can't take
  UnknownTool
  PickupMissing, PickupPassed, PickupRefused, TimeNotUnderstood
  NameRefused, PhoneRefused, NotesRefused
  KitchenHasBegun             a placed order can't be changed any more
  NothingPlaced               a receipt before an order
  NotYourOrder                someone else's order asked for
  NoHistory                   no earlier order to repeat
  NotYourNumber               a text asked for to a number that is no part of the call
  TakesNoTexts                a landline asked for as a text's receiver
  TooManyTexts                enough texts for one call
  those of models.guards
  NoMenuLink                  the shop has no page to send
ShopFilesBroken               menu or shop file with mistakes, all of them
StoreUnavailable              the store did not answer inside its budget
  OutcomeUnknown              it went away while it was told to keep something
  KeyMissing                  what it holds was encrypted with a key that is not there
TooManyCalls                  no room for another live call
AnotherCaller                 a message of a call that began with another number
OrderExists                   an order of this id is stored already
NoSuchOrder                   no order of this id is stored
StatusNotPossible             an order can't go from the one state to the other
BadMessage                    what came in is no message that we can read
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


class OrderingError(Exception):
    """A refusal that the caller can be told; nothing was changed."""


@dataclass
class NotOnTheMenu(OrderingError):
    """`words` is what was asked for; `nearest` the names of what the shop does sell."""

    words: str
    nearest: tuple[str, ...] = ()


@dataclass
class SoldOut(OrderingError):
    """`gone` names what is in the cart and can't be had any more; `line_name` and `index` are the line's."""

    gone: str
    line_name: str
    index: int


@dataclass
class NotAChoice(OrderingError):
    """`words` is no choice for the `field` of this line; `options` names those that are."""

    line_name: str
    field: str
    words: str
    options: tuple[str, ...] = ()


@dataclass
class NeedsChoice(OrderingError):
    """A line still has a choice open; `ask` is the question."""

    line_name: str
    field: str
    options: tuple[str, ...]
    ask: str


@dataclass
class QuantityOutOfRange(OrderingError):
    """The quantity is not between 1 and `most`."""

    quantity: int
    most: int


@dataclass
class CartFull(OrderingError):
    """The cart has `most` lines already."""

    most: int


class CallTooLarge(OrderingError):
    """What is known of the call is more than is kept of one."""


class CartEmpty(OrderingError):
    """There is nothing in the cart."""


@dataclass
class NoSuchLine(OrderingError):
    """The cart has `count` lines, counted from 0; there is none at `index`."""

    index: int
    count: int


@dataclass
class BadArguments(OrderingError):
    """`problems` says in words, argument by argument, what is wrong."""

    problems: tuple[str, ...]


@dataclass
class UnknownTool(OrderingError):
    """No tool has this name; `nearest` is the one that it looks like, "" for none."""

    name: str
    nearest: str = ""


class PickupMissing(OrderingError):
    """No pickup time has been agreed yet."""


@dataclass
class PickupPassed(OrderingError):
    """The agreed pickup time can't be kept any more."""

    at: dt.datetime
    earliest: dt.datetime


@dataclass
class PickupRefused(OrderingError):
    """The time asked for is not possible; `reason` is too_early, closed or too_far; `instead` is what is possible."""

    reason: str
    asked: dt.datetime
    instead: dt.datetime | None


@dataclass
class TimeNotUnderstood(OrderingError):
    """`words` name no time that we know."""

    words: str


@dataclass
class NameRefused(OrderingError):
    """`name` is not 1 to 60 letters, or is a placeholder."""

    name: str


@dataclass
class PhoneRefused(OrderingError):
    """`phone` is no valid number, or there is none; `missing` when none was given at all."""

    missing: bool = False


class NotesRefused(OrderingError):
    """The notes are too long or hold control characters."""


@dataclass
class KitchenHasBegun(OrderingError):
    """The order `display` is being made: it can't be changed."""

    display: str


class NothingPlaced(OrderingError):
    """No order has been placed in this call."""


class NotYourOrder(OrderingError):
    """The number is neither the caller's nor one that was ordered for in this call."""


class NoHistory(OrderingError):
    """The caller has no earlier order."""


class NotYourNumber(OrderingError):
    """Texts go only to the caller's number and to those that were ordered for in this call."""


@dataclass
class TakesNoTexts(OrderingError):
    """`phone` is a line that no text can be sent to."""

    phone: str


@dataclass
class TooManyTexts(OrderingError):
    """The call has sent its `most` texts."""

    most: int


class NoMenuLink(OrderingError):
    """The shop has no page with its menu."""


@dataclass
class ShopFilesBroken(Exception):
    """The shop's files have mistakes; `problems` is one line each, with file and line number."""

    problems: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join(self.problems)


class StoreUnavailable(Exception):
    """The store did not answer inside its budget; nothing was changed."""


class OutcomeUnknown(StoreUnavailable):
    """The store went away while it was told to keep something; nobody knows whether it did."""


class KeyMissing(StoreUnavailable):
    """What is kept can't be read with the keys that are set; the text says which one is missing, never a value."""


class TooManyCalls(Exception):
    """The number of live calls is at its limit."""


class AnotherCaller(Exception):
    """The message names a call that began with another number: it is shown nothing of that call."""


@dataclass
class OrderExists(Exception):
    """An order of this id is stored already; nothing was changed."""

    order_id: str


@dataclass
class NoSuchOrder(Exception):
    """No order of this id is stored."""

    order_id: str


@dataclass
class StatusNotPossible(Exception):
    """The order can't go from `before` to `after` (states of an order, by name); nothing was changed."""

    order_id: str
    before: str
    after: str


class BadMessage(Exception):
    """What came in can't be read; the text says why and repeats nothing of it."""


class StaffNameRefused(Exception):
    """It is no name for an account: 2 to 30 letters, digits, dots or dashes."""


class DeviceNameRefused(Exception):
    """It is no name for a device: 1 to 40 characters on one line."""


class PasswordRefused(Exception):
    """It is no password to be set; the text says why, for whoever chose it."""


@dataclass
class StaffExists(Exception):
    """There is an account of this name; nothing was changed."""

    name: str


@dataclass
class NoSuchStaff(Exception):
    """There is no account of this name."""

    name: str


class WrongPassword(Exception):
    """Name and password, or a code, are not right; which of them is not said."""


@dataclass
class TooManyTries(Exception):
    """Whoever tries has been wrong too often; `wait` is how long nothing is tried for them."""

    wait: dt.timedelta


class StaffDoorBusy(Exception):
    """So many passwords are being checked that this one was not."""
