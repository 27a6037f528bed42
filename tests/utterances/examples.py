"""What callers say, with the order lines that it must become (rules: spec/ordering-rules.md).

A gold line: `QTY WHAT; key=value; key=value`. An omitted group was not spoken of; `-` is an explicit
"none of this group"; `needs=` names what the line still has to ask. [] means: nothing may be added.
These are examples, not the language: callers will say what is not here.
"""

CASES = [
    ("large lamb kebab with garlic sauce and lettuce", ["1 large lamb kebab; salads=lettuce; sauces=garlic"]),
    (
        "could I get a small falafel kebab with tomato, onion and hummus",
        ["1 small falafel kebab; salads=tomato,onion; sauces=hummus"],
    ),
    ("2 cokes", ["2 drink coca-cola"]),
    ("a dozen cans of solo", ["12 drink solo"]),
    ("small chicken hsp, garlic sauce", ["1 small chicken hsp; sauces=garlic"]),
    ("large mixed snack pack with barbecue and no cheese", ["1 large mixed hsp; sauces=bbq; cheese=no"]),
    ("large chips with chicken salt", ["1 large chips; salt=chicken"]),
    ("small chips, no salt", ["1 small chips; salt=none"]),
    ("chicken gozleme please", ["1 chicken gozleme"]),
    ("two lamb goslemays", ["2 lamb gozleme"]),
    ("a mango iced tea and a water", ["1 iced tea; flavour=mango", "1 water"]),
    ("three pieces of baklava", ["3 baklava"]),
    ("tub of hummus", ["1 sauce tub; sauce=hummus"]),
    (
        "large chicken kebab with the lot and sweet chilli sauce",
        ["1 large chicken kebab; salads=lettuce,tomato,onion,pickles; sauces=sweet chilli"],
    ),
    (
        "small lamb kebab with everything but tomato, and mayo",
        ["1 small lamb kebab; salads=lettuce,onion,pickles; sauces=mayo"],
    ),
    ("large chicken kebab, no tomato, barbecue sauce", ["1 large chicken kebab; salads=lettuce,onion; sauces=bbq"]),
    ("large lamb kebab no salad just garlic", ["1 large lamb kebab; salads=-; sauces=garlic"]),
    ("small mixed kebab with lettuce, hold the sauce", ["1 small mixed kebab; salads=lettuce; sauces=-"]),
    (
        "large lamb kebab with cheese and jalapenos, lettuce and bbq",
        ["1 large lamb kebab; salads=lettuce; sauces=bbq; extras=cheese,jalapenos"],
    ),
    (
        "large chicken kebab, extra meat, onion, garlic",
        ["1 large chicken kebab; salads=onion; sauces=garlic; extras=extra meat"],
    ),
    (
        "small chicken kebab with heaps of garlic sauce and lettuce",
        ["1 small chicken kebab; salads=lettuce; sauces=extra garlic"],
    ),
    ("large lamb hsp with garlic and just a little chilli", ["1 large lamb hsp; sauces=garlic,light chilli"]),
    (
        "two small chicken kebabs with lettuce and garlic and a fanta",
        ["2 small chicken kebab; salads=lettuce; sauces=garlic", "1 drink fanta"],
    ),
    (
        "a large lamb hsp with chilli, large chips and two pepsis",
        ["1 large lamb hsp; sauces=chilli", "1 large chips", "2 drink pepsi"],
    ),
    (
        "two large lamb kebabs, one with garlic and no salad and the other with bbq and lettuce",
        ["1 large lamb kebab; salads=-; sauces=garlic", "1 large lamb kebab; salads=lettuce; sauces=bbq"],
    ),
    (
        "a small lamb and a small chicken kebab, garlic and lettuce on both",
        ["1 small lamb kebab; salads=lettuce; sauces=garlic", "1 small chicken kebab; salads=lettuce; sauces=garlic"],
    ),
    (
        "large lamb kebab meal with coke, lettuce and garlic",
        ["1 large lamb kebab meal; salads=lettuce; sauces=garlic; chips=small; drink=coca-cola"],
    ),
    (
        "small chicken kebab meal, large chips, sprite, tomato, mayo",
        ["1 small chicken kebab meal; salads=tomato; sauces=mayo; chips=large; drink=sprite"],
    ),
    ("small lamb hsp combo with fanta and bbq", ["1 small lamb hsp meal; sauces=bbq; drink=fanta"]),
    ("can I have a chicken kebab", ["1 chicken kebab; needs=size"]),
    ("large hsp please with garlic", ["1 large hsp; sauces=garlic; needs=protein"]),
    ("a gozleme", ["1 gozleme; needs=protein"]),
    ("a can of drink", ["1 drink; needs=brand"]),
    ("large lamp kebab with letus and garlek sauce", ["1 large lamb kebab; salads=lettuce; sauces=garlic"]),
    ("small chikn kebab with chilly and tomatoes", ["1 small chicken kebab; salads=tomato; sauces=chilli"]),
    ("a large lamb h.s.p. with humus", ["1 large lamb hsp; sauces=hummus"]),
    ("to large chips and won coke", ["2 large chips", "1 drink coca-cola"]),
    (
        "um large chicken no sorry lamb kebab with like lettuce and uh garlic",
        ["1 large lamb kebab; salads=lettuce; sauces=garlic"],
    ),
    ("one coke, actually two cokes", ["2 drink coca-cola"]),
    ("large kebab half chicken half lamb with onion and chilli", ["1 large mixed kebab; salads=onion; sauces=chilli"]),
    ("large lamb kebab with tomato sauce and tomato", ["1 large lamb kebab; salads=tomato; sauces=tomato"]),
    ("coke no sugar and a mountain dew", ["1 drink coke zero", "1 drink mountain dew"]),
    ("is there parking out the front", []),
    ("a cheeseburger", []),
    (
        "a large lamb kebab with lettuce and garlic and a souvlaki",
        ["1 large lamb kebab; salads=lettuce; sauces=garlic"],
    ),
    ("five hundred cokes", []),
    ("no thanks that's all", []),
]
