"""What callers of the coffee and burger bar say: quick everyday calls, half of them about coffee and drinks.

Written on 2026-11-24 from the menu and the rules alone, by somebody who had not seen the parser nor ran it. The first
score was 50 of 50, nothing added falsely. Nothing was tuned on it.
"""

from __future__ import annotations

CASES: list[tuple[str, list[str]]] = [
    # plain
    ("can i grab a large flat white please", ["1 large flat white"]),
    ("two small lattes thanks", ["2 small latte"]),
    ("hi yeah a long black a large one", ["1 large long black"]),
    ("give us a chocolate milkshake", ["1 chocolate shake"]),
    ("g'day could i order three small cappuccinos to take away", ["3 small cappuccino"]),
    ("i'm after a fish burger", ["1 fish burger"]),
    ("a piccolo please", ["1 piccolo"]),
    ("large fries", ["1 large chips"]),
    ("just a ginger beer for me thanks", ["1 ginger beer cold drink"]),
    ("couple of blueberry muffins if you've got them", ["2 muffin"]),
    # changes
    ("large skinny latte with one sugar", ["1 large latte; milk=skim; sugar=1"]),
    ("can i get a small flat white on oat, extra hot", ["1 small flat white; milk=oat; temperature=extra hot"]),
    (
        "i'll have the aussie burger without beetroot and no onion",
        ["1 aussie burger; extras=cheese, bacon, egg; salads=lettuce, tomato"],
    ),
    ("chicken burger with barbecue sauce instead of mayo", ["1 chicken burger; sauces=barbecue sauce"]),
    ("large cap, no chocolate on top", ["1 large cappuccino; toppings=-"]),
    (
        "could i please have a small mocha made on almond milk with whipped cream",
        ["1 small mocha; milk=almond; toppings=whipped cream"],
    ),
    ("a strong large latte with caramel", ["1 large latte; shots=double; syrups=caramel"]),
    ("classic burger, add bacon and an egg", ["1 classic burger; extras=bacon, egg"]),
    ("um a veggie burger, only lettuce for the salad", ["1 veggie burger; salads=lettuce"]),
    ("one decaf large flat white, soy, two sugars", ["1 large flat white; decaf=yes; milk=soy; sugar=2"]),
    (
        "can you make me a classic on a gluten free bun and go easy on the onion",
        ["1 classic burger; bun=gluten free; salads=lettuce, tomato, light onion"],
    ),
    (
        "double cheeseburger with extra cheese and jalapenos",
        ["1 cheeseburger; patties=double; extras=extra cheese, jalapenos"],
    ),
    ("aussie burger with everything except the egg", ["1 aussie burger; extras=cheese, bacon, beetroot"]),
    ("small wedges and can you swap the sour cream for aioli", ["1 small wedges; dips=sweet chilli, aioli"]),
    # several
    ("a large latte and a small hot chocolate thanks", ["1 large latte", "1 small hot chocolate"]),
    (
        "two large flat whites one with soy and one with skim",
        ["1 large flat white; milk=soy", "1 large flat white; milk=skim"],
    ),
    (
        "can we get a chicken burger, small onion rings and a lemonade",
        ["1 chicken burger", "1 small onion rings", "1 lemonade cold drink"],
    ),
    ("large mocha and a large chai, both on oat milk", ["1 large mocha; milk=oat", "1 large chai latte; milk=oat"]),
    (
        "cheeseburger no onion, a classic burger with avo, and two cokes",
        ["1 cheeseburger; salads=pickles", "1 classic burger; extras=avocado", "2 coke cold drink"],
    ),
    (
        "we'll do two espressos, a piccolo with soy and a babyccino with marshmallows",
        ["2 espresso", "1 piccolo; milk=soy", "1 babyccino; toppings=+marshmallows"],
    ),
    (
        "flat white and a cappuccino, both large, with two sugars in each",
        ["1 large flat white; sugar=2", "1 large cappuccino; sugar=2"],
    ),
    (
        "ordering for the office so four large lattes, two small long blacks and a large iced chai please",
        ["4 large latte", "2 small long black", "1 large iced chai latte"],
    ),
    (
        "small english breakfast tea with skim milk and a slice of carrot cake",
        ["1 small tea; milk=skim", "1 carrot cake"],
    ),
    # corrections
    ("a large flat white, no sorry make that a small", ["1 small flat white"]),
    ("can i have a large latte with almond, actually oat milk", ["1 large latte; milk=oat"]),
    ("two cheeseburgers, um wait, make it three", ["3 cheeseburger"]),
    ("small chips please, no hang on, large onion rings instead", ["1 large onion rings"]),
    # deals
    (
        "cheeseburger meal with a coke no sugar",
        ["1 cheeseburger; deal=burger_meal_cheeseburger; drink_brand=coke no sugar"],
    ),
    (
        "could i get a chicken burger combo with large chips and lemonade",
        ["1 chicken burger; deal=burger_meal_large_chicken_burger; chips_size=large; drink_brand=lemonade"],
    ),
    (
        "i'd love the coffee and cake deal with a large cappuccino",
        ["1 large cappuccino; deal=coffee_and_cake_cappuccino"],
    ),
    (
        "i'd like the aussie burger as a meal, no beetroot, with an orange juice",
        ["1 aussie burger; extras=cheese, bacon, egg; deal=burger_meal_aussie_burger; drink_brand=orange juice"],
    ),
    # left open
    ("could i grab a soy latte", ["1 latte; milk=soy; needs=size"]),
    ("one malted milkshake please", ["1 shake; malt=yes; needs=flavour"]),
    # misheard
    ("can i have a large flat wide with oak milk", ["1 large flat white; milk=oat"]),
    ("cheese burger with bakon and no pickels", ["1 cheeseburger; extras=cheese, bacon; salads=onion"]),
    ("a small cuppa chino with too sugars and a blue berry muffin", ["1 small cappuccino; sugar=2", "1 muffin"]),
    # times, names, talk
    ("hi it's jen, could i pick up a large mocha and a muffin at about half past seven", ["1 large mocha", "1 muffin"]),
    (
        "morning, how are you going, i'll be there in ten minutes, can you chuck on a bacon and egg roll with a hash brown "
        "and a small long black",
        ["1 bacon egg roll; extras=hash brown", "1 small long black"],
    ),
    # nothing, or only what is sold
    ("do you guys do gluten free buns", []),
    ("large hot chocolate and a croissant", ["1 large hot chocolate"]),
]
