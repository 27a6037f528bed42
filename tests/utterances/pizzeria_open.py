"""What callers of the pizzeria say: the second half of the fifth set, by the same two authors, and not tuned on.

First score 106 of 116, five added falsely.
"""

CASES: list[tuple[str, list[str]]] = [
    (
        "okay so that's a large hawaiian, a large pepperoni, two garlic breads with cheese and a big bottle of sprite",
        [
            "1 large hawaiian",
            "1 large pepperoni pizza",
            "2 garlic bread; cheesy=yes",
            "1 sprite 1.25 litre bottle drink",
        ],
    ),
    ("a tiramisu and two vanilla gelatos please", ["1 tiramisu", "2 vanilla gelato"]),
    (
        "four large pizzas please two pepperoni one vegetarian and one hawaiian",
        ["2 large pepperoni pizza", "1 large vegetarian", "1 large hawaiian"],
    ),
    (
        "medium supreme with no mushrooms and a large prosciutto pizza with extra rocket and also a small garden salad",
        [
            "1 medium supreme; toppings=mozzarella, ham, pepperoni, capsicum, onion, olives",
            "1 large prosciutto; toppings=mozzarella, prosciutto, extra rocket, parmesan",
            "1 small garden salad",
        ],
    ),
    (
        "large chips with aioli, small chips with sweet chilli, and a herb bread",
        ["1 large chips; dipping=aioli", "1 small chips; dipping=sweet chilli", "1 herb bread"],
    ),
    (
        "we'll have a large lamb pizza with tomato, a large four cheese thin and crispy, and a bottle of mineral water",
        [
            "1 large lamb pizza; toppings=mozzarella, lamb, onion, feta, tomato",
            "1 large thin four cheese",
            "1 mineral water 600 ml bottle drink",
        ],
    ),
    (
        "two medium margheritas with no basil both of them gluten free",
        ["2 medium gluten free margherita; toppings=mozzarella"],
    ),
    (
        "large mexican hold the jalapenos then a large capricciosa easy on the olives and that's it",
        [
            "1 large mexican; toppings=mozzarella, pepperoni, capsicum, onion",
            "1 large capricciosa; toppings=mozzarella, ham, mushrooms, light olives",
        ],
    ),
    ("can i get two coke zeros and a fanta all cans", ["2 coke zero 375 ml can drink", "1 fanta 375 ml can drink"]),
    (
        "medium vegetarian medium napoletana and a medium hawaiian all on deep pan",
        ["1 medium deep pan vegetarian", "1 medium deep pan napoletana", "1 medium deep pan hawaiian"],
    ),
    (
        "three large pepperonis but one of them with no cheese",
        ["2 large pepperoni pizza", "1 large pepperoni pizza; toppings=pepperoni"],
    ),
    ("for dessert it's a nutella pizza plus a strawberry gelato", ["1 nutella pizza", "1 strawberry gelato"]),
    (
        "large supreme no capsicum no onion, small margherita extra cheese, six piece buffalo wings with ranch and two bottles of solo",
        [
            "1 large supreme; toppings=mozzarella, ham, pepperoni, mushrooms, olives",
            "1 small margherita; toppings=extra mozzarella, basil",
            "1 6 buffalo wings; dipping=ranch",
            "2 solo 600 ml bottle drink",
        ],
    ),
    (
        "one large hawaiian with bacon and one medium hawaiian without ham",
        [
            "1 large hawaiian; toppings=mozzarella, ham, pineapple, bacon",
            "1 medium hawaiian; toppings=mozzarella, pineapple",
        ],
    ),
    ("large hawaiian no sorry make that a large capricciosa", ["1 large capricciosa"]),
    ("two medium margheritas actually make it three", ["3 medium margherita"]),
    ("can i get a small pepperoni, wait no, a large", ["1 large pepperoni pizza"]),
    ("one garlic bread sorry i mean herb bread", ["1 herb bread"]),
    (
        "large vegetarian with no olives, oh hang on, no mushrooms i meant, olives are fine",
        ["1 large vegetarian; toppings=mozzarella, capsicum, onion, olives, spinach"],
    ),
    ("a can of coke actually no make that a coke zero please", ["1 coke zero 375 ml can drink"]),
    ("i'll have the medium bbq chicken on a thin base oh sorry deep pan", ["1 medium deep pan bbq chicken"]),
    (
        "three large meat lovers and a large chips, ah no scrap the chips, a large greek salad instead",
        ["3 large meat lovers", "1 large greek salad"],
    ),
    ("large supreme deal please", ["1 large supreme; deal=family_supreme"]),
    (
        "can we get the family deal with a large hawaiian and sprite",
        ["1 large hawaiian; deal=family_hawaiian; drink_brand=sprite"],
    ),
    (
        "medium pepperoni as a meal with coke zero",
        ["1 medium pepperoni pizza; deal=family_pepperoni_pizza; drink_brand=coke zero"],
    ),
    (
        "i'm after two large meat lovers combos both with fanta",
        ["2 large meat lovers; deal=family_meat_lovers; drink_brand=fanta"],
    ),
    (
        "a large margherita meal deal with no basil and lemonade as the drink",
        ["1 large margherita; toppings=mozzarella; deal=family_margherita; drink_brand=lemonade"],
    ),
    (
        "hey could we do the pizza deal with a medium vegetarian on a gluten free base and coke is fine for the drink",
        ["1 medium gluten free vegetarian; deal=family_vegetarian; drink_brand=coke"],
    ),
    (
        "two medium hawaiian meal deals one with solo and one with ginger beer",
        [
            "1 medium hawaiian; deal=family_hawaiian; drink_brand=solo",
            "1 medium hawaiian; deal=family_hawaiian; drink_brand=ginger beer",
        ],
    ),
    (
        "large bbq chicken deal with sprite and then a large mexican on its own",
        ["1 large bbq chicken; deal=family_bbq_chicken; drink_brand=sprite", "1 large mexican"],
    ),
    (
        "give us the large capricciosa combo extra mushrooms and a solo to drink",
        [
            "1 large capricciosa; toppings=mozzarella, ham, extra mushrooms, olives; deal=family_capricciosa; drink_brand=solo"
        ],
    ),
    ("can i get a pepperoni pizza and a garlic bread", ["1 pepperoni pizza; needs=size", "1 garlic bread"]),
    ("two supremes on thin crust thanks", ["2 thin supreme; needs=size"]),
    (
        "a serve of chips with aioli and a can of lemonade",
        ["1 chips; dipping=aioli; needs=serve", "1 lemonade 375 ml can drink"],
    ),
    ("a coke and a medium mexican", ["1 coke drink; needs=volume", "1 medium mexican"]),
    ("some buffalo wings and a gelato please", ["1 buffalo wings; needs=pieces", "1 gelato; needs=flavour"]),
    ("can i have a lage margarita and a garlic bred", ["1 large margherita", "1 garlic bread"]),
    ("medium capri chosa with no mushies please", ["1 medium capricciosa; toppings=mozzarella, ham, olives"]),
    (
        "large meatlovers with extra baken and a tira misu",
        ["1 large meat lovers; toppings=mozzarella, ham, pepperoni, extra bacon, beef", "1 tiramisu"],
    ),
    ("too large hawaiins and a small proshuto pizza thanks", ["2 large hawaiian", "1 small prosciutto"]),
    (
        "a medium veggie with halapenos instead of capsicom and a bottle of spright",
        [
            "1 medium vegetarian; toppings=mozzarella, mushrooms, jalapenos, onion, olives, spinach",
            "1 sprite 600 ml bottle drink",
        ],
    ),
    (
        "hi it's steve here can i get a large supreme and two large pepperonis for pick up at seven",
        ["1 large supreme", "2 large pepperoni pizza"],
    ),
    (
        "g'day mate how's your night going, we've just knocked off work, chuck on three large meat lovers and a large chips would ya, we'll be there in twenty minutes",
        ["3 large meat lovers", "1 large chips"],
    ),
    (
        "are you busy tonight? anyway can i please have a medium margherita add prawns and i'll be there about half six",
        ["1 medium margherita; toppings=mozzarella, basil, prawns"],
    ),
    (
        "do you guys deliver? no? no worries i'll come past then, one large seafood and a small greek salad, the name's angela",
        ["1 large seafood", "1 small greek salad"],
    ),
    (
        "what time are you open till? beautiful, one large lamb pizza and a large garden salad then",
        ["1 large lamb pizza", "1 large garden salad"],
    ),
    ("hi is your pesto made with nuts", []),
    ("how long's the wait at the moment", []),
    ("can i get a lasagne and a spaghetti bolognese please", []),
    ("a large vegetarian and a serve of arancini", ["1 large vegetarian"]),
    ("yeah hi just wondering what comes on the supreme", []),
    ("we need eighty large margheritas for the footy club presentation", []),
    ("could i get a tub of sweet chilli ta", ["1 sweet chilli dip tub"]),
    ("it's for my grandson a small margherita with only cheese on it", ["1 small margherita; toppings=mozzarella"]),
    ("twelve piece wings with ranch and aioli for dipping please", ["1 12 wings; dipping=ranch, aioli"]),
    (
        "righto it's for a birthday so three large margheritas two large hawaiians and two large pepperonis please",
        ["3 large margherita", "2 large hawaiian", "2 large pepperoni pizza"],
    ),
    (
        "two large supremes one with no olives and one with no onion",
        ["1 large supreme; toppings=-olives", "1 large supreme; toppings=-onion"],
    ),
    (
        "a large hawaiian and a large meat lovers both on thin crust",
        ["1 large thin hawaiian", "1 large thin meat lovers"],
    ),
    (
        "a medium margherita and a medium mexican with extra cheese on both",
        ["1 medium margherita; toppings=+extra mozzarella", "1 medium mexican; toppings=+extra mozzarella"],
    ),
    (
        "one large vegetarian no mushrooms a garlic bread and a big bottle of sprite",
        ["1 large vegetarian; toppings=-mushrooms", "1 garlic bread", "1 sprite 1.25 litre bottle drink"],
    ),
    (
        "small hawaiian for him and a small capricciosa no olives for me plus a tiramisu to share",
        ["1 small hawaiian", "1 small capricciosa; toppings=-olives", "1 tiramisu"],
    ),
    ("two medium pizzas one supreme and one seafood", ["1 medium supreme", "1 medium seafood"]),
    ("three garlic breads and make one of them cheesy", ["2 garlic bread", "1 garlic bread; cheesy=yes"]),
    (
        "four large pizzas please two pepperoni one vegetarian and one bbq chicken",
        ["2 large pepperoni pizza", "1 large vegetarian", "1 large bbq chicken"],
    ),
    (
        "large pepperoni with chilli large chips with aioli and a can of coke zero",
        ["1 large pepperoni pizza; toppings=+chilli", "1 large chips; dipping=aioli", "1 coke zero 375 ml can drink"],
    ),
    (
        "a pair of large lamb pizzas without onion and a large greek salad",
        ["2 large lamb pizza; toppings=-onion", "1 large greek salad"],
    ),
    (
        "give us a twelve piece buffalo wings with ranch a small chips and two cans of solo",
        ["1 12 buffalo wings; dipping=ranch", "1 small chips", "2 solo 375 ml can drink"],
    ),
    (
        "a medium prosciutto pizza on a gluten free base and a medium meat lovers deep pan no beef",
        ["1 medium gluten free prosciutto", "1 medium deep pan meat lovers; toppings=-beef"],
    ),
    (
        "a margherita a hawaiian and a mexican all large please",
        ["1 large margherita", "1 large hawaiian", "1 large mexican"],
    ),
    (
        "can we have a large four cheese and a large capricciosa but no olives on the capricciosa",
        ["1 large four cheese", "1 large capricciosa; toppings=-olives"],
    ),
    ("two chocolate gelatos and one strawberry", ["2 chocolate gelato", "1 strawberry gelato"]),
    ("a couple of large garden salads and a herb bread", ["2 large garden salad", "1 herb bread"]),
    ("three large hawaiians but one of them with no ham", ["2 large hawaiian", "1 large hawaiian; toppings=-ham"]),
    ("ten cans of drink thanks six coke and four lemonade", ["6 coke 375 ml can drink", "4 lemonade 375 ml can drink"]),
    (
        "there's ten of us so um two large meat lovers one large vegetarian with no capsicum one large margherita on gluten free four garlic breads two large chips and three big bottles of coke please",
        [
            "2 large meat lovers",
            "1 large vegetarian; toppings=-capsicum",
            "1 large gluten free margherita",
            "4 garlic bread",
            "2 large chips",
            "3 coke 1.25 litre bottle drink",
        ],
    ),
    ("a large hawaiian no sorry make that a medium hawaiian", ["1 medium hawaiian"]),
    ("two garlic breads actually make it three", ["3 garlic bread"]),
    ("large supreme uh wait no large vegetarian sorry", ["1 large vegetarian"]),
    ("a can of coke oh hang on make that coke zero", ["1 coke zero 375 ml can drink"]),
    ("medium margherita on thin crust oh sorry i meant deep pan", ["1 medium deep pan margherita"]),
    ("three large pepperonis no wait just two", ["2 large pepperoni pizza"]),
    ("i'll have a chocolate gelato and a tiramisu actually no scrap the tiramisu", ["1 chocolate gelato"]),
    ("large capricciosa with no ham i mean no olives", ["1 large capricciosa; toppings=-olives"]),
    ("small chips um nah large chips", ["1 large chips"]),
    ("can i get the large supreme deal", ["1 large supreme; deal=family_supreme"]),
    (
        "large pepperoni meal deal with sprite",
        ["1 large pepperoni pizza; deal=family_pepperoni_pizza; drink_brand=sprite"],
    ),
    (
        "we'd like the family deal with a large hawaiian and solo as the drink",
        ["1 large hawaiian; deal=family_hawaiian; drink_brand=solo"],
    ),
    (
        "medium margherita combo with no basil and a fanta",
        ["1 medium margherita; toppings=-basil; deal=family_margherita; drink_brand=fanta"],
    ),
    (
        "two large meat lovers deals one with coke zero and one with lemonade",
        [
            "1 large meat lovers; deal=family_meat_lovers; drink_brand=coke zero",
            "1 large meat lovers; deal=family_meat_lovers; drink_brand=lemonade",
        ],
    ),
    (
        "a large capricciosa thin crust and make it a deal with ginger beer",
        ["1 large thin capricciosa; deal=family_capricciosa; drink_brand=ginger beer"],
    ),
    ("small mexican as a meal deal thanks", ["1 small mexican; deal=family_mexican"]),
    (
        "a large bbq chicken deal plus a large seafood pizza on its own",
        ["1 large bbq chicken; deal=family_bbq_chicken", "1 large seafood"],
    ),
    (
        "could i have a four cheese meal deal with fanta",
        ["1 four cheese; deal=family_four_cheese; drink_brand=fanta; needs=size"],
    ),
    ("can i get a margherita", ["1 margherita; needs=size"]),
    ("a supreme with no olives please", ["1 supreme; toppings=-olives; needs=size"]),
    ("just after some hot chips", ["1 chips; needs=serve"]),
    ("coke please", ["1 coke drink; needs=volume"]),
    ("two cans of soft drink", ["2 375 ml can drink; needs=brand"]),
    ("a gelato for the missus", ["1 gelato; needs=flavour"]),
    ("large caprichosa thin n crispy", ["1 large thin capricciosa"]),
    ("a lage peperony pizza with mushies on", ["1 large pepperoni pizza; toppings=+mushrooms"]),
    ("won large marguerita and too garlic bred", ["1 large margherita", "2 garlic bread"]),
    ("large meatlovers with halapenos ta", ["1 large meat lovers; toppings=+jalapenos"]),
    ("one tira misu and a choc ice cream", ["1 tiramisu", "1 chocolate gelato"]),
    ("medium b b q chicken no union please", ["1 medium bbq chicken; toppings=-onion"]),
    (
        "oh hello it's kevin here i came in last week lovely pizza it was anyway one large napoletana please i'll pick it up at seven",
        ["1 large napoletana"],
    ),
    (
        "hey how long's the wait at the moment anyway i'll have a large supreme and a can of sprite",
        ["1 large supreme", "1 sprite 375 ml can drink"],
    ),
    ("g'day trev's the name can i order two large meat lovers for half past six", ["2 large meat lovers"]),
    (
        "it's my granddaughter's tenth birthday on saturday so i'm wanting six large margheritas for five o'clock",
        ["6 large margherita"],
    ),
    (
        "how are you going today darl just after a small capricciosa and i'll walk down in twenty minutes",
        ["1 small capricciosa"],
    ),
    ("are you open on mondays", []),
    ("what comes on the supreme", []),
    ("do you guys deliver or is it pick up only", []),
    ("two large hawaiians and a lasagne", ["2 large hawaiian"]),
    ("hang on a sec i'm just asking the boys what they want", []),
    ("sixty garlic breads for the footy club please", []),
]
