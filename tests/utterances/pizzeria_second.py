"""What callers of the pizzeria say: written from its menu by somebody who had not seen the parser (first 108 of 120)."""

CASES: list[tuple[str, list[str]]] = [
    # Plain orders
    ("hi can i get a large capri chosa thanks", ["1 large capricciosa"]),
    ("yeah gday could i grab a small prosciutto and rocket", ["1 small prosciutto"]),
    ("um large sea food pizza please mate", ["1 large seafood"]),
    ("i'll have the nutella pizza for dessert", ["1 nutella pizza"]),
    ("medium barbie chicken to pick up please", ["1 medium bbq chicken"]),
    ("a large marga rita pizza please", ["1 large margherita"]),
    ("ill take one medium quattro formaggi", ["1 medium four cheese"]),
    # Sizes and crusts
    ("family size meat lovers on a thick base", ["1 large meat lovers; crust=deep pan"]),
    ("can i get a regular napolitana thin and crispy", ["1 medium thin napoletana"]),
    ("large four cheese with a stuffed crust", ["1 large four cheese; crust=cheese stuffed"]),
    ("the supreme in a small with gluten free crust", ["1 small supreme; crust=gluten free"]),
    ("a thirteen inch mexican deep pan thanks", ["1 large mexican; crust=deep pan"]),
    ("personal size vegeterian please on the g f base", ["1 small vegetarian; crust=gluten free"]),
    (
        "medium hawaiian on the classic base with bbq sauce instead of the tomato sauce",
        ["1 medium traditional hawaiian; sauce=barbecue sauce"],
    ),
    # Toppings added, left off, extra, light
    ("large supreme no olives and no union", ["1 large supreme; toppings=-olives,-onion"]),
    ("medium margherita with olives and anchovies on top", ["1 medium margherita; toppings=+olives,+anchovies"]),
    (
        "large capricciosa extra ham and go easy on the mushrooms",
        ["1 large capricciosa; toppings=+extra ham,+light mushrooms"],
    ),
    ("small mexican without the hallapeenos thanks", ["1 small mexican; toppings=-jalapenos"]),
    ("a large meat lovers with loads of bacon", ["1 large meat lovers; toppings=+extra bacon"]),
    ("medium vegetarian hold the capsicum and add feta", ["1 medium vegetarian; toppings=-capsicum,+feta"]),
    (
        "large napoletana with extra capers and just a little bit of anchovy",
        ["1 large napoletana; toppings=+extra capers,+light anchovies"],
    ),
    # Set pizzas with changes
    ("large hawaiian swap the pineapple for mushies", ["1 large hawaiian; toppings=-pineapple,+mushrooms"]),
    ("medium lamb pizza with spinach instead of onion", ["1 medium lamb pizza; toppings=-onion,+spinach"]),
    (
        "large bbq chicken no bacon add capsicum and jalapenos",
        ["1 large bbq chicken; toppings=-bacon,+capsicum,+jalapenos"],
    ),
    ("small seafood no calamari extra prawns", ["1 small seafood; toppings=-calamari,+extra prawns"]),
    (
        "a large margherita but with vegan cheese instead of the mozzarella",
        ["1 large margherita; toppings=-mozzarella,+vegan cheese"],
    ),
    (
        "large prosciutto pizza leave off the parmesan and pop some cherry tomatoes on it",
        ["1 large prosciutto; toppings=-parmesan,+tomato"],
    ),
    (
        "medium pepperoni on a thin base with chilli and no cheese",
        ["1 medium thin pepperoni pizza; toppings=+chilli,-mozzarella"],
    ),
    # Build your own
    ("can i make my own pizza large with ham onion and egg", ["1 large plain pizza; toppings=+ham,+onion,+egg"]),
    (
        "build your own medium thin base pesto sauce chicken and spinach",
        ["1 medium thin pesto plain pizza; toppings=+chicken,+spinach"],
    ),
    ("large cheese pizza with sausage and mushies", ["1 large plain pizza; toppings=+sausage,+mushrooms"]),
    (
        "i want a small pizza on a garlic oil base with potato and fetta",
        ["1 small plain pizza; sauce=garlic oil; toppings=+potato,+feta"],
    ),
    (
        "custom pizza large gluten free bbq sauce with mince bacon and onion",
        ["1 large plain pizza; crust=gluten free; sauce=barbecue sauce; toppings=+beef,+bacon,+onion"],
    ),
    ("a plain medium pizza with just cheese", ["1 medium plain pizza"]),
    (
        "a large create your own no pizza sauce with prawns rocket and parmesan",
        ["1 large plain pizza; sauce=none; toppings=+prawns,+rocket,+parmesan"],
    ),
    # Halves
    (
        "large pizza half ham half mushroom",
        ["1 large plain pizza; toppings=+ham on left half,+mushrooms on right half"],
    ),
    ("large margherita with olives on the left half only", ["1 large margherita; toppings=+olives on left half"]),
    (
        "medium pizza salami on the left side and anchovies on the right side",
        ["1 medium plain pizza; toppings=+salami on left half,+anchovies on right half"],
    ),
    ("large hawaiian with jalapenos on the right half", ["1 large hawaiian; toppings=+jalapenos on right half"]),
    (
        "can i do a large pizza one half bacon and the other half pineapple",
        ["1 large plain pizza; toppings=+bacon on left half,+pineapple on right half"],
    ),
    (
        "medium supreme with anchovies on the right half and extra cheese all over",
        ["1 medium supreme; toppings=+anchovies on right half,+extra mozzarella"],
    ),
    (
        "build your own large half chicken half lamb and onion on the whole thing",
        ["1 large plain pizza; toppings=+chicken on left half,+lamb on right half,+onion"],
    ),
    # Several items, modifiers shared or separate
    (
        "a large hawaiian and a large vegetarian both on thin crust",
        ["1 large thin hawaiian", "1 large thin vegetarian"],
    ),
    (
        "two pizzas please a medium supreme and a small margherita with extra basil",
        ["1 medium supreme", "1 small margherita; toppings=+extra basil"],
    ),
    (
        "large pepperoni with mushrooms and a medium capricciosa no olives",
        ["1 large pepperoni pizza; toppings=+mushrooms", "1 medium capricciosa; toppings=-olives"],
    ),
    (
        "hawaiian and a meat lovers both large both deep pan",
        ["1 large hawaiian; crust=deep pan", "1 large meat lovers; crust=deep pan"],
    ),
    ("garlic bread with cheese and a large margherita", ["1 garlic bread; cheesy=yes", "1 large margherita"]),
    (
        "small mexican small lamb pizza and a tear a misu",
        ["1 small mexican", "1 small lamb pizza", "1 tiramisu"],
    ),
    (
        "can i get a large napoletana no capers and a large seafood and put chilli on both",
        ["1 large napoletana; toppings=-capers,+chilli", "1 large seafood; toppings=+chilli"],
    ),
    # Splits
    (
        "two large margheritas one with olives the other with ham",
        ["1 large margherita; toppings=+olives", "1 large margherita; toppings=+ham"],
    ),
    (
        "two medium hawaiians one thin and one deep pan",
        ["1 medium thin hawaiian", "1 medium hawaiian; crust=deep pan"],
    ),
    (
        "three large supremes two with no onion and one with extra cheese",
        ["2 large supreme; toppings=-onion", "1 large supreme; toppings=+extra mozzarella"],
    ),
    (
        "four small pepperoni pizzas two of them with chilli the other two with olives",
        ["2 small pepperoni pizza; toppings=+chilli", "2 small pepperoni pizza; toppings=+olives"],
    ),
    (
        "two large pizzas one with bacon and egg and one with spinach and feta",
        ["1 large plain pizza; toppings=+bacon,+egg", "1 large plain pizza; toppings=+spinach,+feta"],
    ),
    (
        "a couple of large vegetarians one on gluten free and one on the normal base",
        ["1 large vegetarian; crust=gluten free", "1 large traditional vegetarian"],
    ),
    (
        "two large chips one with aioli the other with ranch",
        ["1 large chips; dipping=aioli", "1 large chips; dipping=ranch"],
    ),
    # Quantities
    ("can i get for large pepper oni pizzas please", ["4 large pepperoni pizza"]),
    ("half a dozen cans of sprite", ["6 sprite drink; volume=375 ml can"]),
    ("too medium margheritas and won galic bread", ["2 medium margherita", "1 garlic bread"]),
    ("a pair of large deep pan supremes", ["2 large supreme; crust=deep pan"]),
    ("give me a dozen small cheese pizzas for a kids party", ["12 small plain pizza"]),
    ("three bottles of water and three tiramisus", ["3 still water", "3 tiramisu"]),
    # Drinks
    ("a six hundred mil coke zero", ["1 coke zero drink; volume=600 ml bottle"]),
    (
        "two cans of solo and a six hundred ml lemonade",
        ["2 solo drink; volume=375 ml can", "1 lemonade drink; volume=600 ml bottle"],
    ),
    ("the one and a quarter litre fanta please", ["1 fanta drink; volume=1.25 litre bottle"]),
    ("one point two five litre bottle of coke no sugar", ["1 coke zero drink; volume=1.25 litre bottle"]),
    ("three tins of ginger beer", ["3 ginger beer drink; volume=375 ml can"]),
    (
        "a big bottle of spright and a can of fanter",
        ["1 sprite drink; volume=1.25 litre bottle", "1 fanta drink; volume=375 ml can"],
    ),
    ("a three seventy five mil mineral water please", ["1 mineral water drink; volume=375 ml can"]),
    # Sides
    ("twelve buffalo wings with ranch", ["1 12 buffalo wings; dipping=ranch"]),
    ("large chips with garlic mayo", ["1 large chips; dipping=aioli"]),
    ("a small greek salad and a large garden salad", ["1 small greek salad", "1 large garden salad"]),
    ("six piece honey soy wings", ["1 6 wings; heat=honey soy"]),
    ("a cheesy herb bread", ["1 herb bread; cheesy=yes"]),
    (
        "twenty four pack of barbecue wings with sweet chilli and ranch dipping sauces",
        ["1 24 barbecue wings; dipping=sweet chilli, ranch"],
    ),
    ("two tubs of ranch and a large fries", ["2 ranch dip tub", "1 large chips"]),
    # Deals
    ("large supreme family deal", ["1 large supreme; deal=family_supreme"]),
    (
        "can i do the family deal with a large hawaiian and sprite",
        ["1 large hawaiian; deal=family_hawaiian; drink_brand=sprite"],
    ),
    (
        "a medium bbq chicken meal with lemonade for the drink",
        ["1 medium bbq chicken; deal=family_bbq_chicken; drink_brand=lemonade"],
    ),
    ("two large margherita deals please", ["2 large margherita; deal=family_margherita"]),
    (
        "the meal deal with a large meat lovers on thin crust and coke zero",
        ["1 large thin meat lovers; deal=family_meat_lovers; drink_brand=coke zero"],
    ),
    (
        "large mexican no onion and make it a combo with fanta",
        ["1 large mexican; toppings=-onion; deal=family_mexican; drink_brand=fanta"],
    ),
    (
        "pizza deal with a large capricciosa and ginger beer plus a tiramisu",
        ["1 large capricciosa; deal=family_capricciosa; drink_brand=ginger beer", "1 tiramisu"],
    ),
    # Corrections
    ("a large hawaiian no sorry make that a medium", ["1 medium hawaiian"]),
    ("two garlic breads actually just the one", ["1 garlic bread"]),
    ("large supreme um no sorry large capricciosa", ["1 large capricciosa"]),
    ("can i get a can of coke i mean sprite", ["1 sprite drink; volume=375 ml can"]),
    ("medium vegetarian thin crust wait no deep pan", ["1 medium vegetarian; crust=deep pan"]),
    ("large chips no hang on small chips and a garlic bread", ["1 small chips", "1 garlic bread"]),
    (
        "three large pepperonis sorry two large pepperonis and one large margherita",
        ["2 large pepperoni pizza", "1 large margherita"],
    ),
    # Refusals
    ("large hawaiian no drinks or sides thanks", ["1 large hawaiian"]),
    ("no thanks that's everything", []),
    ("a medium margherita no deal just the pizza", ["1 medium margherita"]),
    ("nah i don't want garlic bread", []),
    ("no not the deal only a large lamb pizza", ["1 large lamb pizza"]),
    ("large supreme and that's it i don't need a drink", ["1 large supreme"]),
    ("no dessert for us but we'll have two cans of coke", ["2 coke drink; volume=375 ml can"]),
    # Choices left open
    ("a supreme with no olives please", ["1 supreme; toppings=-olives; needs=size"]),
    ("can i get some chicken wings with ranch", ["1 wings; dipping=ranch; needs=pieces"]),
    ("a coke and a large margherita", ["1 coke drink; needs=volume", "1 large margherita"]),
    ("chips and a garlic bread", ["1 chips; needs=serve", "1 garlic bread"]),
    ("two gelatos please", ["2 gelato; needs=flavour"]),
    ("a soft drink in a can", ["1 drink; volume=375 ml can; needs=brand"]),
    ("hawaiian deal with sprite", ["1 hawaiian; deal=family_hawaiian; drink_brand=sprite; needs=size"]),
    # Questions, small talk, not on the menu
    ("how much is a large supreme", []),
    ("what comes on the capricciosa", []),
    ("do you guys do lasagne", []),
    ("how late are you open on friday night", []),
    ("can i get a cheeseburger and a milkshake", []),
    ("is the gluten free base okay for coeliacs", []),
    ("yeah hi how are you going tonight busy are ya", []),
    ("a large pepperoni and a beef burrito", ["1 large pepperoni pizza"]),
    # Long family orders
    (
        "okay so a large supreme no olives a large hawaiian thin base two garlic breads a large chips and a one and a quarter litre coke",
        [
            "1 large supreme; toppings=-olives",
            "1 large thin hawaiian",
            "2 garlic bread",
            "1 large chips",
            "1 coke drink; volume=1.25 litre bottle",
        ],
    ),
    (
        "hi we need a large meat lovers with extra bacon a medium vegetarian without capsicum a small cheese pizza for the little one twelve honey soy wings and two cans of lemonade",
        [
            "1 large meat lovers; toppings=+extra bacon",
            "1 medium vegetarian; toppings=-capsicum",
            "1 small plain pizza",
            "1 12 wings; heat=honey soy",
            "2 lemonade drink; volume=375 ml can",
        ],
    ),
    (
        "two large pepperonis one deep pan and one traditional then a large greek salad a tiramisu and a six hundred mil mineral water",
        [
            "1 large pepperoni pizza; crust=deep pan",
            "1 large traditional pepperoni pizza",
            "1 large greek salad",
            "1 tiramisu",
            "1 mineral water drink; volume=600 ml bottle",
        ],
    ),
    (
        "um can i get a large margherita with extra basil a large bbq chicken no onion a family size seafood a cheesy garlic bread and three cans of solo no make it four cans",
        [
            "1 large margherita; toppings=+extra basil",
            "1 large bbq chicken; toppings=-onion",
            "1 large seafood",
            "1 garlic bread; cheesy=yes",
            "4 solo drink; volume=375 ml can",
        ],
    ),
    (
        "so a large capricciosa deal with sprite then a medium mexican no halapenos a small garden salad two chocolate gelatos and a nutella pizza",
        [
            "1 large capricciosa; deal=family_capricciosa; drink_brand=sprite",
            "1 medium mexican; toppings=-jalapenos",
            "1 small garden salad",
            "2 chocolate gelato",
            "1 nutella pizza",
        ],
    ),
    (
        "can we get a large hawaiian a large napoletana and a large lamb pizza all on thin crust plus large chips with ranch and six buffalo wings",
        [
            "1 large thin hawaiian",
            "1 large thin napoletana",
            "1 large thin lamb pizza",
            "1 large chips; dipping=ranch",
            "1 6 buffalo wings",
        ],
    ),
    (
        "one large pizza half salami half spinach one medium garlic pizza a herb bread a small chips two strawberry gelatos and a big bottle of fanta",
        [
            "1 large plain pizza; toppings=+salami on left half,+spinach on right half",
            "1 medium garlic pizza",
            "1 herb bread",
            "1 small chips",
            "2 strawberry gelato",
            "1 fanta drink; volume=1.25 litre bottle",
        ],
    ),
]
