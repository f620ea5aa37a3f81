"""An invented briefing on an invented country, in three languages: no figure here is real."""

from __future__ import annotations

from dataclasses import dataclass

from esep.briefings.charts import (
    Compared,
    Mark,
    Moment,
    Ranked,
    Tile,
    bars_from_100,
    history_columns,
    history_line,
    rank_bars,
    tile_map,
)
from esep.model.document import (
    Bullets,
    Chart,
    Column,
    Document,
    Paragraph,
    Row,
    Run,
    Runs,
    Section,
    SourceNote,
    Table,
    Tiles,
)

LANGUAGES = ("en", "ru", "kk")


@dataclass(frozen=True)
class Words:
    """The sample's texts, by language, in the order of `LANGUAGES`."""

    place: int

    def __call__(self, *texts: str) -> str:
        return texts[self.place] if len(texts) > 1 else texts[0]


def sample(language: str) -> Document:
    return _Sample(language).document()


class _Sample:
    def __init__(self, language: str) -> None:
        self.language = language
        self.say = Words(LANGUAGES.index(language))
        self.comma = "." if language == "en" else ","

    def figure(self, value: float, decimals: int = 1) -> str:
        whole = f"{abs(value):,.{decimals}f}"
        group = "," if self.language == "en" else "\u00a0"
        text = whole.replace(",", "#").replace(".", self.comma).replace("#", group)
        return ("\u2212" if value < 0 else "") + text

    def percent(self, value: float, fact_id: str = "") -> Mark:
        return Mark(value, f"{self.figure(value)}%", fact_id)

    def document(self) -> Document:
        say = self.say
        return Document(
            language=self.language,
            title=say(
                "Northland Region: briefing for the head of state",
                "Северная область: справка для главы государства",
                "Солтүстік облысы: Мемлекет басшысына арналған анықтама",
            ),
            subtitle=say(
                "January–May 2031, invented figures",
                "Январь–май 2031 г., вымышленные данные",
                "2031 жылғы қаңтар–мамыр, ойдан алынған деректер",
            ),
            header=(
                (say("Region", "Регион", "Өңір"), self.region()),
                (say("Meeting", "Встреча", "Кездесу"), self.day(14)),
                (
                    say("Period", "Период", "Кезең"),
                    say("January–May 2031", "январь–май 2031 г.", "2031 жылғы қаңтар–мамыр"),
                ),
                (say("Data as of", "Данные на", "Деректер күні"), self.day(10)),
            ),
            sections=(
                self.key_points(),
                self.economy(),
                self.investment(),
                self.instructions(),
                self.problems(),
                self.annex(),
            ),
            sources=(
                SourceNote(
                    "[1]",
                    say(
                        "Bureau of Statistics of Northland, “Gross regional product”, preliminary, "
                        "published 2 May 2031.",
                        "Бюро статистики Севера, «Валовой региональный продукт», "
                        "предварительные данные, опубликовано 2 мая 2031 г.",
                        "Солтүстік статистика бюросы, «Жалпы өңірлік өнім», алдын ала деректер, "
                        "2031 жылғы 2 мамырда жарияланған.",
                    ),
                    "https://statistics.example/grp/2030",
                    ("grp-level", "grp-rank", *(f"grp-{y}" for y in range(2025, 2031))),
                ),
                SourceNote(
                    "[2]",
                    say(
                        "Bureau of Statistics of Northland, “Short-term economic indicator”, "
                        "published 20 May 2031.",
                        "Бюро статистики Севера, «Краткосрочный экономический индикатор», "
                        "опубликовано 20 мая 2031 г.",
                        "Солтүстік статистика бюросы, «Қысқа мерзімді экономикалық индикатор», "
                        "2031 жылғы 20 мамырда жарияланған.",
                    ),
                    "https://statistics.example/stei",
                    (
                        "stei",
                        "stei-country",
                        *(f"branch-{n}" for n in range(6)),
                        *(f"rank-{n}" for n in range(20)),
                    ),
                ),
                SourceNote(
                    "[3]",
                    say(
                        "Project register of the akimat, as declared on 1 June 2031.",
                        "Реестр проектов акимата, по состоянию на 1 июня 2031 г., заявлено.",
                        "Әкімдіктің жобалар тізілімі, 2031 жылғы 1 маусымдағы мәлімдеме бойынша.",
                    ),
                    "register:projects/2031-06-01",
                    ("projects", "projects-money", "jobs"),
                ),
            ),
            sources_title=say("Sources", "Источники", "Дереккөздер"),
            labels={
                "contents": say("Contents", "Содержание", "Мазмұны"),
                "page_of": say(
                    "Page {page} of {pages}",
                    "Стр. {page} из {pages}",
                    "{page}-бет, барлығы {pages}",
                ),
                "table": say("Table {n}", "Таблица {n}", "{n}-кесте"),
                "figure": say("Figure {n}", "Рисунок {n}", "{n}-сурет"),
                "source": say("Source:", "Источник:", "Дереккөз:"),
                "caution": say("Attention", "Внимание", "Назар аударыңыз"),
                "data": say("Figures of the chart", "Данные графика", "Графиктің деректері"),
                "skip": say("Skip to the text", "К тексту", "Мәтінге өту"),
                "follow": say("Follow this figure:", "Проследить:", "Деректі қадағалау:"),
                "theme": say("Light or dark", "Светлое или тёмное", "Ашық немесе қараңғы"),
            },
            decimal=self.comma,
            group="," if self.language == "en" else "\u00a0",
            identifier=f"northland-2031-05-{self.language}",
        )

    def region(self) -> str:
        return self.say("Northland Region", "Северная область", "Солтүстік облысы")

    def country(self) -> str:
        return self.say("Country", "Страна", "Ел бойынша")

    def day(self, day: int) -> str:
        return self.say(f"{day} June 2031", f"{day} июня 2031 г.", f"2031 жылғы {day} маусым")

    def money(self) -> str:
        return self.figure(5.3) + "\u00a0" + self.say("trillion tenge", "трлн тенге", "трлн теңге")

    def runs(self, text: str, *figures: tuple[str, str]) -> Runs:
        """Put the figures into the text where it has `{}`."""
        pieces = text.split("{}")
        made: list[Run] = [Run(pieces[0])] if pieces[0] else []
        for piece, (printed, fact_id) in zip(pieces[1:], figures, strict=True):
            made.append(Run(printed, fact_id, strong=True))
            made.append(Run(piece))
        return tuple(made)

    def key_points(self) -> Section:
        say = self.say
        return Section(
            "key-points",
            say("Key points", "Главное", "Негізгі тұжырымдар"),
            (
                Paragraph(
                    self.runs(
                        say(
                            "The region's economy grew faster than the country's: the short-term "
                            "indicator reached {} in January–April 2031 against {} nationally. "
                            "Trade fell for the second month.",
                            "Экономика области росла быстрее страны: краткосрочный индикатор "
                            "составил {} в январе–апреле 2031 г. против {} по стране. Торговля "
                            "снижается второй месяц.",
                            "Облыс экономикасы елдегіден жылдам өсті: қысқа мерзімді индикатор "
                            "2031 жылғы қаңтар–сәуірде {} құрады, ел бойынша — {}. Сауда екінші ай "
                            "қатарынан төмендеп келеді.",
                        ),
                        (self.percent(107.9).text, "stei"),
                        (self.percent(103.9).text, "stei-country"),
                    ),
                    style="lead",
                ),
                Tiles(
                    (
                        (
                            say(
                                "Gross regional product, 2030",
                                "Валовой региональный продукт, 2030 г.",
                                "Жалпы өңірлік өнім, 2030 жыл",
                            ),
                            (Run(self.money(), "grp-level"),),
                            (
                                Run(
                                    say(
                                        "5th of 20 regions",
                                        "5-е место из 20",
                                        "20 өңірдің ішінде 5-орын",
                                    ),
                                    "grp-rank",
                                ),
                            ),
                        ),
                        (
                            say(
                                "Short-term economic indicator, January–April",
                                "Краткосрочный экономический индикатор, январь–апрель",
                                "Қысқа мерзімді экономикалық индикатор, қаңтар–сәуір",
                            ),
                            (Run(self.percent(107.9).text, "stei"),),
                            self.runs(
                                say("country {}", "по стране {}", "ел бойынша {}"),
                                (self.percent(103.9).text, "stei-country"),
                            ),
                        ),
                        (
                            say(
                                "Projects to 2036",
                                "Проекты до 2036 г.",
                                "2036 жылға дейінгі жобалар",
                            ),
                            (
                                Run(
                                    say("207 projects", "207 проектов", "207 жоба"),
                                    "projects",
                                ),
                            ),
                            self.runs(
                                say("{}, declared", "{}, заявлено", "{}, мәлімделген"),
                                (
                                    say("3.7 trillion tenge", "3,7 трлн тенге", "3,7 трлн теңге"),
                                    "projects-cost",
                                ),
                            ),
                        ),
                    )
                ),
                Bullets(
                    (
                        self.runs(
                            say(
                                "Construction rose by {}, the most among the branches.",
                                "Строительство выросло на {} — больше всех отраслей.",
                                "Құрылыс {} өсті, бұл салалар арасында ең жоғары көрсеткіш.",
                            ),
                            (
                                say("35.0%", "35,0%", "35,0%-ға"),
                                "branch-2",
                            ),
                        ),
                        self.runs(
                            say(
                                "By gross regional product the region is {}.",
                                "По объёму валового регионального продукта область занимает {}.",
                                "Жалпы өңірлік өнім көлемі бойынша облыс {} алады.",
                            ),
                            (
                                say("5th of 20", "5-е место из 20", "20 өңірдің ішінде 5-орын"),
                                "grp-rank",
                            ),
                        ),
                        self.runs(
                            say(
                                "This year {} are being carried out.",
                                "В текущем году реализуется {}.",
                                "Биыл {} іске асырылуда.",
                            ),
                            (say("58 projects", "58 проектов", "58 жоба"), "projects"),
                        ),
                    )
                ),
                Paragraph(
                    self.runs(
                        say(
                            "Trade fell by {} and stands below the country's average. A second "
                            "quarter below 100 would take a point off the indicator.",
                            "Торговля снизилась на {} и отстаёт от средней по стране. Второй "
                            "квартал ниже 100 отнимет у индикатора один пункт.",
                            "Сауда {} төмендеді және елдегі орташа деңгейден артта қалып отыр. "
                            "100-ден төмен екінші тоқсан индикаторды бір тармаққа азайтады.",
                        ),
                        (say("1.8%", "1,8%", "1,8%-ға"), "branch-3"),
                    ),
                    style="caution",
                ),
                Paragraph(
                    (
                        Run(
                            say(
                                "Figures of May are not out yet; each figure names its own period.",
                                "Данные за май ещё не опубликованы; период указан у каждой цифры.",
                                "Мамыр деректері әлі жоқ; әр цифрдың кезеңі көрсетілген.",
                            )
                        ),
                    ),
                    style="note",
                ),
            ),
        )

    def branches(self) -> tuple[tuple[str, float, float], ...]:
        say = self.say
        return (
            (say("Industry", "Промышленность", "Өнеркәсіп"), 103.1, 102.6),
            (
                say(
                    "Agriculture, forestry and fishing",
                    "Сельское, лесное и рыбное хозяйство",
                    "Ауыл, орман және балық шаруашылығы",
                ),
                105.9,
                101.2,
            ),
            (say("Construction", "Строительство", "Құрылыс"), 135.0, 109.5),
            (say("Trade", "Торговля", "Сауда"), 98.2, 104.0),
            (
                say(
                    "Transport and storage",
                    "Транспорт и складирование",
                    "Көлік және қойма шаруашылығы",
                ),
                123.4,
                106.7,
            ),
            (say("Communications", "Связь", "Байланыс"), 105.8, 104.9),
        )

    def economy(self) -> Section:
        say = self.say
        branch = say("Branch", "Отрасль", "Сала")
        compared = tuple(
            Compared(name, self.percent(own, f"branch-{n}"), self.percent(other))
            for n, (name, own, other) in enumerate(self.branches())
        )
        caption = say(
            "Output by branch, January–April 2031, % of the same period of 2030",
            "Выпуск по отраслям, январь–апрель 2031 г., в % к соответствующему периоду 2030 г.",
            "Салалар бойынша өндіріс, 2031 жылғы қаңтар–сәуір, 2030 жылғы тиісті кезеңге %-бен",
        )
        levels = (
            (2025, 2.9, 104.2),
            (2026, 3.0, 96.1),
            (2027, 3.6, 105.5),
            (2028, 4.6, 107.1),
            (2029, 4.9, 106.2),
            (2030, 5.3, 108.1),
        )
        year = say("Year", "Год", "Жыл")
        months = (
            say("Jan", "янв.", "қаң."),
            say("Jan–Feb", "янв.–февр.", "қаң.–ақп."),
            say("Jan–Mar", "янв.–март", "қаң.–нау."),
            say("Jan–Apr", "янв.–апр.", "қаң.–сәу."),
        )
        return Section(
            "economy",
            say("Economy", "Экономика", "Экономика"),
            (
                Paragraph(
                    self.runs(
                        say(
                            "Gross regional product stood at {} in 2030. Five of the six branches "
                            "grew; only trade lost ground.",
                            "Валовой региональный продукт в 2030 г. составил {}. Из шести "
                            "отраслей выросли пять, снизилась только торговля.",
                            "2030 жылы жалпы өңірлік өнім {} құрады. Алты саланың бесеуі өсті, тек "
                            "сауда төмендеді.",
                        ),
                        (self.money(), "grp-level"),
                    )
                ),
                Chart(
                    "branches",
                    caption,
                    "; ".join(f"{c.label}: {c.region.text}, {c.country.text}" for c in compared),
                    bars_from_100(
                        compared, region=self.region(), country=self.country(), column=branch
                    ),
                ),
                Table(
                    "branch-table",
                    caption,
                    (
                        Column(branch, weight=3),
                        Column(self.region(), "right"),
                        Column(self.country(), "right"),
                        Column(
                            say("Difference, points", "Разница, п.п.", "Айырма, тармақ"), "right"
                        ),
                    ),
                    tuple(
                        Row(
                            (
                                (Run(c.label),),
                                (Run(self.figure(own), c.region.fact_id),),
                                (Run(self.figure(other)),),
                                (Run(("+" if own > other else "") + self.figure(own - other)),),
                            ),
                            emphasis=n == 2,
                        )
                        for n, (c, (_, own, other)) in enumerate(
                            zip(compared, self.branches(), strict=True)
                        )
                    ),
                    note=(
                        Run(
                            say(
                                "Above 100 is growth.", "Выше 100 — рост.", "100-ден жоғары — өсім."
                            )
                        ),
                    ),
                ),
                Chart(
                    "grp",
                    say(
                        "Gross regional product at current prices",
                        "Валовой региональный продукт в текущих ценах",
                        "Ағымдағы бағалардағы жалпы өңірлік өнім",
                    ),
                    "; ".join(f"{y}: {self.figure(v)}, {self.figure(i)}%" for y, v, i in levels),
                    history_columns(
                        [
                            Moment(
                                str(y),
                                Mark(v, self.figure(v), f"grp-{y}"),
                                self.percent(i),
                                tentative=y == 2030,
                            )
                            for y, v, i in levels
                        ],
                        column=year,
                        level=say("Trillion tenge", "Трлн тенге", "Трлн теңге"),
                        index=say(
                            "Volume index, % of the year before",
                            "ИФО, в % к предыдущему году",
                            "НКИ, алдыңғы жылға %-бен",
                        ),
                    ),
                    note=(
                        Run(
                            say(
                                "Outlined: preliminary.",
                                "Контур — предварительные данные.",
                                "Контурмен — алдын ала деректер.",
                            )
                        ),
                    ),
                ),
                Chart(
                    "stei-line",
                    say(
                        "Short-term economic indicator since January 2031, %",
                        "Краткосрочный экономический индикатор с января 2031 г., %",
                        "2031 жылғы қаңтардан бергі қысқа мерзімді экономикалық индикатор, %",
                    ),
                    "104.2, 105.5, 106.8, 107.9",
                    history_line(
                        [
                            (month, self.percent(own), self.percent(other))
                            for month, own, other in zip(
                                months,
                                (104.2, 105.5, 106.8, 107.9),
                                (103.9, 104.2, 103.7, 103.9),
                                strict=True,
                            )
                        ],
                        column=say("Period", "Период", "Кезең"),
                        region=self.region(),
                        country=self.country(),
                    ),
                ),
            ),
            page_break=True,
        )

    def investment(self) -> Section:
        say = self.say
        return Section(
            "investment",
            say("Investment", "Инвестиции", "Инвестициялар"),
            (
                Paragraph(
                    self.runs(
                        say(
                            "Seven industrial zones hold {} worth {}; they should create {}.",
                            "В семи индустриальных зонах — {} на {}, будет создано {}.",
                            "Жеті индустриялық аймақта {} бар, құны — {}, {} ашылады.",
                        ),
                        (say("207 projects", "207 проектов", "207 жоба"), "projects"),
                        (
                            self.figure(3.7)
                            + "\u00a0"
                            + say("trillion tenge", "трлн тенге", "трлн теңге"),
                            "projects-money",
                        ),
                        (
                            say(
                                "5.3 thousand jobs",
                                "5,3 тыс. рабочих мест",
                                "5,3 мың жұмыс орны",
                            ),
                            "jobs",
                        ),
                    )
                ),
                Bullets(
                    tuple(
                        (Run(text),)
                        for text in (
                            say(
                                "Connect the northern zone to the grid.",
                                "Подключить северную зону к сетям.",
                                "Солтүстік аймақты желіге қосу.",
                            ),
                            say(
                                "Agree the land for two plants.",
                                "Согласовать землю под два завода.",
                                "Екі зауытқа жер келісу.",
                            ),
                        )
                    ),
                    numbered=True,
                ),
            ),
        )

    def instructions(self) -> Section:
        say = self.say
        columns = (
            Column(say("Instruction", "Поручение", "Тапсырма"), weight=3.2),
            Column(say("Deadline", "Срок", "Мерзімі"), weight=1.3),
            Column(say("Status", "Статус", "Мәртебесі"), weight=1.5),
        )
        rows = (
            (
                say(
                    "Develop processing of farm products in every district of the region.",
                    "Развивать переработку сельхозпродукции в каждом районе области.",
                    "Облыстың әр ауданында ауыл шаруашылығы өнімдерін қайта өңдеуді дамыту.",
                ),
                say("permanent", "постоянно", "тұрақты"),
                say("under control", "на контроле", "бақылауда"),
            ),
            (
                say(
                    "Finish the water main to the northern villages.",
                    "Завершить водовод к северным сёлам.",
                    "Солтүстік ауылдарға су құбырын аяқтау.",
                ),
                self.say("1 December 2031", "1 декабря 2031 г.", "2031 жылғы 1 желтоқсан"),
                say("no measure set", "показатель не задан", "көрсеткіш белгіленбеген"),
            ),
        )
        return Section(
            "instructions",
            say(
                "Execution of earlier instructions",
                "Исполнение ранее данных поручений",
                "Бұрын берілген тапсырмалардың орындалуы",
            ),
            (
                Table(
                    "instruction-table",
                    say("Instructions of 14 June 2030", "Поручения от 14 июня 2030 г.")
                    if self.language != "kk"
                    else "2030 жылғы 14 маусымдағы тапсырмалар",
                    columns,
                    tuple(Row(tuple((Run(cell),) for cell in row)) for row in rows),
                ),
            ),
        )

    def problems(self) -> Section:
        say = self.say
        return Section(
            "problems",
            say("Problems and proposals", "Проблемы и предложения", "Мәселелер мен ұсыныстар"),
            (
                Paragraph(
                    (
                        Run(
                            say(
                                "The border changed in 2029; growth before it is not comparable.",
                                "Границы изменились в 2029 г.; рост до этого несопоставим.",
                                "2029 жылы шекара өзгерді; оған дейінгі өсім салыстырылмайды.",
                            )
                        ),
                    ),
                    style="caution",
                ),
            ),
        )

    def annex(self) -> Section:
        say = self.say
        names = [
            say("Region", "Область", "Облыс") + f" {letter}"
            for letter in (
                "АБВГДЕЖЗИКЛМНОПРСТУФ" if self.language != "en" else "ABCDEFGHIJKLMNOPQRST"
            )
        ]
        names[4] = self.region()
        values = [110.4, 109.2, 108.8, 108.1, 107.9, 107.0, 106.2, 105.9, 105.1, 104.6]
        values += [104.0, 103.5, 103.1, 102.4, 101.8, 101.0, 100.2, 99.1, 97.6, 95.3]
        marks = [self.percent(value, f"rank-{n}") for n, value in enumerate(values)]
        region = say("Region", "Регион", "Өңір")
        measure = say("Indicator, %", "Индикатор, %", "Индикатор, %")
        branches = (name for name, _, _ in self.branches())
        heads = (region, say("Place", "Место", "Орын"), measure, *branches)
        return Section(
            "annex",
            say("Annex: all regions", "Приложение: все регионы", "Қосымша: барлық өңірлер"),
            (
                Chart(
                    "map",
                    say(
                        "Short-term economic indicator by region",
                        "Краткосрочный экономический индикатор по регионам",
                        "Өңірлер бойынша қысқа мерзімді экономикалық индикатор",
                    ),
                    "; ".join(f"{n}: {m.text}" for n, m in zip(names, marks, strict=True)),
                    tile_map(
                        [
                            Tile(
                                n // 6,
                                n % 6,
                                name,
                                mark if n != 17 else Mark(None, "…"),
                                own=n == 4,
                            )
                            for n, (name, mark) in enumerate(zip(names, marks, strict=True))
                        ],
                        column=region,
                        measure=measure,
                    ),
                ),
                Chart(
                    "ranks",
                    say(
                        "Place of the region by the indicator",
                        "Место региона по индикатору",
                        "Индикатор бойынша өңірдің орны",
                    ),
                    "; ".join(f"{n}: {m.text}" for n, m in zip(names, marks, strict=True)),
                    rank_bars(
                        [
                            Ranked(name, str(n + 1), mark, own=n == 4)
                            for n, (name, mark) in enumerate(zip(names, marks, strict=True))
                        ],
                        column=region,
                        measure=measure,
                        baseline=100,
                        reference=self.percent(103.9),
                        reference_label=self.country(),
                    ),
                ),
                Table(
                    "all-regions",
                    say(
                        "Indicator and branches by region",
                        "Индикатор и отрасли по регионам",
                        "Өңірлер бойынша индикатор және салалар",
                    ),
                    tuple(
                        Column(head, "left" if n == 0 else "right", 2.2 if n == 0 else 1)
                        for n, head in enumerate(heads)
                    ),
                    tuple(
                        row
                        for half, label in (
                            (
                                range(10),
                                say("Above the median", "Выше медианы", "Медианадан жоғары"),
                            ),
                            (range(10, 20), say("Below", "Ниже", "Төмен")),
                        )
                        for row in (
                            Row(((Run(label),),), heading=True),
                            *(
                                Row(
                                    (
                                        (Run(names[n]),),
                                        (Run(str(n + 1)),),
                                        (Run(self.figure(values[n]), f"rank-{n}"),),
                                        *(
                                            (Run(self.figure(values[n] + shift)),)
                                            for shift in (1.2, -3.4, 12.0, 0.4, 5.5, -0.8)
                                        ),
                                    ),
                                    emphasis=n == 4,
                                )
                                for n in half
                            ),
                        )
                    ),
                    wide=True,
                ),
            ),
            page_break=True,
            annex=True,
        )
