"""The Kazakh words of quantities, folded from either alphabet, with their endings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from esep.language.kazakh_numerals import ONES, TENS, ZERO
from esep.language.reading.letters import fold
from esep.language.reading.lexicon import MONEY, Form, Lexicon, Multiple, Numeral, UnitWord
from esep.language.reading.roman import roman
from esep.model.claim import Hedge, QuantityKind

# Plural, possessive, case, in this order; what a noun or a numeral ends with.
_CASE = r"n[yi]n|[dt][yi]n|[gqk][ae]|n[ae]|[ndt][yi]|n?[dt][ae](?:g[yi])?|[dtn][ae]n|[mbp]en|n"
_ENDING = rf"(?:[ldt][ae]r)?(?:s?[yi])?(?:{_CASE}|[dt][ae]i)?(?![a-z])"
_OF = r"(?:[ldt][yi][kq])?"
"""What makes an adjective of a unit: 30 шақырымдық, 5 гектарлық."""
_WRITTEN_ENDING = rf"(?: ?- ?{_OF}(?:s?[yi])?(?:{_CASE}|[dt][ae]i)?(?![a-z]))?"


def _folded(pattern: str) -> str:
    """Fold a pattern; `~` stands for any endings of the word before it, `#` for the word's end."""
    return fold(pattern).replace("~", _ENDING).replace("#", "(?![a-z])")


_STEMS = {
    fold(word): value
    for value, word in [
        *enumerate((ZERO, *ONES[1:])),
        *((10 * at, word) for at, word in enumerate(TENS) if at),
        (100, "жүз"),
        *zip(range(2, 8), ["екеу", "үшеу", "төртеу", "бесеу", "алтау", "жетеу"], strict=True),
    ]
}
_ORDINAL = r"(?:s?[yi])?nc[yi]"
_NUMERAL = re.compile(
    rf"(?P<stem>{'|'.join(sorted(_STEMS, key=len, reverse=True))})(?P<order>{_ORDINAL})?-?{_ENDING}"
)
# What looks like a number with an ending and never is one: his, him, in fact, gold, for.
_OTHER_WORDS = frozenset(
    map(
        fold,
        [
            *("оның", "оны", "онымен", "онан", "оған", "одан", "ондай"),
            *("екеуінде", "үшеуінде", "төртеуінде", "екеуіне", "үшеуіне", "екеуінің", "үшеуінің"),
            *("жүзінде", "жүзінен", "жүзіне", "алтын", "үшін"),
        ],
    )
)


def numeral(word: str) -> Numeral | None:
    if word in _OTHER_WORDS:
        return None
    match = _NUMERAL.fullmatch(word)
    if not match:
        return roman(word)
    form = Form.ORDINAL if match["order"] else Form.CARDINAL
    return Numeral(_STEMS[match["stem"]], form)


def _measured(pattern: str) -> str:
    """Fold the pattern of a unit, which may be told as an adjective."""
    return fold(pattern).replace("~", _OF + _ENDING).replace("#", "(?![a-z])")


def _hedges(words: Mapping[Hedge, str]) -> dict[Hedge, str]:
    return {hedge: _folded(pattern) for hedge, pattern in words.items()}


_STOP = _folded(
    r"(?:мен|бен|пен|және|ішінде|арасында|ал|да|де|та|те|үшін|бойынша|туралы|дейін|дей[ыі]н|"
    r"астам|артық|жуық|кем|көп|еді|екен|тиіс|керек|қажет|орнына|"
    r"аз|аса|бар|жоқ|болды|болып|болады|бола|болатын|тең|жетті|жетіп|жетеді|"
    r"құра[a-z]*|өс[тік][a-z]*|"
    r"артты|артып|көбейді|төмендеді|азайды|бұл|ол|олар[a-z]*|оның|осы|сол|яғни|немесе|кейін|бұрын|"
    r"(?:салын|ашыл|беріл|құрыл|жөндел|бөлін|тартыл|жинал|өндіріл|орындал|қамтыл|жұмсал|"
    r"жеткіз|бағыттал|қарал|құйыл|асад|асқан)[a-z]*|"
    r"іске|жүзеге|(?:қос|сал|ал|бер|бөл|жина|төле|жұмса|құй|тарт|кет|ас|ұсын|бағытта|бағышта)(?:[dt]"
    r"[yi]|[ae]d[yi]|idy|idi|sa|se)|"
    r"(?!мектеп|кітап|талап|есеп|қасап)[a-z]{3,}(?:ап|еп)|[a-z]{3,}(?:тты|тті|лып|"
    r"ліп|нып|ніп|лады|леді|"
    r"нады|неді|ған|ген|қан|кен|атын|етін|йтын|йтін|мақ|мек|бақ|бек|пақ|пек|ып|іп))#"
)
_ADJECTIVE = _folded(
    r"(?:шағын және орта|[a-z-]+(?:лық|лік|дық|дік|тық|тік|лы|лі|ғы|гі)|жаңа|"
    r"ірі|шағын|орта|үлкен|жеке|шетелдік|заманауи)#"
)
_RISE = _folded(
    r"(?:өс(?:ті|к|у|і|е)[a-z]*|арт(?:ты|ып|а|қан|у|тыр|қ|ық)[a-z]*|көбе[йю][a-z]*|көбірек|көп#|"
    r"көтер[a-z]*|ұлға[йю][a-z]*|"
    r"жоғары(?! (?:сапа|деңгей|сана|оқу|сұрып|білім|өнім|технолог|дәреже))[a-z]*|"
    r"қос(?:ты|қан)[a-z]*|үде[a-z]*|кеңе[йю][a-z]*|"
    r"молай[a-z]*|қымбатта[a-z]*|асып#|асты#)"
)
_FALL = _folded(
    r"(?:төменде[a-z]*|төмен#|аза[йю][a-z]*|кемі[a-z]*|кему[a-z]*|қысқар[a-z]*|"
    r"түс(?:ті|іп|кен|еді)[a-z]*|"
    r"құлдыра[a-z]*|арзанда[a-z]*|аз#|кем#|баяула[a-z]*|шегін[a-z]*)"
)
_TO = r"(?<=[gqkn][ae])"
_MONEY = QuantityKind.MONEY
_MEASURE = QuantityKind.MEASURE
_OTHER = QuantityKind.OTHER
_COUNT = QuantityKind.COUNT
# A full stop belongs to a short word only where the sentence goes on.
_DOT = r"(?:\.(?= ?[a-z]))?"

LEXICON = Lexicon(
    code="kk",
    decimal_marks=",.",
    comma_groups=False,
    numeral=numeral,
    scales={
        12: _folded(r"(?:триллион~|трлн#)") + _DOT + _WRITTEN_ENDING,
        9: _folded(r"(?:миллиард~|млрд#)") + _DOT + _WRITTEN_ENDING,
        6: _folded(r"(?:миллион~|млн#)") + _DOT + _WRITTEN_ENDING,
        3: _folded(r"(?:мың~|тыс#)") + _DOT + _WRITTEN_ENDING,
    },
    money_scales={9: r"b(?![a-z])"},
    number_gap=r"[ -]",
    named_ahead=_folded(r"(?P<noun>[a-z-]+(?: [a-z-]+)?) сан(?:ы[a-z]*|)(?: [a-z]+){0,3}(?: -)?")
    + r"|(?P<many>[a-z]{2,}(?:[dtl][ae]r)) -",
    room_after=_folded(
        r" (?:[a-z]+ )?(?:арналған|лайықталған|есептелген|сыятын|сыйымды|сиятын|лайық|шақталған)"
    ),
    measured_ahead=_folded(
        r"(?:былтыр[a-z]*|биыл[a-z]*|өткен жыл[a-z]*|(?:алдыңғы|келесі|бұрнағы) жыл[a-z]*|бұрын"
        r"|[a-z]*(?:керегі|қажеті|қалғаны|жоспары|межесі|сұранысы|қажеттілігі|қалдығы|алдағысы)"
        r"|¤+(?: ?жыл[a-z]*)?)(?: -)?(?: (?:небәрі|бар болғаны|тек|ол|бұл))?"
    ),
    money_nouns=_folded(
        r"(?:[a-z]+ )?(?:қаржы|қаражат|ақша|инвестиция|несие|субсидия|салық|кіріс|шығын|табыс"
        r"|қарыз|грант|көмек|салым|кредит|түсім|шығыс|капитал|трансферт)~"
    ),
    inflected=_folded(r"(?:мың|миллион|миллиард|триллион)(?:ын|ынан|ына|ының|ында|ды|ны)"),
    bare_billions=True,
    scale_alone=_folded(
        r"(?:мың|миллион|миллиард|триллион)(?:#|(?:нан|дан|ға|қа|ның|дың)(?= (?:астам|аса|асты"
        r"|артық|көп|жуық|таяу|жақын|тарта|үстінде|шамасында|айналасында|төңірегінде|кем|дейін)))"
    ),
    not_alone=_folded(
        # "Positive" sounds as "ten" once its nasal is folded: оң динамика.
        r"он(?=-| ?(?:динамика|сипат|өзгеріс|нәтиже|баға|үрдіс|тенденция|жаққа|ықпал|көзқарас|"
        r"әсер|қарқын|көрсеткіш|шешім|серпін|қорытынды|өсім|пікір|бағыт|жағына|қабақ|баланс|сальдо)[a-z]*)"
        r"|онды|онда(?:ғы)?#|бір[гд]е#|тоқсан(?:да|ның|ға|нан|дағы|ы|ын|ында|ының|ына)#"
    ),
    half=_folded(r" жарым#"),
    ordinal_ending=_folded(r"-(?:(?:ін|ын|н)?ш[іы])~")
    # "3-шағынаудан": a hyphen before a noun makes the number an ordinal.
    + rf"|(?=-(?!(?:[ae]u)?(?:s?[yi])?(?:{_CASE}|[dt][ae]i)?(?![a-z]))[a-z]{{3}})",
    cardinal_ending=rf"-(?!\d)(?:[ae]u)?(?:s?[yi])?(?:{_CASE}|[dt]ai|[dt]ei)?(?![a-z])",
    one_of={_folded(r"жарты (?=мың|миллион|миллиард|триллион)"): Decimal("0.5")},
    fractions={
        _folded(r"(?:тең )?жартысы(?:н[a-z]*)?#|жартылай#"): Decimal("0.5"),
        _folded(r"ширегі(?:н[a-z]*)?#"): Decimal("0.25"),
    },
    fraction=(r"(?P<d>[a-z]+[dtn][ae]n) (?P<n>[a-z]+)(?![a-z])",),
    multiples=(
        Multiple(_folded(r"(?:екі|қос) еселе[a-z]*"), Decimal(2)),
        Multiple(_folded(r"үш еселе[a-z]*"), Decimal(3)),
        Multiple(_folded(r"төрт еселе[a-z]*"), Decimal(4)),
    ),
    vague=_folded(
        r"(?:ондаған|жүздеген|мыңдаған|миллиондаған|миллиардтаған|он шақты)#"
        r"|(?:бірнеше|қаншама) (?:он|жүз|мың|миллион|миллиард)~"
    ),
    money_ending=_OF + _ENDING + _WRITTEN_ENDING,
    sign_ending=rf"(?![a-z])\.?{_WRITTEN_ENDING}",
    case_ending=_WRITTEN_ENDING,
    currency_before=(
        UnitWord("USD", _MONEY, r"(?:usd|\$) ?"),
        UnitWord(
            "USD",
            _MONEY,
            _folded(r"долларға (?:шаққанда|есептегенде|айналдырғанда)(?: шамамен)?"),
        ),
        UnitWord("other", _MONEY, r"(?:eur|€|rub|₽|£|¥) ?"),
    ),
    units=(
        UnitWord(
            "percentage_point",
            QuantityKind.POINTS,
            _measured(r"(?:пайыздық|проценттік) (?:тармақ|тармағ|пункт)~|п\. ?[тп]#\.?"),
        ),
        UnitWord(
            "percent",
            QuantityKind.PERCENT,
            "%"
            + _WRITTEN_ENDING
            + _measured(r"|пайыз~|процент~|пайызды[қғ][a-z]*|процентті[кг][a-z]*"),
        ),
        UnitWord("USD", _MONEY, _measured(r"(?:ақш )?доллар~|usd#|\$") + _WRITTEN_ENDING),
        UnitWord("other", _MONEY, _measured(r"еуро~|евро~|рубль?~|юань?~|€|₽")),
        UnitWord("times", QuantityKind.TIMES, _measured(r"есе~|есеге#|еседен#|есел[a-z]*")),
        # A rate takes the number it is of with it: 16,9 100 000 адамға.
        UnitWord(
            "other",
            _OTHER,
            _measured(
                r"(?:тмэ )?(?:әр(?:бір)? )?(?:\d[\d ]*|мың |миллион |жүз мың )(?:адамға|тұрғынға"
                r"|тірі туғанға|әйелге|балаға|ақш долларына)#(?: шаққанда#| тмэ#)?|жан басына#"
            ),
        ),
        UnitWord("other", _OTHER, _measured(r"шаршы (?:километр|шақырым)~|км[2²]")),
        UnitWord(
            "m2", _MEASURE, _measured(r"шаршы метр~|шаршы м#|кв\.? ?м#\.?|м[2²]") + _WRITTEN_ENDING
        ),
        UnitWord(
            "other",
            _OTHER,
            _measured(
                r"(?:текше|куб) ?метр~|текше м#|куб\.? ?м#|м[3³]|мг/м[3³]|тмэ#|(?:жолаушы|"
                r"тонна)-(?:километр|шақырым)~|[кмг]вт(?:[·*.-]?с(?:ағ)?)?#|"
                r"(?:кило|мега|гига)?ватт?~"
                r"|гкал(?:/[сч][a-z]*)?#|гигакалория~|литр~|(?:кило)?грамм?~|кг#|центнер~|"
                r"(?:ц|центнер) ?/ ?га~?|аек#|айлық есептік көрсеткіш~|баррель?~|қабат[a-z]*"
                r"|градус~|°c?|метр~|(?<!-)м#|(?:жыл|ай|күн|апта|сағат|минут)~|жылдық#|айлық#"
            ),
        ),
        UnitWord("tonne", _MEASURE, _measured(r"тонна~|(?<!-)т#")),
        UnitWord("hectare", _MEASURE, _measured(r"гектар~|(?<!-)га#") + _WRITTEN_ENDING),
        UnitWord("km", _MEASURE, _measured(r"шақырым~|километр~|(?<!-)км#") + _WRITTEN_ENDING),
    ),
    nouns=(
        UnitWord(
            "count",
            _COUNT,
            # What holds a word for a place or a person and is a thing: a works, a hotel, a house.
            _folded(
                r"жұмыртқа~|дана~|"
                r"жұмыс орын~|жұмыс орн~|орын(?= та[уп][а-я]*)|жұмысшы~|жұмыскер~|қызметкер~|"
                r"маман~|(?:өндіріс|өнеркәсіп|тамақтану|қызмет көрсету|оқу|орналастыру|демалыс|"
                r"сауда|қоғамдық|ойын-сауық|кен|емдеу|кәсіп|тұрақ) (?:орын|орн)~|"
                r"тұрғын (?:үй|жай|алаб|алап)~|студент(?:тік|тер) [a-z]+|"
                r"балалар (?:алаң|бақша|үй)[a-z]*"
            ),
        ),
        UnitWord(
            "place",
            _COUNT,
            _folded(
                r"орын~|орн~|орындық~|^адамдық~|^кісілік~|төсек~|төсег~|оқушы~|бала~|студент~|"
                r"шәкірт~|бүлдіршін~"
            ),
        ),
        UnitWord(
            "person",
            _COUNT,
            _folded(
                r"адам~|тұрғын~|турист~|азамат~|науқас~|келуші~|кісі~|жолаушы~|жұмыссыз~|"
                r"отандас~|^жан~(?! басына)|халық~|халқ~|зейнеткер~|қандас~|"
                r"қонақ~(?! үй)|саяхатшы~|"
                r"пациент~|емделуші~|демалушы~|көрермен~|қатысушы~|жасөспірім~|тұтынушы~|"
                r"[a-z]{3,}(?:ған|ген|қан|кен|атын|етін)(?:дар|дер)~|етуші~|"
                # Those who live somewhere: жамбылдық жұмысқа тұрды.
                r"(?!әлеумет|мемлекет|қызмет|коммунал|арен|жылд|жерг)[a-z]{4,}[лдт][ыі][қк] "
                r"(?:жұмыс(?:қа|пен)|еңбек|баспана|пәтер)[a-z]*"
            ),
        ),
    ),
    noun_phrase=(
        rf"(?: (?!{_STOP}){_ADJECTIVE}){{0,3}}"
        rf"(?: (?!{_STOP})[a-z-]+(?![a-z])(?: (?!{_STOP}|"
        rf"[a-z]*[dt][yi](?![a-z]))[a-z]+s?[yi](?:{_CASE})?(?![a-z]))?)?"
    ),
    rank_before=r"(?!)",
    rank_after=_folded(r"[ -](?:орын|орн|позиция|саты)~"),
    cardinal_rank=_folded(
        r"-(?:орын|орн|позиция|саты)~| орында#(?= (?:тұр|келе|болды))"
        # From the 12th place to the 2nd, without a hyphen.
        r"| орыннан#(?= \d+(?:-[a-z]+)? орынға)"
        r"| орынға#(?= (?:көтеріл|жайғас|шық|табан тіре|орналас))"
    ),
    top=_folded(r"(?:үздік|алғашқы|топ-?) ?"),
    tops={
        _folded(r"(?:үздік )?үштік(?:ке|те|тен|ті|тің)#"): 3,
        _folded(r"(?:үздік )?бестік(?:ке|те|тен|ті|тің)#"): 5,
        _folded(r"(?:үздік )ондық(?:қа|та|тан|ты|тың)#"): 10,
    },
    ranked_before=r"(?!)",
    ranked_after=_folded(r"(?:-(?:ның|нің|дың|дің|тың|тің))? (?:ішінде|арасында) "),
    one=r"bir(?:i|in|ine|inen)?",
    hedges_before=_hedges(
        {
            Hedge.OVER: r"(?:асып|артық) ",
            Hedge.AT_LEAST: r"(?:кемінде|кем дегенде|аз дегенде) ",
            Hedge.ALMOST: r"дерлік ",
            Hedge.UP_TO: r"(?:ең көбі|барынша|көп дегенде) ",
            Hedge.ABOUT: r"(?:шамамен|жуықтап|орташа алғанда|[\x7e]|≈)",
        }
    ),
    hedges_after=_hedges(
        {
            Hedge.OVER: r" үстінде#"
            r"|(?<=[ае]н) (?:астам|артық|аса|көп|асып#|асты#|асқан|асады)~?|\+",
            Hedge.AT_LEAST: r"(?<=[ае]н) (?:кем|аз) емес~?",
            Hedge.UNDER: r"(?<=[ае]н) (?:кем|аз|төмен)#(?! емес)",
            Hedge.ALMOST: r"(?<=[ғгқкн][ае]) (?:жуық|жуығ|таяу|жақын)~| дерлік#"
            r"|(?<=[ғгқкн][ае]) (?:тарта#|жуықта[a-z]*|таяды#|таяған#|жақында(?:ды|п|ған)#)",
            Hedge.UP_TO: r"(?<=[ае]н) аспа[a-z]*",
            # Wheat, condition, such: they end as "about" does.
            Hedge.ABOUT: r"(?<=[a-z-][дт][ае]й)(?<!бидай)(?<!жағдай)(?<!сондай)(?<!мұндай)"
            r"(?<!талай)(?![a-z])| шақты#| шамасында#| шамалас[a-z]*"
            r"| айналасында#| төңірегінде#| маңайында#| маңында#",
        }
    ),
    range_before=r"(?!)",
    cap_before=r"(?!)",
    cap_after=_TO + _folded(r" (?:дейін|шейін)#"),
    reached=r"(?!)",
    rise=_RISE,
    fall=_FALL,
    by_before=_folded(r"(?:өсімі?|төмендеуі?|кемуі?|азаюы?)(?: -)?|артым(?: -)?|қарқыны(?: -)?"),
    by_after=(
        _TO + _folded(r"(?! (?:дейін|жет|шейін))") + rf"(?: [a-z-]+){{0,3}} (?:{_RISE}|{_FALL})"
        rf"|(?:,| -)? (?:{_RISE}|{_FALL})"
    ),
    grew_by_before=r"(?!)",
    grew_by_after=_TO
    + _folded(r" (?:артық|көп|кем|аз|өс(?:ті|іп|кен)|арт(?:ты|ып|қан)|кемі|азай)[a-z]*#"),
    level_before=r"(?!)",
    level_after=_TO + _folded(r" (?:дейін|шейін|жет[a-z]*)"),
    stated_after=_folded(r" (?:болды|құрады)#"),
    from_before=r"(?!)",
    from_after=r"(?<=[dtn][ae]n)",
    to_before=r"(?!)",
    to_after=_TO,
    share_after=r"(?!)",
    year_before=_folded(r"(?:жылғы|жыл|дейін)"),
    year_after=_folded(r"(?:-[a-z]+)? ?(?:жыл|ж#)"),
    index=_folded(r"индекс~|нки|фки|индикатор~|икк|кэи|нкі|өсу қарқын~"),
    part_before=_folded(
        r"(?:оның ішінде|соның ішінде|олардың|оның|соның|мұның|бұның|осының)(?:[^\d.;]{0,20})?"
    ),
    part_after=(
        # "Its thousand", in its cases, is swallowed by the scale.
        r"(?:(?<=myny)|(?<=lliony)|(?<=lliardy)|(?<=mynyn)|(?<=llionyn)|(?<=lliardyn)"
        r"|(?<=myna)|(?<=lliardyna)|(?<=mynynyn)|(?<=lliardynyn)"
        r"|(?<=ln-y)|(?<=rd-y)|(?<=ln-yn)|(?<=rd-yn)|(?<=myn-y))(?![a-z])|"
        r"-(?:[ae]u)?s?[yi](?:n[ae]n?|n|n[yi]n|nd[ae])?(?![a-z])|(?<=e[uy]i)(?![a-z])|"
        r"(?<=a[uy]y)(?![a-z])"
    ),
    ranges=(),
    names_before={
        "document number": _folded(
            r"№|заң[a-z]*|бұйрық|қаулы|тел\.?|телефон[a-z]*|факс|нөмір[a-z]*"
        ),
        "heading number": _folded(r"кесте|сурет|тарау|бөлім"),
        "time of day": _folded(r"сағат"),
        "anniversary": _folded(r"[a-z]+(?:ған|ген|қан|кен)(?:ына|іне)(?: (?:тура|тап|міне))?"),
    },
    names_after={
        "document number": _folded(r"-(?:бап|бабы|тармақ|тармағ|бұйрық|қаулы)[a-z]*"),
        "order": _folded(
            r"(?:-| )(?:ауысым|қабат|бөлме|жақ|тіл)(?:ды|ді|лы|лі|ты|ті|мен)[a-z]*|"
            r"(?:-(?:ші|шы|інші|ыншы)|-| )(?:кезең|кезек(?!те)|рет#|сынып|сессия|шақырылым|"
            r"жартыжыл|тоқсан|топ)[a-z]*"
        ),
        "anniversary": _folded(r" ?-?жылдығ[a-z]*| жылдық мерей[a-z]*"),
        # Four kinds of cattle are all cattle; "its gold" sounds as "six".
        "name": _folded(r" түлік~| түліг~|(?<=алтыны) (?:бар|мол|көп|жоқ|аз)#"),
        "age": _folded(
            # "344 young people" are no age.
            r"(?:-| )жас(?:тағы|қа|ар|тан|ында)#|(?:-| )жас#(?! (?:маман|отбас|кәсіпкер|азамат|"
            r"баспана|жұмыс|ғалым|дәрігер|мұғалім|спортшы|жігіт|қыз|оқы|қамтыл|ауыл))"
        ),
        "per unit": _folded(r"(?<=әр )|(?<=әрбір )|(?= (?:адам|тұрғын")
        + rf"|{MONEY}"
        + _folded(")[a-z]* шаққанда)"),
        "people": _folded(r" (?:тарап|президент|әкім|басшы|көшбасшы)~"),
    },
    whole_before=r"(?!)",
    whole_between=r"(?!)",
    contrast=_folded(r", (?:ал|бұл ретте)#"),
    connective=_folded(r",? ?(?:мен|бен|пен|және|ал|,|немесе) |, ?|/"),
    verb_final=True,
)
