"""What callers of the coffee and burger bar say: a fifth set, by the author of the parser, all of it written before any was tried.

First score 38 of 40, none added falsely. "No wait, double cheese" and "ote milk" are not understood yet.
"""

CASES: list[tuple[str, list[str]]] = [
    (
        "hi can i get a large flat white on skim and a small cap with two sugars please",
        ["1 large skim flat white", "1 small cappuccino; sugar=2"],
    ),
    ("just a large latte and a muffin thanks", ["1 large latte", "1 muffin"]),
    ("three small lattes one with almond milk", ["1 small almond latte", "2 small latte"]),
    ("could i grab a cheeseburger with bacon and a small chips", ["1 cheeseburger; extras=+bacon", "1 small chips"]),
    (
        "i'd like two classic burgers one with no onion the other with extra pickles",
        ["1 classic burger; salads=-onion", "1 classic burger; salads=+extra pickles"],
    ),
    ("a large decaf soy cappuccino with one sugar", ["1 large soy cappuccino; decaf=yes; sugar=1"]),
    (
        "small long black and a large mocha with whipped cream",
        ["1 small long black", "1 large mocha; toppings=whipped cream"],
    ),
    ("an aussie burger no egg add avocado", ["1 aussie burger; extras=-egg,+avocado"]),
    ("two chicken burgers with large chips and two cokes", ["2 chicken burger", "1 large chips", "2 coke cold drink"]),
    ("veggie burger on gluten free bun no relish", ["1 veggie burger; bun=gluten free; sauces=-relish"]),
    ("large iced latte with vanilla and oat milk", ["1 large iced oat latte; syrups=vanilla"]),
    (
        "can we have a chocolate shake and a strawberry shake with malt",
        ["1 chocolate shake", "1 strawberry shake; malt=yes"],
    ),
    (
        "fish burger meal with lemonade and no tartare",
        ["1 fish burger; deal=burger_meal_fish_burger; sauces=-tartare; drink_brand=lemonade"],
    ),
    (
        "two cheeseburger meals one with coke and one with orange juice",
        [
            "1 cheeseburger; deal=burger_meal_cheeseburger; drink_brand=coke",
            "1 cheeseburger; deal=burger_meal_cheeseburger; drink_brand=orange juice",
        ],
    ),
    ("large chips with gravy no salt", ["1 large chips; seasoning=none; dips=gravy"]),
    ("a flat white and a large latte both with soy", ["1 soy flat white; needs=size", "1 large soy latte"]),
    (
        "one large hot chocolate with marshmallows and one small without",
        ["1 large hot chocolate; toppings=marshmallows", "1 small hot chocolate"],
    ),
    ("a large chai on coconut milk extra hot", ["1 large extra hot coconut chai latte"]),
    ("two large flat whites actually make one of them small", ["1 large flat white", "1 small flat white"]),
    ("a latte sorry a large latte with almond", ["1 large almond latte"]),
    ("classic burger with cheese no wait double cheese and bacon", ["1 classic burger; extras=extra cheese,bacon"]),
    (
        "a small cap a large cap and a large latte all on oat milk",
        ["1 small oat cappuccino", "1 large oat cappuccino", "1 large oat latte"],
    ),
    (
        "four coffees two large lattes a small flat white and a large long black",
        ["2 large latte", "1 small flat white", "1 large long black"],
    ),
    ("large tea with skim milk and one sugar", ["1 large skim tea; sugar=1"]),
    (
        "bacon and egg roll with tomato sauce and a large cap",
        ["1 bacon egg roll; sauces=tomato sauce", "1 large cappuccino"],
    ),
    (
        "can i get the aussie burger as a meal with ginger beer and large chips",
        ["1 aussie burger; deal=burger_meal_large_aussie_burger; drink_brand=ginger beer"],
    ),
    ("large wedges please and a tub of sour cream on the side", ["1 large wedges; dips=+sour cream"]),
    ("small babyccino hang on do they come in sizes just a babyccino", ["1 babyccino"]),
    ("a double shot large flat white half a sugar", ["1 large double flat white; sugar=half"]),
    ("a large matcha with soy milk and a slice of carrot cake", ["1 large soy matcha latte", "1 carrot cake"]),
    (
        "onion rings large and a classic burger with bbq sauce instead of tomato sauce",
        ["1 large onion rings", "1 classic burger; sauces=barbecue sauce"],
    ),
    (
        "hello this is mia for pick up at eight fifteen two large lattes and a banana bread",
        ["2 large latte", "1 banana bread"],
    ),
    ("are you open on monday and can i get a large flat white now", ["1 large flat white"]),
    ("lardge latay with ote milk", ["1 large oat latte"]),
    ("large cappacino with too sugars", ["1 large cappuccino; sugar=2"]),
    ("do you do gluten free cakes", []),
    ("how long will my order be", []),
    ("a sausage roll and a small latte", ["1 small latte"]),
    ("no worries thanks heaps", []),
    ("seventy large lattes", []),
]
