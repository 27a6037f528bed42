"""What callers of the first shop say, with the order that it must become: the part set aside, scored only at the end.

Nobody reads these cases while working on the parser: the figure that they give is worth something only as long as
nothing was tuned on them. Every third case of one list, written from the ordering rules alone, went here (the rest is
kebabalab_tuned, which explains the notation).
"""

CASES: list[tuple[str, list[str]]] = [
    # kebab, plain words
    (
        "i'll have a large mixed kebab with onion and bbq sauce please",
        ["1 large mixed kebab; salads=onion; sauces=bbq"],
    ),
    ("Large chicken kebab with garlic and chilli sauce, please.", ["1 large chicken kebab; sauces=garlic,chilli"]),
    (
        "large chicken kebab with lettuce onion pickles and garlic and bbq sauce",
        ["1 large chicken kebab; salads=lettuce,onion,pickles; sauces=garlic,bbq"],
    ),
    ("a large chicken kebab with onion and tomato sauce", ["1 large chicken kebab; salads=onion; sauces=tomato"]),
    ("large mixed kebab with garlic and tomato", ["1 large mixed kebab; salads=tomato; sauces=garlic"]),
    (
        "Small lamb kebab. Lettuce, tomato, onion. Barbecue sauce.",
        ["1 small lamb kebab; salads=lettuce,tomato,onion; sauces=bbq"],
    ),
    # hsp, plain words
    ("a large mixed halal snack pack with sweet chilli and mayo", ["1 large mixed hsp; sauces=sweet chilli,mayo"]),
    ("large lamb hsp with tomato sauce", ["1 large lamb hsp; sauces=tomato"]),
    ("large lamb hsp with cheese and garlic sauce", ["1 large lamb hsp; sauces=garlic"]),
    ("small lamb hsp bbq sauce and no cheese", ["1 small lamb hsp; sauces=bbq; cheese=no"]),
    # chips and salt
    ("large fries with normal salt", ["1 large chips; salt=normal"]),
    ("large chips without salt", ["1 large chips; salt=none"]),
    ("small chips chicken salt and a large chips no salt", ["1 small chips; salt=chicken", "1 large chips; salt=none"]),
    ("a small unsalted chips", ["1 small chips; salt=none"]),
    ("Just a large chips, thanks.", ["1 large chips"]),
    # gozleme
    ("two vegan gozlemes", ["2 vegan gozleme"]),
    ("a lamb gozleme with haloumi", ["1 lamb gozleme; extras=haloumi"]),
    ("i'd love a vegan gozleme and an ayran", ["1 vegan gozleme", "1 ayran"]),
    # drinks
    ("two diet cokes", ["2 drink diet coke"]),
    ("three cans of mountain dew", ["3 drink mountain dew"]),
    ("i'll grab a schweppes", ["1 drink schweppes"]),
    ("two bottles of water and an ayran", ["2 water", "1 ayran"]),
    ("two cans of v", ["2 drink v"]),
    ("a peach ice tea and a mango ice tea", ["1 iced tea; flavour=peach", "1 iced tea; flavour=mango"]),
    ("coke no sugar please", ["1 drink coke zero"]),
    ("coke, coke zero and diet coke, one of each", ["1 drink coca-cola", "1 drink coke zero", "1 drink diet coke"]),
    ("four waters", ["4 water"]),
    ("a mt dew and a solo", ["1 drink mountain dew", "1 drink solo"]),
    # sweets
    ("a pack of four baklava", ["1 baklava pack"]),
    ("three rose turkish delights", ["3 turkish delight; flavour=rose"]),
    ("baklava pack of 4 and two pieces of rose turkish delight", ["1 baklava pack", "2 turkish delight; flavour=rose"]),
    # tubs, containers, packaging
    ("tub of sweet chilli and a tub of mayo", ["1 sauce tub; sauce=sweet chilli", "1 sauce tub; sauce=mayo"]),
    (
        "a large chicken kebab with lettuce and mayo and a tub of garlic on the side",
        ["1 large chicken kebab; salads=lettuce; sauces=mayo", "1 sauce tub; sauce=garlic"],
    ),
    ("a 250 gram container of chicken meat", ["1 chicken meat container 250g"]),
    ("half a kilo of lamb in a meat container", ["1 lamb meat container 500g"]),
    ("a takeaway box please", ["1 takeaway box"]),
    ("a set of cutlery and a carry bag", ["1 cutlery set", "1 carry bag"]),
    ("a small lamb hsp and a couple of falafel pieces", ["1 small lamb hsp", "2 falafel falafel"]),
    ("a large chips and a tub of mayo please", ["1 large chips", "1 sauce tub; sauce=mayo"]),
    # meals
    (
        "large chicken kebab meal with large chips and a sprite",
        ["1 large chicken kebab meal; chips=large; drink=sprite"],
    ),
    ("small falafel kebab as a meal with coke zero", ["1 small falafel kebab meal; chips=small; drink=coke zero"]),
    ("large hsp combo chicken with mountain dew and bbq", ["1 large chicken hsp meal; sauces=bbq; drink=mountain dew"]),
    ("large chicken hsp make it a combo with diet coke", ["1 large chicken hsp meal; drink=diet coke"]),
    (
        "chicken gozleme meal and a lamb gozleme",
        ["1 chicken gozleme meal; chips=small; drink=coca-cola", "1 lamb gozleme"],
    ),
    (
        "large lamb kebab meal no onion with large chips and a lift",
        ["1 large lamb kebab meal; salads=lettuce,tomato; chips=large; drink=lift"],
    ),
    (
        "Large lamb kebab meal, upsize the chips to large, and a vanilla coke.",
        ["1 large lamb kebab meal; chips=large; drink=vanilla coke"],
    ),
    ("large mixed kebab meal with chips and a coke", ["1 large mixed kebab meal; chips=small; drink=coca-cola"]),
    (
        "a small chicken kebab meal with lettuce and mayo and make the chips large and the drink a pepsi",
        ["1 small chicken kebab meal; salads=lettuce; sauces=mayo; chips=large; drink=pepsi"],
    ),
    # size in any place
    ("mixed hsp in a small with garlic", ["1 small mixed hsp; sauces=garlic"]),
    ("hsp chicken small with sweet chilli", ["1 small chicken hsp; sauces=sweet chilli"]),
    ("can i get a lamb snack pack the large one with chilli", ["1 large lamb hsp; sauces=chilli"]),
    ("a kebab with lamb and garlic and i'll have that in a small", ["1 small lamb kebab; sauces=garlic"]),
    ("hot chips small with no salt", ["1 small chips; salt=none"]),
    # missing choices
    (
        "can i get a large kebab with garlic and lettuce",
        ["1 large kebab; salads=lettuce; sauces=garlic; needs=protein"],
    ),
    ("two chicken hsps", ["2 chicken hsp; needs=size"]),
    ("an iced tea", ["1 iced tea; needs=flavour"]),
    ("large lamb kebab and chips", ["1 large lamb kebab", "1 chips; needs=size"]),
    ("a large lamb kebab and a chicken kebab", ["1 large lamb kebab", "1 chicken kebab; needs=size"]),
    ("two turkish delights", ["2 turkish delight; needs=flavour"]),
    ("gozleme meal with fanta", ["1 gozleme meal; chips=small; drink=fanta; needs=protein"]),
    # quantities
    ("half a dozen small chips", ["6 small chips"]),
    ("a pair of lamb gozlemes", ["2 lamb gozleme"]),
    ("12 small chicken kebabs with lettuce and mayo", ["12 small chicken kebab; salads=lettuce; sauces=mayo"]),
    ("a couple of small falafel kebabs with hummus", ["2 small falafel kebab; sauces=hummus"]),
    ("six large mixed kebabs and six cokes", ["6 large mixed kebab", "6 drink coca-cola"]),
    ("another two sprites", ["2 drink sprite"]),
    ("i need three large chicken hsps and a dozen cokes", ["3 large chicken hsp", "12 drink coca-cola"]),
    # several items
    (
        "two large chicken kebabs no onion and a large lamb hsp with bbq",
        ["2 large chicken kebab; salads=lettuce,tomato", "1 large lamb hsp; sauces=bbq"],
    ),
    ("one large chips two cokes and a pack of baklava", ["1 large chips", "2 drink coca-cola", "1 baklava pack"]),
    (
        "a large lamb kebab and a large chicken hsp and a coke zero",
        ["1 large lamb kebab", "1 large chicken hsp", "1 drink coke zero"],
    ),
    (
        "large lamb kebab meal with solo and a small chicken hsp with mayo",
        ["1 large lamb kebab meal; chips=small; drink=solo", "1 small chicken hsp; sauces=mayo"],
    ),
    (
        "get me a small chicken kebab with onion and a small lamb hsp no cheese and a pepsi",
        ["1 small chicken kebab; salads=onion", "1 small lamb hsp; cheese=no", "1 drink pepsi"],
    ),
    (
        "first a large lamb hsp with chilli and second a small lamb kebab with garlic and third a fanta",
        ["1 large lamb hsp; sauces=chilli", "1 small lamb kebab; sauces=garlic", "1 drink fanta"],
    ),
    ("small chicken hsp and a can of lift and a carry bag", ["1 small chicken hsp", "1 drink lift", "1 carry bag"]),
    (
        (
            "one large chicken kebab with lettuce tomato and garlic and one large chips with chicken salt "
            "and one can of coke"
        ),
        [
            "1 large chicken kebab; salads=lettuce,tomato; sauces=garlic",
            "1 large chips; salt=chicken",
            "1 drink coca-cola",
        ],
    ),
    # shared modifiers
    (
        "a large lamb kebab and a large chicken kebab with garlic on both",
        ["1 large lamb kebab; sauces=garlic", "1 large chicken kebab; sauces=garlic"],
    ),
    ("three small kebabs two chicken one falafel", ["2 small chicken kebab", "1 small falafel kebab"]),
    (
        "a small chicken kebab and a large lamb kebab both with lettuce and mayo",
        ["1 small chicken kebab; salads=lettuce; sauces=mayo", "1 large lamb kebab; salads=lettuce; sauces=mayo"],
    ),
    (
        "two small kebabs one with lamb and one with chicken bbq sauce on both",
        ["1 small lamb kebab; sauces=bbq", "1 small chicken kebab; sauces=bbq"],
    ),
    (
        "four large kebabs two lamb and two chicken all with garlic",
        ["2 large lamb kebab; sauces=garlic", "2 large chicken kebab; sauces=garlic"],
    ),
    # splits
    (
        "two large lamb hsps one with garlic and one with chilli",
        ["1 large lamb hsp; sauces=garlic", "1 large lamb hsp; sauces=chilli"],
    ),
    (
        "two large chicken kebabs, one plain with garlic and the other with the lot and bbq",
        [
            "1 large chicken kebab; salads=-; sauces=garlic",
            "1 large chicken kebab; salads=lettuce,tomato,onion,pickles; sauces=bbq",
        ],
    ),
    (
        "two large mixed kebabs one with lettuce and garlic the other one with onion and chilli",
        ["1 large mixed kebab; salads=lettuce; sauces=garlic", "1 large mixed kebab; salads=onion; sauces=chilli"],
    ),
    ("six cans three coke two fanta and one sprite", ["3 drink coca-cola", "2 drink fanta", "1 drink sprite"]),
    (
        "two large lamb kebabs the first with garlic and the second with hummus",
        ["1 large lamb kebab; sauces=garlic", "1 large lamb kebab; sauces=hummus"],
    ),
    (
        "three gozlemes one lamb one chicken one vegetarian",
        ["1 lamb gozleme", "1 chicken gozleme", "1 vegetarian gozleme"],
    ),
    # corrections
    ("two large chips actually make that three", ["3 large chips"]),
    ("large chicken kebab with garlic sorry i mean bbq", ["1 large chicken kebab; sauces=bbq"]),
    ("a fanta, actually make it a solo", ["1 drink solo"]),
    ("a lamb gozleme i mean a chicken gozleme", ["1 chicken gozleme"]),
    ("a large mixed hsp with garlic and chilli actually leave off the chilli", ["1 large mixed hsp; sauces=garlic"]),
    ("one large chips and two cokes actually forget the chips", ["2 drink coca-cola"]),
    ("three no two large falafel kebabs with hummus", ["2 large falafel kebab; sauces=hummus"]),
    (
        "large chicken kebab meal with small chips and a pepsi actually make that large chips",
        ["1 large chicken kebab meal; chips=large; drink=pepsi"],
    ),
    ("a large chicken kebab not lamb chicken with mayo", ["1 large chicken kebab; sauces=mayo"]),
    ("five waters hang on make it six waters", ["6 water"]),
    ("a large chicken kebab with cheese, actually no cheese, and garlic", ["1 large chicken kebab; sauces=garlic"]),
    ("a large kebab um lamb no chicken no sorry lamb with garlic", ["1 large lamb kebab; sauces=garlic"]),
    # half and half
    ("large hsp with lamb and chicken mixed and bbq sauce", ["1 large mixed hsp; sauces=bbq"]),
    ("two small half and half kebabs with chilli", ["2 small mixed kebab; sauces=chilli"]),
    ("large kebab meal half chicken half lamb with a coke", ["1 large mixed kebab meal; chips=small; drink=coca-cola"]),
    # exclusions
    ("large lamb kebab hold the sauce", ["1 large lamb kebab; sauces=-"]),
    ("large mixed hsp without garlic", ["1 large mixed hsp; sauces=chilli"]),
    ("large lamb kebab no lettuce no onion with garlic sauce", ["1 large lamb kebab; salads=tomato; sauces=garlic"]),
    ("large lamb kebab no garlic", ["1 large lamb kebab; sauces=-"]),
    ("large chicken kebab no pickles", ["1 large chicken kebab; salads=lettuce,tomato,onion"]),
    (
        "large lamb kebab with hummus lettuce and onion no tomato",
        ["1 large lamb kebab; salads=lettuce,onion; sauces=hummus"],
    ),
    ("large lamb hsp no garlic no chilli", ["1 large lamb hsp; sauces=-"]),
    ("no salad no sauce on a small lamb kebab", ["1 small lamb kebab; salads=-; sauces=-"]),
    # only and just
    ("large mixed hsp just chilli sauce", ["1 large mixed hsp; sauces=chilli"]),
    ("just tomato on a large lamb kebab with hummus", ["1 large lamb kebab; salads=tomato; sauces=hummus"]),
    ("i only want a coke thanks", ["1 drink coca-cola"]),
    ("small lamb kebab nothing but lettuce and garlic", ["1 small lamb kebab; salads=lettuce; sauces=garlic"]),
    # the lot, everything
    (
        "large lamb kebab everything except pickles with chilli",
        ["1 large lamb kebab; salads=lettuce,tomato,onion; sauces=chilli"],
    ),
    (
        "large chicken kebab with mayo and everything but no tomato",
        ["1 large chicken kebab; salads=lettuce,onion,pickles; sauces=mayo"],
    ),
    (
        "large chicken kebab with the lot and cheese and sweet chilli",
        ["1 large chicken kebab; salads=lettuce,tomato,onion,pickles; sauces=sweet chilli; extras=cheese"],
    ),
    (
        "large chicken kebab with the lot no sauce",
        ["1 large chicken kebab; salads=lettuce,tomato,onion,pickles; sauces=-"],
    ),
    (
        "one large falafel kebab all salads without onion, with hummus",
        ["1 large falafel kebab; salads=lettuce,tomato,pickles; sauces=hummus"],
    ),
    # helpings
    ("large lamb hsp with chilli and extra garlic", ["1 large lamb hsp; sauces=chilli,extra garlic"]),
    ("small lamb kebab with double bbq", ["1 small lamb kebab; sauces=extra bbq"]),
    ("small falafel kebab with loads of chilli", ["1 small falafel kebab; sauces=extra chilli"]),
    ("small lamb hsp with mayo and heaps of sweet chilli", ["1 small lamb hsp; sauces=mayo,extra sweet chilli"]),
    ("large chicken hsp with garlic and a touch of bbq", ["1 large chicken hsp; sauces=garlic,light bbq"]),
    ("a small mixed hsp with plenty of garlic sauce and some bbq", ["1 small mixed hsp; sauces=extra garlic,bbq"]),
    # extras and cheese
    ("large lamb hsp with garlic chilli and extra meat", ["1 large lamb hsp; sauces=garlic,chilli; extras=extra meat"]),
    (
        "small lamb kebab with lettuce mayo and extra chicken",
        ["1 small lamb kebab; salads=lettuce; sauces=mayo; extras=extra chicken"],
    ),
    (
        "two large lamb kebabs with cheese lettuce and chilli",
        ["2 large lamb kebab; salads=lettuce; sauces=chilli; extras=cheese"],
    ),
    ("large mixed hsp extra meat and no cheese", ["1 large mixed hsp; extras=extra meat; cheese=no"]),
    ("a large chicken hsp with cheese on it please", ["1 large chicken hsp"]),
    ("large lamb kebab with bbq and extra chips inside", ["1 large lamb kebab; sauces=bbq; extras=extra chips inside"]),
    (
        "large lamb kebab with lettuce and chilli and put haloumi in it",
        ["1 large lamb kebab; salads=lettuce; sauces=chilli; extras=haloumi"],
    ),
    # mishearings
    ("a large lamp aitch s p with chily", ["1 large lamb hsp; sauces=chilli"]),
    ("large chicken snag pack with bar b q", ["1 large chicken hsp; sauces=bbq"]),
    ("large chicken kebab with hallumi and halapenos", ["1 large chicken kebab; extras=haloumi,jalapenos"]),
    ("can i get for small chips", ["4 small chips"]),
    ("large lamb kebab with hummos and unions", ["1 large lamb kebab; salads=onion; sauces=hummus"]),
    ("three balaclavas please", ["3 baklava"]),
    ("small chickin hsp with sweet chily source", ["1 small chicken hsp; sauces=sweet chilli"]),
    ("large chicken key bab with garlick and chilly", ["1 large chicken kebab; sauces=garlic,chilli"]),
    ("a vegetarian gos lemme and an ice tea peach", ["1 vegetarian gozleme", "1 iced tea; flavour=peach"]),
    ("large felafel kebab with let us and humus", ["1 large falafel kebab; salads=lettuce; sauces=hummus"]),
    ("a large chiken kebab meel with a fanter", ["1 large chicken kebab meal; chips=small; drink=fanta"]),
    ("large chips with chiken salt", ["1 large chips; salt=chicken"]),
    ("two lamb goes le may and a large chip", ["2 lamb gozleme", "1 large chips"]),
    ("small mixt hsp with chili and no cheeze", ["1 small mixed hsp; sauces=chilli; cheese=no"]),
    # fillers and politeness
    ("g'day mate how ya going could i get two large lamb hsps", ["2 large lamb hsp"]),
    ("yeah nah just a large chips thanks", ["1 large chips"]),
    (
        "for me a large lamb kebab with garlic and for my mate a large chicken kebab with bbq",
        ["1 large lamb kebab; sauces=garlic", "1 large chicken kebab; sauces=bbq"],
    ),
    (
        "sorry about the noise, can I get a small lamb kebab with no onion? Thanks heaps.",
        ["1 small lamb kebab; salads=lettuce,tomato"],
    ),
    ("and then the kids want two small chips and two lemonades", ["2 small chips", "2 drink lemonade"]),
    ("no worries can i get a coke", ["1 drink coca-cola"]),
    (
        "hi it's for pickup a small chicken hsp with mayo and a pepsi ta",
        ["1 small chicken hsp; sauces=mayo", "1 drink pepsi"],
    ),
    ("two cokes no rush mate", ["2 drink coca-cola"]),
    # not on the menu
    ("a beef burger with lettuce and tomato", []),
    ("a large lamb kebab with garlic and a milkshake", ["1 large lamb kebab; sauces=garlic"]),
    ("chicken wings and a small lamb hsp with bbq", ["1 small lamb hsp; sauces=bbq"]),
    ("a dim sim and a small chips with no salt", ["1 small chips; salt=none"]),
    ("a lasagne", []),
    ("two orange juices", []),
    ("three sausage rolls", []),
    ("a mango smoothie", []),
    # questions and small talk
    ("do you have gozleme", []),
    ("what comes on the hsp", []),
    ("can i order for pickup", []),
    ("do the large kebabs come with chips", []),
    ("is the falafel gluten free", []),
    ("nah that's everything thanks", []),
    ("which one is bigger the kebab or the hsp", []),
    ("sorry can you repeat that", []),
    # quantity refused
    ("zero cokes", []),
    ("0 large chips", []),
    ("a thousand large lamb hsps please", []),
    # long orders
    (
        (
            "a large chicken kebab meal with large chips and a solo, a small falafel kebab with hummus "
            "and no onion, a small chips with no salt and a peach iced tea"
        ),
        [
            "1 large chicken kebab meal; chips=large; drink=solo",
            "1 small falafel kebab; salads=lettuce,tomato; sauces=hummus",
            "1 small chips; salt=none",
            "1 iced tea; flavour=peach",
        ],
    ),
    (
        (
            "um so my husband wants a large lamb hsp with garlic and chilli i want a small chicken kebab "
            "with lettuce and sweet chilli and the kids will share a large chips and two lemonades"
        ),
        [
            "1 large lamb hsp; sauces=garlic,chilli",
            "1 small chicken kebab; salads=lettuce; sauces=sweet chilli",
            "1 large chips",
            "2 drink lemonade",
        ],
    ),
    (
        (
            "a large lamb kebab with cheese lettuce tomato extra meat and extra garlic, a small chips, a "
            "small chicken hsp with mayo, and a coke, and that should do us"
        ),
        [
            "1 large lamb kebab; salads=lettuce,tomato; sauces=extra garlic; extras=extra meat,cheese",
            "1 small chips",
            "1 small chicken hsp; sauces=mayo",
            "1 drink coca-cola",
        ],
    ),
    (
        (
            "a small lamb kebab and a small chicken kebab with garlic on both two large chips one with no "
            "salt a 500 gram lamb meat container and a carry bag"
        ),
        [
            "1 small lamb kebab; sauces=garlic",
            "1 small chicken kebab; sauces=garlic",
            "1 large chips; salt=none",
            "1 large chips",
            "1 lamb meat container 500g",
            "1 carry bag",
        ],
    ),
    # ordinary words
    ("a large lamb kebab to go", ["1 large lamb kebab"]),
    ("something for the two kids how about two small chips", ["2 small chips"]),
    ("can you can you do a small chicken hsp for me too", ["1 small chicken hsp"]),
    ("for four people we need four large lamb kebabs with chilli", ["4 large lamb kebab; sauces=chilli"]),
    (
        "i'm in a bit of a rush so just a small chicken kebab with bbq to take away",
        ["1 small chicken kebab; sauces=bbq"],
    ),
]
