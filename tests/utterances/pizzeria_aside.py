"""What callers of the pizzeria say: the third that was set aside before the parser was tuned (pizzeria_tuned)."""

CASES: list[tuple[str, list[str]]] = [
    ("one medium hawaiian", ["1 medium hawaiian"]),
    ("a family size supreme", ["1 large supreme"]),
    ("give us a big four cheese", ["1 large four cheese"]),
    ("a large lamb pizza", ["1 large lamb pizza"]),
    ("i want a mexican pizza a medium one", ["1 medium mexican"]),
    ("large hawaiian with a gluten free base", ["1 large hawaiian; crust=gluten free"]),
    ("large vegetarian with pesto sauce instead of tomato", ["1 large pesto vegetarian"]),
    ("a small margherita deep dish", ["1 small margherita; crust=deep pan"]),
    ("medium hawaiian extra pineapple", ["1 medium hawaiian; toppings=+extra pineapple"]),
    ("large pepperoni with extra cheese", ["1 large pepperoni pizza; toppings=+extra mozzarella"]),
    ("large napoletana easy on the anchovies please", ["1 large napoletana; toppings=+light anchovies"]),
    ("large pizza with ham mushrooms and olives", ["1 large plain pizza; toppings=+ham,+mushrooms,+olives"]),
    (
        "small pizza with pepperoni bacon and heaps of cheese",
        ["1 small plain pizza; toppings=+pepperoni,+bacon,+extra mozzarella"],
    ),
    ("a large hawaiian but swap the ham for bacon", ["1 large hawaiian; toppings=-ham,+bacon"]),
    (
        "a large pizza half pepperoni half pineapple",
        ["1 large plain pizza; toppings=+pepperoni on left half,+pineapple on right half"],
    ),
    (
        "large pizza with bacon and onion on half and just olives on the other half",
        ["1 large plain pizza; toppings=+bacon on left half,+onion on left half,+olives on right half"],
    ),
    ("large capricciosa with chilli on one half only", ["1 large capricciosa; toppings=+chilli on left half"]),
    ("three medium hawaiians and a large supreme", ["3 medium hawaiian", "1 large supreme"]),
    (
        "two large supremes one with no olives and the other with extra cheese",
        ["1 large supreme; toppings=-olives", "1 large supreme; toppings=+extra mozzarella"],
    ),
    ("two large hawaiians with no ham on one of them", ["1 large hawaiian; toppings=-ham", "1 large hawaiian"]),
    (
        "large mexican a greek salad small and two cans of coke",
        ["1 large mexican", "1 small greek salad", "2 coke drink; volume=375 ml can"],
    ),
    ("garlic bread", ["1 garlic bread"]),
    ("twelve wings buffalo style with ranch", ["1 wings; pieces=12; heat=buffalo; dipping=ranch"]),
    ("large chips with aioli", ["1 large chips; dipping=aioli"]),
    ("tiramisu and a chocolate gelato", ["1 tiramisu", "1 chocolate gelato"]),
    ("a can of coke", ["1 coke drink; volume=375 ml can"]),
    ("1.25 litre bottle of solo", ["1 solo drink; volume=1.25 litre bottle"]),
    ("a big bottle of ginger beer", ["1 ginger beer drink; volume=1.25 litre bottle"]),
    ("can i get a can of mineral water", ["1 drink; brand=mineral water; volume=375 ml can"]),
    ("large pepperoni deal with coke", ["1 large pepperoni pizza; deal=family_pepperoni_pizza"]),
    ("large vegetarian as a deal with lemonade", ["1 large vegetarian; deal=family_vegetarian; drink_brand=lemonade"]),
    ("a large hawaiian actually make that a capricciosa", ["1 large capricciosa"]),
    ("um can i get a small no a large seafood pizza", ["1 large seafood"]),
    ("pepperoni pizza thin crust", ["1 thin pepperoni pizza; needs=size"]),
    ("a greek salad", ["1 greek salad; needs=serve"]),
    ("a coke or a sprite can", ["1 drink; volume=375 ml can; needs=brand"]),
    ("how much is a large supreme", []),
    ("can i get a large butter chicken", []),
    ("is there egg in the capricciosa", []),
    ("a calzone and two garlic breads", ["2 garlic bread"]),
    (
        "so we'll have like two large meat lovers and maybe a garlic bread as well",
        ["2 large meat lovers", "1 garlic bread"],
    ),
    ("medium peperoni with halapenos", ["1 medium pepperoni pizza; toppings=+jalapenos"]),
    ("large vegetarian plus chicken minus the spinach", ["1 large vegetarian; toppings=+chicken,-spinach"]),
    ("large capricciosa cut in squares please", ["1 large capricciosa"]),
]

# The third of the second list (pizzeria_tuned.FRESH) that is set aside: nobody reads it while working on the parser.
FRESH: list[tuple[str, list[str]]] = [
    # plain words
    ("could we get one large four cheese pizza", ["1 large four cheese"]),
    ("yeah can i get a veggie pizza a large", ["1 large vegetarian"]),
    ("large greek lamb pizza", ["1 large lamb pizza"]),
    ("a thirteen inch supreme", ["1 large supreme"]),
    ("small garlic and cheese pizza", ["1 small garlic pizza"]),
    ("supreme in a large please", ["1 large supreme"]),
    # crust and sauce
    ("large supreme thin base", ["1 large thin supreme"]),
    ("large margherita gluten free base please", ["1 large margherita; crust=gluten free"]),
    ("large seafood with a tomato base", ["1 large seafood; sauce=tomato sauce"]),
    ("large margherita no sauce", ["1 large margherita; sauce=none"]),
    ("one large gf margherita", ["1 large margherita; crust=gluten free"]),
    # toppings
    ("large hawaiian no pineapple", ["1 large hawaiian; toppings=-pineapple"]),
    ("large supreme without capsicum or onion", ["1 large supreme; toppings=-capsicum,-onion"]),
    ("small pepperoni with double cheese", ["1 small pepperoni pizza; toppings=+extra mozzarella"]),
    ("large capricciosa with prosciutto instead of ham", ["1 large capricciosa; toppings=-ham,+prosciutto"]),
    ("medium four cheese no blue cheese add ham", ["1 medium four cheese; toppings=-blue cheese,+ham"]),
    ("large lamb pizza extra feta no onion", ["1 large lamb pizza; toppings=+extra feta,-onion"]),
    ("medium garlic pizza with parmesan on top", ["1 medium garlic pizza; toppings=+parmesan"]),
    ("a small margherita no basil for the kids", ["1 small margherita; toppings=-basil"]),
    ("large bbq chicken no onion please my wife hates it", ["1 large bbq chicken; toppings=-onion"]),
    ("i'll make my own large with chicken spinach and feta", ["1 large plain pizza; toppings=+chicken,+spinach,+feta"]),
    ("medium supreme with everything but mushrooms", ["1 medium supreme; toppings=-mushrooms"]),
    ("large hawaiian with bacon instead of ham deep pan", ["1 large hawaiian; crust=deep pan; toppings=-ham,+bacon"]),
    # halves
    (
        "large pizza half ham half mushrooms",
        ["1 large plain pizza; toppings=+ham on left half,+mushrooms on right half"],
    ),
    ("large supreme with jalapenos on the right half", ["1 large supreme; toppings=+jalapenos on right half"]),
    (
        "medium pepperoni thin crust with capsicum on one half",
        ["1 medium thin pepperoni pizza; toppings=+capsicum on left half"],
    ),
    (
        "large vegetarian no olives on one side no onion on the other",
        ["1 large vegetarian; toppings=-olives,-onion,+olives on right half,+onion on left half"],
    ),
    # several things
    ("a large supreme and a medium hawaiian", ["1 large supreme", "1 medium hawaiian"]),
    ("two large pizzas one hawaiian and one meat lovers", ["1 large hawaiian", "1 large meat lovers"]),
    ("a margherita and a pepperoni both large", ["1 large margherita", "1 large pepperoni pizza"]),
    (
        "four large margheritas one garlic bread and two tiramisu",
        ["4 large margherita", "1 garlic bread", "2 tiramisu"],
    ),
    (
        "one large seafood deep pan and one medium seafood thin crust",
        ["1 large seafood; crust=deep pan", "1 medium thin seafood"],
    ),
    ("ten large pizzas five hawaiian and five supreme", ["5 large hawaiian", "5 large supreme"]),
    (
        "medium meat lovers with extra bacon medium vegetarian with no onion",
        ["1 medium meat lovers; toppings=+extra bacon", "1 medium vegetarian; toppings=-onion"],
    ),
    # splits
    ("two large supremes one with no olives", ["1 large supreme; toppings=-olives", "1 large supreme"]),
    (
        "two medium meat lovers one with no beef and one with no bacon",
        ["1 medium meat lovers; toppings=-beef", "1 medium meat lovers; toppings=-bacon"],
    ),
    ("two pepperonis one large one small", ["1 large pepperoni pizza", "1 small pepperoni pizza"]),
    ("two large mexicans both with no onion", ["2 large mexican; toppings=-onion"]),
    (
        "two large vegetarians with feta on both and no olives on one",
        ["1 large vegetarian; toppings=+feta,-olives", "1 large vegetarian; toppings=+feta"],
    ),
    # sides and desserts
    ("a dozen bbq wings with ranch", ["1 barbecue wings; pieces=12; dipping=ranch"]),
    ("small hot chips with sweet chilli sauce", ["1 small chips; dipping=sweet chilli"]),
    ("a cheesy herb bread", ["1 herb bread; cheesy=yes"]),
    ("a strawberry gelato", ["1 strawberry gelato"]),
    # drinks
    ("two 1.25 litre lemonades", ["2 lemonade drink; volume=1.25 litre bottle"]),
    ("600 ml sprite", ["1 sprite drink; volume=600 ml bottle"]),
    ("one and a quarter litre bottle of ginger beer", ["1 ginger beer drink; volume=1.25 litre bottle"]),
    ("a couple of cans of lemonade", ["2 lemonade drink; volume=375 ml can"]),
    ("two cokes one can one bottle", ["1 coke drink; volume=375 ml can", "1 coke drink; volume=600 ml bottle"]),
    # deals
    ("large pepperoni deal", ["1 large pepperoni pizza; deal=family_pepperoni_pizza"]),
    (
        "two large supreme deals one with coke zero one with fanta",
        [
            "1 large supreme; deal=family_supreme; drink_brand=coke zero",
            "1 large supreme; deal=family_supreme; drink_brand=fanta",
        ],
    ),
    (
        "large mexican deal no onion with sprite",
        ["1 large mexican; deal=family_mexican; toppings=-onion; drink_brand=sprite"],
    ),
    (
        "three large pepperoni deals all with lemonade",
        ["3 large pepperoni pizza; deal=family_pepperoni_pizza; drink_brand=lemonade"],
    ),
    # corrections
    ("two medium supremes actually make that three", ["3 medium supreme"]),
    ("medium sorry large pepperoni", ["1 large pepperoni pizza"]),
    ("one large hawaiian thin crust oh wait deep pan", ["1 large hawaiian; crust=deep pan"]),
    ("large pepperoni i mean large hawaiian", ["1 large hawaiian"]),
    ("large supreme no onion actually leave the onion on", ["1 large supreme"]),
    # what must be asked
    ("a supreme with no olives", ["1 supreme; toppings=-olives; needs=size"]),
    ("buffalo wings", ["1 buffalo wings; needs=pieces"]),
    ("fries and a large margherita", ["1 chips; needs=serve", "1 large margherita"]),
    ("a coke zero and a garlic bread", ["1 coke zero drink; needs=volume", "1 garlic bread"]),
    ("a can of drink", ["1 drink; volume=375 ml can; needs=brand"]),
    # nothing to add
    ("do you have any vegan cheese", []),
    ("are you guys open right now", []),
    ("hang on a sec let me ask the kids", []),
    ("can i pay by card when i get there", []),
    ("what's the biggest pizza you do", []),
    ("do you have sprite in cans", []),
    # not sold beside what is
    ("garlic bread and a bowl of minestrone", ["1 garlic bread"]),
    # talk around it
    (
        "um yeah hi can i just grab uh a large hawaiian and um a garlic bread thanks",
        ["1 large hawaiian", "1 garlic bread"],
    ),
    ("yeah righto large meat lovers mate cheers", ["1 large meat lovers"]),
    ("hi it's sarah here could i get a large margherita for half past six please", ["1 large margherita"]),
    # what the phone makes of it
    ("large margarita thin crust", ["1 large thin margherita"]),
    ("a galic bread and a large meatlovers", ["1 garlic bread", "1 large meat lovers"]),
    ("tira misu and a vanilla ice cream", ["1 tiramisu", "1 vanilla gelato"]),
    ("medium prosciutto and rocket with no parmesan", ["1 medium prosciutto; toppings=-parmesan"]),
]
