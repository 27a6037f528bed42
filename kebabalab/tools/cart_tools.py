"""The tools around the cart: add, look, change, remove, clear."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kebabalab.language import say
from kebabalab.language.understand import NotUnderstood, understand
from kebabalab.models.call import CallState
from kebabalab.models.cart import MAX_QUANTITY
from kebabalab.models.errors import NotOnTheMenu, OrderingError, QuantityOutOfRange
from kebabalab.models.item import ItemRequest, LineItem
from kebabalab.rules.choosing import choose
from kebabalab.tools import cart_view
from kebabalab.tools.amending import follow
from kebabalab.tools.cart_words import (
    EMPTY,
    added_words,
    as_rows,
    left_words,
    missing_words,
    questions,
    total_words,
    which_one,
)
from kebabalab.tools.editing import changes_between, edited
from kebabalab.tools.facts import Facts
from kebabalab.tools.outcome import Outcome, Reply
from kebabalab.tools.quoting import quote_cart
from kebabalab.tools.structured_items import asked_for
from kebabalab.validators.arguments import check
from kebabalab.validators.schemas import (
    AddMultipleItemsToCart,
    EditCartItem,
    ItemToAdd,
    NoArguments,
    QuickAddItem,
    RemoveCartItem,
)


def quick_add_item(state: CallState, args: QuickAddItem, facts: Facts) -> Outcome:
    """Add what the caller asks for to the order.

    Pass their own words, whole and once. Several items in one sentence are fine. Then ask what is in needs, offer what
    is nearest to what is in notUnderstood, and say what was assumed. Nothing is added for a question or small talk.
    """
    heard = understand(args.description, facts.lexicon)
    lines, unsold = _chosen(heard.requests, facts)
    lost = (*heard.not_understood, *unsold)
    if not lines:
        return _nothing_added(state, facts, lost, heard.refused)
    beside = missing_words(lost)
    beside += [say.refusal(QuantityOutOfRange(one, MAX_QUANTITY)).message for one in heard.refused[:1]]
    return follow(_added(state, lines, facts, {"notUnderstood": as_rows(lost)}, beside), facts)


def add_multiple_items_to_cart(state: CallState, args: AddMultipleItemsToCart, facts: Facts) -> Outcome:
    """Add several items, each by its parts or described in words.

    Say only what the caller said: what is left out comes as usual. Each item is checked on its own; those that can't be
    added are in rejected, with what to ask, and the others are in the cart.
    """
    lines: list[LineItem] = []
    lost: list[NotUnderstood] = []
    rejected: list[dict[str, object]] = []
    refusals: list[say.Refusal] = []
    for index, row in enumerate(args.items):
        try:
            asked = asked_for(check(ItemToAdd, row), facts)
            chosen = [choose(request, facts.menu) for request in asked.requests]
            state.cart.add([*lines, *chosen])
        except OrderingError as refused:
            refusals.append(say.refusal(refused))
            rejected.append({"index": index, "error": refusals[-1].error, "message": refusals[-1].message})
        else:
            lines += chosen
            lost += asked.not_understood
    fields: Reply = {"notUnderstood": as_rows(lost), "rejected": rejected}
    if not lines:
        return _refused(state, facts, refusals[0], fields)
    beside = missing_words(lost) + [one.message for one in refusals[:1]]
    return follow(_added(state, lines, facts, fields, beside), facts)


def get_cart_state(state: CallState, args: NoArguments, facts: Facts) -> Outcome:
    """Look at the order as it is: every line with its index, choices, price and what it still needs."""
    lines = [say.line(line, facts.menu) for line in state.cart.lines]
    order = say.order(state.cart.lines, facts.menu)
    told = (order, *questions(state.cart.lines, facts), total_words(quote_cart(state, facts)))
    message = say.sentences(told) if lines else EMPTY
    return Outcome(
        state,
        {
            "ok": True,
            "message": message,
            "formattedItems": lines,
            "isEmpty": not lines,
            "cartSize": len(lines),
            **cart_view.running(state, facts),
        },
    )


def remove_cart_item(state: CallState, args: RemoveCartItem, facts: Facts) -> Outcome:
    """Take a line off the order, or only some of it with quantity."""
    line = facts.line_at(args.item_index, state)
    if args.quantity is not None and args.quantity < 1:
        raise QuantityOutOfRange(args.quantity, line.quantity)
    gone = replace(line, quantity=min(args.quantity or line.quantity, line.quantity))
    left = line.quantity - gone.quantity
    cart = state.cart.with_line(replace(line, quantity=left)) if left else state.cart.without(line.line_id)
    changed = replace(state, cart=cart)
    reply: Reply = {
        "ok": True,
        "message": say.sentences((f"Removed {say.summary((gone,), facts.menu)}", left_words(changed, facts))),
        "removedItem": _removed(gone, state, facts),
        "cartSize": len(cart.lines),
        **cart_view.running(changed, facts),
    }
    return follow(Outcome(changed, reply), facts)


def clear_cart(state: CallState, args: NoArguments, facts: Facts) -> Outcome:
    """Take everything off, when the caller wants to start again, or to place another, separate order."""
    changed = replace(state, cart=state.cart.emptied())
    told = ["The order is empty again"] if state.cart.lines else []
    if state.placed is not None:
        # What follows is a new order; the caller comes once, so the time that was agreed holds for both.
        changed = replace(changed, placed=None)
        told = [f"{say.order_number(state.placed.number)} stands as it was placed, and we start a new one"]
    message = say.sentences((*told, "What would you like?")) if told else EMPTY
    return Outcome(changed, {"ok": True, "message": message, "cartSize": 0, **cart_view.running(changed, facts)})


def edit_cart_item(state: CallState, args: EditCartItem, facts: Facts) -> Outcome:
    """Change a line of the order: everything that changes on it in this one call.

    Pass what changes in modifications, or the caller's words in description. What is not named stays as it is.
    """
    before = facts.line_at(args.item_index, state)
    changed = replace(state, cart=edited(state.cart, before, args, facts))
    quote = quote_cart(changed, facts)
    was = {line.line_id: line for line in state.cart.lines}
    touched = [line for line in changed.cart.lines if line != was.get(line.line_id)]
    # Words can mean another line than the one that was pointed at, or some of it.
    shown = touched or [line for line in changed.cart.lines if line.line_id == before.line_id]
    after = next((line for line in shown if line.line_id == before.line_id), shown[0])
    index = changed.cart.index_of(after.line_id) or 0
    old = [line for line in touched if line.line_id in was]
    changes = [one for line in old for one in changes_between(was[line.line_id], line, facts.menu)]
    now = say.listing(say.lines(shown, facts.menu))
    told = f"Now it's {now}" if changes or len(old) < len(touched) else f"It is {now} already"
    message = say.sentences((told, *questions(shown, facts), left_words(changed, facts)))
    reply: Reply = {
        "ok": True,
        "message": message,
        "item": cart_view.line(index, after, facts.menu, quote),
        "changes": changes,
        "cartSize": len(changed.cart.lines),
        **cart_view.running(changed, facts),
    }
    return follow(Outcome(changed, reply), facts)


def _chosen(requests: Iterable[ItemRequest], facts: Facts) -> tuple[list[LineItem], list[NotUnderstood]]:
    """The lines of the requests, and what of them is not sold today."""
    lines: list[LineItem] = []
    unsold: list[NotUnderstood] = []
    for request in requests:
        try:
            lines.append(choose(request, facts.menu))
        except NotOnTheMenu as missing:
            unsold.append(NotUnderstood(missing.words, missing.nearest))
    return lines, unsold


def _added(state: CallState, lines: Sequence[LineItem], facts: Facts, fields: Reply, beside: Sequence[str]) -> Outcome:
    """The state with these lines added; `fields` are the reply's own, `beside` what else there is to say."""
    changed = replace(state, cart=state.cart.add(lines))
    start = len(state.cart.lines)
    added = changed.cart.lines[start:]
    quote = quote_cart(changed, facts)
    items = [cart_view.line(start + n, line, facts.menu, quote) for n, line in enumerate(added)]
    told = (added_words(added, facts), *questions(added, facts), *beside, left_words(changed, facts))
    reply: Reply = {
        "ok": True,
        "message": say.sentences(told),
        "item": items[0],
        "items": items,
        "cartSize": len(changed.cart.lines),
        **cart_view.running(changed, facts),
        "assumed": cart_view.assumed(added),
        **fields,
    }
    return Outcome(changed, reply)


def _nothing_added(state: CallState, facts: Facts, lost: Sequence[NotUnderstood], refused: Sequence[int]) -> Outcome:
    """Why a sentence added nothing: too many of something, nothing that we have, or no order at all."""
    if refused:
        refusal = say.refusal(QuantityOutOfRange(refused[0], MAX_QUANTITY))
    elif lost and lost[0].undecided:
        refusal = say.Refusal(
            which_one(lost[0]), "The caller named several and wants one of them; nothing was added. Ask which."
        )
    elif lost:
        refusal = say.refusal(NotOnTheMenu(lost[0].words, lost[0].nearest))
    else:
        refusal = say.Refusal(
            "I haven't added anything. What would you like to order?",
            "These words order nothing, and nothing was added. Answer the caller, or ask what they would like.",
        )
    return _refused(state, facts, refusal, {"notUnderstood": as_rows(lost)})


def _refused(state: CallState, facts: Facts, refusal: say.Refusal, fields: Reply) -> Outcome:
    reply: Reply = {
        "ok": False,
        "message": refusal.message,
        "error": refusal.error,
        "item": None,
        "items": [],
        "cartSize": len(state.cart.lines),
        **cart_view.running(state, facts),
        **fields,
    }
    return Outcome(state, reply)


def _removed(gone: LineItem, state: CallState, facts: Facts) -> dict[str, object]:
    """The line that went, as it was."""
    index = state.cart.index_of(gone.line_id) or 0
    try:
        quote = quote_cart(replace(state, cart=state.cart.with_line(gone)), facts)
    except NotOnTheMenu:
        # A line that the menu does not sell any more must be removable.
        quote = quote_cart(replace(state, cart=state.cart.emptied()), facts)
    return cart_view.line(index, gone, facts.menu, quote)
