"""A small shop's files as text, to be broken one mistake at a time."""

from __future__ import annotations

from pathlib import Path

from kebabalab.gateways.shop_files import load
from kebabalab.models.errors import ShopFilesBroken
from kebabalab.tools.ports import ShopData

MENU = """\
categories: [drinks, snacks]
groups:
  size:
    kind: one
    required: yes
    ask: Small or large?
    price: free
    options: {small: , large: [big, grande]}
  leaf:
    kind: one
    required: yes
    ask: Which tea?
    price: free
    options: [green, black]
  syrup:
    kind: many
    said: [syrup]
    price: 0.50
    extra: 0.30
    options:
      honey: free
      mint: {said: [minty]}
      plum: {price: {small: 0.60, large: 0.80}}
  filling:
    kind: one
    required: yes
    ask: Which filling?
    price: free
    options: [jam, curd]
  lid:
    kind: flag
    said: [lid]
    usual: yes
    price: free
items:
  tea:
    category: drinks
    title: "{size} {leaf} Tea"
    said: [tea]
    price: {small: 3.00, large: 4.00}
    groups:
      size:
      leaf:
      syrup: {usual: [honey]}
      lid:
  bun:
    category: snacks
    title: "{filling} Bun"
    said: bun
    price: 2.50
    groups: [filling]
sides:
  bun:
    item: bun
    fields: {bun_filling: filling}
    usual: {filling: jam}
deals:
  tea_time:
    name: Tea time
    main: tea
    with: [bun]
    price: {small: 5.00, large: 6.00}
    said: [tea time]
"""

SHOP = """\
name: Corner Tea
address: 2 Example Street
phone: "+61255501234"
business_number: "1"
country: AU
currency: AUD
time_zone: Australia/Sydney
hours:
  monday: 09:00-17:00
  tuesday: 09:00-17:00
  wednesday: closed
  thursday: [09:00-12:00, 13:00-17:00]
  friday: 18:00-02:00
  saturday: 09:00-17:00
  sunday: closed
lead_times:
  earliest: 5
  earliest_busy: 10
  free_queue: 3
  per_queued_order: 1
  estimate: 5
  estimate_busy: 10
  per_extra_item: 1
  per_waiting_order: 1
  longest_estimate: 30
  days_ahead: 2
tax: {name: GST, part_of_total: 1/11}
holiday_surcharge: {on: no, percent: 15, country: AU, subdivision: NSW}
"""


def write(folder: Path, menu: str = MENU, shop: str = SHOP) -> Path:
    """A shop's folder with these files."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "menu.yaml").write_text(menu, encoding="utf-8")
    (folder / "shop.yaml").write_text(shop, encoding="utf-8")
    return folder


def loaded(folder: Path, menu: str = MENU, shop: str = SHOP) -> ShopData:
    """What these files load to."""
    return load(write(folder, menu, shop))


def problems(folder: Path, menu: str = MENU, shop: str = SHOP) -> tuple[str, ...]:
    """The mistakes that these files are refused for, () for none."""
    try:
        loaded(folder, menu, shop)
    except ShopFilesBroken as broken:
        return broken.problems
    return ()


def edited(text: str, old: str, new: str) -> str:
    """The text with one passage changed, which must stand in it once."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the file"
    return text.replace(old, new)
