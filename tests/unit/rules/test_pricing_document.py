"""docs/PRICING.md shows receipts that the first shop really writes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kebabalab.gateways.shop_files import load
from kebabalab.language.lexicon import build_lexicon
from kebabalab.language.understand import understand
from kebabalab.models.cart import Cart
from kebabalab.models.quote import LineQuote
from kebabalab.rules.choosing import choose
from kebabalab.rules.deals import suggestions
from kebabalab.rules.pricing import Surcharge, quote

ROOT = Path(__file__).resolve().parents[3]
DOCUMENT = (ROOT / "docs" / "PRICING.md").read_text(encoding="utf-8")
DATA = load(ROOT / "shops" / "kebabalab")
LEXICON = build_lexicon(DATA.menu)
RECEIPTS = re.findall(r"```receipt\n(.*?)```", DOCUMENT, re.DOTALL)
WIDTH = 56


def receipt(words: str, holiday: bool) -> str:
    """The receipt of what these words order, as the document writes it."""
    heard = understand(words, LEXICON)
    assert not heard.not_understood
    cart = Cart().add(choose(request, DATA.menu) for request in heard.requests)
    priced = quote(cart.lines, DATA.menu, DATA.shop.tax, Surcharge("public holiday", 10) if holiday else None)
    rows = [row for line in priced.lines for row in line_rows(line)]
    if priced.surcharge:
        rows.append(row("public holiday, 10 %", str(priced.surcharge)))
    rows.append(row("total", str(priced.total)))
    rows.append(row(f"of it {DATA.shop.tax.name}", str(priced.tax)))
    rows += [
        row(f"with the {found.name} it would be less by", str(found.saves))
        for found in suggestions(cart.lines, DATA.menu, DATA.shop.tax)
    ]
    return "\n".join(rows)


def line_rows(line: LineQuote) -> Iterator[str]:
    for step in line.steps:
        yield row(f"{step.rule:8}{step.label}", str(step.amount))
    if line.quantity > 1:
        yield row(f"{line.quantity} times {line.unit}", str(line.total))
    if line.unit is None:
        yield row("open", "no price yet")


def row(left: str, right: str) -> str:
    return f"{left} {'.' * (WIDTH - len(left) - len(right) - 2)} {right}"


@pytest.mark.parametrize("text", RECEIPTS, ids=[text.splitlines()[0] for text in RECEIPTS])
def test_a_receipt_in_the_document_is_what_the_shop_charges(text: str) -> None:
    words, _, rest = text.partition("\n")
    holiday = words.endswith("(on a public holiday)")
    assert receipt(words.removesuffix("(on a public holiday)"), holiday) == rest.strip("\n")


@pytest.mark.parametrize("rule", ("base", "option", "helping", "deal", "side"))
def test_the_document_has_a_section_and_a_receipt_for_every_rule(rule: str) -> None:
    assert f"`{rule}`" in DOCUMENT
    if rule != "side":  # the first shop has no deal that is dearer than its parts
        assert any(re.search(rf"^{rule} ", text, re.MULTILINE) for text in RECEIPTS)
