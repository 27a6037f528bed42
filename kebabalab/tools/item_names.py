"""What an item is called whatever is chosen of it."""

from __future__ import annotations

from kebabalab.models.menu import Item


def item_name(item: Item) -> str:
    """The item's name without what can be chosen, as the tools understand it."""
    return title_name(item) or item.id.replace("_", " ")


def title_name(item: Item) -> str:
    """The name that the item's title holds, "" where the title only describes what was chosen ("{choice} cup")."""
    words = " ".join(word for word in item.title.split() if "{" not in word)
    return words if words != words.lower() or "{" not in item.title else ""
