"""The tools that tell what it costs: the price with its reasons, the read-back, and meals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kebabalab.language import say
from kebabalab.models.call import CallState
from kebabalab.models.cart import Cart
from kebabalab.models.errors import CartEmpty, NotAChoice
from kebabalab.models.item import LineItem, Mention
from kebabalab.models.menu import Menu
from kebabalab.models.money import ZERO, Money
from kebabalab.models.quote import LineQuote, Quote
from kebabalab.rules.deals import convert, suggestions
from kebabalab.rules.sides import deal_of
from kebabalab.tools import cart_view
from kebabalab.tools.amending import follow
from kebabalab.tools.cart_words import EMPTY, called, left_words, questions, total_words
from kebabalab.tools.facts import Facts
from kebabalab.tools.field_values import read_value
from kebabalab.tools.outcome import Outcome, Reply
from kebabalab.tools.quoting import quote_cart
from kebabalab.validators.schemas import ConvertItemsToMeals, NoArguments


def price_cart(state: CallState, args: NoArguments, facts: Facts) -> Outcome:
    """Say what the order costs and why: each line with the rule that gave its price, and the deals that would save.

    The total is in every answer about the cart: call this only when the caller asks about a price or about deals.
    """
    quote = quote_cart(state, facts)
    saving = suggestions(state.cart.lines, facts.menu, facts.shop.tax)
    told = [total_words(quote, "in all")] if state.cart.lines else [EMPTY]
    told += [f"With the {say.speakable(one.name, 60)} it would be {say.money(one.saves)} less" for one in saving[:1]]
    reply: Reply = {
        "ok": True,
        "message": say.sentences((*told, *questions(state.cart.lines, facts))),
        "subtotal": quote.subtotal.amount,
        "gst": quote.tax.amount,
        "breakdown": [_explained(n, line, quote, facts.menu) for n, line in enumerate(state.cart.lines)],
        "suggestions": [
            {
                "deal": one.name,
                "dealId": one.deal,
                "saves": one.saves.amount,
                "itemIndices": [state.cart.index_of(line_id) for line_id in one.line_ids],
            }
            for one in saving
        ],
        **cart_view.running(state, facts),
    }
    if quote.surcharge:
        reply |= {"surcharge": quote.surcharge.amount, "surchargeLabel": quote.surcharge_label}
    return Outcome(state, reply)


def get_order_summary(state: CallState, args: NoArguments, facts: Facts) -> Outcome:
    """Read the whole order back to the caller, before createOrder: say the summary and ask whether it is right."""
    quote = quote_cart(state, facts)
    lines = state.cart.lines
    if lines:
        surcharge = f"with the {quote.surcharge_label}" if quote.surcharge else ""
        pickup = f"It will be ready {say.when(state.pickup.at, facts.now)}" if state.pickup is not None else ""
        summary = say.sentences((say.order(lines, facts.menu), total_words(quote, surcharge or "in all"), pickup))
    else:
        summary = EMPTY
    message = say.sentences((summary, *questions(lines, facts)))
    reply: Reply = {"ok": True, "message": message, "summary": summary, **cart_view.running(state, facts)}
    return Outcome(state, reply)


def convert_items_to_meals(state: CallState, args: ConvertItemsToMeals, facts: Facts) -> Outcome:
    """Make meals of items that are in the order, every choice kept; what the order already holds goes into the meal.

    Without itemIndices, of all that can be one. Say what it saves, and what was assumed.
    """
    if not state.cart.lines:
        raise CartEmpty
    asked = _lines(args, state, facts)
    done = _Conversion(state.cart)
    for line in asked:
        done = _converted(done, line, _wanted(line, args.wanted, facts), facts)
    if not done.count:
        return _nothing_converted(state, asked, facts)
    changed = replace(state, cart=done.cart)
    made = [line for line in done.cart.lines if line.line_id in done.made]
    told = [f"Now it's {say.listing(say.lines(made, facts.menu))}"]
    told += [f"That saves {say.money(done.savings)}"] if done.savings.cents > 0 else []
    told += (
        [f"There is no such deal for {say.summary(done.left, facts.menu)}"] if done.left and args.item_indices else []
    )
    reply: Reply = {
        "ok": True,
        "message": say.sentences((*told, *questions(made, facts), left_words(changed, facts))),
        "convertedCount": done.count,
        "savings": done.savings.amount,
        "cartSize": len(done.cart.lines),
        "notConverted": [say.title(line, facts.menu) for line in done.left] if args.item_indices else [],
        **cart_view.running(changed, facts),
    }
    return follow(Outcome(changed, reply), facts)


@dataclass(frozen=True, slots=True)
class _Conversion:
    """A cart on its way: what became deals, and the lines that could not."""

    cart: Cart
    count: int = 0
    savings: Money = ZERO
    made: tuple[str, ...] = ()
    left: tuple[LineItem, ...] = ()


def _lines(args: ConvertItemsToMeals, state: CallState, facts: Facts) -> list[LineItem]:
    """The lines that are meant: those named, else every one that a deal is for. Raises NoSuchLine."""
    if args.item_indices is not None:
        lines = [facts.line_at(index, state) for index in args.item_indices]
        return list({line.line_id: line for line in lines}.values())
    return [line for line in state.cart.lines if facts.menu.deals_of(line.item) and not line.is_deal]


def _converted(
    done: _Conversion, line: LineItem, wanted: Mapping[str, tuple[Mention, ...]], facts: Facts
) -> _Conversion:
    """The conversion with one more line, unless no deal is for it or none has the sides that are wanted."""
    if done.cart.index_of(line.line_id) is None:
        return done
    turned = convert(done.cart, (line.line_id,), facts.menu, wanted)
    made = [one for one in turned.cart.lines if one.line_id in turned.line_ids]
    if not turned.count or any(deal_of(one, facts.menu) is None for one in made):
        return replace(done, left=(*done.left, line))
    return replace(
        done,
        cart=turned.cart,
        count=done.count + turned.count,
        savings=done.savings + turned.savings,
        made=(*done.made, *turned.line_ids),
    )


def _wanted(line: LineItem, said: Mapping[str, object], facts: Facts) -> dict[str, tuple[Mention, ...]]:
    """What was said of the sides, by side, as mentions of the side's item. Raises NotAChoice."""
    found: dict[str, tuple[Mention, ...]] = {}
    for side in facts.menu.sides:
        sold = facts.menu.item(side.item)
        for name, group_id in side.fields.items():
            group = sold.group(group_id) if sold is not None else None
            if name not in said or sold is None or group is None:
                continue
            read = read_value(str(said[name]), group, sold, facts.lexicon)
            if read.unknown:
                options = tuple(option.name for option in group.options if option.available)
                raise NotAChoice(say.title(line, facts.menu), name, str(said[name])[:60], options)
            found[side.id] = found.get(side.id, ()) + read.mentions
    return found


def _nothing_converted(state: CallState, asked: Sequence[LineItem], facts: Facts) -> Outcome:
    """Why nothing became a deal."""
    names = say.listing([f"the {called(line, facts)}" for line in asked], "or")
    if any(facts.menu.deals_of(line.item) and not line.is_deal for line in asked):
        message, error = f"Sorry, there is no deal like that for {names}", "No deal of these items has such sides"
    elif asked and all(line.is_deal for line in asked):
        message, error = f"{names} is a deal already", "These are deals already: change their sides with editCartItem"
    elif asked:
        message, error = f"Sorry, there is no deal for {names}", "No deal is sold for these items"
    else:
        message, error = "Sorry, there is no deal for what you have", "Nothing in the cart can become a deal"
    reply: Reply = {
        "ok": False,
        "message": say.sentence(message),
        "error": say.sentence(f"{error}; nothing was changed"),
        "convertedCount": 0,
        "savings": 0.0,
        **cart_view.running(state, facts),
    }
    return Outcome(state, reply)


def _explained(index: int, line: LineItem, quote: Quote, menu: Menu) -> dict[str, object]:
    """A line's price: the rule that gave it, and each amount in it."""
    priced = quote.line(line.line_id) or LineQuote(line.line_id, line.quantity, None, None, ())
    rules = [step.rule for step in priced.steps]
    return {
        "index": index,
        "name": say.title(line, menu),
        "quantity": line.quantity,
        "price": priced.unit.amount if priced.unit is not None else None,
        "lineTotal": priced.total.amount if priced.total is not None else None,
        "rule": "deal" if "deal" in rules else "parts" if "side" in rules else "base" if rules else "open",
        "amounts": [{"rule": step.rule, "label": step.label, "amount": step.amount.amount} for step in priced.steps],
    }
