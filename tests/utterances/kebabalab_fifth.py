"""What callers of the first shop say: a fifth set, by the author of the parser, all of it written before any was tried.

First score 38 of 40, none added falsely, after one right answer was put right; mended by rule since.
"""

CASES: list[tuple[str, list[str]]] = [
    (
        "hey there could i order two large chicken kebabs with lettuce tomato and garlic sauce",
        ["2 large chicken kebab; salads=lettuce,tomato; sauces=garlic"],
    ),
    ("yeah mate a small lamb snack pack with barbecue sauce", ["1 small lamb hsp; sauces=bbq"]),
    (
        "i'll have a large falafel kebab everything on it with hummus and chilli",
        ["1 large falafel kebab; salads=lettuce,tomato,onion,pickles; sauces=hummus,chilli"],
    ),
    (
        "one large lamb kebab no tomatoes and could you add cheese",
        ["1 large lamb kebab; salads=lettuce,onion; extras=cheese"],
    ),
    (
        "could we grab three cans of fanta and a large chips with chicken salt",
        ["3 drink fanta", "1 large chips; salt=chicken"],
    ),
    ("small mixed kebab garlic sauce only no salad", ["1 small mixed kebab; salads=-; sauces=garlic"]),
    ("two lamb gozlemes and a chicken one please", ["2 lamb gozleme", "1 chicken gozleme"]),
    (
        "large chicken hsp with garlic chilli and mayo and extra cheese isn't needed",
        ["1 large chicken hsp; sauces=garlic,chilli,mayo"],
    ),
    (
        "can i get a large lamb kebab for my dad with no onion and a small chicken kebab for me with the lot",
        ["1 large lamb kebab; salads=lettuce,tomato", "1 small chicken kebab; salads=lettuce,tomato,onion,pickles"],
    ),
    ("a bottle of water a coke zero and a mountain dew", ["1 water", "1 drink coke zero", "1 drink mountain dew"]),
    ("just one piece of baklava and an ayran", ["1 baklava", "1 ayran"]),
    (
        "large lamb kebab meal with a sprite and garlic sauce",
        ["1 large lamb kebab meal; sauces=garlic; chips=small; drink=sprite"],
    ),
    (
        "two small chicken kebab meals with large chips and coke",
        ["2 small chicken kebab meal; chips=large; drink=coca-cola"],
    ),
    (
        "i'm after a large mixed hsp combo with solo extra garlic",
        ["1 large mixed hsp meal; sauces=extra garlic,chilli; drink=solo"],
    ),
    ("um a chicken kebab with onion and bbq", ["1 chicken kebab; salads=onion; sauces=bbq; needs=size"]),
    (
        "could you please do a large kebab with lettuce and garlic",
        ["1 large kebab; salads=lettuce; sauces=garlic; needs=protein"],
    ),
    (
        "two large lamb kebabs and two small chicken kebabs all with no onion",
        ["2 large lamb kebab; salads=lettuce,tomato", "2 small chicken kebab; salads=lettuce,tomato"],
    ),
    (
        "one hsp large lamb chilli only and one hsp small chicken garlic only",
        ["1 large lamb hsp; sauces=chilli", "1 small chicken hsp; sauces=garlic"],
    ),
    (
        "four large kebabs two lamb with garlic and two chicken with mayo",
        ["2 large lamb kebab; sauces=garlic", "2 large chicken kebab; sauces=mayo"],
    ),
    ("three large chips one with no salt", ["1 large chips; salt=none", "2 large chips"]),
    (
        "large chicken kebab with lettuce and pickles and a tub of garlic",
        ["1 large chicken kebab; salads=lettuce,pickles", "1 sauce tub; sauce=garlic"],
    ),
    (
        "a large lamb kebab with extra lamb and haloumi no sauce",
        ["1 large lamb kebab; sauces=-; extras=extra lamb,haloumi"],
    ),
    (
        "small falafel kebab hold the onion and the garlic sauce",
        ["1 small falafel kebab; salads=lettuce,tomato; sauces=-"],
    ),
    ("large lamb hsp go light on the garlic please", ["1 large lamb hsp; sauces=light garlic,chilli"]),
    ("a coke sorry a pepsi and a small chips", ["1 drink pepsi", "1 small chips"]),
    ("large lamb kebab actually make it chicken with garlic", ["1 large chicken kebab; sauces=garlic"]),
    ("two hsps large chicken no wait one large one small", ["1 large chicken hsp", "1 small chicken hsp"]),
    ("one large chips two cokes actually three cokes", ["1 large chips", "3 drink coca-cola"]),
    (
        "large mixed kebab with tomato onion chilli and cancel that no chilli",
        ["1 large mixed kebab; salads=tomato,onion"],
    ),
    (
        "hi it's pete can i get a small chicken kebab with sweet chilli ready by quarter to eight",
        ["1 small chicken kebab; sauces=sweet chilli"],
    ),
    ("do you guys deliver no okay pick up then a large lamb hsp", ["1 large lamb hsp"]),
    ("i'd love a large lamb kebab with letus and garlic sause", ["1 large lamb kebab; salads=lettuce; sauces=garlic"]),
    ("large chicken cabbab with barbecue and cheeze", ["1 large chicken kebab; sauces=bbq; extras=cheese"]),
    ("small lamb hache s p please", ["1 small lamb hsp"]),
    ("do you have any specials on tonight", []),
    ("what comes on the kebab", []),
    ("a large pizza and a coke", ["1 drink coca-cola"]),
    ("that's all thanks bye", []),
    (
        "a large lamb kebab garlic chilli lettuce tomato onion cheese and jalapenos",
        ["1 large lamb kebab; salads=lettuce,tomato,onion; sauces=garlic,chilli; extras=cheese,jalapenos"],
    ),
    (
        "two peach iced teas and a rose turkish delight",
        ["2 iced tea; flavour=peach", "1 turkish delight; flavour=rose"],
    ),
]
