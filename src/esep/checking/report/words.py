"""Which words does a report on a text use in each language?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from esep.model.claim import Finding


@dataclass(frozen=True, slots=True)
class Words:
    code: str
    verdicts: Mapping[Finding, str]
    places: Mapping[str, str]
    """How a kind of place is told with its number: `page {}`."""
    title: str
    figures: str
    claims: str
    findings: str
    consistency: str
    no_findings: str
    nothing: str
    expected: str
    evidence: str
    day: str
    region: str
    language: str
    document: str
    verdict: str
    where: str
    explanation: str
    planned: str
    show: str
    theme: str
    skip: str
    more: str
    legend: str
    text: str
    remarks: str
    to_text: str
    close: str
    languages: Mapping[str, str]
    agreements: str
    disagreements: str
    only_in: str
    comparison: str
    differs: str
    differences: Mapping[str, str]
    """In what two figures of one thing can differ."""
    same: str


ENGLISH = Words(
    code="en",
    verdicts={
        Finding.CONTRADICTED: "contradicted",
        Finding.SUPERSEDED: "superseded",
        Finding.SUPPORTED: "supported",
        Finding.NO_DATA: "no data",
        Finding.NOT_A_CLAIM: "not a claim",
    },
    places={
        "line": "line {}",
        "page": "page {}",
        "paragraph": "paragraph {}",
        "table": "table {}",
        "row": "row {}",
        "column": "column {}",
        "footnote": "footnote {}",
        "endnote": "endnote {}",
        "header": "header",
        "footer": "footer",
    },
    title="Check of figures",
    figures="figures",
    claims="checked",
    findings="Findings",
    consistency="Do not fit together",
    no_findings="No figure is contradicted or superseded.",
    nothing="The text has no figures.",
    expected="put instead",
    evidence="evidence",
    day="Day of the text",
    region="Region",
    language="Language",
    document="Document",
    verdict="Verdict",
    where="Place",
    explanation="Explanation",
    planned="planned",
    show="Show",
    theme="Light or dark",
    skip="Skip to the text",
    more="{} more figures have comments in the text.",
    legend="Marks",
    text="Text",
    remarks="Figures",
    to_text="to the text",
    close="close",
    languages={"en": "English", "ru": "Russian", "kk": "Kazakh"},
    agreements="Agree",
    disagreements="Disagree",
    only_in="Only in {}",
    comparison="Comparison of figures",
    differs="differs",
    differences={
        "value": "value",
        "unit": "unit",
        "period": "period",
        "region": "region",
        "stage": "plan or fact",
        "subject": "what it is of",
        "hedge": "hedge",
    },
    same="No figures disagree.",
)

RUSSIAN = Words(
    code="ru",
    verdicts={
        Finding.CONTRADICTED: "противоречит данным",
        Finding.SUPERSEDED: "устарело",
        Finding.SUPPORTED: "подтверждено",
        Finding.NO_DATA: "нет данных",
        Finding.NOT_A_CLAIM: "не показатель",
    },
    places={
        "line": "строка {}",
        "page": "стр. {}",
        "paragraph": "абзац {}",
        "table": "таблица {}",
        "row": "строка {}",
        "column": "графа {}",
        "footnote": "сноска {}",
        "endnote": "концевая сноска {}",
        "header": "верхний колонтитул",
        "footer": "нижний колонтитул",
    },
    title="Проверка цифр",
    figures="чисел",
    claims="проверено",
    findings="Замечания",
    consistency="Не сходится между собой",
    no_findings="Противоречий и устаревших цифр нет.",
    nothing="В тексте нет чисел.",
    expected="следует написать",
    evidence="основание",
    day="Дата текста",
    region="Регион",
    language="Язык",
    document="Документ",
    verdict="Вывод",
    where="Место",
    explanation="Пояснение",
    planned="план",
    show="Показать",
    theme="Светлая или тёмная",
    skip="К тексту",
    more="Остальные числа ({}) – в примечаниях к тексту.",
    legend="Обозначения",
    text="Текст",
    remarks="Числа",
    to_text="к тексту",
    close="закрыть",
    languages={"en": "английский", "ru": "русский", "kk": "казахский"},
    agreements="Совпадает",
    disagreements="Расходится",
    only_in="Только в {}",
    comparison="Сверка цифр",
    differs="отличие",
    differences={
        "value": "значение",
        "unit": "единица",
        "period": "период",
        "region": "регион",
        "stage": "план или факт",
        "subject": "о чём число",
        "hedge": "оговорка",
    },
    same="Расхождений нет.",
)

KAZAKH = Words(
    code="kk",
    verdicts={
        Finding.CONTRADICTED: "деректерге қайшы",
        Finding.SUPERSEDED: "ескірген",
        Finding.SUPPORTED: "расталды",
        Finding.NO_DATA: "дерек жоқ",
        Finding.NOT_A_CLAIM: "көрсеткіш емес",
    },
    places={
        "line": "{}-жол",
        "page": "{}-бет",
        "paragraph": "{}-абзац",
        "table": "{}-кесте",
        "row": "{}-жол",
        "column": "{}-баған",
        "footnote": "{}-сілтеме",
        "endnote": "{}-соңғы сілтеме",
        "header": "жоғарғы колонтитул",
        "footer": "төменгі колонтитул",
    },
    title="Цифрларды тексеру",
    figures="сан",
    claims="тексерілді",
    findings="Ескертулер",
    consistency="Өзара сәйкес емес",
    no_findings="Қайшы немесе ескірген цифр жоқ.",
    nothing="Мәтінде сан жоқ.",
    expected="былай жазу керек",
    evidence="негіз",
    day="Мәтіннің күні",
    region="Өңір",
    language="Тілі",
    document="Құжат",
    verdict="Қорытынды",
    where="Орны",
    explanation="Түсіндірме",
    planned="жоспар",
    show="Көрсету",
    theme="Ашық немесе қараңғы көрініс",
    skip="Мәтінге өту",
    more="Қалған сандар ({}) мәтіндегі ескертпелерде.",
    legend="Белгілер",
    text="Мәтін",
    remarks="Сандар",
    to_text="мәтінге",
    close="жабу",
    languages={"en": "ағылшын", "ru": "орыс", "kk": "қазақ"},
    agreements="Сәйкес",
    disagreements="Сәйкес емес",
    only_in="Тек мұнда: {}",
    comparison="Цифрларды салыстыру",
    differs="айырмасы",
    differences={
        "value": "мәні",
        "unit": "өлшем бірлігі",
        "period": "кезеңі",
        "region": "өңірі",
        "stage": "жоспар не нақты",
        "subject": "не туралы",
        "hedge": "шамасы",
    },
    same="Айырмашылық жоқ.",
)

_ALL = {each.code: each for each in (ENGLISH, RUSSIAN, KAZAKH)}

SIGNS: Mapping[Finding, str] = {
    Finding.CONTRADICTED: "×",
    Finding.SUPERSEDED: "→",
    Finding.SUPPORTED: "=",
    Finding.NO_DATA: "?",
    Finding.NOT_A_CLAIM: "·",
}
"""A sign beside each colour: one reader in twelve does not tell red from green."""


def words(language: str) -> Words:
    return _ALL.get(language, ENGLISH)


def told_place(place: str, said: Words) -> str:
    """`page 3, table 2` in the words of a language."""
    parts = []
    for part in place.split(", ") if place else ():
        kind, _, number = part.partition(" ")
        parts.append(said.places[kind].format(number) if kind in said.places else part)
    return ", ".join(parts)
