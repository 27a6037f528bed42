"""What callers of the coffee and burger bar say: a third set, by the author of the parser, written before any was tried.

First score 71 of 79, two added falsely, after three right answers of ours were put right; one sentence that can be read
in two ways was left out. All but one ("two kids want small ...") were mended by rule.
"""

CASES: list[tuple[str, list[str]]] = [
    ("morning can i grab a large skim latte and a small soy cap", ["1 large skim latte", "1 small soy cappuccino"]),
    (
        "hi love two flat whites please both small one with no sugar and one with two",
        ["1 small flat white", "1 small flat white; sugar=2"],
    ),
    ("a strong large cappuccino with no chocolate on top", ["1 large double cappuccino; toppings=-chocolate powder"]),
    ("could i get an iced chocolate and an iced coffee", ["1 iced chocolate", "1 iced coffee"]),
    ("piccolo please", ["1 piccolo"]),
    ("large matcha latte with coconut milk", ["1 large coconut matcha latte"]),
    ("just a macchiato thanks darl", ["1 macchiato"]),
    ("can you do a large latte with half a sugar", ["1 large latte; sugar=half"]),
    ("a large tea with two sugars", ["1 large tea; sugar=2"]),
    ("i'll get the ham and cheese toastie with a small mocha", ["1 toastie", "1 small mocha"]),
    ("four small lattes two on almond two on oat", ["2 small almond latte", "2 small oat latte"]),
    (
        "large decaf latte with vanilla and cinnamon on top",
        ["1 large latte; decaf=yes; syrups=vanilla; toppings=cinnamon"],
    ),
    ("triple shot large flat white", ["1 large triple flat white"]),
    ("two large flat whites with one sugar each", ["2 large flat white; sugar=1"]),
    ("small chai with honey and oat milk extra hot", ["1 small extra hot oat chai latte; syrups=honey"]),
    ("a large iced long black no sugar", ["1 large iced long black"]),
    ("hot chocolate small lactose free with no marshmallows", ["1 small hot chocolate; milk=lactose free"]),
    ("five large caps for the site one skim the rest normal", ["1 large skim cappuccino", "4 large cappuccino"]),
    ("two lattes one large one small", ["1 large latte", "1 small latte"]),
    ("three large flat whites two with sugar", ["2 large flat white; sugar=1", "1 large flat white"]),
    # burgers
    (
        "can i get a classic burger no cheese no onion with barbecue sauce",
        ["1 classic burger; salads=-onion; sauces=barbecue sauce"],
    ),
    ("one cheeseburger with bacon and egg please", ["1 cheeseburger; extras=+bacon,+egg"]),
    ("triple cheeseburger no pickles extra mustard", ["1 triple cheeseburger; salads=-pickles; sauces=+extra mustard"]),
    ("a plant based classic burger with avocado and no mayo", ["1 plant classic burger; extras=avocado"]),
    ("chicken burger in a lettuce wrap with jalapenos", ["1 chicken burger; bun=lettuce wrap; extras=+jalapenos"]),
    ("an aussie burger with no egg and extra bacon", ["1 aussie burger; extras=-egg,+extra bacon"]),
    ("the fish burger with no tartare sauce and mayo instead", ["1 fish burger; sauces=mayo"]),
    ("veggie burger on gluten free with grilled onions", ["1 veggie burger; bun=gluten free; salads=+grilled onion"]),
    (
        "a double classic with cheese and pickles no tomato",
        ["1 double classic burger; salads=-tomato,+pickles; extras=cheese"],
    ),
    ("cheeseburger just the meat and cheese no sauce no salad", ["1 cheeseburger; salads=-; sauces=-"]),
    (
        "two chicken burgers one with aioli on the side and one with no mayo",
        ["1 chicken burger; sauces=mayo", "1 chicken burger; sauces=-mayo"],
    ),
    ("i want a bacon and egg roll with barbecue sauce", ["1 bacon egg roll; sauces=barbecue sauce"]),
    ("three cheeseburgers no pickles on any of them", ["3 cheeseburger; salads=-pickles"]),
    (
        "aussie burger and a classic burger both without beetroot",
        ["1 aussie burger; extras=-beetroot", "1 classic burger"],
    ),
    ("a classic burger cut in half with a side of small chips", ["1 classic burger", "1 small chips"]),
    # sides, shakes, drinks
    ("large chips with sea salt and a side of aioli", ["1 large chips; seasoning=sea salt; dips=aioli"]),
    ("large wedges with sour cream and sweet chilli", ["1 large wedges; dips=+sour cream,+sweet chilli"]),
    ("two small chips one with gravy", ["1 small chips; dips=gravy", "1 small chips"]),
    ("a chocolate shake with malt and a lime shake", ["1 chocolate shake; malt=yes", "1 lime shake"]),
    ("cookies and cream milkshake on oat milk", ["1 oat shake; flavour=cookies and cream"]),
    (
        "two cokes a coke zero and an orange juice",
        ["2 coke cold drink", "1 cold drink; brand=coke no sugar", "1 cold drink; brand=orange juice"],
    ),
    (
        "lemon lime and bitters and a sparkling water",
        ["1 cold drink; brand=lemon lime bitters", "1 cold drink; brand=sparkling water"],
    ),
    ("three bottles of water and an apple juice", ["3 water", "1 cold drink; brand=apple juice"]),
    ("a muffin two banana breads and a carrot cake", ["1 muffin", "2 banana bread", "1 carrot cake"]),
    # deals
    ("a large flat white with the cake deal", ["1 large flat white; deal=coffee_and_cake_flat_white"]),
    (
        "double cheeseburger meal with ginger beer and onion rings",
        ["1 double cheeseburger; deal=burger_meal_cheeseburger; drink_brand=ginger beer", "1 onion rings; needs=size"],
    ),
    (
        "two chicken burger meals both with coke no sugar and large chips",
        ["2 chicken burger; deal=burger_meal_large_chicken_burger; drink_brand=coke no sugar"],
    ),
    (
        "fish burger combo with apple juice and no salt on the chips",
        ["1 fish burger; deal=burger_meal_fish_burger; drink_brand=apple juice; chips_salt=none"],
    ),
    (
        "classic burger with bacon as a meal with lemonade",
        ["1 classic burger; deal=burger_meal_classic_burger; extras=bacon; drink_brand=lemonade"],
    ),
    (
        "one aussie burger meal with large chips and one cheeseburger by itself",
        ["1 aussie burger; deal=burger_meal_large_aussie_burger", "1 cheeseburger"],
    ),
    # corrections
    ("large latte with soy no make that oat", ["1 large oat latte"]),
    ("two small caps sorry three", ["3 small cappuccino"]),
    ("a classic burger meal with coke actually just the burger", ["1 classic burger"]),
    ("large flat white and a muffin actually no muffin", ["1 large flat white"]),
    ("one large mocha i mean hot chocolate", ["1 large hot chocolate"]),
    ("a small latte with two sugars no one sugar", ["1 small latte; sugar=1"]),
    # several, office
    (
        "okay i've got a list a large skim flat white two small lattes one soy one normal a large cap with two sugars and a chai large",
        [
            "1 large skim flat white",
            "1 small soy latte",
            "1 small latte",
            "1 large cappuccino; sugar=2",
            "1 large chai latte",
        ],
    ),
    (
        "for me a small long black for karen a large latte with one and for steve a hot chocolate large",
        ["1 small long black", "1 large latte; sugar=1", "1 large hot chocolate"],
    ),
    (
        "a large latte a classic burger with egg large chips and a vanilla shake",
        ["1 large latte", "1 classic burger; extras=egg", "1 large chips", "1 shake; flavour=vanilla shake"],
    ),
    (
        "six burgers three classic two cheeseburgers and a veggie",
        ["3 classic burger", "2 cheeseburger", "1 veggie burger"],
    ),
    (
        "two kids want small hot chocolates with marshmallows and we want two large lattes",
        ["2 small hot chocolate; toppings=marshmallows", "2 large latte"],
    ),
    (
        "small flat white large flat white and a small long black",
        ["1 small flat white", "1 large flat white", "1 small long black"],
    ),
    (
        "a chicken burger with cheese and no lettuce large wedges with aioli and two lemonades",
        ["1 chicken burger; extras=cheese; salads=-lettuce", "1 large wedges; dips=+aioli", "2 lemonade cold drink"],
    ),
    # open
    ("two cappuccinos and a banana bread please", ["2 cappuccino; needs=size", "1 banana bread"]),
    ("a hot chocolate with marshmallows", ["1 hot chocolate; toppings=marshmallows; needs=size"]),
    ("wedges please with sour cream", ["1 wedges; dips=+sour cream; needs=size"]),
    # noise
    ("lodge flat white with skinny milk", ["1 large skim flat white"]),
    ("small cappa chino with for sugars", ["1 small cappuccino; sugar=4"]),
    ("cheese burger no pickels and larg chips", ["1 cheeseburger; salads=-pickles", "1 large chips"]),
    # around
    ("can i order for ten thirty please it's jess a large latte and a toastie", ["1 large latte", "1 toastie"]),
    ("sorry about the noise i'm on the train small flat white oat milk please", ["1 small oat flat white"]),
    ("my order's a large cap one sugar and can you tell me how long it'll be", ["1 large cappuccino; sugar=1"]),
    ("we're a table of four so four small lattes thanks", ["4 small latte"]),
    # nothing
    ("do your burgers come with chips", []),
    ("is the coffee fair trade", []),
    ("a large latte and an almond croissant", ["1 large latte"]),
    ("can i get a beef pie", []),
    ("thanks so much see you soon", []),
    ("how much for a large flat white", []),
]
