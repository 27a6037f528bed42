"""A third set of what callers say to the first shop, with the order lines that it must become.

How it was written: in one sitting on 2026-11-23, from the rules ("What words mean") and the shop's menu file alone, by
somebody who had not looked into the parser, nor into the sets that it was tuned and measured on, and who did not run the
parser on any of it. The mishearings are partly the menu's own, partly not. Only sentences are here whose right answer two
careful people would agree on; where the rules leave two readings, the sentence was left out. The form of the answers is
that of `examples`; `chips=` says that a deal holds no chips, `falafel piece` is the one sold by the piece.
"""

CASES = [
    # Plain orders
    (
        "hi there can i grab a large lamb kebab with lettuce tomato and garlic sauce please",
        ["1 large lamb kebab; salads=lettuce,tomato; sauces=garlic"],
    ),
    (
        "yeah just one small chicken kebab lettuce onion mayo",
        ["1 small chicken kebab; salads=lettuce,onion; sauces=mayo"],
    ),
    (
        "i'll have the large falafel kebab thanks with hummus and pickles",
        ["1 large falafel kebab; salads=pickles; sauces=hummus"],
    ),
    (
        "gimme a large mixed kebab tomato lettuce sweet chilli",
        ["1 large mixed kebab; salads=tomato,lettuce; sauces=sweet chilli"],
    ),
    ("one doner large lamb with onion and chilli sauce", ["1 large lamb kebab; salads=onion; sauces=chilli"]),
    ("kebab please mate large chicken", ["1 large chicken kebab"]),
    ("chicken kebab in a small with just lettuce and barbecue", ["1 small chicken kebab; salads=lettuce; sauces=bbq"]),
    (
        "a big lamb kebab garlic and chilli lettuce and olives",
        ["1 large lamb kebab; salads=lettuce,olives; sauces=garlic,chilli"],
    ),
    ("large halal snack pack chicken with sweet chilli and mayo", ["1 large chicken hsp; sauces=sweet chilli,mayo"]),
    (
        "could you do me a small lamb snack pack with garlic chilli and barbecue",
        ["1 small lamb hsp; sauces=garlic,chilli,bbq"],
    ),
    ("one h s p large falafel hummus on it", ["1 large falafel hsp; sauces=hummus"]),
    ("i want a small mixed hsp", ["1 small mixed hsp"]),
    ("let me get a large fries", ["1 large chips"]),
    ("a small hot chips with normal salt", ["1 small chips; salt=normal"]),
    ("large chips no salt at all thanks", ["1 large chips; salt=none"]),
    (
        "small chips with chicken salt and a large chips with plain salt",
        ["1 small chips; salt=chicken", "1 large chips; salt=normal"],
    ),
    ("one vegan gozleme please", ["1 vegan gozleme"]),
    ("we'd like a vegetarian gozleme and a lamb gozleme", ["1 vegetarian gozleme", "1 lamb gozleme"]),
    ("three chicken gozlemes", ["3 chicken gozleme"]),
    (
        "could i please order one large chicken kebab with the garlic and the hummus",
        ["1 large chicken kebab; sauces=garlic,hummus"],
    ),
    ("small lamb kebab with tomato sauce and lettuce", ["1 small lamb kebab; salads=lettuce; sauces=tomato"]),
    ("small lamb kebab with tomato and lettuce", ["1 small lamb kebab; salads=tomato,lettuce"]),
    (
        "large chicken kebab with tomato tomato sauce and onion",
        ["1 large chicken kebab; salads=tomato,onion; sauces=tomato"],
    ),
    (
        "large lamb kebab with chilli and sweet chilli and lettuce",
        ["1 large lamb kebab; salads=lettuce; sauces=chilli,sweet chilli"],
    ),
    (
        "a large chicken kebab with salad and garlic sauce",
        ["1 large chicken kebab; salads=lettuce,tomato,onion; sauces=garlic"],
    ),
    # Several items
    (
        "can i get a large lamb kebab with lettuce and garlic a small chips and a sprite",
        ["1 large lamb kebab; salads=lettuce; sauces=garlic", "1 small chips", "1 drink sprite"],
    ),
    (
        "large chicken hsp with bbq and then two cokes and a water",
        ["1 large chicken hsp; sauces=bbq", "2 drink coca-cola", "1 water"],
    ),
    ("a lamb gozleme an ayran and two pieces of baklava", ["1 lamb gozleme", "1 ayran", "2 baklava"]),
    (
        "small falafel kebab with hummus and also a large chips and a tub of garlic",
        ["1 small falafel kebab; sauces=hummus", "1 large chips", "1 sauce tub; sauce=garlic"],
    ),
    (
        "one large mixed kebab tomato garlic plus one small mixed hsp chilli plus a fanta",
        ["1 large mixed kebab; salads=tomato; sauces=garlic", "1 small mixed hsp; sauces=chilli", "1 drink fanta"],
    ),
    (
        "so that's two large chips a vegan gozleme three mountain dews and a carry bag",
        ["2 large chips", "1 vegan gozleme", "3 drink mountain dew", "1 carry bag"],
    ),
    (
        "large lamb kebab with lettuce tomato garlic and cheese and as well as that a small chips no salt",
        ["1 large lamb kebab; salads=lettuce,tomato; sauces=garlic; extras=cheese", "1 small chips; salt=none"],
    ),
    (
        "two small chicken hsps with garlic and a peach iced tea and a shalgam",
        ["2 small chicken hsp; sauces=garlic", "1 iced tea; flavour=peach", "1 salgam"],
    ),
    (
        "for me a large lamb kebab with onion and bbq and for my wife a small chicken kebab with lettuce and mayo",
        ["1 large lamb kebab; salads=onion; sauces=bbq", "1 small chicken kebab; salads=lettuce; sauces=mayo"],
    ),
    (
        "first one's a large lamb kebab no onion second one's a small chicken kebab no tomato",
        ["1 large lamb kebab; salads=lettuce,tomato", "1 small chicken kebab; salads=lettuce,onion"],
    ),
    (
        "a large chicken kebab with pickles and mayo, large lamb hsp with chilli, lamb gozleme, and four cokes",
        [
            "1 large chicken kebab; salads=pickles; sauces=mayo",
            "1 large lamb hsp; sauces=chilli",
            "1 lamb gozleme",
            "4 drink coca-cola",
        ],
    ),
    ("chips large one and a coke zero", ["1 large chips", "1 drink coke zero"]),
    # Shared and split modifiers
    ("a small and a large chips", ["1 small chips", "1 large chips"]),
    ("a large lamb and a small chicken kebab", ["1 large lamb kebab", "1 small chicken kebab"]),
    (
        "a lamb kebab and a chicken kebab both large both with lettuce and bbq",
        ["1 large lamb kebab; salads=lettuce; sauces=bbq", "1 large chicken kebab; salads=lettuce; sauces=bbq"],
    ),
    ("three small kebabs two chicken and one lamb", ["2 small chicken kebab", "1 small lamb kebab"]),
    (
        "two large kebabs one lamb with garlic and one chicken with mayo",
        ["1 large lamb kebab; sauces=garlic", "1 large chicken kebab; sauces=mayo"],
    ),
    (
        "four large chips two with chicken salt and two with no salt",
        ["2 large chips; salt=chicken", "2 large chips; salt=none"],
    ),
    (
        "two large lamb hsps one with bbq and the other with sweet chilli",
        ["1 large lamb hsp; sauces=bbq", "1 large lamb hsp; sauces=sweet chilli"],
    ),
    ("two gozlemes one lamb one chicken", ["1 lamb gozleme", "1 chicken gozleme"]),
    ("six cans two coke two fanta and two sprite", ["2 drink coca-cola", "2 drink fanta", "2 drink sprite"]),
    ("two iced teas one lemon one peach", ["1 iced tea; flavour=lemon", "1 iced tea; flavour=peach"]),
    (
        "four turkish delights two rose and two vanilla",
        ["2 turkish delight; flavour=rose", "2 turkish delight; flavour=vanilla"],
    ),
    (
        "a large chicken hsp and a large lamb hsp garlic on the chicken chilli on the lamb",
        ["1 large chicken hsp; sauces=garlic", "1 large lamb hsp; sauces=chilli"],
    ),
    (
        "a large lamb kebab and a large chicken hsp both with barbecue",
        ["1 large lamb kebab; sauces=bbq", "1 large chicken hsp; sauces=bbq"],
    ),
    (
        "a large lamb kebab and a large chicken kebab no onion on the lamb one",
        ["1 large lamb kebab; salads=lettuce,tomato", "1 large chicken kebab"],
    ),
    (
        "one large lamb kebab and one small chicken kebab no onion on either",
        ["1 large lamb kebab; salads=lettuce,tomato", "1 small chicken kebab; salads=lettuce,tomato"],
    ),
    (
        "two small falafel kebabs no onion on one of them",
        ["1 small falafel kebab; salads=lettuce,tomato", "1 small falafel kebab"],
    ),
    (
        "three large chicken kebabs one of them without tomato",
        ["1 large chicken kebab; salads=lettuce,onion", "2 large chicken kebab"],
    ),
    (
        "two large lamb kebabs each with lettuce garlic and cheese",
        ["2 large lamb kebab; salads=lettuce; sauces=garlic; extras=cheese"],
    ),
    (
        "three large kebabs all lamb all with tomato and chilli",
        ["3 large lamb kebab; salads=tomato; sauces=chilli"],
    ),
    (
        "two chicken kebabs one large one small garlic and lettuce in both",
        [
            "1 large chicken kebab; salads=lettuce; sauces=garlic",
            "1 small chicken kebab; salads=lettuce; sauces=garlic",
        ],
    ),
    (
        "four small lamb kebabs half of them with garlic and half with mayo",
        ["2 small lamb kebab; sauces=garlic", "2 small lamb kebab; sauces=mayo"],
    ),
    (
        "two large chicken kebabs the first with lettuce and garlic the second with onion and bbq",
        [
            "1 large chicken kebab; salads=lettuce; sauces=garlic",
            "1 large chicken kebab; salads=onion; sauces=bbq",
        ],
    ),
    (
        "three large lamb kebabs two with garlic and the last one with chilli",
        ["2 large lamb kebab; sauces=garlic", "1 large lamb kebab; sauces=chilli"],
    ),
    (
        "two small chicken kebabs one's got no salad and the other's the lot",
        ["1 small chicken kebab; salads=-", "1 small chicken kebab; salads=lettuce,tomato,onion,pickles"],
    ),
    (
        "a small chicken a small lamb and a large mixed kebab",
        ["1 small chicken kebab", "1 small lamb kebab", "1 large mixed kebab"],
    ),
    (
        "one lamb hsp and one chicken hsp both small no cheese on the chicken one",
        ["1 small lamb hsp", "1 small chicken hsp; cheese=no"],
    ),
    # What "no", "extra", "only" and their like cover
    ("large lamb kebab no onion", ["1 large lamb kebab; salads=lettuce,tomato"]),
    ("large lamb kebab no tomato or onion", ["1 large lamb kebab; salads=lettuce"]),
    (
        "small chicken kebab without lettuce or tomato and with mayo",
        ["1 small chicken kebab; salads=onion; sauces=mayo"],
    ),
    ("large chicken kebab no onion garlic sauce", ["1 large chicken kebab; salads=lettuce,tomato; sauces=garlic"]),
    ("small lamb kebab with salad but skip the tomato", ["1 small lamb kebab; salads=lettuce,onion"]),
    ("large lamb kebab leave off the lettuce please", ["1 large lamb kebab; salads=tomato,onion"]),
    ("large mixed kebab minus the onion", ["1 large mixed kebab; salads=lettuce,tomato"]),
    ("small chicken kebab don't put any sauce on it", ["1 small chicken kebab; sauces=-"]),
    ("large falafel kebab no salad or sauce", ["1 large falafel kebab; salads=-; sauces=-"]),
    ("plain large lamb kebab", ["1 large lamb kebab; salads=-; sauces=-"]),
    ("small chicken kebab plain nothing on it", ["1 small chicken kebab; salads=-; sauces=-"]),
    ("large chicken kebab only lettuce only garlic", ["1 large chicken kebab; salads=lettuce; sauces=garlic"]),
    ("small lamb kebab with only tomato and bbq", ["1 small lamb kebab; salads=tomato; sauces=bbq"]),
    (
        "large lamb kebab without any salad with chilli and garlic",
        ["1 large lamb kebab; salads=-; sauces=chilli,garlic"],
    ),
    ("small chicken kebab no garlic", ["1 small chicken kebab; sauces=-"]),
    ("large lamb hsp no chilli", ["1 large lamb hsp; sauces=garlic"]),
    ("large chicken hsp hold the garlic", ["1 large chicken hsp; sauces=chilli"]),
    ("small lamb hsp no sauce whatsoever", ["1 small lamb hsp; sauces=-"]),
    ("large mixed hsp without cheese and with bbq", ["1 large mixed hsp; sauces=bbq; cheese=no"]),
    (
        "small chicken hsp no cheese garlic and extra chilli",
        ["1 small chicken hsp; sauces=garlic,extra chilli; cheese=no"],
    ),
    ("large lamb kebab extra garlic and lettuce", ["1 large lamb kebab; salads=lettuce; sauces=extra garlic"]),
    (
        "small lamb kebab with lettuce lots of chilli and a bit of mayo",
        ["1 small lamb kebab; salads=lettuce; sauces=extra chilli,light mayo"],
    ),
    ("large chicken kebab easy on the mayo with tomato", ["1 large chicken kebab; salads=tomato; sauces=light mayo"]),
    ("large lamb hsp garlic and barbecue but go easy on the barbecue", ["1 large lamb hsp; sauces=garlic,light bbq"]),
    (
        "small falafel kebab lettuce tomato and extra hummus",
        ["1 small falafel kebab; salads=lettuce,tomato; extras=hummus"],
    ),
    (
        "large lamb kebab lettuce tomato garlic and extra lamb",
        ["1 large lamb kebab; salads=lettuce,tomato; sauces=garlic; extras=extra lamb"],
    ),
    (
        "large chicken kebab double meat with onion and bbq",
        ["1 large chicken kebab; salads=onion; sauces=bbq; extras=extra meat"],
    ),
    ("large chicken hsp garlic with extra chicken", ["1 large chicken hsp; sauces=garlic; extras=extra chicken"]),
    (
        "small lamb kebab with chips inside lettuce and garlic",
        ["1 small lamb kebab; salads=lettuce; sauces=garlic; extras=extra chips inside"],
    ),
    ("large chicken kebab add haloumi and jalapenos", ["1 large chicken kebab; extras=haloumi,jalapenos"]),
    ("large lamb hsp chuck some jalapenos on it and chilli", ["1 large lamb hsp; sauces=chilli; extras=jalapenos"]),
    (
        "large mixed kebab with cheese please and no onion",
        ["1 large mixed kebab; salads=lettuce,tomato; extras=cheese"],
    ),
    (
        "small chicken kebab with lettuce mayo and salad on the side",
        ["1 small chicken kebab; salads=lettuce; sauces=mayo; extras=salad on the side"],
    ),
    ("large lamb kebab tomato and olives and garlic", ["1 large lamb kebab; salads=tomato,olives; sauces=garlic"]),
    (
        "large lamb kebab no onion and a small chicken kebab with garlic",
        ["1 large lamb kebab; salads=lettuce,tomato", "1 small chicken kebab; sauces=garlic"],
    ),
    ("a large lamb kebab no onion and a coke", ["1 large lamb kebab; salads=lettuce,tomato", "1 drink coca-cola"]),
    (
        "small chicken kebab no sauce and large chips no salt",
        ["1 small chicken kebab; sauces=-", "1 large chips; salt=none"],
    ),
    ("large lamb kebab lettuce and tomato but definitely no onion", ["1 large lamb kebab; salads=lettuce,tomato"]),
    # The lot
    ("large lamb kebab with the lot", ["1 large lamb kebab; salads=lettuce,tomato,onion,pickles"]),
    (
        "small chicken kebab everything on it and garlic",
        ["1 small chicken kebab; salads=lettuce,tomato,onion,pickles; sauces=garlic"],
    ),
    ("large lamb kebab the lot except onion", ["1 large lamb kebab; salads=lettuce,tomato,pickles"]),
    (
        "large chicken kebab with chilli sauce and everything apart from pickles thanks",
        ["1 large chicken kebab; salads=lettuce,tomato,onion; sauces=chilli"],
    ),
    (
        "small lamb kebab all the salads but no tomato with bbq",
        ["1 small lamb kebab; salads=lettuce,onion,pickles; sauces=bbq"],
    ),
    (
        "large mixed kebab with tomato sauce and the lot but hold the onion please",
        ["1 large mixed kebab; salads=lettuce,tomato,pickles; sauces=tomato"],
    ),
    ("large falafel kebab everything except onions and pickles", ["1 large falafel kebab; salads=lettuce,tomato"]),
    (
        "small chicken kebab with all salads garlic and mayo",
        ["1 small chicken kebab; salads=lettuce,tomato,onion,pickles; sauces=garlic,mayo"],
    ),
    (
        "two large lamb kebabs with the lot and cheese",
        ["2 large lamb kebab; salads=lettuce,tomato,onion,pickles; extras=cheese"],
    ),
    (
        "one large chicken kebab with the lot and one small lamb kebab with no salad",
        ["1 large chicken kebab; salads=lettuce,tomato,onion,pickles", "1 small lamb kebab; salads=-"],
    ),
    # Corrections
    (
        "a large chicken kebab oh wait make that small with lettuce and garlic",
        ["1 small chicken kebab; salads=lettuce; sauces=garlic"],
    ),
    ("two cokes and a fanta no sorry a sprite", ["2 drink coca-cola", "1 drink sprite"]),
    (
        "large lamb kebab with onion actually no onion just lettuce and garlic",
        ["1 large lamb kebab; salads=lettuce; sauces=garlic"],
    ),
    ("three small chips i mean four small chips", ["4 small chips"]),
    ("small hsp chicken sorry i meant lamb with bbq", ["1 small lamb hsp; sauces=bbq"]),
    ("can i get a lamb gozleme hang on chicken gozleme", ["1 chicken gozleme"]),
    ("a large chicken hsp and a coke scrap the coke", ["1 large chicken hsp"]),
    ("six baklavas nah make it four", ["4 baklava"]),
    (
        "large lamb kebab with chilli sorry sweet chilli and lettuce",
        ["1 large lamb kebab; salads=lettuce; sauces=sweet chilli"],
    ),
    ("one water you know what two waters", ["2 water"]),
    ("five no wait just one coke", ["1 drink coca-cola"]),
    ("a dozen no half a dozen cans of fanta", ["6 drink fanta"]),
    ("small sorry large chips with chicken salt", ["1 large chips; salt=chicken"]),
    ("large lamb rather chicken kebab with tomato", ["1 large chicken kebab; salads=tomato"]),
    (
        "two large lamb kebabs actually make that three with garlic and lettuce",
        ["3 large lamb kebab; salads=lettuce; sauces=garlic"],
    ),
    ("um a pepsi no not pepsi pepsi max", ["1 drink pepsi max"]),
    ("can we get a lemon iced tea oh no sorry mango iced tea", ["1 iced tea; flavour=mango"]),
    (
        "large chicken kebab with lettuce and garlic and a small chips actually make the chips large",
        ["1 large chicken kebab; salads=lettuce; sauces=garlic", "1 large chips"],
    ),
    ("a small lamb no a large lamb kebab with mayo", ["1 large lamb kebab; sauces=mayo"]),
    # Deals
    ("small lamb kebab meal with fanta", ["1 small lamb kebab meal; chips=small; drink=fanta"]),
    ("large falafel kebab meal", ["1 large falafel kebab meal; chips=small; drink=coca-cola"]),
    ("two large chicken kebab meals with sprite", ["2 large chicken kebab meal; chips=small; drink=sprite"]),
    ("large lamb kebab with chips and a drink", ["1 large lamb kebab meal; chips=small; drink=coca-cola"]),
    (
        "a small chicken kebab with lettuce and garlic as a meal with a solo",
        ["1 small chicken kebab meal; salads=lettuce; sauces=garlic; chips=small; drink=solo"],
    ),
    (
        "large chicken kebab meal deal with large chips and a mountain dew lettuce and mayo",
        ["1 large chicken kebab meal; salads=lettuce; sauces=mayo; chips=large; drink=mountain dew"],
    ),
    ("large lamb kebab and can deal with solo", ["1 large lamb kebab meal; chips=; drink=solo"]),
    ("kebab and can deal small chicken with a pepsi", ["1 small chicken kebab meal; chips=; drink=pepsi"]),
    ("large lamb hsp combo with pepsi max and garlic", ["1 large lamb hsp meal; sauces=garlic; drink=pepsi max"]),
    ("small mixed snack pack meal with a lemonade", ["1 small mixed hsp meal; drink=lemonade"]),
    ("make that a large chicken hsp combo thanks", ["1 large chicken hsp meal; drink=coca-cola"]),
    ("lamb gozleme meal with a solo", ["1 lamb gozleme meal"]),
    ("the chicken gozleme combo please with lift", ["1 chicken gozleme meal"]),
    ("large lamb kebab make it a meal with sprite", ["1 large lamb kebab meal; chips=small; drink=sprite"]),
    (
        "i'll get the large chicken kebab as a meal no onion",
        ["1 large chicken kebab meal; salads=lettuce,tomato; chips=small; drink=coca-cola"],
    ),
    ("kebab meal please", ["1 kebab meal; chips=small; drink=coca-cola; needs=size,protein"]),
    ("chicken kebab meal with a coke zero", ["1 chicken kebab meal; chips=small; drink=coke zero; needs=size"]),
    (
        "two small lamb kebab meals one with coke and the other with fanta",
        ["1 small lamb kebab meal; chips=small; drink=coca-cola", "1 small lamb kebab meal; chips=small; drink=fanta"],
    ),
    (
        "a large lamb kebab meal and a small chicken hsp combo",
        ["1 large lamb kebab meal; chips=small; drink=coca-cola", "1 small chicken hsp meal; drink=coca-cola"],
    ),
    (
        "large mixed kebab meal with the lot and diet coke",
        ["1 large mixed kebab meal; salads=lettuce,tomato,onion,pickles; chips=small; drink=diet coke"],
    ),
    (
        "large lamb kebab meal with coke sorry make the drink a sprite",
        ["1 large lamb kebab meal; chips=small; drink=sprite"],
    ),
    (
        "large chicken kebab meal with fanta and an extra coke on the side",
        ["1 large chicken kebab meal; chips=small; drink=fanta", "1 drink coca-cola"],
    ),
    (
        "small lamb kebab meal and upgrade to large chips with a sunkist",
        ["1 small lamb kebab meal; chips=large; drink=sunkist"],
    ),
    # Quantities
    ("a couple of cokes", ["2 drink coca-cola"]),
    ("a pair of large lamb kebabs with garlic", ["2 large lamb kebab; sauces=garlic"]),
    ("half a dozen pieces of baklava", ["6 baklava"]),
    ("a dozen rose turkish delights", ["12 turkish delight; flavour=rose"]),
    ("another fanta please", ["1 drink fanta"]),
    ("and another two small chips", ["2 small chips"]),
    ("twenty four cokes", ["24 drink coca-cola"]),
    ("10 large chicken kebabs no onion", ["10 large chicken kebab; salads=lettuce,tomato"]),
    ("fifty napkins", ["50 napkins"]),
    ("fifty one napkins", []),
    ("zero cokes", []),
    ("ninety nine large lamb kebabs", []),
    ("two hundred fantas please", []),
    ("three large lamb kebabs and two small chips", ["3 large lamb kebab", "2 small chips"]),
    ("eleven waters", ["11 water"]),
    (
        "i need fifteen small chicken kebabs for the office all with lettuce and mayo",
        ["15 small chicken kebab; salads=lettuce; sauces=mayo"],
    ),
    ("to cokes and for waters", ["2 drink coca-cola", "4 water"]),
    ("won large lamb kebab with garlic", ["1 large lamb kebab; sauces=garlic"]),
    ("too small chips", ["2 small chips"]),
    ("coke times three", ["3 drink coca-cola"]),
    ("make it two large hsps both chicken with garlic", ["2 large chicken hsp; sauces=garlic"]),
    # Drinks
    ("can of vanilla coke", ["1 drink vanilla coke"]),
    ("two diet cokes and a pepsi max", ["2 drink diet coke", "1 drink pepsi max"]),
    ("a red bull", ["1 energy drink"]),
    ("a can of v", ["1 drink v"]),
    ("two red bulls and a solo", ["2 energy drink", "1 drink solo"]),
    ("lemonade thanks", ["1 drink lemonade"]),
    ("one sunkist one lift and a schweppes", ["1 drink sunkist", "1 drink lift", "1 drink schweppes"]),
    ("a bottle of water and an ayran", ["1 water", "1 ayran"]),
    ("two lemon iced teas", ["2 iced tea; flavour=lemon"]),
    ("coke zero sugar and a regular coke", ["1 drink coke zero", "1 drink coca-cola"]),
    ("just a cold can of pepsi", ["1 drink pepsi"]),
    ("one shalgam thank you", ["1 salgam"]),
    # Small things
    ("two tubs of garlic sauce", ["2 sauce tub; sauce=garlic"]),
    ("a sauce tub of sweet chilli", ["1 sauce tub; sauce=sweet chilli"]),
    ("could we get a tub of mayo and a tub of barbecue", ["1 sauce tub; sauce=mayo", "1 sauce tub; sauce=bbq"]),
    ("one baklava four pack", ["1 baklava pack"]),
    (
        "two packs of baklava and a piece of turkish delight vanilla",
        ["2 baklava pack", "1 turkish delight; flavour=vanilla"],
    ),
    ("half a kilo of chicken in a meat container", ["1 chicken meat container 500g"]),
    ("a 250 gram meat container lamb", ["1 lamb meat container 250g"]),
    ("three pieces of falafel and a tub of hummus", ["3 falafel piece", "1 sauce tub; sauce=hummus"]),
    ("six falafel balls", ["6 falafel piece"]),
    ("five plates five forks and ten serviettes", ["5 plates", "5 forks", "10 napkins"]),
    ("a cutlery set and a takeaway box", ["1 cutlery set", "1 takeaway box"]),
    # Halves
    ("large hsp half lamb half chicken with garlic", ["1 large mixed hsp; sauces=garlic"]),
    ("a large kebab half and half lamb and chicken with lettuce", ["1 large mixed kebab; salads=lettuce"]),
    ("small lamb and chicken mixed kebab with bbq", ["1 small mixed kebab; sauces=bbq"]),
    ("two large hsps half chicken half lamb", ["2 large mixed hsp"]),
    # What is still open
    ("a lamb kebab with garlic and lettuce", ["1 lamb kebab; salads=lettuce; sauces=garlic; needs=size"]),
    ("chips please", ["1 chips; needs=size"]),
    ("small kebab with garlic", ["1 small kebab; sauces=garlic; needs=protein"]),
    ("i'm after a snack pack", ["1 hsp; needs=size,protein"]),
    ("two cans of soft drink", ["2 drink; needs=brand"]),
    ("turkish delight please", ["1 turkish delight; needs=flavour"]),
    ("a couple of gozlemes", ["2 gozleme; needs=protein"]),
    ("an iced tea and a large chips", ["1 iced tea; needs=flavour", "1 large chips"]),
    ("a large hsp and a chicken kebab", ["1 large hsp; needs=protein", "1 chicken kebab; needs=size"]),
    ("can i get an energy drink", ["1 drink; needs=brand"]),
    ("one tub of sauce", ["1 sauce tub; needs=sauce"]),
    ("lamb hsp with bbq", ["1 lamb hsp; sauces=bbq; needs=size"]),
    ("three kebabs", ["3 kebab; needs=size,protein"]),
    # Not sold here
    ("a hawaiian pizza and a large chips with chicken salt", ["1 large chips; salt=chicken"]),
    ("six chicken nuggets", []),
    ("a chocolate milkshake", []),
    ("can i have a dr pepper", []),
    ("one lamb curry and a coke", ["1 drink coca-cola"]),
    ("some dim sims and a small chips", ["1 small chips"]),
    ("a flat white", []),
    ("large chicken kebab with lettuce beetroot and garlic", ["1 large chicken kebab; salads=lettuce; sauces=garlic"]),
    ("large lamb kebab with lettuce and tzatziki and garlic", ["1 large lamb kebab; salads=lettuce; sauces=garlic"]),
    ("two beers and two waters", ["2 water"]),
    ("a veggie burger and a fanta", ["1 drink fanta"]),
    ("a serve of calamari", []),
    # Questions and small talk
    ("how much is a large lamb kebab", []),
    ("do you guys do delivery", []),
    ("is your meat halal", []),
    ("what sauces have you got", []),
    ("are you open on sunday", []),
    ("how long's the wait", []),
    ("can i pay with card when i get there", []),
    ("hang on a sec i'll just ask my girlfriend", []),
    ("yeah how are you going", []),
    ("the name's sam", []),
    ("pick it up in about twenty minutes", []),
    ("my number is oh four nine one five seven zero one five six", []),
    ("do you have any gluten free options", []),
    ("i had a lamb kebab there last week and it was beautiful", []),
    ("what comes in the hsp", []),
    ("which drinks do you have", []),
    ("no worries cheers bye", []),
    ("is the gozleme any good", []),
    ("hey mate how's your night going can i get a large lamb hsp with garlic", ["1 large lamb hsp; sauces=garlic"]),
    ("sorry it's noisy in here um a small chicken kebab with lettuce", ["1 small chicken kebab; salads=lettuce"]),
    (
        "okay so i think i'll go with a large mixed kebab with bbq and that's all thanks",
        ["1 large mixed kebab; sauces=bbq"],
    ),
    # Mishearings
    ("large lam kebap with galic and letters", ["1 large lamb kebab; salads=lettuce; sauces=garlic"]),
    ("small chiken cabab with humus", ["1 small chicken kebab; sauces=hummus"]),
    ("large lamb aitch ess pee with barbie queue", ["1 large lamb hsp; sauces=bbq"]),
    ("one chicken goes lemay and a spright", ["1 chicken gozleme", "1 drink sprite"]),
    ("large filafel kebab with toe mato and union", ["1 large falafel kebab; salads=tomato,onion"]),
    ("small lamb hallal snak pack with sweet chilly", ["1 small lamb hsp; sauces=sweet chilli"]),
    (
        "large chicken kebab with jalapeenos and hallumi and mayonnaise",
        ["1 large chicken kebab; sauces=mayo; extras=jalapenos,haloumi"],
    ),
    ("to peaces of baclava", ["2 baklava"]),
    ("a peach ice tee and a mountin due", ["1 iced tea; flavour=peach", "1 drink mountain dew"]),
    ("large chips with chikin salt", ["1 large chips; salt=chicken"]),
    ("large lamb kebab with garlick sorce and lettis", ["1 large lamb kebab; salads=lettuce; sauces=garlic"]),
    ("a redbull and a pepsi macs", ["1 energy drink", "1 drink pepsi max"]),
    ("small mixt kebab with aioli and onyons", ["1 small mixed kebab; salads=onion; sauces=mayo"]),
    ("turkish delite rose flavour", ["1 turkish delight; flavour=rose"]),
    ("veggie guzleme and a shalgum", ["1 vegetarian gozleme", "1 salgam"]),
]
