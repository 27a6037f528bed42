"""Four plain catalogues, with what people say to such assistants and the orders that it must become.

How it was written: in one sitting on 2026-11-23, from docs/LANGUAGE.md and the tests of `catalogue_reader` alone, by
somebody who had not looked into the parser and did not run it on any of it. Every third sentence of each catalogue is
ASIDE: never tuned on, scored only at the end; the others are TUNED. The first run of TUNED showed two mistakes of ours,
which were put right: a forgotten NUMBER, and "a large hawaiian" without the word pizza, which this catalogue does not
call an order.

A case is a sentence, and below it, indented, an order a line: `KIND SLOT=value SLOT=value:mark SLOT=one|other`. A value
with `|` was left open between several; a sentence with nothing below it orders nothing. "a", "an" and "one" are the
NUMBER 1; nothing said of a number is no NUMBER.
"""

from __future__ import annotations

from typing import Any

Order = dict[str, Any]
Case = tuple[str, list[Order]]


def right_order(line: str) -> Order:
    """The order that one indented line stands for."""
    kind, *fields = line.split()
    slots: list[list[Any]] = []
    for field in fields:
        name, _, said = field.partition("=")
        value, *marks = said.split(":")
        slots.append([name, value.split("|") if "|" in value else value, *marks])
    return {"order": kind, "slots": slots}


def cases(text: str) -> list[Case]:
    """The sentences of a block of text, each with its right orders."""
    found: list[Case] = []
    for line in text.strip("\n").splitlines():
        if line.startswith(" "):
            found[-1][1].append(right_order(line))
        else:
            found.append((line, []))
    return found


NUMBER = {"number": True}
TOPPINGS = {"many": True, "negatable": True, "qualifiable": True}

PIZZA: dict[str, Any] = {
    "orders": {
        "PIZZA_ORDER": {"names": ["pizza", "pie"], "slots": ["NUMBER", "SIZE", "STYLE", "TOPPING"]},
        "DRINK_ORDER": {
            "head": ["DRINK"],
            "names": ["drink"],
            "slots": ["NUMBER", "SIZE", "VOLUME", "CONTAINER", "DRINK"],
        },
    },
    "slots": {
        "NUMBER": NUMBER,
        "SIZE": {
            "values": {
                "small": ["small", "personal", "personal size"],
                "medium": ["medium", "regular", "medium sized"],
                "large": ["large", "big"],
                "extra_large": ["extra large", "extra big", "x large"],
                "party_size": ["party size", "party sized", "party"],
            }
        },
        "STYLE": {
            "values": {
                "thin_crust": ["thin crust", "thin"],
                "thick_crust": ["thick crust", "deep dish"],
                "stuffed_crust": ["stuffed crust"],
                "gluten_free": ["gluten free", "gluten free crust"],
                "vegetarian": ["vegetarian", "veggie"],
                "vegan": ["vegan"],
                "margherita": ["margherita", "margarita"],
                "meat_lovers": ["meat lovers", "meat lover"],
                "hawaiian": ["hawaiian"],
                "supreme": ["supreme"],
                "all_toppings": ["everything", "all the toppings", "every topping"],
            },
            "many": True,
            "negatable": True,
        },
        "TOPPING": {
            "values": {
                "pepperoni": ["pepperoni"],
                "ham": ["ham"],
                "bacon": ["bacon"],
                "sausage": ["sausage", "sausages"],
                "italian_sausage": ["italian sausage"],
                "chicken": ["chicken", "grilled chicken"],
                "ground_beef": ["ground beef", "beef"],
                "mushrooms": ["mushroom", "mushrooms"],
                "onions": ["onion", "onions"],
                "red_onions": ["red onion", "red onions"],
                "green_peppers": ["green pepper", "green peppers", "green bell peppers"],
                "red_peppers": ["red pepper", "red peppers"],
                "banana_peppers": ["banana pepper", "banana peppers"],
                "jalapenos": ["jalapeno", "jalapenos"],
                "black_olives": ["black olive", "black olives"],
                "green_olives": ["green olive", "green olives"],
                "pineapple": ["pineapple"],
                "tomatoes": ["tomato", "tomatoes"],
                "spinach": ["spinach"],
                "basil": ["basil", "fresh basil"],
                "garlic": ["garlic"],
                "anchovies": ["anchovy", "anchovies"],
                "cheese": ["cheese"],
                "american_cheese": ["american cheese"],
                "feta": ["feta", "feta cheese"],
                "bbq_sauce": ["bbq sauce", "barbecue sauce"],
                "sauce": ["sauce", "tomato sauce"],
            },
            "either": {
                "olives": ["black_olives", "green_olives"],
                "peppers": ["green_peppers", "red_peppers", "banana_peppers"],
            },
            **TOPPINGS,
        },
        "VOLUME": {
            "values": {
                "2_liter": ["two liter", "2 liter", "two liters", "2 liters"],
                "1_liter": ["one liter", "1 liter"],
                "500_ml": ["500 ml", "five hundred milliliter", "500 milliliter", "half liter"],
                "12_oz": ["12 ounce", "twelve ounce", "12 oz"],
            }
        },
        "CONTAINER": {"values": {"can": ["can"], "bottle": ["bottle"]}},
        "DRINK": {
            "values": {
                "coke": ["coke", "coca cola"],
                "diet_coke": ["diet coke"],
                "coke_zero": ["coke zero"],
                "sprite": ["sprite"],
                "fanta": ["fanta", "orange fanta"],
                "pepsi": ["pepsi"],
                "diet_pepsi": ["diet pepsi"],
                "ginger_ale": ["ginger ale"],
                "iced_tea": ["iced tea", "ice tea"],
                "dr_pepper": ["dr pepper", "doctor pepper"],
                "water": ["water"],
            },
            "either": {
                "soda": ["coke", "sprite", "fanta", "pepsi"],
                "diet soda": ["diet_coke", "diet_pepsi"],
            },
        },
    },
}

PIZZA_CASES = cases("""
i'd like a large pizza with pepperoni and extra cheese no onions and two cokes
    PIZZA_ORDER NUMBER=1 SIZE=large TOPPING=pepperoni TOPPING=cheese:extra TOPPING=onions:not
    DRINK_ORDER NUMBER=2 DRINK=coke
a party size stuffed crust pizza with american cheese and a little bit of basil
    PIZZA_ORDER NUMBER=1 SIZE=party_size STYLE=stuffed_crust TOPPING=american_cheese TOPPING=basil:light
three small thin crust pizzas with everything except black olives
    PIZZA_ORDER NUMBER=3 SIZE=small STYLE=thin_crust STYLE=all_toppings TOPPING=black_olives:not
can i have two medium pizzas with mushrooms and ham please
    PIZZA_ORDER NUMBER=2 SIZE=medium TOPPING=mushrooms TOPPING=ham
one large pepperoni pizza and one small ham pizza
    PIZZA_ORDER NUMBER=1 SIZE=large TOPPING=pepperoni
    PIZZA_ORDER NUMBER=1 SIZE=small TOPPING=ham
hello i want an extra large meat lovers pizza with extra bacon
    PIZZA_ORDER NUMBER=1 SIZE=extra_large STYLE=meat_lovers TOPPING=bacon:extra
i need four large pies two with sausage and two with pineapple
    PIZZA_ORDER NUMBER=2 SIZE=large TOPPING=sausage
    PIZZA_ORDER NUMBER=2 SIZE=large TOPPING=pineapple
a medium vegetarian pizza without mushrooms
    PIZZA_ORDER NUMBER=1 SIZE=medium STYLE=vegetarian TOPPING=mushrooms:not
get me a gluten free pizza with chicken spinach and feta cheese
    PIZZA_ORDER NUMBER=1 STYLE=gluten_free TOPPING=chicken TOPPING=spinach TOPPING=feta
five cans of coke and a two liter sprite
    DRINK_ORDER NUMBER=5 CONTAINER=can DRINK=coke
    DRINK_ORDER NUMBER=1 VOLUME=2_liter DRINK=sprite
i'll take three two liter bottles of diet pepsi
    DRINK_ORDER NUMBER=3 VOLUME=2_liter CONTAINER=bottle DRINK=diet_pepsi
large pizza with olives
    PIZZA_ORDER SIZE=large TOPPING=black_olives|green_olives
can you get me a pizza with peppers and onions and no cheese
    PIZZA_ORDER NUMBER=1 TOPPING=green_peppers|red_peppers|banana_peppers TOPPING=onions TOPPING=cheese:not
a large pie with green peppers and red onions and a diet soda
    PIZZA_ORDER NUMBER=1 SIZE=large TOPPING=green_peppers TOPPING=red_onions
    DRINK_ORDER NUMBER=1 DRINK=diet_coke|diet_pepsi
two large pizzas one with ham and pineapple and the other with bacon and mushrooms
    PIZZA_ORDER NUMBER=1 SIZE=large TOPPING=ham TOPPING=pineapple
    PIZZA_ORDER NUMBER=1 SIZE=large TOPPING=bacon TOPPING=mushrooms
i would like a thin crust pizza with light sauce and extra cheese
    PIZZA_ORDER NUMBER=1 STYLE=thin_crust TOPPING=sauce:light TOPPING=cheese:extra
please give me a small pizza with ground beef jalapenos and lots of cheese
    PIZZA_ORDER NUMBER=1 SIZE=small TOPPING=ground_beef TOPPING=jalapenos TOPPING=cheese:extra
a large supreme pizza hold the anchovies
    PIZZA_ORDER NUMBER=1 SIZE=large STYLE=supreme TOPPING=anchovies:not
a personal size pizza with barbecue sauce and grilled chicken
    PIZZA_ORDER NUMBER=1 SIZE=small TOPPING=bbq_sauce TOPPING=chicken
do you have gluten free pizzas
what sizes do your pizzas come in
one pizza with ham but no pineapple or mushrooms
    PIZZA_ORDER NUMBER=1 TOPPING=ham TOPPING=pineapple:not TOPPING=mushrooms:not
a large hawaiian pizza and two dr peppers
    PIZZA_ORDER NUMBER=1 SIZE=large STYLE=hawaiian
    DRINK_ORDER NUMBER=2 DRINK=dr_pepper
six large pizzas and a dozen bottles of water
    PIZZA_ORDER NUMBER=6 SIZE=large
    DRINK_ORDER NUMBER=12 CONTAINER=bottle DRINK=water
can i get a large cheese pizza
    PIZZA_ORDER NUMBER=1 SIZE=large TOPPING=cheese
pizza
    PIZZA_ORDER
let me have a couple of medium pizzas with italian sausage and banana peppers
    PIZZA_ORDER NUMBER=2 SIZE=medium TOPPING=italian_sausage TOPPING=banana_peppers
i want a large pizza no wait a medium pizza with bacon
    PIZZA_ORDER NUMBER=1 SIZE=medium TOPPING=bacon
a small pizza with tomatoes and basil and a large pizza with extra pepperoni
    PIZZA_ORDER NUMBER=1 SIZE=small TOPPING=tomatoes TOPPING=basil
    PIZZA_ORDER NUMBER=1 SIZE=large TOPPING=pepperoni:extra
one large and one medium pizza both with pepperoni
    PIZZA_ORDER NUMBER=1 SIZE=large TOPPING=pepperoni
    PIZZA_ORDER NUMBER=1 SIZE=medium TOPPING=pepperoni
two coke zeros and three ginger ales
    DRINK_ORDER NUMBER=2 DRINK=coke_zero
    DRINK_ORDER NUMBER=3 DRINK=ginger_ale
i'd like a pizza with just a little garlic and a lot of mushrooms
    PIZZA_ORDER NUMBER=1 TOPPING=garlic:light TOPPING=mushrooms:extra
a deep dish pizza with sausage and extra tomato sauce
    PIZZA_ORDER NUMBER=1 STYLE=thick_crust TOPPING=sausage TOPPING=sauce:extra
could we have a large vegan pizza with spinach and olives and no garlic please
    PIZZA_ORDER NUMBER=1 SIZE=large STYLE=vegan TOPPING=spinach TOPPING=black_olives|green_olives TOPPING=garlic:not
one large pizza with thin crust and one small pizza with thick crust
    PIZZA_ORDER NUMBER=1 SIZE=large STYLE=thin_crust
    PIZZA_ORDER NUMBER=1 SIZE=small STYLE=thick_crust
an iced tea and a medium pizza with chicken and bbq sauce
    DRINK_ORDER NUMBER=1 DRINK=iced_tea
    PIZZA_ORDER NUMBER=1 SIZE=medium TOPPING=chicken TOPPING=bbq_sauce
i'd like to order a large onion and pepper pizza
    PIZZA_ORDER NUMBER=1 SIZE=large TOPPING=onions TOPPING=green_peppers|red_peppers|banana_peppers
my friends and i want three party size pizzas with pepperoni
    PIZZA_ORDER NUMBER=3 SIZE=party_size TOPPING=pepperoni
a five hundred milliliter coke and a large fanta
    DRINK_ORDER NUMBER=1 VOLUME=500_ml DRINK=coke
    DRINK_ORDER NUMBER=1 SIZE=large DRINK=fanta
i want to try the medium margherita pizza with extra basil
    PIZZA_ORDER SIZE=medium STYLE=margherita TOPPING=basil:extra
two pizzas with ham one large and one small
    PIZZA_ORDER NUMBER=1 SIZE=large TOPPING=ham
    PIZZA_ORDER NUMBER=1 SIZE=small TOPPING=ham
could i get a large pie with bacon sausage and pepperoni also a coke
    PIZZA_ORDER NUMBER=1 SIZE=large TOPPING=bacon TOPPING=sausage TOPPING=pepperoni
    DRINK_ORDER NUMBER=1 DRINK=coke
large pepperoni pizza with no sauce
    PIZZA_ORDER SIZE=large TOPPING=pepperoni TOPPING=sauce:not
seven twelve ounce cans of pepsi
    DRINK_ORDER NUMBER=7 VOLUME=12_oz CONTAINER=can DRINK=pepsi
a medium pizza with mushrooms but hold the cheese and easy on the sauce
    PIZZA_ORDER NUMBER=1 SIZE=medium TOPPING=mushrooms TOPPING=cheese:not TOPPING=sauce:light
i'd like a large pizza with all the toppings but no anchovies
    PIZZA_ORDER NUMBER=1 SIZE=large STYLE=all_toppings TOPPING=anchovies:not
put in an order for one extra large pizza with extra extra cheese
    PIZZA_ORDER NUMBER=1 SIZE=extra_large TOPPING=cheese:extra
good evening i want two large thin crust pizzas with peperoni and mushroms
    PIZZA_ORDER NUMBER=2 SIZE=large STYLE=thin_crust TOPPING=pepperoni TOPPING=mushrooms
a drink and a pizza
    DRINK_ORDER NUMBER=1
    PIZZA_ORDER NUMBER=1
three large pizzas one with ham one with bacon and one with feta
    PIZZA_ORDER NUMBER=1 SIZE=large TOPPING=ham
    PIZZA_ORDER NUMBER=1 SIZE=large TOPPING=bacon
    PIZZA_ORDER NUMBER=1 SIZE=large TOPPING=feta
i was hoping to get a small stuffed crust pie with red peppers thanks
    PIZZA_ORDER NUMBER=1 SIZE=small STYLE=stuffed_crust TOPPING=red_peppers
a can of sprite a bottle of water and a can of diet coke
    DRINK_ORDER NUMBER=1 CONTAINER=can DRINK=sprite
    DRINK_ORDER NUMBER=1 CONTAINER=bottle DRINK=water
    DRINK_ORDER NUMBER=1 CONTAINER=can DRINK=diet_coke
hi how are you today
i'll have a medium pizza with pineapple and extra ham along with three medium sprites
    PIZZA_ORDER NUMBER=1 SIZE=medium TOPPING=pineapple TOPPING=ham:extra
    DRINK_ORDER NUMBER=3 SIZE=medium DRINK=sprite
""")

BURGER: dict[str, Any] = {
    "orders": {
        "BURGER_ORDER": {
            "head": ["BURGER"],
            "names": ["burger", "hamburger"],
            "slots": ["NUMBER", "PATTIES", "BURGER", "COOKED", "BUN", "TOPPING"],
        },
        "SIDE_ORDER": {"head": ["SIDE"], "names": ["side"], "slots": ["NUMBER", "SIZE", "SIDE", "DIP", "SEASONING"]},
        "DRINK_ORDER": {"head": ["DRINK"], "names": ["drink"], "slots": ["NUMBER", "SIZE", "FLAVOR", "DRINK", "ICE"]},
    },
    "slots": {
        "NUMBER": NUMBER,
        "SIZE": {"values": {"small": ["small"], "medium": ["medium", "regular"], "large": ["large", "big"]}},
        "PATTIES": {
            "values": {
                "single": ["single", "single patty"],
                "double": ["double", "double patty", "two patties"],
                "triple": ["triple", "triple patty", "three patties"],
            }
        },
        "BURGER": {
            "values": {
                "cheeseburger": ["cheeseburger", "cheese burger"],
                "bacon_burger": ["bacon burger", "baconburger"],
                "fish_burger": ["fish burger", "fish sandwich"],
                "chicken_burger": ["chicken burger", "chicken sandwich"],
                "veggie_burger": ["veggie burger", "garden burger", "vegetarian burger"],
                "mushroom_swiss": ["mushroom swiss", "mushroom swiss burger"],
            }
        },
        "COOKED": {
            "values": {
                "rare": ["rare"],
                "medium_rare": ["medium rare"],
                "medium_done": ["medium", "cooked medium"],
                "well_done": ["well done"],
            }
        },
        "BUN": {
            "values": {
                "sesame": ["sesame", "sesame bun", "sesame seed bun"],
                "brioche": ["brioche", "brioche bun"],
                "gluten_free_bun": ["gluten free bun", "gluten free"],
                "lettuce_wrap": ["lettuce wrap", "wrapped in lettuce"],
            }
        },
        "TOPPING": {
            "values": {
                "lettuce": ["lettuce"],
                "tomato": ["tomato", "tomatoes"],
                "onion": ["onion", "onions"],
                "grilled_onions": ["grilled onion", "grilled onions", "caramelized onions"],
                "pickles": ["pickle", "pickles"],
                "ketchup": ["ketchup"],
                "mustard": ["mustard"],
                "mayo": ["mayo", "mayonnaise"],
                "bacon": ["bacon"],
                "fried_egg": ["egg", "fried egg"],
                "american_cheese": ["american cheese", "american"],
                "cheddar": ["cheddar", "cheddar cheese"],
                "swiss_cheese": ["swiss cheese", "swiss"],
                "jalapenos": ["jalapeno", "jalapenos"],
                "avocado": ["avocado"],
                "bbq_sauce": ["bbq sauce", "barbecue sauce"],
                "special_sauce": ["special sauce"],
            },
            "either": {"cheese": ["american_cheese", "cheddar", "swiss_cheese"]},
            **TOPPINGS,
        },
        "SIDE": {
            "values": {
                "fries": ["fries", "french fries"],
                "sweet_potato_fries": ["sweet potato fries"],
                "onion_rings": ["onion rings"],
                "coleslaw": ["coleslaw", "slaw"],
                "side_salad": ["side salad", "salad"],
                "nuggets": ["nuggets", "chicken nuggets"],
                "mac_and_cheese": ["mac and cheese", "mac n cheese"],
            }
        },
        "DIP": {
            "values": {
                "ranch": ["ranch", "ranch dressing"],
                "honey_mustard": ["honey mustard"],
                "aioli": ["aioli", "garlic aioli"],
                "ketchup": ["ketchup"],
            },
            **TOPPINGS,
        },
        "SEASONING": {"values": {"salt": ["salt"], "cajun": ["cajun", "cajun seasoning"]}, **TOPPINGS},
        "DRINK": {
            "values": {
                "coke": ["coke", "coca cola"],
                "diet_coke": ["diet coke"],
                "sprite": ["sprite"],
                "root_beer": ["root beer"],
                "lemonade": ["lemonade"],
                "iced_tea": ["iced tea"],
                "milkshake": ["milkshake", "shake", "milk shake"],
                "water": ["water", "bottled water"],
            },
            "either": {"soda": ["coke", "diet_coke", "sprite", "root_beer"]},
        },
        "FLAVOR": {
            "values": {"vanilla": ["vanilla"], "chocolate": ["chocolate"], "strawberry": ["strawberry"]},
        },
        "ICE": {"values": {"ice": ["ice"]}, "negatable": True, "qualifiable": True},
    },
}

BURGER_CASES = cases("""
can i get a cheeseburger with no pickles and a large fries
    BURGER_ORDER NUMBER=1 BURGER=cheeseburger TOPPING=pickles:not
    SIDE_ORDER NUMBER=1 SIZE=large SIDE=fries
a double cheeseburger with extra bacon
    BURGER_ORDER NUMBER=1 PATTIES=double BURGER=cheeseburger TOPPING=bacon:extra
two veggie burgers and two small lemonades please
    BURGER_ORDER NUMBER=2 BURGER=veggie_burger
    DRINK_ORDER NUMBER=2 SIZE=small DRINK=lemonade
i'd like a burger medium rare with cheddar lettuce and tomato
    BURGER_ORDER NUMBER=1 COOKED=medium_rare TOPPING=cheddar TOPPING=lettuce TOPPING=tomato
one chicken sandwich on a brioche bun with mayo and no onion
    BURGER_ORDER NUMBER=1 BURGER=chicken_burger BUN=brioche TOPPING=mayo TOPPING=onion:not
a burger with cheese
    BURGER_ORDER NUMBER=1 TOPPING=american_cheese|cheddar|swiss_cheese
three cheeseburgers one with no mustard and the other two with extra pickles
    BURGER_ORDER NUMBER=1 BURGER=cheeseburger TOPPING=mustard:not
    BURGER_ORDER NUMBER=2 BURGER=cheeseburger TOPPING=pickles:extra
small french fries with ranch
    SIDE_ORDER SIZE=small SIDE=fries DIP=ranch
a mushroom swiss burger well done and a medium root beer
    BURGER_ORDER NUMBER=1 BURGER=mushroom_swiss COOKED=well_done
    DRINK_ORDER NUMBER=1 SIZE=medium DRINK=root_beer
a cheeseburger with ketchup and large fries with ketchup
    BURGER_ORDER NUMBER=1 BURGER=cheeseburger TOPPING=ketchup
    SIDE_ORDER SIZE=large SIDE=fries DIP=ketchup
could i have the bacon burger with a fried egg and avocado
    BURGER_ORDER BURGER=bacon_burger TOPPING=fried_egg TOPPING=avocado
large chocolate milkshake and a small vanilla one
    DRINK_ORDER SIZE=large FLAVOR=chocolate DRINK=milkshake
    DRINK_ORDER NUMBER=1 SIZE=small FLAVOR=vanilla DRINK=milkshake
a large coke with no ice and a hamburger with pickles
    DRINK_ORDER NUMBER=1 SIZE=large DRINK=coke ICE=ice:not
    BURGER_ORDER NUMBER=1 TOPPING=pickles
a triple burger with american cheese special sauce and grilled onions
    BURGER_ORDER NUMBER=1 PATTIES=triple TOPPING=american_cheese TOPPING=special_sauce TOPPING=grilled_onions
give me two burgers with lettuce tomato and light mayo
    BURGER_ORDER NUMBER=2 TOPPING=lettuce TOPPING=tomato TOPPING=mayo:light
a cheeseburger cooked medium and a medium fries
    BURGER_ORDER NUMBER=1 BURGER=cheeseburger COOKED=medium_done
    SIDE_ORDER NUMBER=1 SIZE=medium SIDE=fries
onion rings and a burger with onions
    SIDE_ORDER SIDE=onion_rings
    BURGER_ORDER NUMBER=1 TOPPING=onion
i want a lettuce wrap burger with no tomato
    BURGER_ORDER NUMBER=1 BUN=lettuce_wrap TOPPING=tomato:not
a fish burger without lettuce and a side salad
    BURGER_ORDER NUMBER=1 BURGER=fish_burger TOPPING=lettuce:not
    SIDE_ORDER NUMBER=1 SIDE=side_salad
large fries no salt
    SIDE_ORDER SIZE=large SIDE=fries SEASONING=salt:not
four double cheeseburgers and four large cokes
    BURGER_ORDER NUMBER=4 PATTIES=double BURGER=cheeseburger
    DRINK_ORDER NUMBER=4 SIZE=large DRINK=coke
mac and cheese and a diet coke
    SIDE_ORDER SIDE=mac_and_cheese
    DRINK_ORDER NUMBER=1 DRINK=diet_coke
sweet potato fries with extra aioli
    SIDE_ORDER SIDE=sweet_potato_fries DIP=aioli:extra
a chicken burger and a veggie burger both with jalapenos
    BURGER_ORDER NUMBER=1 BURGER=chicken_burger TOPPING=jalapenos
    BURGER_ORDER NUMBER=1 BURGER=veggie_burger TOPPING=jalapenos
a cheeseburger no sorry a bacon burger with barbecue sauce
    BURGER_ORDER NUMBER=1 BURGER=bacon_burger TOPPING=bbq_sauce
i'll have a soda and a hamburger
    DRINK_ORDER NUMBER=1 DRINK=coke|diet_coke|sprite|root_beer
    BURGER_ORDER NUMBER=1
a burger with no lettuce tomato or onion
    BURGER_ORDER NUMBER=1 TOPPING=lettuce:not TOPPING=tomato:not TOPPING=onion:not
two chicken nuggets with honey mustard and a large iced tea
    SIDE_ORDER NUMBER=2 SIDE=nuggets DIP=honey_mustard
    DRINK_ORDER NUMBER=1 SIZE=large DRINK=iced_tea
a strawberry shake
    DRINK_ORDER NUMBER=1 FLAVOR=strawberry DRINK=milkshake
one burger on a gluten free bun with swiss cheese
    BURGER_ORDER NUMBER=1 BUN=gluten_free_bun TOPPING=swiss_cheese
are the burgers any good here
what comes on the bacon burger
a bacon burger with extra extra pickles please and thank you
    BURGER_ORDER NUMBER=1 BURGER=bacon_burger TOPPING=pickles:extra
two sprites with extra ice
    DRINK_ORDER NUMBER=2 DRINK=sprite ICE=ice:extra
a single burger rare with mustard and pickles and a double burger well done with ketchup
    BURGER_ORDER NUMBER=1 PATTIES=single COOKED=rare TOPPING=mustard TOPPING=pickles
    BURGER_ORDER NUMBER=1 PATTIES=double COOKED=well_done TOPPING=ketchup
half a dozen cheeseburgers and a large coleslaw
    BURGER_ORDER NUMBER=6 BURGER=cheeseburger
    SIDE_ORDER NUMBER=1 SIZE=large SIDE=coleslaw
cheeseburger fries and a coke
    BURGER_ORDER BURGER=cheeseburger
    SIDE_ORDER SIDE=fries
    DRINK_ORDER NUMBER=1 DRINK=coke
hold the mayo on the chicken sandwich and a small fries
    BURGER_ORDER BURGER=chicken_burger TOPPING=mayo:not
    SIDE_ORDER NUMBER=1 SIZE=small SIDE=fries
two burgers one with cheddar and one with swiss cheese
    BURGER_ORDER NUMBER=1 TOPPING=cheddar
    BURGER_ORDER NUMBER=1 TOPPING=swiss_cheese
a veggie burger with avocado but no cheese and a bottled water
    BURGER_ORDER NUMBER=1 BURGER=veggie_burger TOPPING=avocado TOPPING=american_cheese|cheddar|swiss_cheese:not
    DRINK_ORDER NUMBER=1 DRINK=water
large cajun fries
    SIDE_ORDER SIZE=large SIDE=fries SEASONING=cajun
um let me see i'd like a double bacon burger with just a little special sauce
    BURGER_ORDER NUMBER=1 PATTIES=double BURGER=bacon_burger TOPPING=special_sauce:light
a hamburger with two patties and cheddar
    BURGER_ORDER NUMBER=1 PATTIES=double TOPPING=cheddar
one large fries and one small onion rings
    SIDE_ORDER NUMBER=1 SIZE=large SIDE=fries
    SIDE_ORDER NUMBER=1 SIZE=small SIDE=onion_rings
a large fries oh actually make that a small with ranch
    SIDE_ORDER NUMBER=1 SIZE=small SIDE=fries DIP=ranch
i'd like three cheeseburgers two with bacon and one without onions
    BURGER_ORDER NUMBER=2 BURGER=cheeseburger TOPPING=bacon
    BURGER_ORDER NUMBER=1 BURGER=cheeseburger TOPPING=onion:not
a cheesburger with letuce and tomatos
    BURGER_ORDER NUMBER=1 BURGER=cheeseburger TOPPING=lettuce TOPPING=tomato
could you add a large sprite light ice
    DRINK_ORDER NUMBER=1 SIZE=large DRINK=sprite ICE=ice:light
burger with a sesame seed bun heavy on the pickles easy on the mustard
    BURGER_ORDER BUN=sesame TOPPING=pickles:extra TOPPING=mustard:light
two large milkshakes one chocolate and one strawberry
    DRINK_ORDER NUMBER=1 SIZE=large FLAVOR=chocolate DRINK=milkshake
    DRINK_ORDER NUMBER=1 SIZE=large FLAVOR=strawberry DRINK=milkshake
thanks that'll be all
ten chicken burgers with lettuce and mayo ten small fries and ten cokes
    BURGER_ORDER NUMBER=10 BURGER=chicken_burger TOPPING=lettuce TOPPING=mayo
    SIDE_ORDER NUMBER=10 SIZE=small SIDE=fries
    DRINK_ORDER NUMBER=10 DRINK=coke
""")

COFFEE: dict[str, Any] = {
    "orders": {
        "COFFEE_ORDER": {
            "head": ["DRINK"],
            "names": ["coffee"],
            "slots": ["NUMBER", "SIZE", "TEMPERATURE", "ROAST", "DRINK", "MILK", "SHOTS", "SYRUP", "TOPPING"],
        },
        "FOOD_ORDER": {"head": ["FOOD"], "slots": ["NUMBER", "FOOD", "SERVED", "SPREAD"]},
    },
    "slots": {
        "NUMBER": NUMBER,
        "SIZE": {
            "values": {
                "small": ["small", "short"],
                "medium": ["medium", "regular"],
                "large": ["large", "big"],
                "extra_large": ["extra large", "huge"],
            }
        },
        "TEMPERATURE": {
            "values": {
                "iced": ["iced", "cold", "over ice", "on ice"],
                "hot": ["hot"],
                "extra_hot": ["extra hot", "very hot"],
                "warm": ["warm", "lukewarm"],
            }
        },
        "ROAST": {"values": {"decaf": ["decaf", "decaffeinated"], "half_caf": ["half caf"], "dark": ["dark roast"]}},
        "DRINK": {
            "values": {
                "latte": ["latte"],
                "cappuccino": ["cappuccino", "cap"],
                "flat_white": ["flat white"],
                "espresso": ["espresso"],
                "americano": ["americano", "long black"],
                "mocha": ["mocha"],
                "macchiato": ["macchiato"],
                "cold_brew": ["cold brew"],
                "chai_latte": ["chai latte", "chai"],
                "matcha_latte": ["matcha latte", "matcha"],
                "hot_chocolate": ["hot chocolate", "hot cocoa"],
                "drip_coffee": ["drip coffee", "filter coffee", "brewed coffee"],
                "green_tea": ["green tea"],
                "black_tea": ["black tea", "english breakfast tea", "english breakfast"],
            },
            "either": {"tea": ["green_tea", "black_tea"]},
        },
        "MILK": {
            "values": {
                "whole_milk": ["whole milk", "full cream milk"],
                "skim_milk": ["skim", "skim milk", "nonfat milk", "skinny"],
                "oat_milk": ["oat", "oat milk"],
                "almond_milk": ["almond milk"],
                "soy_milk": ["soy", "soy milk"],
                "coconut_milk": ["coconut milk"],
            },
            "either": {"plant milk": ["oat_milk", "almond_milk", "soy_milk", "coconut_milk"]},
        },
        "SHOTS": {
            "values": {
                "single_shot": ["single shot", "one shot"],
                "double_shot": ["double shot", "two shots"],
                "triple_shot": ["triple shot", "three shots"],
                "extra_shot": ["extra shot", "additional shot"],
            }
        },
        "SYRUP": {
            "values": {
                "vanilla": ["vanilla", "vanilla syrup"],
                "sugar_free_vanilla": ["sugar free vanilla"],
                "caramel": ["caramel", "caramel syrup"],
                "hazelnut": ["hazelnut", "hazelnut syrup"],
                "pumpkin_spice": ["pumpkin spice"],
                "peppermint": ["peppermint", "peppermint syrup"],
            },
            **TOPPINGS,
        },
        "TOPPING": {
            "values": {
                "whipped_cream": ["whipped cream", "whip"],
                "foam": ["foam"],
                "cinnamon": ["cinnamon"],
                "chocolate_powder": ["chocolate powder", "chocolate sprinkles"],
                "ice": ["ice"],
                "sugar": ["sugar"],
                "honey": ["honey"],
            },
            **TOPPINGS,
        },
        "FOOD": {
            "values": {
                "croissant": ["croissant"],
                "almond_croissant": ["almond croissant"],
                "blueberry_muffin": ["blueberry muffin"],
                "banana_muffin": ["banana muffin"],
                "bagel": ["bagel"],
                "banana_bread": ["banana bread", "slice of banana bread"],
                "cookie": ["cookie", "chocolate chip cookie"],
            },
            "either": {"muffin": ["blueberry_muffin", "banana_muffin"]},
        },
        "SERVED": {"values": {"toasted": ["toasted"], "warmed": ["warmed up", "heated up", "warmed", "heated"]}},
        "SPREAD": {
            "values": {"butter": ["butter"], "jam": ["jam"], "cream_cheese": ["cream cheese"]},
            **TOPPINGS,
        },
    },
}

COFFEE_CASES = cases("""
can i get a large iced latte with oat milk
    COFFEE_ORDER NUMBER=1 SIZE=large TEMPERATURE=iced DRINK=latte MILK=oat_milk
two small cappuccinos please
    COFFEE_ORDER NUMBER=2 SIZE=small DRINK=cappuccino
a medium mocha with extra whipped cream
    COFFEE_ORDER NUMBER=1 SIZE=medium DRINK=mocha TOPPING=whipped_cream:extra
one large hot chocolate no whip
    COFFEE_ORDER NUMBER=1 SIZE=large DRINK=hot_chocolate TOPPING=whipped_cream:not
a decaf soy latte with hazelnut syrup
    COFFEE_ORDER NUMBER=1 ROAST=decaf MILK=soy_milk DRINK=latte SYRUP=hazelnut
i'd like a skinny flat white extra hot
    COFFEE_ORDER NUMBER=1 MILK=skim_milk DRINK=flat_white TEMPERATURE=extra_hot
a double shot espresso
    COFFEE_ORDER NUMBER=1 SHOTS=double_shot DRINK=espresso
could i have an iced coffee with vanilla and a toasted bagel with cream cheese
    COFFEE_ORDER NUMBER=1 TEMPERATURE=iced SYRUP=vanilla
    FOOD_ORDER NUMBER=1 SERVED=toasted FOOD=bagel SPREAD=cream_cheese
a long black and an almond croissant
    COFFEE_ORDER NUMBER=1 DRINK=americano
    FOOD_ORDER NUMBER=1 FOOD=almond_croissant
large chai latte with almond milk and no foam
    COFFEE_ORDER SIZE=large DRINK=chai_latte MILK=almond_milk TOPPING=foam:not
coffee
    COFFEE_ORDER
i'll have a tea with honey
    COFFEE_ORDER NUMBER=1 DRINK=green_tea|black_tea TOPPING=honey
three lattes one with oat milk and two with whole milk
    COFFEE_ORDER NUMBER=1 DRINK=latte MILK=oat_milk
    COFFEE_ORDER NUMBER=2 DRINK=latte MILK=whole_milk
a caramel macchiato over ice with an extra shot
    COFFEE_ORDER NUMBER=1 SYRUP=caramel DRINK=macchiato TEMPERATURE=iced SHOTS=extra_shot
a small latte with sugar free vanilla and skim milk
    COFFEE_ORDER NUMBER=1 SIZE=small DRINK=latte SYRUP=sugar_free_vanilla MILK=skim_milk
a muffin and a large drip coffee
    FOOD_ORDER NUMBER=1 FOOD=blueberry_muffin|banana_muffin
    COFFEE_ORDER NUMBER=1 SIZE=large DRINK=drip_coffee
two croissants warmed up with butter
    FOOD_ORDER NUMBER=2 FOOD=croissant SERVED=warmed SPREAD=butter
a latte with plant milk
    COFFEE_ORDER NUMBER=1 DRINK=latte MILK=oat_milk|almond_milk|soy_milk|coconut_milk
a large cold brew light ice no sugar
    COFFEE_ORDER NUMBER=1 SIZE=large DRINK=cold_brew TOPPING=ice:light TOPPING=sugar:not
what milks have you got
do you do decaf
a peppermint mocha and a pumpkin spice latte both large
    COFFEE_ORDER NUMBER=1 SIZE=large SYRUP=peppermint DRINK=mocha
    COFFEE_ORDER NUMBER=1 SIZE=large SYRUP=pumpkin_spice DRINK=latte
a small cappuccino no make it a large cappuccino with cinnamon
    COFFEE_ORDER NUMBER=1 SIZE=large DRINK=cappuccino TOPPING=cinnamon
an extra large vanilla latte with three shots
    COFFEE_ORDER NUMBER=1 SIZE=extra_large SYRUP=vanilla DRINK=latte SHOTS=triple_shot
one blueberry muffin one banana muffin and two flat whites
    FOOD_ORDER NUMBER=1 FOOD=blueberry_muffin
    FOOD_ORDER NUMBER=1 FOOD=banana_muffin
    COFFEE_ORDER NUMBER=2 DRINK=flat_white
a half caf americano with a little sugar
    COFFEE_ORDER NUMBER=1 ROAST=half_caf DRINK=americano TOPPING=sugar:light
iced matcha latte coconut milk lots of ice
    COFFEE_ORDER TEMPERATURE=iced DRINK=matcha_latte MILK=coconut_milk TOPPING=ice:extra
a large latte with caramel and hazelnut but no foam
    COFFEE_ORDER NUMBER=1 SIZE=large DRINK=latte SYRUP=caramel SYRUP=hazelnut TOPPING=foam:not
a slice of banana bread toasted no butter
    FOOD_ORDER NUMBER=1 FOOD=banana_bread SERVED=toasted SPREAD=butter:not
two large iced mochas with oat milk and a chocolate chip cookie
    COFFEE_ORDER NUMBER=2 SIZE=large TEMPERATURE=iced DRINK=mocha MILK=oat_milk
    FOOD_ORDER NUMBER=1 FOOD=cookie
a hot latte and a cold latte
    COFFEE_ORDER NUMBER=1 TEMPERATURE=hot DRINK=latte
    COFFEE_ORDER NUMBER=1 TEMPERATURE=iced DRINK=latte
english breakfast tea with whole milk and sugar
    COFFEE_ORDER DRINK=black_tea MILK=whole_milk TOPPING=sugar
an oat flat white a soy cap and a long black thanks
    COFFEE_ORDER NUMBER=1 MILK=oat_milk DRINK=flat_white
    COFFEE_ORDER NUMBER=1 MILK=soy_milk DRINK=cappuccino
    COFFEE_ORDER NUMBER=1 DRINK=americano
small mocha with chocolate sprinkles and whipped cream
    COFFEE_ORDER SIZE=small DRINK=mocha TOPPING=chocolate_powder TOPPING=whipped_cream
i'd love an espresso with two shots
    COFFEE_ORDER NUMBER=1 DRINK=espresso SHOTS=double_shot
a lukewarm latte with extra foam for my kid
    COFFEE_ORDER NUMBER=1 TEMPERATURE=warm DRINK=latte TOPPING=foam:extra
a pair of medium lattes one decaf and one with an extra shot
    COFFEE_ORDER NUMBER=1 SIZE=medium DRINK=latte ROAST=decaf
    COFFEE_ORDER NUMBER=1 SIZE=medium DRINK=latte SHOTS=extra_shot
a large capuccino and a crossant
    COFFEE_ORDER NUMBER=1 SIZE=large DRINK=cappuccino
    FOOD_ORDER NUMBER=1 FOOD=croissant
could you do me a regular dark roast filter coffee please
    COFFEE_ORDER NUMBER=1 SIZE=medium ROAST=dark DRINK=drip_coffee
six bagels three toasted with butter and three with cream cheese
    FOOD_ORDER NUMBER=3 FOOD=bagel SERVED=toasted SPREAD=butter
    FOOD_ORDER NUMBER=3 FOOD=bagel SPREAD=cream_cheese
latte with no sugar and no cinnamon
    COFFEE_ORDER DRINK=latte TOPPING=sugar:not TOPPING=cinnamon:not
a large latte sorry a large mocha with almond milk
    COFFEE_ORDER NUMBER=1 SIZE=large DRINK=mocha MILK=almond_milk
good morning can i please get a small hot green tea and a croissant with jam
    COFFEE_ORDER NUMBER=1 SIZE=small TEMPERATURE=hot DRINK=green_tea
    FOOD_ORDER NUMBER=1 FOOD=croissant SPREAD=jam
just a black tea
    COFFEE_ORDER NUMBER=1 DRINK=black_tea
four long blacks two large and two small
    COFFEE_ORDER NUMBER=2 SIZE=large DRINK=americano
    COFFEE_ORDER NUMBER=2 SIZE=small DRINK=americano
an iced americano with extra ice and easy on the vanilla
    COFFEE_ORDER NUMBER=1 TEMPERATURE=iced DRINK=americano TOPPING=ice:extra SYRUP=vanilla:light
medium iced latte skim milk caramel syrup and whipped cream on top
    COFFEE_ORDER SIZE=medium TEMPERATURE=iced DRINK=latte MILK=skim_milk SYRUP=caramel TOPPING=whipped_cream
can we get a large latte and a small latte both with soy milk
    COFFEE_ORDER NUMBER=1 SIZE=large DRINK=latte MILK=soy_milk
    COFFEE_ORDER NUMBER=1 SIZE=small DRINK=latte MILK=soy_milk
is the wifi free here
a flat white with full cream milk and an almond croissant heated up
    COFFEE_ORDER NUMBER=1 DRINK=flat_white MILK=whole_milk
    FOOD_ORDER NUMBER=1 FOOD=almond_croissant SERVED=warmed
two coffees
    COFFEE_ORDER NUMBER=2
large vanilla cold brew without ice
    COFFEE_ORDER SIZE=large SYRUP=vanilla DRINK=cold_brew TOPPING=ice:not
""")

BURRITO: dict[str, Any] = {
    "orders": {
        "BURRITO_ORDER": {
            "names": ["burrito"],
            "slots": ["NUMBER", "SIZE", "TORTILLA", "MEAT", "RICE", "BEANS", "SALSA", "FILLING"],
        },
        "BOWL_ORDER": {
            "names": ["bowl", "burrito bowl"],
            "slots": ["NUMBER", "SIZE", "MEAT", "RICE", "BEANS", "SALSA", "FILLING"],
        },
        "TACO_ORDER": {"names": ["taco"], "slots": ["NUMBER", "SHELL", "TORTILLA", "MEAT", "SALSA", "FILLING"]},
        "SIDE_ORDER": {"head": ["SIDE"], "slots": ["NUMBER", "SIZE", "SIDE"]},
        "DRINK_ORDER": {"head": ["DRINK"], "names": ["drink"], "slots": ["NUMBER", "SIZE", "CONTAINER", "DRINK"]},
    },
    "slots": {
        "NUMBER": NUMBER,
        "SIZE": {"values": {"small": ["small", "kids size"], "regular": ["regular"], "large": ["large", "big"]}},
        "TORTILLA": {
            "values": {
                "flour_tortilla": ["flour tortilla", "flour"],
                "corn_tortilla": ["corn tortilla"],
                "whole_wheat_tortilla": ["whole wheat tortilla", "whole wheat"],
            }
        },
        "SHELL": {"values": {"hard_shell": ["hard shell", "crunchy", "crispy"], "soft_shell": ["soft shell", "soft"]}},
        "MEAT": {
            "values": {
                "chicken": ["chicken", "grilled chicken"],
                "steak": ["steak"],
                "carnitas": ["carnitas", "pulled pork", "pork"],
                "barbacoa": ["barbacoa"],
                "ground_beef": ["ground beef", "beef"],
                "tofu": ["tofu", "sofritas"],
                "fish": ["fish"],
                "shrimp": ["shrimp", "prawns"],
            },
            **TOPPINGS,
        },
        "RICE": {
            "values": {"white_rice": ["white rice", "cilantro rice"], "brown_rice": ["brown rice"]},
            "either": {"rice": ["white_rice", "brown_rice"]},
            **TOPPINGS,
        },
        "BEANS": {
            "values": {"black_beans": ["black beans"], "pinto_beans": ["pinto beans", "pintos"]},
            "either": {"beans": ["black_beans", "pinto_beans"]},
            **TOPPINGS,
        },
        "SALSA": {
            "values": {
                "mild_salsa": ["mild salsa", "pico de gallo", "pico"],
                "medium_salsa": ["medium salsa", "salsa verde", "green salsa"],
                "hot_salsa": ["hot salsa", "red salsa"],
                "corn_salsa": ["corn salsa", "roasted corn salsa"],
            },
            "either": {"salsa": ["mild_salsa", "medium_salsa", "hot_salsa", "corn_salsa"]},
            **TOPPINGS,
        },
        "FILLING": {
            "values": {
                "cheese": ["cheese", "shredded cheese"],
                "sour_cream": ["sour cream"],
                "guacamole": ["guacamole", "guac"],
                "lettuce": ["lettuce"],
                "fajita_veggies": ["fajita veggies", "fajita vegetables", "peppers and onions"],
                "jalapenos": ["jalapeno", "jalapenos"],
                "queso": ["queso"],
                "cilantro": ["cilantro"],
                "onions": ["onion", "onions"],
                "tomatoes": ["tomato", "tomatoes"],
            },
            **TOPPINGS,
        },
        "SIDE": {
            "values": {
                "chips": ["chips", "tortilla chips"],
                "chips_and_guacamole": ["chips and guac", "chips and guacamole"],
                "chips_and_salsa": ["chips and salsa"],
                "churros": ["churro", "churros"],
                "quesadilla": ["quesadilla"],
            }
        },
        "CONTAINER": {"values": {"can": ["can"], "bottle": ["bottle"]}},
        "DRINK": {
            "values": {
                "coke": ["coke"],
                "mexican_coke": ["mexican coke"],
                "horchata": ["horchata"],
                "lemonade": ["lemonade"],
                "orange_soda": ["orange soda", "jarritos"],
                "water": ["water"],
            },
            "either": {"soft drink": ["coke", "orange_soda"]},
        },
    },
}

BURRITO_CASES = cases("""
i'd like a chicken burrito with white rice black beans and cheese
    BURRITO_ORDER NUMBER=1 MEAT=chicken RICE=white_rice BEANS=black_beans FILLING=cheese
one steak burrito bowl with brown rice no beans and guac
    BOWL_ORDER NUMBER=1 MEAT=steak RICE=brown_rice BEANS=black_beans|pinto_beans:not FILLING=guacamole
three crunchy beef tacos with lettuce and sour cream
    TACO_ORDER NUMBER=3 SHELL=hard_shell MEAT=ground_beef FILLING=lettuce FILLING=sour_cream
two large chicken burritos and two cokes
    BURRITO_ORDER NUMBER=2 SIZE=large MEAT=chicken
    DRINK_ORDER NUMBER=2 DRINK=coke
can i get a bowl with carnitas corn salsa and extra cheese
    BOWL_ORDER NUMBER=1 MEAT=carnitas SALSA=corn_salsa FILLING=cheese:extra
a burrito in a whole wheat tortilla with barbacoa and pinto beans
    BURRITO_ORDER NUMBER=1 TORTILLA=whole_wheat_tortilla MEAT=barbacoa BEANS=pinto_beans
chips and guac and a large lemonade
    SIDE_ORDER SIDE=chips_and_guacamole
    DRINK_ORDER NUMBER=1 SIZE=large DRINK=lemonade
a chicken bowl with no rice and extra lettuce
    BOWL_ORDER NUMBER=1 MEAT=chicken RICE=white_rice|brown_rice:not FILLING=lettuce:extra
two fish tacos on corn tortillas with pico de gallo and cilantro
    TACO_ORDER NUMBER=2 MEAT=fish TORTILLA=corn_tortilla SALSA=mild_salsa FILLING=cilantro
a tofu burrito with fajita veggies and hot salsa hold the cheese
    BURRITO_ORDER NUMBER=1 MEAT=tofu FILLING=fajita_veggies SALSA=hot_salsa FILLING=cheese:not
burrito with salsa
    BURRITO_ORDER SALSA=mild_salsa|medium_salsa|hot_salsa|corn_salsa
four tacos two chicken and two steak
    TACO_ORDER NUMBER=2 MEAT=chicken
    TACO_ORDER NUMBER=2 MEAT=steak
a shrimp taco and a quesadilla
    TACO_ORDER NUMBER=1 MEAT=shrimp
    SIDE_ORDER NUMBER=1 SIDE=quesadilla
i want a burrito with steak and chicken white rice and sour cream on it
    BURRITO_ORDER NUMBER=1 MEAT=steak MEAT=chicken RICE=white_rice FILLING=sour_cream
one steak burrito with extra cheese and jalapenos
    BURRITO_ORDER NUMBER=1 MEAT=steak FILLING=cheese:extra FILLING=jalapenos
two burritos one with black beans and one with pinto beans
    BURRITO_ORDER NUMBER=1 BEANS=black_beans
    BURRITO_ORDER NUMBER=1 BEANS=pinto_beans
a regular carnitas bowl with a little sour cream and lots of cilantro
    BOWL_ORDER NUMBER=1 SIZE=regular MEAT=carnitas FILLING=sour_cream:light FILLING=cilantro:extra
six soft shell tacos with grilled chicken cheese and mild salsa
    TACO_ORDER NUMBER=6 SHELL=soft_shell MEAT=chicken FILLING=cheese SALSA=mild_salsa
chicken burrito no onions no tomatoes no cilantro
    BURRITO_ORDER MEAT=chicken FILLING=onions:not FILLING=tomatoes:not FILLING=cilantro:not
a small chips and a bottle of water
    SIDE_ORDER NUMBER=1 SIZE=small SIDE=chips
    DRINK_ORDER NUMBER=1 CONTAINER=bottle DRINK=water
is the guac extra
what kinds of salsa do you have
a chicken burrito sorry a steak burrito with queso
    BURRITO_ORDER NUMBER=1 MEAT=steak FILLING=queso
two chicken bowls both with brown rice and black beans
    BOWL_ORDER NUMBER=2 MEAT=chicken RICE=brown_rice BEANS=black_beans
a chicken burrito and a steak bowl both with guacamole
    BURRITO_ORDER NUMBER=1 MEAT=chicken FILLING=guacamole
    BOWL_ORDER NUMBER=1 MEAT=steak FILLING=guacamole
can i have a kids size chicken bowl with just cheese
    BOWL_ORDER NUMBER=1 SIZE=small MEAT=chicken FILLING=cheese
a mexican coke and a horchata
    DRINK_ORDER NUMBER=1 DRINK=mexican_coke
    DRINK_ORDER NUMBER=1 DRINK=horchata
one burrito with ground beef rice beans salsa verde and no lettuce
    BURRITO_ORDER NUMBER=1 MEAT=ground_beef RICE=white_rice|brown_rice BEANS=black_beans|pinto_beans SALSA=medium_salsa FILLING=lettuce:not
a pulled pork burrito with peppers and onions
    BURRITO_ORDER NUMBER=1 MEAT=carnitas FILLING=fajita_veggies
three tacos one crispy with beef and two soft with fish
    TACO_ORDER NUMBER=1 SHELL=hard_shell MEAT=ground_beef
    TACO_ORDER NUMBER=2 SHELL=soft_shell MEAT=fish
large chips and salsa please
    SIDE_ORDER SIZE=large SIDE=chips_and_salsa
a barbacoa bowl with white rice pintos and easy on the hot salsa
    BOWL_ORDER NUMBER=1 MEAT=barbacoa RICE=white_rice BEANS=pinto_beans SALSA=hot_salsa:light
two steak burritos one without sour cream
    BURRITO_ORDER NUMBER=1 MEAT=steak FILLING=sour_cream:not
    BURRITO_ORDER NUMBER=1 MEAT=steak
i'd like a burrito bowl and a can of coke
    BOWL_ORDER NUMBER=1
    DRINK_ORDER NUMBER=1 CONTAINER=can DRINK=coke
a burrito with rice but no beans
    BURRITO_ORDER NUMBER=1 RICE=white_rice|brown_rice BEANS=black_beans|pinto_beans:not
half a dozen churros
    SIDE_ORDER NUMBER=6 SIDE=churros
a dozen hard shell tacos with ground beef lettuce tomatoes and cheese
    TACO_ORDER NUMBER=12 SHELL=hard_shell MEAT=ground_beef FILLING=lettuce FILLING=tomatoes FILLING=cheese
could i please get a chicken buritto with guacamolee and jalapenios
    BURRITO_ORDER NUMBER=1 MEAT=chicken FILLING=guacamole FILLING=jalapenos
a soft drink and two shrimp tacos no onion
    DRINK_ORDER NUMBER=1 DRINK=coke|orange_soda
    TACO_ORDER NUMBER=2 MEAT=shrimp FILLING=onions:not
hey um can you make me a large burrito with steak brown rice black beans corn salsa and light cheese
    BURRITO_ORDER NUMBER=1 SIZE=large MEAT=steak RICE=brown_rice BEANS=black_beans SALSA=corn_salsa FILLING=cheese:light
one chicken taco one beef taco and one fish taco
    TACO_ORDER NUMBER=1 MEAT=chicken
    TACO_ORDER NUMBER=1 MEAT=ground_beef
    TACO_ORDER NUMBER=1 MEAT=fish
make me a bowl with tofu black beans and extra guac please
    BOWL_ORDER NUMBER=1 MEAT=tofu BEANS=black_beans FILLING=guacamole:extra
two bowls the first with chicken and the second with carnitas
    BOWL_ORDER NUMBER=1 MEAT=chicken
    BOWL_ORDER NUMBER=1 MEAT=carnitas
a small burrito with a flour tortilla chicken and red salsa
    BURRITO_ORDER NUMBER=1 SIZE=small TORTILLA=flour_tortilla MEAT=chicken SALSA=hot_salsa
five waters and three orders of chips
    DRINK_ORDER NUMBER=5 DRINK=water
    SIDE_ORDER NUMBER=3 SIDE=chips
i'd like two tacos actually three tacos with carnitas and onions
    TACO_ORDER NUMBER=3 MEAT=carnitas FILLING=onions
chicken bowl white rice black beans fajita vegetables mild salsa sour cream cheese lettuce
    BOWL_ORDER MEAT=chicken RICE=white_rice BEANS=black_beans FILLING=fajita_veggies SALSA=mild_salsa FILLING=sour_cream FILLING=cheese FILLING=lettuce
i'm so hungry today
a large steak burrito a small chicken burrito and an orange soda
    BURRITO_ORDER NUMBER=1 SIZE=large MEAT=steak
    BURRITO_ORDER NUMBER=1 SIZE=small MEAT=chicken
    DRINK_ORDER NUMBER=1 DRINK=orange_soda
three burritos all with chicken and white rice
    BURRITO_ORDER NUMBER=3 MEAT=chicken RICE=white_rice
a chicken burrito with neither cheese nor sour cream
    BURRITO_ORDER NUMBER=1 MEAT=chicken FILLING=cheese:not FILLING=sour_cream:not
i'll get a steak bowl extra rice and queso and that's it thanks
    BOWL_ORDER NUMBER=1 MEAT=steak RICE=white_rice|brown_rice:extra FILLING=queso
""")

# Of the qualities and quantities of a choice, and tuned on.
QUALIFIED = {
    "pizza": cases("""
a large pizza with hardly any cheese and a whole lot of ham
    PIZZA_ORDER NUMBER=1 SIZE=large TOPPING=cheese:light TOPPING=ham:extra
a pizza avoiding onions
    PIZZA_ORDER NUMBER=1 TOPPING=onions:not
a pizza with zero cheese
    PIZZA_ORDER NUMBER=1 TOPPING=cheese:not
a pizza with ham not too heavy on the sauce
    PIZZA_ORDER NUMBER=1 TOPPING=ham TOPPING=sauce:light
a pizza that doesn't have onions
    PIZZA_ORDER NUMBER=1 TOPPING=onions:not
two pizzas with cheese extra and no ham
    PIZZA_ORDER NUMBER=2 TOPPING=cheese:extra TOPPING=ham:not
"""),
    "coffee": cases("""
a large iced latte with oat milk and two pumps of vanilla
    COFFEE_ORDER NUMBER=1 SIZE=large TEMPERATURE=iced DRINK=latte MILK=oat_milk SYRUP=vanilla
medium latte with a splash of almond milk and no sugar
    COFFEE_ORDER SIZE=medium DRINK=latte MILK=almond_milk TOPPING=sugar:not
latte with a sprinkle of cinnamon and a bit of soy milk
    COFFEE_ORDER DRINK=latte TOPPING=cinnamon:light MILK=soy_milk
"""),
    "burrito": cases("""
a burrito bowl with a scoop of rice and a dollop of sour cream
    BOWL_ORDER NUMBER=1 RICE=white_rice|brown_rice FILLING=sour_cream:light
"""),
}

ALL = {
    "pizza": (PIZZA, PIZZA_CASES),
    "burger": (BURGER, BURGER_CASES),
    "coffee": (COFFEE, COFFEE_CASES),
    "burrito": (BURRITO, BURRITO_CASES),
}
CATALOGUES = {name: catalogue for name, (catalogue, _) in ALL.items()}
ASIDE = {name: said[2::3] for name, (_, said) in ALL.items()}
TUNED = {name: [case for n, case in enumerate(said) if n % 3 != 2] for name, (_, said) in ALL.items()}
