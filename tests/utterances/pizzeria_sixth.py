"""What callers of the pizzeria say: a sixth set, by the author of the parser, all of it written before any was tried.

First score 30 of 30, none added falsely, after one right answer was put right.
"""

CASES: list[tuple[str, list[str]]] = [
    ("hi could i get a large margherita and a garlic bread please", ["1 large margherita", "1 garlic bread"]),
    ("one medium supreme with no olives", ["1 medium supreme; toppings=-olives"]),
    ("large hawaiian thin crust extra pineapple", ["1 large thin hawaiian; toppings=+extra pineapple"]),
    (
        "two large pepperoni pizzas one with mushrooms",
        ["1 large pepperoni pizza; toppings=+mushrooms", "1 large pepperoni pizza"],
    ),
    (
        "a small vegetarian on gluten free with no cheese",
        ["1 small vegetarian; crust=gluten free; toppings=-mozzarella"],
    ),
    (
        "can we have three large pizzas a capricciosa a meat lovers and a mexican",
        ["1 large capricciosa", "1 large meat lovers", "1 large mexican"],
    ),
    ("large meat lovers half with olives", ["1 large meat lovers; toppings=+olives on left half"]),
    (
        "build me a large pizza with ham mushroom and olives on a pesto base",
        ["1 large plain pizza; sauce=pesto; toppings=+ham,+mushrooms,+olives"],
    ),
    ("medium bbq chicken swap the bacon for pineapple", ["1 medium bbq chicken; toppings=-bacon,+pineapple"]),
    (
        "a small and a large hawaiian both with extra ham",
        ["1 small hawaiian; toppings=+extra ham", "1 large hawaiian; toppings=+extra ham"],
    ),
    ("large seafood no anchovies if it has them and easy on the garlic", ["1 large seafood; toppings=+light garlic"]),
    ("two medium margheritas with basil and a bottle of still water", ["2 medium margherita", "1 still water"]),
    (
        "large supreme no onion no capsicum and light on the cheese",
        ["1 large supreme; toppings=-onion,-capsicum,+light mozzarella"],
    ),
    (
        "a large four cheese with a stuffed crust and a tiramisu",
        ["1 large four cheese; crust=cheese stuffed", "1 tiramisu"],
    ),
    ("i want a large pizza half hawaiian half supreme", []),
    ("one large napoletana hold the anchovies", ["1 large napoletana; toppings=-anchovies"]),
    ("a prosciutto pizza with extra rocket", ["1 prosciutto; toppings=+extra rocket; needs=size"]),
    ("large capricciosa actually make it a medium", ["1 medium capricciosa"]),
    (
        "two large margheritas no sorry one large margherita and one large pepperoni",
        ["1 large margherita", "1 large pepperoni pizza"],
    ),
    ("large lamb pizza without feta and add spinach", ["1 large lamb pizza; toppings=-feta,+spinach"]),
    (
        "two cans of coke and a can of lemonade",
        ["2 coke drink; volume=375 ml can", "1 lemonade drink; volume=375 ml can"],
    ),
    (
        "a garlic bread two large mexicans and a small vegetarian all thin crust",
        ["1 garlic bread", "2 large thin mexican", "1 small thin vegetarian"],
    ),
    (
        "can i get a large margherita for the kids plain cheese and a large meat lovers for us with extra bacon",
        ["1 large margherita", "1 large meat lovers; toppings=+extra bacon"],
    ),
    ("large hawaiian with chicken instead of ham", ["1 large hawaiian; toppings=-ham,+chicken"]),
    (
        "pick up at seven please a large supreme deep pan and a small margherita",
        ["1 large supreme; crust=deep pan", "1 small margherita"],
    ),
    (
        "medium pepperoni with jalapenos on half and olives on the other half",
        ["1 medium pepperoni pizza; toppings=+jalapenos on left half,+olives on right half"],
    ),
    ("lodge marg arita and a garlick bread", ["1 large margherita", "1 garlic bread"]),
    ("how big is the family pizza", []),
    ("do you have vegan cheese", []),
    ("a large chicken kebab please", []),
]
