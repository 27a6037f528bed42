"""What callers of the first shop say: a fourth set, by the author of the parser, all of it written before any was tried.

First score 50 of 59, three added falsely; two sentences that can be read in two ways were left out since. All but one
("pickles as well as the usual salad") were mended by rule or by the menu's words.
"""

CASES: list[tuple[str, list[str]]] = [
    (
        "can i please order three large lamb kebabs all with the lot and garlic sauce",
        ["3 large lamb kebab; salads=lettuce,tomato,onion,pickles; sauces=garlic"],
    ),
    (
        "two lamb kebabs large and one chicken kebab small all with garlic chilli and no onion",
        [
            "2 large lamb kebab; salads=lettuce,tomato; sauces=garlic,chilli",
            "1 small chicken kebab; salads=lettuce,tomato; sauces=garlic,chilli",
        ],
    ),
    (
        "i want a kebab large lamb lettuce tomato garlic sauce and a drink coke",
        ["1 large lamb kebab; salads=lettuce,tomato; sauces=garlic", "1 drink coca-cola"],
    ),
    ("could i have an hsp please chicken large barbecue and garlic", ["1 large chicken hsp; sauces=bbq,garlic"]),
    (
        "a large lamb kebab and my wife will have a small chicken kebab with hummus no garlic",
        ["1 large lamb kebab", "1 small chicken kebab; sauces=hummus"],
    ),
    ("large chicken kebab put cheese in it and toast it please", ["1 large chicken kebab; extras=cheese"]),
    ("is that kebabalab yeah two large hsps lamb and a sprite", ["2 large lamb hsp", "1 drink sprite"]),
    ("give me a small falafel kebab tahini if you have it otherwise hummus", ["1 small falafel kebab; sauces=hummus"]),
    (
        "one large mixed kebab with jalapenos and pickles as well as the usual salad and garlic",
        ["1 large mixed kebab; salads=lettuce,tomato,onion,pickles; sauces=garlic; extras=jalapenos"],
    ),
    ("uh yeah large lamb hsp the works", ["1 large lamb hsp"]),
    (
        "small chips chicken salt please and a small tub of garlic sauce",
        ["1 small chips; salt=chicken", "1 sauce tub; sauce=garlic"],
    ),
    ("two large chips one normal salt one chicken salt", ["1 large chips; salt=normal", "1 large chips; salt=chicken"]),
    ("a can of coke a can of pepsi and two cans of solo", ["1 drink coca-cola", "1 drink pepsi", "2 drink solo"]),
    (
        "i'd like a lamb kebab large and a lamb kebab small same salads lettuce and onion garlic on both",
        [
            "1 large lamb kebab; salads=lettuce,onion; sauces=garlic",
            "1 small lamb kebab; salads=lettuce,onion; sauces=garlic",
        ],
    ),
    (
        "three hsps one large lamb one large chicken and one small mixed",
        ["1 large lamb hsp", "1 large chicken hsp", "1 small mixed hsp"],
    ),
    (
        "can we order two kebabs one with lamb one with chicken both small",
        ["1 small lamb kebab", "1 small chicken kebab"],
    ),
    ("large chicken kebab with tomato and onion but i hate lettuce", ["1 large chicken kebab; salads=tomato,onion"]),
    (
        "lamb kebab large no lettuce no tomato only onion and garlic",
        ["1 large lamb kebab; salads=onion; sauces=garlic"],
    ),
    (
        "large lamb kebab with a bit of everything and chilli sauce",
        ["1 large lamb kebab; salads=lettuce,tomato,onion,pickles; sauces=chilli"],
    ),
    ("a small lamb hsp easy on the chilli heaps of garlic", ["1 small lamb hsp; sauces=light chilli,extra garlic"]),
    (
        "large hsp with lamb and just garlic and barbecue and can you add jalapenos",
        ["1 large lamb hsp; sauces=garlic,bbq; extras=jalapenos"],
    ),
    (
        "can i get extra meat in a large lamb kebab with garlic",
        ["1 large lamb kebab; sauces=garlic; extras=extra meat"],
    ),
    ("a large falafel hsp with hummus and sweet chilli", ["1 large falafel hsp; sauces=hummus,sweet chilli"]),
    (
        "small chicken kebab with lettuce tomato tomato sauce and bbq sauce",
        ["1 small chicken kebab; salads=lettuce,tomato; sauces=tomato,bbq"],
    ),
    (
        "large kebab meal lamb garlic and lettuce with a diet coke",
        ["1 large lamb kebab meal; salads=lettuce; sauces=garlic; chips=small; drink=diet coke"],
    ),
    (
        "two large chicken kebab meals one with fanta one with sunkist",
        [
            "1 large chicken kebab meal; chips=small; drink=fanta",
            "1 large chicken kebab meal; chips=small; drink=sunkist",
        ],
    ),
    (
        "a small mixed kebab meal with large chips no onion and a pepsi",
        ["1 small mixed kebab meal; salads=lettuce,tomato; chips=large; drink=pepsi"],
    ),
    (
        "lamb hsp large with a coke as a combo and a small chips",
        ["1 large lamb hsp meal; drink=coca-cola", "1 small chips"],
    ),
    ("gozleme meal lamb with solo", ["1 lamb gozleme meal; drink=solo"]),
    (
        "large lamb kebab oh and make it a meal with mountain dew",
        ["1 large lamb kebab meal; chips=small; drink=mountain dew"],
    ),
    ("small lamb kebab sorry large lamb kebab with garlic", ["1 large lamb kebab; sauces=garlic"]),
    ("two large chicken kebabs no hang on one large one small", ["1 large chicken kebab", "1 small chicken kebab"]),
    ("a large lamb hsp with garlic and chilli actually take the chilli off", ["1 large lamb hsp; sauces=garlic"]),
    ("three cokes and a fanta no two cokes and two fantas", ["2 drink coca-cola", "2 drink fanta"]),
    ("one large chips and a chicken kebab large um leave out the chips", ["1 large chicken kebab"]),
    (
        "large chicken kebab with mayo no onion sorry no tomato",
        ["1 large chicken kebab; salads=lettuce,onion; sauces=mayo"],
    ),
    ("a kebab with chicken and a coke", ["1 chicken kebab; needs=size", "1 drink coca-cola"]),
    ("large kebab and large chips", ["1 large kebab; needs=protein", "1 large chips"]),
    ("two hsps please with garlic", ["2 hsp; sauces=garlic; needs=size,protein"]),
    ("a red bull and a salgam", ["1 energy drink", "1 salgam"]),
    ("a sauce tub and a turkish delight", ["1 sauce tub; needs=sauce", "1 turkish delight; needs=flavour"]),
    ("iced tea please and a baklava", ["1 iced tea; needs=flavour", "1 baklava"]),
    ("large lamb kabab with garlick sauce and union", ["1 large lamb kebab; salads=onion; sauces=garlic"]),
    ("chicken hsb large with barbeque", ["1 large chicken hsp; sauces=bbq"]),
    ("two spinach gozlemes", ["2 gozleme; needs=protein"]),
    ("small chickin kebap letus tomato mayonaise", ["1 small chicken kebab; salads=lettuce,tomato; sauces=mayo"]),
    ("a large snackpack lamb with sweet chili and aoli", ["1 large lamb hsp; sauces=sweet chilli,mayo"]),
    (
        "hi how are you tonight could i order a large lamb kebab no salad garlic and chilli for pick up at seven",
        ["1 large lamb kebab; salads=-; sauces=garlic,chilli"],
    ),
    ("okay so there's five of us so five small lamb kebabs with garlic", ["5 small lamb kebab; sauces=garlic"]),
    ("what's the difference between an hsp and a kebab never mind just a large lamb hsp", ["1 large lamb hsp"]),
    ("yeah i called before about the lamb kebab can i add a coke", ["1 drink coca-cola"]),
    (
        "my phone's dying so quick large chicken kebab garlic lettuce",
        ["1 large chicken kebab; salads=lettuce; sauces=garlic"],
    ),
    ("are you doing the lunch special", []),
    ("do you put cheese on the hsp", []),
    ("i'm running ten minutes late", []),
    ("can i speak to the manager please", []),
    ("a large chicken kebab with pineapple and garlic", ["1 large chicken kebab; sauces=garlic"]),
    ("two beef burgers and a large chips", ["1 large chips"]),
    ("large lamb kebab with the salads on the side", ["1 large lamb kebab; extras=salad on the side"]),
]
