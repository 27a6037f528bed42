"""Nobody spends the shop's texts or fills its kitchen with nonsense: each guard here has a test that needs it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from kebabalab.models.facts import Facts
from kebabalab.models.money import Money
from kebabalab.models.order import Status
from kebabalab.models.order_change import By
from kebabalab.models.shop import Limits
from kebabalab.tools.staff_changes import Amendment, amended, told, with_status
from tests.phone_call import NOW, FixedClock, FixedShop, PhoneCall, Reply, a_store, kebab_shop

CALLER, OTHER, THIRD = "+61491570006", "+61491570156", "+61491570157"
LANDLINE, TOLL_FREE, PREMIUM = "+61255501234", "+611800975707", "+611900654321"  # allow-secret: each shows its range
NEW_ZEALAND, JAMAICA, SATELLITE = "+6421123456", "+18764201234", "+88213300000"  # allow-secret: each shows its range
NO_MORE_IN_CALL = "Sorry, I can't send any more texts in this call."
NO_MORE_TODAY = "Sorry, I can't send any more texts today."
STOPPED = "Sorry, I can't send a text, because this number has asked us for no more texts."
ABROAD = "Sorry, I can't send texts to numbers of other countries."


@dataclass
class Line:
    """The shop's phone line with these limits: every call of it is on one store."""

    limits: Limits = field(default_factory=Limits)
    total: Money | None = None
    transfer_to: str = "+61370101234"
    calls: int = 0

    def __post_init__(self) -> None:
        held = kebab_shop()
        shop = replace(held.shop, limits=self.limits, order_limit=self.total, transfer_to=self.transfer_to)
        self.shop = FixedShop(replace(held, shop=shop))
        self.clock, self.store = FixedClock(), a_store()

    def call(self, caller: str = CALLER) -> PhoneCall:
        """A new call."""
        self.calls += 1
        return PhoneCall(f"call:{self.calls}", caller, self.shop, self.clock, self.store)

    def order(self, caller: str = CALLER, words: str = "a coke", at: str = "in an hour", **said: Any) -> Reply:
        """What createOrder answers in a new call."""
        call = self.call(caller)
        assert call.add(words)["ok"]
        call.tool("setPickupTime", requestedTime=at)
        return call.tool("createOrder", customerName="Ana", **said)

    def not_fetched(self, phone: str = CALLER) -> None:
        """An order of this number that nobody came for."""
        placed = self.order(phone)
        self.store.change_status(placed["orderNumber"], Status.NO_SHOW, "staff:ana", self.clock.now())

    @property
    def texted(self) -> list[str]:
        """Whom the shop has texted, in order."""
        return [text.to for text in self.store.texts if text.to]


def is_put_to_a_person(reply: Reply, line: Line) -> bool:
    """Whether the caller is led to somebody: put through, or told the number to ring."""
    if line.transfer_to:
        return reply["message"].endswith("I'll put you through.") and "call transferCall" in reply["error"]
    return "Please ring the shop on zero three, seven zero one zero" in reply["message"]


def test_no_text_goes_to_a_number_that_is_no_part_of_the_call() -> None:
    line = Line()
    assert not line.call().tool("sendMenuLink", phoneNumber=OTHER)["ok"]
    assert line.texted == []


@pytest.mark.parametrize("caller", (LANDLINE, TOLL_FREE, PREMIUM, SATELLITE, "+61131114", "+61000"))
def test_only_mobiles_are_texted(caller: str) -> None:
    line = Line()
    reply = line.call(caller).tool("sendMenuLink")
    assert (reply["ok"], line.texted) == (False, [])
    assert "can't get texts" in reply["message"]


@pytest.mark.parametrize("caller", (NEW_ZEALAND, JAMAICA))
def test_no_text_goes_abroad(caller: str) -> None:
    line = Line()
    reply = line.call(caller).tool("sendMenuLink")
    assert (reply["ok"], reply["message"], line.texted) == (False, ABROAD, [])


def test_a_country_that_the_shop_names_is_texted_and_its_own_still_is() -> None:
    line = Line(Limits(text_countries=("NZ",)))
    assert [line.call(one).tool("sendMenuLink")["ok"] for one in (NEW_ZEALAND, CALLER, JAMAICA)] == [True, True, False]


def test_an_order_from_abroad_stands_and_the_caller_hears_that_no_text_comes() -> None:
    line = Line()
    reply = line.order(NEW_ZEALAND)
    assert reply["ok"]
    assert reply["message"].endswith(ABROAD)
    assert (line.texted, len(line.store.orders)) == ([], 1)


def test_nobody_has_a_stranger_abroad_texted_by_ordering_for_them() -> None:
    line = Line()
    assert line.order(customerPhone=JAMAICA)["message"].endswith(ABROAD)
    assert line.texted == []


def test_staff_text_nobody_abroad_either() -> None:
    line = Line()
    line.order(NEW_ZEALAND)
    (order,) = line.store.orders
    held, by = line.shop.data, By("staff:ana", NOW)
    preparing = replace(order, status=Status.PREPARING)
    ready = with_status(preparing, Status.READY, by)
    assert ready is not None
    assert told(ready, held.shop, by).texts == ()
    changed = amended(order, Amendment(notes="no ice"), by, Facts(NOW, held.menu, held.shop))
    assert changed is not None
    assert [text.to for text in changed.texts] == [""]


def test_an_order_for_a_premium_number_is_not_taken() -> None:
    line = Line()
    assert not line.order(customerPhone="1900 654 321")["ok"]
    assert line.store.orders == ()


def test_who_has_sent_stop_is_told_that_no_text_can_be_sent() -> None:
    line = Line()
    line.store.opt_out(CALLER)
    reply = line.call().tool("sendMenuLink")
    assert (reply["ok"], reply["message"], line.texted) == (False, STOPPED, [])


def test_an_order_of_who_has_sent_stop_stands_and_promises_no_text() -> None:
    line = Line()
    line.store.opt_out(CALLER)
    reply = line.order()
    assert reply["ok"]
    assert reply["message"].endswith(STOPPED)
    assert "you will get a text" not in reply["message"].lower()
    assert line.texted == []


def test_who_orders_for_somebody_that_has_sent_stop_is_told() -> None:
    line = Line()
    line.store.opt_out(OTHER)
    assert line.order(CALLER, customerPhone=OTHER)["message"].endswith(STOPPED)
    assert line.texted == []


def test_who_withholds_their_number_is_texted_nothing_that_its_owner_has_stopped() -> None:
    line = Line()
    call = line.call(caller="")
    call.add("a coke")
    call.tool("setPickupTime", requestedTime="in an hour")
    assert call.tool("createOrder", customerName="Ana", customerPhone=OTHER, sendSMS=False)["ok"]
    assert call.tool("clearCart")["ok"]
    line.store.opt_out(OTHER)
    assert call.tool("sendMenuLink")["message"] == STOPPED
    assert line.texted == []


def test_whoever_did_not_want_a_text_hears_nothing_of_texts() -> None:
    line = Line()
    line.store.opt_out(CALLER)
    assert "text" not in line.order(sendSMS=False)["message"]


def ordered_call(line: Line) -> PhoneCall:
    """A call in which an order stands, confirmed by a text."""
    call = line.call()
    call.add("a coke")
    call.tool("setPickupTime", requestedTime="in an hour")
    assert call.tool("createOrder", customerName="Ana")["ok"]
    return call


def test_a_call_sends_so_many_texts_and_no_more() -> None:
    line = Line(Limits(texts_per_call=2))
    call = ordered_call(line)
    assert call.tool("sendMenuLink")["ok"]
    reply = call.tool("sendReceipt")
    assert (reply["ok"], reply["message"], len(line.texted)) == (False, NO_MORE_IN_CALL, 2)


def test_a_change_of_an_order_stands_when_the_texts_of_the_call_are_used_up() -> None:
    line = Line(Limits(texts_per_call=1))
    call = ordered_call(line)
    reply = call.add("a water")
    assert reply["ok"]
    assert reply["message"].endswith(NO_MORE_IN_CALL)
    assert (line.store.orders[0].item_count, len(line.texted)) == (2, 1)


def test_a_number_gets_so_many_texts_in_a_day_over_all_calls() -> None:
    line = Line(Limits(texts_per_number=3))
    replies = [line.call().tool("sendMenuLink") for _ in range(4)]
    assert [reply["ok"] for reply in replies] == [True, True, True, False]
    assert (replies[3]["message"], line.texted) == (NO_MORE_TODAY, [CALLER] * 3)


def test_who_calls_from_many_numbers_for_one_gets_it_no_more_texts() -> None:
    line = Line(Limits(texts_per_number=2))
    replies = [line.order(f"+{6149157015}{n}", customerPhone=OTHER) for n in (6, 7, 8)]
    assert [reply["ok"] for reply in replies] == [True, True, True]
    assert replies[2]["message"].endswith(NO_MORE_TODAY)
    assert line.texted == [OTHER] * 2


def test_a_change_of_an_order_counts_for_its_number_too() -> None:
    line = Line(Limits(texts_per_number=2))
    call = ordered_call(line)
    assert call.add("a water")["ok"]
    assert call.add("an ayran")["message"].endswith(NO_MORE_TODAY)
    assert line.texted == [CALLER] * 2


def test_all_callers_together_get_so_many_texts_in_a_day() -> None:
    line = Line(Limits(texts_per_day=2))
    replies = [line.call(one).tool("sendMenuLink") for one in (CALLER, OTHER, THIRD)]
    assert [reply["ok"] for reply in replies] == [True, True, False]
    assert replies[2]["message"] == NO_MORE_TODAY


def test_an_order_stands_when_the_texts_of_the_day_are_used_up() -> None:
    line = Line(Limits(texts_per_day=1))
    assert line.call(OTHER).tool("sendMenuLink")["ok"]
    reply = line.order()
    assert reply["ok"]
    assert reply["message"].endswith(NO_MORE_TODAY)
    assert len(line.store.orders) == 1


def test_a_day_later_texts_go_out_again() -> None:
    line = Line(Limits(texts_per_number=1))
    assert line.call().tool("sendMenuLink")["ok"]
    line.clock.at = NOW + dt.timedelta(hours=23, minutes=59)
    assert not line.call().tool("sendMenuLink")["ok"]
    line.clock.at = NOW + dt.timedelta(hours=24, minutes=1)
    assert line.call().tool("sendMenuLink")["ok"]


def test_the_kitchens_tickets_use_up_nobodys_texts() -> None:
    line = Line(Limits(texts_per_day=1))
    line.order(OTHER, sendSMS=False)
    line.order(THIRD, sendSMS=False)
    assert line.call().tool("sendMenuLink")["ok"]


def test_a_busy_friday_is_not_refused_by_what_holds_where_the_shop_says_nothing() -> None:
    line = Line()
    for n in range(300):
        caller = f"+614915701{10 + n % 50}"  # allow-secret: kept for fiction with its end
        assert "you will get a text" in line.order(caller, at="tomorrow at 6 pm")["message"].lower()
    assert len(line.texted) == 300


def test_an_order_of_a_blocked_number_is_put_to_a_person_and_not_to_the_kitchen() -> None:
    line = Line()
    line.store.block(CALLER)
    reply = line.order()
    assert not reply["ok"]
    assert is_put_to_a_person(reply, line)
    assert (line.store.orders, line.store.texts) == ((), ())


def test_where_nobody_can_be_put_through_the_shops_number_is_said() -> None:
    line = Line(transfer_to="")
    line.store.block(CALLER)
    assert is_put_to_a_person(line.order(), line)


def test_a_blocked_caller_is_not_let_in_by_giving_another_number() -> None:
    line = Line()
    line.store.block(CALLER)
    assert is_put_to_a_person(line.order(CALLER, customerPhone=OTHER), line)
    assert line.store.orders == ()


def test_a_blocked_number_is_not_ordered_for_from_another() -> None:
    line = Line()
    line.store.block(OTHER)
    for caller in (CALLER, ""):
        assert is_put_to_a_person(line.order(caller, customerPhone="0491 570 156"), line)
    assert line.store.orders == ()


def test_a_blocked_caller_gets_no_texts() -> None:
    line = Line()
    line.store.block(CALLER)
    assert is_put_to_a_person(line.call().tool("sendMenuLink"), line)
    assert line.texted == []


def test_a_blocked_caller_has_no_texts_sent_to_others() -> None:
    line = Line()
    call = line.call()
    call.add("a coke")
    call.tool("setPickupTime", requestedTime="in an hour")
    assert call.tool("createOrder", customerName="Ana", customerPhone=OTHER, sendSMS=False)["ok"]
    line.store.block(CALLER)
    assert is_put_to_a_person(call.tool("sendReceipt", phoneNumber=OTHER), line)
    assert line.texted == []


def test_a_blocked_caller_keeps_the_cart_and_is_answered() -> None:
    line = Line()
    line.store.block(CALLER)
    call = line.call()
    assert call.tool("checkOpen")["isOpen"]
    assert call.add("a large lamb kebab")["ok"]
    assert call.tool("priceCart")["total"] == 15.0
    call.tool("setPickupTime", requestedTime="in an hour")
    assert not call.tool("createOrder", customerName="Ana")["ok"]
    assert call.names == ["1 Large Lamb Kebab"]


def test_who_is_blocked_after_ordering_changes_nothing_any_more() -> None:
    line = Line()
    call = ordered_call(line)
    line.store.block(CALLER)
    assert is_put_to_a_person(call.add("a water"), line)
    assert line.store.orders[0].item_count == 1


def test_the_assistant_knows_from_the_start_that_a_person_is_needed() -> None:
    line = Line()
    assert "needsPerson" not in line.call().tool("getCallerSmartContext")
    line.store.block(CALLER)
    assert "transferCall" in line.call().tool("getCallerSmartContext")["needsPerson"]


def test_others_order_as_ever_while_one_is_blocked() -> None:
    line = Line()
    line.store.block(CALLER)
    assert line.order(OTHER)["ok"]


def test_after_so_many_orders_that_nobody_fetched_a_person_decides() -> None:
    line = Line(Limits(no_shows=2))
    line.not_fetched()
    assert line.order()["ok"]
    line.not_fetched()
    reply = line.order()
    assert not reply["ok"]
    assert is_put_to_a_person(reply, line)
    assert len(line.store.orders) == 3


def test_who_never_comes_orders_for_nobody_else_either() -> None:
    line = Line(Limits(no_shows=1))
    line.not_fetched()
    assert not line.order(CALLER, customerPhone=OTHER)["ok"]
    assert not line.order(OTHER, customerPhone=CALLER)["ok"]
    assert line.order(OTHER)["ok"]


@pytest.mark.parametrize(
    ("limits", "total", "words", "more"),
    (
        (Limits(), Money(35_00), "10 cokes", "11 cokes"),
        (Limits(quantity=10), None, "10 cokes", "11 cokes"),
        (Limits(quantity=10), None, "10 cokes and 10 waters", "10 cokes and 10 waters and 1 coke"),
        (Limits(pieces=12), None, "10 cokes and 2 waters", "10 cokes and 2 waters and 1 ayran"),
    ),
    ids=("total", "one line", "one thing in two lines", "pieces"),
)
def test_an_absurd_order_is_put_to_a_person_and_not_to_the_kitchen(
    limits: Limits, total: Money | None, words: str, more: str
) -> None:
    line = Line(limits, total)
    assert line.order(CALLER, words)["ok"]
    reply = line.order(OTHER, more)
    assert not reply["ok"]
    assert is_put_to_a_person(reply, line)
    assert [order.phone for order in line.store.orders] == [CALLER]
    assert {text.order_id for text in line.store.texts} == {line.store.orders[0].number.id}


@pytest.mark.parametrize(
    ("limits", "total"),
    ((Limits(), Money(35_00)), (Limits(quantity=10), None), (Limits(pieces=10), None)),
    ids=("total", "one thing", "pieces"),
)
def test_an_order_is_not_made_absurd_afterwards(limits: Limits, total: Money | None) -> None:
    line = Line(limits, total)
    call = ordered_call(line)
    before = line.store.orders
    assert is_put_to_a_person(call.add("10 cokes"), line)
    assert line.store.orders == before
    assert call.names == ["1 Coca-Cola can"]


def test_a_shop_that_says_nothing_takes_a_full_line() -> None:
    assert Line().order(words="50 cokes")["ok"]
