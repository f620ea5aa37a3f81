"""The English words of quantities: numbers, units, hedges, changes."""

from __future__ import annotations

from decimal import Decimal

from esep.language.reading.lexicon import Form, Lexicon, Multiple, Numeral, UnitWord
from esep.model.claim import Direction, Hedge, QuantityKind

_CARDINALS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    *("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"),
    *("ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"),
    *("sixteenth", "seventeenth", "eighteenth", "nineteenth"),
)
_NUMERALS = (
    {word: Numeral(at) for at, word in enumerate(_CARDINALS)}
    | {word: Numeral(20 + 10 * at) for at, word in enumerate(_TENS)}
    | {word: Numeral(at, Form.ORDINAL) for at, word in enumerate(_ORDINALS)}
    | {f"{word}s": Numeral(at, Form.ORDINAL) for at, word in enumerate(_ORDINALS) if at > 2}
    | {f"{word[:-1]}ieth": Numeral(20 + 10 * at, Form.ORDINAL) for at, word in enumerate(_TENS)}
    | {"hundred": Numeral(100), "hundredth": Numeral(100, Form.ORDINAL)}
)
_PARTS = "thirds|fourths|fifths|sixths|sevenths|eighths|ninths|tenths"
_PART = "third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_SMALL = "|".join(_CARDINALS[1:10])
_SHARE_OF = r"(?= (?:of|more|less|higher|lower|fewer|larger|smaller)\b| ?(?:[.,;:)]|$))"

_STOP = (
    r"(?:a|an|another|the|of|in|on|at|by|for|to|from|with|as|than|per|and|or|"
    r"but|that|which|who|whose|"
    r"is|are|was|were|be|been|being|has|have|had|will|would|should|can|could|may|might|must|do|"
    r"did|does|more|less|up|down|this|these|those|it|its|their|they|he|she|we|compared|against|"
    r"worth|so|while|where|when|also|already|now|not|into|over|under|out|last|next|due|"
    r"[a-z]+ed(?= (?:in|by|on|to|at|from|with|for|and|last|this))|went|came|took|made)\b"
)

# A full stop belongs to a short word only where the sentence goes on.
_DOT = r"(?:\.(?= ?\w))?"
_WORD = r"[^\W\d_][^\W_]*(?:-[^\W\d_]+)*"
_PLURAL = r"(?:people|men|women|children|staff|cattle|sheep|[^\W_]+(?:-[^\W_]+)*(?<![sui])s)\b"
_MONEY = QuantityKind.MONEY
_MEASURE = QuantityKind.MEASURE
_OTHER = QuantityKind.OTHER
_COUNT = QuantityKind.COUNT

LEXICON = Lexicon(
    code="en",
    decimal_marks=".",
    comma_groups=True,
    money_nouns=(
        r"(?:[a-z]+ )?(?:investments?|funds?|funding|loans?|subsid(?:y|ies)|tax(?:es)?"
        r"|revenues?|credits?|money|grants?|capital|transfers?|spending)"
    ),
    bare_billions=True,
    numeral=_NUMERALS.get,
    scales={
        12: rf"trillions?\b|(?:trln|trl|trn|tln)\b{_DOT}",
        9: rf"billions?\b|(?:bln|bn|mlrd|bil)\b{_DOT}",
        6: rf"millions?\b|(?:mln|mn|mio|mil)\b{_DOT}|(?<=\d)m(?= {_PLURAL})",
        3: rf"thousands?\b|(?:thsd|thous|ths|k)\b{_DOT}",
    },
    money_scales={12: r"(?:tn|t)\b", 9: r"b\b", 6: r"(?:mm|m)\b"},
    number_gap=r" and |[ -]",
    scale_alone=r"(?!)",
    not_alone=r"(?!)",
    half=r" and a half\b",
    ordinal_ending=r"(?:st|nd|rd|th)\b",
    cardinal_ending=r"",
    one_of={
        r"half an? ": Decimal("0.5"),
        r"a quarter of an? ": Decimal("0.25"),
        r"an? (?=(?:hundred|thousand|million|billion|trillion)\b)": Decimal(1),
    },
    fractions={
        rf"(?:a )?half(?= of\b| the\b| its\b| their\b| that\b|{_SHARE_OF})(?! the time)": Decimal(
            "0.5"
        ),
        r"three[ -]quarters\b": Decimal("0.75"),
        r"(?:a|one) quarter of\b": Decimal("0.25"),
        rf"(?:a|one) quarter{_SHARE_OF}": Decimal("0.25"),
    },
    fraction=(
        rf"(?P<n>{_SMALL})[ -](?P<d>{_PARTS})\b",
        rf"(?:an?|one)[ -](?P<d>{_PART}){_SHARE_OF}",
        r"every (?P<d>second|third|fourth|fifth|tenth)\b",
        rf"(?<=by )(?:an?|one)[ -](?P<d>{_PART})\b",
        rf"(?P<n>{_SMALL}) (?:in|out of)(?: every)? (?P<d>{_SMALL}|ten|\d{{1,3}})\b(?! [a-z]+s\b)",
    ),
    multiples=(
        Multiple(r"(?:more than )?doubl(?:ed|es|ing)\b", Decimal(2), Direction.UP),
        Multiple(r"double\b(?!-)", Decimal(2), Direction.UP),
        Multiple(r"(?:twice|twofold|two-fold)\b", Decimal(2)),
        Multiple(r"tripl(?:ed|es|ing|e)\b|trebl(?:ed|es|ing)\b", Decimal(3), Direction.UP),
        Multiple(r"(?:threefold|three-fold|thrice)\b", Decimal(3)),
        Multiple(r"quadrupl(?:ed|es|ing|e)\b", Decimal(4), Direction.UP),
        Multiple(r"(?:fourfold|four-fold)\b", Decimal(4)),
        Multiple(r"(?:fivefold|five-fold)\b", Decimal(5)),
        Multiple(r"halv(?:ed|es|ing)\b", Decimal("0.5"), Direction.DOWN),
        Multiple(r"(?<=in )half\b|(?<=by )half\b", Decimal("0.5"), Direction.DOWN),
    ),
    vague=(
        r"(?:dozens?|tens|hundreds|thousands|millions|billions|scores) of\b"
        r"|(?:several|a few|many|some) (?:dozen|hundred|thousand|million|billion)s?\b|a dozen\b"
    ),
    name_ahead=" ?",
    money_ending=r"\b",
    sign_ending=r"\b",
    currency_before=(
        UnitWord("USD", _MONEY, r"(?:us ?\$|usd|\$) ?"),
        UnitWord("other", _MONEY, r"(?:eur|euro|€|rub|₽|gbp|£|cny|¥) ?"),
    ),
    units=(
        UnitWord(
            "percentage_point",
            QuantityKind.POINTS,
            r"(?:percentage|percent|per cent|pct|%)[ -]points?\b|p\.p\.?(?!\w)|pps?\b|p/p\b",
        ),
        UnitWord("percent", QuantityKind.PERCENT, r"%|percent\b|per cent\b|pct\b"),
        UnitWord("USD", _MONEY, r"(?:us |u\.s\. |american )?dollars?\b|usd\b|\$"),
        UnitWord("other", _MONEY, r"euros?\b|eur\b|€|roubles?\b|rubles?\b|rub\b|₽|yuan\b"),
        UnitWord("other", _OTHER, r"times (?:a|per) (?:year|month|week|day)\b"),
        UnitWord("times", QuantityKind.TIMES, r"times\b|fold\b|x\b"),
        # A rate takes the number it is of with it: 16.9 per 100,000 people.
        UnitWord(
            "other",
            _OTHER,
            r"(?:toe )?per (?:(?:\d[\d, ]*|a|one) )?(?:hundred |thousand |million )*"
            r"(?:live |us )?(?:births?|people|persons|residents|inhabitants|women|men|children|"
            r"population|capita|dollars)\b",
        ),
        UnitWord("other", _OTHER, r"(?:square|sq\.?|cubic) ?(?:kilomet(?:er|re)s?|km)\b|km[2²]"),
        UnitWord("m2", _MEASURE, r"(?:square|sq\.?) ?(?:met(?:er|re)s?|m)\b\.?|sqm\b|m[2²](?!\w)"),
        UnitWord(
            "other",
            _OTHER,
            r"(?:cubic|cu\.?) ?(?:met(?:er|re)s?|m)\b|m[3³](?!\w)|mg/m[3³]|[kmgt]wh?(?:/h)?\b"
            r"|gcal(?:/h)?\b|(?:kilo|mega|giga)?watts?(?:[ -]hours?)?\b|gigacalories?\b|kv\b|toe\b"
            r"|lit(?:er|re)s?\b|(?:kilo)?gram(?:me)?s?\b|kg\b|centners?\b|quintals?\b|[ct]/ha\b"
            r"|barrels?\b|(?:passenger|tonne|ton)[- ]k\w+|km/h\b|met(?:er|re)s?\b|mm\b|cm\b|m(?!\w)"
            r"|degrees?\b|°c?|stor(?:ies|e?ys?)\b"
            r"|(?:months?|years?|days?|weeks?|hours?|minutes?|seconds?)\b",
        ),
        UnitWord("tonne", _MEASURE, r"(?:metric )?tons?\b|tonnes?\b|t(?!\w)"),
        UnitWord("hectare", _MEASURE, r"hectares?\b|ha\b"),
        UnitWord("km", _MEASURE, r"kilomet(?:er|re)s?\b|km\b"),
    ),
    nouns=(
        UnitWord(
            "count",
            _COUNT,
            r"jobs?|workers?|employees?|hires?|vacanc(?:y|ies)|specialists?|staff|workplaces?"
            r"|eggs?|pieces?|units?",
        ),
        UnitWord(
            "place",
            _COUNT,
            r"seats?|beds?|pupils?|students?|schoolchildren|children|kids|places?|learners?"
            r"|toddlers?|infants?|preschoolers?|youngsters?",
        ),
        UnitWord(
            "person",
            _COUNT,
            r"people|persons?|residents?|visitors?|tourists?|patients?|citizens?|inhabitants?"
            r"|passengers?|men|women|specta\w+|guests|travell?ers|unemployed|kazakhstanis",
        ),
    ),
    noun_phrase=(
        rf"(?:[ -](?!{_STOP})(?:small and medium(?:[- ]sized)?|{_WORD})){{0,3}}?"
        rf"[ -](?!{_STOP}){_PLURAL}|[ -](?!{_STOP}){_WORD}"
    ),
    rank_before=(
        r"(?:rank(?:s|ed|ing)?|comes?|came|placed|takes?|took|stands?|stood|sits?|"
        r"sat|is|are|was|were|"
        r"finished|moved|climbed|rose|up|went|jumped|slipped|dropped|fell)(?: up| down)?"
        r"(?: (?:the|at|in|to|from|into|as|number|no\.?|among|of|its|a|\w+th to|\w+th))*? ?"
    ),
    rank_after=(
        r"[- ](?:place|position|rank|spot)s?\b|(?= (?:nationwide|countrywide|"
        r"in the (?:country|nation|republic|ranking))\b)|(?= (?:of|out of|"
        r"among) (?:\d|the (?:regions|\d)))"
    ),
    cardinal_rank=r"(?!)",
    top=r"top(?: |-)",
    tops={},
    ranked_before=r" (?:(?:place|position) )?(?:of|out of|among)(?: the)? ",
    ranked_after=r"(?!)",
    one=r"one\b",
    hedges_before={
        Hedge.OVER: (
            r"(?:(?:slightly |well |far |just |a little )?(?:over|above|more than)|"
            r"exceed(?:s|ed|ing)?|in excess of|upwards of|"
            r"surpass(?:ed|es|ing)?|topp(?:ed|ing)"
            r"|(?:(?:pass|cross|clear)(?:ed|es|ing)|topped|topping|broke|breaking) the) ?"
        ),
        Hedge.AT_LEAST: r"(?:at least|(?:no|not) (?:less|fewer) than) ?",
        Hedge.UNDER: r"(?:less than|fewer than|(?:just |slightly |well )?(?:under|below)) ?",
        Hedge.ALMOST: r"(?:nearly|almost|close to|just short of|approaching|virtually) ?",
        Hedge.UP_TO: r"(?:(?:no|not) more than|at most|a maximum of) ?",
        Hedge.ABOUT: (
            r"(?:about|some|around|roughly|approximately|circa|approx\.?|ca\.|"
            r"an estimated|estimated|~|≈) ?"
        ),
    },
    hedges_after={
        Hedge.OVER: r" ?(?:and (?:more|above|over)(?! than| \d| of)|plus\b|\+)|\+",
        Hedge.AT_LEAST: r" ?or more",
        Hedge.ABOUT: r" or so\b",
    },
    range_before=r"from",
    cap_before=r"(?<!went )(?<!sped )(?<!moved )(?<!brought )(?<!goes )up to",
    cap_after=r"",
    reached=r"reach(?:es|ed|ing)?|gets?|makes?|getting|making",
    rise=(
        r"(?:up|higher|more(?! than [\d$₸k])|above|gain(?:s|ed|ing)?|r[oi]s(?:e|es|en|ing)|rose|"
        r"gr(?:ow|ew|own|ows|owing|owth)|"
        r"increas\w*|climb\w*|jump\w*|surg\w*|expand\w*|rais\w*|added|adding|boost\w*|improv\w*|"
        r"advanc\w*|soar\w*|exceed\w*|accelerat\w*|better|greater|larger|multipl\w+|"
        r"upturn|surplus)\b"
    ),
    fall=(
        r"(?:down|lower|less|fewer|below|fall(?:s|en|ing)?|fell|drop\w*|declin\w*|decreas\w*|"
        r"reduc\w*|cut(?:s|ting)?|shr[aiu]nk\w*|slid|slump\w*|slow\w*|lost|losing|contract\w*|"
        r"worse|smaller|downturn|lag\w*|dipped|halv\w*)\b"
    ),
    by_before=(
        r"by|up|down|(?:growth|rise|increase|gain|decline|drop|fall|decrease|"
        r"reduction|cut|jump|surge)s?(?: rate)?(?: of|,? at| was| is| reached| made(?: up)?|"
        r" amounted to| came to| totall?ed| stood at)|(?:gained|grew|rose|fell|lost|added|jumped|"
        r"climbed|dropped|declined|increased|decreased|expanded|shrank|moved|"
        r"advanced|surged|gaining|growing|rising|adding|falling|up a|a)"
    ),
    by_after=(
        r" ?(?:up|down|more|less|higher|lower|above|below|better|worse|fewer|"
        r"greater|growth|increase|rise|decline|drop|fall|decrease|gain|upturn|"
        r"upswing|over (?=\d|the|last)|on (?=\d|the|last|a year))\b"
    ),
    grew_by_before=(
        r"by|(?:growth|rise|increase|gain|decline|drop|fall|decrease|reduction|"
        r"cut)s? of"
    ),
    grew_by_after=r" (?:higher|lower) than\b",
    level_before=(
        r"to|at|reach(?:ed|ing|es)?|total(?:l?ed|l?ing|s)?|amount(?:ed|ing|s) to|"
        r"was|were|stood at|came to|made up|mak(?:es|ing) up|account(?:ed|ing|s) for"
    ),
    level_after=r"",
    stated_after=r"(?!)",
    from_before=r"from",
    from_after=r"",
    to_before=r"(?:up |down )?to",
    to_after=r"",
    share_after=r" (?:of|share|are|is)\b",
    year_before=r"in|since|until|by|for|of|from|during|before|after|than|to|and|through|over|the",
    year_after=r" year\b",
    index=r"ind(?:ex|ices)|indicator|ifo|stei",
    part_before=r"of (?:which|whom|them|these|those)|including|among them",
    part_after=r" (?:of (?:which|whom|them|these|those)|out of (?:them|these|those))\b",
    ranges=(("between", " and "), ("", " to ")),
    names_before={
        "document number": (
            # Sheep number 4.9 million.
            r"no\.?|(?<!s )(?<!sheep )(?<!people )(?<!cattle )(?<!this )number|№|#|"
            r"articles?|paragraphs?|clause|section|order|decree|resolution|law|phone|tel\.?|fax"
        ),
        "heading number": r"chapter|table|figure|page|item|annex|appendix|step",
        "age": r"aged?|ages(?: of)?",
        "order": r"phase|stage|unit|block|school|route|line|channel|version",
    },
    names_after={
        "anniversary": r" ?-?(?:anniversar|year anniversary|jubilee|birthday)",
        "age": r"[- ]years?[- ]olds?\b|[- ]years? of age\b",
        "time of day": r" ?(?:a\.m\.|p\.m\.|am\b|pm\b|o'clock)",
        "per unit": r"(?<=\bper )|(?<=\bevery )|(?<=\bfor each )",
        "people": (
            r" (?:men|women|leaders|presidents|sides|parties|officials|interlocutors|"
            r"akims|deputies|governors|politicians|colleagues)\b"
            r"| heads of (?:states?|governments?|regions?|delegations?|departments?)\b"
        ),
        "order": (
            r"(?<=first) to (?!\w+(?:nd|rd|th)\b)| (?:sessions?|meetings?|congress|"
            r"session|edition|time|day|stage|phase|"
            r"half|steps?|stages?|phases?|century|generation|deputy|wave)\b"
        ),
        "document number": r" ?(?:article|paragraph)\b",
        "duration": (
            r"(?:(?<=first time in \d)|(?<=first time in \d\d)|(?<=first time in the last \d\d)"
            r"|(?<=first time in ten)|(?<=first time in the past \d\d)) years?\b"
        ),
        "shift": r"[- ]shifts?\b",
        "heads of a plan": (
            r" (?:major|main|key|priority|basic|strategic) "
            r"(?:areas|directions|priorities|tasks|goals|pillars|sectors|principles)\b"
        ),
        "first to do something": r"(?<=\bfirst) (?:in [a-z]+ing|to [a-z]+)\b",
        "name of a plan": (
            r"[- ]year (?:plans?|programmes?|programs?|strateg(?:y|ies)|development)\b"
        ),
        "name": r"(?<=[a-z] [2-9]) (?:programme?|initiative)\b",
    },
    whole_before=r"of(?: the| all)?",
    whole_between=r" (?:out )?of(?: the| all| its| their)? ",
    contrast=r",? (?:while|whereas)\b",
    connective=(
        r",? (?:and|or|to|against|versus|,)(?: (?:by|to|from|of|in|for|the|only))* |"
        r", ?(?:and |or |to )?|/"
    ),
)
