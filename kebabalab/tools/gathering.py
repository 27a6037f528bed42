"""Facts for the tools of one message: read when a tool needs them, each once, and nothing that none of them needs."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import replace

from pydantic import BaseModel

from kebabalab.models.errors import PhoneRefused
from kebabalab.models.order import PastOrder
from kebabalab.rules.hours import business_day
from kebabalab.tools.facts import Facts
from kebabalab.tools.order_tools import history_phone
from kebabalab.tools.ports import OpenedCall, Ports
from kebabalab.tools.registry import Reads, ToolSpec
from kebabalab.tools.texting import numbers_of
from kebabalab.validators import people
from kebabalab.validators.schemas_orders import CreateOrder, RepeatLastOrder, SendText

HISTORY_LIMIT = 20
# How far back texts are counted.
COUNTED = dt.timedelta(hours=24)


class Gathering:
    """What has been read for one message of an opened call. `now` is UTC."""

    def __init__(self, opened: OpenedCall, ports: Ports, now: dt.datetime) -> None:
        self._opened = opened
        self._state = opened.state
        self._histories: dict[str, tuple[PastOrder, ...]] = {}
        self._counted_texts = False
        data = ports.shops.current()
        shop = data.shop
        here = now.astimezone(shop.zone)
        placed = self._state.placed
        self._known = Facts(
            now=here,
            menu=data.menu,
            shop=shop,
            lexicon=ports.lexicons.of(data.menu),
            line_ids=tuple(line.line_id for line in self._state.cart.lines),
            placed_status=opened.placed_status(placed.number.id) if placed is not None else None,
            placed_revision=opened.placed_revision(placed.number.id) if placed is not None else None,
            holiday=shop.surcharge.on and ports.holidays(shop.surcharge, business_day(shop.hours, shop.zone, here)),
        )

    def facts_for(self, spec: ToolSpec, args: BaseModel) -> Facts:
        """The facts that this tool declares a need for."""
        if Reads.HISTORY in spec.reads:
            phone = self._state.caller
            if isinstance(args, RepeatLastOrder):
                phone = history_phone(self._state, args, self._known.shop.country)
            self._read_history(phone)
        if Reads.WAITING in spec.reads and not self._known.waiting_orders:
            self._known = replace(self._known, waiting_orders=self._opened.waiting_orders())
        if Reads.NUMBER in spec.reads and self._known.next_number is None:
            day = business_day(self._known.shop.hours, self._known.shop.zone, self._known.now)
            self._known = replace(self._known, next_number=self._opened.next_number(day))
        may_amend = spec.amends and self._state.placed is not None
        if Reads.PHONES in spec.reads or may_amend:
            self._read_phones(args)
        if (Reads.TEXTS in spec.reads or may_amend) and not self._counted_texts:
            self._counted_texts = True
            self._known = replace(self._known, texts=self._opened.texts_since(self._known.now - COUNTED))
        return self._known

    def _read_phones(self, args: BaseModel) -> None:
        """What is kept of the numbers that a text may go to or an order be for, and of the caller's."""
        phones = list(numbers_of(self._state))
        asked = said_phone(args)
        if not people.is_no_phone(asked):
            with suppress(PhoneRefused):
                phones.append(people.phone(asked, self._known.shop.country))
        new = [phone for phone in dict.fromkeys(phones) if phone not in self._known.numbers]
        if new:
            numbers = {**self._known.numbers, **self._opened.numbers(new, self._known.now - COUNTED)}
            self._known = replace(self._known, numbers=numbers)

    def _read_history(self, phone: str) -> None:
        if phone and phone not in self._histories:
            self._histories[phone] = self._opened.history(phone, HISTORY_LIMIT)
        history = self._histories.get(phone, ())
        if phone != self._state.caller:
            # Whoever orders for a number learns nothing of what its owner orders.
            placed = self._state.placed
            history = tuple(one for one in history if placed is not None and one.number == placed.number)
        count = self._opened.order_count(phone) if len(history) == HISTORY_LIMIT else len(history)
        self._known = replace(self._known, history=history, order_count=count)


def said_phone(args: BaseModel) -> str:
    """The phone number among the arguments that an order or a text is for, as it was said; "" for none."""
    if isinstance(args, CreateOrder):
        return args.customer_phone
    return args.phone_number if isinstance(args, SendText) else ""
