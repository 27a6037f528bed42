"""What holds of every price, whatever is in the cart."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kebabalab.models.cart import Cart
from kebabalab.models.item import Choice, LineItem
from kebabalab.rules.deals import convert, suggestions
from kebabalab.rules.pricing import Surcharge, quote
from tests.builders import GST, lines, whole_lines
from tests.unit.rules.priced import MENU, cost

carts = st.lists(whole_lines(MENU), max_size=8).map(lambda several: lines(*several))


@given(carts)
def test_the_total_is_the_sum_of_the_lines_and_each_line_of_its_steps(cart: tuple[LineItem, ...]) -> None:
    priced = quote(cart, MENU, GST)
    assert priced.total.cents == sum(each.total.cents for each in priced.lines if each.total is not None)
    for each in priced.lines:
        assert each.unit is not None
        assert each.unit.cents == sum(step.amount.cents for step in each.steps)
        assert each.total == each.unit * each.quantity


@given(carts.flatmap(lambda cart: st.tuples(st.just(cart), st.permutations(cart))))
def test_the_order_of_the_lines_never_matters(both: tuple[tuple[LineItem, ...], list[LineItem]]) -> None:
    one_way, other_way = (quote(cart, MENU, GST) for cart in both)
    assert (one_way.total, one_way.tax) == (other_way.total, other_way.tax)
    assert all(one_way.line(each.line_id) == each for each in other_way.lines)


@given(carts, whole_lines(MENU))
def test_adding_never_makes_it_cheaper_and_removing_restores_the_total(
    cart: tuple[LineItem, ...], added: LineItem
) -> None:
    before = quote(cart, MENU, GST, Surcharge("holiday", 10))
    after = quote((*cart, added), MENU, GST, Surcharge("holiday", 10))
    assert after.total > before.total
    assert quote((*cart, added)[:-1], MENU, GST, Surcharge("holiday", 10)) == before


@given(whole_lines(MENU).filter(lambda asked: asked.item == "roll"), st.sampled_from(["cress", "sprouts"]))
def test_one_more_choice_never_makes_a_line_cheaper(asked: LineItem, added: str) -> None:
    others = tuple(choice for choice in asked.choices["greens"] if choice.option != added)
    less = replace(asked, choices={**asked.choices, "greens": others})
    more = replace(asked, choices={**asked.choices, "greens": (*others, Choice(added))})
    assert cost(less) <= cost(more)


@given(whole_lines(MENU))
def test_a_deal_never_costs_more_than_its_parts(asked: LineItem) -> None:
    parts = [replace(asked, sides={})]
    for side_id, choices in asked.sides.items():
        parts.append(LineItem("", side_id, asked.quantity, choices))
    assert cost(asked) <= cost(*parts)


@given(carts, st.integers(0, 30))
def test_every_amount_is_whole_cents(cart: tuple[LineItem, ...], percent: int) -> None:
    priced = quote(cart, MENU, GST, Surcharge("holiday", percent))
    amounts = [priced.subtotal, priced.surcharge, priced.tax, priced.total]
    amounts += [amount for each in priced.lines for amount in (each.unit, each.total) if amount is not None]
    amounts += [step.amount for each in priced.lines for step in each.steps]
    assert {type(amount.cents) for amount in amounts} == {int}
    assert 0 <= priced.tax.cents <= priced.total.cents


@given(carts)
def test_making_a_deal_keeps_every_choice_and_each_line_of_it_costs_no_more_than_its_parts(
    cart: tuple[LineItem, ...],
) -> None:
    for before in cart:
        done = convert(Cart(cart, len(cart) + 1), (before.line_id,), MENU, {})
        turned = [each for each in done.cart.lines if each.line_id in done.line_ids]
        assert all((each.item, each.choices) == (before.item, before.choices) for each in turned)
        assert sum(each.quantity for each in turned) == (before.quantity if done.count else 0)
        assert done.savings.cents >= 0


@given(st.lists(whole_lines(MENU, most=1), max_size=8).map(lambda several: lines(*several)))
def test_a_suggested_deal_makes_the_cart_cheaper_by_just_what_it_says(cart: tuple[LineItem, ...]) -> None:
    for suggestion in suggestions(cart, MENU, GST)[:1]:
        done = convert(Cart(cart, len(cart) + 1), suggestion.line_ids[:1], MENU, {}, suggestion.deal)
        assert cost(*cart) - cost(*done.cart.lines) == suggestion.saves.cents == done.savings.cents
