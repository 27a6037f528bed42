"""How fast sentences are understood, and how that grows with the sentence and the menu.

    python -m benchmarks.parse [--json]

Every figure is the median of several runs in this process on one core; growth is a ratio within the same run.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path

from kebabalab.gateways import shop_files
from kebabalab.language.lexicon import Lexicon, build_lexicon
from kebabalab.language.understand import understand
from kebabalab.models.menu import Group, GroupKind, Item, Menu, Option, Price
from kebabalab.models.money import ZERO, Money
from tests.utterances import examples, kebabalab_tuned

SHOP = Path(__file__).parents[1] / "shops" / "kebabalab"
RUNS = 7
ITEMS = (50, 500, 5000)
WORDS = (10, 50, 100, 250, 500)
SYLLABLES = (
    "ba be bo da de di fo ga go ka ke ki la le li lo ma me mi mo na ne no pa pe po ra re ri sa se so ta te ti to va ve"
).split()


def main() -> None:
    """Print the figures as a table, or as JSON."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--json", action="store_true", help="print JSON")
    found = figures()
    if options.parse_args().json:
        print(json.dumps(found, indent=2))
        return
    for name, value in found.items():
        print(f"{name:38} {value:12,.2f}")


def figures() -> dict[str, float]:
    """All figures of one run."""
    menu = shop_files.load(SHOP).menu
    lexicon = build_lexicon(menu)
    said = [words for words, _ in (*examples.CASES, *kebabalab_tuned.CASES)]
    found: dict[str, float] = {"sentences": float(len(said))}
    found["sentences_per_second"] = len(said) / median(lambda: read_all(said, lexicon))
    found |= growth_with_menu()
    found |= growth_with_sentence(lexicon)
    return found


def growth_with_menu() -> dict[str, float]:
    """The time a sentence takes on made-up menus of growing size, and the memory of the largest lexicon."""
    times, found = {}, {}
    for size in ITEMS:
        menu = made_up(size)
        tracemalloc.start()
        lexicon = build_lexicon(menu)
        held, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        said = orders(menu, 300)
        times[size] = median(lambda said=said, lexicon=lexicon: read_all(said, lexicon)) / len(said)
        found[f"microseconds_at_{size}_items"] = times[size] * 1e6
        found[f"lexicon_megabytes_at_{size}_items"] = held / 1e6
    found["growth_50_to_5000_items"] = times[ITEMS[-1]] / times[ITEMS[0]]
    return found


def growth_with_sentence(lexicon: Lexicon) -> dict[str, float]:
    """The time a word takes in sentences of growing length: even where reading is linear."""
    one = "a large lamb kebab with garlic and no onion and two cokes and ".split()
    found = {}
    for length in WORDS:
        text = " ".join((one * (length // len(one) + 1))[:length])
        found[f"microseconds_a_word_at_{length}_words"] = (
            median(lambda text=text: understand(text, lexicon)) / length * 1e6
        )
    found["growth_a_word_50_to_500"] = (
        found["microseconds_a_word_at_500_words"] / found["microseconds_a_word_at_50_words"]
    )
    return found


def read_all(said: Sequence[str], lexicon: Lexicon) -> None:
    """Understand every sentence once."""
    for words in said:
        understand(words, lexicon)


def median(work: Callable[[], object]) -> float:
    """The median seconds of several runs, after one that is not counted."""
    work()
    taken = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def made_up(size: int) -> Menu:
    """A menu of so many dishes with names of two made-up words or the first of them, each a size and ten toppings."""
    dice = random.Random(size)
    free = Price.fixed(ZERO)
    sizes = Group("size", "size", GroupKind.ONE, tuple(Option(one, one, free) for one in ("small", "large")), True)
    names = [word(dice) for _ in range(40)]
    items = []
    for number in range(size):
        picked = tuple(Option(one, one, Price.fixed(Money(100))) for one in dice.sample(names, 10))
        group = Group("toppings", "toppings", GroupKind.MANY, picked)
        name = f"{word(dice)} {word(dice)}"
        said = (name, name.split(maxsplit=1)[0])
        items.append(Item(f"item_{number}", "food", name, f"{name}s", Price.fixed(Money(1000)), said, (sizes, group)))
    return Menu(f"made-up-{size}", tuple(items))


def word(dice: random.Random) -> str:
    """A word of three or four syllables."""
    return "".join(dice.choice(SYLLABLES) for _ in range(dice.randint(3, 4)))


def orders(menu: Menu, count: int) -> list[str]:
    """Sentences that order from the menu: quantities, sizes, toppings on and off."""
    dice = random.Random(count)
    found = []
    for _ in range(count):
        item = dice.choice(menu.items)
        toppings = [option.name for option in dice.sample(item.groups[1].options, 2)]
        found.append(f"can i get two large {dice.choice(item.said)}s with {toppings[0]} and no {toppings[1]} please")
    return found


if __name__ == "__main__":
    main()
