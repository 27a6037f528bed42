"""A change of an order by staff is stored whole, with its event and its texts, or not at all."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from kebabalab.db.connection import Database
from kebabalab.db.orders import OrderBook
from kebabalab.db.outbox import Outbox
from kebabalab.db.texts_book import Report, TextsBook
from kebabalab.models.call import QueueText
from kebabalab.models.errors import NoSuchOrder
from kebabalab.models.order import Order, OrderEvent, Status
from kebabalab.models.order_change import OrderChange
from tests.contracts.placing import CALLER, NOW, after, place
from tests.contracts.stores import LIFETIME, SqlStore

ANA = "staff:ana"


@pytest.fixture
def book(database: Database) -> OrderBook:
    return OrderBook(database)


def placed(book: OrderBook) -> Order:
    return place(SqlStore(book.database).calls)


def noted(order: Order, notes: str, *texts: QueueText, status: Status = Status.RECEIVED) -> OrderChange:
    event = OrderEvent(order.number.id, NOW, ANA, "amended", order.notes, notes)
    return OrderChange(replace(order, notes=notes, status=status, revision=order.revision + 1), event, texts)


def a_text(kind: str, order: Order, to: str = CALLER) -> QueueText:
    return QueueText(kind, to, f"{kind} of {order.number.display}", order.number.id)


def states(book: OrderBook) -> list[tuple[str, str]]:
    """The kind and state of each text, oldest first."""
    return [(text.kind, text.state) for text in reversed(TextsBook(book.database).latest(100))]


def test_the_order_its_event_and_its_texts_are_stored_together(book: OrderBook) -> None:
    order = placed(book)
    change = noted(order, "nuts", a_text("cancelled", order), status=Status.CANCELLED)
    assert book.change(order.number.id, lambda _found: change, NOW) == change.order
    assert book.one(order.number.id) == change.order
    assert book.events(order.number.id)[-1] == change.event
    assert ("cancelled", "pending") in states(book)


def test_a_change_that_fails_leaves_nothing(book: OrderBook) -> None:
    order = placed(book)

    def refuse(_found: Order) -> OrderChange | None:
        raise KeyError("no such dish")

    with pytest.raises(KeyError):
        book.change(order.number.id, refuse, NOW)
    assert book.one(order.number.id) == order
    assert len(book.events(order.number.id)) == 1


def test_no_change_writes_nothing(book: OrderBook) -> None:
    order = placed(book)
    assert book.change(order.number.id, lambda _found: None, NOW) == order
    assert len(book.events(order.number.id)) == 1


def test_an_order_that_there_is_not_can_not_be_changed(book: OrderBook) -> None:
    with pytest.raises(NoSuchOrder):
        book.change("20261123-009", lambda _found: None, NOW)


def test_of_changes_at_once_each_sees_the_one_before(book: OrderBook) -> None:
    order = placed(book)

    def change(number: int) -> None:
        book.change(order.number.id, lambda found: noted(found, f"{found.notes}+{number}"), NOW)

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(change, range(12)))
    found = book.one(order.number.id)
    assert found is not None
    assert (found.revision, len(found.notes.split("+"))) == (13, 13)


@pytest.mark.parametrize(
    ("kind", "state"),
    (("cancelled", "replaced"), ("changed", "replaced"), ("ready", "replaced"), ("receipt", "pending")),
)
def test_a_text_that_is_no_longer_true_is_not_sent_any_more(book: OrderBook, kind: str, state: str) -> None:
    order = placed(book)
    book.change(order.number.id, lambda found: noted(found, "nuts", a_text(kind, order)), NOW)
    assert states(book) == [("confirmation", state), (kind, "pending")]


def test_a_text_that_was_given_up_and_is_no_longer_true_can_not_be_sent_again(book: OrderBook) -> None:
    order, outbox = placed(book), Outbox(book.database)
    (text,) = outbox.claim(NOW, 10, LIFETIME)
    outbox.dead(text, "no such number", NOW)
    book.change(order.number.id, lambda found: noted(found, "nuts", a_text("cancelled", order)), NOW)
    assert TextsBook(book.database).resend([text.id], NOW) == frozenset()


def test_a_newer_ticket_takes_the_place_of_an_older_one_that_waits(book: OrderBook) -> None:
    order = placed(book)
    for notes in ("nuts", "seeds"):
        book.change(order.number.id, lambda found, notes=notes: noted(found, notes, a_text("ticket", order, "")), NOW)
    assert states(book) == [("confirmation", "pending"), ("ticket", "replaced"), ("ticket", "pending")]


def test_a_text_that_may_have_gone_out_is_looked_up_and_then_too_late(book: OrderBook) -> None:
    order, outbox = placed(book), Outbox(book.database)
    outbox.claim(NOW, 10, LIFETIME)
    book.change(order.number.id, lambda found: noted(found, "nuts", a_text("changed", order)), after(minutes=1))
    (newer, older) = outbox.claim(NOW + LIFETIME, 10, LIFETIME)
    assert (older.kind, older.doubt_since, older.expires_at) == ("confirmation", NOW, after(minutes=1))
    assert newer.expires_at > NOW + LIFETIME


def test_a_text_that_may_have_gone_out_and_is_no_longer_true_ends_as_replaced(book: OrderBook) -> None:
    order, outbox = placed(book), Outbox(book.database)
    outbox.claim(NOW, 10, LIFETIME)
    book.change(order.number.id, lambda found: noted(found, "nuts", a_text("changed", order)), after(minutes=1))
    (_newer, older) = outbox.claim(NOW + LIFETIME, 10, LIFETIME)
    outbox.dead(older, "too late", NOW + LIFETIME)
    assert states(book)[0] == ("confirmation", "replaced")
    assert TextsBook(book.database).resend(None, NOW + LIFETIME) == frozenset()


def test_a_text_that_was_given_up_in_doubt_and_is_no_longer_true_can_not_be_sent_again(book: OrderBook) -> None:
    order, outbox = placed(book), Outbox(book.database)
    (text,) = outbox.claim(NOW, 10, LIFETIME)
    outbox.dead(replace(text, doubt_since=NOW), "not known", NOW)
    book.change(order.number.id, lambda found: noted(found, "nuts", a_text("cancelled", order)), NOW)
    assert TextsBook(book.database).resend([text.id], NOW) == frozenset()


def test_a_sent_text_that_is_no_longer_true_is_not_sent_again_when_it_was_not_delivered(book: OrderBook) -> None:
    order, outbox, texts = placed(book), Outbox(book.database), TextsBook(book.database)
    (text,) = outbox.claim(NOW, 10, LIFETIME)
    outbox.sent(text, "SM1", NOW)
    book.change(order.number.id, lambda found: noted(found, "nuts", a_text("changed", order)), NOW)
    assert states(book)[0] == ("confirmation", "sent")
    texts.report(Report(text.id, "SM1", "undelivered", "30003"), NOW)
    assert states(book)[0] == ("confirmation", "replaced")
    assert texts.resend([text.id], NOW) == frozenset()


def test_texts_are_counted_as_waiting_late_and_given_up(book: OrderBook) -> None:
    placed(book)
    outbox, texts = Outbox(book.database), TextsBook(book.database)
    assert texts.counts(NOW) == {"waiting": 1, "late": 0, "given_up": 0}
    assert texts.counts(after(minutes=3)) == {"waiting": 1, "late": 1, "given_up": 0}
    (text,) = outbox.claim(NOW, 10, LIFETIME)
    outbox.dead(text, "no such number", NOW)
    assert texts.counts(NOW) == {"waiting": 0, "late": 0, "given_up": 1}
    assert texts.counts(after(hours=25))["given_up"] == 0


def test_texts_of_other_orders_stay(book: OrderBook) -> None:
    first = placed(book)
    second = place(SqlStore(book.database).calls, "call:b")
    book.change(second.number.id, lambda found: noted(found, "nuts", a_text("cancelled", second)), NOW)
    assert [text.order_id for text in TextsBook(book.database).latest(9) if text.state == "pending"] == [
        second.number.id,
        first.number.id,
    ]
