"""Orders are promised, placed once, changed while they can be, and taken again on today's menu."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kebabalab.db.encoding import state_of, state_text
from kebabalab.models.call import AmendOrder, CallState, PlaceOrder, QueueText
from kebabalab.models.cart import Cart
from kebabalab.models.errors import (
    CartEmpty,
    KitchenHasBegun,
    NameRefused,
    NeedsChoice,
    NoHistory,
    NotesRefused,
    NotOnTheMenu,
    NotYourOrder,
    PhoneRefused,
    PickupMissing,
    PickupPassed,
    PickupRefused,
    SoldOut,
    TimeNotUnderstood,
)
from kebabalab.models.facts import Facts
from kebabalab.models.guards import OrderTooBig
from kebabalab.models.item import LineItem
from kebabalab.models.menu import Menu
from kebabalab.models.money import Money
from kebabalab.models.order import Order, OrderNumber, PastOrder, Pickup, Status
from kebabalab.tools.order_tools import (
    create_order,
    estimate_ready_time,
    history_phone,
    repeat_last_order,
    set_pickup_time,
)
from kebabalab.tools.outcome import Outcome
from kebabalab.validators.schemas_orders import CreateOrder, NoArguments, RepeatLastOrder, SetPickupTime
from tests.sandwich_bar import CALLER, MENU, NOW, OTHER, SHOP, a_drink, a_line, a_roll, an_order, chosen, meal_sides

QUARTER_PAST = Pickup(NOW + dt.timedelta(minutes=15))
FACTS = Facts(NOW, MENU, SHOP, next_number=OrderNumber(NOW.date(), 47))


def a_call(*lines: LineItem, caller: str = CALLER, pickup: Pickup | None = QUARTER_PAST) -> CallState:
    return CallState("c1", caller, Cart().add(lines), pickup)


READY_CALL = a_call(a_roll(2), a_drink())
JOSE = CreateOrder(customer_name="José")


def placed_call(state: CallState = READY_CALL, args: CreateOrder = JOSE) -> CallState:
    return create_order(state, args, FACTS).state


def the_order(outcome: Outcome) -> Order:
    """The one order that is placed or amended."""
    (order,) = [one.order for one in outcome.effects if isinstance(one, PlaceOrder | AmendOrder)]
    return order


def the_texts(outcome: Outcome) -> dict[str, QueueText]:
    return {text.kind: text for text in outcome.effects if isinstance(text, QueueText)}


class TestPlacing:
    """createOrder."""

    def test_an_order_is_placed_with_its_number_price_and_promise(self) -> None:
        outcome = create_order(READY_CALL, JOSE, FACTS)
        assert outcome.reply == {
            "ok": True,
            "message": "Thank you, José. Order number forty seven is placed. The total is thirty three dollars fifty, "
            "and it will be ready at six fifteen pm. You will get a text with the details.",
            "orderNumber": "20261123-047",
            "displayOrderNumber": "#047",
            "total": 33.5,
            "readyAt": "6:15 PM",
            "readyAtIso": "2026-11-23T18:15:00+11:00",
        }

    def test_the_order_keeps_names_details_and_quote_of_now(self) -> None:
        order = the_order(create_order(READY_CALL, CreateOrder(customer_name="José", notes="NUT ALLERGY"), FACTS))
        assert [line.name for line in order.lines] == ["Large Ham Roll", "Fizz bottle"]
        assert order.lines[0].details == ("cress", "rocket", "mustard dressing")
        assert (order.quote.total, order.quote.menu_version) == (Money(3350), "m1")
        assert (order.customer_name, order.phone, order.notes) == ("José", CALLER, "NUT ALLERGY")
        assert (order.call_key, order.shop_id, order.status, order.revision) == ("c1", "bar", Status.RECEIVED, 1)

    def test_the_kitchen_and_the_caller_get_their_texts(self) -> None:
        texts = the_texts(create_order(READY_CALL, JOSE, FACTS))
        assert {kind: text.to for kind, text in texts.items()} == {"ticket": "", "confirmation": CALLER}
        assert {text.order_id for text in texts.values()} == {"20261123-047"}

    def test_a_caller_who_wants_no_text_gets_none_and_the_kitchen_its_ticket(self) -> None:
        outcome = create_order(READY_CALL, CreateOrder(customer_name="José", send_sms=False), FACTS)
        assert set(the_texts(outcome)) == {"ticket"}
        assert "text" not in str(outcome.reply["message"])

    def test_no_text_is_promised_to_a_landline(self) -> None:
        outcome = create_order(replace(READY_CALL, caller="+61255501234"), JOSE, FACTS)
        assert set(the_texts(outcome)) == {"ticket"}
        assert "you will get a text" not in str(outcome.reply["message"])
        assert str(outcome.reply["message"]).endswith("Sorry, that number is a landline, and it can't get texts.")

    def test_the_call_knows_what_it_placed_and_its_cart_stays(self) -> None:
        outcome = create_order(READY_CALL, JOSE, FACTS)
        assert outcome.state.placed == the_order(outcome)
        assert outcome.state.cart == READY_CALL.cart
        assert (outcome.state.customer_name, outcome.state.numbers) == ("José", (CALLER,))

    def test_an_order_without_the_days_number_is_a_fault_of_ours(self) -> None:
        with pytest.raises(ValueError, match="registry"):
            create_order(READY_CALL, JOSE, replace(FACTS, next_number=None))


class TestRefusing:
    """What createOrder refuses, in this order."""

    def test_an_empty_cart(self) -> None:
        with pytest.raises(CartEmpty):
            create_order(a_call(pickup=None), CreateOrder(), FACTS)

    def test_an_open_choice_is_named_with_its_question(self) -> None:
        with pytest.raises(NeedsChoice) as refused:
            create_order(a_call(a_drink(), a_line(filling="egg"), pickup=None), CreateOrder(), FACTS)
        assert (refused.value.line_name, refused.value.field, refused.value.ask) == (
            "Egg Roll",
            "size",
            "Small or large?",
        )

    def test_no_pickup_time(self) -> None:
        with pytest.raises(PickupMissing):
            create_order(a_call(a_drink(), pickup=None), CreateOrder(), FACTS)

    def test_a_pickup_time_that_has_passed(self) -> None:
        state = a_call(a_drink(), pickup=Pickup(NOW - dt.timedelta(minutes=1)))
        with pytest.raises(PickupPassed) as refused:
            create_order(state, JOSE, FACTS)
        assert refused.value.earliest == NOW + dt.timedelta(minutes=10)

    def test_the_minute_of_the_pickup_itself_has_not_passed(self) -> None:
        state = a_call(a_drink(), pickup=Pickup(NOW))
        assert create_order(state, JOSE, replace(FACTS, now=NOW.replace(second=40))).reply["ok"]

    def test_as_soon_as_possible_is_promised_anew_instead(self) -> None:
        state = a_call(a_drink(), pickup=Pickup(NOW - dt.timedelta(minutes=1), asap=True))
        outcome = create_order(state, JOSE, FACTS)
        assert outcome.reply["readyAt"] == "6:15 PM"
        assert outcome.state.pickup == Pickup(NOW + dt.timedelta(minutes=15), asap=True)

    def test_a_missing_name_of_an_unknown_caller(self) -> None:
        with pytest.raises(NameRefused):
            create_order(READY_CALL, CreateOrder(), FACTS)

    @pytest.mark.parametrize("name", ("Customer", "Guest", "N/A"))
    def test_a_made_up_name(self, name: str) -> None:
        with pytest.raises(NameRefused):
            create_order(READY_CALL, CreateOrder(customer_name=name), FACTS)

    def test_a_withheld_number_when_none_is_given(self) -> None:
        with pytest.raises(PhoneRefused) as refused:
            create_order(replace(READY_CALL, caller=""), JOSE, FACTS)
        assert refused.value.missing

    def test_a_number_that_is_not_valid(self) -> None:
        with pytest.raises(PhoneRefused) as refused:
            create_order(READY_CALL, CreateOrder(customer_name="José", customer_phone="0491 57"), FACTS)
        assert not refused.value.missing

    def test_notes_that_are_too_long(self) -> None:
        with pytest.raises(NotesRefused):
            create_order(READY_CALL, CreateOrder(customer_name="José", notes="x" * 301), FACTS)

    def test_a_total_above_the_shops_limit(self) -> None:
        shop = replace(SHOP, order_limit=Money(3349))
        with pytest.raises(OrderTooBig):
            create_order(READY_CALL, JOSE, replace(FACTS, shop=shop))


class TestWho:
    """Whose name and number an order bears."""

    def test_a_number_given_in_the_call_is_taken_and_belongs_to_the_call(self) -> None:
        outcome = create_order(READY_CALL, CreateOrder(customer_name="José", customer_phone="0491 570 156"), FACTS)
        assert the_order(outcome).phone == OTHER
        assert outcome.state.numbers == (OTHER,)
        assert the_texts(outcome)["confirmation"].to == OTHER

    @pytest.mark.parametrize("number", ("+61...", "555-123-4567", "unknown", ""))
    def test_a_made_up_number_is_passed_over_for_the_callers(self, number: str) -> None:
        outcome = create_order(READY_CALL, CreateOrder(customer_name="José", customer_phone=number), FACTS)
        assert the_order(outcome).phone == CALLER

    def test_a_returning_caller_need_not_say_their_name(self) -> None:
        facts = replace(FACTS, history=(a_past_order(name="Ayşe"),))
        assert the_order(create_order(READY_CALL, CreateOrder(), facts)).customer_name == "Ayşe"

    def test_a_name_known_of_the_call_comes_before_an_earlier_orders(self) -> None:
        facts = replace(FACTS, history=(a_past_order(name="Ayşe"),))
        state = replace(READY_CALL, customer_name="Bo")
        assert the_order(create_order(state, CreateOrder(), facts)).customer_name == "Bo"


class TestAgain:
    """createOrder once more in the same call."""

    @pytest.mark.parametrize(
        "args",
        (
            JOSE,
            CreateOrder(),
            CreateOrder(customer_name="JOSÉ", customer_phone="0491 570 006"),
            CreateOrder(customer_name="Customer", notes="none"),
        ),
    )
    def test_nothing_changed_is_the_same_order_again(self, args: CreateOrder) -> None:
        state = placed_call()
        outcome = create_order(state, args, replace(FACTS, next_number=OrderNumber(NOW.date(), 48)))
        assert outcome.reply["alreadyPlaced"] is True
        assert outcome.reply["displayOrderNumber"] == "#047"
        assert (outcome.state, outcome.effects) == (state, ())

    def test_it_is_the_same_order_also_when_the_kitchen_has_begun_and_the_time_has_passed(self) -> None:
        later = replace(FACTS, now=NOW + dt.timedelta(hours=1), placed_status=Status.READY)
        assert create_order(placed_call(), JOSE, later).reply["alreadyPlaced"] is True

    def test_it_is_the_same_order_after_the_call_was_stored_and_read(self) -> None:
        stored = state_of(state_text(placed_call(a_call(replace(a_roll(2), sides=meal_sides()), a_drink()))))
        outcome = create_order(stored, JOSE, FACTS)
        assert outcome.reply["alreadyPlaced"] is True
        assert outcome.reply["readyAtIso"] == "2026-11-23T18:15:00+11:00"

    def test_lines_in_another_order_are_the_same_order(self) -> None:
        state = placed_call(a_call(a_roll(), a_drink(), a_drink()))
        turned = replace(state, cart=Cart().add((a_drink(2), a_roll())))
        assert create_order(turned, JOSE, FACTS).reply["alreadyPlaced"] is True

    def test_a_changed_cart_changes_the_order_under_its_number(self) -> None:
        state = placed_call()
        outcome = create_order(replace(state, cart=state.cart.add([a_drink()])), JOSE, FACTS)
        order = the_order(outcome)
        assert (order.number.number, order.revision, order.quote.total) == (47, 2, Money(3700))
        assert (outcome.reply["amended"], outcome.reply["total"]) == (True, 37.0)
        assert outcome.state.placed == order

    def test_a_change_is_recorded_with_what_was_before_and_after(self) -> None:
        state = placed_call()
        (effect, *_) = create_order(replace(state, cart=state.cart.add([a_drink()])), JOSE, FACTS).effects
        assert isinstance(effect, AmendOrder)
        assert (effect.event.who, effect.event.what, effect.event.at) == ("caller", "amended", NOW)
        assert effect.event.before.startswith("3 items, 33.50, pickup 2026-11-23 18:15, José")
        assert effect.event.after.startswith("4 items, 37.00, pickup 2026-11-23 18:15, José")

    def test_a_changed_order_is_texted_to_the_kitchen_and_to_who_had_it_confirmed(self) -> None:
        state = placed_call()
        texts = the_texts(create_order(replace(state, cart=state.cart.add([a_drink()])), JOSE, FACTS))
        assert texts["ticket"].body.startswith("#047 CHANGED 2")
        assert "changed" in texts["changed"].body

    @pytest.mark.parametrize(
        "args",
        (
            CreateOrder(customer_name="Maria"),
            CreateOrder(notes="no nuts"),
            CreateOrder(customer_phone="0491 570 156"),
        ),
    )
    def test_another_name_note_or_number_changes_the_order(self, args: CreateOrder) -> None:
        assert create_order(placed_call(), args, FACTS).reply["amended"] is True

    def test_an_order_that_the_kitchen_has_begun_is_not_changed(self) -> None:
        state = placed_call()
        changed = replace(state, cart=state.cart.add([a_drink()]))
        with pytest.raises(KitchenHasBegun):
            create_order(changed, JOSE, replace(FACTS, placed_status=Status.PREPARING))

    def test_after_a_cancelled_order_the_next_is_a_new_one(self) -> None:
        facts = replace(FACTS, placed_status=Status.CANCELLED, next_number=OrderNumber(NOW.date(), 48))
        outcome = create_order(placed_call(), JOSE, facts)
        assert outcome.reply["displayOrderNumber"] == "#048"
        assert isinstance(outcome.effects[0], PlaceOrder)

    def test_a_new_cart_is_a_second_order(self) -> None:
        state = replace(placed_call(), placed=None)
        facts = replace(FACTS, next_number=OrderNumber(NOW.date(), 48))
        assert create_order(state, JOSE, facts).reply["displayOrderNumber"] == "#048"


class TestTimes:
    """setPickupTime and estimateReadyTime."""

    def test_the_agreed_time_is_kept_and_said(self) -> None:
        outcome = set_pickup_time(READY_CALL, SetPickupTime(requested_time="half past six"), FACTS)
        assert outcome.state.pickup == Pickup(NOW + dt.timedelta(minutes=30))
        assert outcome.reply == {
            "ok": True,
            "message": "It will be ready at six thirty pm.",
            "readyAt": "6:30 PM",
            "readyAtIso": "2026-11-23T18:30:00+11:00",
        }

    def test_as_soon_as_possible_counts_the_cart_and_the_kitchens_orders(self) -> None:
        facts = replace(FACTS, waiting_orders=3)
        outcome = set_pickup_time(READY_CALL, SetPickupTime(requested_time="as soon as possible"), facts)
        assert outcome.state.pickup == Pickup(NOW + dt.timedelta(minutes=15 + 4 + 3), asap=True)

    def test_words_that_name_no_time_are_refused(self) -> None:
        with pytest.raises(TimeNotUnderstood):
            set_pickup_time(READY_CALL, SetPickupTime(requested_time="blue like the moon"), FACTS)

    def test_a_time_that_is_not_possible_is_refused_with_what_is(self) -> None:
        with pytest.raises(PickupRefused) as refused:
            set_pickup_time(READY_CALL, SetPickupTime(requested_time="in 5 minutes"), FACTS)
        assert refused.value.instead == NOW + dt.timedelta(minutes=10)

    def test_another_time_changes_the_placed_order(self) -> None:
        outcome = set_pickup_time(placed_call(), SetPickupTime(requested_time="7pm"), FACTS)
        assert the_order(outcome).pickup.at.hour == 19
        assert outcome.reply["amended"] is True
        assert outcome.reply["message"] == (
            "It will be ready at seven pm. "
            "Order number forty seven is changed, the total is thirty three dollars fifty."
        )

    def test_the_time_of_an_order_that_the_kitchen_has_begun_stays(self) -> None:
        facts = replace(FACTS, placed_status=Status.PREPARING)
        with pytest.raises(KitchenHasBegun):
            set_pickup_time(placed_call(), SetPickupTime(requested_time="7pm"), facts)

    def test_an_estimate_promises_nothing(self) -> None:
        outcome = estimate_ready_time(READY_CALL, NoArguments(), FACTS)
        assert outcome.state == READY_CALL
        assert outcome.reply == {
            "ok": True,
            "message": "It would be ready in about nineteen minutes, at six nineteen pm.",
            "estimatedMinutes": 19,
            "readyAt": "6:19 PM",
            "readyAtIso": "2026-11-23T18:19:00+11:00",
        }

    def test_an_estimate_while_closed_counts_from_the_opening(self) -> None:
        late = NOW.replace(hour=23, minute=30)
        outcome = estimate_ready_time(a_call(), NoArguments(), replace(FACTS, now=late))
        assert outcome.reply["message"] == "It would be ready tomorrow at eleven fifteen am."


def a_past_order(*lines: LineItem, name: str = "José") -> PastOrder:
    order = an_order(*(lines or (a_roll(2), a_drink())))
    return PastOrder(
        order.number, Status.COLLECTED, NOW, name, order.quote.total.cents, order.item_count, order.lines, order.quote
    )


def a_menu_without(*options: str, item: str = "") -> Menu:
    """The menu with these options, or this item, not to be had."""
    items = tuple(
        replace(
            one,
            available=one.id != item,
            groups=tuple(
                replace(
                    group,
                    options=tuple(replace(option, available=option.id not in options) for option in group.options),
                )
                for group in one.groups
            ),
        )
        for one in MENU.items
    )
    return Menu("m2", items, MENU.sides, MENU.deals, MENU.categories)


def repeated(*lines: LineItem, menu: Menu = MENU, state: CallState | None = None) -> Outcome:
    facts = replace(FACTS, menu=menu, history=(a_past_order(*lines),))
    return repeat_last_order(state or a_call(), RepeatLastOrder(), facts)


class TestTheUsual:
    """repeatLastOrder."""

    def test_the_latest_order_is_in_the_cart_again(self) -> None:
        outcome = repeated(a_roll(2), a_drink())
        assert [(line.item, line.quantity) for line in outcome.state.cart.lines] == [("roll", 2), ("drink", 1)]
        assert (outcome.reply["total"], outcome.reply["unavailable"], outcome.reply["cartSize"]) == (33.5, [], 2)

    def test_it_is_said_with_its_price(self) -> None:
        assert repeated(a_drink(2)).reply["message"] == (
            "Here is your last order again: Two Fizz bottles. The total is seven dollars."
        )

    def test_it_comes_after_what_the_cart_holds(self) -> None:
        outcome = repeated(a_drink(), state=a_call(a_line("eclair")))
        items = outcome.reply["items"]
        assert isinstance(items, list)
        assert [(one["index"], one["name"]) for one in items] == [(1, "Fizz bottle")]

    def test_todays_prices_hold(self) -> None:
        dearer = a_menu_without()
        drinks = tuple(
            replace(one, price=replace(one.price, amounts={"": Money(400)})) if one.id == "drink" else one
            for one in dearer.items
        )
        assert repeated(a_drink(2), menu=replace(dearer, items=drinks)).reply["total"] == 8.0

    def test_an_item_that_is_gone_is_named(self) -> None:
        outcome = repeated(a_roll(), a_drink(), menu=a_menu_without(item="drink"))
        assert outcome.reply["unavailable"] == ["Fizz bottle"]
        assert "We don't have Fizz bottle today." in str(outcome.reply["message"])
        assert [line.item for line in outcome.state.cart.lines] == ["roll"]

    def test_an_option_that_is_gone_is_named_and_the_rest_stays(self) -> None:
        outcome = repeated(a_roll(), menu=a_menu_without("rocket"))
        assert outcome.reply["unavailable"] == ["rocket on the Large Ham Roll"]
        assert outcome.state.cart.lines[0].choices["greens"] == chosen(greens="cress")["greens"]

    def test_a_choice_that_decides_the_dish_is_asked_for_and_never_guessed(self) -> None:
        outcome = repeated(a_drink(), menu=a_menu_without("fizz"))
        assert outcome.reply["unavailable"] == ["Fizz on the bottle"]
        needs = outcome.reply["needs"]
        assert isinstance(needs, list)
        assert [need["field"] for need in needs] == ["brand"]
        assert str(outcome.reply["message"]).endswith("Fizz or Orange Pop?")

    def test_a_helping_that_is_gone_is_named(self) -> None:
        outcome = repeated(a_roll(dressings=("extra mustard", "dill")), menu=a_menu_with_no_extra_mustard())
        assert outcome.reply["unavailable"] == ["extra mustard dressing on the Large Ham Roll"]

    def test_a_deal_is_repeated_with_its_sides(self) -> None:
        meal = replace(a_roll(), sides=meal_sides("large", "orange pop"))
        outcome = repeated(meal)
        assert outcome.state.cart.lines[0].sides == meal.sides
        assert outcome.reply["total"] == 25.0

    def test_a_deal_that_is_gone_leaves_its_main_item(self) -> None:
        menu = Menu("m2", MENU.items, MENU.sides, (), MENU.categories)
        outcome = repeated(replace(a_roll(), sides=meal_sides()), menu=menu)
        assert outcome.reply["unavailable"] == ["Large Ham Roll Meal"]
        assert not outcome.state.cart.lines[0].is_deal

    def test_a_side_that_is_gone_leaves_the_main_item(self) -> None:
        outcome = repeated(replace(a_roll(), sides=meal_sides()), menu=a_menu_without(item="crisps"))
        assert outcome.reply["unavailable"] == ["Large Ham Roll Meal"]

    def test_nothing_of_it_sold_any_more_changes_nothing(self) -> None:
        with pytest.raises(NotOnTheMenu):
            repeated(a_drink(), menu=a_menu_without(item="drink"))

    def test_a_caller_without_an_earlier_order_is_told(self) -> None:
        with pytest.raises(NoHistory):
            repeat_last_order(a_call(), RepeatLastOrder(), FACTS)

    def test_a_strangers_order_is_not_read_out(self) -> None:
        facts = replace(FACTS, history=(a_past_order(),))
        with pytest.raises(NotYourOrder):
            repeat_last_order(a_call(), RepeatLastOrder(phone_number="0491 570 156"), facts)

    @pytest.mark.parametrize(
        ("asked", "numbers", "phone"),
        (
            ("", (), CALLER),
            ("unknown", (), CALLER),
            ("0491 570 006", (), CALLER),
            ("0491 570 156", (), ""),
            ("0491 570 156", (OTHER,), OTHER),
            ("0491 57", (), ""),
        ),
    )
    def test_only_orders_of_numbers_of_this_call_are_looked_up(
        self, asked: str, numbers: tuple[str, ...], phone: str
    ) -> None:
        state = replace(a_call(), numbers=numbers)
        assert history_phone(state, RepeatLastOrder(phone_number=asked), "AU") == phone

    def test_nothing_is_looked_up_for_a_withheld_number(self) -> None:
        assert history_phone(a_call(caller=""), RepeatLastOrder(), "AU") == ""


def a_menu_with_no_extra_mustard() -> Menu:
    items = tuple(
        replace(
            one,
            groups=tuple(
                replace(group, options=tuple(replace(o, extra=None) if o.id == "mustard" else o for o in group.options))
                for group in one.groups
            ),
        )
        for one in MENU.items
    )
    return Menu("m2", items, MENU.sides, MENU.deals, MENU.categories)


class TestSoldOut:
    """What runs out while somebody is ordering it."""

    @pytest.mark.parametrize(
        ("menu", "gone"),
        (
            pytest.param(a_menu_without(item="drink"), "Fizz bottle", id="an item"),
            pytest.param(a_menu_without("rocket"), "rocket on the Large Ham Roll", id="an option"),
        ),
    )
    def test_no_order_is_made_of_what_has_run_out(self, menu: Menu, gone: str) -> None:
        with pytest.raises(SoldOut) as refused:
            create_order(READY_CALL, JOSE, replace(FACTS, menu=menu))
        assert refused.value.gone == gone

    def test_an_order_that_is_placed_stays_so(self) -> None:
        again = create_order(placed_call(), JOSE, replace(FACTS, menu=a_menu_without("rocket")))
        assert (again.reply["ok"], again.reply["alreadyPlaced"]) == (True, True)
