"""What callers of the pizzeria say: written from its menu by a third author who had not seen the parser (first 103 of 110)."""

CASES: list[tuple[str, list[str]]] = [
    # plain orders
    ("hi there can i please get a large capri chosa", ["1 large capricciosa"]),
    ("yeah um just a small margarita thanks", ["1 small margherita"]),
    ("a medium for cheese pizza and a large seafood please", ["1 medium four cheese", "1 large seafood"]),
    ("i'd like to order one regular meet lovers", ["1 medium meat lovers"]),
    ("could we grab a large napoli and a garlic bread", ["1 large napoletana", "1 garlic bread"]),
    ("a tiramisu and a nutella pizza for dessert please", ["1 tiramisu", "1 nutella pizza"]),
    # sizes and crusts
    ("family size mexican on a thin base", ["1 large thin mexican"]),
    ("medium hawaiian with the stuffed crust please", ["1 medium hawaiian; crust=cheese stuffed"]),
    ("can i do a large meat lovers deep pan", ["1 large meat lovers; crust=deep pan"]),
    ("large vegetarian on a gluten free bass", ["1 large vegetarian; crust=gluten free"]),
    ("a thin and crispy proshuto and rocket in a large", ["1 large thin prosciutto"]),
    (
        "small bbq chicken pizza on a gf base and a large one of the same on a normal crust",
        ["1 small bbq chicken; crust=gluten free", "1 large bbq chicken"],
    ),
    # toppings added, left off, extra, light
    ("large supreme no union no capsicum", ["1 large supreme; toppings=-onion,-capsicum"]),
    ("medium margherita add olives and extra basil", ["1 medium margherita; toppings=+olives,+extra basil"]),
    (
        "large hawaiian light on the cheese and heaps of pine apple",
        ["1 large hawaiian; toppings=+light mozzarella,+extra pineapple"],
    ),
    (
        "a large capricciosa without mushies but chuck some bacon on it",
        ["1 large capricciosa; toppings=-mushrooms,+bacon"],
    ),
    (
        "medium veggie hold the spinach and go easy on the onion please",
        ["1 medium vegetarian; toppings=-spinach,+light onion"],
    ),
    (
        "large seafood extra prawns and leave off the squid",
        ["1 large seafood; toppings=+extra prawns,-calamari"],
    ),
    # set pizzas with changes
    (
        "large meat lovers with barbecue sauce instead of the tomato",
        ["1 large meat lovers; sauce=barbecue sauce"],
    ),
    ("medium hawaiian swap the pineapple for mushrooms", ["1 medium hawaiian; toppings=-pineapple,+mushrooms"]),
    (
        "large margherita with vegan cheese instead of mozzarella",
        ["1 large margherita; toppings=-mozzarella,+vegan cheese"],
    ),
    (
        "small mexican hold the jalapenos my daughter can't do spicy",
        ["1 small mexican; toppings=-jalapenos"],
    ),
    (
        "large prosciutto pizza on a pesto base with no rocket and extra parmesan",
        ["1 large pesto prosciutto; toppings=-rocket,+extra parmesan"],
    ),
    (
        "could i get a large supreme but with no meat so no ham and no pepperoni",
        ["1 large supreme; toppings=-ham,-pepperoni"],
    ),
    # build your own
    (
        "large pizza with chicken spinach and feta",
        ["1 large plain pizza; toppings=+chicken,+spinach,+feta"],
    ),
    (
        "i wanna make my own medium with salami olives and capsicum",
        ["1 medium plain pizza; toppings=+salami,+olives,+capsicum"],
    ),
    (
        "build your own large thin crust with barbecue sauce ham bacon and egg",
        ["1 large thin plain pizza; sauce=barbecue sauce; toppings=+ham,+bacon,+egg"],
    ),
    ("a small pizza just cheese and ham for the little fella", ["1 small plain pizza; toppings=+ham"]),
    (
        "large pizza no cheese with prawns garlic and chilli on a garlic oil base",
        ["1 large plain pizza; sauce=garlic oil; toppings=-mozzarella,+prawns,+garlic,+chilli"],
    ),
    (
        "can i do a large create your own with pumpkin fetter and baby spinach on a pesto base",
        ["1 large pesto plain pizza; toppings=+pumpkin,+feta,+spinach"],
    ),
    # halves
    (
        "large pizza with pepperoni on one half and olives on the other",
        ["1 large plain pizza; toppings=+pepperoni on left half,+olives on right half"],
    ),
    (
        "medium margherita half with anchovies half with prosciutto",
        ["1 medium margherita; toppings=+anchovies on left half,+prosciutto on right half"],
    ),
    (
        "large hawaiian with jalapenos just on the left half",
        ["1 large hawaiian; toppings=+jalapenos on left half"],
    ),
    (
        "large supreme but the olives only on the right half please",
        ["1 large supreme; toppings=-olives,+olives on right half"],
    ),
    (
        "a large pizza left half salami and onion right half chicken and pineapple",
        [
            "1 large plain pizza; toppings=+salami on left half,+onion on left half,"
            "+chicken on right half,+pineapple on right half"
        ],
    ),
    (
        "large cheese pizza bacon on the whole thing and mushrooms on the left half only",
        ["1 large plain pizza; toppings=+bacon,+mushrooms on left half"],
    ),
    # several items, modifiers shared or their own
    (
        "a large margherita and a large pepperoni both thin crust",
        ["1 large thin margherita", "1 large thin pepperoni pizza"],
    ),
    (
        "medium hawaiian with bacon and a medium supreme with no olives",
        ["1 medium hawaiian; toppings=+bacon", "1 medium supreme; toppings=-olives"],
    ),
    (
        "two large capricciosas and a medium vegetarian no olives on any of them",
        ["2 large capricciosa; toppings=-olives", "1 medium vegetarian; toppings=-olives"],
    ),
    (
        "large hawaiian extra cheese large meat lovers extra bacon and a small chips",
        [
            "1 large hawaiian; toppings=+extra mozzarella",
            "1 large meat lovers; toppings=+extra bacon",
            "1 small chips",
        ],
    ),
    (
        "a small four cheese and a small napoletana both gluten free and a can of coke",
        [
            "1 small four cheese; crust=gluten free",
            "1 small napoletana; crust=gluten free",
            "1 coke 375 ml can drink",
        ],
    ),
    (
        "large supreme with chilli and a large mexican, extra cheese on both",
        [
            "1 large supreme; toppings=+chilli,+extra mozzarella",
            "1 large mexican; toppings=+extra mozzarella",
        ],
    ),
    # splits
    (
        "three large margheritas one of them with anchovies",
        ["2 large margherita", "1 large margherita; toppings=+anchovies"],
    ),
    (
        "two medium pepperonis one thin one deep pan",
        ["1 medium thin pepperoni pizza", "1 medium pepperoni pizza; crust=deep pan"],
    ),
    (
        "four large hawaiians two with no ham and two with extra pineapple",
        ["2 large hawaiian; toppings=-ham", "2 large hawaiian; toppings=+extra pineapple"],
    ),
    (
        "two large supremes one without mushrooms and the other with extra pepperoni",
        ["1 large supreme; toppings=-mushrooms", "1 large supreme; toppings=+extra pepperoni"],
    ),
    (
        "can i get three small cheese pizzas two of them with ham and the other one with olives",
        ["2 small plain pizza; toppings=+ham", "1 small plain pizza; toppings=+olives"],
    ),
    (
        "five garlic breads three of them with cheese on top",
        ["3 garlic bread; cheesy=yes", "2 garlic bread"],
    ),
    # quantities
    ("twenty large pepperoni pizzas for the footy club", ["20 large pepperoni pizza"]),
    (
        "half a dozen large margheritas and a dozen cans of coke zero",
        ["6 large margherita", "12 coke zero 375 ml can drink"],
    ),
    ("for large hawaiians and too garlic breads", ["4 large hawaiian", "2 garlic bread"]),
    ("a couple of medium supremes and ten small chips", ["2 medium supreme", "10 small chips"]),
    ("15 cans of fanta and 8 bottles of water", ["15 fanta 375 ml can drink", "8 still water"]),
    (
        "could i have eleven small margheritas and seven small hawaiians it's a kids party",
        ["11 small margherita", "7 small hawaiian"],
    ),
    # drinks
    (
        "a can of solo and a bottle of ginger beer",
        ["1 solo 375 ml can drink", "1 ginger beer 600 ml bottle drink"],
    ),
    ("a one and a quarter litre bottle of sprite please", ["1 sprite 1.25 litre bottle drink"]),
    (
        "two big bottles of lemonade and a bottle of water",
        ["2 lemonade 1.25 litre bottle drink", "1 still water"],
    ),
    ("three cans two coke and one fanta", ["2 coke 375 ml can drink", "1 fanta 375 ml can drink"]),
    (
        "a six hundred ml coke no sugar and a 375 mil can of spright",
        ["1 coke zero 600 ml bottle drink", "1 sprite 375 ml can drink"],
    ),
    (
        "can i get a tin of cola and a small bottle of sparkling water",
        ["1 coke 375 ml can drink", "1 mineral water 600 ml bottle drink"],
    ),
    # sides and desserts
    ("large chips with aioli and a small greek salad", ["1 large chips; dipping=aioli", "1 small greek salad"]),
    ("a dozen buffalo wings with ranch", ["1 12 buffalo wings; dipping=ranch"]),
    (
        "twenty four piece honey soy wings and a cheesy garlic bread",
        ["1 24 wings; heat=honey soy", "1 garlic bread; cheesy=yes"],
    ),
    ("six chicken wings and a tub of sweet chilli", ["1 6 wings", "1 sweet chilli dip tub"]),
    (
        "two large garden salads and a herb bread with cheese",
        ["2 large garden salad", "1 herb bread; cheesy=yes"],
    ),
    (
        "a chocolate gelato two vanilla gelatos and a tear a misu",
        ["1 chocolate gelato", "2 vanilla gelato", "1 tiramisu"],
    ),
    # deals
    ("large supreme deal please", ["1 large supreme; deal=family_supreme"]),
    (
        "can i have a large meat lovers meal with sprite",
        ["1 large meat lovers; deal=family_meat_lovers; drink_brand=sprite"],
    ),
    (
        "two large hawaiian deals both with lemonade",
        ["2 large hawaiian; deal=family_hawaiian; drink_brand=lemonade"],
    ),
    (
        "i'll get a medium pepperoni deal thin crust with fanta for the drink",
        ["1 medium thin pepperoni pizza; deal=family_pepperoni_pizza; drink_brand=fanta"],
    ),
    (
        "a large vegetarian combo no onion and make the drink a ginger beer",
        ["1 large vegetarian; toppings=-onion; deal=family_vegetarian; drink_brand=ginger beer"],
    ),
    (
        "large bbq chicken deal with coke zero plus a large chips",
        ["1 large bbq chicken; deal=family_bbq_chicken; drink_brand=coke zero", "1 large chips"],
    ),
    # corrections
    ("large hawaiian no sorry medium hawaiian", ["1 medium hawaiian"]),
    ("can i get a large supreme actually make it a large capricciosa", ["1 large capricciosa"]),
    ("two garlic breads hang on make that three", ["3 garlic bread"]),
    ("large pepperoni with olives i mean with mushrooms", ["1 large pepperoni pizza; toppings=+mushrooms"]),
    (
        "a can of coke and a large chips wait no small chips",
        ["1 coke 375 ml can drink", "1 small chips"],
    ),
    (
        "medium margherita thin crust actually deep pan and add some ham",
        ["1 medium margherita; crust=deep pan; toppings=+ham"],
    ),
    (
        "large meat lovers and a large mexican oh scrap the mexican get me a large vegetarian instead",
        ["1 large meat lovers", "1 large vegetarian"],
    ),
    # refusals
    ("large margherita no garlic bread thanks", ["1 large margherita"]),
    ("no thanks no drinks", []),
    ("nah that's everything cheers", []),
    ("a large supreme not the deal just the pizza", ["1 large supreme"]),
    ("just a large chips thanks we don't want any wings", ["1 large chips"]),
    ("no dessert for us but i'll take a can of fanta", ["1 fanta 375 ml can drink"]),
    # choices left open
    ("can i get a hawaiian and a garlic bread", ["1 hawaiian; needs=size", "1 garlic bread"]),
    ("some barbecue wings please", ["1 wings; needs=pieces"]),
    (
        "a large margherita a coke and chips",
        ["1 large margherita", "1 coke drink; needs=volume", "1 chips; needs=serve"],
    ),
    ("two thin crust supremes with no olives", ["2 thin supreme; toppings=-olives; needs=size"]),
    ("a gelato and a can of drink", ["1 gelato; needs=flavour", "1 375 ml can drink; needs=brand"]),
    ("a greek salad and a tub of dip", ["1 greek salad; needs=serve", "1 dip tub; needs=dip"]),
    # questions, small talk, not on the menu
    ("what time do you close on friday", []),
    ("how much is a large supreme with extra cheese", []),
    ("do you do gluten free bases", []),
    ("i'll have a spaghetti bolognese and a beer", []),
    ("is there egg in the aioli", []),
    ("how ya going mate busy tonight", []),
    ("what comes on the capricciosa", []),
    # long family orders
    (
        "okay big order so two large pepperonis a medium hawaiian with no ham a small margherita for my youngest "
        "two garlic breads and a big bottle of coke",
        [
            "2 large pepperoni pizza",
            "1 medium hawaiian; toppings=-ham",
            "1 small margherita",
            "2 garlic bread",
            "1 coke 1.25 litre bottle drink",
        ],
    ),
    (
        "large meat lovers stuffed crust large vegetarian no capsicum twelve piece buffalo wings "
        "a large chips with aioli and four cans of lemonade",
        [
            "1 large meat lovers; crust=cheese stuffed",
            "1 large vegetarian; toppings=-capsicum",
            "1 12 buffalo wings",
            "1 large chips; dipping=aioli",
            "4 lemonade 375 ml can drink",
        ],
    ),
    (
        "can i grab um a large supreme a large bbq chicken with pineapple two small cheese pizzas a herb bread "
        "and a large greek salad",
        [
            "1 large supreme",
            "1 large bbq chicken; toppings=+pineapple",
            "2 small plain pizza",
            "1 herb bread",
            "1 large greek salad",
        ],
    ),
    (
        "we'll have three large margheritas one of those with ham a medium seafood a small garden salad "
        "two tiramisus and a bottle of water",
        [
            "2 large margherita",
            "1 large margherita; toppings=+ham",
            "1 medium seafood",
            "1 small garden salad",
            "2 tiramisu",
            "1 still water",
        ],
    ),
    (
        "one large napoletana extra capers one large prosciutto and rocket one small hawaiian gluten free "
        "six piece wings honey soy and two cans of coke zero",
        [
            "1 large napoletana; toppings=+extra capers",
            "1 large prosciutto",
            "1 small hawaiian; crust=gluten free",
            "1 6 wings; heat=honey soy",
            "2 coke zero 375 ml can drink",
        ],
    ),
    (
        "right so dad wants a large mexican mum's after a medium four cheese thin base the kids will share "
        "a large hawaiian light on the pineapple and then a large chips a chocolate gelato and a strawberry gelato",
        [
            "1 large mexican",
            "1 medium thin four cheese",
            "1 large hawaiian; toppings=+light pineapple",
            "1 large chips",
            "1 chocolate gelato",
            "1 strawberry gelato",
        ],
    ),
    # couples ordering for each other
    (
        "i'll have a medium lamp pizza and my wife wants a small vegetarian with feta",
        ["1 medium lamb pizza", "1 small vegetarian; toppings=+feta"],
    ),
    (
        "a large capricciosa for me no olives and for my husband a large meat lovers with extra bacon",
        ["1 large capricciosa; toppings=-olives", "1 large meat lovers; toppings=+extra bacon"],
    ),
    (
        "she'd like a small margherita gluten free base and i'll get the same size in a pepperoni on a normal base",
        ["1 small margherita; crust=gluten free", "1 small pepperoni pizza"],
    ),
    (
        "my partner will have a medium prosciutto pizza she doesn't like rocket so leave that off "
        "and i'm having a medium mexican",
        ["1 medium prosciutto; toppings=-rocket", "1 medium mexican"],
    ),
    (
        "can i get a medium hawaiian what do you want love oh and a medium supreme no mushrooms for him",
        ["1 medium hawaiian", "1 medium supreme; toppings=-mushrooms"],
    ),
    (
        "we're both having a small bbq chicken but no onion on mine and a can of sprite each",
        ["1 small bbq chicken; toppings=-onion", "1 small bbq chicken", "2 sprite 375 ml can drink"],
    ),
]
