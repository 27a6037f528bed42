"""What callers of the first shop say, with the order that it must become: the part that the parser is tuned on.

Written from the ordering rules alone, before the parser was tuned. All cases were written as one list, category by
category, and dealt out by a fixed rule: every third goes to kebabalab_aside, the others stand here.
A gold line: `QTY WHAT; key=value`. An omitted group was not spoken of, `-` is an explicit "none of this group",
`needs=` is what the line still has to ask, an empty list adds nothing. The kebab and can deal is a meal with `chips=`
empty; `falafel falafel` is the piece, since the first such word is taken for a protein.
"""

CASES: list[tuple[str, list[str]]] = [
    # kebab, plain words
    (
        "large lamb kebab with lettuce tomato onion and garlic sauce",
        ["1 large lamb kebab; salads=lettuce,tomato,onion; sauces=garlic"],
    ),
    ("small chicken kebab with lettuce and mayo", ["1 small chicken kebab; salads=lettuce; sauces=mayo"]),
    ("large falafel kebab lettuce tomato hummus", ["1 large falafel kebab; salads=lettuce,tomato; sauces=hummus"]),
    (
        "a small lamb kebab tomato and pickles with sweet chilli",
        ["1 small lamb kebab; salads=tomato,pickles; sauces=sweet chilli"],
    ),
    ("one small mixed kebab please", ["1 small mixed kebab"]),
    ("can i grab a large lamb kebab", ["1 large lamb kebab"]),
    ("small falafel kebab with hummus and sweet chilli", ["1 small falafel kebab; sauces=hummus,sweet chilli"]),
    ("large lamb kebab tomato onion tomato sauce", ["1 large lamb kebab; salads=tomato,onion; sauces=tomato"]),
    ("large lamb doner with chilli", ["1 large lamb kebab; sauces=chilli"]),
    (
        "small chicken kebab with lettuce tomato and olives and garlic",
        ["1 small chicken kebab; salads=lettuce,tomato,olives; sauces=garlic"],
    ),
    ("i want a kebab a large one with chicken and sweet chilli sauce", ["1 large chicken kebab; sauces=sweet chilli"]),
    ("big lamb kebab with onion and garlic", ["1 large lamb kebab; salads=onion; sauces=garlic"]),
    # hsp, plain words
    ("large lamb hsp", ["1 large lamb hsp"]),
    ("small chicken snack pack with garlic and bbq", ["1 small chicken hsp; sauces=garlic,bbq"]),
    ("could i get a small falafel hsp with hummus", ["1 small falafel hsp; sauces=hummus"]),
    ("Large chicken HSP, garlic, chilli and barbecue.", ["1 large chicken hsp; sauces=garlic,chilli,bbq"]),
    ("one small lamb snack pack please mate", ["1 small lamb hsp"]),
    ("hsp large mixed with garlic", ["1 large mixed hsp; sauces=garlic"]),
    ("give us a small mixed hsp with chilli and mayo", ["1 small mixed hsp; sauces=chilli,mayo"]),
    ("a large snack pack with chicken and sweet chilli", ["1 large chicken hsp; sauces=sweet chilli"]),
    # chips and salt
    ("large chips please", ["1 large chips"]),
    ("a small hot chips", ["1 small chips"]),
    ("small chips with no salt please", ["1 small chips; salt=none"]),
    (
        "two large chips one with chicken salt and one with normal salt",
        ["1 large chips; salt=chicken", "1 large chips; salt=normal"],
    ),
    ("can we get a large serve of chips with chicken salt", ["1 large chips; salt=chicken"]),
    ("three small chips no salt on any of them", ["3 small chips; salt=none"]),
    ("small chips with cheese", ["1 small chips with cheese or sauce"]),
    ("large chips with cheese and garlic sauce", ["1 large chips with cheese and sauce; sauces=garlic"]),
    ("large hot chips with regular salt not chicken salt", ["1 large chips; salt=normal"]),
    ("a small chips with bbq sauce", ["1 small chips with cheese or sauce; sauces=bbq"]),
    # gozleme
    ("a lamb gozleme", ["1 lamb gozleme"]),
    ("one vegetarian gozleme please", ["1 vegetarian gozleme"]),
    ("can i get a chicken gozleme and a lamb gozleme", ["1 chicken gozleme", "1 lamb gozleme"]),
    ("veggie gozleme thanks", ["1 vegetarian gozleme"]),
    ("three gozlemes two chicken and one vegan", ["2 chicken gozleme", "1 vegan gozleme"]),
    ("Gözleme with chicken, please.", ["1 chicken gozleme"]),
    # drinks
    ("a can of coke", ["1 drink coca-cola"]),
    ("can i get a coke zero", ["1 drink coke zero"]),
    ("a vanilla coke and a sprite", ["1 drink vanilla coke", "1 drink sprite"]),
    ("pepsi max please", ["1 drink pepsi max"]),
    ("one solo one fanta and one lift", ["1 drink solo", "1 drink fanta", "1 drink lift"]),
    ("a can of sunkist", ["1 drink sunkist"]),
    ("two lemonades and a pepsi", ["2 drink lemonade", "1 drink pepsi"]),
    ("bottle of water", ["1 water"]),
    ("a şalgam", ["1 salgam"]),
    ("can i have a red bull", ["1 energy drink"]),
    ("a v energy drink and a red bull", ["1 drink v", "1 energy drink"]),
    ("lemon iced tea please", ["1 iced tea; flavour=lemon"]),
    ("a 375 ml can of sprite", ["1 drink sprite"]),
    ("a 500 ml water", ["1 water"]),
    ("two coca colas and a fanta", ["2 drink coca-cola", "1 drink fanta"]),
    ("a pepsi and a pepsi max", ["1 drink pepsi", "1 drink pepsi max"]),
    ("a 375ml can of pepsi and a 250 ml red bull", ["1 drink pepsi", "1 energy drink"]),
    ("iced tea mango flavour", ["1 iced tea; flavour=mango"]),
    ("could i get a can of coke zero sugar", ["1 drink coke zero"]),
    ("two ayrans and a salgam", ["2 ayran", "1 salgam"]),
    # sweets
    ("a piece of baklava", ["1 baklava"]),
    ("two baklavas", ["2 baklava"]),
    ("a four pack of baklava", ["1 baklava pack"]),
    ("two packs of baklava", ["2 baklava pack"]),
    ("a vanilla turkish delight", ["1 turkish delight; flavour=vanilla"]),
    (
        "two pieces of turkish delight one rose one vanilla",
        ["1 turkish delight; flavour=rose", "1 turkish delight; flavour=vanilla"],
    ),
    # tubs, containers, packaging
    ("a tub of garlic sauce", ["1 sauce tub; sauce=garlic"]),
    ("two tubs of chilli", ["2 sauce tub; sauce=chilli"]),
    ("a sauce tub of bbq", ["1 sauce tub; sauce=bbq"]),
    (
        "large lamb hsp with garlic and a tub of chilli on the side",
        ["1 large lamb hsp; sauces=garlic", "1 sauce tub; sauce=chilli"],
    ),
    ("a tub of tomato sauce", ["1 sauce tub; sauce=tomato"]),
    ("500 gram meat container of lamb", ["1 lamb meat container 500g"]),
    ("two mixed meat containers 500 grams each", ["2 mixed meat container 500g"]),
    (
        "a meat container 250g lamb and a meat container 500g chicken",
        ["1 lamb meat container 250g", "1 chicken meat container 500g"],
    ),
    ("a carry bag and four napkins", ["1 carry bag", "4 napkin"]),
    ("two cutlery sets", ["2 cutlery set"]),
    ("three plates and three forks", ["3 plate", "3 fork"]),
    ("one empty container", ["1 container"]),
    ("large chips and two forks", ["1 large chips", "2 fork"]),
    ("three pieces of falafel", ["3 falafel falafel"]),
    ("six serviettes and a tub of aioli", ["6 napkin", "1 sauce tub; sauce=mayo"]),
    ("a tub of garlek sauce and a tub of homous", ["1 sauce tub; sauce=garlic", "1 sauce tub; sauce=hummus"]),
    # meals
    ("large lamb kebab meal", ["1 large lamb kebab meal; chips=small; drink=coca-cola"]),
    (
        "small chicken kebab meal with a fanta and garlic",
        ["1 small chicken kebab meal; sauces=garlic; chips=small; drink=fanta"],
    ),
    (
        "a large mixed kebab meal lettuce and bbq with a pepsi max",
        ["1 large mixed kebab meal; salads=lettuce; sauces=bbq; chips=small; drink=pepsi max"],
    ),
    (
        "large lamb kebab with garlic make it a meal with solo",
        ["1 large lamb kebab meal; sauces=garlic; chips=small; drink=solo"],
    ),
    ("two large lamb kebab meals with coke", ["2 large lamb kebab meal; chips=small; drink=coca-cola"]),
    (
        "two small chicken kebab meals one with coke and one with fanta",
        [
            "1 small chicken kebab meal; chips=small; drink=coca-cola",
            "1 small chicken kebab meal; chips=small; drink=fanta",
        ],
    ),
    ("a small mixed hsp combo", ["1 small mixed hsp meal; drink=coca-cola"]),
    (
        "large lamb snack pack combo garlic and chilli with a lemonade",
        ["1 large lamb hsp meal; sauces=garlic,chilli; drink=lemonade"],
    ),
    ("lamb gozleme meal with a sprite", ["1 lamb gozleme meal; chips=small; drink=sprite"]),
    ("a vegetarian gozleme meal", ["1 vegetarian gozleme meal; chips=small; drink=coca-cola"]),
    ("large lamb kebab and can deal with coke", ["1 large lamb kebab meal; chips=; drink=coca-cola"]),
    ("the kebab and can deal small chicken with a solo", ["1 small chicken kebab meal; chips=; drink=solo"]),
    ("small lamb kebab large chips meal with fanta", ["1 small lamb kebab meal; chips=large; drink=fanta"]),
    (
        "can i get a large chicken kebab meal the lot and garlic sauce with a sunkist",
        ["1 large chicken kebab meal; salads=lettuce,tomato,onion,pickles; sauces=garlic; chips=small; drink=sunkist"],
    ),
    (
        "a large chicken kebab meal deal with pepsi and a small lamb kebab",
        ["1 large chicken kebab meal; chips=small; drink=pepsi", "1 small lamb kebab"],
    ),
    ("small lamb hsp meal with sprite", ["1 small lamb hsp meal; drink=sprite"]),
    (
        "large lamb kebab meal with cheese and jalapenos garlic sauce and a solo",
        ["1 large lamb kebab meal; sauces=garlic; extras=cheese,jalapenos; chips=small; drink=solo"],
    ),
    (
        "two large hsp combos one lamb with coke and one chicken with sprite",
        ["1 large lamb hsp meal; drink=coca-cola", "1 large chicken hsp meal; drink=sprite"],
    ),
    # size in any place
    ("chicken kebab with garlic make it a large", ["1 large chicken kebab; sauces=garlic"]),
    ("a lamb kebab with lettuce and bbq large please", ["1 large lamb kebab; salads=lettuce; sauces=bbq"]),
    ("chips large please", ["1 large chips"]),
    ("lamb kebab large garlic onion", ["1 large lamb kebab; salads=onion; sauces=garlic"]),
    (
        "a falafel kebab with hummus and tomato in a large thanks",
        ["1 large falafel kebab; salads=tomato; sauces=hummus"],
    ),
    ("a chicken kebab small size with mayo", ["1 small chicken kebab; sauces=mayo"]),
    ("chips make that a small", ["1 small chips"]),
    (
        "lamb kebab with no onion, garlic sauce, large size",
        ["1 large lamb kebab; salads=lettuce,tomato; sauces=garlic"],
    ),
    ("chicken hsp garlic and bbq and can you make that large", ["1 large chicken hsp; sauces=garlic,bbq"]),
    ("two lamb kebabs with lettuce and chilli both in a large", ["2 large lamb kebab; salads=lettuce; sauces=chilli"]),
    # missing choices
    ("a lamb kebab please", ["1 lamb kebab; needs=size"]),
    ("a kebab", ["1 kebab; needs=size,protein"]),
    ("a snack pack with bbq", ["1 hsp; sauces=bbq; needs=size,protein"]),
    ("some hot chips", ["1 chips; needs=size"]),
    ("two gozlemes please", ["2 gozleme; needs=protein"]),
    ("two cans of soft drink", ["2 drink; needs=brand"]),
    ("a lamb kebab meal with coke", ["1 lamb kebab meal; chips=small; drink=coca-cola; needs=size"]),
    ("a large kebab meal with sprite", ["1 large kebab meal; chips=small; drink=sprite; needs=protein"]),
    ("a small kebab no onion", ["1 small kebab; salads=lettuce,tomato; needs=protein"]),
    ("small hsp combo with pepsi", ["1 small hsp meal; drink=pepsi; needs=protein"]),
    ("a soft drink and a large chips", ["1 drink; needs=brand", "1 large chips"]),
    ("one tub of sauce", ["1 sauce tub; needs=sauce"]),
    ("an energy drink", ["1 drink; needs=brand"]),
    ("a lamb meat container", ["1 lamb meat container; needs=weight"]),
    # quantities
    ("2 large lamb kebabs with garlic", ["2 large lamb kebab; sauces=garlic"]),
    ("a couple of cokes", ["2 drink coca-cola"]),
    ("a dozen cans of coke zero", ["12 drink coke zero"]),
    ("another large chips", ["1 large chips"]),
    ("twenty one pieces of baklava", ["21 baklava"]),
    ("fifty cokes", ["50 drink coca-cola"]),
    ("forty-two cans of solo", ["42 drink solo"]),
    ("ten large lamb hsps with garlic and chilli", ["10 large lamb hsp; sauces=garlic,chilli"]),
    ("one more bottle of water", ["1 water"]),
    ("half a dozen rose turkish delights", ["6 turkish delight; flavour=rose"]),
    ("15 waters and 3 large chips", ["15 water", "3 large chips"]),
    ("large lamb kebab times two", ["2 large lamb kebab"]),
    ("two dozen cans of pepsi", ["24 drink pepsi"]),
    ("eleven vegetarian gozlemes", ["11 vegetarian gozleme"]),
    # several items
    ("large lamb kebab with garlic and a small chips", ["1 large lamb kebab; sauces=garlic", "1 small chips"]),
    (
        "a small chicken kebab with mayo a large chips and a coke",
        ["1 small chicken kebab; sauces=mayo", "1 large chips", "1 drink coca-cola"],
    ),
    (
        "large mixed hsp with garlic a lamb gozleme and two fantas",
        ["1 large mixed hsp; sauces=garlic", "1 lamb gozleme", "2 drink fanta"],
    ),
    (
        "a large lamb kebab lettuce and garlic a small chicken kebab tomato and bbq",
        ["1 large lamb kebab; salads=lettuce; sauces=garlic", "1 small chicken kebab; salads=tomato; sauces=bbq"],
    ),
    (
        "Small lamb hsp with chilli, small chips with no salt, and a water.",
        ["1 small lamb hsp; sauces=chilli", "1 small chips; salt=none", "1 water"],
    ),
    (
        "large chicken kebab extra garlic and a small falafel kebab no sauce",
        ["1 large chicken kebab; sauces=extra garlic", "1 small falafel kebab; sauces=-"],
    ),
    (
        "two small lamb kebabs with chilli three large chips and four lemonades",
        ["2 small lamb kebab; sauces=chilli", "3 large chips", "4 drink lemonade"],
    ),
    (
        "a vegan gozleme a small chips and a peach iced tea",
        ["1 vegan gozleme", "1 small chips", "1 iced tea; flavour=peach"],
    ),
    (
        "a large mixed kebab with everything and garlic plus a large chips plus a sprite",
        ["1 large mixed kebab; salads=lettuce,tomato,onion,pickles; sauces=garlic", "1 large chips", "1 drink sprite"],
    ),
    ("three baklavas two ayrans and a small lamb hsp", ["3 baklava", "2 ayran", "1 small lamb hsp"]),
    (
        "a large chicken kebab with cheese and sweet chilli and a red bull",
        ["1 large chicken kebab; sauces=sweet chilli; extras=cheese", "1 energy drink"],
    ),
    (
        "a large lamb kebab with garlic and then a small chicken kebab with bbq and also two large chips",
        ["1 large lamb kebab; sauces=garlic", "1 small chicken kebab; sauces=bbq", "2 large chips"],
    ),
    (
        "a tub of hummus a large falafel kebab with lettuce and two waters",
        ["1 sauce tub; sauce=hummus", "1 large falafel kebab; salads=lettuce", "2 water"],
    ),
    (
        "two large lamb kebabs a small chips a mango iced tea and a turkish delight rose",
        ["2 large lamb kebab", "1 small chips", "1 iced tea; flavour=mango", "1 turkish delight; flavour=rose"],
    ),
    (
        "a small lamb kebab no tomato and a small lamb kebab no onion",
        ["1 small lamb kebab; salads=lettuce,onion", "1 small lamb kebab; salads=lettuce,tomato"],
    ),
    (
        "large lamb hsp garlic and bbq, large chicken hsp chilli",
        ["1 large lamb hsp; sauces=garlic,bbq", "1 large chicken hsp; sauces=chilli"],
    ),
    # shared modifiers
    ("a lamb and a chicken kebab both large", ["1 large lamb kebab", "1 large chicken kebab"]),
    ("two large kebabs one lamb one chicken", ["1 large lamb kebab", "1 large chicken kebab"]),
    (
        "a small lamb kebab and a small mixed kebab no onion on either",
        ["1 small lamb kebab; salads=lettuce,tomato", "1 small mixed kebab; salads=lettuce,tomato"],
    ),
    (
        "a lamb hsp and a chicken hsp both small both with bbq",
        ["1 small lamb hsp; sauces=bbq", "1 small chicken hsp; sauces=bbq"],
    ),
    (
        "a large chicken kebab and a large lamb hsp garlic on both",
        ["1 large chicken kebab; sauces=garlic", "1 large lamb hsp; sauces=garlic"],
    ),
    (
        "two large hsps one lamb one mixed garlic and chilli on both",
        ["1 large lamb hsp; sauces=garlic,chilli", "1 large mixed hsp; sauces=garlic,chilli"],
    ),
    (
        "one chicken kebab and one falafel kebab, both of them large, no salad on either",
        ["1 large chicken kebab; salads=-", "1 large falafel kebab; salads=-"],
    ),
    (
        "a lamb kebab and a mixed kebab both small with the lot on both",
        [
            "1 small lamb kebab; salads=lettuce,tomato,onion,pickles",
            "1 small mixed kebab; salads=lettuce,tomato,onion,pickles",
        ],
    ),
    (
        "large lamb hsp and large chicken hsp no cheese on either",
        ["1 large lamb hsp; cheese=no", "1 large chicken hsp; cheese=no"],
    ),
    (
        "a large chicken kebab and a small chicken kebab extra garlic on both of them",
        ["1 large chicken kebab; sauces=extra garlic", "1 small chicken kebab; sauces=extra garlic"],
    ),
    # splits
    (
        "three large chicken kebabs two with garlic and one with bbq",
        ["2 large chicken kebab; sauces=garlic", "1 large chicken kebab; sauces=bbq"],
    ),
    (
        "two small lamb kebabs one with no onion and the other with no tomato",
        ["1 small lamb kebab; salads=lettuce,tomato", "1 small lamb kebab; salads=lettuce,onion"],
    ),
    ("two chips one large one small", ["1 large chips", "1 small chips"]),
    (
        "four small chicken kebabs three with mayo and one with sweet chilli",
        ["3 small chicken kebab; sauces=mayo", "1 small chicken kebab; sauces=sweet chilli"],
    ),
    ("two iced teas one lemon and one peach", ["1 iced tea; flavour=lemon", "1 iced tea; flavour=peach"]),
    ("three chicken hsps two large and one small", ["2 large chicken hsp", "1 small chicken hsp"]),
    ("two small mixed hsps one without cheese", ["1 small mixed hsp; cheese=no", "1 small mixed hsp"]),
    (
        "two large chicken kebabs with lettuce and garlic one with cheese and one without",
        [
            "1 large chicken kebab; salads=lettuce; sauces=garlic; extras=cheese",
            "1 large chicken kebab; salads=lettuce; sauces=garlic",
        ],
    ),
    (
        "five large lamb kebabs three with garlic and two with no sauce",
        ["3 large lamb kebab; sauces=garlic", "2 large lamb kebab; sauces=-"],
    ),
    ("two sauce tubs one garlic and one bbq", ["1 sauce tub; sauce=garlic", "1 sauce tub; sauce=bbq"]),
    (
        "two large kebab meals one lamb with coke and the other chicken with solo",
        [
            "1 large lamb kebab meal; chips=small; drink=coca-cola",
            "1 large chicken kebab meal; chips=small; drink=solo",
        ],
    ),
    (
        "two small chips one with no salt the other with chicken salt",
        ["1 small chips; salt=none", "1 small chips; salt=chicken"],
    ),
    # corrections
    ("large lamb sorry chicken kebab with garlic", ["1 large chicken kebab; sauces=garlic"]),
    ("a small no wait large lamb kebab with bbq", ["1 large lamb kebab; sauces=bbq"]),
    ("four cokes no wait just one", ["1 drink coca-cola"]),
    ("a coke no scratch the coke a sprite", ["1 drink sprite"]),
    ("a large lamb kebab and a coke actually forget the coke", ["1 large lamb kebab"]),
    ("large chicken hsp no sorry lamb with chilli", ["1 large lamb hsp; sauces=chilli"]),
    ("a large chips nah make that a small", ["1 small chips"]),
    ("two small lamb kebabs with mayo, sorry, three", ["3 small lamb kebab; sauces=mayo"]),
    ("large lamb kebab meal with coke no sorry sprite", ["1 large lamb kebab meal; chips=small; drink=sprite"]),
    (
        "large lamb kebab lettuce tomato onion actually no onion with garlic sauce",
        ["1 large lamb kebab; salads=lettuce,tomato; sauces=garlic"],
    ),
    ("a coke and a fanta, change the fanta to a sprite", ["1 drink coca-cola", "1 drink sprite"]),
    ("two large lamb kebabs actually make one of them chicken", ["1 large lamb kebab", "1 large chicken kebab"]),
    ("a small chicken kebab with chilli actually sweet chilli", ["1 small chicken kebab; sauces=sweet chilli"]),
    ("a large lamb kebab with garlic actually no never mind", []),
    ("a large chips and a coke, nah don't worry about the coke", ["1 large chips"]),
    ("Small lamb kebab, oh sorry, large lamb kebab, with chilli.", ["1 large lamb kebab; sauces=chilli"]),
    ("two diet cokes wait no coke zeros", ["2 drink coke zero"]),
    ("a large lamb hsp make that chicken with bbq", ["1 large chicken hsp; sauces=bbq"]),
    (
        "a small mixed kebab with lettuce and garlic and a pepsi oh wait scrap the pepsi",
        ["1 small mixed kebab; salads=lettuce; sauces=garlic"],
    ),
    ("i'll have the lamb no the chicken gozleme", ["1 chicken gozleme"]),
    ("a rose turkish delight, i mean vanilla", ["1 turkish delight; flavour=vanilla"]),
    ("small chips with chicken salt actually no salt", ["1 small chips; salt=none"]),
    (
        "a large lamb kebab and a small lamb kebab sorry the small one's chicken",
        ["1 large lamb kebab", "1 small chicken kebab"],
    ),
    ("a peach iced tea sorry no lemon iced tea", ["1 iced tea; flavour=lemon"]),
    # half and half
    ("large kebab half lamb half chicken with garlic", ["1 large mixed kebab; sauces=garlic"]),
    ("a small hsp half chicken half lamb", ["1 small mixed hsp"]),
    ("a large half lamb half chicken kebab no onion", ["1 large mixed kebab; salads=lettuce,tomato"]),
    ("large kebab 1/2 lamb 1/2 chicken with lettuce and mayo", ["1 large mixed kebab; salads=lettuce; sauces=mayo"]),
    ("small snack pack half and half lamb and chicken with garlic", ["1 small mixed hsp; sauces=garlic"]),
    ("large mixed meat kebab with sweet chilli", ["1 large mixed kebab; sauces=sweet chilli"]),
    # exclusions
    ("large lamb kebab no onion", ["1 large lamb kebab; salads=lettuce,tomato"]),
    ("small chicken kebab without tomato or lettuce", ["1 small chicken kebab; salads=onion"]),
    ("a large chicken kebab no salad with garlic", ["1 large chicken kebab; salads=-; sauces=garlic"]),
    ("small lamb hsp no chilli", ["1 small lamb hsp; sauces=garlic"]),
    ("large chicken hsp no sauce", ["1 large chicken hsp; sauces=-"]),
    ("a small falafel kebab plain no sauce", ["1 small falafel kebab; salads=-; sauces=-"]),
    ("small chicken kebab minus the tomato with bbq", ["1 small chicken kebab; salads=lettuce,onion; sauces=bbq"]),
    ("large mixed kebab hold the onion, chilli sauce", ["1 large mixed kebab; salads=lettuce,tomato; sauces=chilli"]),
    ("a small lamb kebab with garlic but no salad at all", ["1 small lamb kebab; salads=-; sauces=garlic"]),
    ("large chicken kebab with mayo and no onions", ["1 large chicken kebab; salads=lettuce,tomato; sauces=mayo"]),
    ("plain large lamb kebab with just garlic sauce", ["1 large lamb kebab; salads=-; sauces=garlic"]),
    ("small mixed hsp without the cheese and with bbq", ["1 small mixed hsp; sauces=bbq; cheese=no"]),
    (
        "a large chicken kebab, leave out the lettuce, with garlic and chilli",
        ["1 large chicken kebab; salads=tomato,onion; sauces=garlic,chilli"],
    ),
    ("small falafel kebab no lettuce tomato or onion just hummus", ["1 small falafel kebab; salads=-; sauces=hummus"]),
    ("can you do a large lamb kebab but skip the tomato", ["1 large lamb kebab; salads=lettuce,onion"]),
    (
        "a large chicken kebab i don't want any onion on it with garlic",
        ["1 large chicken kebab; salads=lettuce,tomato; sauces=garlic"],
    ),
    # only and just
    ("large lamb kebab with just lettuce and garlic", ["1 large lamb kebab; salads=lettuce; sauces=garlic"]),
    ("small chicken kebab only onion and bbq sauce", ["1 small chicken kebab; salads=onion; sauces=bbq"]),
    ("large chicken kebab with lettuce only and mayo only", ["1 large chicken kebab; salads=lettuce; sauces=mayo"]),
    ("a small lamb hsp with garlic only", ["1 small lamb hsp; sauces=garlic"]),
    (
        "large falafel kebab with only lettuce and tomato and just garlic for the sauce",
        ["1 large falafel kebab; salads=lettuce,tomato; sauces=garlic"],
    ),
    ("can i just get a small chips", ["1 small chips"]),
    ("just the large lamb kebab with bbq and that's it", ["1 large lamb kebab; sauces=bbq"]),
    ("large chicken hsp bbq only no cheese", ["1 large chicken hsp; sauces=bbq; cheese=no"]),
    # the lot, everything
    (
        "large lamb kebab with the lot and garlic",
        ["1 large lamb kebab; salads=lettuce,tomato,onion,pickles; sauces=garlic"],
    ),
    ("small chicken kebab with everything", ["1 small chicken kebab; salads=lettuce,tomato,onion,pickles"]),
    (
        "large mixed kebab the lot no onion with garlic sauce",
        ["1 large mixed kebab; salads=lettuce,tomato,pickles; sauces=garlic"],
    ),
    (
        "small falafel kebab with all the salads and hummus",
        ["1 small falafel kebab; salads=lettuce,tomato,onion,pickles; sauces=hummus"],
    ),
    (
        "large lamb kebab with bbq and the lot apart from onion and pickles",
        ["1 large lamb kebab; salads=lettuce,tomato; sauces=bbq"],
    ),
    (
        "a small lamb kebab, the lot, hold the lettuce, garlic sauce",
        ["1 small lamb kebab; salads=tomato,onion,pickles; sauces=garlic"],
    ),
    (
        "two small mixed kebabs with all the salad and garlic",
        ["2 small mixed kebab; salads=lettuce,tomato,onion,pickles; sauces=garlic"],
    ),
    (
        "large lamb kebab with everything on it except the onion and the tomato, bbq sauce",
        ["1 large lamb kebab; salads=lettuce,pickles; sauces=bbq"],
    ),
    (
        "large chicken kebab with the lot plus olives and garlic",
        ["1 large chicken kebab; salads=lettuce,tomato,onion,pickles,olives; sauces=garlic"],
    ),
    (
        "a small lamb kebab with chilli sauce and everything but the pickles",
        ["1 small lamb kebab; salads=lettuce,tomato,onion; sauces=chilli"],
    ),
    # helpings
    ("large lamb kebab with extra garlic", ["1 large lamb kebab; sauces=extra garlic"]),
    (
        "small chicken kebab with lettuce and heaps of mayo",
        ["1 small chicken kebab; salads=lettuce; sauces=extra mayo"],
    ),
    ("large chicken hsp with garlic and a little bit of chilli", ["1 large chicken hsp; sauces=garlic,light chilli"]),
    (
        "large mixed kebab lettuce tomato and extra onion with garlic",
        ["1 large mixed kebab; salads=lettuce,tomato,extra onion; sauces=garlic"],
    ),
    ("large lamb hsp bbq and go easy on the chilli", ["1 large lamb hsp; sauces=bbq,light chilli"]),
    (
        "large chicken kebab with lettuce and lots of garlic",
        ["1 large chicken kebab; salads=lettuce; sauces=extra garlic"],
    ),
    ("large lamb kebab with light garlic sauce", ["1 large lamb kebab; sauces=light garlic"]),
    ("large chicken kebab with garlic and not too much chilli", ["1 large chicken kebab; sauces=garlic,light chilli"]),
    (
        "large mixed kebab with lettuce onion and extra tomato sauce",
        ["1 large mixed kebab; salads=lettuce,onion; sauces=extra tomato"],
    ),
    (
        "a large lamb kebab tomato and extra lettuce with chilli",
        ["1 large lamb kebab; salads=tomato,extra lettuce; sauces=chilli"],
    ),
    (
        "large lamb kebab with garlic sauce lettuce and light onion",
        ["1 large lamb kebab; salads=lettuce,light onion; sauces=garlic"],
    ),
    ("large chicken kebab easy on the mayo", ["1 large chicken kebab; sauces=light mayo"]),
    # extras and cheese
    ("large lamb kebab with cheese", ["1 large lamb kebab; extras=cheese"]),
    (
        "small chicken kebab add cheese and jalapenos with lettuce and garlic",
        ["1 small chicken kebab; salads=lettuce; sauces=garlic; extras=cheese,jalapenos"],
    ),
    (
        "large chicken kebab with haloumi and sweet chilli",
        ["1 large chicken kebab; sauces=sweet chilli; extras=haloumi"],
    ),
    ("large mixed kebab with bbq and extra lamb", ["1 large mixed kebab; sauces=bbq; extras=extra lamb"]),
    (
        "large lamb hsp no cheese with haloumi and garlic",
        ["1 large lamb hsp; sauces=garlic; extras=haloumi; cheese=no"],
    ),
    ("large chicken hsp with jalapenos and bbq", ["1 large chicken hsp; sauces=bbq; extras=jalapenos"]),
    (
        "small falafel kebab with lettuce olives and hummus",
        ["1 small falafel kebab; salads=lettuce,olives; sauces=hummus"],
    ),
    (
        "large lamb kebab with lettuce tomato onion olives and cheese garlic sauce",
        ["1 large lamb kebab; salads=lettuce,tomato,onion,olives; sauces=garlic; extras=cheese"],
    ),
    ("large chicken kebab no cheese with garlic", ["1 large chicken kebab; sauces=garlic"]),
    (
        "large lamb kebab with cheese and extra meat and a coke",
        ["1 large lamb kebab; extras=extra meat,cheese", "1 drink coca-cola"],
    ),
    (
        "large chicken kebab with haloumi jalapenos and cheese no onion",
        ["1 large chicken kebab; salads=lettuce,tomato; extras=haloumi,jalapenos,cheese"],
    ),
    ("small mixed kebab with garlic and extra mixed meat", ["1 small mixed kebab; sauces=garlic; extras=extra mixed"]),
    ("small lamb kebab with bbq and add falafel", ["1 small lamb kebab; sauces=bbq; extras=falafel"]),
    (
        "a large lamb kebab no salad with garlic and a salad on the side in a small tub",
        ["1 large lamb kebab; salads=-; sauces=garlic; extras=salad on the side"],
    ),
    # mishearings
    ("large lam cabab with garlek", ["1 large lamb kebab; sauces=garlic"]),
    ("small chiken kebap lettus and tomatos", ["1 small chicken kebab; salads=lettuce,tomato"]),
    ("two goes lemay with chicken", ["2 chicken gozleme"]),
    ("a lamb guzleme", ["1 lamb gozleme"]),
    ("small filafel kebab with homous and letters", ["1 small falafel kebab; salads=lettuce; sauces=hummus"]),
    ("a spright and a fantah", ["1 drink sprite", "1 drink fanta"]),
    ("large mix kebab with galic and barbeque", ["1 large mixed kebab; sauces=garlic,bbq"]),
    ("won large chips and too cokes", ["1 large chips", "2 drink coca-cola"]),
    ("to large lamb kebabs with garlic", ["2 large lamb kebab; sauces=garlic"]),
    ("large lamb h s p with aioli", ["1 large lamb hsp; sauces=mayo"]),
    ("a shalgam and an airan", ["1 salgam", "1 ayran"]),
    ("two pieces of baclava", ["2 baklava"]),
    ("a mountain due and a pepsy max", ["1 drink mountain dew", "1 drink pepsi max"]),
    ("a redbull and a coke 0", ["1 energy drink", "1 drink coke zero"]),
    ("large lamb kebab with letuce tomatoe and mayonnaise", ["1 large lamb kebab; salads=lettuce,tomato; sauces=mayo"]),
    ("a gozlemi meal with lamb and a sprit", ["1 lamb gozleme meal; chips=small; drink=sprite"]),
    ("a lemon aid and a sunkissed", ["1 drink lemonade", "1 drink sunkist"]),
    ("large aitch ess pee with chicken and garlic", ["1 large chicken hsp; sauces=garlic"]),
    ("large lamb donner kebab no unyun", ["1 large lamb kebab; salads=lettuce,tomato"]),
    ("small lamb kebab with pickels onyon and b b q sauce", ["1 small lamb kebab; salads=pickles,onion; sauces=bbq"]),
    ("a small snackpack chicken with maio", ["1 small chicken hsp; sauces=mayo"]),
    ("two rose terkish delites", ["2 turkish delight; flavour=rose"]),
    ("a dye it coke and a shweppes", ["1 drink diet coke", "1 drink schweppes"]),
    ("large lambkebab with garlicsauce", ["1 large lamb kebab; sauces=garlic"]),
    (
        "large lamb kebab with cheez and jalapinos garlic source",
        ["1 large lamb kebab; sauces=garlic; extras=cheese,jalapenos"],
    ),
    ("larj chicken hsp with bar bee cue", ["1 large chicken hsp; sauces=bbq"]),
    ("a large lamb halal snackpack with galick and tomarto sauce", ["1 large lamb hsp; sauces=garlic,tomato"]),
    ("a large kebob with chicken and lettice", ["1 large chicken kebab; salads=lettuce"]),
    # fillers and politeness
    ("um yeah hi mate can i grab a large lamb kebab with garlic", ["1 large lamb kebab; sauces=garlic"]),
    (
        "hello i'd like to order a small chicken kebab with mayo for pickup please",
        ["1 small chicken kebab; sauces=mayo"],
    ),
    ("when you get a chance could you please do me a large chips", ["1 large chips"]),
    ("uh let me think um i'll have the uh large chicken hsp with um bbq", ["1 large chicken hsp; sauces=bbq"]),
    (
        "hi there can i please have like a small lamb kebab with like lettuce and garlic",
        ["1 small lamb kebab; salads=lettuce; sauces=garlic"],
    ),
    (
        "my wife wants a small falafel kebab with hummus and i'll have a large lamb kebab with chilli",
        ["1 small falafel kebab; sauces=hummus", "1 large lamb kebab; sauces=chilli"],
    ),
    (
        "yeah g'day just after a large mixed hsp with garlic and chilli cheers",
        ["1 large mixed hsp; sauces=garlic,chilli"],
    ),
    ("would it be possible to get a vegetarian gozleme", ["1 vegetarian gozleme"]),
    (
        "righto so i'm gonna go with a large chicken kebab you know with lettuce and garlic sauce yeah",
        ["1 large chicken kebab; salads=lettuce; sauces=garlic"],
    ),
    ("chuck us a large chips and two cokes mate", ["1 large chips", "2 drink coca-cola"]),
    ("oh and can you throw in a coke zero as well", ["1 drink coke zero"]),
    ("do you reckon i could get a large lamb hsp no chilli", ["1 large lamb hsp; sauces=garlic"]),
    ("perfect yeah and a large falafel kebab with hummus if that's okay", ["1 large falafel kebab; sauces=hummus"]),
    (
        "hey bro lemme get a large mixed kebab with the lot and bbq sauce",
        ["1 large mixed kebab; salads=lettuce,tomato,onion,pickles; sauces=bbq"],
    ),
    ("beautiful and last thing a piece of baklava thank you so much", ["1 baklava"]),
    ("ah what do i feel like let's get a large lamb kebab garlic sauce yep", ["1 large lamb kebab; sauces=garlic"]),
    # not on the menu
    ("a large pepperoni pizza", []),
    ("chicken nuggets please", []),
    ("garlic bread", []),
    ("onion rings and a coke", ["1 drink coca-cola"]),
    ("a flat white", []),
    ("two dr peppers and a large chips", ["1 large chips"]),
    ("a dozen oysters", []),
    ("a calzone and two fantas", ["2 drink fanta"]),
    ("a bottle of red wine", []),
    (
        "a chocolate milkshake a large chicken kebab with mayo and a bowl of ramen",
        ["1 large chicken kebab; sauces=mayo"],
    ),
    ("a large cappuccino and a baklava", ["1 baklava"]),
    ("a chicken parma", []),
    ("an apple pie and an ayran", ["1 ayran"]),
    ("a vegan gozleme and a caesar salad", ["1 vegan gozleme"]),
    ("a vanilla ice cream and a large lamb kebab with garlic", ["1 large lamb kebab; sauces=garlic"]),
    ("lamb chops with mashed potato", []),
    # questions and small talk
    ("how much is a large lamb kebab", []),
    ("what time do you guys close", []),
    ("what sauces have you got", []),
    ("is the chicken halal", []),
    ("hi how are you going", []),
    ("yeah cool thanks mate", []),
    ("i'll be there at six thirty", []),
    ("hang on a sec", []),
    ("can i pay by card when i get there", []),
    ("how long will it be", []),
    ("what's the difference between a small and a large hsp", []),
    ("my name is george", []),
    ("i'd like to place an order please", []),
    ("what drinks do you sell", []),
    ("where are you guys located", []),
    ("is there garlic in the hummus", []),
    # quantity refused
    ("a hundred cokes", []),
    ("sixty large lamb kebabs with garlic", []),
    ("51 small chips", []),
    ("ninety nine chicken gozlemes", []),
    ("five dozen cans of fanta", []),
    ("two hundred and fifty small chicken kebabs", []),
    # long orders
    (
        (
            "hi can i get two large lamb kebabs with lettuce tomato and garlic one small chicken kebab "
            "with mayo a large chips with chicken salt two cokes and a bottle of water please"
        ),
        [
            "2 large lamb kebab; salads=lettuce,tomato; sauces=garlic",
            "1 small chicken kebab; sauces=mayo",
            "1 large chips; salt=chicken",
            "2 drink coca-cola",
            "1 water",
        ],
    ),
    (
        (
            "okay so a large mixed hsp with garlic and bbq a small lamb hsp no cheese with chilli two "
            "lamb gozlemes a vegetarian gozleme three sprites and a pack of baklava"
        ),
        [
            "1 large mixed hsp; sauces=garlic,bbq",
            "1 small lamb hsp; sauces=chilli; cheese=no",
            "2 lamb gozleme",
            "1 vegetarian gozleme",
            "3 drink sprite",
            "1 baklava pack",
        ],
    ),
    (
        (
            "big order sorry mate ten large lamb kebabs with the lot and garlic ten small chicken kebabs "
            "with lettuce and bbq five large chips and twenty cokes"
        ),
        [
            "10 large lamb kebab; salads=lettuce,tomato,onion,pickles; sauces=garlic",
            "10 small chicken kebab; salads=lettuce; sauces=bbq",
            "5 large chips",
            "20 drink coca-cola",
        ],
    ),
    (
        (
            "large lamb kebab no onion with garlic, large chicken kebab no tomato with bbq, small mixed "
            "kebab no salad with chilli, and three pepsi max"
        ),
        [
            "1 large lamb kebab; salads=lettuce,tomato; sauces=garlic",
            "1 large chicken kebab; salads=lettuce,onion; sauces=bbq",
            "1 small mixed kebab; salads=-; sauces=chilli",
            "3 drink pepsi max",
        ],
    ),
    (
        (
            "two large kebabs one lamb with garlic and one chicken with mayo a large mixed hsp combo with "
            "bbq and a fanta a tub of garlic and four pieces of rose turkish delight"
        ),
        [
            "1 large lamb kebab; sauces=garlic",
            "1 large chicken kebab; sauces=mayo",
            "1 large mixed hsp meal; sauces=bbq; drink=fanta",
            "1 sauce tub; sauce=garlic",
            "4 turkish delight; flavour=rose",
        ],
    ),
    (
        (
            "can i have a small lamb kebab meal with coke and garlic a large lamb kebab meal with large "
            "chips coke zero and chilli and a chicken gozleme with a mango iced tea on the side"
        ),
        [
            "1 small lamb kebab meal; sauces=garlic; chips=small; drink=coca-cola",
            "1 large lamb kebab meal; sauces=chilli; chips=large; drink=coke zero",
            "1 chicken gozleme",
            "1 iced tea; flavour=mango",
        ],
    ),
    (
        (
            "three large chicken hsps two with garlic and one with bbq a dozen falafel pieces two large "
            "chips a v and a red bull"
        ),
        [
            "2 large chicken hsp; sauces=garlic",
            "1 large chicken hsp; sauces=bbq",
            "12 falafel falafel",
            "2 large chips",
            "1 drink v",
            "1 energy drink",
        ],
    ),
    (
        (
            "one large lamb kebab with lettuce onion and chilli one large chicken kebab with lettuce "
            "tomato and garlic one small chips one large chips one coke one diet coke one vanilla coke"
        ),
        [
            "1 large lamb kebab; salads=lettuce,onion; sauces=chilli",
            "1 large chicken kebab; salads=lettuce,tomato; sauces=garlic",
            "1 small chips",
            "1 large chips",
            "1 drink coca-cola",
            "1 drink diet coke",
            "1 drink vanilla coke",
        ],
    ),
    # ordinary words
    ("can i can i get a can of coke", ["1 drink coca-cola"]),
    ("i want to add a coke to that", ["1 drink coca-cola"]),
    ("we've got a large group so ten small chips", ["10 small chips"]),
    ("a coke for me and a fanta for my mate", ["1 drink coca-cola", "1 drink fanta"]),
    ("i'd like to get to large chips for pickup", ["2 large chips"]),
    ("it's just for one person so a small lamb kebab with garlic", ["1 small lamb kebab; sauces=garlic"]),
    ("have you got coke zero i'll grab two of them", ["2 drink coke zero"]),
    ("pick up at seven a large chicken kebab with garlic", ["1 large chicken kebab; sauces=garlic"]),
    ("give me a second um a large chips", ["1 large chips"]),
    ("one sec okay two lamb gozlemes", ["2 lamb gozleme"]),
    (
        "can i have three small chicken kebabs all with lettuce and tomato only and two of them with chilli",
        ["2 small chicken kebab; salads=lettuce,tomato; sauces=chilli", "1 small chicken kebab; salads=lettuce,tomato"],
    ),
    (
        "my wife wants a chicken hsp and i'll have the lamb both small with sweet chilli",
        ["1 small chicken hsp; sauces=sweet chilli", "1 small lamb hsp; sauces=sweet chilli"],
    ),
    (
        "i'll have the lamb kebab and she'll have the chicken",
        ["1 lamb kebab; needs=size", "1 chicken kebab; needs=size"],
    ),
    ("a small chicken kebab and can i get the lamb as well", ["1 small chicken kebab", "1 lamb kebab; needs=size"]),
    ("a small lamb kebab um actually can i have the chicken instead", ["1 small chicken kebab"]),
    ("a small chips actually can i get the large", ["1 large chips"]),
    ("let me get a number of kebabs uh let's say five large lamb ones", ["5 large lamb kebab"]),
    ("cokes three and a water", ["3 drink coca-cola", "1 water"]),
    ("lamb kebab small two please and a coke", ["2 small lamb kebab", "1 drink coca-cola"]),
    ("lamb kebabs two large and one small", ["2 large lamb kebab", "1 small lamb kebab"]),
    (
        "kebabs three lamb no onion two chicken no tomato all large",
        ["3 large lamb kebab; salads=lettuce,tomato", "2 large chicken kebab; salads=lettuce,onion"],
    ),
    ("kebabs one lamb one chicken both large", ["1 large lamb kebab", "1 large chicken kebab"]),
    (
        "one large lamb kebab lettuce onion garlic and hot chilli and then one small chicken same salad but with bbq",
        [
            "1 large lamb kebab; salads=lettuce,onion; sauces=garlic,chilli",
            "1 small chicken kebab; salads=lettuce,onion; sauces=bbq",
        ],
    ),
    (
        "large lamb kebab with garlic and one with chilli",
        ["1 large lamb kebab; sauces=garlic", "1 large lamb kebab; sauces=chilli"],
    ),
    (
        "two meals one large chicken kebab one large lamb kebab both with pepsi",
        ["1 large chicken kebab meal; drink=pepsi; chips=small", "1 large lamb kebab meal; drink=pepsi; chips=small"],
    ),
    ("two meals with large lamb kebabs", ["2 large lamb kebab meal; chips=small; drink=coca-cola"]),
    (
        "small lamb kebab meal with coke actually change the coke to a sprite",
        ["1 small lamb kebab meal; drink=sprite; chips=small"],
    ),
    (
        "four large kebabs two lamb and two chicken one of the chicken without onion",
        ["2 large lamb kebab", "1 large chicken kebab; salads=lettuce,tomato", "1 large chicken kebab"],
    ),
    (
        "three small lamb kebabs one of the lamb kebabs without onion",
        ["1 small lamb kebab; salads=lettuce,tomato", "2 small lamb kebab"],
    ),
    (
        "one of the large lamb kebabs with garlic and one of the large lamb kebabs with chilli",
        ["1 large lamb kebab; sauces=garlic", "1 large lamb kebab; sauces=chilli"],
    ),
    ("no sauce on the chips please and a large chicken kebab", ["1 large chicken kebab"]),
    ("a small chicken hsp with garlic sauce sorry not garlic bbq", ["1 small chicken hsp; sauces=bbq"]),
    ("give me a large kebab half chicken half falafel", ["1 large kebab; needs=protein"]),
    (
        "two hsps one large one small both lamb large with garlic small with bbq",
        ["1 large lamb hsp; sauces=garlic", "1 small lamb hsp; sauces=bbq"],
    ),
    ("three cokes no wait just two and a large chips", ["2 drink coca-cola", "1 large chips"]),
    ("three cokes no wait just two. a large chips", ["2 drink coca-cola", "1 large chips"]),
    (
        "a large lamb kebab with bbq. can i get a meal with a large chicken kebab",
        ["1 large lamb kebab; sauces=bbq", "1 large chicken kebab meal; chips=small; drink=coca-cola"],
    ),
    (
        "small lamb kebab meal with coke actually change the coke to a sprite. large mixed kebab",
        ["1 small lamb kebab meal; chips=small; drink=sprite", "1 large mixed kebab"],
    ),
    ("a fanta. half a kilo of chicken in a meat container", ["1 drink fanta", "1 chicken meat container 500g"]),
    (
        "a coke. no salad no sauce on a small lamb kebab",
        ["1 drink coca-cola", "1 small lamb kebab; salads=-; sauces=-"],
    ),
    (
        "small chips no salt and small chips with normal salt",
        ["1 small chips; salt=none", "1 small chips; salt=normal"],
    ),
    ("small chips without salt and large chips", ["1 small chips; salt=none", "1 large chips"]),
    (
        "large lamb kebab lettuce tomato garlic and a large chicken kebab same again but no tomato",
        [
            "1 large lamb kebab; salads=lettuce,tomato; sauces=garlic",
            "1 large chicken kebab; salads=lettuce; sauces=garlic",
        ],
    ),
    (
        "a large lamb kebab with garlic and a coke and a small chicken kebab with the same",
        ["1 large lamb kebab; sauces=garlic", "1 drink coca-cola", "1 small chicken kebab; sauces=garlic"],
    ),
    ("two large lamb kebabs no onion on mine", ["1 large lamb kebab; salads=lettuce,tomato", "1 large lamb kebab"]),
    (
        "large lamb kebab and a large chicken kebab no onion on mine",
        ["1 large lamb kebab", "1 large chicken kebab; salads=lettuce,tomato"],
    ),
    (
        "two large lamb kebabs and a small chicken one and a coke each",
        ["2 large lamb kebab", "1 small chicken kebab", "3 drink coca-cola"],
    ),
    (
        "two large lamb hsps and two small ones both with garlic and a water each",
        ["2 large lamb hsp; sauces=garlic", "2 small lamb hsp; sauces=garlic", "4 water"],
    ),
    ("four cans two coke one fanta one water", ["2 drink coca-cola", "1 drink fanta", "1 water"]),
    ("a pide with cheese and a large chicken kebab", ["1 large chicken kebab"]),
    (
        "a coke and a fanta no two cokes. and a large lamb kebab, no, a lamb gozleme",
        ["2 drink coca-cola", "1 drink fanta", "1 lamb gozleme"],
    ),
    (
        "a coke and a fanta no two cokes and a large lamb kebab sorry a small chicken hsp",
        ["2 drink coca-cola", "1 drink fanta", "1 small chicken hsp"],
    ),
    ("two large lamb kebabs and one small", ["2 large lamb kebab", "1 small lamb kebab"]),
    ("two small lamb kebabs and one chicken one", ["2 small lamb kebab", "1 small chicken kebab"]),
    ("two large lamb kebabs and one chicken", ["2 large lamb kebab", "1 chicken kebab; needs=size"]),
    ("two large lamb kebabs make one chicken", ["1 large lamb kebab", "1 large chicken kebab"]),
    ("two large lamb kebabs can one of them be chicken", ["1 large lamb kebab", "1 large chicken kebab"]),
    ("two large lamb kebabs no make one", ["1 large lamb kebab"]),
    (
        "a large lamb kebab with pickles as well as the usual salad",
        ["1 large lamb kebab; salads=lettuce,tomato,onion,pickles"],
    ),
    ("large chicken kebab with salad and pickles", ["1 large chicken kebab; salads=lettuce,tomato,onion,pickles"]),
    (
        "large chicken kebab the normal sauce and chilli no onion",
        ["1 large chicken kebab; salads=lettuce,tomato; sauces=garlic,chilli"],
    ),
    ("large chicken kebab with lettuce and tomato salad", ["1 large chicken kebab; salads=lettuce,tomato"]),
    (
        "large lamb kebab meal and a small chicken kebab on its own",
        ["1 large lamb kebab meal; chips=small; drink=coca-cola", "1 small chicken kebab"],
    ),
    ("large chicken kebab zero onion", ["1 large chicken kebab; salads=lettuce,tomato"]),
    ("a large lamb kebab onion extra no tomato", ["1 large lamb kebab; salads=lettuce,extra onion"]),
    ("large lamb kebab hardly any onion", ["1 large lamb kebab; salads=lettuce,tomato,light onion"]),
    (
        "large lamb kebab not too heavy on the garlic sauce leaving out the tomato",
        ["1 large lamb kebab; salads=lettuce,onion; sauces=light garlic"],
    ),
    ("two kebabs one's lamb one's chicken both large please", ["1 large lamb kebab", "1 large chicken kebab"]),
    ("two large kebabs one is lamb and one is chicken", ["1 large lamb kebab", "1 large chicken kebab"]),
    (
        "two lamb kebabs one large one small the large one with cheese",
        ["1 large lamb kebab; extras=cheese", "1 small lamb kebab"],
    ),
    ("what drinks do you have i'll take a fanta", ["1 drink fanta"]),
    ("my number is oh four one two, large chips", ["1 large chips"]),
    ("name's sam smith and two large chips", ["2 large chips"]),
    ("two massive lamb kebabs", ["2 lamb kebab; needs=size"]),
    ("one two three cokes", ["3 drink coca-cola"]),
    ("one of each lamb and chicken kebab large", ["1 large lamb kebab", "1 large chicken kebab"]),
    (
        "two of each of the lamb and chicken gozleme please and a coke",
        ["2 lamb gozleme", "2 chicken gozleme", "1 drink coca-cola"],
    ),
    (
        "two kebabs first is large lamb no tomato second is small chicken",
        ["1 large lamb kebab; salads=lettuce,onion", "1 small chicken kebab"],
    ),
    (
        "two large lamb kebabs and another one without onion",
        ["2 large lamb kebab", "1 large lamb kebab; salads=lettuce,tomato"],
    ),
]
