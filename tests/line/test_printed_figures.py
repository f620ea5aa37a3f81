"""Is every number in a document a fact, printed by the rule, and called what it is?

Numbers are read back here by rules written again, so that a fault of the writer is not repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from line_reading import LANGUAGES, Case, figures, plain_text, records, texts

from esep.briefings.render.layout import chart_table
from esep.errors import BadRequest
from esep.language import language as speaking
from esep.model.document import Chart, Document, Run, Table
from esep.model.indicator import PeriodConvention
from esep.model.period import Period

SCALES = {
    "en": {"thousand": 3, "million": 6, "billion": 9, "trillion": 12},
    "ru": {"тыс.": 3, "млн": 6, "млрд": 9, "трлн": 12},
    "kk": {"мың": 3, "млн": 6, "млрд": 9, "трлн": 12},
}
NUMBER = {
    "en": re.compile(r"[-−+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-−+]?\d+(?:\.\d+)?"),
    "ru": re.compile(r"[-−+]?\d{1,3}(?: \d{3})+(?:,\d+)?|[-−+]?\d+(?:,\d+)?"),
}
NUMBER["kk"] = NUMBER["ru"]

TOLD = {
    "operational": {"en": "operational data", "ru": "оперативные данные", "kk": "жедел деректер"},
    "preliminary": {
        "en": "preliminary data",
        "ru": "предварительные данные",
        "kk": "алдын ала деректер",
    },
    "declared": {"en": "declared", "ru": "по сообщению акима", "kk": "баяндауынша"},
    "plan": {"en": "plan", "ru": "план", "kk": "жоспар"},
}
TABLE_TOLD = {
    "operational": {"en": "operational", "ru": "оперативные", "kk": "жедел"},
    "preliminary": {"en": "preliminary", "ru": "предварительные", "kk": "алдын ала"},
    "declared": {"en": "declared", "ru": "заявлено", "kk": "мәлімделген"},
    "plan": {"en": "plan", "ru": "план", "kk": "жоспар"},
}


def numbers(text: str, code: str) -> Iterator[tuple[Decimal, int]]:
    """Each number of a text with how many decimals it shows."""
    for match in NUMBER[code].finditer(text.replace("\u00a0", " ")):
        plain = match[0].replace("−", "-").replace("+", "").replace(" ", "")
        plain = plain.replace(",", "") if code == "en" else plain.replace(",", ".")
        yield Decimal(plain), len(plain.partition(".")[2])


def printed_rightly(text: str, code: str, record: Mapping[str, Any], *, in_cell: bool) -> bool:
    found = list(numbers(text, code))
    value = Decimal(record["value"])
    if record["comparison"] in ("rank", "per_head_rank"):
        place = found[-1] if code == "kk" else found[0]
        others = {number for number, _ in found} - {place[0]}
        of = {Decimal(record["ranking"]["of"])} if "ranking" in record else set()
        return place == (value, 0) and others <= of
    if len(found) != 1:
        return False
    number, decimals = found[0]
    words = text.replace("\u00a0", " ").split()
    scale = next((s for word, s in SCALES[code].items() if word in words), 0)
    if in_cell:
        scale = int(record["unit"].partition(":")[2] or 0)
    # A verb may carry the sign ("fell by 4.6%") and the base ("grew by 7.9%" of 107.9).
    readings = (value, abs(value), abs(value - 100))
    step = Decimal(1).scaleb(-decimals)
    return any(
        each.scaleb(-scale).quantize(step, rounding=ROUND_HALF_UP) == number for each in readings
    )


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_printed_number_is_its_fact_rounded_once(case: Case, code: str) -> None:
    known = records(case.ledger)
    wrong = [
        (run.text, known[run.fact_id]["value"], run.fact_id)
        for block, run in figures(case.briefing.documents[code])
        # The history chart prints in the multiple of its heading, which is not the unit's.
        if not (isinstance(block, Chart) and "history" in block.id)
        and not printed_rightly(
            run.text, code, known[run.fact_id], in_cell=isinstance(block, Table | Chart)
        )
    ]
    assert wrong == []


def test_the_reader_of_this_test_sees_a_wrong_figure() -> None:
    record = {"value": "5322132000000", "comparison": "level", "unit": "KZT:6"}
    assert printed_rightly("5.3 trillion tenge", "en", record, in_cell=False)
    assert printed_rightly("5 322 132,0", "ru", record, in_cell=True)
    assert not printed_rightly("5.4 trillion tenge", "en", record, in_cell=False)
    assert not printed_rightly("5,3 млрд теңге", "kk", record, in_cell=False)
    assert not printed_rightly("5 322 132,1", "ru", record, in_cell=True)


def test_what_was_said_is_printed_no_finer_than_it_was_said(case: Case) -> None:
    known = records(case.ledger)
    for code, document in case.briefing.documents.items():
        for _, run in figures(document):
            record = known[run.fact_id]
            if "said_on" in record and record["comparison"] == "level":
                said = re.sub(r"\D", "", record["cell"]["printed"]).strip("0")
                shown = "".join(
                    re.sub(r"\D", "", m[0])
                    for m in NUMBER[code].finditer(run.text.replace("\u00a0", " "))
                )
                assert shown.strip("0") == said, (run.text, record["cell"]["printed"])


# -- nothing but facts ---------------------------------------------------------------------


def dates_and_periods(case: Case, code: str) -> list[str]:
    """Every text of a time the documents may name, the longest first."""
    language = speaking(code)
    cases = ("", *language.cases, "in", "for", "against", "attributive")
    ledger, catalog = case.ledger, case.country.catalog
    periods = {each["period"] for each in records(ledger).values() if each["period"]}
    periods.add(ledger["document"]["period"])
    spans = [Period.parse(each) for each in periods]
    # An index is told with the span it is compared with, a horizon by the year it ends in.
    periods |= {span.years_before(1).code for span in spans} | {str(s.end.year) for s in spans}
    days = {date.fromisoformat(ledger["document"][key]) for key in ("on", "newest_publication")}
    days |= {date.fromisoformat(each["published"]) for each in ledger["releases"]}
    days |= {date.fromisoformat(each["said_on"]) for each in ledger["figures"] if "said_on" in each}
    days |= {v.valid_from for v in catalog.regions.by_id.values() if v.valid_from}
    for meeting in catalog.meetings:
        days |= {meeting.on} | {each.deadline for each in meeting.instructions if each.deadline}
    found: set[str] = set()
    for wanted in cases:
        for day in days:
            found |= _said(lambda day=day, wanted=wanted: language.date(day, case=wanted))
        for period in periods:
            for convention in (None, *PeriodConvention):
                found |= _said(
                    lambda period=period, wanted=wanted, convention=convention: language.period(
                        Period.parse(period), case=wanted, convention=convention
                    )
                )
    found |= {str(Period.parse(each).start.year) for each in periods if len(each) == 4}
    plain = {text.replace("\u00a0", " ") for text in found}
    return sorted(plain | {text[:1].upper() + text[1:] for text in plain}, key=len, reverse=True)


def _said(say: Any) -> set[str]:
    try:
        return {say()}
    except (BadRequest, KeyError, ValueError):
        return set()  # a case that this language or this kind of period does not have


def loose_texts(document: Document) -> Iterator[str]:
    """All texts outside figures: what stands in them may name a time, and count nothing."""
    yield document.title
    yield document.subtitle
    yield from (text for pair in document.header for text in pair)
    for section in document.sections:
        yield section.title
        for block in section.blocks:
            for runs in texts(block):
                yield "".join("◦" if run.fact_id else run.text for run in runs)
            if isinstance(block, Table):
                yield block.caption
                yield from (column.title for column in block.columns)
            if isinstance(block, Chart):
                yield block.caption
                yield without_drawn(block)


def without_drawn(chart: Chart) -> str:
    """The words of a chart without the figures that it draws."""
    text = chart.alternative.replace("\u00a0", " ")
    cells = (cell for row in chart_table(chart).get("rows", ()) for cell in row if cell["fact"])
    for drawn in sorted((cell["text"] for cell in cells), key=len, reverse=True):
        text = re.sub(rf"(?<![\d.,]){re.escape(drawn)}(?!\d|[.,]\d)", "◦", text)
    return text


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_digit_stands_outside_a_figure_but_in_a_time(case: Case, code: str) -> None:
    times = dates_and_periods(case, code)
    loose = []
    for text in loose_texts(case.briefing.documents[code]):
        left = re.sub(r"\[\d+\]", "", text.replace("\u00a0", " "))  # marks of sources
        for each in times:
            left = left.replace(each, "·")
        if re.search(r"\d", left):
            loose.append((left, text))
    assert loose == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_sources_name_their_table_their_day_and_no_figure(case: Case, code: str) -> None:
    tables = {source.table for source in case.country.catalog.sources.values()} - {""}
    times = dates_and_periods(case, code)
    for note in case.briefing.documents[code].sources:
        left = note.text.replace("\u00a0", " ")
        for each in [*times, *sorted(tables, key=len, reverse=True)]:
            left = left.replace(each, "·")
        assert not re.search(r"\d", left), note.text


# -- called what they are ------------------------------------------------------------------


@pytest.mark.parametrize("code", LANGUAGES)
def test_unsettled_figures_are_called_so_in_words(case: Case, code: str) -> None:
    known = records(case.ledger)
    silent = []
    for section in case.briefing.documents[code].sections:
        for block in section.blocks:
            if isinstance(block, Table):
                note = plain(block.note)
                rows = [(row.cells, "".join(map(plain, row.cells)) + note) for row in block.rows]
                told = TABLE_TOLD
            else:
                rows = [((runs,), plain(runs)) for runs in texts(block)]
                told = TOLD
            for cells, text in rows:
                for stage in {known[r.fact_id]["stage"] for c in cells for r in c if r.fact_id}:
                    if stage in told and told[stage][code] not in text.lower():
                        silent.append((stage, text))
    assert silent == []


def plain(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs).replace("\u00a0", " ")


def test_a_made_up_country_says_so_at_once(river: Case, founding: Case) -> None:
    for code, words in {"en": "made-up", "ru": "вымышленные", "kk": "ойдан шығарылған"}.items():
        assert words in plain_text(river.briefing.documents[code]).partition("==")[0][:400]
        assert words not in plain_text(founding.briefing.documents[code])
