"""The words of English that order things: what each does in a sentence, whatever is on the menu."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, auto
from types import MappingProxyType


class Role(IntEnum):
    """What a phrase does in an order."""

    MENU = auto()  # something the shop sells, or a choice of it
    UNKNOWN = auto()  # a content word that the menu does not know
    NUMBER = auto()
    ARTICLE = auto()  # a, an, another, some: one of what follows
    THE = auto()
    AND = auto()
    OR = auto()
    COMMA = auto()
    STOP = auto()
    WITH = auto()
    ON = auto()
    OF = auto()
    NOT = auto()
    EXTRA = auto()
    LIGHT = auto()
    ONLY = auto()
    ALL = auto()
    EXCEPT = auto()
    PLAIN = auto()
    BOTH = auto()
    EACH = auto()
    OTHER = auto()
    SAME = auto()
    THEM = auto()
    FIX = auto()  # what follows replaces what was just said
    OOPS = auto()  # may do so: "actually"
    CANCEL = auto()
    HALF = auto()
    MAKE = auto()
    ORDER = auto()
    ASK = auto()
    INSTEAD = auto()
    SWAP = auto()
    TIMES = auto()
    UNIT = auto()
    ALSO = auto()
    FILLER = auto()


_PHRASES: dict[Role, str] = {
    Role.ARTICLE: "a|an|another|some|a single|another one of",
    Role.THE: "the|that|this|those|these|my|your|his|her|our",
    Role.AND: ("and|n|en|and then|then|plus|as well as|along with|together with|and also|and a side of|followed by"),
    Role.ALSO: "also|too|as well|on top of that|in addition",
    Role.OR: "or|nor",
    Role.WITH: (
        "with|wif|wiv|including|having|w|containing|and add|add on|put on|put some|pop some|chuck some|throw some|"
        "throw on|chuck on|topped with|filled with"
    ),
    Role.ON: "on|for|in|inside|onto|into|as|in a|as a|into a",
    Role.OF: "of",
    Role.NOT: (
        "no|avoid|avoid the|avoid any|hate|i hate|without|not|hold|hold the|minus|leave off|leave off the|"
        "leave out|leave out the|skip|skip the|dont want|dont want any|dont want the|do not want|do not put|"
        "dont put|dont put any|dont include|dont add|none of|none of the|take off|take off the|ditch|ditch the|"
        "doesnt like|dont like|doesnt eat|dont eat|doesnt want|doesnt want any|hates|"
        "dont need a|dont need any|dont need|do not need|wont need|wont need a|no need for|no need for a|"
        "take out|take out the|zero|not any|no more|not with|sans|free of|lose|lose the|leave the|with no|with out|"
        "and no|never any|cant have|cannot have|nothing with|allergic to|allergy to|remove|remove the|omit|"
        "avoiding|leaving off|leaving off the|leaving out|leaving out the|skipping|skipping the|excluding the|"
        "doesnt have|doesnt have any|dont have any|nix|nix the|lacking|not including|"
        "removing|removing the|omitting|omitting the|holding the|keep off the|keep off|stay away from|"
        "omit the|exclude|excluding|less the|didnt want|without any|without the|with none of|not having|no any"
    ),
    Role.EXTRA: (
        "extra|heaps of|heaps|heap of|a heap of|lots of|lots|loads of|loads|a load of|plenty of|plenty|more|double|"
        "double the|a lot of|tons of|tonnes of|triple|additional|bulk|a bunch of|lashings of|extra extra|a ton of|"
        "masses of|double up on|double up on the|drowned in|go heavy on|heavy on|heavy on the|heavy|generous|"
        "go heavy on the|swimming in|oodles of|smothered in|an extra|some extra|a good amount of|lotsa|"
        "a whole lot of|whole lot of|a whole bunch of|whole bunch of|an extra helping of|extra helping of|"
        "a double helping of|double helping of|a big helping of|a large amount of|large amount of|large amounts of"
    ),
    Role.LIGHT: (
        "light|light on|light on the|lightly|a little|a little bit of|a bit of|bit of|little bit of|easy on|"
        "easy on the|go easy on|go easy on the|a touch of|touch of|just a touch of|not much|not too|not too much|less|"
        "a dash of|a drizzle of|drizzle of|dash of|a small amount of|tiny bit of|a tiny bit of|a hint of|hint of|"
        "just a little|just a bit of|only a little|only a bit of|not a lot of|not heaps of|go light on|"
        "go light on the|a splash of|a smidge of|a smear of|a sprinkle of|a bit|a little bit|some light|minimal|"
        "just a little bit of|not too many|not many|not so much|not so many|not that many|just a few|only a few|"
        "a sprinkling of|a squirt of|a dollop of|a tad of|a tad|small bit of|sparing with the|not that much|"
        "little|barely any|hardly any|barely|hardly|"
        "not too heavy on the|not too heavy on|not heavy on the|not heavy on|without too much|without too many|"
        "without a lot of|a thin layer of|thin layer of|a small helping of"
    ),
    Role.ONLY: "only|just|nothing but|solely|simply|purely",
    Role.ALL: (
        "the lot|everything|all|all the|all of the|the works|every|full|all of your|the whole lot|the full lot|"
        "everything on it|the lot on it|everything in it|all the works|lot"
    ),
    Role.EXCEPT: (
        "except|except for|except the|but no|but not|but|apart from|other than|besides|bar|but without|"
        "but hold the|but hold|aside from|with the exception of|but skip the|but leave off|but not the|save for|"
        "barring|but minus|but leave out|but leave out the|but leave off the|apart from the|except no|"
        "except for the|just no|but dont put|but the"
    ),
    Role.PLAIN: ("plain|dry|nothing on it|nothing in it|nothing else on it|with nothing|with nothing on it|naked"),
    Role.BOTH: (
        "both|both of them|both of those|the both|the two of them|either of them|either|either one|neither|the 2"
    ),
    Role.EACH: (
        "each|each one|all of them|each of them|every one|everyone|all of those|all 3|all 4|the lot of them|"
        "all three|all four|them all|all of it|every one of them|any of them|all 2|each of those|all of these"
    ),
    Role.OTHER: (
        "the other|the other 1|other 1|the rest|the rest of them|the second|the second 1|second 1|the others|"
        "the other 2|other|others|the last|the last 1|the third|the third 1|the remaining 1|the remaining|rest|"
        "the first|the first 1|first 1|third 1|first is|second is|third is|"
        "first 1 is|second 1 is|third 1 is|the first is|the second is|the first 1 is|the second 1 is|"
        "the fourth|the rest of it"
    ),
    Role.SAME: (
        "same again|the same again|the same|same thing|the same thing|same|another of the same|another of those"
    ),
    Role.THEM: "them|those ones|these ones|of them|of those|of these|of the ones",
    Role.FIX: (
        "sorry|no sorry|no wait|wait no|i mean|i meant|no i mean|make that|scratch that|rather|correction|oops|"
        "you know what|you know what actually|"
        "no no|hang on|hold on|no actually|sorry i meant|sorry i mean|change that to|change it to|no make that|"
        "actually make that|actually make it|no make it|my bad|my mistake|whoops|no hang on|wait|sorry make that|"
        "wait make that|let me change that|let me change that to|or rather|no rather|no no no|actually sorry|"
        "oh sorry|oh wait|oh no|wait sorry|sorry no|ah sorry|i meant to say|well actually|"
        "no hold on|no wait actually|wait actually|on second thought|on second thoughts|actually change that to|"
        "actually change it to|no i meant|no sorry i meant|no thats wrong|make those|make them|"
        "actually make them|make em|instead make that|instead make it|actually no make that|actually no make it|"
        "no change that to|no scratch that|scratch that make it|sorry wait|no wait sorry|nah|nah make it|"
        "nah make that|nah wait|nah sorry|nah actually|actually nah|no wait make that|no wait make it|"
        "should be|needs to be|should have been|was supposed to be|was meant to be|"
        "hang on make that|hang on make it|wait no make that|wait no make it|no sorry make that|sorry make it"
    ),
    Role.OOPS: "actually|instead|lets say|better make it|better make that|lets make that|lets make it",
    Role.CANCEL: (
        "scratch the|forget the|cancel the|drop the|forget about the|scrap the|never mind the|nevermind the|"
        "dont worry about the|no scratch the|actually forget the|actually cancel the|scratch|forget|cancel|drop|"
        "scrap|actually scratch the|actually drop the|actually scrap the|i dont want the|i wont have the|"
        "get rid of the|take the|actually take off the|actually dont worry about the|actually never mind the|"
        "no forget the|no cancel the|no drop the|scrap that|forget that|forget it|cancel that|dont worry about|"
        "never mind|nevermind|never mind that|forget about it|forget about that|dont worry about it|"
        "dont worry about that|cancel it|scrap it|drop that|drop it|lose that|leave it|no never mind|no forget it|"
        "actually never mind"
    ),
    Role.HALF: "half",
    Role.MAKE: (
        "make it|make it a|turn it into|make|get it as|make it into|turn that into|make it in|make that a|have it as"
    ),
    Role.INSTEAD: ("instead of|instead of the|rather than|rather than the|in place of|in place of the|not the"),
    Role.SWAP: (
        "swap|swap the|switch|switch the|replace|replace the|change the|change|substitute|sub|sub the|swap out the"
    ),
    Role.TIMES: "x|times",
    Role.UNIT: (
        "ml|mls|mil|mils|l|litre|litres|liter|liters|g|gram|grams|gm|gms|kg|kilo|kilos|inch|inches|percent|dollars|"
        "dollar|bucks|cents|am|pm|minutes|minute|mins|min|oclock|hours|hour|people|millilitre|millilitres|"
        "milliliter|milliliters|cm|oz|ounce|ounces|degrees|days|weeks|kids|of us"
    ),
    Role.ORDER: (
        "let us get|let us have|let us grab|let us do|let us order|can i get|can i have|can i please get|"
        "can i please have|can i just get|can i just have|can i grab|can i order|could i get|could i have|"
        "could i please get|could i please have|could i grab|could i order|may i have|may i get|can we get|"
        "can we have|could we get|could we have|can we please get|can we please have|can we grab|ill have|ill get|"
        "ill take|ill grab|ill do|ill order|ill go for|ill go with|well have|well get|well take|id like|id love|"
        "id like to order|id like to get|id like to have|wed like|wed love|i want|we want|i need|we need|give me|"
        "gimme|give us|get me|get us|let me get|let me have|let me grab|lets get|lets have|lets do|lets go with|"
        "lemme get|lemme have|lemme grab|lemme order|lemme|"
        "i would like|we would like|i wanna get|i wanna order|i want to order|i want to get|im after|were after|"
        "can you do me|could you do me|can you do|can you make me|can you get me|could you get me|can you give me|"
        "could i also get|can i also get|can i also have|could i also have|and ill have|ill also have|ill also get|"
        "i was after|just after|looking for|im looking for|im looking to get|can i do|could i do|chuck in|throw in|"
        "can we do|could we do|may we do|"
        "chuck me|add|add in|put in|put me down for|do me|make me|could you make me|could you give me|"
        "i was hoping to get|hoping to get|any chance i could get|any chance of|is it possible to get|"
        "would it be possible to get|is there any chance i could get|any chance i can get|is it possible to have|"
        "would it be possible to have|"
        "if so|if you do|if yes|is it ok to get|is it okay to get|is it ok if i get|is it okay if i get|"
        "how about|what about|can i try|i might get|i might have|might get|might have|"
        "i think ill have|i think ill get|i reckon ill have|i reckon ill get|ill just have|ill just get|"
        "ill just grab|we might get|we might have|he wants|she wants|they want|he will have|she will have|"
        "hell have|shell have|theyll have|he would like|she would like|shed like|hed like|gonna get|im gonna get|"
        "im gonna have|im going to get|im going to have|gonna have|going to have|going to get|could you add|"
        "can you add|can you also add|could you also add|also add|please add|i also want|and also can i get|"
        "can i add|could i add|may i please have|may i please get|may i order|may we have|id just like|"
        "ill start with|start with|lets start with|to start|we are after|we were after|could i|can i|could we|"
        "can we|may i|might i|can i please|could i please|can i just|could i just|i will have|i will get|"
        "i will take|we will have|we will get|i shall have|keen for|keen on|feel like|fancy|i fancy|i feel like|"
        "i could go for|could go for|im keen for|do you reckon i could get|could you please add"
    ),
    Role.ASK: (
        "is there|are there|are you|is the|is it|is your|is that|are the|are your|does|does it|does the|do the|"
        "do your|does your|do these|do those|does this|does that|do any|does anyone|do all|are these|are those|"
        "are any|are all|are they|is any|is all|did i|did we|did they|"
        "called before about|called about|calling about|ringing about|"
        "rang about|rang before about|asking about|about my order|have i got|did i get|"
        "have my|has my|have our|has our|was my|were my|"
        "do you|do you have|do you sell|do you do|do you guys|do they|do yous|did|what|whats|what is|what are|"
        "what time|what kind|what sort|what do|how|how much|how long|how many|how big|how do|where|wheres|where is|"
        "is it ok|is it okay|is it alright|is it ok if|is it okay if|is it alright if|"
        "when|when do|which|who|why|have you got|have you|has the|was there|were there|will the|will it|will you|"
        "would you|should i|can you tell|could you tell|can you tell me|can i ask|could i ask|am i|are we|is this|"
        "can you deliver|do u|do i|do we|have yous|you got|you guys|got any|any chance you|hows|whos|what comes|"
        "whats in|whats the|is anything|is everything|just wondering|i was wondering if you|wondering if you|"
        "i wanted to ask|wanted to ask|just wanted to check|can i check|could you explain|can i park|can i pay|"
        "could i pay|can we pay|can i come|can i speak|could i speak|can i talk|could i talk|can i ask you|"
        "i had|we had|i tried|we tried|i ate|last time i|last time we"
    ),
    Role.FILLER: (
        "upsize|upgrade|get|have|want|order|grab|take|like|need|wants|would like|got|has|"
        "ah|ahh|oh|yeah|yep|yes|yup|ya|ok|okay|right|alright|so|well|please|pls|plz|thanks|thank you|ta|"
        "cheers|mate|bro|brother|buddy|boss|love|darling|darl|luv|hun|hon|sweetie|babe|pal|champ|legend|man|dude|"
        "cuz|sir|maam|guys|hi|hello|hey|hiya|"
        "gday|good day|good evening|good afternoon|good morning|evening|afternoon|morning|how are you|"
        "how are you going|hows it going|how ya going|how you going|how are ya|hi there|hello there|how you doing|"
        "how is it going|hope youre well|i|im|id|ill|ive|me|we|us|were|you|u|youre|he|she|they|it|its|to|be|is|are|"
        "was|will|would|could|should|can|may|might|do|been|being|had|gonna|going|go|really|very|pretty|quite|"
        "kind of|kinda|sort of|sorta|you know|i guess|i think|i suppose|i reckon|reckon|think|maybe|perhaps|"
        "probably|there|here|now|today|tonight|tomorrow|thats|thats all|thats it|that is all|that is it|"
        "that will be all|thatll be all|thatll do|thats everything|nothing else|nothing more|if you can|"
        "if possible|if thats ok|if thats okay|if you dont mind|when you get a chance|when youre ready|whenever|"
        "for pickup|for pick up|pickup|pick up|pick|up|to go|takeaway|take away|to take away|for takeaway|"
        "for take away|for dinner|for lunch|for tea|for delivery|delivery|dinner|lunch|for now|for me|for us|"
        "for myself|for my|for him|for her|for the|for them|from|at|by|if|because|cause|cos|since|while|whom|"
        "not sure|lets see|let me see|let me think|see|look|know|mean|say|said|says|tell|want to|wanna|need to|"
        "have to|trying to|try|trying|ask|asked|asking|come|coming|came|calling|call|ringing|ring|speak|speaking|"
        "order some|some food|food|something|anything|thing|things|stuff|kind|sort|type|way|bit|wife|husband|"
        "partner|girlfriend|boyfriend|kid|son|daughter|friend|friends|mum|dad|mother|father|sister|boy|girl|guy|"
        "lady|myself|himself|herself|again|back|over|off|out|down|away|around|about|after|before|until|once|twice|"
        "still|already|yet|ever|always|never|often|sometimes|usually|good|great|nice|lovely|perfect|awesome|"
        "excellent|beautiful|cool|fine|sweet as|no worries|no problem|no thanks|no thank you|nah thanks|no drama|"
        "no rush|no hurry|thatll|thatll be it|thatll be everything|"
        "no dramas|all good|too easy|for sure|sure|absolutely|definitely|certainly|of course|indeed|exactly|bye|"
        "goodbye|see you|see ya|later|soon|quick|quickly|hungry|starving|actually i|any|anyway|anyways|else|even|"
        "ones|first|firstly|second|secondly|third|last|lastly|finally|next|start|starting|begin|put|throw|chuck|"
        "pop|do it|let|lets|let me|give|bring|make sure|keep|place|number|my order|an order|the order|orders|"
        "ordering|ordered|wanted|wanting|on top|on it|in it|in there|on there|on that|with that|to that|inside it|"
        "on them|of it|of that|all up|total|in total|altogether|at all|either way|each way|on the side|side|sides|"
        "sorta thing|or something|or whatever|and stuff|and that|innit|eh|hey mate|hi mate|yeah hi|yeah hey|"
        "yeah nah|yeah mate|nah yeah|hows things|ya know|busy|there please|that please|those please|youve|youll|"
        "youd|theyre|theyve|hes|shes|weve|wed|dont|doesnt|didnt|cant|couldnt|wont|wouldnt|shouldnt|isnt|arent|"
        "wasnt|werent|havent|hasnt|hadnt|couldve|wouldve|possible|possibly|able|happy|keen|welcome|excuse|"
        "wondering|"
        "excuse me|pardon|ready|done|finish|finished|end|stop|much|many|few|enough|such|same as|each and every|"
        "well do|on its own|by itself|on their own|by themselves|"
        "whatever|whichever|wherever|day|night|week|time|moment|second please|sec|a sec|one sec|1 sec|"
        "1 moment|a minute|a moment|hang|waiting|name|phone|address|street|road|parking|park|front|car|open|close|"
        "closed|shop|store|menu|hear|listen|sound|sounds|noise|loud|line|bad line|talk|talking|sorry about that|"
        "sorry mate|allergy|allergies|allergic|gluten|old|new|big appetite|long|short|hot|cold|warm|fresh|toasted|"
        "well done|cut in half|wrapped|separate|separately|cut|special|usual|the usual|regular|normal|standard|"
        "so that|leave that off|leave it off|take that off|leave that out|leave it out|added|"
        "what a|what an|that should be all|that should be it|that should be everything|should be all|"
        "should be right|should be good|should be fine|should be it|should be ready|"
        "hows your night going|hows your night|hows your day going|hows your day|hows your evening|hows life|"
        "how have you been|howve you been|how are things|hows work|what did you want|what do you want|"
        "what are you having|what are you getting|what are you after|what would you like|what was it|"
        "whatsoever|made|to share|for the little 1|for the little ones|for my little 1|for the kids|"
        "than|between|through|during|per|via|within|upon|under|above|below|near|every time"
    ),
}


def _table() -> Mapping[str, Role]:
    table: dict[str, Role] = {}
    # Earlier roles win: FILLER comes last, so that a word that orders is never swallowed.
    for role, phrases in _PHRASES.items():
        for phrase in phrases.split("|"):
            table.setdefault(phrase.strip(), role)
    return MappingProxyType(table)


PHRASES: Mapping[str, Role] = _table()
# Questions that ask for nothing that is sold: an order can begin right behind them.
ASKS_FOR_NOTHING = frozenset(
    (
        "are you|are we|am i|is that|is this|have i got|did i get|hows|where|wheres|where is|what time|"
        "can i pay|could i pay|can we pay|can i park|"
        "can i come|is it ok|is it okay|is it alright|is it ok if|is it okay if|is it alright if"
    ).split("|")
)
# With one of these they may ask for something all the same ("are you still doing").
SELLING = frozenset("do doing sell selling make making serve serving have having get got getting put stock".split())
PRONOUNS = frozenset(("i", "we", "you", "u", "ya", "yous", "he", "she", "they", "someone", "anyone", "your"))
CONTAINERS = frozenset(
    word + ending
    for word in (
        "serve serving portion piece slice order plate cup glass bottle can box bowl bag tin pot tub pack "
        "packet side round bit lot bucket basket tray jar carton jug shot scoop stick "
        "pump squirt dollop spoon spoonful teaspoon teaspoonful handful helping sprinkle splash dash drizzle"
    ).split()
    for ending in ("", "s")
) | {"boxes", "glasses"}
# Verbs that ask for something: what was left off before is not meant any more.
ADDING = frozenset("put add pop chuck throw have get want give make".split())
# As it always is: nothing is chosen with these, unless the menu says so.
USUAL_WORDS = frozenset(("regular", "normal", "standard", "usual"))
# What is said while somebody thinks.
HESITATIONS = frozenset("ah yeah please like say".split())
# What slips in between the words of one name.
INSIDE_NAMES = frozenset("ah like you know".split())
# Sounds that are no words, wherever they stand.
HESITATION_SOUNDS = frozenset("um umm uhm uh uhh er err erm hm hmm mm".split())
QUANTITIES: Mapping[str, int] = MappingProxyType(
    {
        "a couple": 2, "a couple of": 2, "couple of": 2, "couple": 2, "a pair of": 2, "a pair": 2, "pair of": 2,
        "pair": 2,
        "half a dozen": 6, "half dozen": 6, "a half dozen": 6, "half a dozen of": 6, "a dozen": 12, "a dozen of": 12,
        "dozen": 12, "1 dozen": 12, "2 dozen": 24, "3 dozen": 36, "4 dozen": 48, "5 dozen": 60, "10 dozen": 120,
        "a hundred": 100, "1 hundred": 100, "hundred": 100, "hundreds of": 100, "a thousand": 1000, "thousand": 1000,
        "a million": 1_000_000, "million": 1_000_000, "zero": 0, "1 more": 1, "2 more": 2, "3 more": 3, "another 2": 2,
        "another 3": 3, "another 4": 4, "a half a dozen": 6, "a coupla": 2, "coupla": 2, "another 1": 1,
        "another couple of": 2, "another couple": 2,
    }
)  # fmt: skip
# Which half of an item is meant, where a menu knows halves: "" is the next, "other" the one that was not meant last.
HALVES: Mapping[str, str] = MappingProxyType(
    {
        f"{first}{side}{of}": part
        for part, sides in {
            "": ("half", "1 half", "1 side"),
            "other": ("other half", "other side", "remaining half", "opposite half", "opposite side"),
            "left half": ("left half", "left side", "left hand side", "first half", "top half"),
            "right half": ("right half", "right side", "right hand side", "second half", "bottom half"),
            "whole": ("whole thing", "entire thing", "whole", "both halves", "both sides"),
        }.items()
        for side in sides
        for first in ("", "the ", "a ", "on ", "on the ", "on a ")
        for of in ("", " of it")
    }
    | {"on the left": "left half", "on the right": "right half", "all over": "whole"}
)
# Halves only where one was named before ("X on half and Y on the other"); else they speak of lines.
HALVES_AGAIN: Mapping[str, str] = MappingProxyType(
    {"on the other": "other", "on the other 1": "other", "on the second": "other", "on the first": "left half"}
)
# Heard in place of a number, and one only where a number can stand (ordering rules, What words mean, 11).
SOUNDS_LIKE_NUMBER: Mapping[str, int] = MappingProxyType(
    {"to": 2, "too": 2, "won": 1, "for": 4, "tree": 3, "ate": 8, "tu": 2}
)
