"""What callers of the pizzeria say: written from its menu by a fourth author who had not seen the parser (first 94 of 100)."""

CASES: list[tuple[str, list[str]]] = [
    # plain orders
    ("hi can i get a large pepperoni pizza please", ["1 large pepperoni pizza"]),
    ("yeah um just a medium margarita thanks", ["1 medium margherita"]),
    ("could i order a small napoli pizza please", ["1 small napoletana"]),
    ("won large proshuto pizza please mate", ["1 large prosciutto"]),
    ("g'day could i grab a large capri chosa", ["1 large capricciosa"]),
    ("i'd like a teramisu and a herb bread please", ["1 tiramisu", "1 herb bread"]),
    # sizes and crusts
    ("a large supreme on a deep pen base please", ["1 large supreme; crust=deep pan"]),
    ("medium meat lovers thin and crispy", ["1 medium meat lovers; crust=thin"]),
    ("can i have a family size barbecue chicken with the stuff crust", ["1 large bbq chicken; crust=cheese stuffed"]),
    ("small vegetarian pizza and it needs to be gluten free base", ["1 small vegetarian; crust=gluten free"]),
    ("uh a big mexican with a thick crust", ["1 large mexican; crust=deep pan"]),
    ("thirteen inch hawaiian thin bass please", ["1 large hawaiian; crust=thin"]),
    # toppings
    ("large hawaiian with no pineapple and add some mushies", ["1 large hawaiian; toppings=-pineapple,+mushrooms"]),
    ("medium capricciosa hold the olives and extra ham please", ["1 medium capricciosa; toppings=-olives,+extra ham"]),
    (
        "large pepperoni go light on the cheese but extra pepperoni",
        ["1 large pepperoni pizza; toppings=+light mozzarella,+extra pepperoni"],
    ),
    ("can i get a large margherita with prawns and capers added", ["1 large margherita; toppings=+prawns,+capers"]),
    ("small supreme without the union or the capsicum", ["1 small supreme; toppings=-onion,-capsicum"]),
    ("large veggie easy on the onion and no olives", ["1 large vegetarian; toppings=+light onion,-olives"]),
    # set pizzas with changes
    ("large lamb pizza but swap the feta for blue cheese", ["1 large lamb pizza; toppings=-feta,+blue cheese"]),
    (
        "medium bbq chicken with tomato sauce instead of the bbq sauce and no bacon",
        ["1 medium bbq chicken; sauce=tomato sauce; toppings=-bacon"],
    ),
    (
        "large mexican please with chicken instead of the pepperoni",
        ["1 large mexican; toppings=-pepperoni,+chicken"],
    ),
    (
        "i'll have a large napoletana but leave the capers off and pop some fresh tomato on there",
        ["1 large napoletana; toppings=-capers,+tomato"],
    ),
    (
        "a large supreme with vegan cheese instead of the normal cheese",
        ["1 large supreme; toppings=-mozzarella,+vegan cheese"],
    ),
    ("medium seafood pizza no calamari and double prawns", ["1 medium seafood; toppings=-calamari,+extra prawns"]),
    # build your own
    (
        "i want to make my own large pizza with salami spinach and fetta",
        ["1 large plain pizza; toppings=+salami,+spinach,+feta"],
    ),
    (
        "can i do a build your own medium on thin crust with chicken mushrooms and capsicum",
        ["1 medium plain pizza; crust=thin; toppings=+chicken,+mushrooms,+capsicum"],
    ),
    ("large cheese pizza with egg and bacon on top", ["1 large plain pizza; toppings=+egg,+bacon"]),
    (
        "small pizza on a pesto base with artichokes and rocket",
        ["1 small plain pizza; sauce=pesto; toppings=+artichokes,+rocket"],
    ),
    (
        "create your own large with bbq sauce on the base then ground beef onion and halapenos",
        ["1 large plain pizza; sauce=barbecue sauce; toppings=+beef,+onion,+jalapenos"],
    ),
    (
        "a large pizza with garlic oil base no cheese just potato and um sausage on it",
        ["1 large plain pizza; sauce=garlic oil; toppings=-mozzarella,+potato,+sausage"],
    ),
    # halves
    (
        "large pizza half ham and pineapple half mushroom and olives",
        [
            "1 large plain pizza; toppings=+ham on left half,+pineapple on left half,"
            "+mushrooms on right half,+olives on right half"
        ],
    ),
    (
        "medium pepperoni with jalapenos on the left half only",
        ["1 medium pepperoni pizza; toppings=+jalapenos on left half"],
    ),
    (
        "large margherita with anchovies on one half and salami on the other half",
        ["1 large margherita; toppings=+anchovies on left half,+salami on right half"],
    ),
    (
        "large meat lovers but put the beef just on the right half",
        ["1 large meat lovers; toppings=-beef,+beef on right half"],
    ),
    (
        "build your own large with bacon all over and pineapple on the left side only",
        ["1 large plain pizza; toppings=+bacon,+pineapple on left half"],
    ),
    (
        "large hawaiian no ham with mushrooms on the left half and olives on the right half",
        ["1 large hawaiian; toppings=-ham,+mushrooms on left half,+olives on right half"],
    ),
    # several items with shared or separate modifiers
    (
        "a large supreme and a large hawaiian both on thin crust",
        ["1 large supreme; crust=thin", "1 large hawaiian; crust=thin"],
    ),
    (
        "medium pepperoni with extra cheese and a medium vegetarian with no mushrooms",
        ["1 medium pepperoni pizza; toppings=+extra mozzarella", "1 medium vegetarian; toppings=-mushrooms"],
    ),
    (
        "large margherita large capricciosa and a large mexican all of them deep pan",
        [
            "1 large margherita; crust=deep pan",
            "1 large capricciosa; crust=deep pan",
            "1 large mexican; crust=deep pan",
        ],
    ),
    ("two large pizzas please a hawaiian and a meat lovers", ["1 large hawaiian", "1 large meat lovers"]),
    (
        "a small pepperoni and a medium margherita with olives on both",
        ["1 small pepperoni pizza; toppings=+olives", "1 medium margherita; toppings=+olives"],
    ),
    ("garlic pizza and a four cheese both medium please", ["1 medium garlic pizza", "1 medium four cheese"]),
    # splits
    (
        "four large margheritas two of them with ham and the other two with mushrooms",
        ["2 large margherita; toppings=+ham", "2 large margherita; toppings=+mushrooms"],
    ),
    (
        "three medium pepperonis one thin crust and two deep pan",
        ["1 medium pepperoni pizza; crust=thin", "2 medium pepperoni pizza; crust=deep pan"],
    ),
    (
        "two large hawaiians one with no ham and the other with extra pineapple",
        ["1 large hawaiian; toppings=-ham", "1 large hawaiian; toppings=+extra pineapple"],
    ),
    (
        "five small cheese pizzas two of them with pepperoni and the rest just as they are",
        ["2 small plain pizza; toppings=+pepperoni", "3 small plain pizza"],
    ),
    (
        "three large supremes one of them without olives please",
        ["2 large supreme", "1 large supreme; toppings=-olives"],
    ),
    ("six cans thanks four coke and two sprite", ["4 coke 375 ml can drink", "2 sprite 375 ml can drink"]),
    # quantities
    ("twenty cans of coke please", ["20 coke 375 ml can drink"]),
    ("half a dozen large margaritas for the office", ["6 large margherita"]),
    ("a dozen garlic breads", ["12 garlic bread"]),
    (
        "it's for a kids party so fifteen small hawaiians and ten medium pepperonis",
        ["15 small hawaiian", "10 medium pepperoni pizza"],
    ),
    ("can we get a couple of large four cheese pizzas", ["2 large four cheese"]),
    ("eighteen small cheese pizzas all gluten free", ["18 small plain pizza; crust=gluten free"]),
    # drinks
    ("to cans of spright and a bottle of water", ["2 sprite 375 ml can drink", "1 still water"]),
    ("a one point two five litre coke zero", ["1 coke zero 1.25 litre bottle drink"]),
    ("three six hundred mil bottles of ginger beer", ["3 ginger beer 600 ml bottle drink"]),
    (
        "can i get a big bottle of fanter and a can of solo",
        ["1 fanta 1.25 litre bottle drink", "1 solo 375 ml can drink"],
    ),
    ("a can of san pellegrino and two still waters", ["1 mineral water 375 ml can drink", "2 still water"]),
    ("a tin of lemo and a tin of coca cola", ["1 lemonade 375 ml can drink", "1 coke 375 ml can drink"]),
    # sides
    ("large fries with aioli dip and a small greek salad", ["1 large chips; dipping=aioli", "1 small greek salad"]),
    ("twelve buffalo wings with ranch dipping sauce", ["1 12 buffalo wings; dipping=ranch"]),
    ("two garlic breds one of them with cheese", ["1 garlic bread; cheesy=yes", "1 garlic bread"]),
    ("two tubs of aioli and a tub of sweet chilly", ["2 aioli dip tub", "1 sweet chilli dip tub"]),
    ("six honey soy chicken wings and a large garden salad", ["1 6 honey soy wings", "1 large garden salad"]),
    ("a dozen wings and a small hot chips", ["1 12 wings", "1 small chips"]),
    # deals
    ("can i get the family deal with a large supreme", ["1 large supreme; deal=family_supreme"]),
    (
        "the meal deal with a large pepperoni and make the drink a sprite",
        ["1 large pepperoni pizza; deal=family_pepperoni_pizza; drink_brand=sprite"],
    ),
    ("two large hawaiian family deals", ["2 large hawaiian; deal=family_hawaiian"]),
    (
        "medium meat lovers deal on thin crust with lemonade",
        ["1 medium meat lovers; crust=thin; deal=family_meat_lovers; drink_brand=lemonade"],
    ),
    (
        "um the family deal with a large vegetarian no olives and ginger beer for the drink",
        ["1 large vegetarian; toppings=-olives; deal=family_vegetarian; drink_brand=ginger beer"],
    ),
    (
        "a large margherita as a meal deal and a tiramisu",
        ["1 large margherita; deal=family_margherita", "1 tiramisu"],
    ),
    # corrections
    ("a large um sorry a medium supreme with no olives", ["1 medium supreme; toppings=-olives"]),
    ("two large hawaiians actually make that three", ["3 large hawaiian"]),
    ("a large capricciosa no wait a large napoletana", ["1 large napoletana"]),
    (
        "a large pepperoni with mushrooms sorry not mushrooms i meant olives",
        ["1 large pepperoni pizza; toppings=+olives"],
    ),
    ("can of coke no actually make it a coke zero", ["1 coke zero 375 ml can drink"]),
    ("medium margherita and a garlic bread oh actually scrap the garlic bread", ["1 medium margherita"]),
    ("a deep pan large mexican hang on make that thin crust", ["1 large mexican; crust=thin"]),
    # refusals
    ("no drinks thanks just the one large margherita", ["1 large margherita"]),
    ("nah i don't want any sides with that", []),
    ("large hawaiian and no i don't want the deal thanks", ["1 large hawaiian"]),
    ("medium vegetarian no sauce and no onion please", ["1 medium vegetarian; sauce=none; toppings=-onion"]),
    ("no not the supreme i want the large meat lovers", ["1 large meat lovers"]),
    # choices left open
    ("two pepperoni pizzas with extra cheese", ["2 pepperoni pizza; toppings=+extra mozzarella; needs=size"]),
    ("some chicken wings and a garlic bread", ["1 wings; needs=pieces", "1 garlic bread"]),
    ("a large margherita and a coke", ["1 large margherita", "1 coke drink; needs=volume"]),
    ("can i grab a gelato and a tub of dip", ["1 gelato; needs=flavour", "1 dip tub; needs=dip"]),
    ("hot chips please and a can of soft drink", ["1 chips; needs=serve", "1 375 ml can drink; needs=brand"]),
    # questions, small talk, not on the menu
    ("hey what time do you guys close tonight", []),
    ("how much is a large supreme", []),
    ("have you got any gluten free bases", []),
    ("could i get a chicken schnitzel and a lasagne please", []),
    ("good thanks how are you going", []),
    # long family orders
    (
        "okay so we'll get two large pepperonis one large hawaiian with no pineapple a garlic bread "
        "a large chips and a big bottle of coke",
        [
            "2 large pepperoni pizza",
            "1 large hawaiian; toppings=-pineapple",
            "1 garlic bread",
            "1 large chips",
            "1 coke 1.25 litre bottle drink",
        ],
    ),
    (
        "can i please have a large supreme on thin crust a medium margherita gluten free a small hawaiian for my son "
        "two garlic breads with cheese and three cans of lemonade",
        [
            "1 large supreme; crust=thin",
            "1 medium margherita; crust=gluten free",
            "1 small hawaiian",
            "2 garlic bread; cheesy=yes",
            "3 lemonade 375 ml can drink",
        ],
    ),
    (
        "right so a large meat lovers a large bbq chicken no onion a medium veggie on deep pan twelve buffalo wings "
        "a large greek salad and two bottles of water",
        [
            "1 large meat lovers",
            "1 large bbq chicken; toppings=-onion",
            "1 medium vegetarian; crust=deep pan",
            "1 12 buffalo wings",
            "1 large greek salad",
            "2 still water",
        ],
    ),
    (
        "yeah hi um one large seafood pizza one large four cheese with a stuffed crust uh two herb breads "
        "and a small garden salad oh and a can of fanta",
        [
            "1 large seafood",
            "1 large four cheese; crust=cheese stuffed",
            "2 herb bread",
            "1 small garden salad",
            "1 fanta 375 ml can drink",
        ],
    ),
    (
        "we need a large capricciosa with extra mushrooms a large lamb pizza no onion a small cheese pizza "
        "twenty four honey soy wings and two chocolate gelatos",
        [
            "1 large capricciosa; toppings=+extra mushrooms",
            "1 large lamb pizza; toppings=-onion",
            "1 small plain pizza",
            "1 24 honey soy wings",
            "2 chocolate gelato",
        ],
    ),
    (
        "three large margheritas two large mexicans with no jalapenos a family deal with a large supreme "
        "and two tiramisus please",
        [
            "3 large margherita",
            "2 large mexican; toppings=-jalapenos",
            "1 large supreme; deal=family_supreme",
            "2 tiramisu",
        ],
    ),
]
