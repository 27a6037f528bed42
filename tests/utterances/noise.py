"""What a phone line and a recogniser do to a sentence: a seeded generator of speech noise.

A sentence gets one edit, a longer one sometimes a second. The kinds, drawn by weight among those that the sentence
allows: a word becomes one that sounds like it (a table of what recognisers write), a word over four letters gets a
letter doubled, dropped or swapped, a word falls apart, two words run together, a word without meaning is lost, a filler
slips in. What decides the order is left as it was said: numbers, refusals, helpings, corrections, and the words that
say what belongs to what; and no word of a menu becomes another word of a menu. The right answer is therefore the same.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

LONG_SENTENCE = 6
LONG_WORD = 4
SPLIT_FROM = 8


def words_of(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


# Heard the wrong way, any of these would change the order: never touched, never made, never lost.
KEPT = words_of("""
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen couple pair half
    quarter kilo gram grams ml another more times won too to for ate first second third both either each other them
    no not none nothing without minus except but apart hold skip leave out any never plain
    only just extra double triple single heaps loads lots plenty light little easy touch bit much lot everything all
    actually sorry wait mean make change swap scratch forget scrap nah hang oh instead worry
    how what which where when who is are do does have has there can will would on side inside
""")

# No edit may make one of these: the words of this shop's menu and of the kinds of menu that are tried beside it.
MENU = words_of("""
    kebab kebabs doner hsp hsps snack pack packs halal chips fries gozleme gozlemes lamb chicken mixed falafel vegan
    vegetarian veggie lettuce tomato tomatoes onion onions pickles olives garlic chilli bbq barbecue sweet mayo hummus
    aioli cheese haloumi jalapenos salad salads sauce sauces salt normal meat can cans coke zero diet vanilla pepsi max
    mountain dew solo fanta lift sprite sunkist schweppes lemonade water ayran salgam red bull v energy drink iced tea
    lemon peach mango baklava turkish delight rose container tub box bag cutlery napkins forks plates large small
    meal combo deal pizza pizzas margherita pepperoni hawaiian capricciosa supreme base crust thin thick stuffed ham
    pineapple mushroom mushrooms capsicum anchovies mozzarella basil bacon prawn prawns salami spinach beef burger
    burgers patty egg beetroot latte lattes cappuccino flat white black espresso mocha macchiato chai milk soy oat
    almond skim decaf shot shots sugar syrup caramel hazelnut toast muffin wedges nuggets rings bottle bottles cola
    orange apple juice medium family slice slices hot cold regular chop chops
""")

# What recognisers write for a word, by the sound of it.
SOUNDS = {
    "kebab": ("kebap", "cabab", "kabab", "kebob", "key bab"),
    "lamb": ("lam", "lamp"),
    "chicken": ("chiken", "chickin", "chick in"),
    "mixed": ("mix", "mixt"),
    "falafel": ("filafel", "felafel", "fallafel"),
    "hsp": ("h s p", "aitch ess pee", "h.s.p."),
    "snack": ("snak", "snag"),
    "gozleme": ("goes lemay", "gozlemi", "guzleme", "goz lemme"),
    "garlic": ("garlik", "galic", "garlick"),
    "chilli": ("chilly", "chili"),
    "barbecue": ("barbeque", "bar b q"),
    "hummus": ("homous", "humus", "hummous"),
    "lettuce": ("letters", "letus", "let us"),
    "tomato": ("tomatoe", "tamato"),
    "onion": ("union", "onyon"),
    "olives": ("oliffs", "ollives"),
    "mayo": ("mayho", "maio"),
    "haloumi": ("halloumi", "hallumi"),
    "jalapenos": ("halapenos", "jalapinos"),
    "cheese": ("cheeze", "chees"),
    "sauce": ("source", "sorce"),
    "salt": ("sault", "sorlt"),
    "chips": ("chipps", "ships"),
    "meal": ("meel", "mealo"),
    "combo": ("comboh", "com bo"),
    "large": ("larg", "larj"),
    "small": ("smal", "smoll"),
    "sprite": ("spright", "sprit"),
    "fanta": ("fantah", "fanter", "phanta"),
    "pepsi": ("pepsy", "pep see"),
    "sunkist": ("sunkissed", "sun kissed"),
    "schweppes": ("shweppes", "shweps"),
    "lemonade": ("lemonaid", "lemmonade"),
    "dew": ("due", "doo"),
    "vanilla": ("vanila", "vernilla"),
    "ayran": ("airan", "eye ran"),
    "salgam": ("shalgam", "salgum"),
    "tea": ("tee",),
    "peach": ("peech",),
    "mango": ("man go", "mangoe"),
    "baklava": ("baclava", "balaclava"),
    "delight": ("delite", "de lite"),
    "pizza": ("peetza", "pitza"),
    "margherita": ("margarita", "margareta"),
    "pepperoni": ("peperoni", "pepper oni"),
    "hawaiian": ("hawaian", "hawian"),
    "capricciosa": ("capriciosa", "capree chosa"),
    "mushroom": ("mush room", "mushrum"),
    "capsicum": ("capsicam", "capsicom"),
    "mozzarella": ("mozarella", "motzarella"),
    "anchovies": ("anchovys", "ant chovies"),
    "pineapple": ("pine appel", "pinapple"),
    "burger": ("berger", "burgar"),
    "bacon": ("baycon", "bakon"),
    "cappuccino": ("capuccino", "cappa chino"),
    "latte": ("lattay", "larte"),
    "espresso": ("expresso", "espreso"),
    "mocha": ("mocker", "moka"),
    "macchiato": ("machiato", "mackiato"),
    "with": ("wiv", "whith"),
    "and": ("n", "en"),
    "could": ("cud", "coud"),
    "please": ("pleas", "pleez"),
    "get": ("git",),
    "thanks": ("fanks", "thanx"),
}

# What recognisers run together.
JOINED = frozenset(
    tuple(pair.split())
    for pair in (
        "snack pack,hot chips,red bull,ice tea,iced tea,sweet chilli,turkish delight,mountain dew,pepsi max,"
        "garlic sauce,chilli sauce,bbq sauce,tomato sauce,chicken salt,kebab meal,lamb kebab,chicken kebab,"
        "flat white,hot chocolate,garlic bread,oat milk,soy milk,almond milk,iced latte,meat lovers,burger meal"
    ).split(",")
)

FILLERS = ("um", "uh", "er", "ah", "like", "yeah", "you know", "um yeah")
OPENERS = ("um", "uh", "yeah", "so", "hi", "hey mate", "ah yeah")
CLOSERS = ("thanks", "please", "mate", "yeah", "cheers")

POLITE = words_of("please thanks mate cheers um uh er ah")
ASKING = words_of("i i'd i'll can could get grab want like order please hi hey mate yeah um uh")
POINTED = words_of("works others same rest ones whole large small")
HOLDERS = words_of("can cans bottle bottles tub tubs cup cups piece pieces slice slices serve glass")
BESIDES = words_of("chips fries wedges it that a an the some large small")
# A recogniser knows how the commonest words are written: no slip of a letter in these.
COMMON = words_of("large small please could thanks their about going order pickup")


@dataclass(frozen=True, slots=True)
class Edit:
    """The words from `start` to before `end` replaced by `words`; none of them: lost; start == end: slips in."""

    start: int
    end: int
    words: tuple[str, ...]


def noisy(text: str, seed: int, strength: float = 1.0) -> str:
    """The sentence as a bad line would hand it over; the same text, seed and strength always give the same.

    `strength` is 0 to 1: how likely the first edit is. A second, in a sentence of LONG_SENTENCE words or more, is half
    as likely. At 1 every sentence that has a word is changed.
    """
    rng = random.Random(f"{seed}:{text}")
    words = text.split()
    if not words or rng.random() >= strength:
        return text
    once, made = after_an_edit(words, rng, range(0))
    if len(once) < LONG_SENTENCE or rng.random() >= strength / 2:
        return " ".join(once)
    twice, _ = after_an_edit(once, rng, made)
    # A courtesy lost and slipped in again is no noise.
    return " ".join(once if twice == words else twice)


def after_an_edit(words: list[str], rng: random.Random, made: range) -> tuple[list[str], range]:
    """The words after one more edit, and which of them it made. The words in `made` are left alone."""
    kinds = ((swaps, 4), (letters, 3), (fillers, 2), (losses, 2), (joins, 2), (splits, 1))
    possible = [([edit for edit in kind(words) if fits(edit, made)], weight) for kind, weight in kinds]
    possible = [(edits, weight) for edits, weight in possible if edits]
    (edits,) = rng.choices([edits for edits, _ in possible], [weight for _, weight in possible])
    # Where first, then how: a word that can go wrong in many ways is not hit more often for it.
    place = rng.choice(sorted({(edit.start, edit.end) for edit in edits}))
    edit = rng.choice([edit for edit in edits if (edit.start, edit.end) == place])
    return [*words[: edit.start], *edit.words, *words[edit.end :]], range(edit.start, edit.start + len(edit.words))


def fits(edit: Edit, made: range) -> bool:
    """Whether an edit leaves alone what an earlier one made."""
    return not set(range(edit.start, edit.end)) & set(made) and edit.start not in made[1:]


def core(word: str) -> str:
    """The word itself: lower case, without the punctuation around it."""
    return re.sub(r"^\W+|\W+$", "", word).lower()


def dressed(word: str, heard: str) -> tuple[str, ...]:
    """What was heard instead of a word, with the punctuation that stood around it."""
    head, tail = re.split(r"\w.*\w|\w", word, maxsplit=1)
    return tuple(f"{head}{heard}{tail}".split())


def kept(word: str) -> bool:
    """Whether a word must stay as it was said: a number, or a word that turns the sense."""
    return core(word) in KEPT or any(letter.isdigit() for letter in word) or "'" in core(word)


def harmless(heard: str) -> bool:
    """Whether what was heard means nothing else: no menu word, no number, no refusal."""
    return not any(core(part) in MENU or kept(part) for part in heard.split())


def swaps(words: list[str]) -> Iterator[Edit]:
    """A word becomes one that sounds like it."""
    for n, word in enumerate(words):
        said = core(word)
        plural = "s" if said not in SOUNDS and said.endswith("s") else ""
        for heard in SOUNDS.get(said.removesuffix(plural), ()):
            if harmless(heard + plural):
                yield Edit(n, n + 1, dressed(word, heard + plural))


def letters(words: list[str]) -> Iterator[Edit]:
    """A letter goes wrong inside a word over LONG_WORD letters."""
    for n, word in enumerate(words):
        said = core(word)
        if len(said) <= LONG_WORD or not said.isalpha() or kept(word) or said in COMMON:
            continue
        for heard in sorted(set(slips(said)) - {said}):
            if harmless(heard):
                yield Edit(n, n + 1, dressed(word, heard))


def slips(said: str) -> Iterator[str]:
    """A word with one letter wrong, neither its first nor its last.

    A near vowel for another, a consonant doubled after a vowel, or lost before a consonant: it sounds much as it did.
    """
    vowels = "aeiou"
    for n in range(1, len(said) - 1):
        head, letter, tail = said[:n], said[n], said[n + 1 :]
        if letter in vowels:
            yield from (head + other + tail for other in vowels if abs(vowels.index(other) - vowels.index(letter)) == 1)
        else:
            if said[n - 1] in vowels:
                yield head + letter * 2 + tail
            if n > 1 and len(tail) > 1 and tail[0] not in vowels:
                yield head + tail


def splits(words: list[str]) -> Iterator[Edit]:
    """A long word falls into two that mean nothing."""
    for n, word in enumerate(words):
        said = core(word)
        heard = f"{said[: len(said) // 2]} {said[len(said) // 2 :]}"
        if len(said) >= SPLIT_FROM and said.isalpha() and not kept(word) and harmless(heard):
            yield Edit(n, n + 1, dressed(word, heard))


def joins(words: list[str]) -> Iterator[Edit]:
    """Two words that are often said together are written as one."""
    for n, (left, right) in enumerate(pairwise(words)):
        if left.isalpha() and (left.lower(), core(right)) in JOINED:
            yield Edit(n, n + 2, (left + right,))


def losses(words: list[str]) -> Iterator[Edit]:
    """A word is lost where the sentence means the same without it."""
    for n, word in enumerate(words):
        before = core(words[n - 1]) if n else ""
        after = core(words[n + 1]) if n + 1 < len(words) else ""
        # Only the first article may go: later ones part the items ("a lamb and a chicken one").
        opening = all(core(ahead) in ASKING for ahead in words[:n])
        # "no olives with ham" is not "no olives ham".
        guarded = word == "with" and any(kept(ahead) for ahead in words[max(0, n - 3) : n])
        if word.isalpha() and (before or after) and not guarded and unneeded(word, before, after, opening=opening):
            yield Edit(n, n + 1, ())


def unneeded(said: str, before: str, after: str, *, opening: bool) -> bool:
    """Whether this word may go: a courtesy, an article, `of` after what holds it, `with` before a thing."""
    if said in POLITE:
        return True
    if not after or kept(after):
        return False
    if said in {"a", "an"}:
        return opening
    if said == "the":
        return after not in POINTED
    if said == "of":
        return before in HOLDERS
    return said == "with" and bool(before) and not {before, after} & BESIDES


def fillers(words: list[str]) -> Iterator[Edit]:
    """A filler slips in: at an end of the sentence, or after a joining word."""
    yield from (Edit(0, 0, tuple(filler.split())) for filler in OPENERS)
    yield from (Edit(len(words), len(words), (filler,)) for filler in CLOSERS)
    for n in range(2, len(words)):
        if core(words[n - 1]) in {"with", "and"} and not kept(words[n]) and not kept(words[n - 2]):
            yield from (Edit(n, n, tuple(filler.split())) for filler in FILLERS)
